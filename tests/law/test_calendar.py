"""The calendar as a table agrees with numpy's own on every day there is."""

import numpy
import pytest

from openfisca_country.law.calendar import to_first_days, to_months
from openfisca_country.law.remember import remembered


def test_every_day_of_every_year() -> None:
    days = numpy.arange("0001-01-01", "10000-01-01", dtype="datetime64[D]")
    months = days.astype("datetime64[M]")
    assert (to_months(days) == months).all()
    assert (to_first_days(months) == months.astype("datetime64[D]")).all()


@pytest.mark.parametrize("day", ["NaT", "-0044-03-15", "12000-01-01"])
def test_a_day_outside_the_table_is_numpy_s_own(day: str) -> None:
    days = numpy.full(100, numpy.datetime64(day, "D"))
    assert str(to_months(days)[0]) == str(days.astype("datetime64[M]")[0])
    assert str(to_first_days(to_months(days))[0]) == str(days.astype("datetime64[M]").astype("datetime64[D]")[0])


def test_what_is_remembered_ends_with_its_array() -> None:
    worked = []

    @remembered
    def doubled(array: numpy.ndarray) -> numpy.ndarray:
        worked.append(1)
        return 2 * array

    for value in (1, 2, 3):
        facts = numpy.full(4, value)
        facts.flags.writeable = False
        assert doubled(facts)[0] == 2 * value
        assert doubled(facts)[0] == 2 * value
        del facts
    assert len(worked) == 3
