"""One value at a time: what passes is held as the variable holds it, what does not is refused."""

import datetime
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openfisca_country.household.inputs import check_period, check_value, first_month, last_month, read_period
from openfisca_country.law import MONTH, YEAR, InputError

PLACE = "persons.ali.fact"


@pytest.mark.parametrize(
    ("variable", "value", "held"),
    [
        ("wage", 0, 0.0),
        ("wage", 2**53, 9007199254740992.0),
        ("wage", numpy.float64(2.5), 2.5),
        ("insured_months", 12.0, 12),
        ("is_student", False, False),
        ("sex", "male", 1),
        ("birth_date", "2024-02-29", datetime.date(2024, 2, 29)),
        ("birth_date", datetime.date(2024, 2, 29), datetime.date(2024, 2, 29)),
        ("birth_date", datetime.datetime(2024, 2, 29, 12), datetime.date(2024, 2, 29)),
    ],
)
def test_what_passes(uzbekistan: Any, variable: str, value: Any, held: Any) -> None:
    found = check_value(uzbekistan.variables[variable], value, PLACE)
    assert found == held
    assert type(found) is type(held)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("wage", 2**53 + 1),
        pytest.param("wage", 10**5000, id="too many digits to write"),
        pytest.param("wage", -(10**5000), id="too many digits to write, below zero"),
        ("wage", float("nan")),
        ("wage", "1"),
        ("wage", "٣"),
        ("insured_months", True),
        ("is_student", 0),
        ("is_student", "true"),
        ("sex", 1),
        ("sex", None),
        ("sex", ["male"]),
        ("birth_date", "20240229"),
        ("birth_date", "2024-W09-4"),
        ("birth_date", "٢٠٢٤-٠٢-٢٩"),
        ("birth_date", "2023-02-29"),
        ("birth_date", "0000-01-01"),
        ("birth_date", 20240229),
    ],
)
def test_what_does_not(uzbekistan: Any, variable: str, value: Any) -> None:
    with pytest.raises(InputError) as refusal:
        check_value(uzbekistan.variables[variable], value, PLACE)
    assert refusal.value.place == PLACE
    assert refusal.value.expected
    assert refusal.value.got


def test_digits_of_other_scripts_are_no_period(uzbekistan: Any) -> None:
    """Python takes them for digits; the engine would then look for a month that nobody asks."""
    with pytest.raises(InputError, match="is not a period"):
        check_period(uzbekistan.variables["wage"], "٢٠٢٦-٠٣", PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-3",
        "2026-00",
        "2026-13",
        "0000",
        "0000-01",
        "2200",
        "2200-01",
        "20266",
        "2026-03-01",
        "2026-03\n",
        " 2026",
        "month:2026-01",
        2026,
        None,
        ["2026"],
    ],
)
def test_what_is_no_period(text: Any) -> None:
    with pytest.raises(InputError) as refusal:
        read_period(text, "period")
    assert refusal.value.place == "period"


@given(st.integers(1, 2199), st.integers(1, 12))
def test_every_month_and_year_of_the_calendar_is_a_period(year: int, month: int) -> None:
    text = f"{year:04}-{month:02}"
    assert read_period(text, "") is MONTH
    assert read_period(text[:4], "") is YEAR
    assert (first_month(text), last_month(text)) == (text, text)
    assert (first_month(text[:4]), last_month(text[:4])) == (f"{year:04}-01", f"{year:04}-12")
