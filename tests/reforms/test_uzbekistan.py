"""What each reform of Uzbekistan gives, worked out by hand beside current law."""

from typing import Any

import pytest

from openfisca_country import calculate

FULL = 525_000  # two children of 2 and 7: 360,000 + 165,000 (worked example 4)
BORDERLINE = {
    "persons": {
        "father": {"birth_date": "1988-02-11", "sex": "male", "wage": 3_400_000},
        "mother": {"birth_date": "1991-07-30", "cares_for_small_or_disabled_child": True},
        "boy": {"birth_date": "2019-06-05"},
        "girl": {"birth_date": "2024-10-05"},
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
CLAIMANT = {
    "persons": {
        "worker": {
            "birth_date": "1985-03-01",
            "is_registered_unemployed": True,
            "job_loss_date": "2026-11-10",
            "unemployment_registration_date": "2026-11-24",
            "worked_months_in_lookback": 30,
            "previous_average_wage": 6_000_000,
        }
    },
    "households": {"home": {"head": ["worker"]}},
}


def amount(content: dict[str, Any], variable: str, month: str, *reforms: str) -> Any:
    """Ask for one variable of the first person, or of the household, under current law or a reform."""
    asked = {kind: {name: dict(entry) for name, entry in entries.items()} for kind, entries in content.items()}
    kind = "households" if variable in ("child_allowance", "social_register_category") else "persons"
    name = next(iter(asked[kind]))
    asked[kind][name][variable] = None
    return calculate("uzbekistan", asked, month, reforms).situation[kind][name][variable][month]


def earning(wage: int) -> dict[str, Any]:
    """The borderline family with another wage, shared by four."""
    persons = {**BORDERLINE["persons"], "father": {**BORDERLINE["persons"]["father"], "wage": wage}}
    return {"persons": persons, "households": BORDERLINE["households"]}


@pytest.mark.parametrize(
    ("wage", "now", "proposed"),
    [
        (3_400_000, 0.75 * FULL, 0.625 * FULL),  # 850,000 a head, 1.19 times the poverty line of 715,000
        (3_920_000, 0.50 * FULL, 0.625 * FULL),  # 980,000 a head, 1.37 times
        (4_400_000, 0, 0),  # 1,100,000 a head, 1.54 times
    ],
)
def test_smooth_borderline(wage: int, now: float, proposed: float) -> None:
    assert amount(earning(wage), "child_allowance", "2027-01") == now
    assert amount(earning(wage), "child_allowance", "2027-01", "smooth_borderline") == proposed


def test_smooth_borderline_leaves_2026_as_it_was() -> None:
    moved = {
        **BORDERLINE,
        "households": {"home": {**BORDERLINE["households"]["home"], "borderline_transfer_date": "2026-06-15"}},
    }
    assert amount(moved, "child_allowance", "2026-12", "smooth_borderline") == 0.75 * FULL


@pytest.mark.parametrize(
    ("wage", "proposed"),
    [
        (3_400_000, 326_748),  # (1,072,500 - 850,000) / 357,500 = 0.62238 of 525,000 is 326,748.25
        (3_920_000, 135_839),  # (1,072,500 - 980,000) / 357,500 = 0.25874 of 525,000 is 135,839.16
        (4_290_000, 0),  # exactly one and a half times the poverty line
    ],
)
def test_borderline_taper(wage: int, proposed: int) -> None:
    assert amount(earning(wage), "child_allowance", "2027-01", "borderline_taper") == proposed


@pytest.mark.parametrize(
    ("wage", "now", "proposed"),
    [
        (3_400_000, "borderline", "poor"),  # 850,000 a head, below the new limit of 893,750
        (3_574_999, "borderline", "poor"),
        (3_575_000, "borderline", "borderline"),  # at the new limit of 893,750 a head begins borderline poverty
    ],
)
def test_means_test_125(wage: int, now: str, proposed: str) -> None:
    content = earning(wage)
    home = {**content["households"]["home"], "hard_life_situation": True}
    content = {**content, "households": {"home": home}}
    assert amount(content, "social_register_category", "2027-03") == now
    assert amount(content, "social_register_category", "2027-03", "means_test_125") == proposed


@pytest.mark.parametrize(
    ("month", "now", "proposed"),
    [
        ("2026-12", 3_813_000, 3_813_000),
        ("2027-02", 3_000_000, 3_000_000),
        ("2027-03", 0, 3_000_000),
        ("2027-05", 0, 3_000_000),
        ("2027-06", 0, 0),
    ],
)
def test_longer_unemployment_benefit(month: str, now: int, proposed: int) -> None:
    assert amount(CLAIMANT, "unemployment_benefit", month) == now
    assert amount(CLAIMANT, "unemployment_benefit", month, "longer_unemployment_benefit") == proposed


@pytest.mark.parametrize(
    ("month", "proposed"),
    [
        ("2030-03", 3_813_000),  # the present first month, higher than half the wage
        ("2030-05", 3_000_000),
        ("2030-07", 3_000_000),  # the fifth month: current law pays three
    ],
)
def test_dismissal_insurance_2030(month: str, proposed: int) -> None:
    """Half of an average wage of 6,000,000 for 26 weeks from 2030-02-20, beside the present benefit from 2030-03-02."""
    worker = {
        **CLAIMANT["persons"]["worker"],
        "job_loss_date": "2030-02-10",
        "unemployment_registration_date": "2030-02-20",
        "insured_months": 48,
    }
    content = {**CLAIMANT, "persons": {"worker": worker}}
    assert amount(content, "unemployment_benefit", month, "dismissal_insurance_2030") == proposed


def pensioner(sex: str, born: str) -> dict[str, Any]:
    """Forty years of insured work and a reference wage of 3,000,000."""
    facts = {
        "sex": sex,
        "birth_date": born,
        "service_years": 40 if sex == "male" else 19,
        "pension_reference_wage": 3_000_000,
    }
    return {"persons": {"worker": facts}, "households": {"home": {"head": ["worker"]}}}


@pytest.mark.parametrize(
    ("reform", "sex", "born", "month", "eligible"),
    [
        ("pension_age_six_months_a_year", "male", "1966-09-01", "2027-02", False),  # 60 years and 5 months
        ("pension_age_six_months_a_year", "male", "1966-08-01", "2027-02", True),  # 60 years and 6 months
        ("pension_age_six_months_a_year", "female", "1974-01-01", "2032-01", True),  # 58 years
        ("pension_age_six_months_a_year", "female", "1974-02-01", "2032-01", False),
        ("pension_age_three_months_a_year", "male", "1966-12-01", "2027-02", False),  # 60 years and 2 months
        ("pension_age_three_months_a_year", "male", "1966-11-01", "2027-02", True),  # 60 years and 3 months
        ("pension_age_65", "male", "1966-11-01", "2027-02", False),  # 60 years and 3 months
        ("pension_age_65", "male", "1966-10-01", "2027-02", True),  # 60 years and 4 months
    ],
)
def test_pension_ages(reform: str, sex: str, born: str, month: str, eligible: bool) -> None:
    assert amount(pensioner(sex, born), "reached_pension_age", month) is True
    assert amount(pensioner(sex, born), "reached_pension_age", month, reform) is eligible
