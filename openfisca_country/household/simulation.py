"""A simulation of one situation that knows what was given, and refuses to answer by going in a circle."""

import datetime
from collections.abc import Iterable
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.errors import CycleError, SpiralError
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.periods import Period
from openfisca_core.periods import period as read_period
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.situation import PERSONS, Given, Situation
from openfisca_country.law import Household, LawError

Mask = NDArray[numpy.bool_]


class HouseholdSimulation(Simulation):
    """OpenFisca's simulation, of one situation or of several copies of it, with three differences.

    A value given without a period holds in every period; a value given for one person leaves the rule in force for
    the others; a rule that asks for itself is an error and never a default.
    """

    def __init__(self, system: TaxBenefitSystem, situation: Situation, copies: int = 1) -> None:
        populations = system.instantiate_entities()
        super().__init__(system, populations)
        self.trace = copies == 1
        self.situation = situation
        self.copies = copies
        persons, households = populations["person"], populations["household"]
        persons.ids = list(situation.persons) * copies
        households.ids = list(situation.households) * copies
        persons.count, households.count = len(persons.ids), len(households.ids)
        first = numpy.repeat(numpy.arange(copies), len(situation.persons)) * len(situation.households)
        households.members_entity_id = numpy.tile(situation.members, copies) + first
        roles = {role.key: role for role in Household.roles}
        households.members_role = numpy.array([roles[key] for key in situation.roles] * copies)
        self.stated: dict[str, dict[str | None, tuple[Mask, Any]]] = {}
        self._state(situation.given)
        for by_period in self.stated.values():
            for key, (mask, values) in by_period.items():
                by_period[key] = (numpy.tile(mask, copies), _tiled(values, copies))

    def _state(self, given: Iterable[Given]) -> None:
        for each in given:
            variable = self.tax_benefit_system.variables.get(each.variable)
            if variable is None or variable.is_neutralized:
                continue
            ids = self.situation.ids(each.entity)
            by_period = self.stated.setdefault(each.variable, {})
            key = None if each.period == "ETERNITY" else each.period
            if key not in by_period:
                by_period[key] = (numpy.zeros(len(ids), dtype=bool), variable.default_array(len(ids)))
            mask, values = by_period[key]
            position = ids.index(each.id)
            mask[position] = True
            values[position] = each.value

    def state(self, variable: str, position: int | slice | NDArray[numpy.intp], value: Any) -> None:
        """State a value for every period, for one cell or several, in place of any given.

        Only in a simulation that was not asked yet. Several cells take one value, or an array with one for each.
        """
        by_period = self.stated.setdefault(variable, {})
        if None not in by_period:
            count = self.get_variable_population(variable).count
            by_period[None] = (
                numpy.zeros(count, dtype=bool),
                self.tax_benefit_system.variables[variable].default_array(count),
            )
        for period, (mask, values) in by_period.items():
            mask[position] = period is None
            if period is None:
                values[position] = value

    def is_stated(self, variable: str, period: Period | str, position: int) -> bool:
        """Tell whether a value was given for one person or household in a period."""
        by_period = self.stated.get(variable, {})
        return any(key in by_period and bool(by_period[key][0][position]) for key in (None, str(period)))

    def _run_formula(self, variable: Any, population: Any, period: Period) -> Any:
        by_period = self.stated.get(variable.name)
        if by_period is None:
            return super()._run_formula(variable, population, period)
        layers = [by_period[key] for key in (None, str(period)) if key in by_period]
        covered = numpy.zeros(population.count, dtype=bool)
        for mask, _ in layers:
            covered |= mask
        array = None if covered.all() else super()._run_formula(variable, population, period)
        array = (
            variable.default_array(population.count) if array is None else self._cast_formula_result(array, variable)
        )
        array = array.copy()
        for mask, values in layers:
            array[mask] = values[mask]
        return array

    def _check_for_cycle(self, variable: str, period: Period) -> None:
        try:
            super()._check_for_cycle(variable, period)
        except (CycleError, SpiralError):
            path = [str(frame["name"]) for frame in self.tracer.stack]
            circle = " asks ".join(path[path.index(variable) :])
            raise LawError(f"The rule of {variable} goes in a circle: {circle}.") from None

    def ask(self, variable: str, period: str) -> Any:
        """Calculate a variable for a month or year, one cell a person or household.

        A monthly amount asked for a year is not summed here: ask each month.
        """
        return self.calculate(variable, read_period(period))


def _tiled(values: Any, copies: int) -> Any:
    tiled = numpy.tile(values, copies)
    if isinstance(values, EnumArray):
        return EnumArray(tiled, values.possible_values)  # type: ignore[arg-type]  # its own type allows none
    return tiled


def cell(variable: Any, array: Any, position: int) -> Any:
    """Return one cell of an array as a plain value: a number, true or false, a choice's name, a day."""
    value = array[position]
    if hasattr(array, "possible_values"):
        return list(array.possible_values)[int(value)].name
    if isinstance(value, numpy.datetime64):
        return str(value.astype("datetime64[D]"))
    if isinstance(value, numpy.bool_ | bool):
        return bool(value)
    if isinstance(value, datetime.date | str | bytes):
        return str(value)
    number = float(value)
    return int(number) if variable.value_type is int else number


def months_of(text: str) -> tuple[str, ...]:
    """Return the months of a period: twelve of a year, one of a month."""
    return tuple(str(month) for month in read_period(text).get_subperiods("month"))


def position_of(situation: Situation, entity: str, name: str) -> int:
    """Return where a person or household stands in its arrays."""
    return situation.ids(entity).index(name)


def household_of(situation: Situation, entity: str, position: int) -> int:
    """Return the household's position of a person, or of the household itself."""
    return situation.members[position] if entity == PERSONS else position
