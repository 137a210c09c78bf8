"""The few operations that formulas are made of. All take and return whole arrays, one cell a person or household.

Law written with these alone can be explained, proven and compiled; `check` reports any other.
Arithmetic, comparisons, ``&``, ``|`` and ``~`` are Python's own. A new operation is added here, on purpose.
"""

import calendar
import datetime
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core import indexed_enums
from openfisca_core.periods import DateUnit, Instant, Period

from openfisca_country.law.calendar import to_first_days, to_months
from openfisca_country.law.remember import remembered
from openfisca_country.law.unknown import Unknown, of_unknown

Dates = NDArray[numpy.datetime64]
Numbers = NDArray[Any]

where = numpy.where
minimum = numpy.minimum
maximum = numpy.maximum
clip = numpy.clip
floor = numpy.floor

DAYS_IN_WEEK = 7
MONTHS_IN_QUARTER = 3
MONTHS_IN_YEAR = 12

# A sum that the law puts exactly on a half may sit a hair beside it in binary; no sum of the law is this fine.
HAIR = 1e-6


def select(conditions: list[Any], choices: list[Any], default: Any = 0) -> Any:
    """Return for each the choice of the first condition that holds, otherwise the default; choices may be categories.

    >>> select([numpy.array([True, False])], [1.5], default=0)
    array([1.5, 0. ])
    """
    if not isinstance(default, indexed_enums.Enum):
        return numpy.select(conditions, choices, default)
    found = numpy.select(conditions, [each.index for each in choices], default.index)
    return found if isinstance(found, Unknown) else indexed_enums.EnumArray(found.astype(numpy.int16), type(default))


def round_to_unit(amount: Numbers) -> Numbers:
    """Round to the nearest whole unit of the currency, halves upward.

    >>> round_to_unit(numpy.array([560475.5, 0.4999, -0.5]))
    array([560476.,      0.,      0.])
    """
    return numpy.floor(amount + 0.5 + HAIR) + 0.0


def round_up(amount: Numbers) -> Numbers:
    """Round up to the next whole unit of the currency.

    >>> round_up(numpy.array([10.0, 10.01]))
    array([10., 11.])
    """
    return numpy.ceil(amount - HAIR) + 0.0


def whole(number: Numbers) -> Numbers:
    """Keep the whole part: full years, full places, full persons.

    >>> whole(numpy.array([2.999, 3.0]))
    array([2., 3.])
    """
    return numpy.floor(number + HAIR)


def first_day(period: Period) -> numpy.datetime64:
    """Return the first day of a period.

    >>> from openfisca_core.periods import period
    >>> str(first_day(period("2026-02")))
    '2026-02-01'
    """
    return numpy.datetime64(str(period.start), "D")


def last_day(period: Period) -> numpy.datetime64:
    """Return the last day of a period.

    >>> from openfisca_core.periods import period
    >>> str(last_day(period("2024-02")))
    '2024-02-29'
    """
    return numpy.datetime64(str(period.stop), "D")


def as_day(date: datetime.date) -> numpy.datetime64:
    """Return a single date as arrays hold theirs, to stand beside them in ``where``.

    >>> numpy.where([True], numpy.array(["2026-03-17"], dtype="M8[D]"), as_day(datetime.date(9999, 12, 31))).dtype
    dtype('<M8[D]')
    """
    return numpy.datetime64(date, "D")


def days_in_month(period: Period) -> int:
    """Return the number of days of the month a period starts in."""
    return calendar.monthrange(period.start.year, period.start.month)[1]


def quarter_before(period: Period) -> Period:
    """Return the three months of the calendar quarter before the one a period starts in.

    >>> from openfisca_core.periods import period
    >>> quarter = quarter_before(period("2026-02"))
    >>> str(quarter.start), str(quarter.stop)
    ('2025-10-01', '2025-12-31')
    """
    month_of_quarter = (period.start.month - 1) % MONTHS_IN_QUARTER
    start = period.start.offset("first-of", "month").offset(-month_of_quarter - MONTHS_IN_QUARTER, "month")
    return Period((DateUnit.MONTH, start, MONTHS_IN_QUARTER))


