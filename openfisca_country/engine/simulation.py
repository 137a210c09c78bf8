"""OpenFisca's simulation of a block: what is stated goes before the rule, and no rule may go in a circle."""

from functools import cache
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.errors import CycleError, SpiralError
from openfisca_core.periods import Period
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine.block import Block, Stated
from openfisca_country.engine.rules import read_period
from openfisca_country.law import Household, LawError

_ROLES = numpy.array(Household.roles)


class BlockSimulation(Simulation):
    """OpenFisca's simulation, of a block, with three differences.

    A value stated without a period holds in every period; a value stated for one person leaves the rule in force for
    the others; a rule that asks for itself is an error and never a default.
    """

    def __init__(self, system: TaxBenefitSystem, block: Block) -> None:
        populations = self.populations_of(system)
        super().__init__(system, populations)
        persons, households = populations["person"], populations["household"]
        persons.count, households.count = block.persons, block.households
        persons.ids, households.ids = range(block.persons), range(block.households)
        households.members_entity_id = block.members
        households.members_role = _ROLES[block.roles]
        known = system.variables
        self.stated: dict[str, dict[str | None, Stated]] = {
            name: by_period
            for name, by_period in block.stated.items()
            if name in known and not known[name].is_neutralized
        }

    def populations_of(self, system: TaxBenefitSystem) -> Any:
        """Return the populations to compute with, by entity."""
        return system.instantiate_entities()

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

    def layers(self, variable: str, period: Period) -> list[Stated]:
        """Return what is stated of a variable in a period, the last one before the others."""
        by_period = self.stated.get(variable)
        if by_period is None:
            return []
        return [by_period[key] for key in (None, str(period)) if key in by_period]

    def _run_formula(self, variable: Any, population: Any, period: Period) -> Any:
        layers = self.layers(variable.name, period)
        if not layers:
            return super()._run_formula(variable, population, period)
        array = None if covered(layers) else super()._run_formula(variable, population, period)
        array = (
            variable.default_array(population.count) if array is None else self._cast_formula_result(array, variable)
        )
        return laid_over(array, layers)

    def _check_for_cycle(self, variable: str, period: Period) -> None:
        try:
            super()._check_for_cycle(variable, period)
        except (CycleError, SpiralError):
            path = [str(frame["name"]) for frame in self.tracer.stack]
            raise circle(path, variable) from None

    def ask(self, variable: str, period: str) -> Any:
        """Calculate a variable for a month or year, one cell a person or household.

        A monthly amount asked for a year is not summed here: ask each month.
        """
        return self.calculate(variable, read_period(period))


def circle(path: list[str], variable: str) -> LawError:
    """Return the error of a rule that asks for itself, with the way it took."""
    return LawError(f"The rule of {variable} goes in a circle: {' asks '.join(path[path.index(variable) :])}.")


def covered(layers: list[Stated]) -> bool:
    """Tell whether a value is stated for everyone."""
    masks = [layer.mask for layer in layers if layer.mask is not None]
    if len(masks) < len(layers):
        return True
    return bool(masks) and bool(numpy.logical_or.reduce(masks).all())


def laid_over(array: Any, layers: list[Stated]) -> Any:
    """Return an array with what is stated in place of what the rule gave."""
    array = array.copy()
    for layer in layers:
        if layer.mask is None:
            array[:] = layer.values
        else:
            array[layer.mask] = layer.values[layer.mask]
    return array


@cache
def months_of(text: str) -> tuple[str, ...]:
    """Return the months of a period: twelve of a year, one of a month."""
    return tuple(str(month) for month in read_period(text).get_subperiods("month"))
