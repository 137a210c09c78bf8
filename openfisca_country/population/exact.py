"""Sums that do not depend on the order of their terms."""

from fractions import Fraction

import numpy
from numpy.typing import NDArray

DIGITS = 53  # of a 64-bit number, in binary
LOW = 26


def exact_sum(values: NDArray[numpy.float64]) -> Fraction:
    """Return the sum of numbers without any rounding, so that parts can be added in any order.

    Args:
        values: finite numbers; any shape.

    >>> float(exact_sum(numpy.array([1e16, 1.0, -1e16])))
    1.0

    """
    values = values[values != 0]
    fractions, exponents = numpy.frexp(values)
    wholes = (fractions * 2.0**DIGITS).astype(numpy.int64)
    total = Fraction(0)
    for exponent in numpy.unique(exponents):
        of = wholes[exponents == exponent]
        # In two halves, so that no sum leaves 64 bits however many terms there are.
        whole = (int((of >> LOW).sum()) << LOW) + int((of & (2**LOW - 1)).sum())
        total += whole * Fraction(2) ** (int(exponent) - DIGITS)
    return total