@of_unknown
@remembered
def month_of(dates: Dates) -> NDArray[numpy.datetime64]:
    """Return the month each date falls in, for comparison with other months.

    >>> str(month_of(numpy.array(["2026-03-17"], dtype="datetime64[D]"))[0])
    '2026-03'
    """
    return numpy.asarray(to_months(dates))


@of_unknown
@remembered
def days_into_month(dates: Dates) -> NDArray[numpy.timedelta64]:
    """Return how far each date lies from the first day of its month.

    >>> str(days_into_month(numpy.array(["2026-03-17"], dtype="datetime64[D]"))[0])
    '16 days'
    """
    return numpy.asarray(dates - to_first_days(month_of(dates)))


@of_unknown
def year_of(dates: Dates) -> NDArray[numpy.int64]:
    """Return the calendar year each date falls in, as a number.

    >>> year_of(numpy.array(["1960-03-17", "2026-01-01"], dtype="M8[D]"))
    array([1960, 2026])
    """
    return numpy.asarray(numpy.asarray(dates).astype("datetime64[Y]").astype(numpy.int64) + 1970)


@of_unknown
def in_month(dates: Dates, period: Period) -> NDArray[numpy.bool_]:
    """Tell which dates fall in the month of a period."""
    return numpy.asarray(month_of(dates) == month_of(numpy.asarray(first_day(period))))


@of_unknown
def calendar_months_between(earlier: Dates, later: Dates) -> NDArray[numpy.int64]:
    """Count calendar months from the month of one date to the month of another, whatever the days.

    >>> calendar_months_between(numpy.array(["2026-01-31"], dtype="M8[D]"), numpy.datetime64("2026-03-01"))
    array([2])
    """
    return numpy.asarray((month_of(later) - month_of(earlier)).astype(numpy.int64))


@of_unknown
def completed_months(since: Dates, until: Dates) -> NDArray[numpy.int64]:
    """Count the full months from one date to another: negative while the first lies ahead.

    A month is full on the same day of the month; from a 31st, on the first day of the month after a shorter one.

    >>> completed_months(numpy.array(["2026-01-16"], dtype="M8[D]"), numpy.datetime64("2026-03-15"))
    array([1])
    """
    months = calendar_months_between(since, until)
    return numpy.asarray(months - (days_into_month(until) < days_into_month(since)))


