"""Each operation that formulas are made of: ends of months, 29 February, dates that never come, halves of a unit."""

import datetime
import re
from pathlib import Path

import numpy
import pytest
from numpy.testing import assert_array_equal
from openfisca_core.periods import period

from openfisca_country import law
from openfisca_country.law import (
    DAYS_IN_WEEK,
    MONTHS_IN_QUARTER,
    MONTHS_IN_YEAR,
    NEVER,
    add_days,
    add_months,
    add_weeks,
    add_years,
    as_day,
    calendar_months_between,
    clip,
    completed_months,
    completed_years,
    days_between,
    days_in_force,
    days_in_month,
    first_day,
    floor,
    happened,
    in_month,
    last_day,
    maximum,
    minimum,
    month_of,
    on_the_day,
    operations,
    quarter_before,
    round_to_unit,
    round_up,
    select,
    total_before,
    where,
    whole,
)
from tests.law.fictional import load, write_country


def dates(*days):
    return numpy.array([str(day) for day in days], dtype="datetime64[D]")


def numbers(*each):
    return numpy.array(each, dtype=numpy.float64)


def test_every_operation_has_a_case_here():
    here = Path(__file__)
    cases = here.read_text(encoding="utf-8").split("\ndef numbers(")[1]
    cases += (here.parent / "test_working_days.py").read_text(encoding="utf-8").split("\ndef dates(")[1]
    cases += (here.parent / "test_brought_forward.py").read_text(encoding="utf-8").split("\ndef law(")[1]
    exported = [name for name in law.__all__ if hasattr(operations, name)]
    assert [name for name in exported if not re.search(rf"\b{name}\b", cases)] == []


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        (0, 0),
        (0.4999, 0),
        (0.5, 1),
        (1.5, 2),
        (2.5, 3),
        (-0.4, 0),
        (-0.5, 0),
        (-0.6, -1),
        (-1.5, -1),
        (1.005 * 100, 101),  # 100.5 in law, 100.49999999999999 in binary
        (560475.5, 560476),
        (16_777_217, 16_777_217),
        (123_456_789.5, 123_456_790),
        (9_007_199_254.49, 9_007_199_254),
    ],
)
def test_halves_of_a_unit_are_rounded_upward(amount, rounded):
    found = round_to_unit(numbers(amount))
    assert_array_equal(found, [rounded])
    assert not numpy.signbit(found[0]) or rounded < 0, "no -0 reaches an answer"


@pytest.mark.parametrize(
    ("amount", "rounded"), [(10, 10), (10.01, 11), (0.1 * 30, 3), (-0.5, 0), (-1.5, -1), (123_456_789.1, 123_456_790)]
)
def test_a_part_of_a_unit_is_rounded_up(amount, rounded):
    found = round_up(numbers(amount))
    assert_array_equal(found, [rounded])
    assert not numpy.signbit(found[0]) or rounded < 0


@pytest.mark.parametrize(("number", "kept"), [(2.999, 2), (3, 3), (0.29 * 100, 29), (0, 0), (-0.5, -1)])
def test_the_whole_part_is_kept(number, kept):
    assert_array_equal(whole(numbers(number)), [kept])


def test_what_numpy_gives_as_it_is():
    assert_array_equal(where(numpy.array([True, False]), 1, 0), [1, 0])
    assert_array_equal(minimum(numbers(1, 3), 2), [1, 2])
    assert_array_equal(maximum(numbers(1, 3), 2), [2, 3])
    assert_array_equal(clip(numbers(-1, 0.5, 2), 0, 1), [0, 0.5, 1])
    assert_array_equal(floor(numbers(1.9, -0.1)), [1, -1])


def test_the_first_condition_that_holds_is_selected():
    early, late = numpy.array([True, True, False]), numpy.array([True, False, False])
    assert_array_equal(select([late, early], [2, 1], default=-1), [2, 1, -1])


class Colour(law.Enum):
    """Categories in an order of their own."""

    green = "Green"
    red = "Red"


