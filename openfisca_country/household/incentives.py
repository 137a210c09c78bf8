"""`incentives`: what more work leaves a household with, along a range of one person's wages, law beside law."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy

from openfisca_country.household.calculate import in_words
from openfisca_country.household.cliffs import find_cliffs
from openfisca_country.household.crowd import NET, Amounts, Axis, Numbers, amounts, earner
from openfisca_country.household.curves import Cliff, Curve, Incentives, acts_of
from openfisca_country.household.inputs import check_value
from openfisca_country.household.laws import CURRENT, Laws, under_each_law
from openfisca_country.household.members import shown_value
from openfisca_country.household.number_of_children import by_children
from openfisca_country.household.results import Assumption
from openfisca_country.household.run import Run, SituationLike
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS
from openfisca_country.law import MONTH, CountrySystem, InputError, nearest
from openfisca_country.law.catalogue import country_of
from openfisca_country.law.reform import ReformLike

MOST_POINTS = 100_000
FINE = 1000
ROUND_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
DECADES = 12  # the search for the end of the range looks at wages from 1 to a million million
A_DECADE = 40  # at so many wages from each power of ten to the next
BEYOND = 1.25  # how far past the last place where a benefit changes the range goes


def incentives(
    country: str | CountrySystem,
    situation: SituationLike,
    of: str | None = None,
    variable: str = "wage",
    start: float = 0,
    end: float | None = None,
    points: int = 1000,
    period: str | None = None,
    reforms: Sequence[ReformLike] = (),
    laws_of: tuple[str, ...] | list[str] = (),
    hourly_wage: float | None = None,
    children: Iterable[int] | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Incentives:
    """Walk a household along a range of one person's wages, under current law and each other law.

    Only the one fact changes, in every month asked and looked back to, past months of means tests included; every other
    fact stays as the situation has it. All values are walked in one run a law, as copies of the household.

    Args:
        country: its name, or its system.
        situation: as for `calculate`.
        of: the person whose wage it is; by default the one with the highest wage.
        variable: the fact, a number of a person: ``wage``, ``self_employment_income``, …
        start: first value of the range, in units of the fact.
        end: last value; by default a little beyond the last place where a benefit changes.
        points: into how many steps the range is cut; both ends are walked, so there is one value more.
        period: a month; the current month by default.
        reforms: names of reforms that ship, paths of YAML files, dotted Python paths or documents already read.
        laws_of: months whose law is applied to the period.
        hourly_wage: with it the range is in hours a month, and the wage is the hours at this much.
        children: in place of all of the above: numbers of children, such as ``range(6)``. The family is evaluated with
            its eldest children up to each number, and beyond them with more children as its youngest.
        facts: other facts of the person, by variable, that hold wherever the wage is above zero: what else is so once
            somebody works, as ``{"is_registered_unemployed": False}``.

    Returns:
        A curve a law: net income, benefits, taxes, marginal and participation tax rates; and the cliffs of each.

    Raises:
        InputError: no such person, fact or range.
        NotModelled: the law of the month lacks a number.
        OutsideWindow, ReformError: as for `calculate`.

    Example:
        >>> family = {
        ...     "persons": {"ali": {"birth_date": "1990-05-12"}},
        ...     "households": {"home": {"head": ["ali"]}},
        ... }
        >>> answer = incentives("uzbekistan", family, "ali", start=2000000, end=3000000, points=2, period="2026-03")
        >>> answer.values, answer.curves[0].net, answer.curves[0].marginal_rate
        ((2000000.0, 2500000.0, 3000000.0), (1760000.0, 2200000.0, 2640000.0), (0.12, 0.12, None))

    """
    if children is not None:
        return by_children(country, situation, children, of, period, reforms, laws_of)
    laws = under_each_law(country, situation, reforms, period, laws_of)
    axis = _axis(laws.baseline, of, variable, hourly_wage)
    axis = replace(axis, facts=tuple(_facts(laws.baseline, facts or {})))
    present = _present(laws.baseline, axis)
    values = _range(laws, axis, start, end, points, present)
    walked = {law: amounts(run, axis, numpy.append(values, 0.0)) for law, run in laws.runs.items()}
    shown = [
        name
        for name in dict.fromkeys(name for each in walked.values() for name in each.benefits)
        if any(each.benefits[name][:-1].any() for each in walked.values() if name in each.benefits)
    ]
    curves = tuple(
        _curve(law, laws.titles.get(law, ""), run, axis, values, walked[law], shown) for law, run in laws.runs.items()
    )
    return _result(laws, axis, values, present, curves, shown, hourly_wage)


def _axis(run: Run, of: str | None, variable: str, hourly_wage: float | None) -> Axis:
    if len(run.period) != len("2026-03"):
        raise InputError("period", f"{run.period} is a year: name one month, as {run.period}-01.")
    person = earner(run, run.period) if of is None else of
    if person not in run.situation.persons:
        known = run.situation.persons
        raise InputError(
            "of", f'"{person}" is not one of the persons.{nearest(person, known)} There are: {", ".join(known)}.'
        )
    found = run.system.variables.get(variable)
    if found is None:
        raise InputError(
            "variable", f'"{variable}" is not a variable of this law.{nearest(variable, run.system.variables)}'
        )
    if found.entity.plural != PERSONS or found.value_type not in (float, int) or found.definition_period != MONTH:
        raise InputError("variable", f"{variable} is not a monthly number of a person, such as wage.")
    if hourly_wage is not None and not (math.isfinite(hourly_wage) and hourly_wage > 0):
        raise InputError("hourly wage", f"{hourly_wage} is not a wage above zero.")
    money = "currency" in (found.unit or "")
    if hourly_wage is not None and not money:
        raise InputError("hourly wage", f"{variable} is no sum of money: an hourly wage goes with wage.")
    position = run.situation.persons.index(person)
    whole = hourly_wage is None and (found.value_type is int or money)
    return Axis(
        variable=variable,
        position=position,
        household=run.situation.members[position],
        month=run.period,
        worth=1.0 if hourly_wage is None else float(hourly_wage),
        decimals=0 if whole else 2,
    )


def _facts(run: Run, facts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Check the facts that hold wherever the wage is above zero, and return them as they are held."""
    for name, value in facts.items():
        variable = run.system.variables.get(name)
        if variable is None:
            raise InputError("facts", f'"{name}" is not a variable of this law.{nearest(name, run.system.variables)}')
        if variable.entity.plural != PERSONS:
            raise InputError("facts", f"{name} is a variable of households, not of a person.")
        yield name, check_value(variable, value, f"facts.{name}")


