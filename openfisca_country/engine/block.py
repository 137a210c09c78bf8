"""A block: so many persons in so many households, and what is stated of them, as arrays."""

from dataclasses import dataclass, field
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import EnumArray

from openfisca_country.law import Household

Mask = NDArray[numpy.bool_]
Positions = NDArray[numpy.intp]

ROLES = tuple(role.key for role in Household.roles)
"""The roles in a household, in the order in which a block counts them."""


@dataclass(frozen=True, eq=False)
class Stated:
    """Values of one variable that hold in one period, or in every period.

    Attributes:
        values: as the variable holds them, one a person or household; shape (persons,) or (households,).
        mask: for whom they are stated; nothing if for all.

    """

    values: Any
    mask: Mask | None = None

    def repeated(self, copies: int) -> "Stated":
        """Return the same values several times, one after the other."""
        values = numpy.tile(self.values, copies)
        if isinstance(self.values, EnumArray):
            values = EnumArray(values, self.values.possible_values)  # type: ignore[arg-type]  # its own type allows none
        return Stated(values, None if self.mask is None else numpy.tile(self.mask, copies))


@dataclass(frozen=True)
class Block:
    """People whose households are independent of those of any other block.

    Attributes:
        persons: how many.
        households: how many.
        members: for each person, the household's position; shape (persons,).
        roles: for each person, the role's position in `ROLES`; shape (persons,).
        stated: by variable and period (``2026-03``, ``2026``); under no period, what holds in every period. A value of
            one period goes before a value of every period.
        usual: variables that are stated of others of whom these people are a part, whether of these or not.

    """

    persons: int
    households: int
    members: Positions
    roles: NDArray[numpy.int8]
    stated: dict[str, dict[str | None, Stated]] = field(hash=False)
    usual: frozenset[str] = frozenset()

    def repeated(self, copies: int) -> "Block":
        """Return so many copies of the same people, one after the other."""
        first = numpy.repeat(numpy.arange(copies), self.persons) * self.households
        return Block(
            persons=self.persons * copies,
            households=self.households * copies,
            members=numpy.tile(self.members, copies) + first,
            roles=numpy.tile(self.roles, copies),
            stated={
                name: {period: each.repeated(copies) for period, each in layers.items()}
                for name, layers in self.stated.items()
            },
            usual=self.usual,
        )
