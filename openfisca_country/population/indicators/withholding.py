"""Numbers that are not shown: too few households stand behind them, or the others would give them away."""

import dataclasses
from collections.abc import Iterable

from openfisca_country.population.impact_results import BudgetLine, Estimate, GainersRow, IndicatorRow
from openfisca_country.population.indicators.definitions import DEFINITIONS, Definition
from openfisca_country.population.indicators.draft import WITHHELD, with_complement, within

OVERLAPPING = "people"


def rows_to_show(rows: Iterable[IndicatorRow]) -> tuple[IndicatorRow, ...]:
    """Withhold, in each series over the parts of a group, what the other parts would give away.

    A difference is withheld where either side is.
    """
    found = list(rows)
    series: dict[tuple[str, str, str], list[int]] = {}
    for place, row in enumerate(found):
        series.setdefault((row.indicator, row.group, row.subject), []).append(place)
    for (indicator, group, _), places in series.items():
        some = [found[place] for place in places]
        complete = group == OVERLAPPING or len(some) == 1
        baseline = _shown([row.baseline for row in some], complete)
        reforms = {law: _shown([row.reforms[law] for row in some], complete) for law in some[0].reforms}
        for at, place in enumerate(places):
            laws = {law: each[at] for law, each in reforms.items()}
            found[place] = _row(found[place], baseline[at], laws, DEFINITIONS[indicator])
    return tuple(found)


def _shown(estimates: list[Estimate], complete: bool) -> list[Estimate]:
    return estimates if complete else with_complement(estimates)


def _row(row: IndicatorRow, baseline: Estimate, reforms: dict[str, Estimate], told: Definition) -> IndicatorRow:
    differences = {
        law: WITHHELD if baseline.withheld or reforms[law].withheld else each for law, each in row.differences.items()
    }
    if not told.signed:
        most = told.most(row.indicator)
        baseline, reforms = within(baseline, most), {law: within(each, most) for law, each in reforms.items()}
    return dataclasses.replace(row, baseline=baseline, reforms=reforms, differences=differences)


def gainers_to_show(rows: Iterable[GainersRow]) -> tuple[GainersRow, ...]:
    """Do the same for the classes of gainers and losers, number by number."""
    found = list(rows)
    series: dict[tuple[str, str], list[int]] = {}
    for place, row in enumerate(found):
        series.setdefault((row.reform, row.group), []).append(place)
    names = ("gaining", "losing", "average_gain", "average_gain_of_gainers", "average_loss_of_losers")
    for places in series.values():
        some = [found[place] for place in places]
        columns = {name: with_complement([getattr(row, name) for row in some]) for name in names}
        shares = {name: with_complement([row.shares[name] for row in some]) for name in some[0].shares}
        for at, place in enumerate(places):
            found[place] = dataclasses.replace(
                found[place],
                shares={name: within(each[at], 1.0) for name, each in shares.items()},
                gaining=within(columns["gaining"][at], 1.0),
                losing=within(columns["losing"][at], 1.0),
                average_gain=columns["average_gain"][at],
                average_gain_of_gainers=columns["average_gain_of_gainers"][at],
                average_loss_of_losers=columns["average_loss_of_losers"][at],
            )
    return tuple(found)


def budget_to_show(lines: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Withhold a line where any number of it is, and one more where a single one of a sum is.

    The lines of a total add up to it, and the totals to the balance; what is part of neither is looked at alone.
    """
    found = list(lines)
    sums = {line.total for line in found if line.part == "programme" and line.total}
    together = [[place for place, line in enumerate(found) if line.total == total] for total in sorted(sums)]
    together += [[place for place, line in enumerate(found) if line.part == "total"]]
    together += [[place] for place, line in enumerate(found) if line.part == "programme" and not line.total]
    for places in together:
        for law in found[places[0]].amounts if places else ():
            kept = with_complement([_weakest(found[place], law) for place in places])
            for place, estimate in zip(places, kept, strict=True):
                if estimate.withheld:
                    found[place] = _without(found[place], law)
    return tuple(_within(line) for line in found)


def _weakest(line: BudgetLine, law: str) -> Estimate:
    cells = (line.amounts[law], *(each[law] for each in (line.persons, line.households) if law in each))
    return WITHHELD if any(each.withheld for each in cells) else line.amounts[law]


def _without(line: BudgetLine, law: str) -> BudgetLine:
    """Return a line without its numbers under one law, and without the differences that would tell them."""
    return dataclasses.replace(
        line,
        amounts={**line.amounts, law: WITHHELD},
        persons=_hidden(line.persons, law),
        households=_hidden(line.households, law),
        share=_hidden(line.share, law),
        differences={
            reform: each if law not in ("current", reform) else WITHHELD for reform, each in line.differences.items()
        },
    )


def _hidden(cells: dict[str, Estimate], law: str) -> dict[str, Estimate]:
    return {**cells, law: WITHHELD} if law in cells else cells


def _within(line: BudgetLine) -> BudgetLine:
    if line.kind == "balance" or any((each.value or 0) < 0 for each in line.amounts.values()):
        return line  # a balance, and what is taken off a total, may lie on both sides of zero
    amounts, persons, households, share = (
        {law: within(each) for law, each in cells.items()}
        for cells in (line.amounts, line.persons, line.households, line.share)
    )
    return dataclasses.replace(line, amounts=amounts, persons=persons, households=households, share=share)
