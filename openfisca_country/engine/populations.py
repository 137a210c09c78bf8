"""OpenFisca's populations, keeping what depends on the block alone: who has which role, who lives where."""

from functools import cached_property
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.populations import GroupPopulation, Population
from openfisca_core.projectors import projectable

from openfisca_country.engine.block import Mask, Positions


class LeanPersons(Population):
    """Persons whose roles are looked up once."""

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        """Calculate a variable of persons."""
        if options is None:
            return self.simulation.calculate(variable_name, period)
        return super().__call__(variable_name, period, options)

    @projectable  # type: ignore[untyped-decorator]  # openfisca-core is untyped
    def has_role(self, role: Any) -> Mask:
        """Tell who has a role."""
        masks: dict[str, Mask] = self.simulation.household.masks
        if role.key not in masks:
            masks[role.key] = super().has_role(role)
        return masks[role.key]


class LeanHouseholds(GroupPopulation):
    """Households whose members are sorted once."""

    def __init__(self, entity: Any, members: Any) -> None:
        super().__init__(entity, members)
        self.masks: dict[str, Mask] = {}

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        """Calculate a variable of households."""
        if options is None:
            return self.simulation.calculate(variable_name, period)
        return super().__call__(variable_name, period, options)

    @cached_property
    def _sizes(self) -> NDArray[numpy.intp]:
        return numpy.bincount(self.members_entity_id, minlength=self.count)

    @cached_property
    def _order(self) -> Positions | None:
        """The persons household by household; nothing if they stand so already."""
        members = self.members_entity_id
        return None if (members[1:] >= members[:-1]).all() else numpy.argsort(members, kind="stable")

    @cached_property
    def _starts(self) -> Positions:
        return numpy.cumsum(self._sizes) - self._sizes

    @projectable  # type: ignore[untyped-decorator]  # openfisca-core is untyped
    def nb_persons(self, role: Any = None) -> Any:
        """Count the members, or those in a role."""
        return self._sizes if role is None else self.sum(self.members.has_role(role))

    @projectable  # type: ignore[untyped-decorator]  # openfisca-core is untyped
    def reduce(self, array: Any, reducer: numpy.ufunc, neutral_element: Any, role: Any = None) -> Any:
        """Bring the values of the members down to one."""
        self.members.check_array_compatible_with_entity(array)
        self.entity.check_role_validity(role)
        if not self._sizes.all():  # a household without members has no stretch of its own
            return super().reduce(array, reducer, neutral_element, role)
        if role is not None:
            array = numpy.where(self.members.has_role(role), array, neutral_element)
        sorted_array = numpy.asarray(array if self._order is None else array[self._order])
        return reducer(self.filled_array(neutral_element), reducer.reduceat(sorted_array, self._starts))

    @projectable  # type: ignore[untyped-decorator]  # openfisca-core is untyped
    def value_from_person(self, array: Any, role: Any, default: Any = 0) -> Any:
        """Return the value of the one member in a role."""
        self.members.check_array_compatible_with_entity(array)
        if role.max != 1:
            return super().value_from_person(array, role, default)
        result = self.filled_array(default, dtype=array.dtype)
        if isinstance(array, EnumArray):
            result = EnumArray(result, array.possible_values)  # type: ignore[arg-type]  # its own type allows none
        theirs = numpy.flatnonzero(self.members.has_role(role))
        result[self.members_entity_id[theirs]] = array[theirs]
        return result
