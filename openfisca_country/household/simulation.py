"""One situation as a block of the engine, and its simulation."""

import datetime
from typing import Any

import numpy
from openfisca_core.periods import Period
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import ROLES, Block, BlockSimulation, LeanSimulation, Stated
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, Cells, Situation

_EPOCH = datetime.date(1970, 1, 1).toordinal()
_ROLE = {role: position for position, role in enumerate(ROLES)}


class HouseholdSimulation(BlockSimulation):
    """The simulation of one situation, that can say where each answer comes from."""

    copies = 1

    def __init__(self, system: TaxBenefitSystem, situation: Situation) -> None:
        super().__init__(system, block_of(system, situation))
        self.trace = True
        self.situation = situation

    def is_stated(self, variable: str, period: Period | str, position: int) -> bool:
        """Tell whether a value was given for one person or household in a period."""
        by_period = self.stated.get(variable, {})
        layers = [by_period[key] for key in (None, str(period)) if key in by_period]
        return any(layer.mask is None or bool(layer.mask[position]) for layer in layers)


class Crowd(LeanSimulation):
    """The simulation of several copies of one situation, of each of which something else may be stated."""

    def __init__(self, system: TaxBenefitSystem, situation: Situation, copies: int) -> None:
        super().__init__(system, block_of(system, situation).repeated(copies))
        self.situation = situation
        self.copies = copies


def block_of(system: TaxBenefitSystem, *situations: Situation) -> Block:
    """Return situations as one block: the people of the first, then those of the second, and so on."""
    first = {PERSONS: 0, HOUSEHOLDS: 0}
    members: list[int] = []
    roles: list[str] = []
    gathered: dict[str, dict[str | None, Cells]] = {}
    for situation in situations:
        members += [first[HOUSEHOLDS] + home for home in situation.members]
        roles += situation.roles
        for name, by_period in situation.stated.items():
            if name not in system.variables:
                continue
            start = first[system.variables[name].entity.plural]
            for period, cells in by_period.items():
                together = gathered.setdefault(name, {}).setdefault(period, Cells())
                together.positions.extend(start + position for position in cells.positions)
                together.values.extend(cells.values)
        first[PERSONS] += len(situation.persons)
        first[HOUSEHOLDS] += len(situation.households)
    return Block(
        persons=first[PERSONS],
        households=first[HOUSEHOLDS],
        members=numpy.array(members, dtype=numpy.intp),
        roles=numpy.array([_ROLE[role] for role in roles], dtype=numpy.int8),
        stated={
            name: {
                period: _stated(system.variables[name], first[system.variables[name].entity.plural], cells)
                for period, cells in by_period.items()
            }
            for name, by_period in gathered.items()
        },
    )


def _stated(variable: Any, count: int, cells: Cells) -> Stated:
    layer = Stated(variable.default_array(count), numpy.zeros(count, dtype=bool))
    if cells.positions:
        layer.values[cells.positions] = _days(cells.values) if layer.values.dtype.kind == "M" else cells.values
        layer.mask[cells.positions] = True  # type: ignore[index]  # there is one
    return layer


def _days(values: list[datetime.date]) -> Any:
    """Return days as numpy holds them; it takes ten times as long to read them itself."""
    return numpy.array([each.toordinal() - _EPOCH for each in values], dtype=numpy.int64).view("datetime64[D]")


def cells_of(array: Any) -> list[Any]:
    """Return all cells of an array as plain values; see `cell`."""
    if hasattr(array, "possible_values"):
        names = [item.name for item in array.possible_values]
        return [names[index] for index in numpy.asarray(array).tolist()]
    if array.dtype.kind == "M":
        return list(array.astype("datetime64[D]").astype(str).tolist())
    return list(array.tolist())


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


def household_of(situation: Situation, entity: str, position: int) -> int:
    """Return the household's position of a person, or of the household itself."""
    return situation.members[position] if entity == PERSONS else position
