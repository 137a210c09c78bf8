"""Where more of a fact leaves a household with less, or a benefit ends: found on a range, then narrowed to the unit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy

from openfisca_country.household.crowd import NET, TAXES, Amounts, Axis, Numbers, amounts, at
from openfisca_country.household.curves import BenefitStep, Cliff, Kind
from openfisca_country.household.flips import flips
from openfisca_country.household.run import Run
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS

PARTS = 64  # into how many a stretch is cut, each round
ROUNDS = 12
SLOPE = 3  # so many steps in a row that fall are a slope, and not that many cliffs
HAIR = 0.5  # less than a unit of currency is nobody's loss

Pick = Callable[[Amounts], int]
"""Which part of a stretch to look into: given amounts at its edges, the index of the part."""


@dataclass
class _Search:
    """A stretch known to hold what is looked for."""

    low: float
    high: float
    pick: Pick


def find_cliffs(run: Run, axis: Axis, values: Numbers, found: Amounts) -> tuple[Cliff, ...]:
    """Find the cliffs of one law along a range, and name what flips at each.

    Args:
        run: of the household as it is, under the law.
        axis: which fact.
        values: along the range, shape (values,).
        found: the amounts at each.

    Returns:
        Falls of disposable income to the unit, slopes that fall over several steps, and ends of benefits.

    """
    stretches, steps = _falls(found.net)
    slopes = [(float(values[first]), float(values[last])) for first, last in stretches]
    searches = [_Search(float(values[each]), float(values[each + 1]), _steepest) for each in steps]
    searches += [
        _Search(float(values[step]), float(values[step + 1]), _ending(name))
        for name, benefit in found.benefits.items()
        for step in numpy.flatnonzero((benefit[:-1] > 0) & (benefit[1:] <= 0))
    ]
    whole = [(search.low, search.high) for search in searches[: len(steps)]]
    _narrow(run, axis, searches)
    places = [(search.low, search.high) for search in searches]
    edges = _edges(run, axis, [*slopes, *whole, *places])
    cliffs = [_cliff(Kind.SLOPE, *stretch, edges) for stretch in slopes]
    for index, place in enumerate(places):
        cliff = _cliff(Kind.FALL, *place, edges)
        if index < len(whole):
            over_the_step = _cliff(Kind.SLOPE, *whole[index], edges)
            cliffs.append(cliff if cliff.lost >= over_the_step.lost / 2 else over_the_step)
        else:
            cliffs.append(cliff if cliff.lost > HAIR else replace(cliff, kind=Kind.END))
    kept = _each_once(cliffs)
    return tuple(_told(run, axis, each) for each in _recovered(run, axis, values, found.net, kept))


def _falls(net: Numbers) -> tuple[list[tuple[int, int]], list[int]]:
    """Return stretches of several falling steps (first and last index), and single falling steps (first index)."""
    falling = numpy.flatnonzero(numpy.diff(net) < -HAIR)
    groups = numpy.split(falling, numpy.flatnonzero(numpy.diff(falling) > 1) + 1) if len(falling) else []
    stretches = [(int(group[0]), int(group[-1]) + 1) for group in groups if len(group) >= SLOPE]
    return stretches, [int(step) for group in groups if len(group) < SLOPE for step in group]


def _steepest(found: Amounts) -> int:
    return int(numpy.diff(found.net).argmin())


def _ending(name: str) -> Pick:
    def last_end(found: Amounts) -> int:
        benefit = found.benefits[name]
        return int(numpy.flatnonzero((benefit[:-1] > 0) & (benefit[1:] <= 0))[-1])

    return last_end


def _reaching(income: float) -> Pick:
    def first_reached(found: Amounts) -> int:
        return max(int((found.net >= income).argmax()) - 1, 0)

    return first_reached


def _narrow(run: Run, axis: Axis, searches: list[_Search]) -> None:
    """Cut every stretch again and again, all of them in one run a round, until each is as short as can be."""
    for _ in range(ROUNDS):
        cut = [
            (search, numpy.unique(numpy.round(numpy.linspace(search.low, search.high, PARTS + 1), axis.decimals)))
            for search in searches
            if search.high - search.low > 1.5 * axis.finest
        ]
        if not cut:
            return
        found = amounts(run, axis, numpy.concatenate([edges for _, edges in cut]))
        first = 0
        for search, edges in cut:
            part = search.pick(_slice(found, first, first + len(edges)))
            search.low, search.high = float(edges[part]), float(edges[part + 1])
            first += len(edges)


def _slice(found: Amounts, first: int, last: int) -> Amounts:
    benefits = {name: values[first:last] for name, values in found.benefits.items()}
    return Amounts(found.net[first:last], found.taxes[first:last], benefits)


Edges = dict[float, tuple[float, dict[str, float]]]
"""By value of the fact: disposable income, and each benefit."""


def _edges(run: Run, axis: Axis, places: Iterable[tuple[float, float]]) -> Edges:
    values = sorted({edge for place in places for edge in place})
    if not values:
        return {}
    found = amounts(run, axis, numpy.array(values))
    return {
        value: (float(found.net[index]), {name: float(each[index]) for name, each in found.benefits.items()})
        for index, value in enumerate(values)
    }


def _cliff(kind: Kind, low: float, high: float, edges: Edges) -> Cliff:
    (before, had), (after, has) = edges[low], edges[high]
    steps = tuple(
        BenefitStep(name, name, had[name], has[name])
        for name in had
        if abs(had[name] - has[name]) > HAIR or (had[name] > 0 >= has[name])
    )
    return Cliff(kind, low, high, before, after, None, steps, ())


def _each_once(cliffs: list[Cliff]) -> list[Cliff]:
    """Put them in order; leave out what lies within another that was found before it."""
    kept: list[Cliff] = []
    for cliff in cliffs:
        if not any(each.at <= cliff.at and cliff.to <= each.to for each in kept):
            kept.append(cliff)
    return sorted(kept, key=lambda cliff: cliff.at)


def _recovered(run: Run, axis: Axis, values: Numbers, net: Numbers, cliffs: list[Cliff]) -> list[Cliff]:
    """Find from which value on the household again has what it had before each fall."""
    searches = {}
    for index, cliff in enumerate(cliffs):
        reached = numpy.flatnonzero((values > cliff.to) & (net >= cliff.before))
        if cliff.kind is not Kind.END and len(reached):
            first = int(reached[0])
            searches[index] = _Search(
                max(float(values[first - 1]), cliff.to), float(values[first]), _reaching(cliff.before)
            )
    _narrow(run, axis, list(searches.values()))
    return [
        replace(cliff, recovered=searches[index].high if index in searches else None)
        for index, cliff in enumerate(cliffs)
    ]


def _told(run: Run, axis: Axis, cliff: Cliff) -> Cliff:
    """Name the benefits that change at a cliff, and the conditions that flip there."""
    before, after = at(run, axis, cliff.at), at(run, axis, cliff.to)
    named = tuple(
        replace(each, label=run.system.variables[each.variable].label or each.variable) for each in cliff.benefits
    )
    fallen = [each.variable for each in named if each.after < each.before]
    cells = [cell for name in fallen or ([TAXES] if cliff.lost > HAIR else [NET]) for cell in cells_of(run, axis, name)]
    return replace(cliff, benefits=named, flips=flips(before, after, cells, jumps=cliff.kind is Kind.FALL))


def cells_of(run: Run, axis: Axis, name: str) -> list[tuple[str, str, str, int]]:
    """Return an amount of the household as cells: its own, or those of its members."""
    if run.system.variables[name].entity.plural == HOUSEHOLDS:
        return [(name, axis.month, HOUSEHOLDS, axis.household)]
    members = [index for index, home in enumerate(run.situation.members) if home == axis.household]
    return [(name, axis.month, PERSONS, member) for member in members]
