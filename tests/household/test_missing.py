"""`missing`: the facts that are not given, and what each would change."""

from typing import Any

from openfisca_country import missing
from openfisca_country.household.missing import Prospect


def prospect(content: dict[str, Any], variable: str, name: str, month: str = "2025-12") -> Prospect | None:
    found = missing("uzbekistan", content, month).prospects
    return next((each for each in found if (each.variable, each.id) == (variable, name)), None)


def household(**facts: Any) -> dict[str, Any]:
    return {"persons": {"rustam": {"birth_date": "1985-03-01", **facts}}, "households": {"home": {"head": ["rustam"]}}}


CLAIM = {
    "is_registered_unemployed": True,
    "job_loss_date": "2025-11-10",
    "unemployment_registration_date": "2025-11-24",
    "previous_average_wage": 6_000_000,
}


def test_an_entitlement_that_hangs_on_one_fact() -> None:
    """Everything is known but the months worked: 18 of them bring 3,813,000 in the first month."""
    found = prospect(household(**CLAIM), "unemployment_benefit", "rustam")
    assert found is not None
    assert (found.verdict, found.amount) == ("depends", 0)
    assert [fact.variable for fact in found.facts] == ["worked_months_in_lookback"]
    assert (found.facts[0].assumed, found.facts[0].most) == (0, 3_813_000)


def test_an_entitlement_that_no_single_fact_brings_is_left_out() -> None:
    assert prospect(household(), "unemployment_benefit", "rustam") is None


def test_what_is_given_is_not_asked_for() -> None:
    found = prospect(household(worked_months_in_lookback=30, **CLAIM), "unemployment_benefit", "rustam")
    assert found is not None
    assert found.amount == 3_813_000
    assert "worked_months_in_lookback" not in {fact.variable for fact in found.facts}


def test_the_facts_that_change_most_come_first() -> None:
    found = prospect(household(worked_months_in_lookback=30, **CLAIM), "unemployment_benefit", "rustam")
    assert found is not None
    changes = [max(abs(fact.most - found.amount), abs(fact.least - found.amount)) for fact in found.facts]
    assert changes == sorted(changes, reverse=True)


def test_taxes_are_not_entitlements() -> None:
    answer = missing("uzbekistan", household(), "2025-12")
    assert "income_tax" not in {each.variable for each in answer.prospects}
    assert answer.ask_first
