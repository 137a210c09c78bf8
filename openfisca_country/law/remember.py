"""Keeping what was worked out from an array for as long as the array itself lives."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy


def remembered(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Let a function of one array work out its answer once for each array that cannot change any more.

    The birth dates of a population are the same array in every month and every rule; what is worked out from them is
    then worked out once. Arrays that may still be written to are worked out each time.

    >>> @remembered
    ... def doubled(array):
    ...     return 2 * array
    >>> facts = numpy.array([1, 2])
    >>> doubled(facts) is doubled(facts)
    False
    >>> facts.flags.writeable = False
    >>> doubled(facts) is doubled(facts)
    True
    """
    known: dict[int, tuple[weakref.ref[Any], Any]] = {}

    @wraps(function)
    def recall(array: Any) -> Any:
        if not isinstance(array, numpy.ndarray) or array.flags.writeable or array.ndim == 0:
            return function(array)
        key = id(array)
        found = known.get(key)
        if found is not None:
            return found[1]
        answer = function(array)
        answer.flags.writeable = False
        known[key] = (weakref.ref(array, lambda _: known.pop(key, None)), answer)
        return answer

    return recall