def _present(run: Run, axis: Axis) -> float | None:
    value = float(run.simulation.ask(axis.variable, axis.month)[axis.position])
    return value if axis.worth == 1.0 else None


def _range(laws: Laws, axis: Axis, start: float, end: float | None, points: int, present: float | None) -> Numbers:
    """Return the values walked, shape (points + 1,) or fewer where they are whole numbers close together."""
    if points < 1 or points > MOST_POINTS:
        raise InputError("points", f"{points} steps: choose from 1 to {MOST_POINTS}.")
    if not math.isfinite(start) or start < 0:
        raise InputError("start", f"{start:g} is not a value of zero or more.")
    if end is None:
        step = _round_step((_horizon(laws, axis, present) - start) / points)
        end = start + max(step, axis.finest) * points
    if not math.isfinite(end) or end <= start:
        raise InputError("end", f"{end:g} does not lie above the start of the range, {start:g}.")
    return numpy.unique(numpy.round(numpy.linspace(start, end, points + 1), axis.decimals))


def _horizon(laws: Laws, axis: Axis, present: float | None) -> float:
    """Find how far a range has to go: past the last place where a benefit of any law changes, and the present."""
    tried = numpy.round(numpy.logspace(0, DECADES, DECADES * A_DECADE + 1))
    far = 1.5 * (present or 0.0)
    for run in laws.runs.values():
        found = amounts(run, replace(axis, worth=1.0), tried)
        total = sum(found.benefits.values(), numpy.zeros(len(tried)))
        changing = numpy.flatnonzero(total != total[-1])
        if len(changing) and changing[-1] < len(tried) - A_DECADE:  # beyond, it is not the wage of anybody
            far = max(far, BEYOND * float(tried[changing[-1] + 1]))
    if not far:
        raise InputError("end", "no benefit of this household changes with the fact: say how far the range goes.")
    return far / axis.worth


