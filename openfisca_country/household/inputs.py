"""Checking one value of a situation: a wrong one gets a sentence that says where, what was expected, what was got."""

import datetime
import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NoReturn

from openfisca_core.indexed_enums import Enum
from openfisca_core.variables import Variable as CoreVariable

from openfisca_country.law import ETERNITY, MONTH, YEAR, InputError
from openfisca_country.law.errors import did_you_mean, nearest_name

LARGEST = 2**53  # above this, 64-bit numbers are no longer exact to the unit
LAST_YEAR = "2199"
_MONTH_FORM = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR_FORM = re.compile(r"([0-9]{4})")
_DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60
_KINDS = {MONTH: "a month", YEAR: "a year"}

Check = Callable[[Any], Any]
"""Returns a value as its variable holds it, or raises `InputError`, which names no place yet."""


def check_value(variable: CoreVariable, value: Any, place: str) -> Any:
    """Return a value as the variable holds it.

    Args:
        variable: what the value is of.
        value: as it came from JSON or Python.
        place: where it stood, for the message.

    Raises:
        InputError: the value is not of the variable's type, or cannot be.

    """
    try:
        return checker_of(variable)(value)
    except InputError as error:
        raise error.at(place) from None


def checker_of(variable: CoreVariable) -> Check:
    """Return the check of a variable's values, for those who check many."""
    if variable.value_type is Enum:
        return _choice_of(variable)
    checks: dict[type, Check] = {
        float: _number,
        int: _whole_number,
        bool: _truth,
        str: _text,
        datetime.date: _day,
    }
    return checks[variable.value_type]


def shown(value: Any) -> str:
    """Return a value as a message shows it: as JSON writes it, cut short."""
    if isinstance(value, str):
        text = f'"{value[: _LONGEST_SHOWN + 1]}"'
    elif isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, list | dict):
        text = "a list" if isinstance(value, list) else "an object"
    elif isinstance(value, int) and value.bit_length() > 4 * _LONGEST_SHOWN:
        text = "a number of too many digits"  # Python refuses to write some of these
    else:
        text = str(value)
    return short(text)


def short(text: str, most: int = _LONGEST_SHOWN) -> str:
    """Cut a text to what a message has room for."""
    return text if len(text) <= most else f"{text[: most - 3]}…"


def _refuse(expected: str, value: Any, hint: str = "") -> NoReturn:
    raise InputError("", f"expected {expected}, got {shown(value)}{hint or '.'}", expected, shown(value))


def _number(value: Any) -> float:
    if type(value) in (int, float) and 0 <= value <= LARGEST:
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        texts = ". Numbers stand without quotes, and are not worked out."
        _refuse("a number", value, texts if isinstance(value, str) else "")
    if isinstance(value, float) and not math.isfinite(value):
        _refuse("a number", value, ": leave the line out if it is not known.")
    if value < 0:
        _refuse("an amount of zero or more", value)
    if value > LARGEST:
        problem = f"{shown(value)} is too large to be exact to the unit (the limit is {LARGEST})."
        raise InputError("", problem, f"a number up to {LARGEST}", shown(value))
    return float(value)


def _whole_number(value: Any) -> int:
    number = _number(value)
    if not number.is_integer():
        _refuse("a whole number", value)
    return int(number)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        _refuse("true or false", value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        _refuse("a text in quotes", value)
    return value


def _choice_of(variable: CoreVariable) -> Check:
    places = {item.name: int(item.index) for item in variable.possible_values}

    def choice(value: Any) -> int:
        if isinstance(value, str) and value in places:
            return places[value]
        near = nearest_name(value, places) if isinstance(value, str) else ""
        names = ", ".join(places)
        problem = f"expected one of {names}; got {shown(value)}.{did_you_mean(near)}"
        raise InputError("", problem, f"one of {names}", shown(value), near)

    return choice


def _day(value: Any) -> datetime.date:
    if isinstance(value, str) and len(value) == len("1990-05-12"):
        try:
            day = _written_day(value)
        except ValueError:
            problem = f"{shown(value)} is not a day of the calendar."
            raise InputError("", problem, "a day of the calendar", shown(value)) from None
        if day is not None:
            return day
    if isinstance(value, datetime.datetime):
        return value.date()
    if not isinstance(value, datetime.date):
        _refuse("a date written as 1990-05-12", value)
    return value


@lru_cache(maxsize=40_000)  # a hundred years of birthdays
def _written_day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if _DAY_FORM.fullmatch(text) else None


def check_period(variable: CoreVariable, key: Any, place: str) -> str:
    """Return the period of a value as OpenFisca writes it.

    Raises:
        InputError: it is not a period, or not of the length the variable is defined for.

    """
    wanted = variable.definition_period
    if type(key) is str and _kind_of_period(key) is wanted:
        return key
    text = str(key)
    lasting = text.upper() == "ETERNITY"
    if wanted == ETERNITY:
        if lasting:
            return "ETERNITY"
        problem = f"{variable.name} does not change over time: write the value alone, or under ETERNITY."
        raise InputError(place, problem, "ETERNITY", shown(text))
    if lasting:
        problem = f"{variable.name} changes over time: write the value alone, or under {_example(wanted)}."
        raise InputError(place, problem, _KINDS[wanted], shown(text))
    kind = read_period(text, place)
    if kind != wanted:
        problem = f"{variable.name} is a value of {_KINDS[wanted]}, not of {_KINDS[kind]}: write it under "
        raise InputError(place, f"{problem}{_example(wanted)}.", _KINDS[wanted], _KINDS[kind])
    return text


def _example(unit: Any) -> str:
    return "2026-01" if unit == MONTH else "2026"


def read_period(text: Any, place: str) -> Any:
    """Tell whether a text is a month or a year of the calendar.

    Raises:
        InputError: it is neither.

    """
    expected, got = "a month as 2026-01 or a year as 2026", shown(text)
    if not isinstance(text, str):
        raise InputError(place, f"expected {expected}, got {got}: periods stand in quotes.", expected, got)
    kind = _kind_of_period(text)
    if kind is not None:
        return kind
    if text[:4].isascii() and text[:4].isdigit() and text[:4] > LAST_YEAR:
        problem = f"{got} lies too far ahead: periods end with {LAST_YEAR}."
        raise InputError(place, problem, f"a period up to {LAST_YEAR}", got)
    if _MONTH_FORM.fullmatch(text):
        raise InputError(place, f"there is no month {got}: months go from 01 to 12.", expected, got)
    raise InputError(place, f"{got} is not a period: write a month as 2026-01, a year as 2026.", expected, got)


def _kind_of_period(text: str) -> Any:
    """Return whether a text is a month or a year; nothing for what is neither."""
    return _kind_of_short(text) if len(text) <= len("2026-01") else None  # nothing long is kept in mind


@lru_cache(maxsize=4096)
def _kind_of_short(text: str) -> Any:
    if not "0001" <= text[:4] <= LAST_YEAR:
        return None
    if _YEAR_FORM.fullmatch(text):
        return YEAR
    return MONTH if _MONTH_FORM.fullmatch(text) and "01" <= text[5:] <= "12" else None


def first_month(period: str) -> str:
    """Return the first month of a month or a year."""
    return period if "-" in period else f"{period}-01"


def last_month(period: str) -> str:
    """Return the last month of a month or a year."""
    return period if "-" in period else f"{period}-12"
