"""The calendar as a table: which month a day falls in, and on which day a month begins, for whole columns at once.

numpy converts between days and months itself, one date after the other; a table of the first days of all months from
the year 1 to 10100 does the same to the day, several times as fast.
"""

from typing import Any

import numpy

_MONTHS = numpy.arange("0001-01", "10100-01", dtype="datetime64[M]")
_FIRST_DAYS = _MONTHS.astype("datetime64[D]").astype(numpy.int64)
_FIRST_MONTH = int(_MONTHS[0].astype(numpy.int64))

# 400 years have 4,800 months and 146,097 days.
_MONTHS_IN_CYCLE, _DAYS_IN_CYCLE = 4_800, 146_097


WORTH_IT = 64
"""Dates from which on the table is the faster way."""


def to_months(dates: Any) -> Any:
    """Return the month each date falls in.

    >>> to_months(numpy.array(["2024-02-29", "9999-12-31"], dtype="datetime64[D]")).tolist()
    [datetime.date(2024, 2, 1), datetime.date(9999, 12, 1)]
    """
    dates = numpy.asarray(dates)
    if dates.dtype != "datetime64[D]" or dates.size < WORTH_IT:
        return dates.astype("datetime64[M]", copy=False)
    days = dates.astype(numpy.int64)
    if days.min() < _FIRST_DAYS[0] or days.max() >= _FIRST_DAYS[-1]:
        return dates.astype("datetime64[M]")
    place = (days * _MONTHS_IN_CYCLE) // _DAYS_IN_CYCLE - _FIRST_MONTH  # at most one month off
    place -= _FIRST_DAYS.take(place) > days
    place += _FIRST_DAYS.take(place + 1) <= days
    return (place + _FIRST_MONTH).astype("datetime64[M]")


def to_first_days(months: Any) -> Any:
    """Return the first day of each month.

    >>> to_first_days(numpy.array(["2024-02"], dtype="datetime64[M]")).tolist()
    [datetime.date(2024, 2, 1)]
    """
    months = numpy.asarray(months)
    if months.dtype != "datetime64[M]" or months.size < WORTH_IT:
        return months.astype("datetime64[D]", copy=False)
    place = months.astype(numpy.int64) - _FIRST_MONTH
    if place.min() < 0 or place.max() >= len(_FIRST_DAYS):
        return months.astype("datetime64[D]")
    return _FIRST_DAYS.take(place).astype("datetime64[D]")
