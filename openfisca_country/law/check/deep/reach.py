"""What a rule comes down to: the variables it asks, the facts at the end of them, the numbers of the law on the way."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import Parameter, ParameterScale
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.drawing import Numbered
from openfisca_country.law.check.finding import day_of
from openfisca_country.law.check.gaps import first_of_period
from openfisca_country.law.check.reads import resolve
from openfisca_country.law.check.trace import Trace
from openfisca_country.law.errors import LawError
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.units import in_currency, parts_of

MOST_MONTHS = 8
"""Of how many months a choice is searched at most."""
NEAR = 2
"""Conditions so many steps from a choice guide the search."""


@dataclass(frozen=True)
class Reach:
    """What some variables come down to on a day.

    Attributes:
        inputs: the facts, by name.
        conditions: what is true or false near the beginning.
        traces: the formulas on the way.

    """

    inputs: tuple[Variable, ...]
    conditions: tuple[str, ...]
    traces: tuple[Trace, ...]


def by_variable(traces: Iterable[Trace]) -> dict[str, list[Trace]]:
    """Return the formulas of each variable, by date."""
    found = defaultdict(list)
    for trace in traces:
        found[trace.formula.variable].append(trace)
    return found


def reach_of(system: CountrySystem, traces: dict[str, list[Trace]], names: Iterable[str], day: str) -> Reach:
    """Follow variables down to their facts, through the formulas of a day, and through older ones for months before.

    Args:
        system: the law.
        traces: its formulas as they are written, by variable and date.
        names: where to begin.
        day: first day of the month.

    """
    steps: dict[str, int] = {}
    through: dict[int, Trace] = {}
    waiting = [(name, 0, True) for name in names]
    while waiting:
        name, step, same = waiting.pop(0)
        if name not in system.variables:
            continue
        steps.setdefault(name, step)
        begun = [trace for trace in traces.get(name, ()) if trace.formula.start <= day]
        for trace in begun[-1:] if same else begun:
            if id(trace) not in through:
                through[id(trace)] = trace
                waiting += [(ask.variable, step + 1, same and ask.same) for ask in trace.asks]
    variables = {name: system.variables[name] for name in sorted(steps)}
    return Reach(
        inputs=tuple(each for each in variables.values() if _is_fact(system, each) and _can_be_drawn(each)),
        conditions=tuple(
            name for name, each in variables.items() if each.value_type is bool and 0 < steps[name] <= NEAR
        ),
        traces=tuple(through.values()),
    )


def _is_fact(system: CountrySystem, variable: Variable) -> bool:
    return not variable.formulas and variable.name not in system.outputs and not variable.is_neutralized


def _can_be_drawn(variable: Variable) -> bool:
    return variable.value_type in (bool, int, float, datetime.date) or variable.value_type is Enum


def parameters_of(system: CountrySystem, reach: Reach) -> list[Parameter]:
    """Return the parameters that formulas read, each once."""
    found = {}
    for trace in reach.traces:
        for read in trace.reads:
            for node in resolve(system.parameters, read.path):
                for parameter in _leaves(node):
                    found[parameter.name] = parameter
    return list(found.values())


def _leaves(node: object) -> list[Parameter]:
    if isinstance(node, Parameter):
        return [node]
    if isinstance(node, ParameterScale):
        return [part for bracket in node.brackets for part in bracket.children.values()]
    return list(leaf_parameters(node))


def numbers_on(system: CountrySystem, parameters: Iterable[Parameter], day: str) -> tuple[Numbered, ...]:
    """Return the numbers of the law on a day; what is worth money in money."""
    found = set()
    for parameter in parameters:
        value = parameter.get_at_instant(day)
        if not isinstance(value, int | float) or isinstance(value, bool):
            continue
        unit = str(parameter.metadata.get("unit") or "") or _unit_of_value(parameter)
        first = parts_of(unit)[0]
        if first == system.country.currency:
            found.add(Numbered("currency", float(value)))
            continue
        try:
            found.add(Numbered("currency", in_currency(value, unit, day, system.book.units, system.parameters)))
        except LawError:
            found.add(Numbered(first, float(value)))
    return tuple(sorted(found, key=lambda each: (each.unit, each.value)))


def _unit_of_value(parameter: Parameter) -> str:
    return next((str(entry.metadata.get("unit") or "") for entry in parameter.values_list if entry.metadata), "")


def months_between(system: CountrySystem, reach: Reach, start: str, end: str) -> list[str]:
    """Return the months of a time in which to look: its first, each in which a rule on the way changes, its last.

    Where there are too many, the numbers of the law that change are looked at less often than its rules.

    Args:
        system: the law.
        reach: what lies on the way.
        start: first day of the time.
        end: first day after it.

    """
    verified = f"{system.country.verified:%Y-%m-01}"
    rules = {trace.formula.start for trace in reach.traces}
    numbers = {str(entry.instant_str) for each in parameters_of(system, reach) for entry in each.values_list}
    first = _month(start)
    certain = {first, max(first, min(verified, _month_before(end)))} | _months(rules, first, end)
    others = sorted(_months(numbers, first, end) - certain)
    room = max(MOST_MONTHS - len(certain), 0)
    every = others[:: max(-(-len(others) // room), 1)] if room else []
    chosen = sorted(certain | set(every))
    if len(chosen) > MOST_MONTHS:
        step = (len(chosen) - 1) / (MOST_MONTHS - 1)
        chosen = [chosen[round(number * step)] for number in range(MOST_MONTHS)]
    return [day[:7] for day in chosen if day < end]


def _months(days: Iterable[str], start: str, end: str) -> set[str]:
    return {month for day in days if start <= (month := _month(day)) < end}


def _month(day: str) -> str:
    """Return the first day of the first month that begins on a day or later."""
    read = day_of(day)
    return day if read is None else str(first_of_period(read, DateUnit.MONTH) or day)


def _month_before(day: str) -> str:
    read = day_of(day) or datetime.date.max
    return f"{read - datetime.timedelta(days=1):%Y-%m-01}"
