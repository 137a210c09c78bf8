"""What the pension reforms of Mongolia give, worked out by hand beside current law."""

from typing import Any

import pytest

from openfisca_country import calculate

FLOOR = "pension_floor_at_subsistence"
DRAFT = "draft_budget_2026"


def amount(person: dict[str, Any], variable: str, month: str, *reforms: str) -> Any:
    content = {"persons": {"a": {**person, variable: None}}, "households": {"h": {"head": ["a"]}}}
    return calculate("mongolia", content, month, reforms).situation["persons"]["a"][variable][month]


@pytest.mark.parametrize(
    ("month", "now", "proposed"),
    [
        ("2019-01", 126_500, 126_500),
        ("2019-02", 126_500, 217_900),
        ("2020-06", 288_000, 330_000),  # with the temporary 100,000 of 2020
        ("2022-12", 188_000, 277_800),
        ("2023-01", 288_000, 288_000),
        ("2023-02", 288_000, 313_400),
        ("2023-07", 325_000, 325_000),
        ("2026-01", 352_950, 352_950),
    ],
)
def test_a_welfare_pension_is_never_below_subsistence(month, now, proposed):
    woman = {"birth_date": "1950-03-15", "sex": "female"}
    assert (amount(woman, "welfare_pension", month), amount(woman, "welfare_pension", month, FLOOR)) == (now, proposed)


@pytest.mark.parametrize(
    ("sex", "born", "proposed"),
    [
        ("male", "1966-03-01", 352_950),
        ("male", "1966-03-02", 0),
        ("female", "1971-03-01", 352_950),
        ("female", "1971-03-02", 0),
    ],
)
def test_the_floor_begins_at_the_first_pension_age(sex, born, proposed):
    person = {"birth_date": born, "sex": sex}
    assert amount(person, "welfare_pension", "2026-03") == 0
    assert amount(person, "welfare_pension", "2026-03", FLOOR) == proposed


@pytest.mark.parametrize(
    ("pension", "now", "proposed"),
    [
        (650_000, 769_000, 730_340),  # the minimum: 650,000 x 1.06 + 80,000; 650,000 x 1.06 x 1.06
        (1_000_000, 1_140_000, 1_123_600),
        (2_000_000, 2_200_000, 2_247_200),  # six per cent of a high pension are more than 80,000
    ],
)
def test_six_per_cent_instead_of_a_fixed_sum(pension, now, proposed):
    person = {
        "birth_date": "1950-01-01",
        "pension_in_payment": pension,
        "pension_in_payment_date": "2024-12-31",
    }
    assert amount(person, "old_age_pension", "2026-01") == now
    assert amount(person, "old_age_pension", "2026-01", DRAFT) == proposed
    assert amount(person, "old_age_pension", "2025-12", DRAFT) == amount(person, "old_age_pension", "2025-12")


@pytest.mark.parametrize(("loss", "now"), [(0, 352_950), (0.5, 390_000)])
def test_six_per_cent_for_every_welfare_pension(loss, now):
    person = {"birth_date": "1950-01-01", "working_capacity_loss": loss}
    assert amount(person, "welfare_pension", "2026-01") == now
    assert amount(person, "welfare_pension", "2026-01", DRAFT) == 344_500


def test_a_proportional_pension_at_the_minimum():
    person = {"birth_date": "1955-01-01", "service_years": 12}
    assert amount(person, "old_age_pension", "2026-01") == 652_400
    assert amount(person, "old_age_pension", "2026-01", DRAFT) == 606_744
