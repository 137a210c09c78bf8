"""What the reforms of Mongolia for families, mothers, the old and workers give, worked out by hand beside current law."""

from typing import Any

import pytest

from openfisca_country import calculate

FAMILY = {
    "persons": {
        "mother": {"birth_date": "1985-03-20", "sex": "female"},
        "son": {"birth_date": "2011-05-10"},
        "daughter": {"birth_date": "2012-08-10"},
    },
    "households": {"home": {"head": ["mother"], "children": ["son", "daughter"]}},
}
OF_HOUSEHOLDS = ("child_money", "child_benefit", "child_money_in_cash", "child_money_put_aside")


def amount(content: dict[str, Any], variable: str, month: str, *reforms: str) -> Any:
    """Ask for one variable of the first person, or of the household, under current law or a reform."""
    asked = {kind: {name: dict(entry) for name, entry in entries.items()} for kind, entries in content.items()}
    kind = "households" if variable in OF_HOUSEHOLDS else "persons"
    name = next(iter(asked[kind]))
    asked[kind][name][variable] = None
    return calculate("mongolia", asked, month, reforms).situation[kind][name][variable][month]


def ranked(share: float) -> dict[str, Any]:
    """The family with so many children worse off."""
    home = {**FAMILY["households"]["home"], "share_of_children_worse_off": share}
    return {"persons": FAMILY["persons"], "households": {"home": home}}


@pytest.mark.parametrize(
    ("month", "each"),
    [
        ("2013-12", 20_000),
        ("2014-01", 22_100),  # 20,000 x 1.105
        ("2015-12", 24_818),  # x 1.123 = 24,818.30
        ("2016-06", 26_233),  # x 1.057 = 26,232.94
        ("2017-12", 26_417),  # x 1.007 = 26,416.57
        ("2018-12", 27_552),  # x 1.043 = 27,552.49
        ("2019-12", 29_426),  # x 1.068 = 29,426.06
        ("2020-03", 31_574),  # x 1.073 = 31,574.16
        ("2020-04", 100_000),
        ("2021-12", 100_000),
        ("2022-01", 107_400),  # 100,000 x 1.074
        ("2023-01", 123_617),  # x 1.151 = 123,617.40
        ("2024-01", 136_350),  # x 1.103 = 136,349.99
        ("2025-01", 145_622),  # x 1.068 = 145,621.79
        ("2026-06", 145_622),
    ],
)
def test_index_child_money(month: str, each: int) -> None:
    assert amount(FAMILY, "child_money", month, "index_child_money") == 2 * each


@pytest.mark.parametrize(
    ("month", "now", "proposed"),
    [
        ("2013-12", 40_000, 40_000),
        ("2016-07", 0, 2 * 26_233),
        ("2017-07", 0, 2 * 26_417),
        ("2017-08", 2 * 20_000 + 14 * 20_000, 2 * 26_417),  # nobody was left out, nothing is paid back
        ("2019-06", 0, 2 * 29_426),
        ("2020-01", 40_000, 2 * 31_574),
        ("2020-04", 200_000, 200_000),
        ("2023-01", 0, 200_000),
        ("2023-07", 2 * 100_000 + 12 * 100_000, 200_000),
        ("2026-06", 200_000, 200_000),
    ],
)
def test_the_floor_for_children_in_a_well_off_family(month: str, now: int, proposed: int) -> None:
    assert amount(ranked(0.9), "child_money", month) == now
    assert amount(ranked(0.9), "child_money", month, "social_protection_floor_children") == proposed


def test_the_floor_for_children_in_group_18_without_a_request() -> None:
    home = {**FAMILY["households"]["home"], "household_database_group": 18, "asked_for_child_money": False}
    family = {"persons": FAMILY["persons"], "households": {"home": home}}
    assert amount(family, "child_money", "2016-01") == 0
    assert amount(family, "child_money", "2016-01", "social_protection_floor_children") == 2 * 26_233


@pytest.mark.parametrize(
    ("share", "reform", "proposed"),
    [
        (0.59, "child_money_60", 200_000),
        (0.60, "child_money_60", 0),
        (0.60, "child_money_80", 200_000),
        (0.79, "child_money_80", 200_000),
        (0.80, "child_money_80", 0),
    ],
)
def test_child_money_for_a_share_of_children(share: float, reform: str, proposed: int) -> None:
    assert amount(ranked(share), "child_money", "2026-12", reform) == 200_000
    assert amount(ranked(share), "child_money", "2027-01") == 200_000
    assert amount(ranked(share), "child_money", "2027-01", reform) == proposed


