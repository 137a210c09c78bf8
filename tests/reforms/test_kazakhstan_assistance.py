"""What the reforms of targeted social assistance in Kazakhstan give a family, worked out by hand beside current law."""

from pathlib import Path
from typing import Any

import pytest

from openfisca_country import calculate


def assistance(income: int, *reforms: str, median: int = 0, variable: str = "targeted_social_assistance") -> float:
    """Return what two parents of two small children in Aktobe region get, with this income a month.

    The line of the quarter is 37,060, for four members 148,240; the two supplements are 12,975.
    """
    situation: dict[str, Any] = {
        "persons": {
            "father": {"birth_date": "1985-03-01", "sex": "male", "other_income": income},
            "mother": {"birth_date": "1988-06-10"},
            "older": {"birth_date": "2020-05-11"},
            "younger": {"birth_date": "2022-04-05"},
        },
        "households": {
            "home": {
                "head": ["father"],
                "spouse": ["mother"],
                "children": ["older", "younger"],
                "region": "aktobe",
                "regional_median_income": median,
                variable: None,
            }
        },
    }
    answer = calculate("kazakhstan", situation, "2026-02", reforms)
    return float(answer.situation["households"]["home"][variable]["2026-02"])


@pytest.mark.parametrize(
    ("income", "now", "proposed"),
    [
        (148_239, 12_976, 12_976),  # one tenge of the gap and the supplements
        (148_240, 0, 12_975),  # at the line nothing is lost yet
        (148_242, 0, 12_974),  # one tenge less for two above the line
        (158_240, 0, 7_975),
        (174_190, 0, 0),  # 25,950 above the line
        (180_000, 0, 0),
    ],
)
def test_assistance_taper(income: int, now: float, proposed: float) -> None:
    assert assistance(income) == now
    assert assistance(income, "assistance_taper") == proposed


@pytest.mark.parametrize(
    ("median", "now", "half", "seventy"),
    [
        (0, 37_060, 37_060, 37_060),  # not known: the floor
        (100_000, 37_060, 50_000, 37_060),  # 35,000 lies below the floor
        (74_120, 37_060, 37_060, 37_060),  # half of it is the floor
        (74_124, 37_060, 37_062, 37_060),
    ],
)
def test_the_two_lines_on_the_same_family(median: int, now: float, half: float, seventy: float) -> None:
    assert assistance(0, median=median, variable="poverty_line") == now
    assert assistance(0, "median_line", median=median, variable="poverty_line") == half
    assert assistance(0, "seventy_percent_line", median=median, variable="poverty_line") == seventy


def test_the_median_line_reaches_a_family_above_the_present_line() -> None:
    assert assistance(160_000, median=100_000) == 0
    assert assistance(160_000, "median_line", median=100_000) == 40_000 + 12_975


def test_large_family_benefit_may_be_counted_as_income(tmp_path: Path) -> None:
    """Four children bring 16.03 x 3,932 = 63,029.96 a month in the last quarter of 2025, if it counts."""
    reform = tmp_path / "count_large_family_benefit.yaml"
    reform.write_text(
        "name: count_large_family_benefit\n"
        "country: kazakhstan\n"
        "title: The large-family benefit counts as income\n"
        "parameters:\n"
        "  targeted_social_assistance.excluded_income.large_family_benefit:\n"
        "    2026-01-01: false\n",
        encoding="utf-8",
    )
    situation: dict[str, Any] = {
        "persons": {name: {"birth_date": f"20{10 + number}-05-01"} for number, name in enumerate("abcd")}
        | {"mother": {"birth_date": "1985-06-10"}},
        "households": {
            "home": {"head": ["mother"], "children": list("abcd"), "region": "aktobe", "family_income": None}
        },
    }
    counted = calculate("kazakhstan", situation, "2026-02", [str(reform)])
    left_out = calculate("kazakhstan", situation, "2026-02")
    assert counted.situation["households"]["home"]["family_income"]["2026-02"] == pytest.approx(3 * 63_029.96)
    assert left_out.situation["households"]["home"]["family_income"]["2026-02"] == 0
