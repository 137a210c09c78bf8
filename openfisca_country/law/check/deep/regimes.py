"""Rules by date: a programme that runs has a rule for its amount in every month, and each formula has its time."""

import datetime
from collections.abc import Iterable, Iterator

from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.reach import by_variable
from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.gaps import NO_END, first_of_period, in_use
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.check.trace import Trace
from openfisca_country.law.programmes import Programme
from openfisca_country.law.system import CountrySystem

DAY = datetime.timedelta(days=1)

Time = tuple[datetime.date, datetime.date]
"""A first day, and the first day after."""


def check_regimes(system: CountrySystem, traces: Iterable[Trace]) -> Iterator[Finding]:
    """Find months of a programme without a rule for what it pays, and formulas that never apply."""
    for programme in system.book.programmes.values():
        yield from _months_without_rule(system, programme)
    for versions in by_variable(traces).values():
        yield from _never_applied(system, versions)


def _months_without_rule(system: CountrySystem, programme: Programme) -> Iterator[Finding]:
    """Look at what a programme pays where that comes first among its results; else at all its results together."""
    results = [system.variables[name] for name in programme.variables if name in system.variables]
    results = [each for each in results if each.formulas]
    if not results or programme.start is None:
        return
    numbers = [each for each in results if each.value_type in (int, float)]
    paying = numbers if results[0] in numbers else results
    window = max(programme.start, system.book.start), NO_END if programme.end is None else programme.end + DAY
    open_times = _uncovered([_time_of(each) for each in paying], window)
    for time in open_times:
        names = " or ".join(f"`{each.name}`" for each in paying)
        says = "`window:` says that the programme runs: add the rule, or correct the window"
        yield _no_rule(system, paying[0], names, time, says)
    for amount in numbers if not open_times else ():
        right = system.variables.get(f"{amount.name}_eligible")
        if right is None or not right.formulas:
            continue
        start, end = _time_of(right)
        granted = max(start, window[0]), min(end, window[1])
        for time in _uncovered([_time_of(amount)], granted):
            says = f"`{right.name}` has one that may grant it: begin and end both together"
            yield _no_rule(system, amount, f"`{amount.name}`", time, says)


def _no_rule(system: CountrySystem, variable: Variable, names: str, time: Time, says: str) -> Finding:
    until = "" if time[1] == NO_END else f" to {time[1] - DAY}"
    message = f"From {time[0]}{until} no formula of {names} applies, and {says}."
    return Finding("regime", place(system.country.home, file_of(variable), variable.name), message)


def _time_of(variable: Variable) -> Time:
    """Return the time in which a variable has a formula; ``0001-01-01`` is a formula without a date."""
    first = datetime.date.fromisoformat(str(min(variable.formulas)))
    return first, NO_END if variable.end is None else variable.end + DAY


def _uncovered(times: list[Time], window: Time) -> list[Time]:
    """Return what of a window the times leave open, in whole months."""
    start, end = window
    found = []
    for begin, finish in [*sorted(times), (end, NO_END)]:
        if start >= end:
            break
        month = first_of_period(start, DateUnit.MONTH)
        if month is not None and month < min(begin, end):
            found.append((month, min(begin, end)))
        start = max(start, finish)
    return found


def _never_applied(system: CountrySystem, versions: list[Trace]) -> Iterator[Finding]:
    for trace, following in zip(versions, [*versions[1:], None], strict=True):
        if not trace.formula.body.source.path.is_relative_to(system.country.variables):
            continue  # what a country refines stays beside it, unused
        variable = system.variables[trace.formula.variable]
        start, end = in_use(system, trace, following)
        first = first_of_period(start, variable.definition_period) or start
        if first < end:
            continue
        unit = "year" if variable.definition_period == DateUnit.YEAR else "month"
        if end <= system.book.start:
            why = f"it is over before {system.book.start}, the first day of modelled law"
        else:
            why = f"no {unit} begins between {start} and {end - DAY}, its last day"
        message = f"This formula never applies: {why}; remove it, or correct its date."
        body = trace.formula.body
        yield Finding("regime", place(system.country.home, body.source.path, body.name), message)
