"""The answer of `impact` in a terminal: one screen that says what the page says."""

import io
from typing import Any

from rich.console import Console

from openfisca_country.report.impact_table import impact_table
from tests.report.impacts import LINE, gainers, impact, line


def shown(found: Any, width: int = 140) -> str:
    console = Console(width=width, record=True, color_system=None, file=io.StringIO())
    console.print(impact_table(found))
    return console.export_text()


def lines_with(text: str, word: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if word in line]


def test_the_budget_tells_what_changes_and_the_totals() -> None:
    text = shown(impact(2))
    assert "Child allowance 91.2 bn 128 bn +37.2 bn 91.2 bn =" in lines_with(text, "Child allowance ")
    assert "Old-age pension from insured work 402 bn 402 bn = 392 bn −10.5 bn" in lines_with(text, "Old-age")
    assert "All cash benefits 493 bn 530 bn +37.2 bn 483 bn −10.5 bn" in lines_with(text, "All cash benefits")


def test_a_line_that_nobody_is_paid_is_not_counted_among_the_others() -> None:
    """Of the four payments one changes, one is paid to nobody: two more."""
    assert "2 more payments, taxes and contributions" in shown(impact(1))


def test_poverty_has_its_difference_and_interval() -> None:
    text = shown(impact(1))
    assert "Poverty headcount 15.5 % 13.1 % −2.4 pp −3.5 to −1.3 pp" in lines_with(text, "Poverty headcount")
    assert "Gini coefficient 0.402 0.391 −0.011 −0.023 to +0.0008" in lines_with(text, "Gini")


def test_with_two_reforms_there_is_no_room_for_intervals() -> None:
    text = shown(impact(2))
    assert "Gini coefficient 0.402 0.391 −0.011 0.403 +0.0010" in lines_with(text, "Gini")
    assert "−0.023 to" not in text


def test_each_tenth_says_who_gains_and_a_withheld_one_that_it_is() -> None:
    text = shown(impact(1))
    assert "1 poorest 300,000 +42,000 +14.0 % 50.0 % 2.0 %" in lines_with(text, "poorest")
    assert "10 richest 3,720,000 +4,200 +0.11 % .. .." in lines_with(text, "richest")
    assert "..: withheld, as fewer than 10 households" in text


def test_the_kinds_of_households_behind_gains_are_named() -> None:
    text = " ".join(shown(impact(1)).split())
    assert "among those who gain: couple with 3 or more children, 3 or more children, one works, rural (31.4 %)" in text
    assert "among those who lose: single adult, no children, one works, urban (..)" in text


def test_it_ends_with_warnings_lines_assumptions_and_stamp() -> None:
    text = shown(impact(1))
    assert "The law was last verified on 31 May 2026." in text
    assert "Minimum consumption: 715,000 UZS" in text
    assert "assumed: 1 input." in text
    assert "Law of Uzbekistan, with first, verified 2026-05-31; openfisca-country 0.2.0, openfisca-core 46.0.1." in text


def test_a_title_in_square_brackets_is_text_and_not_a_style() -> None:
    text = shown(impact(1, titles={"first": "[red]Tax[/] [link=x]"}))
    assert "[red]Tax[/] [link=x]" in text


def test_results_without_deciles_or_lines_can_be_shown() -> None:
    text = shown(impact(1, deciles=(), gainers=(gainers("first", "all", [0, 0, 1, 0, 0], "all"),), lines=(), rows=()))
    assert "Budget of 2026" in text
    assert LINE.label not in text


def test_a_total_of_nothing_is_not_told_and_a_line_in_no_total_says_so() -> None:
    nothing = line("own_contributions", "What people pay for themselves", [0.0, 0.0, 0.0], "revenue")
    loan = line("loan", "Small loan", [1e9, 2e9, 1e9], "loan", "Loans")
    text = shown(impact(2, budget=(loan, nothing)))
    assert "Small loan (in no total)" in text
    assert "What people pay for themselves" not in text
