"""Numbers of a population as they are read: rounded, signed, withheld, and never more certain than they are."""

import dataclasses

import pytest

from openfisca_country.population.impact_results import Estimate
from openfisca_country.report.impact_numbers import big, change, figure, interval, percent, points, sure, told
from openfisca_country.report.impact_words import family_of, law_name, pattern_in_words, subject_name
from tests.report.impacts import LINE, WITHHELD, impact, known


def test_a_withheld_number_is_two_dots_and_one_that_is_not_there_a_dash() -> None:
    assert told(WITHHELD, "gini", "/1") == ".."
    assert told(Estimate(None), "gini", "/1") == "–"
    assert change(WITHHELD, "gini", "/1") == ".."
    assert change(None, "gini", "/1") == "–"
    assert interval(WITHHELD, "gini", "/1") == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999_499, "999,499"), (1_000_000, "1 m"), (-2_345_000_000, "−2.35 bn"), (123_456e6, "123 bn")],
)
def test_large_amounts_have_three_figures(value: float, text: str) -> None:
    assert big(value) == text


def test_a_share_is_in_per_cent_and_its_change_in_points() -> None:
    assert percent(0.256) == "25.6 %"
    assert points(-0.0034, "poverty_headcount", "/1") == "−0.34 pp"
    assert points(0.02, "coverage", "/1") == "+2.0 pp"


def test_a_coefficient_is_no_share() -> None:
    assert figure(0.4417, "gini", "/1") == "0.442"
    assert figure(10.257, "s80_s20", "/1") == "10.26"
    assert points(-0.0018, "gini", "/1") == "−0.0018"
    assert points(-0.118, "s80_s20", "/1") == "−0.12"


def test_a_change_too_small_to_write_is_not_written_as_none() -> None:
    """`=` says that nothing changes, which a change of a millionth is not."""
    assert points(1e-7, "poverty_headcount", "/1") == "≈ 0"
    assert points(-0.2, "", "currency/month") == "≈ 0"
    assert points(0.0, "", "currency/month") == "="


def test_an_interval_tells_both_ends_once_their_unit() -> None:
    assert interval(known(0.1, 0.01), "poverty_headcount", "/1") == "8.0 to 12.0 %"
    assert interval(Estimate(-0.01, 0.005, -0.0198, 1e-9, 50), "poverty_gap", "/1", signed=True) == "−2.0 to 0 pp"
    assert interval(Estimate(0.3, None, None, None), "gini", "/1") == ""
    assert interval(Estimate(0.0, 0.0, 0.0, 0.0), "gini", "/1") == ""


@pytest.mark.parametrize(
    ("low", "high", "certain"), [(-0.3, -0.1, True), (0.1, 0.3, True), (-0.1, 0.1, False), (0.0, 0.2, False)]
)
def test_a_difference_is_sure_where_its_interval_leaves_out_zero(low: float, high: float, certain: bool) -> None:
    assert sure(Estimate((low + high) / 2 or 0.01, 0.05, low, high, 99)) is certain


def test_of_a_census_every_difference_is_sure_but_none() -> None:
    assert sure(Estimate(0.001))
    assert not sure(Estimate(0.0))
    assert not sure(WITHHELD)
    assert not sure(None)


def test_an_indicator_names_its_line_only_where_there_are_several() -> None:
    alone = impact(1)
    row = alone.row("poverty_headcount", subject=LINE.name)
    assert row is not None
    assert subject_name(row, alone) == "Poverty headcount"
    several = impact(1, lines=(LINE, LINE))
    assert subject_name(row, several) == "Poverty headcount, Minimum consumption"


def test_an_indicator_that_nobody_knew_still_has_a_place() -> None:
    assert family_of("poverty_gap") == "Poverty"
    assert family_of("shadow_wage") == "Other indicators"


def test_a_law_without_a_title_is_called_by_its_key() -> None:
    assert law_name(impact(1, titles={}), "first") == "first"
    assert law_name(impact(1), "current") == "Current law"


def test_a_kind_of_household_is_told_as_far_as_it_is_known() -> None:
    frequent = impact(1).patterns[0]
    assert pattern_in_words(frequent) == "3 or more children, one works, rural"
    rest = dataclasses.replace(frequent, children="", work="", region="")
    assert pattern_in_words(rest) == "not told apart further"
