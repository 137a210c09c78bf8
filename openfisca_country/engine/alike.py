"""Working out once what is the same for everybody.

Most of what a law can ask is not stated in a survey: then all have the default, and what a rule makes of it is the same
for all. Such a column is one value, stretched over everybody without taking memory (an array whose stride is zero), and
a rule that finds nothing else is run for one person in place of all.
"""

from typing import Any

import numpy


class NotAlikeError(Exception):
    """The rule looked at something in which people differ."""


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
    """One who stands for all: takes the place of a population in a rule that looks only at what all have alike.

    Anything else that a rule asks of a population (roles, members, sums) raises `NotAlikeError`.
    """

    def __init__(self, simulation: Any, household: "AnyOne | None" = None) -> None:
        self._simulation = simulation
        self._household = household

    def __call__(self, variable_name: str, period: Any, options: Any = None) -> Any:
        """Return the one value of a variable, as an array of shape (1,)."""
        if options is not None:
            raise NotAlikeError
        array = self._simulation.calculate(variable_name, period)
        if not is_stretched(array):
            raise NotAlikeError
        return array[:1]

    @property
    def household(self) -> "AnyOne":
        """The household of any person."""
        if self._household is None:
            raise NotAlikeError
        return self._household

    def __getattr__(self, name: str) -> Any:
        raise NotAlikeError
