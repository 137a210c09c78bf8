"""Coverage, adequacy, incidence and targeting of one benefit, worked out by hand.

Ten households of one person each, incomes with the benefit, the benefit in brackets: 30 (10), 60 (30), 90 (0), 105 (15),
200 (0) and five of 300 (0). The line is 100. Without the benefit: 20, 30, 90, 90, 200, 300 …: four are poor, and three
with it (105 is above).
"""

import math
from pathlib import Path

import numpy
import pytest

from openfisca_country.population.indicators.incidence import benefits
from openfisca_country.population.indicators.sdg import sdg
from openfisca_country.population.indicators.study import Measure, Study
from tests.population.indicators.small import study

INCOME = [30.0, 60.0, 90.0, 105.0, 200.0, 300.0, 300.0, 300.0, 300.0, 300.0]
BENEFIT = [10.0, 30.0, 0.0, 15.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]


@pytest.fixture
def ten(tmp_path: Path) -> Study:
    laws = {
        "current": {"disposable_income": INCOME, "benefits": BENEFIT},
        "double": {
            "disposable_income": [a + b for a, b in zip(INCOME, BENEFIT, strict=True)],
            "benefits": [2 * each for each in BENEFIT],
        },
    }
    return study(tmp_path, {"size": [1] * 10}, laws)


def value(found: list[Measure], indicator: str, group: str = "all", level: str = "all", law: str = "current") -> float:
    (measure,) = [each for each in found if (each.indicator, each.group, each.level) == (indicator, group, level)]
    return measure.by_law[law].value


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("coverage", 3 / 10),
        ("average_transfer", 55 / 3),
        ("adequacy", 55 / 195),
        ("exclusion_error", 1 / 4),  # the one with 90 and no benefit
        ("inclusion_error", 0),
        ("targeting_differential", 3 / 4),
        ("cgh", (40 / 55) / 0.2),  # the poorest fifth without the benefit are those with 20 and 30
        ("headcount_reduction", (4 - 3) / 4),
        # shortfalls without the benefit 80 + 70 + 10 + 10 = 170, with it 70 + 40 + 10 = 120
        ("gap_reduction", 50 / 170),
        ("benefit_cost_ratio", 50 / 55),
    ],
)
def test_of_all_persons(ten: Study, indicator: str, expected: float) -> None:
    assert value(list(benefits(ten)), indicator) == pytest.approx(expected)


def test_under_a_reform_the_same_people_are_compared(ten: Study) -> None:
    """Twice the benefit: money of 110 to the same three; incomes with it 40, 90 and 120."""
    found = list(benefits(ten))
    assert value(found, "average_transfer", law="double") == pytest.approx(110 / 3)
    assert value(found, "adequacy", law="double") == pytest.approx(110 / 250)
    assert value(found, "coverage", "poor", "poor", "double") == pytest.approx(2 / 3)


def test_the_poor_under_current_law_are_three_and_two_receive(ten: Study) -> None:
    found = list(benefits(ten))
    assert value(found, "coverage", "poor", "poor") == pytest.approx(2 / 3)
    assert value(found, "beneficiary_incidence", "poor", "poor") == pytest.approx(2 / 3)
    assert value(found, "benefit_incidence", "poor", "poor") == pytest.approx(40 / 55)


def test_deciles_before_and_after_the_benefit_differ(ten: Study) -> None:
    """With the benefit the fourth has 105 and is fourth; without it 90, as the third has: ranked by place."""
    found = list(benefits(ten))
    after = [value(found, "benefit_incidence", "decile", str(each)) for each in range(1, 11)]
    before = [value(found, "benefit_incidence", "decile before the benefit", str(each)) for each in range(1, 11)]
    assert after == pytest.approx([10 / 55, 30 / 55, 0, 15 / 55, 0, 0, 0, 0, 0, 0])
    assert before == pytest.approx([10 / 55, 30 / 55, 0, 15 / 55, 0, 0, 0, 0, 0, 0])


@pytest.mark.parametrize("indicator", ["beneficiary_incidence", "benefit_incidence"])
@pytest.mark.parametrize("group", ["decile", "decile before the benefit", "poor"])
def test_incidence_adds_up_to_one(ten: Study, indicator: str, group: str) -> None:
    found = [each for each in benefits(ten) if (each.indicator, each.group) == (indicator, group)]
    for law in ten.laws:
        assert sum(each.by_law[law].value for each in found) == pytest.approx(1)


def test_a_benefit_that_makes_equal_reduces_the_gini(ten: Study) -> None:
    assert value(list(benefits(ten)), "gini_reduction") > 0


def test_sdg_coverage_by_hand(tmp_path: Path) -> None:
    """Two households. The first, 4 persons with 2 children, has a family benefit; of the second's 2, one contributes.

    At least one benefit: 4 + 1 of 6. Children: 2 of 3. Older: 1 of 2. Vulnerable: the first's 3, and 1 of the second's
    by a social pension of his own, of 3 + 2.
    """
    laws = {
        "current": {
            "disposable_income": [200.0, 500.0],
            "benefits": [10.0, 0.0],
            "child_benefit": [10.0, 0.0],
            "own benefit or contributes": [1.0, 1.0],
            "of pension age": [1.0, 1.0],
            "of pension age with pension": [0.0, 1.0],
            "vulnerable": [3.0, 2.0],
            "own social pension": [0.0, 1.0],
        }
    }
    facts = {"size": [4, 2], "children": [2, 1]}
    told = {each.indicator: each.by_law["current"].value for each in sdg(study(tmp_path, facts, laws))}
    assert {name: value for name, value in told.items() if not math.isnan(value)} == pytest.approx(
        {
            "sdg_any_benefit": 5 / 6,
            "sdg_children": 2 / 3,
            "sdg_older": 1 / 2,
            "sdg_vulnerable": 4 / 5,
            "sdg_poor": 1.0,  # only the first is below 100 a member, and has the benefit
        }
    )


def test_nobody_receives(tmp_path: Path) -> None:
    """A benefit that nobody receives under any law is not looked at."""
    law = {"current": {"disposable_income": [10.0], "benefits": [0.0]}}
    assert list(benefits(study(tmp_path, {"size": [1]}, law))) == []


def test_half_the_households_in_a_year(tmp_path: Path) -> None:
    """Amounts of a year are spread over twelve months and the members: 2,400 for two is 100 each a month."""
    law = {"current": {"disposable_income": [2400.0], "benefits": [240.0]}}
    told = study(tmp_path, {"size": [2]}, law, months=12)
    assert told.incomes["current"].tolist() == [100]
    assert numpy.allclose(told.per_head(told.amount("current", "benefits")), 10)
