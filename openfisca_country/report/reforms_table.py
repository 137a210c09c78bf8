"""Reforms as a terminal table: what each changes, old value beside new, and by which provision."""

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from openfisca_country.law.catalogue import ReformSummary
from openfisca_country.law.reform_file import ReformProvision
from openfisca_country.report.terminal import plain_table
from openfisca_country.report.words import amount


def reforms_table(found: list[ReformSummary]) -> RenderableType:
    """Lay out the answer of `reforms`: what each changes, old value beside new, and by which provision."""
    parts: list[RenderableType] = []
    for each in found:
        parts.append(Text.from_markup(f"[bold]{each.name}[/]  {escape(each.title)}"))
        notes = [each.description, *(f"{word}: {text}" for word, text in _origin(each) if text)]
        parts += [Padding(Text(note, style="dim"), (0, 0, 0, 2)) for note in notes if note]
        parts += [Padding(_provision(provision), (0, 0, 0, 2)) for provision in each.provisions]
        if each.outside_provisions:
            listed = f"In no provision: {', '.join(each.outside_provisions)}"
            parts.append(Padding(Text(listed, style="yellow"), (0, 0, 0, 2)))
        if each.changes:
            parts.append(Padding(_values_table(each), (0, 0, 0, 2)))
        rules = [name for name in each.variables if name not in each.neutralised]
        if rules:
            parts.append(Padding(Text(f"rules: {', '.join(rules)}"), (0, 0, 0, 2)))
        for day in sorted(set(each.neutralised.values())):
            names = [name for name, start in each.neutralised.items() if start == day]
            told = f"nothing is given{f' from {day}' if day else ''}: {', '.join(names)}"
            parts.append(Padding(Text(told), (0, 0, 0, 2)))
        if each.own_parameters:
            own = ", ".join(f"{name} = {value}" for name, value in each.own_parameters.items())
            parts.append(Padding(Text(f"its own parameters: {own}"), (0, 0, 0, 2)))
        parts.append(Text(""))
    return Group(*parts)


def _origin(summary: ReformSummary) -> list[tuple[str, str]]:
    return [("Sponsor", summary.sponsor), ("Source", summary.reference), ("Link", summary.link)]


def _provision(provision: ReformProvision) -> Text:
    heading = f"[bold]{escape(provision.article)}[/] " if provision.article else ""
    text = f" [dim]{escape(' '.join(provision.text.split()))}[/]" if provision.text else ""
    return Text.from_markup(f"{heading}{escape(provision.title)}: {', '.join(provision.changes)}.{text}")


def _values_table(summary: ReformSummary) -> Table:
    ends = any(change.until for change in summary.changes)
    columns = ["parameter", "from", *(["until"] if ends else []), "now", "proposed", "unit"]
    table = plain_table(*columns, numbers=("now", "proposed"))
    for change in summary.changes:
        until = [change.until or ""] if ends else []
        table.add_row(change.path, change.day, *until, amount(change.old), amount(change.new), change.unit)
    return table
