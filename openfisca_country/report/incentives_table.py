"""The answer of `incentives` as terminal tables: one a law, and its cliffs below."""

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from openfisca_country.household.curves import Cliff, Curve, Flip, Incentives, Kind
from openfisca_country.report.terminal import notes, plain_table
from openfisca_country.report.words import amount, measured

ROWS = 10
MOST_BENEFITS = 3
CLIFF = 10.0  # a step that takes more than ten times what it earns has no rate worth telling
ROUNDING = 2.0  # units of currency


def incentives_table(result: Incentives) -> RenderableType:
    """Lay out the answer of `incentives`."""
    along = result.label.lower() if result.variable == "children" else f"{result.label.lower()} of {result.id}"
    heading = f"{result.country}, {result.period}, {result.currency} a month: {along}"
    parts: list[RenderableType] = [Text(heading, style="bold"), Text("")]
    for curve in result.curves:
        parts += [
            Text(law_name(curve), style="bold"),
            _table(result, curve),
            Text(""),
            *_cliffs(result, curve),
            Text(""),
        ]
    return Group(*parts, *notes(result.assumed, result.warnings, result.confidence, result.stamp))


def rows_shown(count: int) -> list[int]:
    """Return the indices of about a dozen rows out of so many, both ends among them.

    >>> rows_shown(1001)
    [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]
    >>> rows_shown(4)
    [0, 1, 2, 3]
    """
    step = max((count - 1) // ROWS, 1)
    return [*range(0, count - 1, step), count - 1]


def law_name(curve: Curve) -> str:
    """Name a law: current law, or a reform by its title."""
    return curve.title or curve.law or "Current law"


def _table(result: Incentives, curve: Curve) -> RenderableType:
    names = [name for name, values in curve.benefits.items() if any(values)]
    shown = names if len(names) <= MOST_BENEFITS else []
    money = any(each is not None for each in curve.marginal_rate)
    benefits = [result.labels[name] for name in shown] or ["all benefits"]
    rates = ["marginal tax rate", "participation tax rate"] if money else []
    columns = ["", *benefits, "taxes", "income after", *rates]
    table = plain_table(*columns, numbers=columns)
    table.columns[0].min_width = 12
    for column in table.columns[1:]:
        column.max_width = 18
    for index in rows_shown(len(result.values)):
        if shown:
            paid = [amount(curve.benefits[name][index]) for name in shown]
        else:
            paid = [amount(sum(values[index] for values in curve.benefits.values()))]
        taken = [share(curve.marginal_rate[index]), share(curve.participation_tax_rate[index])] if money else []
        table.add_row(
            f"[bold]{amount(result.values[index])}[/]",
            *paid,
            amount(curve.taxes[index]),
            amount(curve.net[index]),
            *taken,
        )
    return table


def share(value: float | None) -> str:
    """Write a rate in per cent, whole unless it is small.

    >>> share(0.12), share(0.1811), share(-1.5), share(None), share(0.005), share(42.12)
    ('12 %', '18 %', '−150 %', '–', '0.5 %', 'a cliff')
    """
    if value is None:
        return "–"
    if value > CLIFF:
        return "a cliff"
    percent = 100 * value
    return f"{amount(round(percent) if abs(percent) >= 1 else round(percent, 1))} %"


def _cliffs(result: Incentives, curve: Curve) -> list[RenderableType]:
    if not curve.cliffs:
        return [Text("No cliffs: nowhere on this range does more leave the household with less.", style="green")]
    parts: list[RenderableType] = []
    for cliff in curve.cliffs:
        colour = "dim" if cliff.kind is Kind.END else "red"
        parts.append(Text.from_markup(f"[{colour}]▼[/] {escape(cliff_in_words(result, cliff))}"))
        for flip in cliff.flips:
            acts = f" ({'; '.join(flip.acts)})" if flip.acts else ""
            parts.append(Padding(Text(f"{flip_in_words(flip)}{acts}", style="dim"), (0, 0, 0, 4)))
    return parts


def cliff_in_words(result: Incentives, cliff: Cliff) -> str:
    """Tell a cliff in one sentence: where, what is lost, which benefits, and from where on it is made good."""
    place = (
        f"Between {amount(cliff.at)} and {amount(cliff.to)}"
        if cliff.kind is Kind.SLOPE
        else f"Beyond {measured(cliff.at, counted(result))}"
    )
    steps = "; ".join(f"{step.label} {amount(step.before)} → {amount(step.after)}" for step in cliff.benefits)
    if cliff.kind is Kind.END:
        ended = ", ".join(step.label for step in cliff.benefits if step.after <= 0)
        return f"{place}: {ended} ends, without a fall of income."
    fallen = sum(step.before - step.after for step in cliff.benefits)
    earned = (cliff.to - cliff.at) * (result.hourly_wage or 1)  # by the one unit more, which is not what is told
    lost = fallen if cliff.kind is Kind.FALL and abs(fallen - cliff.lost) <= earned + ROUNDING else cliff.lost
    told = f"{place}: {amount(lost)} {result.currency} less a month"
    if steps:
        told += f" ({steps})"
    if cliff.recovered is not None:
        told += f"; made good from {amount(cliff.recovered)} on"
    return f"{told}."


def counted(result: Incentives) -> str:
    """Return the unit of the range where the number alone would not say what it counts."""
    return "" if "/" in result.unit and result.variable != "hours" else result.unit.split("/")[0]


def flip_in_words(flip: Flip) -> str:
    """Tell a condition that flips, or a figure that steps."""
    if isinstance(flip.before, bool):
        return f"{'No longer' if flip.before else 'Now'}: {flip.statement}"
    return f"{flip.statement}: {amount(flip.before)} → {measured(flip.after, flip.unit)}"
