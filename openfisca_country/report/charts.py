"""The charts of a report. Each is drawn for the width of a phone and keeps its proportions when shown wider."""

import math
import textwrap
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from openfisca_country.household.curves import Curve, Incentives, Kind
from openfisca_country.household.dossier import Source
from openfisca_country.report.colours import INK, QUIET, RULE, accent, tint
from openfisca_country.report.words import amount

POINTS_PER_INCH = 72  # one unit of the SVG is one point
WIDTH, HEIGHT = 430, 290
SMALL = 12
MOST_SOURCES = 5
INITIALS = "JFMAMJJASOND"
MILLION = 1e6
TOP = 1.12  # how far the axis goes beyond the highest value


def short(value: float) -> str:
    """Write an amount for an axis.

    >>> short(4_500_000), short(250_000), short(0), short(-2_000_000)
    ('4.5 m', '250,000', '0', '−2 m')
    """
    return f"{amount(round(value / MILLION, 4))} m" if abs(value) >= MILLION else amount(round(value))


def plot_area(
    left: float, right: float, bottom: float = 34, top: float = 12, height: float = HEIGHT
) -> tuple[Figure, Axes]:
    """Return a figure with axes between margins given in points."""
    figure = Figure(figsize=(WIDTH / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH)
    axes = figure.add_axes(
        (left / WIDTH, bottom / height, (WIDTH - left - right) / WIDTH, (height - bottom - top) / height)
    )
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(QUIET)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=QUIET, pad=5)
    axes.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value)))
    axes.grid(axis="y", color=RULE, linewidth=0.7)
    axes.set_axisbelow(True)
    return figure, axes


def income_chart(sources: Sequence[Source], colour: str, top: float, months: Sequence[str]) -> Figure:
    """Draw the income of each month as a bar stacked by source, the sources named beside it in the same order.

    Args:
        sources: that add up to disposable income, from the bottom up.
        colour: the law's accent; what is on top has it in full.
        top: of the axis, the same for every law, in currency.
        months: of the period.

    """
    figure, axes = plot_area(left=44, right=132)
    base = [0.0] * len(months)
    shades = [
        tint(colour, 1 - 0.72 * (len(sources) - 1 - index) / max(len(sources) - 1, 1)) for index in range(len(sources))
    ]
    for source, shade in zip(sources, shades, strict=True):
        values = [source.values[month] for month in months]
        axes.bar(range(len(months)), values, bottom=base, width=0.8, color=shade, edgecolor="white", linewidth=0.9)
        base = [low + value for low, value in zip(base, values, strict=True)]
    axes.set_ylim(min(0.0, *base), top)
    axes.set_xlim(-0.6, len(months) - 0.4)
    axes.set_xticks(range(len(months)), [INITIALS[int(month[5:7]) - 1] for month in months])
    _name_beside(figure, [(source.label, shade) for source, shade in zip(sources, shades, strict=True)][::-1])
    return figure


def _name_beside(figure: Figure, named: Sequence[tuple[str, str]]) -> None:
    """Write the names of the sources beside the bars, from the top down, each with its shade."""
    y = float(HEIGHT - 22)
    for label, shade in named:
        figure.add_artist(
            Rectangle(((WIDTH - 122) / WIDTH, (y - 5) / HEIGHT), 10 / WIDTH, 10 / HEIGHT, color=shade, linewidth=0)
        )
        for line in textwrap.wrap(label, 16):
            figure.text(
                (WIDTH - 106) / WIDTH, y / HEIGHT, line, fontsize=SMALL, color=INK, va="center", parse_math=False
            )
            y -= SMALL + 3
        y -= 9


