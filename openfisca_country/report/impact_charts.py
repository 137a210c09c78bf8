"""The charts of a population, drawn as those of a household are: for a phone's width, in the colours of the laws."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from openfisca_country.population.impact_results import (
    CURRENT,
    GAIN_CLASSES,
    DecileGain,
    Estimate,
    GainersRow,
    Impact,
    IndicatorRow,
)
from openfisca_country.report.charts import SMALL, WIDTH, plot_area
from openfisca_country.report.colours import GAIN, INK, LOSS, QUIET, RULE, accent, tint
from openfisca_country.report.impact_numbers import big
from openfisca_country.report.impact_words import reforms_of
from openfisca_country.report.words import MINUS, amount

CLASS_COLOURS = (LOSS, tint(LOSS, 0.45), "#e4e7eb", tint(GAIN, 0.45), GAIN)
CLASS_NAMES = ("loses more than 5 %", "up to 5 %", "no change", "up to 5 %", "gains more than 5 %")
ROW = 17  # points a line of a dot plot or bar


def signed_percent(value: float) -> str:
    """Write a share on an axis, with its sign and no more figures than needed.

    >>> signed_percent(0.025), signed_percent(-0.1), signed_percent(0.0)
    ('+2.5 %', '−10 %', '0')
    """
    share = round(100 * value, 6)
    if not share:
        return "0"
    return f"{MINUS if share < 0 else '+'}{amount(abs(share))} %"


def signed_big(value: float) -> str:
    """Write an amount on an axis, with its sign.

    >>> signed_big(25_000.0), signed_big(-1_500_000), signed_big(0)
    ('+25,000', '−1.5 m', '0')
    """
    if not value:
        return "0"
    return f"{MINUS if value < 0 else '+'}{big(abs(value))}"


def decile_chart(impact: Impact, relative: bool) -> Figure:
    """Draw the average gain of each tenth of the population, a bar a reform, with its 95 % interval.

    Args:
        impact: of one or more reforms.
        relative: as a share of income, and not in the currency.

    """
    figure, axes = plot_area(left=58, right=10, bottom=46)
    reforms = reforms_of(impact)
    width = 0.8 / max(len(reforms), 1)
    for place, reform in enumerate(reforms):
        rows = [each for each in impact.deciles if each.reform == reform]
        shift = (place - (len(reforms) - 1) / 2) * width
        for row in rows:
            _bar(axes, row, row.relative if relative else row.gain, shift, width, accent(place + 1))
    axes.axhline(0, color=INK, linewidth=0.8)
    axes.spines["bottom"].set_visible(False)
    axes.set_xlim(0.4, 10.6)
    axes.set_xticks(range(1, 11))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    shown = signed_percent if relative else signed_big
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: shown(value)))
    axes.margins(y=0.08)
    _ends(figure, axes, "poorest tenth", "richest tenth")
    return figure


def _bar(axes: Axes, row: DecileGain, estimate: Estimate, shift: float, width: float, colour: str) -> None:
    if estimate.value is None:
        axes.text(row.decile + shift, 0, "..", fontsize=SMALL, color=QUIET, ha="center", va="bottom")
        return
    axes.bar(row.decile + shift, estimate.value, width=width * 0.92, color=tint(colour, 0.85), linewidth=0)
    if estimate.low is not None and estimate.high is not None and estimate.high > estimate.low:
        axes.plot([row.decile + shift] * 2, [estimate.low, estimate.high], color=INK, linewidth=0.9, alpha=0.6)


def _ends(figure: Figure, axes: Axes, first: str, last: str) -> None:
    """Name the two ends of the axis below its numbers."""
    box = axes.get_position()
    height = figure.get_figheight() * 72
    for x, text, side in ((box.x0, first, "left"), (box.x1, last, "right")):
        figure.text(x, 10 / height, text, fontsize=SMALL, color=QUIET, ha=side, va="center", parse_math=False)


def gainers_chart(impact: Impact, reform: str) -> Figure:
    """Draw who gains and who loses in each tenth: one bar a tenth, cut by class, and one of everybody."""
    rows = [row for row in impact.gainers if row.reform == reform and row.group in ("all", "decile")]
    rows = [row for row in rows if row.group == "all"] + [row for row in rows if row.group == "decile"]
    height = 74 + ROW * 1.35 * (len(rows) + 0.5)
    figure, axes = plot_area(left=92, right=14, bottom=24, top=50, height=height)
    y = 0.0
    for row in rows:
        _stack(axes, row, y)
        label = "everybody" if row.group == "all" else _decile_name(row.level)
        axes.text(
            -0.02, y, label, fontsize=SMALL, color=INK, ha="right", va="center",
            weight="bold" if row.group == "all" else "normal", parse_math=False,
        )  # fmt: skip
        y += 1.5 if row.group == "all" else 1.0
    axes.set_ylim(y - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_yticks([])
    axes.grid(visible=False)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25 %", "50 %", "75 %", "100 %"])
    _class_key(figure)
    return figure


def _decile_name(level: str) -> str:
    return {"1": "poorest tenth", "10": "richest tenth"}.get(level, level)


def _stack(axes: Axes, row: GainersRow, y: float) -> None:
    shares = [row.shares.get(name) for name in GAIN_CLASSES]
    if any(each is None or each.value is None for each in shares):
        axes.barh(y, 1, height=0.78, color="white", edgecolor=RULE, linewidth=0.8)
        axes.text(0.5, y, ".. too few households", fontsize=SMALL - 1, color=QUIET, ha="center", va="center")
        return
    left = 0.0
    for place, each in enumerate(shares):
        value = each.value if each is not None and each.value is not None else 0.0
        if value <= 0:
            continue
        axes.barh(y, value, left=left, height=0.78, color=CLASS_COLOURS[place], edgecolor="white", linewidth=0.7)
        if value >= 0.09:
            dark = place in (0, len(shares) - 1)
            axes.text(
                left + value / 2, y, f"{100 * value:.0f} %", fontsize=SMALL - 2, ha="center", va="center_baseline",
                color="white" if dark else INK,
            )  # fmt: skip
        left += value


def _class_key(figure: Figure) -> None:
    """Name the classes above the bars, losses to the left and gains to the right."""
    height = figure.get_figheight() * 72
    columns = ((0, (0, 1)), (168, (2,)), (272, (4, 3)))
    for x, places in columns:
        for line, place in enumerate(places):
            y = height - 14 - 17 * line
            box = Rectangle(
                (x / WIDTH, (y - 5) / height), 10 / WIDTH, 10 / height, color=CLASS_COLOURS[place], linewidth=0
            )
            figure.add_artist(box)
            named = (
                CLASS_NAMES[place]
                if place not in (1, 3)
                else ("loses " if place == 1 else "gains ") + CLASS_NAMES[place]
            )
            figure.text((x + 16) / WIDTH, y / height, named, fontsize=SMALL, color=INK, va="center", parse_math=False)


def lorenz_chart(impact: Impact) -> Figure:
    """Draw the Lorenz curve of each law beside the line of equality."""
    figure, axes = plot_area(left=46, right=14, bottom=50)
    axes.plot([0, 1], [0, 1], color=QUIET, linewidth=0.8, linestyle=(0, (4, 3)))
    axes.text(
        0.58, 0.62, "all equal", fontsize=SMALL, color=QUIET, ha="right", rotation=0, va="bottom", parse_math=False
    )
    several = len(impact.lorenz) > 1
    for place, law in enumerate(impact.laws):
        curve = next((each for each in impact.lorenz if each.law == law), None)
        if curve is None:
            continue
        first = law == CURRENT and several
        axes.plot(
            curve.population,
            curve.income,
            color=tint(accent(0), 0.55) if first else accent(place),
            linewidth=4.2 if first else 1.9,
            solid_joinstyle="round",
            zorder=2 + place,
        )
    axes.set_xlim(0, 1)
    axes.set_ylim(min(0.0, *(min(each.income) for each in impact.lorenz)) if impact.lorenz else 0, 1)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(4, steps=[2.5, 5, 10]))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{100 * value:.0f} %" if value else "0"))
    axes.set_xlabel("of persons, the poorest first", fontsize=SMALL, color=QUIET, labelpad=6)
    return figure


def incidence_chart(impact: Impact, rows: Sequence[IndicatorRow]) -> Figure:
    """Draw the share of the money that goes to each tenth of the population, a bar a law."""
    figure, axes = plot_area(left=46, right=10, bottom=46)
    laws = [CURRENT, *reforms_of(impact)]
    width = 0.8 / len(laws)
    for place, law in enumerate(laws):
        for number, row in enumerate(rows, start=1):
            estimate = row.baseline if law == CURRENT else row.reforms.get(law)
            x = number + (place - (len(laws) - 1) / 2) * width
            if estimate is not None and estimate.value is not None:
                axes.bar(x, estimate.value, width=width * 0.92, color=tint(accent(place), 0.85), linewidth=0)
    axes.set_xlim(0.4, 10.6)
    axes.set_xticks(range(1, 11))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{100 * value:.0f} %" if value else "0"))
    _ends(figure, axes, "poorest tenth", "richest tenth")
    return figure
