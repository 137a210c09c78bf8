"""Units are data: a small closed list per country, some of them numbers of the law themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openfisca_core.parameters import ParameterNode

from openfisca_country.law.errors import LawError, nearest


@dataclass(frozen=True)
class Unit:
    """A unit of the law.

    Attributes:
        id: as written in parameter files (``BRV``).
        label: for people (``base calculation unit``).
        parameter: path of the parameter that holds its value; nothing for a plain unit.

    """

    id: str
    label: str
    parameter: str | None


def read_units(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Unit]:
    """Read the closed list from the metadata of a country's ``index.yaml``."""
    return {
        str(name): Unit(str(name), str(entry.get("label", name)), entry.get("parameter"))
        for name, entry in entries.items()
    }


def parts_of(unit: str) -> list[str]:
    """Split a rate such as ``BRV/month`` into its units; ``/1`` is one unit.

    >>> parts_of("BRV/month"), parts_of("/1")
    (['BRV', 'month'], ['/1'])
    """
    return [unit] if unit.startswith("/") else unit.split("/")


def in_currency(value: float, unit: str, day: str, units: Mapping[str, Unit], parameters: ParameterNode) -> float:
    """Convert an amount in index units to the currency on a day.

    Args:
        value: the amount.
        unit: its unit, such as ``BRV`` or ``BRV/month``.
        day: the date, as ``2026-01-31``.
        units: the country's list.
        parameters: the country's parameters, the root node.

    Raises:
        LawError: the unit is unknown, has no value in currency, or none on that day.

    """
    base = parts_of(unit)[0]
    if base not in units:
        raise LawError(f'"{unit}" is not a unit of this country.{nearest(base, units)}')
    path = units[base].parameter
    if path is None:
        raise LawError(f'"{unit}" has no value in currency: no parameter stands behind it.')
    node: Any = parameters
    for step in path.split("."):
        node = node.children[step]
    worth = node.get_at_instant(day)
    if worth is None:
        raise LawError(f"{units[base].label} ({path}) has no value on {day}.")
    return float(value * worth)