def _round_step(step: float) -> float:
    """Return a step of few digits that is not smaller.

    >>> _round_step(5367.0), _round_step(0.7)
    (6000.0, 0.8)
    """
    power = 10.0 ** math.floor(math.log10(max(step, 1e-9)))
    return float(next(each * power for each in ROUND_STEPS if each * power >= step * (1 - 1e-9)))


def _curve(law: str, title: str, run: Run, axis: Axis, values: Numbers, walked: Amounts, shown: list[str]) -> Curve:
    """Make the curve of one law of its amounts, the last of which is that at zero."""
    benefits = {name: walked.benefits.get(name, numpy.zeros(len(values) + 1))[:-1] for name in shown}
    found = Amounts(walked.net[:-1], walked.taxes[:-1], benefits)
    marginal: list[float | None] = [None] * len(values)
    participation: list[float | None] = [None] * len(values)
    if "currency" in (run.system.variables[axis.variable].unit or ""):
        earned = values * axis.worth
        marginal[:-1] = (1 - numpy.diff(found.net) / numpy.diff(earned)).round(9).tolist()
        left = found.net - walked.net[-1]
        participation = [
            round(1 - float(more) / float(gross), 9) if gross else None
            for more, gross in zip(left, earned, strict=True)
        ]
    return Curve(
        law=law,
        title=title,
        net=tuple(found.net.tolist()),
        taxes=tuple(found.taxes.tolist()),
        benefits={name: tuple(each.tolist()) for name, each in benefits.items()},
        marginal_rate=tuple(marginal),
        participation_tax_rate=tuple(participation),
        cliffs=_cliffs(run, axis, values, found),
    )


def _cliffs(run: Run, axis: Axis, values: Numbers, found: Amounts) -> tuple[Cliff, ...]:
    """Look for cliffs at least every thousandth of the range: a coarse step would walk over them."""
    ends = float(values[0]), float(values[-1])
    fine = numpy.unique(numpy.round(numpy.linspace(*ends, FINE + 1), axis.decimals))
    if len(values) < len(fine):
        return find_cliffs(run, axis, fine, amounts(run, axis, fine))
    return find_cliffs(run, axis, values, found)


def _result(
    laws: Laws,
    axis: Axis,
    values: Numbers,
    present: float | None,
    curves: tuple[Curve, ...],
    shown: list[str],
    hourly_wage: float | None,
) -> Incentives:
    run = laws.baseline
    country = country_of(run.system)
    fact = run.system.variables[axis.variable]
    person = run.situation.persons[axis.position]
    cells = [(NET, axis.month, HOUSEHOLDS, axis.household)]
    visits = run.visits(cells)
    return Incentives(
        country=country.title,
        currency=country.currency,
        period=axis.month,
        id=person,
        variable=axis.variable if hourly_wage is None else "hours",
        label=fact.label or axis.variable if hourly_wage is None else "Hours of work",
        unit=in_words(fact.unit or "", country.currency) if hourly_wage is None else "hour/month",
        hourly_wage=hourly_wage,
        values=tuple(values.tolist()),
        present=present,
        facts={
            run.system.variables[name].label or name: shown_value(run.system.variables[name], value)
            for name, value in axis.facts
        },
        labels=laws.labels(shown),
        curves=curves,
        instruments=laws.instruments(acts_of(curves)),
        assumed=tuple(each for each in run.assumed(visits, cells) if not _is_axis(each, person, axis.variable)),
        warnings=run.warnings(visits),
        confidence=run.confidence(visits),
        stamp=replace(run.stamp(), reforms=tuple(name for name in laws.runs if name != CURRENT)),
    )


def _is_axis(assumed: Assumption, person: str, variable: str) -> bool:
    return assumed.entity == PERSONS and assumed.id == person and assumed.variable == variable
