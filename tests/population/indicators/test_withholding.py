"""What is not shown: too few households, what the others would tell, and differences of either."""

import dataclasses

import pytest

from openfisca_country.population.impact_results import BudgetLine, Estimate, IndicatorRow
from openfisca_country.population.indicators.draft import estimate, with_complement
from openfisca_country.population.indicators.statistic import Statistic
from openfisca_country.population.indicators.withholding import budget_to_show, rows_to_show
from tests.population.indicators.small import numbers

WITHHELD = Estimate(None, withheld=True)


def shown(value: float, observations: int = 50) -> Estimate:
    return Estimate(value, 1.0, value - 2, value + 2, observations)


@pytest.mark.parametrize(("observations", "withheld"), [(0, False), (1, True), (29, True), (30, False)])
def test_fewer_households_than_the_least_but_not_none(observations: int, withheld: bool) -> None:
    found = estimate(Statistic(5.0, numbers(1, 2), observations), 1.0, 2.0, 30)
    assert found.withheld is withheld
    assert found.value == (None if withheld else 5.0)
    assert found.observations == (0 if withheld else observations)


def test_an_interval_is_the_estimate_and_its_reach_on_both_sides() -> None:
    found = estimate(Statistic(5.0, numbers(1, 2), 99), 1.5, 2.0, 30)
    assert (found.error, found.low, found.high) == (1.5, 2.0, 8.0)


def test_what_cannot_be_computed_has_no_value_and_is_not_withheld() -> None:
    found = estimate(Statistic(float("nan"), numbers(1, 2), 99), 1.5, 2.0, 30)
    assert (found.value, found.withheld) == (None, False)


def test_one_withheld_part_takes_the_next_smallest_with_it() -> None:
    found = with_complement([shown(1, 90), WITHHELD, shown(3, 40), shown(4, 60)])
    assert [each.withheld for each in found] == [False, True, True, False]


@pytest.mark.parametrize("parts", [[shown(1), shown(2)], [WITHHELD, WITHHELD, shown(3)]])
def test_none_or_two_withheld_parts_tell_nothing(parts: list[Estimate]) -> None:
    assert with_complement(parts) == parts


def row(level: str, baseline: Estimate, reform: Estimate, group: str = "region") -> IndicatorRow:
    return IndicatorRow(
        "poverty_headcount", "", "/1", group, level, level, "line", "", baseline, {"r": reform}, {"r": shown(0)}
    )


def test_a_difference_is_withheld_where_either_side_is() -> None:
    found = rows_to_show([row("n", WITHHELD, shown(1)), row("s", WITHHELD, shown(1)), row("w", shown(1), shown(2))])
    assert [each.differences["r"].withheld for each in found] == [True, True, False]


def test_parts_of_a_group_are_looked_at_together_and_laws_apart() -> None:
    rows = [row("n", WITHHELD, shown(1)), row("s", shown(1, 40), shown(1)), row("w", shown(1, 99), shown(1))]
    found = rows_to_show(rows)
    assert [each.baseline.withheld for each in found] == [True, True, False]
    assert [each.reforms["r"].withheld for each in found] == [False, False, False]


def test_groups_that_overlap_do_not_give_each_other_away() -> None:
    found = rows_to_show([row("children", WITHHELD, shown(1), "people"), row("older", shown(1), shown(1), "people")])
    assert [each.baseline.withheld for each in found] == [True, False]


def test_the_interval_of_a_share_stays_between_0_and_1() -> None:
    (found,) = rows_to_show([row("all", shown(0.5), shown(0.5), "all")])
    assert (found.baseline.low, found.baseline.high) == (0, 1)
    assert (found.differences["r"].low, found.differences["r"].high) == (-2, 2)


def test_a_ratio_may_be_above_1_and_an_income_below_0() -> None:
    ratio = dataclasses.replace(row("all", shown(0.5), shown(0.5), "all"), indicator="s80_s20")
    income = dataclasses.replace(ratio, indicator="mean_income")
    found = rows_to_show([ratio, income])
    assert [(each.baseline.low, each.baseline.high) for each in found] == [(0, 2.5), (-1.5, 2.5)]


def line(
    name: str, persons: Estimate, amount: Estimate, part: str = "programme", total: str = "benefits"
) -> BudgetLine:
    both = {"current": amount, "r": shown(9)}
    counted = {"current": persons, "r": shown(9)}
    return BudgetLine(
        name=name,
        label="",
        kind="benefit",
        programme="",
        part=part,
        total="" if part == "total" else total,
        amounts=both,
        differences={"r": shown(1)},
        persons=counted,
        households=both,
        share=both,
    )


def withheld_under_current_law(lines: list[BudgetLine]) -> list[str]:
    return [each.name for each in budget_to_show(lines) if each.amounts["current"].withheld]


def test_a_budget_line_is_withheld_as_a_whole_under_a_law_and_one_more_with_it() -> None:
    lines = [line("a", WITHHELD, shown(1)), line("b", shown(1), shown(1, 70)), line("c", shown(1), shown(1, 40))]
    found = {each.name: each for each in budget_to_show([*lines, line("benefits", shown(3), shown(3), "total")])}
    assert [name for name, each in found.items() if each.amounts["current"].withheld] == ["a", "c"]
    assert found["a"].differences["r"].withheld
    assert not found["a"].amounts["r"].withheld


def test_only_the_lines_of_one_total_give_each_other_away() -> None:
    lines = [
        line("a", WITHHELD, shown(1)),
        line("b", shown(1), shown(1, 70)),
        line("c", shown(1), shown(1, 40), total=""),
    ]
    assert withheld_under_current_law(lines) == ["a", "b"]
    assert withheld_under_current_law([line("a", WITHHELD, shown(1), total=""), lines[1], lines[2]]) == ["a"]


def test_totals_and_balance_give_each_other_away() -> None:
    totals = [line(name, shown(1), shown(1, seen), "total") for name, seen in (("benefits", 90), ("income_tax", 50))]
    balance = dataclasses.replace(
        line("net_cost", shown(1), shown(1, 80), "total"), persons={}, households={}, share={}
    )
    assert withheld_under_current_law([*totals, balance]) == []
    rare = line("own_contributions", WITHHELD, shown(1), "total")
    assert withheld_under_current_law([*totals, rare, balance]) == ["income_tax", "own_contributions"]
