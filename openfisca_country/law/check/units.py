"""Each unit is in the country's closed list, and each index unit has a parameter behind it."""

from collections.abc import Iterator

from openfisca_country.law.check.finding import Finding, place, place_of_value
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.errors import LawError, nearest
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.units import parts_of
from openfisca_country.law.values import find_parameter

# Variables are shared by countries, so their money has no national name.
SHARED_UNITS = ("currency", "currency/day", "currency/month", "currency/year", "household", "child")


def check_units(system: CountrySystem) -> Iterator[Finding]:
    """Find units that are unknown, have nothing behind them, or are missing from a number."""
    yield from _list_of_units(system)
    yield from _units_of_values(system)
    yield from _units_of_variables(system)


def _list_of_units(system: CountrySystem) -> Iterator[Finding]:
    for name, unit in system.book.units.items():
        if unit.parameter is None:
            continue
        try:
            find_parameter(system.parameters, unit.parameter)
        except LawError as error:
            where = place(system.country.home, system.country.parameters / "index.yaml", name)
            yield Finding("unit", where, f"The value of this unit cannot be read: {error}")


def _units_of_values(system: CountrySystem) -> Iterator[Finding]:
    known = system.book.units
    for parameter in leaf_parameters(system.parameters):
        units = {str(entry.metadata.get("unit") or "") for entry in parameter.values_list} - {""}
        for part in sorted({part for unit in units for part in parts_of(unit)} - set(known)):
            yield Finding(
                "unit",
                place_of_value(system.country.home, parameter),
                f'"{part}" is not a unit of this country: use one that index.yaml lists, or add it there.'
                f"{nearest(part, known)}",
            )


def _units_of_variables(system: CountrySystem) -> Iterator[Finding]:
    known = [*SHARED_UNITS, *system.book.units]
    for name, variable in system.variables.items():
        where = place(system.country.home, file_of(variable), name)
        if variable.unit and variable.unit not in known:
            yield Finding(
                "unit",
                where,
                f'"{variable.unit}" is not a unit of a variable: use `currency/month` or another that index.yaml'
                f" lists.{nearest(variable.unit, known)}",
            )
        if not variable.unit and variable.value_type in (float, int):
            yield Finding("unit", where, "This number has no unit: add `unit`, such as `currency/month` or `month`.")