def test_select_gives_categories_as_a_variable_holds_them():
    late, early = numpy.array([True, False, False]), numpy.array([True, True, False])
    found = select([late, early], [Colour.red, Colour.green], default=Colour.red)
    assert found.possible_values is Colour
    assert_array_equal(found.decode(), [Colour.red, Colour.green, Colour.red])


@pytest.mark.parametrize(
    ("of", "first", "last", "days"),
    [
        ("2026-02", "2026-02-01", "2026-02-28", 28),
        ("2024-02", "2024-02-01", "2024-02-29", 29),
        ("2000-02", "2000-02-01", "2000-02-29", 29),
        ("2100-02", "2100-02-01", "2100-02-28", 28),
        ("2026-04", "2026-04-01", "2026-04-30", 30),
        ("2026-12", "2026-12-01", "2026-12-31", 31),
        ("2026", "2026-01-01", "2026-12-31", 31),
    ],
)
def test_the_days_of_a_period(of, first, last, days):
    assert str(first_day(period(of))) == first
    assert str(last_day(period(of))) == last
    assert days_in_month(period(of)) == days


def test_the_month_of_a_date():
    found = month_of(dates("2026-03-01", "2026-03-31", "2024-02-29", NEVER))
    assert [str(month) for month in found] == ["2026-03", "2026-03", "2024-02", "9999-12"]
    assert str(month_of(first_day(period("2026-03")))) == "2026-03"


def test_dates_in_a_month():
    days = dates("2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01", "2023-02-15", NEVER)
    assert_array_equal(in_month(days, period("2024-02")), [False, True, True, False, False, False])


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2026-01-31", "2026-03-01", 2),
        ("2026-01-01", "2026-01-31", 0),
        ("2025-12-31", "2026-01-01", 1),
        ("2026-03-01", "2026-01-31", -2),
        ("2024-02-29", "2025-02-28", 12),
    ],
)
def test_calendar_months_count_whatever_the_days(earlier, later, months):
    assert_array_equal(calendar_months_between(dates(earlier), dates(later)), [months])


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2026-01-16", "2026-02-15", 0),
        ("2026-01-16", "2026-02-16", 1),
        ("2026-01-31", "2026-02-28", 0),
        ("2026-01-31", "2026-03-01", 1),
        ("2026-01-31", "2026-03-30", 1),
        ("2026-01-31", "2026-03-31", 2),
        ("2024-01-31", "2024-02-29", 0),
        ("2024-02-29", "2024-03-29", 1),
        ("2024-02-29", "2024-03-28", 0),
        ("2026-03-15", "2026-03-15", 0),
        ("2026-03-15", "2026-03-14", -1),
        ("2026-03-15", "2026-02-15", -1),
    ],
)
def test_a_month_is_full_on_the_same_day_of_the_next(since, until, months):
    assert_array_equal(completed_months(dates(since), dates(until)), [months])


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-28", 19),
        ("2008-02-29", "2028-02-29", 20),
        ("2010-06-01", "2026-05-31", 15),
        ("2010-06-01", "2026-06-01", 16),
        ("1999-12-31", "2000-01-01", 0),
        ("2026-06-01", "2026-05-31", -1),
    ],
)
def test_a_year_of_age_is_full_on_the_birthday(since, until, years):
    assert_array_equal(completed_years(dates(since), dates(until)), [years])


def test_nobody_has_an_age_from_a_date_that_never_comes():
    assert completed_years(dates(NEVER), first_day(period("2026-01")))[0] < -7900
    assert completed_months(dates(NEVER), first_day(period("2026-01")))[0] < 0


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2026-01-31", "2026-03-01", 29),
        ("2024-01-31", "2024-03-01", 30),
        ("2026-03-01", "2026-03-01", 0),
        ("2026-03-01", "2026-02-28", -1),
        ("2025-12-31", "2026-01-01", 1),
    ],
)
def test_days_are_counted_with_the_first_and_without_the_last(earlier, later, days):
    assert_array_equal(days_between(dates(earlier), dates(later)), [days])


