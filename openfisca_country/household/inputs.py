"""Checking one value of a situation: a wrong one gets a sentence that says where, what was expected, what was got."""

import datetime
import math
import re
from typing import Any

from openfisca_core.indexed_enums import Enum
from openfisca_core.variables import Variable as CoreVariable

from openfisca_country.law import ETERNITY, MONTH, YEAR, InputError, nearest

LARGEST = 2**53  # above this, 64-bit numbers are no longer exact to the unit
LAST_YEAR = "2199"
MONTH_FORM = re.compile(r"(\d{4})-(\d{2})")
YEAR_FORM = re.compile(r"(\d{4})")


def check_value(variable: CoreVariable, value: Any, place: str) -> Any:
    """Return a value as the variable holds it.

    Args:
        variable: what the value is of.
        value: as it came from JSON or Python.
        place: where it stood, for the message.

    Raises:
        InputError: the value is not of the variable's type, or cannot be.

    """
    checks = {float: _number, int: _whole_number, bool: _truth, str: _text, Enum: _choice, datetime.date: _day}
    return checks[variable.value_type](variable, value, place)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, list | dict):
        text = "a list" if isinstance(value, list) else "an object"
    else:
        text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _number(_: CoreVariable, value: Any, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        hint = " Numbers stand without quotes, and are not worked out." if isinstance(value, str) else ""
        raise InputError(place, f"expected a number, got {_shown(value)}.{hint}")
    if not math.isfinite(value):
        raise InputError(place, f"expected a number, got {_shown(value)}: leave the line out if it is not known.")
    if value < 0:
        raise InputError(place, f"expected an amount of zero or more, got {_shown(value)}.")
    if value > LARGEST:
        raise InputError(place, f"{_shown(value)} is too large to be exact to the unit (the limit is {LARGEST}).")
    return float(value)


def _whole_number(variable: CoreVariable, value: Any, place: str) -> int:
    number = _number(variable, value, place)
    if not number.is_integer():
        raise InputError(place, f"expected a whole number, got {_shown(value)}.")
    return int(number)


def _truth(_: CoreVariable, value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise InputError(place, f"expected true or false, got {_shown(value)}.")
    return value


def _text(_: CoreVariable, value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise InputError(place, f"expected a text in quotes, got {_shown(value)}.")
    return value


def _choice(variable: CoreVariable, value: Any, place: str) -> int:
    names = [item.name for item in variable.possible_values]
    if not isinstance(value, str) or value not in names:
        hint = nearest(value, names) if isinstance(value, str) else ""
        raise InputError(place, f"expected one of {', '.join(names)}; got {_shown(value)}.{hint}")
    return int(variable.possible_values[value].index)


def _day(_: CoreVariable, value: Any, place: str) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise InputError(place, f"expected a date written as 1990-05-12, got {_shown(value)}.")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise InputError(place, f"{_shown(value)} is not a day of the calendar.") from None


def check_period(variable: CoreVariable, key: Any, place: str) -> str:
    """Return the period of a value as OpenFisca writes it.

    Raises:
        InputError: it is not a period, or not of the length the variable is defined for.

    """
    text = str(key)
    wanted = variable.definition_period
    if wanted == ETERNITY:
        if text.upper() != "ETERNITY":
            raise InputError(
                place, f"{variable.name} does not change over time: write the value alone, or under ETERNITY."
            )
        return "ETERNITY"
    if text.upper() == "ETERNITY":
        raise InputError(
            place, f"{variable.name} changes over time: write the value alone, or under {_example(wanted)}."
        )
    kind = read_period(text, place)
    if kind != wanted:
        names = {MONTH: "a month", YEAR: "a year"}
        raise InputError(
            place,
            f"{variable.name} is a value of {names[wanted]}, not of {names[kind]}: write it under {_example(wanted)}.",
        )
    return text


def _example(unit: Any) -> str:
    return "2026-01" if unit == MONTH else "2026"


def read_period(text: str, place: str) -> Any:
    """Tell whether a text is a month or a year of the calendar.

    Raises:
        InputError: it is neither.

    """
    if text[:4].isdigit() and text[:4] > LAST_YEAR:
        raise InputError(place, f'"{text}" lies too far ahead: periods end with {LAST_YEAR}.')
    if YEAR_FORM.fullmatch(text) and int(text) >= 1:
        return YEAR
    month = MONTH_FORM.fullmatch(text)
    if not month:
        raise InputError(place, f'"{text}" is not a period: write a month as 2026-01, a year as 2026.')
    if not 1 <= int(month[2]) <= 12 or int(month[1]) < 1:
        raise InputError(place, f'there is no month "{text}": months go from 01 to 12.')
    return MONTH
