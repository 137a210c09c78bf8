"""A number of the sample that carries its linearised variable, so that arithmetic keeps the error right."""

import math
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]


@dataclass(frozen=True, eq=False)
class Statistic:
    """A point estimate and its linearised variable, summed by first-stage unit.

    Sums, differences, products and quotients follow the rules of differentials (the delta method), so that a difference
    of two laws over the same households has the error of the paired difference.

    Attributes:
        value: the estimate; not a number where it cannot be computed.
        scores: weighted totals of the linearised variable by first-stage unit; shape (units,), empty for a census.
        observations: households of the sample that it rests on.

    """

    value: float
    scores: Numbers
    observations: int

    def __add__(self, other: "Statistic") -> "Statistic":
        """Add: the scores add up."""
        seen = max(self.observations, other.observations)
        return Statistic(self.value + other.value, self.scores + other.scores, seen)

    def __sub__(self, other: "Statistic") -> "Statistic":
        """Subtract: the error is that of the difference, on the fewer households of both."""
        seen = _fewer(self.observations, other.observations)
        return Statistic(self.value - other.value, self.scores - other.scores, seen)

    def __truediv__(self, other: "Statistic") -> "Statistic":
        """Divide: the ratio of two totals, which rests on the households of the second."""
        if other.value == 0 or not math.isfinite(other.value):
            return Statistic(float("nan"), numpy.zeros_like(self.scores), other.observations)
        value = self.value / other.value
        return Statistic(value, (self.scores - value * other.scores) / other.value, other.observations)

    def __mul__(self, other: "Statistic") -> "Statistic":
        """Multiply, by the product rule."""
        scores = self.scores * other.value + other.scores * self.value
        return Statistic(self.value * other.value, scores, _fewer(self.observations, other.observations))

    def times(self, factor: float) -> "Statistic":
        """Multiply by a known number."""
        return Statistic(self.value * factor, self.scores * factor, self.observations)

    def resting_on(self, observations: int) -> "Statistic":
        """Return the same estimate, said to rest on so many households."""
        return Statistic(self.value, self.scores, observations)

    def less_than_one(self) -> "Statistic":
        """Return one less the estimate."""
        return Statistic(1 - self.value, -self.scores, self.observations)


def _fewer(one: int, other: int) -> int:
    """Return the fewer households; where one side has none, whose zero says nothing of anybody, those of the other."""
    return min(one, other) or max(one, other)
