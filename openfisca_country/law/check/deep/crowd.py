"""Many invented households at once, and the law run on them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.errors import CycleError, SpiralError
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import Period
from openfisca_core.simulations import Simulation
from openfisca_core.variables import Variable

from openfisca_country.law.entities import Household
from openfisca_country.law.errors import LawError
from openfisca_country.law.system import CountrySystem

Numbers = NDArray[Any]
Formula = Callable[..., Any]
ROLES = sorted(Household.roles, key=lambda role: str(role.key))


@dataclass(frozen=True)
class Crowd:
    """Households, one after the other, each with its members in a row.

    Attributes:
        members: for each person the household's position, in ascending order.
        roles: for each person the key of the role.
        values: for each input stated, one value a person or household; it holds in every period.

    """

    members: NDArray[numpy.int64]
    roles: NDArray[numpy.str_]
    values: Mapping[str, Numbers]

    @property
    def households(self) -> int:
        """How many there are."""
        return int(self.members[-1]) + 1

    def rows(self, variable: Variable) -> NDArray[numpy.int64]:
        """Return the household of each cell of a variable."""
        return self.members if variable.entity.is_person else numpy.arange(self.households)


def picked(system: CountrySystem, crowd: Crowd, households: NDArray[numpy.int64]) -> Crowd:
    """Return the crowd of some households, in the order given, as often as they are named."""
    sizes = numpy.bincount(crowd.members)
    starts = numpy.cumsum(sizes) - sizes
    counts = sizes[households]
    first = numpy.repeat(starts[households], counts)
    within = numpy.arange(counts.sum()) - numpy.repeat(numpy.cumsum(counts) - counts, counts)
    persons = first + within
    return Crowd(
        members=numpy.repeat(numpy.arange(len(households)), counts),
        roles=crowd.roles[persons],
        values={
            name: each[persons if system.variables[name].entity.is_person else households]
            for name, each in crowd.values.items()
        },
    )


def joined(one: Crowd, other: Crowd) -> Crowd:
    """Return the households of two crowds, one after the other."""
    return Crowd(
        members=numpy.concatenate([one.members, other.members + one.households]),
        roles=numpy.concatenate([one.roles, other.roles]),
        values={name: numpy.concatenate([each, other.values[name]]) for name, each in one.values.items()},
    )


def without_person(system: CountrySystem, crowd: Crowd, position: int) -> Crowd:
    """Return the crowd less one person, whose household has others."""
    kept = numpy.delete(numpy.arange(len(crowd.members)), position)
    return Crowd(
        members=crowd.members[kept],
        roles=crowd.roles[kept],
        values={
            name: each[kept] if system.variables[name].entity.is_person else each for name, each in crowd.values.items()
        },
    )


def with_values(crowd: Crowd, values: Mapping[str, Numbers]) -> Crowd:
    """Return the same people with other values of some inputs."""
    return replace(crowd, values={**crowd.values, **values})


class CrowdSimulation(Simulation):
    """OpenFisca's simulation of a crowd: what is stated holds in every period, and a circle is an error."""

    def __init__(self, system: CountrySystem, crowd: Crowd, instead: Mapping[tuple[str, str], Formula]) -> None:
        """Put the crowd into the populations of a system.

        Args:
            system: the law.
            crowd: the households.
            instead: formulas to run in the place of those of a variable and period.

        """
        populations = system.instantiate_entities()
        super().__init__(system, populations)
        self.crowd = crowd
        self.instead = instead
        persons, households = populations["person"], populations["household"]
        persons.ids, households.ids = range(len(crowd.members)), range(crowd.households)
        persons.count, households.count = len(crowd.members), crowd.households
        households.members_entity_id = crowd.members
        by_key = numpy.searchsorted([role.key for role in ROLES], crowd.roles)
        households.members_role = numpy.array(ROLES, dtype=object)[by_key]

    def _run_formula(self, variable: Any, population: Any, period: Period) -> Any:
        stated = self.crowd.values.get(variable.name)
        if stated is not None:
            return EnumArray(stated, variable.possible_values) if variable.value_type is Enum else stated
        formula = self.instead.get((variable.name, str(period)))
        if formula is None:
            return super()._run_formula(variable, population, period)
        read = self.tax_benefit_system.get_parameters_at_instant
        return formula(*(population, period, read)[: formula.__code__.co_argcount])

    def _check_for_cycle(self, variable: str, period: Period) -> None:
        try:
            super()._check_for_cycle(variable, period)
        except (CycleError, SpiralError):
            raise LawError(f"The rule of {variable} goes in a circle.") from None