@pytest.mark.parametrize(
    ("move", "day", "by", "moved"),
    [
        (add_days, "2026-02-28", 1, "2026-03-01"),
        (add_days, "2024-02-28", 1, "2024-02-29"),
        (add_days, "2026-01-01", -1, "2025-12-31"),
        (add_days, "2026-01-01", 0, "2026-01-01"),
        (add_weeks, "2026-02-25", 1, "2026-03-04"),
        (add_weeks, "2024-02-25", 26, "2024-08-25"),
        (add_months, "2026-01-30", 1, "2026-03-01"),
        (add_months, "2026-01-31", 1, "2026-03-01"),
        (add_months, "2024-01-30", 1, "2024-03-01"),
        (add_months, "2024-01-29", 1, "2024-02-29"),
        (add_months, "2026-01-31", 2, "2026-03-31"),
        (add_months, "2026-01-31", 3, "2026-05-01"),
        (add_months, "2025-11-30", 3, "2026-03-01"),
        (add_months, "2026-03-31", -1, "2026-03-01"),
        (add_months, "2026-12-31", 12, "2027-12-31"),
        (add_months, "2026-05-17", 0, "2026-05-17"),
        (add_years, "2024-02-29", 1, "2025-03-01"),
        (add_years, "2024-02-29", 4, "2028-02-29"),
        (add_years, "2024-02-29", -1, "2023-03-01"),
        (add_years, "2025-02-28", 3, "2028-02-28"),
    ],
)
def test_a_date_is_moved(move, day, by, moved):
    assert_array_equal(move(dates(day), by), dates(moved))
    assert_array_equal(move(dates(day), numbers(by)), dates(moved), "parameters are floats")


@pytest.mark.parametrize("move", [add_days, add_weeks, add_months, add_years])
def test_each_date_is_moved_by_its_own_number_and_one_that_never_comes_stays(move):
    moved = move(dates("2026-01-10", "2026-01-10", NEVER, NEVER), numpy.array([0, 1, 1, -1]))
    assert moved.dtype == numpy.dtype("datetime64[D]")
    assert moved[0] < moved[1]
    assert_array_equal(moved[2:], dates(NEVER, NEVER))


def test_weeks_and_years_have_names():
    assert (DAYS_IN_WEEK, MONTHS_IN_QUARTER, MONTHS_IN_YEAR) == (7, 3, 12)
    assert_array_equal(add_weeks(dates("2026-01-01"), 1), add_days(dates("2026-01-01"), DAYS_IN_WEEK))
    assert_array_equal(add_years(dates("2026-01-01"), 1), add_months(dates("2026-01-01"), MONTHS_IN_YEAR))


def test_what_has_no_date_has_not_happened():
    assert_array_equal(happened(dates("1970-01-01", "9999-12-30", NEVER)), [True, True, False])


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2021-04-01", "2021-04-30", 30),
        ("2021-04-19", "2021-09-30", 12),
        ("2020-01-01", "2021-04-01", 1),
        ("2021-04-30", "2021-05-01", 1),
        ("2021-04-10", "2021-04-10", 1),
        ("2021-04-10", "2021-04-09", 0),
        ("2021-04-20", "2021-04-10", 0),
        ("2020-01-01", "2021-03-31", 0),
        ("2021-05-01", "2021-09-30", 0),
        ("2020-01-01", NEVER, 30),
        (NEVER, NEVER, 0),
    ],
)
def test_days_of_a_month_in_force(start, end, days):
    assert_array_equal(days_in_force(dates(start), dates(end), period("2021-04")), [days])


def test_the_leap_day_is_in_force():
    assert_array_equal(days_in_force(dates("2024-02-01"), dates(NEVER), period("2024-02")), [29])


def test_a_parameter_is_read_on_each_persons_own_day(tmp_path):
    country = write_country(tmp_path)
    path = country.parameters / "base/fish_unit.yaml"
    path.write_text(path.read_text().replace("2023-01-01", "2023-01-15"))
    parameters = load(country).get_parameters_at_instant

    days = dates("2023-01-14", "2023-01-15", "2023-01-31", "2023-02-01", "2022-12-31", NEVER)
    found = on_the_day(parameters, days, period("2023-01"), lambda law: law.base.fish_unit)
    assert_array_equal(found, [1000, 1200, 1200, 1000, 1000, 1000])
    assert found.dtype == numpy.float64


