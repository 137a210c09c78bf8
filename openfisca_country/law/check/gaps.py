"""A formula reads only parameters that have a value on every day it computes."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

from openfisca_core.parameters import Parameter
from openfisca_core.periods import DateUnit

from openfisca_country.law.check.finding import Finding, day_of, place
from openfisca_country.law.check.reads import resolve
from openfisca_country.law.check.trace import ANY, Trace
from openfisca_country.law.system import CountrySystem

NO_END = datetime.date.max


def check_gaps(system: CountrySystem, traces: Iterable[Trace]) -> Iterator[Finding]:
    """Find parameters that have not begun, or have ended, on a day on which a formula still reads them."""
    for _, of_variable in groupby(traces, key=lambda trace: trace.formula.variable):
        versions = list(of_variable)
        for trace, following in zip(versions, [*versions[1:], None], strict=True):
            start, end = in_use(system, trace, following)
            for parameter in _read_now(system, trace):
                first = _first_gap(parameter, start, end, system.variables[trace.formula.variable].definition_period)
                if first is not None:
                    yield Finding(
                        "gap",
                        place(system.country.home, trace.formula.body.source.path, trace.formula.body.name),
                        f"`{parameter.name}` has no value on {first}, when this formula still reads it:"
                        " end the formula, begin a new one, or give the parameter a value.",
                    )


def in_use(system: CountrySystem, trace: Trace, following: Trace | None) -> tuple[datetime.date, datetime.date]:
    """Return the first day a formula applies within the law's window, and the day on which it no longer does."""
    start = max(datetime.date.fromisoformat(trace.formula.start), system.book.start)
    last: datetime.date | None = system.variables[trace.formula.variable].end
    end = NO_END if last is None else last + datetime.timedelta(days=1)
    return start, end if following is None else min(end, datetime.date.fromisoformat(following.formula.start))


def _read_now(system: CountrySystem, trace: Trace) -> list[Parameter]:
    """Return what a formula certainly reads: not what depends on the person, and not a group it hands on."""
    paths = {read.path for read in trace.reads if read.now and ANY not in read.path}
    found = [node for path in paths for node in resolve(system.parameters, path) if isinstance(node, Parameter)]
    return sorted(found, key=lambda parameter: str(parameter.name))


def _first_gap(parameter: Parameter, start: datetime.date, end: datetime.date, unit: DateUnit) -> datetime.date | None:
    """Return the first day on which a formula of a period reads a parameter that has no value."""
    dated = sorted((day, entry.value) for entry in parameter.values_list if (day := day_of(entry.instant_str)))
    spans = [(datetime.date.min, None), *dated]
    for (since, value), (until, _) in zip(spans, [*spans[1:], (NO_END, None)], strict=True):
        begin, finish = max(since, start), min(until, end)
        if value is None and begin < finish:
            day = first_of_period(begin, unit)
            if day is not None and day < finish:
                return day
    return None


def first_of_period(day: datetime.date, unit: DateUnit) -> datetime.date | None:
    """Return the first day of the first month, or year, that begins on a day or later; nothing for other periods."""
    if unit == DateUnit.MONTH:
        return day if day.day == 1 else (day.replace(day=1) + datetime.timedelta(days=31)).replace(day=1)
    if unit == DateUnit.YEAR:
        return day if (day.month, day.day) == (1, 1) else datetime.date(day.year + 1, 1, 1)
    return None
