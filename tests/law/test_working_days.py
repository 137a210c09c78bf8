"""Working days: Monday to Friday, whole arrays, dates that never come, and the two operations undoing each other."""

import datetime

import numpy
import pytest
from numpy.testing import assert_array_equal

from openfisca_country.law import NEVER, add_days, add_working_days, working_days_between

# 2026-01-01 is a Thursday.
FRIDAY, SATURDAY, SUNDAY, MONDAY = "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"


def dates(*days):
    return numpy.array([str(day) for day in days], dtype="datetime64[D]")


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, SATURDAY, 1),
        (FRIDAY, SUNDAY, 1),
        (FRIDAY, MONDAY, 1),
        (FRIDAY, "2026-01-06", 2),
        (SATURDAY, SUNDAY, 0),
        (SATURDAY, MONDAY, 0),
        (SATURDAY, "2026-01-06", 1),
        (SUNDAY, MONDAY, 0),
        (MONDAY, "2026-01-12", 5),
        (SUNDAY, "2026-01-11", 5),
        ("2026-01-01", "2026-02-01", 22),  # 1 January is a holiday: Monday to Friday are counted, whatever the holidays
        ("2023-04-01", "2023-05-01", 20),
        ("2024-02-01", "2024-03-01", 21),  # a leap year
        ("2025-12-31", "2026-01-02", 2),
        ("2026-01-01", "2027-01-01", 261),
    ],
)
def test_the_first_day_is_counted_and_the_last_is_not(start, end, days):
    found = working_days_between(dates(start), dates(end))
    assert_array_equal(found, [days])
    assert found.dtype == numpy.int64
    assert_array_equal(working_days_between(dates(end), dates(start)), [-days], "backwards the same days are lacking")


@pytest.mark.parametrize(
    ("start", "days", "moved"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, MONDAY),
        (FRIDAY, -1, "2026-01-01"),
        (SATURDAY, 0, MONDAY),
        (SATURDAY, 1, "2026-01-06"),
        (SATURDAY, -1, FRIDAY),
        (SUNDAY, 0, MONDAY),
        (SUNDAY, 1, "2026-01-06"),
        (MONDAY, 5, "2026-01-12"),
        (MONDAY, -1, FRIDAY),
        ("2025-12-31", 1, "2026-01-01"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2024-02-29", 1, "2024-03-01"),
        ("2023-02-28", 1, "2023-03-01"),
        ("2026-01-01", 261, "2027-01-01"),
    ],
)
def test_a_date_is_moved_to_a_working_day(start, days, moved):
    assert_array_equal(add_working_days(dates(start), days), dates(moved))
    assert_array_equal(
        add_working_days(dates(start), numpy.array([float(days)])), dates(moved), "parameters are floats"
    )


def test_each_date_is_moved_by_its_own_number_and_one_that_never_comes_stays():
    moved = add_working_days(dates(FRIDAY, FRIDAY, SUNDAY, NEVER, NEVER), numpy.array([0, 5, 5, 0, 76]))
    assert moved.dtype == numpy.dtype("datetime64[D]")
    assert_array_equal(moved, dates(FRIDAY, "2026-01-09", "2026-01-12", NEVER, NEVER))


def test_what_never_comes_is_further_than_any_count():
    assert working_days_between(dates(MONDAY), dates(NEVER))[0] > 2_000_000
    assert working_days_between(dates(NEVER), dates(MONDAY))[0] < -2_000_000
    assert_array_equal(working_days_between(dates(NEVER), dates(NEVER)), [0])


def test_one_date_stands_against_many():
    many = dates("2025-12-29", FRIDAY, SATURDAY, MONDAY, NEVER)
    assert_array_equal(working_days_between(many, numpy.datetime64(MONDAY))[:4], [5, 1, 0, 0])
    assert_array_equal(working_days_between(numpy.datetime64(MONDAY), many)[:4], [-5, -1, 0, 0])


def test_nobody_has_no_working_days():
    assert working_days_between(dates(), numpy.datetime64(MONDAY)).shape == (0,)
    assert add_working_days(dates(), 1).shape == (0,)


def test_every_count_is_that_of_the_calendar():
    """Each start of 400 days against each distance up to 120, counted one by one."""
    begun = datetime.date(2023, 12, 1)
    working = [(begun + datetime.timedelta(days)).weekday() < 5 for days in range(400 + 120)]
    starts = add_days(numpy.full(400, numpy.datetime64(begun)), numpy.arange(400))
    for distance in range(120):
        counted = [sum(working[start : start + distance]) for start in range(400)]
        assert_array_equal(working_days_between(starts, add_days(starts, distance)), counted)


def test_the_two_operations_undo_each_other():
    starts = add_days(numpy.full(60, numpy.datetime64("2024-01-20")), numpy.arange(60))
    for days in range(-30, 100):
        moved = add_working_days(starts, days)
        assert_array_equal(working_days_between(starts, moved), numpy.full(60, days))
        assert numpy.all(numpy.is_busday(moved))
        assert_array_equal(add_working_days(moved, -days), add_working_days(starts, 0))


def test_spans_add_up():
    first, second, third = dates("2023-01-28"), dates("2023-03-04"), dates("2023-02-12")
    whole = working_days_between(first, third)
    assert_array_equal(working_days_between(first, second) + working_days_between(second, third), whole)