def test_a_parameter_is_read_on_a_day_of_an_earlier_month(tmp_path):
    country = write_country(tmp_path)
    path = country.parameters / "base/fish_unit.yaml"
    path.write_text(path.read_text().replace("2023-01-01", "2023-01-15"))
    parameters = load(country).get_parameters_at_instant

    days = dates("2022-11-30", "2022-12-01", "2023-01-14", "2023-01-15", "2023-02-28", "2023-03-01", NEVER)
    since = numpy.datetime64("2022-12-01")
    found = on_the_day(parameters, days, period("2023-02"), lambda law: law.base.fish_unit, since=since)
    assert_array_equal(found, [1200, 1000, 1000, 1200, 1200, 1200, 1200])


def test_a_parameter_is_read_on_the_first_day_of_each_persons_own_month(tmp_path):
    """The unit rises from 1000 to 1200 on 2023-01-01: months are read as their first days."""
    parameters = load(write_country(tmp_path)).get_parameters_at_instant
    months = numpy.array(["2022-12", "2023-01"], dtype="datetime64[M]")
    since = numpy.datetime64("2022-01-01")
    found = on_the_day(parameters, months, period("2023-02"), lambda law: law.base.fish_unit, since=since)
    assert_array_equal(found, [1000, 1200])
    assert parameters("2023-01").base.fish_unit == 1200


def test_a_value_is_worked_out_for_each_person_by_the_law_of_their_own_day():
    days = dates("2023-01-31", "2023-02-01", "2023-01-31", NEVER)
    shares = numbers(1, 2, 3, 4)
    found = on_the_day(
        lambda day: 10 if day < "2023-02-01" else 100,
        days,
        period("2023-02"),
        lambda law: law * shares,
        since=numpy.datetime64("2023-01-01"),
    )
    assert_array_equal(found, [10, 200, 30, 400])


def test_a_total_before_counts_each_ones_own_months():
    asked = []

    def person(variable, month):
        asked.append((variable, str(month)))
        return numpy.full(5, float(month.start.month))

    days = dates("2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", NEVER)
    found = total_before(person, "wage", days, 2, period("2026-01"))
    assert_array_equal(found, [10 + 11, 11 + 12, 11 + 12, 0, 0])
    assert asked == [("wage", each) for each in ("2025-10", "2025-11", "2025-11", "2025-12")]


def test_a_total_before_leaves_out_days_too_long_ago():
    def person(_variable, _month):
        return numpy.ones(2)

    days = dates("2025-12-31", "2026-01-01")
    found = total_before(person, "wage", days, 2, period("2026-01"), since=numpy.datetime64("2026-01-01"))
    assert_array_equal(found, [0, 2])


def test_a_single_day_stands_beside_a_column_of_dates():
    found = numpy.where([True, False], dates("2026-03-17", "2026-03-18"), as_day(datetime.date(9999, 12, 31)))
    assert found.dtype == "datetime64[D]"
    assert [str(each) for each in found] == ["2026-03-17", "9999-12-31"]


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        ("2026-01", "2025-10-01", "2025-12-31"),
        ("2026-03", "2025-10-01", "2025-12-31"),
        ("2026-04", "2026-01-01", "2026-03-31"),
        ("2024-06", "2024-01-01", "2024-03-31"),
        ("2026-12", "2026-07-01", "2026-09-30"),
    ],
)
def test_the_quarter_before_a_month(month, first, last):
    quarter = quarter_before(period(month))
    assert (str(quarter.start), str(quarter.stop)) == (first, last)


def test_a_total_before_of_nobody_asks_nothing():
    assert_array_equal(total_before(None, "wage", dates(), 2, period("2026-01")), [])


def test_a_parameter_is_read_for_nobody():
    assert_array_equal(on_the_day(lambda _day: 1.0, dates(), period("2023-01"), float), [])
