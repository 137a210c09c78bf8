"""Proposed values: what a reform says of a parameter, checked and worked out against the law it is laid over."""

import contextlib
import datetime
import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from openfisca_core.parameters import Parameter, ParameterNode

from openfisca_country.law.errors import LawError, ReformError, nearest
from openfisca_country.law.overlay import Series, Stretch, day_before
from openfisca_country.law.values import find_parameter

Proposed = Mapping[str, Mapping[str, Any]]
"""For each parameter path, what a reform says from each date on, as written in a reform file."""

WAYS = {"value": ("unit",), "multiply": ("round",), "add": ("unit",), "index": ()}
"""The ways to write a value, and what may stand with each beside ``until``."""

INDEX_PARTS = ("by", "from", "round")
LARGEST = 2**53  # above this, 64-bit numbers are no longer exact to the unit


class _Given(NamedTuple):
    value: Any
    until: str | None
    taken_on: str | None


def check_changes(
    parameters: ParameterNode, changes: Proposed, window: str, place: str, law: ParameterNode | None = None
) -> dict[str, Series]:
    """Check a reform's changes against the law they are laid over, and work out those that are relative to it.

    Args:
        parameters: of the law the reform is laid over.
        changes: for each path and date a value in the parameter's own unit, or ``{value: …}``, ``{multiply: …}``,
            ``{add: …}`` or ``{index: {by: …, from: …}}``, each with ``until`` where the law returns after that day.
        window: first day of the modelled law, as ``2015-09-01``.
        place: the reform, for messages.
        law: parameters of the country's law where the reform is laid over another one, with which it may agree.

    Returns:
        For each path, the new values in the order of their dates.

    Raises:
        ReformError: an unknown parameter, a wrong type or unit, a date before the law's window, nothing to work a
            value out from, or no change at all.

    """
    return {
        str(path): _Checker(parameters, str(path), window, f"{place}: {path}", law or parameters).series(values)
        for path, values in changes.items()
    }


class _Checker:
    """Checks what a reform says of one parameter."""

    def __init__(self, parameters: ParameterNode, path: str, window: str, place: str, law: ParameterNode) -> None:
        self.parameters = parameters
        self.window = window
        self.place = place
        self.parameter = _found(parameters, path, place)
        self.known = [self.parameter]
        if law is not parameters:
            with contextlib.suppress(LawError):  # a reform it is laid over may have added the parameter
                self.known.append(find_parameter(law, path))
        present = next((entry.value for entry in self.parameter.values_list if entry.value is not None), 0.0)
        self.present = present
        self.expected = bool if isinstance(present, bool) else list if isinstance(present, list) else float

    def series(self, values: Any) -> Series:
        """Return the new values in the order of their dates."""
        if not isinstance(values, Mapping) or not values:
            raise ReformError(f"{self.place}: give each new value with its date, as in `2027-01-01: 0.5`.")
        given = {}
        for day, value in values.items():
            where = f"{self.place}.{day}"
            check_day(str(day), where, self.window)
            given[str(day)] = self._read(value, str(day), where)
        stretches = []
        for day, following in zip(sorted(given), [*sorted(given)[1:], None], strict=True):
            value, until, taken_on = given[day]
            if until is not None and following is not None and until >= following:
                raise ReformError(
                    f"{self.place}.{day}: this holds until {until}, but the next value begins on {following}."
                )
            end = until or (day_before(following) if following else None)
            stretches.append(Stretch(day, end, value, taken_on))
        if not any(self._changes_something(stretch) for stretch in stretches):
            raise ReformError(f"{self.place}: this changes nothing: the law already says so on {', '.join(given)}.")
        return stretches

    def _changes_something(self, stretch: Stretch) -> bool:
        for parameter in self.known:
            steps = [entry.instant_str for entry in parameter.values_list if stretch.holds(entry.instant_str)]
            if any(parameter.get_at_instant(day) != stretch.value for day in (stretch.start, *steps)):
                return True
        return False

    def _read(self, given: Any, day: str, where: str) -> _Given:
        if not isinstance(given, Mapping):
            return _Given(self._plain(given, where), None, None)
        way = self._way(given, where)
        until = _until(given["until"], day, where) if "until" in given else None
        if way == "value":
            return _Given(self._plain(given["value"], where), until, None)
        if self.expected is not float:
            raise ReformError(f"{where}: only a number can be changed by `{way}`; the present value is {self.present}.")
        if way == "index":
            value, taken_on = self._indexed(given["index"], day, where)
        else:
            value, taken_on = self._relative(way, given[way], day, where), day
        if "round" in given:
            value = _rounded(value, given["round"], where)
        return _Given(_plain_number(value, where), until, taken_on)

    def _way(self, given: Mapping[str, Any], where: str) -> str:
        own = self.parameter.metadata.get("unit")
        unit = given.get("unit")
        if unit is not None and unit != own:
            raise ReformError(f"{where}: this parameter is in {own}, not in {unit}; convert the value.")
        ways = [way for way in WAYS if way in given]
        if len(ways) > 1:
            raise ReformError(f"{where}: say one of {' and '.join(f'`{way}`' for way in ways)}, not both.")
        known = {"unit", "until", *WAYS, "round"}
        unknown = [str(key) for key in given if key not in known]
        if unknown and nearest(unknown[0], known):
            raise ReformError(f'{where}: "{unknown[0]}" is not a part of a value.{nearest(unknown[0], known)}')
        if unknown or not ways:
            raise ReformError(f"{where}: write the value alone, or as {{value: …, unit: {own}}}.")
        (way,) = ways
        misplaced = [key for key in ("round", "unit") if key in given and key not in WAYS[way]]
        if misplaced:
            raise ReformError(f"{where}: `{misplaced[0]}` says nothing beside `{way}`; leave it out.")
        return way

    def _plain(self, value: Any, where: str) -> Any:
        if value is None:
            return value
        if self.expected is float and is_number(value):
            _check_size(value, where)
            return value
        if self.expected is not float and isinstance(value, self.expected):
            return value
        words = {bool: "true or false", list: "a list", float: "a number"}
        raise ReformError(f'{where}: expected {words[self.expected]}, as the present {self.present}; got "{value}".')

    def _relative(self, way: str, by: Any, day: str, where: str) -> Fraction:
        does = {"multiply": "to multiply by", "add": "to add"}[way]
        if not is_number(by):
            raise ReformError(f'{where}: expected a number {does}; got "{by}".')
        _check_size(by, where)
        undone = {"multiply": "to multiply", "add": "to add to"}[way]
        present = self._value_on(self.parameter, day)
        if present is None:
            raise ReformError(f"{where}: the law has no value {undone} on {day}; write the value itself.")
        return present * _exact(by) if way == "multiply" else present + _exact(by)

    def _indexed(self, by: Any, day: str, where: str) -> tuple[Fraction, str]:
        if not isinstance(by, Mapping) or "by" not in by or "from" not in by:
            raise ReformError(f"{where}: write an index as {{by: <path of a parameter>, from: <date>}}.")
        for key in by:
            if key not in INDEX_PARTS:
                raise ReformError(f'{where}: "{key}" is not a part of an index.{nearest(str(key), INDEX_PARTS)}')
        since = str(by["from"])
        check_day(since, f"{where}.index.from")
        if since >= day:
            raise ReformError(f"{where}: the index counts from {since}, which does not lie before {day}.")
        present = self._value_on(self.parameter, since)
        if present is None:
            raise ReformError(f"{where}: the law has no value to index on {since}; choose a later `from`.")
        index = _found(self.parameters, str(by["by"]), f"{where}.index.by")
        then, now = self._value_on(index, since), self._value_on(index, day)
        if not then or now is None:
            missing = since if not then else day
            raise ReformError(f"{where}: {by['by']} has no value to index by on {missing}.")
        value = present * now / then
        return (_rounded(value, by["round"], f"{where}.index") if "round" in by else value), since

    def _value_on(self, parameter: Parameter, day: str) -> Fraction | None:
        value = parameter.get_at_instant(day)
        return _exact(value) if is_number(value) else None


