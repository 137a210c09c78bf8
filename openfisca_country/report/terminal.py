"""Results as terminal tables. Nothing is computed here: what a result holds is laid out for reading."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from openfisca_country.household.missing import Missing
from openfisca_country.household.results import (
    Assumption,
    Calculation,
    ComparedLine,
    Comparison,
    Condition,
    Explanation,
    Figure,
    Line,
    Stamp,
    Status,
    Step,
    TurningChange,
)
from openfisca_country.law import Programme
from openfisca_country.law.catalogue import CountrySummary
from openfisca_country.law.check import Finding
from openfisca_country.law.history import ActInLaw, ChangeOfLaw
from openfisca_country.report.words import amount, measured, month, signed

MET, FAILED = "[green]✓[/]", "[red]✗[/]"
MOST_ASSUMED = 5
MOST_COLUMNS = 6
MOST_NAMED = 3
MOST_FACTS = 3
MOST_FIGURES = 6
LABEL = 44


def plain_table(*columns: str, title: str = "", numbers: Iterable[str] = ()) -> Table:
    """Return a table with a title, light rules, and figures to the right."""
    table = Table(
        title=title or None, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0)
    )
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", header_style="dim", vertical="top")
    return table


def countries_table(found: list[CountrySummary]) -> RenderableType:
    """Lay out the answer of `countries`."""
    table = plain_table(
        "country", "", "currency", "law from", "verified", "programmes", "reforms", numbers=("programmes", "reforms")
    )
    for each in found:
        table.add_row(
            each.name,
            f"{each.title} ({each.iso})",
            each.currency,
            f"{each.law_from:%Y-%m}",
            str(each.verified),
            str(each.programmes),
            str(each.reforms),
        )
    return table


def programmes_table(found: list[Programme]) -> RenderableType:
    """Lay out the answer of `programmes`, by branch of social security."""
    parts: list[RenderableType] = []
    for branch, group in groupby(found, key=lambda programme: programme.branch):
        table = plain_table("programme", "for", "variables", "acts", title=branch.capitalize())
        table.columns[0].ratio, table.columns[1].ratio, table.columns[2].ratio, table.columns[3].ratio = 4, 5, 5, 3
        table.expand = True
        for each in group:
            window = f"from {each.start:%Y-%m}" if each.start else ""
            window += f" to {each.end:%Y-%m}" if each.end else ""
            name = Text.from_markup(f"[bold]{escape(each.title)}[/]\n[dim]{each.name}\n{window}[/]")
            names = list(each.variables)
            shown = "\n".join(names[:6]) + (f"\n… and {len(names) - 6} more" if len(names) > 6 else "")
            table.add_row(name, each.beneficiaries, shown, ", ".join(each.acts))
            table.add_row()
        parts.append(table)
    return Group(*parts)


def changes_table(found: list[ChangeOfLaw]) -> RenderableType:
    """Lay out the answer of `changes`, by date: numbers old beside new, then rules that took over."""
    if not found:
        return Text("Nothing changed.")
    parts: list[RenderableType] = []
    for day, group in groupby(found, key=lambda change: change.day):
        listed = list(group)
        parts.append(Text(day, style="bold"))
        table = plain_table("", "before", "since", "act", numbers=("before", "since"))
        for each in listed:
            if each.kind == "value":
                unit = f" [dim]({escape(each.unit)})[/]" if each.unit not in ("", "/1") else ""
                table.add_row(f"{escape(each.label)}{unit}", amount(each.old), amount(each.new), "; ".join(each.acts))
        if table.row_count:
            parts.append(Padding(table, (0, 0, 0, 2)))
        for each in listed:
            if each.kind != "value":
                told = "ends" if each.kind == "end" else str(each.new)
                line = f"[cyan]{escape(each.label)}[/]: {escape(told)} [dim]({'; '.join(each.acts)})[/]"
                parts.append(Padding(Text.from_markup(line), (0, 0, 0, 2)))
        parts.append(Text(""))
    return Group(*parts)


def act_table(found: ActInLaw) -> RenderableType:
    """Lay out the answer of `act`: what rests on it, by article."""
    instrument = found.instrument
    heading = f"[bold]{escape(instrument.title)}[/] {escape(f'({instrument.number})' if instrument.number else '')}"
    parts: list[RenderableType] = [Text.from_markup(heading)]
    life = f"In force from {instrument.start or 'an unknown day'}" + (f" to {instrument.end}" if instrument.end else "")
    parts.append(Text(f"{life}. {instrument.link}", style="dim"))
    for article, group in groupby(found.provisions, key=lambda each: each.article):
        parts.append(Text(f"\n{article or 'no article named'}", style="bold cyan"))
        table = plain_table("", "", "", "")
        table.show_header = False
        for each in group:
            values = "\n".join(f"{day}: {measured(value, each.unit)}" for day, value in each.values)
            table.add_row(each.kind, escape(each.label), f"[dim]{each.path}[/]", values)
        parts.append(Padding(table, (0, 0, 0, 2)))
    if not found.provisions:
        parts.append(Text("Nothing of the law as encoded rests on this act."))
    return Group(*parts)


def calculation_table(result: Calculation) -> RenderableType:
    """Lay out the answer of `calculate`: a line an entitlement, a column for months that are all alike."""
    periods = tuple(dict.fromkeys(when for line in result.lines for when in line.values)) or result.periods
    title = f"{result.country}, {_span(result.periods)}, {result.currency} a month"
    parts: list[RenderableType] = []
    for columns in _fitting(_alike(result.lines, periods)):
        headings = [_heading(months) for months in columns]
        table = plain_table("", *headings, title=title if not parts else "", numbers=headings)
        table.columns[0].min_width = min(LABEL, max((len(line.label) for line in result.lines), default=0) + 2)
        for who, lines in groupby(result.lines, key=lambda line: line.id):
            table.add_row(Text(who, style="bold cyan"))
            for line in lines:
                table.add_row(f"  {line.label}", *[_cell(line, months[0]) for months in columns])
        parts += [table, Text("")]
    return Group(*parts, *notes(result.assumed, result.warnings, result.confidence, result.stamp))


def _alike(lines: Iterable[Line], periods: Iterable[str]) -> list[tuple[str, ...]]:
    """Gather successive periods in which every line reads the same."""
    found: list[tuple[str, ...]] = []
    shown: list[str] = []
    for when in periods:
        cells = [_cell(line, when) for line in lines]
        if found and cells == shown:
            found[-1] = (*found[-1], when)
        else:
            found.append((when,))
        shown = cells
    return found


def _fitting(columns: list[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Break columns into tables of equal length that fit a page."""
    tables = -(-len(columns) // MOST_COLUMNS)
    length = -(-len(columns) // max(tables, 1))
    return [columns[first : first + length] for first in range(0, len(columns), max(length, 1))]


def _heading(months: tuple[str, ...]) -> str:
    first, last = month(months[0]), month(months[-1])
    return first if first == last else f"{first.split()[0]}\N{EN DASH}{last}"


def _span(periods: tuple[str, ...]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


def _cell(line: Line, when: str) -> str:
    status = line.status.get(when)
    if len(line.values) > 1 and status in (Status.NOT_ELIGIBLE, Status.NOT_IN_LAW):
        return "[dim]·[/]"
    if status not in (Status.VALUE, Status.ZERO, None):
        return f"[dim]{status}[/]"
    return amount(line.values.get(when))


def comparison_table(result: Comparison) -> RenderableType:
    """Lay out the answer of `compare`: current law beside each reform, and the difference."""
    single = len(result.periods) == 1
    title = (
        f"{result.country}, {_span(result.periods)}, {result.currency}{' a month' if single else ', sum of the months'}"
    )
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    for column in ["current law", *[part for name in result.titles for part in (name, "difference")]]:
        table.add_column(column, justify="right", header_style="dim", overflow="fold")
    for who, lines in groupby(result.lines, key=lambda line: line.id):
        table.add_row(Text(who, style="bold cyan"))
        for line in lines:
            cells = [_total(line.total())]
            for name in result.titles:
                cells += [_total(line.total(name)), _difference(line.difference(name))]
            table.add_row(f"  {line.label}", *cells)
    parts: list[RenderableType] = [table, Text("")]
    if not single:
        parts += _by_month(result)
    for name, text in result.titles.items():
        parts.append(Text.from_markup(f"[bold]{name}[/]: {escape(text)}"))
    if not any(line.differs for line in result.lines):
        parts.append(Text("Nothing changes for this household in this period.", style="yellow"))
    return Group(*parts, *notes(result.assumed, result.warnings, result.confidence, result.stamp))


def _total(value: float | None) -> str:
    return "[dim]not modelled[/]" if value is None else amount(value)


def _difference(value: float | None) -> str:
    if value is None:
        return ""
    colour = "green" if value > 0 else "red" if value < 0 else "dim"
    return f"[{colour}]{signed(value)}[/]"


def _by_month(result: Comparison) -> list[RenderableType]:
    """Show the lines that a reform changes, month by month."""
    changed = [line for line in result.lines if line.differs]
    parts: list[RenderableType] = []
    for columns in _fitting(_changing(changed, result.periods)) if changed else []:
        headings = [_heading(months) for months in columns]
        table = plain_table("" if parts else "month by month", *headings, numbers=headings)
        table.columns[0].min_width = LABEL
        for line in changed:
            table.add_row(Text(f"{line.label} ({line.id})", style="bold"))
            table.add_row("  current law", *_monthly(line, line.baseline, columns))
            for name in result.titles:
                table.add_row(f"  {name}", *_monthly(line, line.reforms[name], columns))
        parts += [table, Text("")]
    return parts


def _changing(lines: list[ComparedLine], periods: Iterable[str]) -> list[tuple[str, ...]]:
    """Gather successive months in which every line is the same under every law."""
    found: list[tuple[str, ...]] = []
    shown: list[float | None] = []
    for when in periods:
        cells = [values.get(when) for line in lines for values in (line.baseline, *line.reforms.values())]
        if found and cells == shown:
            found[-1] = (*found[-1], when)
        else:
            found.append((when,))
        shown = cells
    return found


def _monthly(line: ComparedLine, values: dict[str, float | None], columns: list[tuple[str, ...]]) -> list[str]:
    return [_marked(values.get(months[0]), line.baseline.get(months[0])) for months in columns]


def _marked(value: float | None, current: float | None) -> str:
    if value == current or value is None or current is None:
        return amount(value)
    return f"[{'green' if value > current else 'red'}]{amount(value)}[/]"


def explanation_text(result: Explanation) -> RenderableType:
    """Lay out the answer of `explain`: the answer, the conditions, the figures, what it rests on."""
    value = measured(result.value, result.unit)
    meaning = {
        Status.VALUE: "",
        Status.NOT_ELIGIBLE: "[red]not eligible[/]",
        Status.NOT_KNOWN: "[yellow]not known: what fails rests on facts that were not given[/]",
        Status.ZERO: "zero by arithmetic: every condition is met",
    }.get(result.status, f"[yellow]{result.status}[/]")
    heading = f"[bold]{escape(result.label)}[/] of [bold cyan]{escape(result.id)}[/], {result.period}: "
    heading += f"[bold]{value}[/]" + (f"  {meaning}" if meaning else "") if result.value is not None else meaning
    parts: list[RenderableType] = [Text.from_markup(heading)]
    if result.rule:
        parts.append(Text(f"{result.rule}{_cited(result.acts, result.rule)}", style="italic"))
    if result.conditions:
        met = sum(condition.met for condition in result.conditions)
        parts.append(Text(f"\nConditions: {met} of {len(result.conditions)} met", style="bold"))
        parts += [part for condition in result.conditions for part in _condition(condition, 1)]
    if result.turning:
        parts.append(Text("\nWould be granted if, all else as it is", style="bold"))
        parts += [Padding(Text.from_markup(_turning(each)), (0, 0, 0, 2)) for each in result.turning]
    if result.status in (Status.VALUE, Status.ZERO) and result.variable not in _names(result.conditions):
        parts.append(Text("\nWorked out from", style="bold"))
        parts += _figures([figure for figure in result.figures if figure.source not in _names(result.conditions)], 1)
        parts += [part for step in result.steps for part in _step(step)]
    return Group(*parts, Text(""), *notes(result.assumed, result.warnings, result.confidence, result.stamp))


def _names(conditions: Iterable[Condition]) -> set[str]:
    return {name for each in conditions for name in (each.variable, *_names(each.parts))}


def _cited(acts: tuple[str, ...], text: str = "") -> str:
    """Cite the acts that a text does not name itself."""
    missing = [act for act in acts if act not in text]
    return f" ({'; '.join(missing)})" if missing else ""


def _condition(condition: Condition, depth: int) -> list[RenderableType]:
    mark = MET if condition.met else FAILED
    trust = f", {condition.confidence}" if condition.confidence else ""
    acts = f" [dim]({'; '.join(condition.acts)}{trust})[/]" if condition.acts else ""
    line = f"{mark} {escape(condition.statement)}{acts}"
    parts: list[RenderableType] = [Padding(Text.from_markup(line), (0, 0, 0, 2 * depth))]
    if not condition.met:
        parts += [part for each in condition.parts if not each.met for part in _condition(each, depth + 1)]
        parts += _figures(condition.figures, depth + 2)
    return parts


def _figures(figures: Iterable[Figure], depth: int) -> list[RenderableType]:
    """Show what a rule looked at; of many facts, those that are nothing are counted, not listed."""
    listed = list(figures)
    nothing = [each for each in listed if not each.act and not isinstance(each.value, bool | str) and not each.value]
    if len(listed) > MOST_FIGURES and nothing:
        listed = [each for each in listed if each not in nothing]
        told = Text(f"and {len(nothing)} more, all of them zero", style="dim")
        rest: list[RenderableType] = [Padding(told, (0, 0, 0, 2 * depth))]
    else:
        rest = []
    return [Padding(Text.from_markup(_figure(each)), (0, 0, 0, 2 * depth)) for each in listed] + rest


def _figure(figure: Figure) -> str:
    value = f"[bold]{measured(figure.value, figure.unit)}[/]"
    if figure.act:
        return f"{escape(figure.label)}: {value} [dim]({figure.act}, {figure.confidence or 'confidence not stated'})[/]"
    return f"{escape(figure.label)}: {value}{' [yellow](assumed)[/]' if figure.assumed else ''}"


def _turning(change: TurningChange) -> str:
    if not change.variable:
        return f"time passes: from [bold]{change.wanted}[/] on"
    wanted, now = measured(change.wanted, change.unit), measured(change.now, change.unit)
    bound = f"{change.bound} " if change.bound else ""
    return f"{escape(change.label)} ({escape(change.id)}): {bound}[bold]{wanted}[/], now {now}"


def _step(step: Step) -> list[RenderableType]:
    if not step.figures:
        return []
    rule = f"{step.rule}{_cited(step.acts, step.rule)}"
    return [
        Padding(Text.from_markup(f"[dim]{escape(step.label)}: {escape(rule)}[/]"), (0, 0, 0, 2)),
        *_figures(step.figures, 2),
    ]


def missing_table(result: Missing) -> RenderableType:
    """Lay out the answer of `missing`: each entitlement with its verdict, and the facts that decide it."""
    parts: list[RenderableType] = [Text(f"{result.country}, {result.period}, {result.currency} a month", style="bold")]
    colours = {"eligible": "green", "not eligible": "red", "depends": "yellow"}
    for who, prospects in groupby(result.prospects, key=lambda prospect: prospect.id):
        parts.append(Text(who, style="bold cyan"))
        for each in prospects:
            verdict = f"[{colours[each.verdict]}]{each.verdict}[/]"
            line = f"{escape(each.label)}: {verdict}, {amount(each.amount)} with the facts as given and assumed"
            parts.append(Padding(Text.from_markup(line), (0, 0, 0, 2)))
            for fact in each.facts[:MOST_FACTS]:
                span = amount(fact.most) if fact.least == fact.most else f"{amount(fact.least)} to {amount(fact.most)}"
                told = f"[dim]{escape(fact.label)} ({escape(fact.id)}), assumed {amount(fact.assumed)}: {span}[/]"
                parts.append(Padding(Text.from_markup(told), (0, 0, 0, 6)))
            if len(each.facts) > MOST_FACTS:
                parts.append(Padding(Text(f"and {len(each.facts) - MOST_FACTS} more facts", style="dim"), (0, 0, 0, 6)))
    if result.ask_first:
        parts.append(Text("\nAsk first", style="bold"))
        for name, label, count in result.ask_first[:MOST_ASSUMED]:
            parts.append(Padding(Text(f"{label} ({name}): changes {count} of these"), (0, 0, 0, 2)))
    return Group(*parts, Text(""), *notes((), result.warnings, None, result.stamp))


def findings_text(found: list[tuple[str, list[Finding]]]) -> RenderableType:
    """Lay out the answer of `check`."""
    parts: list[RenderableType] = []
    for country, findings in found:
        if not findings:
            parts.append(Text.from_markup(f"{MET} {country}: nothing found"))
            continue
        parts.append(Text.from_markup(f"{FAILED} [bold]{country}[/]: {len(findings)} found"))
        for each in findings:
            parts.append(
                Padding(Text.from_markup(f"[cyan]{escape(each.place)}[/] {escape(each.message)}"), (0, 0, 0, 2))
            )
    return Group(*parts)


def notes(
    assumed: tuple[Assumption, ...], warnings: tuple[str, ...], confidence: str | None, stamp: Stamp
) -> list[RenderableType]:
    """Return what stands below every answer: warnings, assumptions, confidence, stamp."""
    parts: list[RenderableType] = [Text.from_markup(f"[yellow]![/] {escape(text)}") for text in warnings]
    decisive = _together([each for each in assumed if each.decisive])
    others = len(assumed) - sum(each.decisive for each in assumed)
    if decisive:
        shown = "; ".join(_assumption(*each) for each in decisive[:MOST_ASSUMED])
        more = f"; and {len(decisive) - MOST_ASSUMED} more" if len(decisive) > MOST_ASSUMED else ""
        parts.append(Text(f"Not given, and another answer could follow: {shown}{more}.", style="dim"))
    if others:
        parts.append(
            Text(
                f"{others} other facts were not given; none alone was found to change this (--format json lists them).",
                style="dim",
            )
        )
    if confidence:
        parts.append(Text(f"Weakest confidence of the numbers this rests on: {confidence}.", style="dim"))
    reforms = f", with {', '.join(stamp.reforms)}" if stamp.reforms else ""
    parts.append(
        Text(
            f"Law of {stamp.country.capitalize()}{reforms}, verified {stamp.verified}; "
            f"openfisca-country {stamp.package}, openfisca-core {stamp.core}.",
            style="dim",
        )
    )
    return parts


def _together(assumed: Iterable[Assumption]) -> list[tuple[str, Any, list[str]]]:
    """Gather assumptions of the same value for several people into one."""
    by_value: dict[tuple[str, Any], list[str]] = {}
    for each in assumed:
        by_value.setdefault((each.label, each.value), []).append(each.id)
    return [(label, value, ids) for (label, value), ids in by_value.items()]


def _assumption(label: str, value: Any, ids: list[str]) -> str:
    who = (
        ", ".join(ids)
        if len(ids) <= MOST_NAMED
        else f"{', '.join(ids[: MOST_NAMED - 1])} and {len(ids) - MOST_NAMED + 1} more"
    )
    return f"{label[0].lower()}{label[1:]}: {amount(value)} ({who})"


def show(part: RenderableType, write: Callable[..., None] | None = None) -> None:
    """Print to the terminal; when the output goes to a file or a pipe, without colours and 120 columns wide."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=120)
    (write or console.print)(part)