def in_order(sources: dict[str, tuple[Source, ...]]) -> dict[str, list[Source]]:
    """Put the sources of every law into one order, what is there longest first; the smallest together as others."""
    known = {source.variable: source.label for each in sources.values() for source in each}

    def weight(variable: str) -> tuple[int, float]:
        values = [
            value
            for each in sources.values()
            for source in each
            if source.variable == variable
            for value in source.values.values()
        ]
        return sum(value != 0 for value in values), math.fsum(abs(value) for value in values)

    order = sorted(known, key=weight, reverse=True)
    kept = order if len(order) <= MOST_SOURCES else order[: MOST_SOURCES - 1]
    return {law: _gathered(each, kept, len(order) > len(kept)) for law, each in sources.items()}


def _gathered(sources: Sequence[Source], kept: Sequence[str], others: bool) -> list[Source]:
    by_variable = {source.variable: source for source in sources}
    months = list(sources[0].values) if sources else []
    found = [by_variable.get(name) or Source(name, name, dict.fromkeys(months, 0.0)) for name in kept]
    if others:
        rest = [source for source in sources if source.variable not in kept]
        total = {month: math.fsum(source.values[month] for source in rest) for month in months}
        found.append(Source("", "Other benefits", total))
    return found


def curve_chart(result: Incentives, what: str) -> Figure:
    """Draw disposable income (``net``) or all benefits (``benefits``) along the range, a line a law.

    A numbered ring marks each fall of disposable income, numbered as in the list below the chart.
    """
    figure, axes = plot_area(left=46, right=14, bottom=50)
    lines = [_line(curve, what) for curve in result.curves]
    for index, (curve, values) in enumerate(zip(result.curves, lines, strict=True)):
        width = 4.2 if index == 0 and len(lines) > 1 else 1.9
        shade = tint(accent(0), 0.55) if index == 0 and len(lines) > 1 else accent(index)
        axes.plot(result.values, values, color=shade, linewidth=width, solid_joinstyle="round", zorder=2 + index)
        if what == "net":
            _mark_cliffs(axes, curve, numbers_of(result), accent(index), 5 + index)
    highest = max((max(values) for values in lines), default=0.0)
    axes.set_ylim(0, highest * TOP or 1)
    first, last = result.values[0], result.values[-1]
    axes.set_xlim(first - 0.02 * (last - first), last)
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 2.5, 5, 10], integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: short(value)))
    if result.present is not None and result.values[0] <= result.present <= result.values[-1] and result.present:
        axes.axvline(result.present, color=QUIET, linewidth=0.8, zorder=1)
        axes.text(result.present, highest * TOP, " today", fontsize=SMALL, color=QUIET, va="top", parse_math=False)
    whose = "" if result.variable == "children" else f", {result.id}"
    axes.set_xlabel(f"{result.label}{whose}", fontsize=SMALL, color=QUIET, labelpad=6, parse_math=False)
    return figure


def _line(curve: Curve, what: str) -> list[float]:
    if what == "net":
        return list(curve.net)
    return [math.fsum(values) for values in zip(*curve.benefits.values(), strict=True)] or [0.0] * len(curve.net)


def numbers_of(result: Incentives) -> dict[tuple[float, float], int]:
    """Give a number to each place where income falls, in the order of the range, the same for every law."""
    places = {(cliff.at, cliff.to) for curve in result.curves for cliff in curve.cliffs if cliff.kind is not Kind.END}
    return {place: number for number, place in enumerate(sorted(places), start=1)}


def _mark_cliffs(axes: Axes, curve: Curve, numbers: dict[tuple[float, float], int], colour: str, order: int) -> None:
    for cliff in curve.cliffs:
        if cliff.kind is Kind.END:
            continue
        axes.plot(
            [cliff.at],
            [cliff.before],
            marker="o",
            markersize=15,
            color="white",
            markeredgecolor=colour,
            clip_on=False,
            zorder=order,
        )
        axes.text(
            cliff.at,
            cliff.before,
            str(numbers[cliff.at, cliff.to]),
            fontsize=SMALL - 1,
            color=colour,
            weight="bold",
            ha="center",
            va="center_baseline",
            zorder=order + 0.5,
        )
