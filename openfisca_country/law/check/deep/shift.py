"""One number of the law at a time, a little larger or smaller: the same law, but for that number."""

import copy
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import Parameter

from openfisca_country.law.check.finding import day_of
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.units import parts_of

NO_END = "9999-12-31"
PART = 10
"""Amounts, shares and multiples are shifted by one part in so many."""
LARGE = 1000
"""What a sum of nothing becomes, beside one: large enough to outlive a rounding."""


@dataclass(frozen=True, eq=False)
class DatedNumber:
    """One dated value of a parameter.

    Attributes:
        parameter: its series.
        since: first day on which it holds.
        until: first day on which it no longer does.
        value: what the law says.

    """

    parameter: Parameter
    since: str
    until: str
    value: Any


def numbers_of(parameter: Parameter) -> list[DatedNumber]:
    """Return the values of a series by date, those with which a rule ended left out."""
    entries = sorted(parameter.values_list, key=lambda entry: str(entry.instant_str))
    ends = [*(str(entry.instant_str) for entry in entries[1:]), NO_END]
    return [
        DatedNumber(parameter, str(entry.instant_str), end, entry.value)
        for entry, end in zip(entries, ends, strict=True)
        if entry.value is not None
    ]


def other_values(system: CountrySystem, number: DatedNumber) -> list[Any]:
    """Return the values to put in the place of a number: the next ones up and down, as its unit counts.

    Amounts, shares and multiples move by a tenth; counts, ages and lengths of time by one and by a fifth; whole
    multiples by all of these; a day by a day and by a month; what is true becomes false; a list loses its last item.
    A text that is no day has no next value.
    """
    value = number.value
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, list):
        return [value[:-1]] if value else []
    if isinstance(value, str):
        return list(_other_days(value))
    unit = _unit(number.parameter)
    if value == 0:
        return [1 / PART, 1] if unit == "/1" else [1, LARGE]
    by_part = [value + value / PART, value - value / PART]
    by_one = [value + step for step in _counted_steps(value) if value + step >= 0]
    if unit == "/1" and isinstance(value, int):  # a multiple, or a count of what has no unit
        return [*by_part, *by_one]
    return by_one if _is_counted(system, unit) else by_part


def _counted_steps(value: float) -> tuple[int, ...]:
    """Return by what a count is shifted; one may be lost where a share of few is rounded."""
    fifth = max(2, round(value / 5))
    return (1, -1, fifth, -fifth)


def _other_days(text: str) -> Iterator[str]:
    day = day_of(text)
    if day is not None:
        for days in (1, -1, 31, -31):
            yield str(day + datetime.timedelta(days=days))


def _is_counted(system: CountrySystem, unit: str) -> bool:
    """Tell what is counted in whole things, years or days from money, shares and multiples of an index unit."""
    first = parts_of(unit)[0]
    if first in ("", "/1", system.country.currency):
        return False
    return first not in system.book.units or system.book.units[first].parameter is None


def _unit(parameter: Parameter) -> str:
    unit = parameter.metadata.get("unit") or next(
        (entry.metadata.get("unit") for entry in parameter.values_list if entry.metadata), ""
    )
    return str(unit or "")


def with_number(system: CountrySystem, number: DatedNumber, value: Any) -> CountrySystem:
    """Return the same law with another value in the place of one, from its day to the day of the next."""
    twin = copy.copy(number.parameter)
    twin.values_history = twin
    twin.values_list = [_entry(entry, number, value) for entry in number.parameter.values_list]
    shifted = copy.copy(system)
    shifted.parameters = _with_child(system.parameters, number.parameter.name.split("."), twin)
    shifted._at_instant = {
        day: node for day, node in system._at_instant.items() if not number.since <= day < number.until
    }
    return shifted


def _entry(entry: Any, number: DatedNumber, value: Any) -> Any:
    if str(entry.instant_str) != number.since:
        return entry
    other = copy.copy(entry)
    other.value = value
    return other


def _with_child(node: Any, path: Sequence[str], child: Any) -> Any:
    """Return a node with another parameter at a path below it; all that the path does not pass is shared."""
    step, *rest = path
    twin = copy.copy(node)
    twin.children = dict(node.children)
    name, _, number = step.rstrip("]").partition("[")
    if number:
        scale = copy.copy(node.children[name])
        scale.brackets = list(scale.brackets)
        scale.brackets[int(number)] = _with_child(scale.brackets[int(number)], rest, child)
        child = scale
    elif rest:
        child = _with_child(node.children[name], rest, child)
    twin.children[name] = child
    setattr(twin, name, child)
    return twin
