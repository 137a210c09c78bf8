"""The budget table: what programmes mark as payments is what the law's sums hold, once, and adds up."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from openfisca_country.household.sources import summands
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.law.programmes import BENEFITS, NOT_COUNTED, RAISED
from openfisca_country.population.impact import impact
from openfisca_country.population.impact_results import Impact
from openfisca_country.population.indicators.cost import TOTALS, Payment, budget, payments
from tests.population.indicators.small import study
from tests.population.people import invented

SUMS = {
    BENEFITS: (BENEFITS,),
    "income_tax": ("income_tax",),
    "employee_contributions": ("employee_contributions",),
    "employer_contributions": ("employer_contributions",),
    "taxes_and_contributions": ("income_tax", "employee_contributions", "own_contributions"),
}
"""The harmonised sums of a law, and what marks make up each."""

TAX_SUM_NOT_MODELLED = {("uzbekistan", year) for year in range(2015, 2019)}
"""The tax on wages is modelled from 2019; that on dividends, already before, is in no sum until then."""


@cache
def law(country: str) -> Any:
    return load_country(country)


def marks(country: str, *kinds: str) -> Counter[str]:
    """Return how often each variable is added by programmes under some marks."""
    found: Counter[str] = Counter()
    for programme in law(country).book.programmes.values():
        for name in (each for kind in kinds for each in programme.payments.get(kind, ())):
            found[name.removeprefix("-")] += -1 if name.startswith("-") else 1
    return found


def parts(system: Any, name: str, month: str, whole: set[str]) -> Counter[str]:
    """Take a sum apart down to some variables, or as far as rules only add; how often each part is added."""
    variable = system.variables[name]
    rule = variable.get_formula(month) if variable.formulas else None
    added = () if name in whole else summands(rule)
    if not added:
        return Counter({name: 1})
    found: Counter[str] = Counter()
    for each in added:
        for part, times in parts(system, each.variable, month, whole).items():
            found[part] += each.sign * times
    return found


def months(country: str) -> Iterator[str]:
    """Every month of the modelled law in which a rule of a marked variable or of a sum begins, and the one before."""
    system = law(country)
    names = {*SUMS, *marks(country, BENEFITS, *RAISED)}
    starts = {day[:7] for name in names for day in system.variables[name].formulas}
    first = max(system.book.start.isoformat()[:7], min(starts))
    yield from sorted({each for each in starts if each >= first} | {first, "2026-12"})


@pytest.mark.parametrize("country", country_names())
def test_each_sum_of_the_law_holds_what_is_marked_for_it_once(country: str) -> None:
    system = law(country)
    checked = 0
    for month in months(country):
        for total, kinds in SUMS.items():
            if total in ("income_tax", "taxes_and_contributions") and (country, int(month[:4])) in TAX_SUM_NOT_MODELLED:
                continue
            marked = marks(country, *kinds)
            counted = set(marks(country, BENEFITS, *RAISED)) - ({total} if total not in marked else set())
            found = parts(system, total, month, counted)
            assert _in_force(system, found, month) == _in_force(system, marked, month), (month, total)
            checked += 1
    assert checked > 20


def _in_force(system: Any, found: Counter[str], month: str) -> dict[str, int]:
    """Leave out what the law has no rule for in the month: it is nothing."""
    return {name: times for name, times in found.items() if times and system.variables[name].get_formula(month)}


@pytest.mark.parametrize("country", country_names())
def test_every_line_is_money_a_month_and_stands_under_one_mark(country: str) -> None:
    system = law(country)
    found = payments({"current": system})
    assert len(found) > 30
    for each in found:
        variable = system.variables[each.name]
        assert (variable.value_type, variable.unit, variable.definition_period) == (float, "currency/month", "month")
    not_counted = set(marks(country, NOT_COUNTED))
    lines = [each.name for each in found if each.sign > 0]
    assert len(lines) == len(set(lines))
    assert not not_counted & set(lines)


@pytest.mark.parametrize("country", country_names())
def test_what_is_left_beside_the_sums_is_part_of_none(country: str) -> None:
    """A loan or a subsidy that were part of a benefit would be counted twice by a reader who adds them."""
    beside = set(marks(country, "other_spending", "loans", "other_revenue"))
    for month in months(country):
        for total in SUMS:
            assert not beside & set(parts(law(country), total, month, beside)), (month, total)


def test_lines_add_up_to_their_totals_and_totals_to_the_balance(invented_impact: Impact) -> None:
    for key in invented_impact.laws:
        amounts = {each.name: each.amounts[key].value or 0.0 for each in invented_impact.budget if each.part == "total"}
        for total in TOTALS:
            lines = [each for each in invented_impact.budget if each.total == total]
            if lines:
                assert sum(each.amounts[key].value or 0.0 for each in lines) == pytest.approx(amounts[total], rel=1e-12)
        raised = sum(amounts[name] for name in RAISED)
        assert amounts["net_cost"] == pytest.approx(amounts[BENEFITS] - raised, rel=1e-12)


def test_the_totals_are_the_sums_of_the_law(invented_impact: Impact) -> None:
    """The mean of all persons times their number is the total, by another way."""
    lines = {each.name: each for each in invented_impact.budget}
    persons = invented_impact.population.persons
    for indicator, names in (("mean_benefits", [BENEFITS]), ("mean_taxes_and_contributions", RAISED[:3])):
        row = invented_impact.row(indicator)
        assert row is not None
        assert row.baseline.value is not None
        assert sum(lines[name].amounts["current"].value or 0.0 for name in names) == pytest.approx(
            row.baseline.value * persons * 12
        )
    assert (lines[BENEFITS].amounts["current"].value or 0) > 0


@pytest.fixture(scope="module", params=["uzbekistan", "mongolia", "kazakhstan"])
def invented_impact(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Impact:
    country = str(request.param)
    path = tmp_path_factory.mktemp("reform") / "tax.yaml"
    rate = {
        "uzbekistan": "income_tax.rate",
        "mongolia": "income_tax.self_employed.rate",
        "kazakhstan": "income_tax.rate",
    }[country]
    path.write_text(
        f"name: higher_tax\ncountry: {country}\ntitle: Higher tax\nparameters:\n  {rate}:\n    2026-01-01: 0.20\n"
    )
    return impact(country, invented(400), "2026", [str(path)], minimum_observations=0)


LINES = (
    Payment("grant", "Grant", "benefit", BENEFITS, 1, "Grants"),
    Payment("loan", "Loan", "loan", "", 1, "Loans"),
    Payment("tax", "Tax", "revenue", "employer_contributions", 1, "Taxes"),
    Payment("refund", "Less: Refund", "revenue", "employer_contributions", -1, "Taxes"),
)


def test_what_no_programme_marks_has_a_line_of_its_own(tmp_path: Path) -> None:
    """A law pays 10 and 20 beside the grants of 5; employers pay 8 and have 3 back; people pay 4 beyond income tax."""
    amounts = {
        "grant": [5.0, 0.0],
        "loan": [100.0, 0.0],
        "tax": [8.0, 0.0],
        "refund": [3.0, 0.0],
        "benefits": [15.0, 20.0],
        "income_tax": [1.0, 0.0],
        "taxes_and_contributions": [1.0, 4.0],
        "employer_contributions": [5.0, 0.0],
        "disposable_income": [50.0, 50.0],
    }
    found = study(tmp_path, {"size": [2, 3]}, {"current": amounts})
    lines = {each.fields["name"]: each.fields for each in budget(found, LINES)}
    values = {name: each["amounts"]["current"].value for name, each in lines.items()}
    assert values == {
        "grant": 5,
        "loan": 100,
        "tax": 8,
        "refund": -3,
        "benefits_alone": 30,
        "income_tax_alone": 1,
        "own_contributions_alone": 4,
        "benefits": 35,
        "income_tax": 1,
        "employee_contributions": 0,
        "own_contributions": 4,
        "employer_contributions": 5,
        "net_cost": 35 - 1 - 4 - 5,
    }
    assert lines["loan"]["share"] == {}
    assert lines["grant"]["share"]["current"].value == pytest.approx(5 / 35)
    assert lines["tax"]["share"]["current"].value == pytest.approx(8 / 10)
