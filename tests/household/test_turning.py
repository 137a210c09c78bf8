"""What would turn a refusal: the nearest value of a single fact, found by search and checked by running it."""

from typing import Any

import pytest

from openfisca_country import calculate, explain

CLAIMANT: dict[str, Any] = {
    "birth_date": "1985-03-01",
    "is_registered_unemployed": True,
    "job_loss_date": "2025-11-10",
    "unemployment_registration_date": "2025-11-24",
    "worked_months_in_lookback": 30,
    "previous_average_wage": 6_000_000,
}


def household(**changes: Any) -> dict[str, Any]:
    return {"persons": {"rustam": {**CLAIMANT, **changes}}, "households": {"home": {"head": ["rustam"]}}}


@pytest.mark.parametrize(
    ("changes", "variable", "bound", "wanted"),
    [
        ({"worked_months_in_lookback": 14}, "worked_months_in_lookback", "at least", 18),
        ({"is_registered_unemployed": False}, "is_registered_unemployed", "", True),
        ({"job_loss_date": "2025-05-23"}, "job_loss_date", "on or after", "2025-05-24"),
    ],
)
def test_the_nearest_value_that_turns_it(changes: dict[str, Any], variable: str, bound: str, wanted: Any) -> None:
    """Eighteen months worked; registered; a contract that ended no more than six months before the claim."""
    found = explain("uzbekistan", household(**changes), "unemployment_benefit", "2025-12").turning
    change = next(each for each in found if each.variable == variable)
    assert (change.bound, change.wanted) == (bound, wanted)


def test_a_change_turns_it_and_one_less_does_not() -> None:
    """A family of four in borderline poverty whose six months are over becomes poor below 715,000 a head."""
    content: dict[str, Any] = {
        "persons": {
            "father": {"birth_date": "1988-02-11", "sex": "male", "wage": 3_400_000},
            "mother": {"birth_date": "1991-07-30", "cares_for_small_or_disabled_child": True},
            "boy": {"birth_date": "2018-10-05"},
            "girl": {"birth_date": "2023-10-05"},
        },
        "households": {
            "home": {
                "head": ["father"],
                "spouse": ["mother"],
                "children": ["boy", "girl"],
                "borderline_transfer_date": "2026-12-15",
            }
        },
    }
    found = explain("uzbekistan", content, "child_allowance", "2027-08").turning
    change = next(each for each in found if each.variable == "wage")
    assert (change.id, change.bound, change.wanted, change.now) == ("father", "at most", 4 * 715_000 - 1, 3_400_000)
    for wage, granted in ((change.wanted, True), (change.wanted + 1, False)):
        content["persons"]["father"]["wage"] = wage
        content["households"]["home"]["child_allowance"] = None
        amount = calculate("uzbekistan", content, "2027-08").situation["households"]["home"]["child_allowance"]
        assert (amount["2027-08"] > 0) is granted


def test_time_alone_may_bring_it() -> None:
    """A man born in March 1967 reaches the pension age of 60 in March 2027."""
    person = {"birth_date": "1967-03-01", "sex": "male", "service_years": 30, "pension_reference_wage": 3_000_000}
    content = {"persons": {"karim": person}, "households": {"home": {"head": ["karim"]}}}
    found = explain("uzbekistan", content, "old_age_pension", "2026-12").turning
    assert [(each.bound, each.wanted) for each in found if not each.variable] == [("from", "2027-03")]


def test_an_entitlement_has_nothing_to_turn() -> None:
    assert explain("uzbekistan", household(), "unemployment_benefit", "2025-12").turning == ()
