"""`dossier`: what a report shows of one household, and that its parts add up."""

from pathlib import Path
from typing import Any

import pytest

from openfisca_country import dossier
from openfisca_country.household.dossier import Dossier, without_questions
from openfisca_country.household.run import start
from openfisca_country.household.sources import leaves
from openfisca_country.law import LawError

FAMILY: dict[str, Any] = {
    "persons": {
        "father": {"birth_date": "1988-02-11", "is_formally_employed": True, "wage": 3_400_000},
        "mother": {"birth_date": "1991-07-30", "cares_for_small_or_disabled_child": True},
        "elder": {"birth_date": "2018-10-05"},
        "younger": {"birth_date": "2023-10-05", "sex": "female"},
    },
    "households": {
        "home": {
            "head": ["father"],
            "spouse": ["mother"],
            "children": ["elder", "younger"],
            "borderline_transfer_date": "2026-12-15",
            "disposable_income": None,
        }
    },
}
REFORMS = ["smooth_borderline", "borderline_taper"]


@pytest.fixture(scope="module")
def found() -> Dossier:
    return dossier("uzbekistan", FAMILY, REFORMS, "2027")


def test_what_the_situation_asks_is_left_aside_and_every_entitlement_shown(found: Dossier) -> None:
    assert {"child_allowance", "disposable_income"} <= {line.variable for line in found.comparison.lines}
    asked = {"persons": {"a": {"wage": {"2027-01": 5, "2027-02": None}, "age": None, "sex": {}}}, "households": {}}
    assert without_questions(asked)["persons"] == {"a": {"wage": {"2027-01": 5}, "sex": {}}}
    assert asked["persons"]["a"]["age"] is None


def test_the_sources_of_a_month_add_up_to_its_disposable_income(found: Dossier) -> None:
    line = next(line for line in found.comparison.lines if line.variable == "disposable_income")
    for law, sources in found.sources.items():
        for month in found.comparison.periods:
            expected = line.reforms[law][month] if law else line.baseline[month]
            assert sum(source.values[month] for source in sources) == expected


def test_a_gain_is_the_difference_of_the_whole_period(found: Dossier) -> None:
    """Six months at 62.5 % instead of 75 % of 440,000: 55,000 less in each."""
    smooth = found.gains[0]
    assert (smooth.law, smooth.household) == ("smooth_borderline", "home")
    assert smooth.before is not None
    assert smooth.after is not None
    assert smooth.after - smooth.before == -6 * 55_000


def test_the_reason_of_changed_numbers_is_the_numbers_with_their_acts(found: Dossier) -> None:
    reason = next(each for each in found.reasons if each.law == "smooth_borderline")
    assert (reason.variable, reason.before, reason.after) == ("child_allowance", 330_000, 275_000)
    assert reason.months == tuple(f"2027-0{month}" for month in range(1, 7))
    changed = {each.source: (each.before, each.after, each.proposed) for each in reason.figures}
    assert changed["social_register.borderline.rate_tier_1"] == (0.75, 0.625, True)
    assert changed["register_benefit_share"] == (0.75, 0.625, False)
    assert ("UP258", "PKM35") in {each.acts for each in reason.figures}
    assert reason.conditions == ()


def test_the_reason_of_a_changed_rule_is_the_rule_in_words(found: Dossier) -> None:
    reason = next(each for each in found.reasons if each.law == "borderline_taper")
    (rule,) = reason.rules
    assert rule.variable == "register_benefit_share"
    assert rule.before == "Full for state-supported and poor families, two reduced steps for borderline ones."
    assert rule.after.startswith("Full for state-supported and poor families; from there it falls evenly")
    assert [each.variable for each in found.rules["borderline_taper"]] == ["register_benefit_share"]
    assert found.rules["smooth_borderline"] == ()


def test_a_sum_of_other_lines_needs_no_reason_of_its_own(found: Dossier) -> None:
    assert {each.variable for each in found.reasons} == {"child_allowance"}


def test_the_household_in_words(found: Dossier) -> None:
    father, _, _, younger, home = found.members
    assert (father.role, father.age, father.sex) == ("head", 38, "")
    assert (younger.role, younger.age, younger.sex, younger.facts) == ("child", 3, "female", ())
    assert (home.id, home.role) == ("home", "")
    assert [fact.spans for fact in home.facts] == [(("2026-12-15", "", ""),)]


def test_values_by_month_are_told_in_spans() -> None:
    family = {"persons": {"a": {"birth_date": "1990-01-01", "wage": {"2027-01": 5, "2027-02": 5, "2027-04": 5}}}}
    family["households"] = {"home": {"head": ["a"]}}
    (person, _) = dossier("uzbekistan", family, REFORMS[:1], "2027").members
    assert person.facts[0].spans == ((5.0, "2027-01", "2027-02"), (5.0, "2027-04", "2027-04"))


def test_the_law_of_another_date_is_compared_too() -> None:
    found = dossier("uzbekistan", FAMILY, [], "2027-03", ["2026-01"])
    assert found.comparison.titles == {"law of 2026-01": "The law of 2026-01"}
    assert found.summaries == {}


def test_nothing_to_compare_with_is_refused() -> None:
    with pytest.raises(LawError, match="name at least one reform"):
        dossier("uzbekistan", FAMILY, [], "2027")


@pytest.mark.parametrize("total", ["benefits", "market_income", "taxes_and_contributions"])
def test_a_total_is_the_sum_of_its_leaves(total: str, examples: Path) -> None:
    for path in sorted((examples / "uzbekistan").glob("*.json")):
        run = start("uzbekistan", path, "2026-06")
        parts = leaves(run.system, total, "2026-06", run.simulation.stated)
        whole = float(run.simulation.ask(total, "2026-06").sum())
        assert sum(part.sign * float(run.simulation.ask(part.variable, "2026-06").sum()) for part in parts) == whole


def test_a_sum_that_is_given_is_not_taken_apart() -> None:
    assert [part.variable for part in leaves(start("uzbekistan", FAMILY, "2027-03").system, "net_wage", "2027-03")] == [
        "wage",
        "wage_tax",
        "employee_contributions",
    ]
    system = start("uzbekistan", FAMILY, "2027-03").system
    assert [part.variable for part in leaves(system, "net_wage", "2027-03", {"net_wage"})] == ["net_wage"]
