"""`impact`, on a population whose every result can be worked out by hand.

Three kinds of households in Uzbekistan; remittances bear no tax, wages 12 %. The reform makes it 20 %. In thousands:

- 40 single men, weight 2: wage 10,000 and remittances 5,000: income 13,800, under the reform 13,000 (5.8 % less);
- 35 couples with two children, weight 1: wage 4,000 and remittances 6,000: 9,520, then 9,200 (3.4 % less), for four;
- 30 women alone, weight 3: remittances 3,000, unchanged.

80 + 140 + 90 = 310 persons. Nobody has a benefit.
"""

import json
from pathlib import Path
from typing import Any

import numpy
import polars
import pytest

from openfisca_country.law import InputError
from openfisca_country.population.impact import impact
from openfisca_country.population.impact_results import GAIN_CLASSES, Impact
from openfisca_country.report.as_json import as_json

REFORM = "name: higher_tax\ncountry: uzbekistan\ntitle: Income tax of 20 %\nparameters:\n  income_tax.rate:\n    2026-01-01: 0.20\n"
LINE = 2_350_000
MEN, FAMILIES, WOMEN = 40, 35, 30
INCOMES = numpy.repeat([13_800_000.0, 2_380_000.0, 3_000_000.0], [80, 140, 90])
AFTER = numpy.repeat([13_000_000.0, 2_300_000.0, 3_000_000.0], [80, 140, 90])


def tables() -> tuple[polars.DataFrame, polars.DataFrame]:
    persons: list[dict[str, Any]] = []
    households: list[dict[str, Any]] = []

    def add(kind: str, count: int, weight: float, members: list[dict[str, Any]]) -> None:
        for number in range(count):
            home = f"{kind}{number:02}"
            households.append({"household_id": home, "weight": weight, "region": kind, "is_rural": kind == "family"})
            persons.extend(
                {"person_id": f"{home}-{place}", "household_id": home, "wage": 0.0, "remittances": 0.0, **member}
                for place, member in enumerate(members)
            )

    man = {"role": "head", "sex": "male", "birth_date": "1985-02-01"}
    woman = {"sex": "female", "birth_date": "1988-02-01"}
    child = {"role": "child", "sex": "female", "birth_date": "2016-02-01"}
    father = {**man, "wage": 4e6, "remittances": 6e6}
    add("man", MEN, 2.0, [{**man, "wage": 1e7, "remittances": 5e6}])
    add("family", FAMILIES, 1.0, [father, {**woman, "role": "spouse"}, child, child])
    add("woman", WOMEN, 3.0, [{**woman, "role": "head", "remittances": 3e6}])
    return polars.DataFrame(persons).with_columns(polars.col("birth_date").str.to_date()), polars.DataFrame(households)


