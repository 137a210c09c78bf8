"""The drafters' three stories: the figures the page tells are those worked out from the law."""

from pathlib import Path

import pytest

from openfisca_country import compare, explain

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "uzbekistan"
STORIES = ROOT / "docs" / "stories"
PAGE = (ROOT / "docs" / "for-drafters.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("story", "gain"),
    [
        ("raise_an_amount", 6 * 50_000),  # January to June
        ("change_a_condition", 2 * 635_000 + 4 * (275_000 + 165_000 + 110_000)),  # the youngest is three from September
    ],
)
def test_what_the_family_in_need_gains(story: str, gain: int) -> None:
    answer = compare("uzbekistan", EXAMPLES / "family_in_need.json", [str(STORIES / f"{story}.yaml")], "2027")
    line = next(each for each in answer.lines if each.variable == "child_allowance")
    assert line.difference(story) == gain
    assert f"+{gain:,}" in PAGE


def test_what_smoothing_does_to_the_first_step() -> None:
    """Two children, 525,000 in full: 75 % today; 62.5 %; (1,072,500 - 850,000) / 357,500 of it."""
    answer = compare(
        "uzbekistan", EXAMPLES / "borderline_family.json", ["smooth_borderline", "borderline_taper"], "2027-01"
    )
    line = next(each for each in answer.lines if each.variable == "child_allowance")
    amounts = [line.total(), *(line.total(name) for name in answer.titles)]
    assert amounts == [393_750, 328_125, 326_748]
    assert all(f"{amount:,.0f}" in PAGE for amount in amounts if amount is not None)


def test_the_condition_that_fails_and_what_turns_it() -> None:
    answer = explain("uzbekistan", EXAMPLES / "family_in_need.json", "child_allowance", "2027-08")
    assert [each.met for each in answer.conditions].count(False) == 1
    assert ("Rustam", "is_formally_employed", True) in {
        (each.id, each.variable, each.wanted) for each in answer.turning
    }
