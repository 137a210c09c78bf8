"""Working out once what is the same for everybody.

Most of what a law can ask is not stated in a survey: then all have the default, and what a rule makes of it is the same
for all. Such a column is one value, stretched over everybody without taking memory (an array whose stride is zero), and
a rule whose answer hangs on nothing else is run for one person in place of all.
"""

from collections.abc import Callable
from typing import Any

import numpy
from openfisca_core.periods import DateUnit, Period

from openfisca_country.engine.rules import parts_of
from openfisca_country.law import ADD, Household, Person
from openfisca_country.law.unknown import NotAlikeError, Unknown, same_bits

Look = Callable[[str, Any], Any]
"""Returns the one value of a variable in a period, shape (1,), or an `Unknown` where people differ."""


def stretched(value: Any, count: int) -> Any:
    """Return an array of one value over so many cells.

    >>> stretched(numpy.array([7.0]), 3)
    array([7., 7., 7.])
    """
    return numpy.broadcast_to(value, (count,), subok=True)


def is_stretched(array: Any) -> bool:
    """Tell whether an array is one value over everybody.

    >>> is_stretched(stretched(numpy.array([7.0]), 3)), is_stretched(numpy.array([7.0, 7.0]))
    (True, False)
    """
    return bool(array.strides[0] == 0)


class AnyOne:
    """One who stands for all: takes the place of a population, to see what a rule gives whoever it is about.

    Who has which role, and how many live together, is unknown; but nothing adds up to nothing however many they are.
    Anything else that a rule asks of a population raises `NotAlikeError`.
    """

    household: "AnyOne"
    members: "AnyOne"

    def __init__(self, look: Look) -> None:
        self._look = look

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        """Return the one value of a variable, as an array of shape (1,), or an `Unknown`."""
        if options is None:
            return self._look(variable_name, period)
        if options != [ADD] or not isinstance(period, Period):
            raise NotAlikeError
        return sum(self._look(variable_name, month) for month in parts_of(period, DateUnit.MONTH))

    def has_role(self, _role: Any) -> Unknown:
        """Tell nothing: some have the role."""
        return Unknown(numpy.array([False]))

    def nb_persons(self, *_: Any, **__: Any) -> Unknown:
        """Tell nothing: households differ in size."""
        return Unknown(numpy.array([1]))

    def sum(self, array: Any, *_: Any, **__: Any) -> Any:
        """Return nothing, as a number, where all members have nothing."""
        adds_up = isinstance(array, Unknown) or numpy.asarray(array).any()
        return Unknown(numpy.ones(1)) if adds_up else numpy.zeros(1)

    def any(self, array: Any, *_: Any, **__: Any) -> Any:
        """Return that it is so of no member, where it is so of nobody."""
        return self.sum(array) > 0

    def all(self, array: Any, *_: Any, **__: Any) -> Any:
        """Return that it is so of all members, where it is so of everybody."""
        if not isinstance(array, Unknown) and numpy.asarray(array).all():
            return numpy.array([True])
        return Unknown(numpy.array([False]))

    def max(self, *_: Any, **__: Any) -> Unknown:
        """Tell nothing."""
        return Unknown(numpy.ones(1))

    def min(self, *_: Any, **__: Any) -> Unknown:
        """Tell nothing."""
        return Unknown(numpy.ones(1))

    def value_from_person(self, array: Any, _role: Any, default: Any = 0) -> Any:
        """Return the default, where everybody has it."""
        if isinstance(array, Unknown) or same_bits(array, numpy.full(1, default, array.dtype)):
            return array
        return Unknown(array)

    def get_rank(self, *_: Any, **__: Any) -> Unknown:
        """Tell nothing: some come before others."""
        return Unknown(numpy.array([0]))

    def filled_array(self, value: Any, dtype: Any = None) -> Any:
        """Return a value for anybody."""
        return numpy.full(1, value, dtype)

    def __getattr__(self, name: str) -> Any:
        raise NotAlikeError


def any_one(look: Look) -> dict[str, AnyOne]:
    """Return who stands for all persons and for all households, by entity."""
    person, household = AnyOne(look), AnyOne(look)
    person.household, household.members = household, person
    return {Person.key: person, Household.key: household}
