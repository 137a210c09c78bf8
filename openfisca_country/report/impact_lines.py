"""Charts of labelled lines: a dot a law for each part of the population, a bar a reform for each line of the budget."""

import math
import textwrap
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from openfisca_country.population.impact_results import Estimate, Impact, IndicatorRow
from openfisca_country.report.charts import SMALL, WIDTH, plot_area
from openfisca_country.report.colours import INK, QUIET, RULE, accent, tint
from openfisca_country.report.impact_charts import ROW, signed_big
from openfisca_country.report.impact_numbers import percent
from openfisca_country.report.impact_words import reforms_of

MOST_PARTS = 12  # of a group in a dot plot
LABEL_WIDTH = 23  # letters
MOST_LINES = 3  # of a label
DOT_GAP = 0.24  # between laws, of the height of a line


def group_chart(impact: Impact, groups: Sequence[tuple[str, Sequence[IndicatorRow]]], highest: float) -> Figure:
    """Draw an indicator of each part of the population as a dot a law, with its 95 % interval.

    Args:
        impact: whose laws are drawn.
        groups: headings, each with the rows below it.
        highest: end of the axis, the same for charts that stand side by side.

    """
    lines = sum(len(rows) for _, rows in groups) + 1.2 * len(groups)
    height = 34 + (15 + 5 * len(impact.laws)) * lines
    figure, axes = plot_area(left=152, right=18, bottom=28, top=2, height=height)
    y = 0.0
    for heading, rows in groups:
        y += 0.8
        axes.text(
            -148 / (WIDTH - 170), y, heading, transform=axes.get_yaxis_transform(), fontsize=SMALL, color=QUIET,
            va="center", parse_math=False,
        )  # fmt: skip
        y += 0.4
        for row in rows:
            y += 0.5
            _label(axes, _in_lines(row.level_label), y, -8 / (WIDTH - 170), height)
            axes.axhline(y, color=RULE, linewidth=0.6, zorder=0)
            _dots(axes, impact, row, y)
            y += 0.5
    axes.set_ylim(y, 0)
    axes.set_xlim(0, highest * 1.06 or 1)
    axes.set_yticks([])
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=RULE, linewidth=0.7)
    axes.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    axes.xaxis.set_major_formatter(
        FuncFormatter(lambda value, _: percent(value).replace(".0 %", " %") if value else "0")
    )
    return figure


def highest_end(impact: Impact, rows: Sequence[IndicatorRow]) -> float:
    """Return the highest value or end of an interval among rows, under any law."""
    ends = [
        each if math.isfinite(each) else 0.0
        for row in rows
        for estimate in _by_law(impact, row)
        for each in (estimate.value, estimate.high)
        if each is not None
    ]
    return max(ends, default=0.0)


def _by_law(impact: Impact, row: IndicatorRow) -> list[Estimate]:
    return [row.baseline, *(row.reforms[law] for law in reforms_of(impact) if law in row.reforms)]


def _in_lines(label: str) -> list[str]:
    lines = textwrap.wrap(label, LABEL_WIDTH)
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…"]


def _label(axes: Axes, lines: Sequence[str], y: float, x: float, height: float) -> None:
    """Write a label of one or more lines to the left of the plot, its middle at a height of the axis."""
    step = (SMALL + 1) / height
    for place, text in enumerate(lines):
        shift = step * ((len(lines) - 1) / 2 - place)
        axes.annotate(
            text, (x, y), xycoords=axes.get_yaxis_transform(), xytext=(0, shift * height), textcoords="offset points",
            fontsize=SMALL, color=INK, ha="right", va="center", parse_math=False, annotation_clip=False,
        )  # fmt: skip


def _dots(axes: Axes, impact: Impact, row: IndicatorRow, y: float) -> None:
    """Draw the estimates of one line."""
    laws = _by_law(impact, row)
    if all(each.withheld for each in laws):
        axes.text(0, y, " ..", fontsize=SMALL, color=QUIET, va="center")
    for place, estimate in enumerate(laws):
        if estimate.value is None:
            continue
        level = y + DOT_GAP * (place - (len(laws) - 1) / 2)
        colour = accent(place)
        if estimate.low is not None and estimate.high is not None:
            axes.plot(
                [max(estimate.low, 0), estimate.high], [level] * 2, color=tint(colour, 0.55), linewidth=2.2, zorder=2
            )
        axes.plot([estimate.value], [level], marker="o", markersize=5, color=colour, zorder=3, clip_on=False)


def budget_chart(impact: Impact, named: Sequence[tuple[str, dict[str, Estimate]]]) -> Figure:
    """Draw what each reform adds to the lines of the budget, or takes from them.

    Args:
        impact: whose reforms are drawn.
        named: labels, each with the differences by reform.

    """
    reforms = reforms_of(impact)
    wrapped = [_in_lines(label) for label, _ in named]
    heights = [max(len(lines) * 0.85, len(reforms) * 0.8, 1.0) + 0.35 for lines in wrapped]
    height = 40 + ROW * sum(heights)
    figure, axes = plot_area(left=168, right=22, bottom=28, top=6, height=height)
    y = 0.0
    for (_, differences), lines, tall in zip(named, wrapped, heights, strict=True):
        middle = y + tall / 2
        _label(axes, lines, middle, -10 / (WIDTH - 190), height)
        for place, reform in enumerate(reforms):
            value = differences[reform].value if reform in differences else None
            level = middle + 0.72 * (place - (len(reforms) - 1) / 2)
            if value is not None:
                axes.barh(level, value, height=0.62, color=tint(accent(place + 1), 0.85), linewidth=0)
        y += tall
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.set_ylim(y, 0)
    axes.set_yticks([])
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=RULE, linewidth=0.7)
    axes.spines["bottom"].set_visible(False)
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: signed_big(value)))
    return figure