def check_day(day: str, where: str, window: str = "") -> None:
    """See that a text is a day of the modelled law.

    Raises:
        ReformError: it is not a day as ``2027-01-01``, or lies before the window.

    """
    try:
        whole = datetime.date.fromisoformat(day).isoformat() == day  # which a week, as 2027-W01-1, is not
    except ValueError:
        whole = False
    if not whole:
        raise ReformError(f"{where}: this is not a date; write it as 2027-01-01.")
    if day < window:
        raise ReformError(f"{where}: the modelled law starts on {window}; choose a later date.")


def is_number(value: Any) -> bool:
    """Tell a finite number from a text, a truth value, infinity and what is not a number.

    >>> is_number(0.5), is_number(True), is_number(float("nan"))
    (True, False, False)
    """
    whole = isinstance(value, int) and not isinstance(value, bool)
    return whole or (isinstance(value, float) and math.isfinite(value))


def _found(parameters: ParameterNode, path: str, place: str) -> Parameter:
    try:
        return find_parameter(parameters, path)
    except LawError as error:
        raise ReformError(f"{place}: {error}") from None


def _until(given: Any, day: str, where: str) -> str | None:
    until = str(given)
    check_day(until, f"{where}.until")
    if until < day:
        raise ReformError(f"{where}: this ends on {until}, before it begins.")
    return until if until < datetime.date.max.isoformat() else None


def _check_size(value: float | Fraction, where: str) -> None:
    if not -LARGEST <= value <= LARGEST:
        raise ReformError(f"{where}: this is too large to be exact to the unit (the limit is {LARGEST}).")


def _exact(value: float) -> Fraction:
    """Return a number as it is written: 1.1 is eleven tenths, not the binary fraction nearest to it."""
    return Fraction(repr(value))


def _rounded(value: Fraction, step: Any, where: str) -> Fraction:
    if not is_number(step) or not 0 < step <= LARGEST:
        raise ReformError(f'{where}.round: expected a positive number, such as 1000; got "{step}".')
    return math.floor(value / _exact(step) + Fraction(1, 2)) * _exact(step)


def _plain_number(value: Fraction, where: str) -> float:
    _check_size(value, where)
    return int(value) if value.denominator == 1 else float(value)
