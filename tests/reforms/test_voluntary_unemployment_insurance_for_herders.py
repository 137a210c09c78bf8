"""What the unemployment branch for herders gives and takes, worked out by hand beside current law."""

from typing import Any

import pytest

from openfisca_country import calculate

REFORM = "voluntary_unemployment_insurance_for_herders"

# The minimum wage is 792,000: 13.5 % is 106,920, of which the State pays half of 11.5 %, 45,540.
HERDER = {"is_herder": True, "is_voluntarily_insured": True, "has_joined_herder_unemployment_insurance": True}

# Herding ended on 2027-02-26 (a Friday) after a dzud; registered on Monday 2027-03-01; 8 insured years.
CLAIMANT = {
    "birth_date": "1985-03-01",
    "is_registered_unemployed": True,
    "herding_is_the_livelihood_lost": True,
    "job_loss_date": "2027-02-26",
    "unemployment_registration_date": "2027-03-01",
    "insured_months": 96,
    "herder_unemployment_insured_months": 24,
    "herder_unemployment_insured_months_in_a_row": 9,
    "previous_average_wage": 2_000_000,
}


def amount(person: dict[str, Any], variable: str, month: str, *reforms: str) -> Any:
    """Ask for one variable of one person, under current law or the reform, leaving out what current law does not know."""
    known = (
        person
        if reforms
        else {name: value for name, value in person.items() if "herder_" not in name and "herding" not in name}
    )
    asked = {"persons": {"herder": {**known, variable: None}}, "households": {"home": {"head": ["herder"]}}}
    return calculate("mongolia", asked, month, reforms).situation["persons"]["herder"][variable][month]


@pytest.mark.parametrize(
    ("declared", "now", "proposed"),
    [
        (792_000, 61_380, 62_964),  # 106,920 - 45,540; and 0.2 % of 792,000, 1,584
        (2_000_000, 224_460, 228_460),  # 270,000 - 45,540; and 4,000
    ],
)
def test_the_herder_pays_the_employees_rate_on_the_declared_income(declared: int, now: int, proposed: int) -> None:
    herder = {**HERDER, "declared_insurance_income": declared}
    assert amount(herder, "voluntary_insurance_contribution", "2027-01") == now
    assert amount(herder, "voluntary_insurance_contribution", "2027-01", REFORM) == proposed


@pytest.mark.parametrize("missing", ["is_herder", "is_voluntarily_insured", "has_joined_herder_unemployment_insurance"])
def test_who_does_not_contribute(missing: str) -> None:
    assert amount({**HERDER, missing: False}, "herder_unemployment_contribution", "2027-01", REFORM) == 0


def test_not_before_2027() -> None:
    assert amount(HERDER, "voluntary_insurance_contribution", "2026-12", REFORM) == 61_380


def test_the_present_benefit_is_paid() -> None:
    """50 % of 2,000,000 for 8 years is 1,000,000 a month; 76 days of 21.2 a month are 3,584,906."""
    assert amount(CLAIMANT, "unemployment_benefit_entitlement", "2027-03") == 0
    assert amount(CLAIMANT, "unemployment_benefit_entitlement", "2027-03", REFORM) == 3_584_906


def test_at_the_least_declared_income_the_floor_holds() -> None:
    """50 % of 792,000 is under three quarters of it, 594,000; 76 days are 2,129,434."""
    least = {**CLAIMANT, "previous_average_wage": 792_000}
    assert amount(least, "unemployment_benefit_entitlement", "2027-03", REFORM) == 2_129_434


@pytest.mark.parametrize(
    ("change", "paid"),
    [
        ({"herder_unemployment_insured_months": 23}, False),
        ({"herder_unemployment_insured_months": 12, "unemployment_insured_months": 12}, True),
        ({"herder_unemployment_insured_months_in_a_row": 8, "unemployment_insured_months_in_a_row": 24}, False),
        ({"herding_is_the_livelihood_lost": False}, False),
    ],
)
def test_the_record_that_is_asked_for(change: dict[str, Any], paid: bool) -> None:
    found = amount({**CLAIMANT, **change}, "unemployment_benefit_entitlement", "2027-03", REFORM)
    assert (found > 0) == paid
