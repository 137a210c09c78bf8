"""The data report of a run's tables in the terminal: what was taken, what is assumed, what was refused."""

from itertools import groupby

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from openfisca_country.population.tables.data_report import AssumedInput, ColumnReport, DataReport, Finding
from openfisca_country.report.terminal import plain_table
from openfisca_country.report.words import amount, measured

MOST_LEVELS = 4
MOST_ASSUMED = 8
MOST_PROGRAMMES = 2


def data_report_table(report: DataReport) -> RenderableType:
    """Lay out a data report: counts, findings, the columns of each table, inputs assumed for everyone."""
    heading = f"{report.persons:,} persons in {report.households:,} households"
    parts: list[RenderableType] = [Text(heading, style="bold")]
    refused = report.refused_persons + report.refused_households
    if refused:
        told = (
            f"refused: {_counted(report.refused_persons, 'person')}, {_counted(report.refused_households, 'household')}"
        )
        parts.append(Text(f"{told}; refused-persons.csv and refused-households.csv tell why", style="yellow"))
    parts += [_finding(each) for each in report.findings]
    for entity, columns in groupby(report.columns, key=lambda column: column.entity):
        listed = [column for column in columns if column.taken_as]
        parts += [Text(""), _columns(entity, listed, report)]
    return Group(*parts, *_assumed(report.assumed))


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _finding(finding: Finding) -> RenderableType:
    mark = "[red]✗[/]" if finding.refused else "[yellow]![/]"
    more = ", …" if finding.count > len(finding.ids) else ""
    ids = f" [dim]({escape(', '.join(finding.ids))}{more})[/]" if finding.ids else ""
    return Padding(Text.from_markup(f"{mark} {escape(finding.sentence)}{ids}"), (0, 0, 0, 2))


def _columns(entity: str, columns: list[ColumnReport], report: DataReport) -> Table:
    total = report.persons if entity == "persons" else report.households
    table = plain_table(
        f"{entity}: column", "taken as", "least", "most", "missing", "", numbers=("least", "most", "missing")
    )
    for each in columns:
        share = f"{each.missing / total:.0%}" if each.missing and total else ""
        words = "; ".join(word for word in (each.how, _levels(each)) if word)
        same = each.name == each.taken_as
        table.add_row(
            escape(each.name),
            "[dim]as named[/]" if same else escape(each.taken_as),
            _value(each.minimum),
            _value(each.maximum),
            share or ("[dim]none[/]" if not each.missing else "0%"),
            f"[dim]{escape(words)}[/]",
        )
    return table


def _value(value: float | str | None) -> str:
    return "" if value is None else amount(value)


def _levels(column: ColumnReport) -> str:
    largest = sorted(column.levels, key=lambda level: -level[1])
    shown = [f"{name} {count:,}" for name, count in largest[:MOST_LEVELS]]
    more = len(largest) - MOST_LEVELS
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _assumed(assumed: tuple[AssumedInput, ...]) -> list[RenderableType]:
    if not assumed:
        return []
    ordered = sorted(assumed, key=lambda each: -len(each.programmes))
    parts: list[RenderableType] = [Text("\nAssumed, because the tables do not say", style="bold")]
    for each in ordered[:MOST_ASSUMED]:
        read_by = ", ".join(each.programmes[:MOST_PROGRAMMES])
        more = len(each.programmes) - MOST_PROGRAMMES
        read_by += f" and {more} more" if more > 0 else ""
        word = each.entity[:-1]
        line = f"{escape(each.label)}: [bold]{measured(each.value, '')}[/] for {_counted(each.count, word)}"
        line += f" [dim]({read_by})[/]"
        parts.append(Padding(Text.from_markup(line), (0, 0, 0, 2)))
    if len(ordered) > MOST_ASSUMED:
        more = len(ordered) - MOST_ASSUMED
        parts.append(Padding(Text(f"and {more} more inputs (--format json lists them)", style="dim"), (0, 0, 0, 2)))
    return parts
