"""One situation as a block of the engine, and its simulation."""

import datetime
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import Period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import ROLES, Block, BlockSimulation, Stated
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, Situation


class HouseholdSimulation(BlockSimulation):
    """The simulation of one situation, or of several copies of it, that can say where each answer comes from."""

    def __init__(self, system: TaxBenefitSystem, situation: Situation, copies: int = 1) -> None:
        super().__init__(system, block_of(system, situation).repeated(copies))
        self.trace = copies == 1
        self.situation = situation
        self.copies = copies

    def state(self, variable: str, position: int | slice | NDArray[numpy.intp], value: Any) -> None:
        """State a value for every period, for one cell or several, in place of any given.

        Only in a simulation that was not asked yet. Several cells take one value, or an array with one for each.
        """
        by_period = self.stated.setdefault(variable, {})
        if None not in by_period:
            count = self.get_variable_population(variable).count
            default = self.tax_benefit_system.variables[variable].default_array(count)
            by_period[None] = Stated(default, numpy.zeros(count, dtype=bool))
        for period, layer in by_period.items():
            if layer.mask is not None:
                layer.mask[position] = period is None
            if period is None:
                layer.values[position] = value

    def is_stated(self, variable: str, period: Period | str, position: int) -> bool:
        """Tell whether a value was given for one person or household in a period."""
        by_period = self.stated.get(variable, {})
        layers = [by_period[key] for key in (None, str(period)) if key in by_period]
        return any(layer.mask is None or bool(layer.mask[position]) for layer in layers)


def block_of(system: TaxBenefitSystem, situation: Situation) -> Block:
    """Return a situation as a block."""
    count = {PERSONS: len(situation.persons), HOUSEHOLDS: len(situation.households)}
    places = {each: {name: at for at, name in enumerate(situation.ids(each))} for each in count}
    stated: dict[str, dict[str | None, Stated]] = {}
    for given in situation.given:
        variable = system.variables.get(given.variable)
        if variable is None:
            continue
        size = count[given.entity]
        key = None if given.period == "ETERNITY" else given.period
        layer = stated.setdefault(given.variable, {}).get(key)
        if layer is None:
            layer = Stated(variable.default_array(size), numpy.zeros(size, dtype=bool))
            stated[given.variable][key] = layer
        position = places[given.entity][given.id]
        layer.values[position] = given.value
        if layer.mask is not None:
            layer.mask[position] = True
    return Block(
        persons=count[PERSONS],
        households=count[HOUSEHOLDS],
        members=numpy.array(situation.members, dtype=numpy.intp),
        roles=numpy.array([ROLES.index(role) for role in situation.roles], dtype=numpy.int8),
        stated=stated,
    )


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


def position_of(situation: Situation, entity: str, name: str) -> int:
    """Return where a person or household stands in its arrays."""
    return situation.ids(entity).index(name)


def household_of(situation: Situation, entity: str, position: int) -> int:
    """Return the household's position of a person, or of the household itself."""
    return situation.members[position] if entity == PERSONS else position