@pytest.fixture(scope="module")
def reform(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("reform") / "higher_tax.yaml"
    path.write_text(REFORM)
    return str(path)


MAPPING = "households:\n  keep: [region]\n"


@pytest.fixture(scope="module")
def mapping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mapping") / "mapping.yaml"
    path.write_text(MAPPING)
    return path


@pytest.fixture(scope="module")
def found(reform: str, mapping: Path) -> Impact:
    return impact("uzbekistan", tables(), "2026-03", [reform], mapping=mapping, lines=[LINE], work_incentives=True)


def values(found: Impact, indicator: str, *place: str, subject: str = "") -> tuple[Any, Any, Any]:
    row = found.row(indicator, *place, subject=subject)
    assert row is not None
    return row.baseline.value, row.reforms["higher_tax"].value, row.differences["higher_tax"].value


def test_who_it_is_about(found: Impact) -> None:
    assert found.laws == ("current", "higher_tax")
    assert found.titles["higher_tax"] == "Income tax of 20 %"
    assert (found.population.persons, found.population.households) == (310, 205)
    assert (found.population.sampled_persons, found.population.sampled_households) == (210, 105)
    assert (found.country, found.currency, found.period) == ("Uzbekistan", "UZS", "2026-03")
    assert found.stamp.reforms == ("higher_tax",)
    assert any("neither stratum nor cluster" in warning for warning in found.warnings)


def test_mean_incomes(found: Impact) -> None:
    old, new, difference = values(found, "mean_income")
    assert old == pytest.approx((80 * 13.8e6 + 140 * 2.38e6 + 90 * 3e6) / 310)
    assert new == pytest.approx((80 * 13e6 + 140 * 2.3e6 + 90 * 3e6) / 310)
    assert difference == pytest.approx((80 * -0.8e6 + 140 * -0.08e6) / 310)
    assert values(found, "mean_income", "sex", "male")[0] == pytest.approx((80 * 13.8e6 + 35 * 2.38e6) / 115)


def test_a_reform_that_changes_nothing_in_the_period_says_so(found: Impact) -> None:
    """The test of means of this reform holds from 2027 on."""
    later = impact("uzbekistan", tables(), "2026-03", ["means_test_125"], lines=[LINE])
    assert any("means_test_125 changes nothing for anyone" in warning for warning in later.warnings)
    assert not any("changes nothing" in warning for warning in found.warnings)


def test_poverty(found: Impact) -> None:
    """The families fall from 2,380,000 to 2,300,000 a member: below the line of 2,350,000."""
    line = found.lines[0].name
    assert line == "2350000"
    assert values(found, "poverty_headcount", subject=line) == pytest.approx((0, 140 / 310, 140 / 310))
    assert values(found, "poverty_gap", subject=line)[1] == pytest.approx(140 / 310 * 50 / 2350)
    assert values(found, "poverty_severity", subject=line)[1] == pytest.approx(140 / 310 * (50 / 2350) ** 2)
    assert values(found, "number_of_poor", "age", "6-17", subject=line) == pytest.approx((0, 70, 70))
    assert values(found, "poverty_headcount", "household type", "single adult", subject=line) == (0, 0, 0)


def test_inequality_against_all_pairs_of_persons(found: Impact) -> None:
    for incomes, value in zip((INCOMES, AFTER), values(found, "gini")[:2], strict=True):
        pairs = numpy.abs(incomes[:, None] - incomes[None, :]).sum() / (2 * 310**2 * incomes.mean())
        assert value == pytest.approx(pairs)
    shares = [row.baseline.value for row in found.series("decile_share", "decile")]
    assert shares == pytest.approx(numpy.sort(INCOMES).reshape(10, 31).sum(axis=1) / INCOMES.sum())


def test_the_lorenz_curve(found: Impact) -> None:
    """The poorest 140 of 310 have 140 x 2.38 of the total; before them the curve is straight."""
    curve = found.lorenz[0]
    assert (curve.law, curve.population[0], curve.income[0], curve.income[-1]) == ("current", 0, 0, pytest.approx(1))
    assert curve.income[20] == pytest.approx(0.2 * 310 * 2.38e6 / INCOMES.sum())


def test_the_budget(found: Impact) -> None:
    """12 % of 80 x 10,000 + 35 x 4,000 thousand; 20 % of the same; employers' contributions do not change."""
    lines = {line.name: line for line in found.budget}
    tax = lines["income_tax"]
    base = 80 * 1e7 + 35 * 4e6
    assert tax.amounts["current"].value == pytest.approx(0.12 * base)
    assert tax.amounts["higher_tax"].value == pytest.approx(0.20 * base)
    assert tax.differences["higher_tax"].value == pytest.approx(0.08 * base)
    assert tax.persons["current"].value == 115
    assert tax.households["current"].value == 115
    assert tax.kind == "revenue"
    assert lines["benefits"].amounts["current"].value == 0
    employers = lines["employer_contributions"]
    assert employers.differences["higher_tax"].value == 0
    assert lines["net_cost"].amounts["current"].value == pytest.approx(
        -0.12 * base - employers.amounts["current"].value
    )
    assert lines["net_cost"].differences["higher_tax"].value == pytest.approx(-0.08 * base)


def test_gainers_and_losers(found: Impact) -> None:
    (everyone,) = [row for row in found.gainers if row.group == "all"]
    shares = [everyone.shares[name].value for name in GAIN_CLASSES]
    assert shares == pytest.approx([80 / 310, 140 / 310, 90 / 310, 0, 0])
    assert everyone.losing.value == pytest.approx(220 / 310)
    assert everyone.average_gain.value == pytest.approx((80 * -8e5 + 35 * -3.2e5) / 205)
    assert everyone.average_loss_of_losers.value == pytest.approx((80 * -8e5 + 35 * -3.2e5) / 115)
    assert everyone.average_gain_of_gainers.value is None


def test_tenths_lose(reform: str) -> None:
    """With so few households every tenth is withheld unless asked for."""
    shown = impact("uzbekistan", tables(), "2026-03", [reform], minimum_observations=0)
    first, last = shown.deciles[0], shown.deciles[-1]
    assert (first.decile, last.decile) == (1, 10)
    assert first.income.value == pytest.approx(2.38e6)
    assert first.gain.value == pytest.approx(-80_000)
    assert last.relative.value == pytest.approx(-0.8 / 13.8)


def test_tenths_of_a_small_sample_are_withheld(found: Impact) -> None:
    assert all(each.gain.withheld and each.gain.value is None for each in found.deciles)


def test_the_kinds_of_households_behind_it(found: Impact) -> None:
    men, families = found.patterns
    assert (men.side, men.household_type, men.children, men.work) == ("loses", "single adult", "0", "one works")
    assert (families.household_type, families.children) == ("couple with 1 or 2 children", "2")
    assert [men.share.value, families.share.value] == pytest.approx([80 / 115, 35 / 115])
    assert families.average_change.value == pytest.approx(-320_000)


def test_work_incentives(found: Impact) -> None:
    """Without the wage the man has 5,000 of 13,800, the family 6,000 of 9,520; the tax takes 12 %, then 20 %."""
    old, new, _ = values(found, "net_replacement_rate")
    assert old == pytest.approx((80 * 5 / 13.8 + 35 * 6 / 9.52) / 115)
    assert new == pytest.approx((80 * 5 / 13 + 35 * 6 / 9.2) / 115)
    assert values(found, "participation_tax_rate")[:2] == pytest.approx((0.12, 0.20))
    assert values(found, "high_participation_tax") == (0, 0, 0)


def test_by_region_kept_from_the_tables(found: Impact) -> None:
    assert [row.level for row in found.series("mean_income", "region")] == ["family", "man", "woman"]
    assert values(found, "mean_income", "region", "woman") == pytest.approx((3e6, 3e6, 0))
    assert values(found, "mean_income", "urban or rural", "rural")[0] == pytest.approx(2.38e6)


def test_a_year_is_told_by_the_month_and_its_budget_by_the_year(reform: str) -> None:
    year = impact("uzbekistan", tables(), "2026", [reform], lines=[LINE])
    assert values(year, "mean_income")[1] == pytest.approx(AFTER.mean())
    (tax,) = [line for line in year.budget if line.name == "income_tax"]
    assert tax.amounts["higher_tax"].value == pytest.approx(12 * 0.20 * (80 * 1e7 + 35 * 4e6))


def test_results_do_not_depend_on_blocks_or_order(found: Impact, reform: str, mapping: Path) -> None:
    persons, households = tables()
    shuffled = persons.sample(fraction=1, shuffle=True, seed=1), households.sample(fraction=1, shuffle=True, seed=2)
    other = impact(
        "uzbekistan",
        shuffled,
        "2026-03",
        [reform],
        mapping=mapping,
        lines=[LINE],
        work_incentives=True,
        households_per_block=7,
    )
    assert other.rows == found.rows
    assert other.budget == found.budget
    assert other.patterns == found.patterns


def test_small_groups_are_withheld_and_shown_when_asked(found: Impact, reform: str, mapping: Path) -> None:
    """30 women suffice; of 31 none does, and the next smallest part is withheld with it."""
    assert values(found, "mean_income", "region", "woman")[0] is not None
    strict = impact("uzbekistan", tables(), "2026-03", [reform], mapping=mapping, lines=[LINE], minimum_observations=31)
    assert [row.baseline.withheld for row in strict.series("mean_income", "region")] == [True, False, True]


def test_a_census_has_no_errors(reform: str) -> None:
    whole = impact("uzbekistan", tables(), "2026-03", [reform], lines=[LINE], census=True)
    assert {row.baseline.error for row in whole.rows} == {None}
    assert not any("cluster" in warning for warning in whole.warnings)


def test_a_scale_of_equivalence(reform: str) -> None:
    scaled = impact("uzbekistan", tables(), "2026-03", [reform], lines=[LINE], scale="square root")
    assert values(scaled, "mean_income")[0] == pytest.approx((80 * 13.8e6 + 140 * 9.52e6 / 2 + 90 * 3e6) / 310)


def test_every_indicator_is_defined_and_every_definition_in_the_docs(found: Impact) -> None:
    page = (Path(__file__).parents[2] / "docs" / "indicators.md").read_text(encoding="utf-8")
    for row in found.rows:
        assert row.indicator in found.definitions
    for name in found.definitions:
        assert f"`{name}`" in page


def test_it_is_json(found: Impact) -> None:
    told = json.loads(as_json(found))
    assert told["schema"] == "impact/1"
    assert told["rows"][0]["indicator"] == "mean_income"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"reforms": []}, "at least one reform"),
        ({"reforms": "higher_tax"}, "expected a list"),
        ({"minimum_observations": -1}, "0 or more"),
        ({"scale": "squareroot"}, 'Did you mean "square root"'),
        ({"by": ["is_rurl"]}, 'Did you mean "is_rural"'),
        ({"lines": ["poverty"]}, "There is no parameter"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(options: dict[str, Any], says: str, reform: str) -> None:
    with pytest.raises(InputError, match=says):
        impact("uzbekistan", tables(), "2026-03", **{"reforms": [reform], **options})


def test_a_reform_named_twice(reform: str) -> None:
    with pytest.raises(InputError, match="stands twice"):
        impact("uzbekistan", tables(), "2026-03", [reform, reform])
