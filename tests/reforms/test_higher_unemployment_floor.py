"""The floor of Mongolia's unemployment benefit at the whole minimum wage: for those who register from 2027."""

import pytest

from openfisca_country import calculate


def full_month(registered: str, lost: str, period: str, wage: float) -> float:
    """Return the benefit for a full month of a worker of four insured years, under the reform."""
    bold = {
        "birth_date": "1990-01-01",
        "insured_months": 48,
        "unemployment_insured_months": 48,
        "unemployment_insured_months_in_a_row": 48,
        "is_registered_unemployed": True,
        "job_loss_date": lost,
        "unemployment_registration_date": registered,
        "previous_average_wage": wage,
        "unemployment_benefit_full_month": None,
    }
    situation = {"persons": {"bold": bold}, "households": {"home": {"head": ["bold"]}}}
    answer = calculate("mongolia", situation, period, reforms=["higher_unemployment_floor"])
    return answer.situation["persons"]["bold"]["unemployment_benefit_full_month"][period]


@pytest.mark.parametrize(
    ("registered", "floor"), [("2026-12-31", 594_000), ("2027-01-01", 792_000)], ids=["before", "from the day on"]
)
def test_the_floor_of_an_award_is_that_of_the_day_of_registration(registered: str, floor: float) -> None:
    """792,000 is the minimum wage since April 2025; three quarters of it are 594,000."""
    assert full_month(registered, "2026-12-28", "2027-01", 900_000) == floor


@pytest.mark.parametrize(("wage", "amount"), [(1_760_000, 792_000), (1_760_020, 792_009), (1_759_980, 792_000)])
def test_45_percent_of_the_wage_at_just_over_and_just_under_the_new_floor(wage: float, amount: float) -> None:
    assert full_month("2027-01-04", "2026-12-28", "2027-01", wage) == amount
