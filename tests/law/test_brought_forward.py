"""Amounts brought forward through general rises: each from its own date, in order, and never twice."""

import numpy
import pytest
from numpy.testing import assert_array_equal
from openfisca_core.periods import period

from openfisca_country.law import brought_forward, year_of

RISES = ["2020-01-01", "2020-02-01", "2025-01-01"]


def law(day):
    """The law of a day is the number of rises so far; the second doubles, the others add a hundred."""
    return sum(each <= day for each in RISES)


def rise(number, amounts):
    return amounts * 2 if number == 2 else amounts + 100


def forward(amounts, since, month):
    dates = numpy.array(since, dtype="datetime64[D]")
    return brought_forward(law, numpy.array(amounts), dates, period(month), number=lambda it: it, rise=rise)


@pytest.mark.parametrize(
    ("since", "month", "amount"),
    [
        ("2019-12-31", "2019-12", 10),
        ("2019-12-31", "2020-01", 110),
        ("2019-12-31", "2020-02", 220),
        ("2019-12-31", "2024-12", 220),
        ("2019-12-31", "2025-01", 320),
        ("2020-01-01", "2020-01", 10),  # the amount of the day of a rise has it already
        ("2020-01-01", "2020-02", 20),
        ("2020-02-01", "2025-01", 110),
        ("2020-02-02", "2025-01", 110),
        ("2025-01-01", "2026-01", 10),
        ("1950-06-15", "2025-01", 320),  # before the first rise there is none
        ("2026-06-01", "2026-01", 10),
        ("9999-12-31", "2026-01", 10),
    ],
)
def test_each_rise_since_the_date_counts_once(since, month, amount):
    assert_array_equal(forward([10.0], [since], month), [amount])


def test_each_person_has_their_own_date():
    since = ["9999-12-31", "2019-12-31", "2020-01-31", "2024-12-31"]
    assert_array_equal(forward([10.0, 10.0, 10.0, 10.0], since, "2025-03"), [10, 320, 120, 110])


def test_the_amounts_given_stay_as_they_are():
    amounts = numpy.array([10.0])
    brought_forward(law, amounts, numpy.array(["2019-12-31"], dtype="M8[D]"), period("2025-01"), lambda it: it, rise)
    assert_array_equal(amounts, [10])


def test_nobody():
    assert forward([], [], "2025-01").size == 0


def test_the_law_is_read_no_further_back_than_asked():
    asked = []

    def spied(day):
        asked.append(day)
        return law(day)

    brought_forward(
        spied, numpy.array([1.0]), numpy.array(["2024-11-15"], dtype="M8[D]"), period("2025-02"), lambda it: it, rise
    )
    assert min(asked) == "2024-11-01"


def test_the_year_of_a_date():
    dates = numpy.array(["1957-12-31", "1958-01-01", "1970-01-01", "2026-11-30"], dtype="datetime64[D]")
    assert_array_equal(year_of(dates), [1957, 1958, 1970, 2026])
