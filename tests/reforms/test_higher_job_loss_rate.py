"""The job-loss payment of Kazakhstan at 50 % of income: for those who register from 2027."""

import pytest

from openfisca_country import calculate


def in_hand(registered: str, period: str, reforms: list[str]) -> float:
    """Return the payment of a worker of five years of contributions, with an average income of 300,000."""
    serik = {
        "birth_date": "1985-01-01",
        "insured_months": 60,
        "is_registered_unemployed": True,
        "unemployment_registration_date": registered,
        "unemployment_benefit_average_income": 300_000,
        "unemployment_benefit": None,
    }
    situation = {"persons": {"serik": serik}, "households": {"home": {"head": ["serik"]}}}
    answer = calculate("kazakhstan", situation, period, reforms=reforms)
    return float(answer.situation["persons"]["serik"]["unemployment_benefit"][period])


@pytest.mark.parametrize(
    ("registered", "amount"), [("2026-12-31", 121_500), ("2027-01-01", 135_000)], ids=["before", "from the day on"]
)
def test_the_rate_is_that_of_the_day_of_registration(registered: str, amount: float) -> None:
    """300,000 x 0.45 or 0.50 x 1.00, less 10 %."""
    assert in_hand(registered, "2027-01", ["higher_job_loss_rate"]) == pytest.approx(amount)


def test_current_law_pays_45_percent() -> None:
    assert in_hand("2027-01-01", "2027-01", []) == pytest.approx(121_500)