@pytest.mark.parametrize(
    ("month", "cash"), [("2022-06", 200_000), ("2022-07", 100_000), ("2023-02", 80_000), ("2024-02", 60_000)]
)
def test_savings_child(month: str, cash: int) -> None:
    assert amount(FAMILY, "child_benefit", month) == 200_000
    assert amount(FAMILY, "child_money", month, "savings_child") == 200_000
    assert amount(FAMILY, "child_benefit", month, "savings_child") == cash


def test_savings_child_puts_the_rest_aside() -> None:
    assert amount(FAMILY, "child_money_in_cash", "2023-02", "savings_child") == 80_000
    assert amount(FAMILY, "child_money_put_aside", "2023-02", "savings_child") == 120_000


def person(**facts: Any) -> dict[str, Any]:
    return {"persons": {"someone": facts}, "households": {"home": {"head": ["someone"]}}}


@pytest.mark.parametrize(
    ("facts", "now", "proposed"),
    [
        ({"birth_date": "1966-12-20", "sex": "male"}, 0, 652_400),  # 60
        ({"birth_date": "1967-01-02", "sex": "male"}, 0, 0),  # 59
        ({"birth_date": "1971-12-20", "sex": "female"}, 0, 652_400),  # 55
        ({"birth_date": "1972-01-02", "sex": "female"}, 0, 0),  # 54
        ({"birth_date": "1950-12-20", "sex": "male"}, 352_950, 652_400),  # 325,000 x 1.086
        ({"birth_date": "1990-12-20", "sex": "male", "working_capacity_loss": 0.7}, 390_000, 390_000),  # x 1.2
        ({"birth_date": "1950-12-20", "sex": "male", "working_capacity_loss": 0.7}, 390_000, 652_400),
    ],
)
def test_the_floor_for_older_people(facts: dict[str, Any], now: int, proposed: int) -> None:
    assert amount(person(**facts), "welfare_pension", "2027-01") == now
    assert amount(person(**facts), "welfare_pension", "2026-12", "social_protection_floor_elderly") == now
    assert amount(person(**facts), "welfare_pension", "2027-01", "social_protection_floor_elderly") == proposed


@pytest.mark.parametrize(("month", "now", "proposed"), [("2017-12", 0.7, 0.7), ("2018-03", 0.7, 1), ("2020-03", 1, 1)])
def test_the_floor_for_mothers(month: str, now: float, proposed: float) -> None:
    year = month[:4]
    mother = person(
        birth_date="1990-03-20",
        sex="female",
        is_voluntarily_insured=True,
        insured_months=30,
        insured_months_in_a_row=30,
        previous_average_wage=1_060_000,
        maternity_leave_start=f"{month}-01",
        children_born=1,
    )
    # Working days of December 2017, March 2018 and March 2020; 1,060,000 / 21.2 = 50,000 a day
    days = {"2017": 21, "2018": 22, "2020": 22}[year]
    assert amount(mother, "maternity_benefit", month) == round(50_000 * days * now)
    assert amount(mother, "maternity_benefit", month, "social_protection_floor_maternity") == round(
        50_000 * days * proposed
    )


def test_a_minimum_wage_of_one_million() -> None:
    worker = person(
        birth_date="1985-03-20", sex="male", working_capacity_loss=0.6, job_start_date="2025-02-10", wage=1_500_000
    )
    assert amount(worker, "hiring_incentive", "2026-02") == 12 * 792_000
    assert amount(worker, "hiring_incentive", "2026-02", "minimum_wage_one_million") == 12_000_000


@pytest.mark.parametrize(
    ("wage", "now", "proposed"),
    [
        # 2018, contributions of 11 %: 1,000,000 leaves 10,680,000 a year, credit 140,000, all in the first band
        (1_000_000, 928_000, 928_000),
        # 3,000,000 pays them on ten minimum wages, 264,000, and leaves 32,832,000 a year, credit 60,000 (to 36 million):
        # 3,283,200, or 1,800,000 + 1,800,000 + 20 % of 2,832,000
        (3_000_000, 3_223_200, 4_106_400),
    ],
)
def test_the_progressive_wage_tax(wage: int, now: int, proposed: int) -> None:
    assert amount(person(birth_date="1985-03-20", wage=wage), "annual_wage_tax", "2018-06") == now
    assert (
        amount(person(birth_date="1985-03-20", wage=wage), "annual_wage_tax", "2018-06", "progressive_wage_tax")
        == proposed
    )


def test_the_progressive_wage_tax_stays_after_2023() -> None:
    worker = person(birth_date="1985-03-20", wage=7_000_000)
    # 2024: contributions at the limit of 6.6 million, 759,000; 6,241,000 x 12 = 74,892,000, no credit
    assert amount(worker, "annual_wage_tax", "2024-03") == 7_489_200
    assert amount(worker, "annual_wage_tax", "2024-03", "progressive_wage_tax") == 6_000_000 + 0.25 * 32_892_000
