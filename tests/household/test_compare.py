"""`compare`: the same household under each law, and the difference."""

from pathlib import Path
from typing import Any

import pytest

from openfisca_country import compare
from openfisca_country.law import ReformError

LONGER = "name: {name}\ncountry: uzbekistan\ntitle: {months} months of benefit\nparameters:\n  unemployment_benefit.maximum_months:\n    2025-11-01: {months}\n"
CLAIMANT: dict[str, Any] = {
    "persons": {
        "rustam": {
            "birth_date": "1985-03-01",
            "is_registered_unemployed": True,
            "job_loss_date": "2025-11-10",
            "unemployment_registration_date": "2025-11-24",
            "worked_months_in_lookback": 30,
            "previous_average_wage": 6_000_000,
        }
    },
    "households": {"home": {"head": ["rustam"]}},
}


@pytest.fixture
def longer(tmp_path: Path) -> list[str]:
    paths = []
    for name, months in (("five", 5), ("six", 6)):
        path = tmp_path / f"{name}.yaml"
        path.write_text(LONGER.format(name=name, months=months))
        paths.append(str(path))
    return paths


def test_current_law_beside_two_reforms_month_by_month(longer: list[str]) -> None:
    """Three months from December 2025 today; five and six under the drafts, each month at half the wage."""
    answer = compare("uzbekistan", CLAIMANT, longer, "2026")
    line = next(each for each in answer.lines if each.variable == "unemployment_benefit")
    assert [month for month, value in line.baseline.items() if value] == ["2026-01", "2026-02"]
    assert [month for month, value in line.reforms["five"].items() if value] == [f"2026-0{n}" for n in range(1, 5)]
    assert (line.difference("five"), line.difference("six")) == (6_000_000, 9_000_000)
    assert answer.titles == {"five": "5 months of benefit", "six": "6 months of benefit"}


def test_the_difference_reaches_disposable_income(longer: list[str]) -> None:
    answer = compare("uzbekistan", CLAIMANT, longer[:1], "2026-03")
    line = next(each for each in answer.lines if each.variable == "disposable_income")
    assert line.difference("five") == 3_000_000


def test_a_comparison_needs_a_reform() -> None:
    with pytest.raises(ReformError, match="name at least one reform"):
        compare("uzbekistan", CLAIMANT, [])