@of_unknown
def completed_years(since: Dates, until: Dates) -> NDArray[numpy.int64]:
    """Count the full years from one date to another; a 29 February counts as reached on 1 March of a common year.

    >>> completed_years(numpy.array(["2008-02-29"], dtype="M8[D]"), numpy.datetime64("2026-02-28"))
    array([17])
    """
    return numpy.asarray(completed_months(since, until) // 12)


@of_unknown
def days_between(earlier: Dates, later: Dates) -> NDArray[numpy.int64]:
    """Count days from one date to another, the first counted, the second not.

    >>> days_between(numpy.array(["2026-01-31"], dtype="M8[D]"), numpy.datetime64("2026-03-01"))
    array([29])
    """
    return numpy.asarray((later - earlier).astype("timedelta64[D]").astype(numpy.int64))


@of_unknown
def add_days(dates: Dates, days: Numbers | int) -> Dates:
    """Move each date by a number of days; a date that never comes stays where it is."""
    moved = dates + numpy.asarray(days).astype("timedelta64[D]")
    return numpy.where(happened(dates), moved, dates)


@of_unknown
def add_weeks(dates: Dates, weeks: Numbers | int) -> Dates:
    """Move each date by a number of weeks; a date that never comes stays where it is."""
    return add_days(dates, numpy.asarray(weeks) * DAYS_IN_WEEK)


@of_unknown
def add_years(dates: Dates, years: Numbers | int) -> Dates:
    """Move each date by a number of years; a 29 February becomes 1 March of a common year."""
    return add_months(dates, numpy.asarray(years) * MONTHS_IN_YEAR)


@of_unknown
def add_months(dates: Dates, months: Numbers | int) -> Dates:
    """Move each date by a number of months; a day the month lacks becomes the first of the next month.

    >>> str(add_months(numpy.array(["2026-01-31"], dtype="M8[D]"), 1)[0])
    '2026-03-01'
    """
    start = month_of(dates)
    target = start + numpy.asarray(months).astype("timedelta64[M]")
    moved = to_first_days(target) + days_into_month(dates)
    following = to_first_days(target + numpy.timedelta64(1, "M"))
    return numpy.where(happened(dates), numpy.minimum(moved, following), dates)


@of_unknown
def working_days_between(start: Dates, end: Dates) -> NDArray[numpy.int64]:
    """Count Mondays to Fridays from one date to another, the first counted, the second not; holidays count as well.

    From Friday 2 January to Tuesday 6 January 2026 there are two:

    >>> working_days_between(numpy.array(["2026-01-02"], dtype="M8[D]"), numpy.datetime64("2026-01-06"))
    array([2])
    """
    days = numpy.busday_count(numpy.minimum(start, end), numpy.maximum(start, end))
    return numpy.asarray(numpy.where(start <= end, days, -days))


@of_unknown
def add_working_days(start: Dates, days: Numbers | int) -> Dates:
    """Move each date by a number of working days, Monday to Friday; a date that never comes stays where it is.

    So many working days lie from ``start`` to the day it returns, that day not counted:

    >>> str(add_working_days(numpy.array(["2026-01-02"], dtype="M8[D]"), 2)[0])
    '2026-01-06'
    """
    moved = numpy.busday_offset(start, numpy.asarray(days).astype(numpy.int64), roll="forward")
    return numpy.where(happened(start), moved, start)


@of_unknown
def happened(dates: Dates) -> NDArray[numpy.bool_]:
    """Tell which events have a date at all: an event that has not happened is dated 9999-12-31."""
    return numpy.asarray(dates < numpy.datetime64("9999-12-31"))


@of_unknown
def days_in_force(start: Dates, end: Dates, period: Period) -> NDArray[numpy.int64]:
    """Count the days of a period that lie from one date to another, both counted.

    >>> from openfisca_core.periods import period
    >>> days_in_force(numpy.array(["2021-04-19"], dtype="M8[D]"), numpy.datetime64("2021-09-30"), period("2021-04"))
    array([12])
    """
    begin = numpy.maximum(start, first_day(period))
    finish = numpy.minimum(end, last_day(period))
    return numpy.asarray(numpy.maximum(days_between(begin, finish) + 1, 0))


def on_the_day(
    parameters: Callable[[Any], Any],
    dates: Dates,
    period: Period,
    read: Callable[[Any], Any],
    since: Dates | None = None,
) -> NDArray[numpy.float64]:
    """Read a parameter as it stood on each person's own day of the month (a one-off grant of that day).

    Args:
        parameters: what a formula gets as its third argument.
        dates: one date a person; a date outside the period reads the first day of it.
        period: the month.
        read: picks the value, as in ``lambda law: law.base.minimum_wage``; it may work out one for each person, as in
            ``lambda law: law.rate.calc(years)``.
        since: an earlier first day, for what was fixed on a day of a month before (an award that is still paid).

    """
    first = first_day(period)
    if isinstance(dates, Unknown) and since is None:
        for day in numpy.arange(first, last_day(period) + 1):
            read(parameters(str(day)))  # a number that is missing on any day of the month is found missing
        return Unknown(numpy.zeros(1))
    dates = to_first_days(dates)  # of those that are months
    begun = first if since is None else since
    own = numpy.broadcast_to((begun <= dates) & (dates <= last_day(period)), numpy.shape(dates))
    found = numpy.empty(numpy.shape(dates), dtype=numpy.float64)
    if not own.all():
        found[...] = read(parameters(str(first)))
    where_own = numpy.flatnonzero(own)
    days, place = numpy.unique(dates[where_own], return_inverse=True)
    editions: dict[int, Any] = {}
    edition_of_day = []
    for day in days:
        law = parameters(str(day))
        key = id(_untraced(law))
        editions.setdefault(key, law)
        edition_of_day.append(key)
    edition = numpy.array(edition_of_day, dtype=numpy.int64)[place]
    for key, law in editions.items():
        theirs = where_own[edition == key]
        found[theirs] = numpy.broadcast_to(read(law), found.shape)[theirs]
    return found


def _untraced(law: Any) -> Any:
    """Return the law of a day: the same object for all days between two changes."""
    return getattr(law, "__dict__", {}).get("parameter_node_at_instant", law)


def total_before(
    people: Callable[..., Numbers],
    variable: str,
    dates: Dates,
    months: int,
    period: Period,
    since: Dates | None = None,
) -> Numbers:
    """Add up a monthly variable over the calendar months before the month of each one's own date.

    The first of three is told of no event; of the others, the second had it two months after the first:

    >>> from openfisca_core.periods import period
    >>> wages = {"2025-11": 10, "2025-12": 20, "2026-01": 30, "2026-02": 40}
    >>> def person(variable, month):
    ...     return numpy.full(3, wages[str(month)])
    >>> days = numpy.array(["9999-12-31", "2026-01-31", "2026-03-01"], dtype="M8[D]")
    >>> total_before(person, "wage", days, 2, period("2026-03"))
    array([ 0., 30., 70.])

    Args:
        people: ``person`` or ``household``, as the formula got it.
        variable: its name; months in which nothing is known of it count as its default.
        dates: one a person; a date after the period has not come yet and gives zero.
        months: how many of them.
        period: the month.
        since: the first day from which dates count, where earlier ones no longer matter; they give zero.

    """
    counts = dates <= last_day(period)
    counts = counts if since is None else counts & (since <= dates)
    month = month_of(dates)
    total = numpy.zeros(numpy.shape(dates))
    for each in numpy.unique(month[counts]):
        theirs = numpy.flatnonzero(counts & (month == each))
        total[theirs] = sum(people(variable, before)[theirs] for before in _months_before(str(each), int(months)))
    return total


@lru_cache(maxsize=10_000)
def _months_before(month: str, count: int) -> tuple[Period, ...]:
    """Return so many months before a month, the earliest first."""
    year, number = int(month[:4]), int(month[5:7])
    months = range(12 * year + number - 1 - count, 12 * year + number - 1)
    return tuple(Period((DateUnit.MONTH, Instant((each // 12, each % 12 + 1, 1)), 1)) for each in months)


def brought_forward(
    parameters: Callable[[Any], Any],
    amounts: Numbers,
    since: Dates,
    period: Period,
    number: Callable[[Any], float],
    rise: Callable[[Any, Numbers], Numbers],
) -> Numbers:
    """Bring amounts forward, each from its own date, through every general rise up to the first day of a period.

    A rise takes effect on the first day of a month, and is on an amount of that day already. Here the second rose by
    10 on 1 February, and the third stood so on that day:

    >>> from openfisca_core.periods import period
    >>> since = numpy.array(["9999-12-31", "2026-01-31", "2026-02-01"], dtype="M8[D]")
    >>> brought_forward(
    ...     lambda day: int(day >= "2026-02-01"), numpy.array([100.0, 100.0, 110.0]), since, period("2026-03"),
    ...     number=lambda law: law, rise=lambda law, amounts: amounts + 10,
    ... )
    array([100., 110., 110.])

    Args:
        parameters: what a formula gets as its third argument.
        amounts: one a person, as it stood on its date.
        since: those dates; an amount whose date has not come, or never comes, is not raised.
        period: the month.
        number: counts the rises so far, as in ``lambda law: law.old_age_pension.increase.number``; 0 before the first.
        rise: makes the new amounts of the old ones by the law of the day of a rise.

    """
    if not numpy.size(amounts):
        return amounts
    month = month_of(numpy.asarray(first_day(period)))
    earliest = month_of(since).min()
    law = parameters(str(month.astype("datetime64[D]")))
    rises = []
    while number(law) > 0 and month > earliest:
        law_before = parameters(str((month - 1).astype("datetime64[D]")))
        if number(law_before) != number(law):
            rises.append((month.astype("datetime64[D]"), law))
        month, law = month - 1, law_before
    for day, law_of_the_day in reversed(rises):
        amounts = numpy.where(since < day, rise(law_of_the_day, amounts), amounts)
    return amounts
