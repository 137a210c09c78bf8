"""The answer of `impact` on one screen: budget, poverty, inequality, who gains and who loses."""

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from openfisca_country.population.impact_results import CURRENT, BudgetLine, Impact, IndicatorRow
from openfisca_country.report.impact_numbers import change, counted, interval, sure, told
from openfisca_country.report.impact_words import (
    changed,
    in_no_total,
    law_name,
    paid,
    pattern_in_words,
    patterns_of,
    population_in_words,
    reforms_of,
    subject_name,
    totals,
)
from openfisca_country.report.terminal import plain_table
from openfisca_country.report.words import amount

MOST_LINES = 8
MOST_PATTERNS = 3
MAIN = ("poverty_headcount", "poverty_gap", "gini", "s80_s20", "mean_income")
TITLE = 26


def impact_table(impact: Impact) -> RenderableType:
    """Lay out the answer of `impact`."""
    parts: list[RenderableType] = [
        Text(f"{impact.country}, {impact.period}: {population_in_words(impact)}", style="bold"),
        Text(""),
        _budget(impact),
        Text(""),
        _main(impact),
        Text(""),
    ]
    for reform in reforms_of(impact):
        parts += [_deciles(impact, reform), Text("")]
        parts += _patterns(impact, reform)
    return Group(*parts, *_notes(impact))


def _headings(impact: Impact) -> tuple[list[str], list[str]]:
    """Return the columns of a table that compares laws, and which of them hold figures."""
    columns = ["", "current law"]
    for reform in reforms_of(impact):
        columns += [_cut(law_name(impact, reform)), "difference"]
    return columns, columns[1:]


def _cut(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[: TITLE - 1].rstrip()}…"


def _budget(impact: Impact) -> Table:
    columns, figures = _headings(impact)
    table = plain_table(*columns, numbers=figures, title=f"Budget of {impact.period}, {impact.currency}")
    programmes = [line for line in impact.budget if line.part != "total"]
    moved = changed(programmes)
    for line in moved[:MOST_LINES]:
        _budget_row(table, impact, line)
    rest = len(paid(programmes)) - len(moved[:MOST_LINES])
    if rest > 0:
        table.add_row(f"[dim]{amount(rest)} more payments, taxes and contributions[/]")
    for line in totals(impact):
        _budget_row(table, impact, line, style="bold")
    return table


def _budget_row(table: Table, impact: Impact, line: BudgetLine, style: str = "") -> None:
    label = f"{line.label} (in no total)" if in_no_total(line) else line.label
    cells = [escape(label), told(line.amounts[CURRENT], "", "currency")]
    for reform in reforms_of(impact):
        cells += [told(line.amounts[reform], "", "currency"), change(line.differences.get(reform), "", "currency")]
    table.add_row(*cells, style=style or None)


def _main(impact: Impact) -> Table:
    columns, figures = _headings(impact)
    alone = len(reforms_of(impact)) == 1  # with more there is no room for intervals
    columns += ["95 %"] * alone
    table = plain_table(*columns, numbers=figures, title="Poverty, inequality and income")
    for row in _main_rows(impact):
        cells = [escape(subject_name(row, impact)), told(row.baseline, row.indicator, row.unit)]
        for reform in reforms_of(impact):
            difference = row.differences.get(reform)
            style = "" if sure(difference) else "[dim]"
            text = change(difference, row.indicator, row.unit)
            cells += [
                told(row.reforms[reform], row.indicator, row.unit),
                f"{style}{text}",
            ]
            cells += [f"[dim]{interval(difference, row.indicator, row.unit, signed=True)}"] * alone
        table.add_row(*cells)
    return table


def _main_rows(impact: Impact) -> list[IndicatorRow]:
    lines = [line.name for line in impact.lines]
    found = [row for row in impact.rows if row.group == "all" and row.indicator in MAIN]
    return [row for row in found if not row.subject or row.subject in lines]


def _deciles(impact: Impact, reform: str) -> Table:
    title = f"{law_name(impact, reform)}: who gains, by tenth of the population ({impact.currency} a member and month)"
    columns = ("decile", "income now", "average gain", "of income", "gain", "lose")
    table = plain_table(*columns, numbers=columns[1:], title=escape(title))
    by_decile = {row.level: row for row in impact.gainers if row.reform == reform and row.group == "decile"}
    for each in impact.deciles:
        if each.reform != reform:
            continue
        row = by_decile.get(str(each.decile))
        place = {1: " poorest", 10: " richest"}.get(each.decile, "")
        table.add_row(
            f"{each.decile}[dim]{place}[/]",
            told(each.income, "", "currency/month"),
            change(each.gain, "", "currency/month"),
            change(each.relative, "", "/1").replace(" pp", " %"),
            told(row.gaining, "", "/1") if row else "",
            told(row.losing, "", "/1") if row else "",
        )
    everyone = next((row for row in impact.gainers if row.reform == reform and row.group == "all"), None)
    if everyone:
        shares = told(everyone.gaining, "", "/1"), told(everyone.losing, "", "/1")
        table.add_row("all", "", "", "", *shares, style="bold")
    return table


def _patterns(impact: Impact, reform: str) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for side in ("gains", "loses"):
        found = patterns_of(impact, reform, side)[:MOST_PATTERNS]
        named = "; ".join(
            f"{each.household_type}, {pattern_in_words(each)} ({told(each.share, '', '/1')})" for each in found
        )
        if named:
            parts.append(Text(f"Most frequent among those who {side.removesuffix('s')}: {named}."))
    return [*parts, Text("")] if parts else []


def _notes(impact: Impact) -> list[RenderableType]:
    parts: list[RenderableType] = [Text.from_markup(f"[yellow]![/] {escape(text)}") for text in impact.warnings]
    lines = "; ".join(f"{line.label}: {amount(line.value)} {impact.currency}" for line in impact.lines)
    if lines:
        parts.append(Text(f"Poverty lines, a person and month: {lines}.", style="dim"))
    parts.append(Text(f"Persons are ranked by: {impact.welfare}.", style="dim"))
    assumed = len(impact.data_report.assumed) if impact.data_report is not None else 0
    if assumed:
        parts.append(
            Text(f"Not in the tables, or not for everyone, and assumed: {counted(assumed, 'input')}.", style="dim")
        )
    if impact.minimum_observations > 1:
        few = f"{impact.minimum_observations} households"
        parts.append(
            Text(f"..: withheld, as fewer than {few} stand behind it, or it would tell one that is.", style="dim")
        )
    stamp = impact.stamp
    reforms = f", with {', '.join(stamp.reforms)}" if stamp.reforms else ""
    parts.append(
        Text(
            f"Law of {impact.country}{reforms}, verified {stamp.verified}; "
            f"openfisca-country {stamp.package}, openfisca-core {stamp.core}.",
            style="dim",
        )
    )
    return parts
