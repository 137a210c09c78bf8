"""A value nobody knows yet, and what can be said all the same: whoever it is about, false and anything is false."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

import numpy
from numpy.lib.mixins import NDArrayOperatorsMixin
from openfisca_core.indexed_enums import EnumArray

P = ParamSpec("P")
R = TypeVar("R")


class NotAlikeError(Exception):
    """The rule looks at what differs from one to the other, in a way that nothing can be said of beforehand."""


class Unknown(NDArrayOperatorsMixin):
    """Stands in an array's place for a value that depends on who people are.

    What a rule makes of it is unknown too, unless it comes to the same whatever the value: a condition of which another
    part is false for all, a choice that is never taken. Where a rule wants to see the value itself (a branch, an
    index), `NotAlikeError` is raised.

    Args:
        example: any value of the kind it is, shape (1,).

    >>> sick = Unknown(numpy.array([True]))
    >>> sick & numpy.array([False])
    array([False])
    >>> numpy.where(sick & numpy.array([False]), Unknown(numpy.array([30.5])), 7)
    array([7.])
    >>> ~sick
    Unknown(bool)

    """

    def __init__(self, example: Any) -> None:
        self.example = example

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Return what an operation of numpy comes to."""
        if method != "__call__" or options:
            raise NotAlikeError
        if ufunc in _COMPARISONS:
            return Unknown(numpy.array([False]))
        with numpy.errstate(all="ignore"):  # an example divides by nothing where nobody does
            result = ufunc(*(_example(each) for each in inputs))
        decisive = _DECISIVE.get(ufunc)
        if decisive is not None and any(_is_throughout(each, decisive) for each in inputs):
            return result
        return Unknown(result)

    def __array_function__(self, function: Any, _types: Any, arguments: Any, options: Any) -> Any:
        """Return what a function of numpy comes to."""
        examples = {name: _example(each) for name, each in options.items()}
        result = function(*(_example(each) for each in arguments), **examples)
        if not isinstance(result, numpy.ndarray):
            raise NotAlikeError
        if function is numpy.where:
            condition, then, otherwise = arguments
            return result if _is_settled([condition], [then, otherwise]) else Unknown(result)
        if function is numpy.select:
            conditions, choices = arguments[:2]
            default = arguments[2] if len(arguments) > len(("conditions", "choices")) else options.get("default", 0)
            return result if _is_settled(conditions, [*choices, default]) else Unknown(result)
        return Unknown(result)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        """Refuse to be looked at."""
        raise NotAlikeError

    __array__ = __bool__ = __int__ = __float__ = __index__ = __len__ = __iter__ = __getitem__ = __hash__ = _refuse

    @property
    def possible_values(self) -> Any:
        """The categories it is one of."""
        if not isinstance(self.example, EnumArray):
            raise NotAlikeError
        return self.example.possible_values

    def astype(self, dtype: Any, **_: Any) -> "Unknown":
        """Return it as a value of another kind."""
        return Unknown(self.example.astype(dtype))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotAlikeError

    def __repr__(self) -> str:
        return f"Unknown({self.example.dtype})"


def of_unknown(operation: Callable[P, R]) -> Callable[P, R]:
    """Let an operation of the law be asked of what is unknown: its answer is unknown then.

    Only for operations that can be asked of any value.

    >>> @of_unknown
    ... def rounded(amount):
    ...     return numpy.round(numpy.asarray(amount))
    >>> rounded(Unknown(numpy.array([1.5])))
    Unknown(float64)
    """

    @wraps(operation)
    def answer(*arguments: P.args, **options: P.kwargs) -> R:
        try:
            return operation(*arguments, **options)
        except NotAlikeError:
            of_examples: Callable[..., Any] = operation
            examples = {name: _example(each) for name, each in options.items()}
            return cast("R", Unknown(of_examples(*(_example(each) for each in arguments), **examples)))

    return answer


_DECISIVE = {numpy.logical_and: False, numpy.bitwise_and: False, numpy.logical_or: True, numpy.bitwise_or: True}

_COMPARISONS = {
    numpy.equal,
    numpy.not_equal,
    numpy.less,
    numpy.less_equal,
    numpy.greater,
    numpy.greater_equal,
}


def _example(value: Any) -> Any:
    if isinstance(value, list):
        return [_example(each) for each in value]
    return value.example if isinstance(value, Unknown) else value


def _is_throughout(value: Any, decisive: bool) -> bool:
    if isinstance(value, Unknown):
        return False
    array = numpy.asarray(value)
    return array.dtype == bool and bool((array == decisive).all())


def _is_settled(conditions: list[Any], choices: list[Any]) -> bool:
    """Tell whether all choices that may be taken are known and the same; the last is for where no condition holds."""
    may_be_taken = []
    for condition, choice in zip(conditions, choices[:-1], strict=True):
        if isinstance(condition, Unknown):
            may_be_taken.append(choice)
        elif numpy.asarray(condition).all():
            may_be_taken.append(choice)
            break
    else:
        may_be_taken.append(choices[-1])
    if any(isinstance(each, Unknown) for each in may_be_taken):
        return False
    first, *others = (numpy.asarray(each).reshape(-1) for each in may_be_taken)
    return all(same_bits(first, each) for each in others)


def same_bits(one: Any, other: Any) -> bool:
    """Tell whether two arrays of one length hold the same, to the last bit."""
    if isinstance(one, EnumArray):
        one, other = one.view(numpy.ndarray), other.view(numpy.ndarray)
    if one.dtype == object or one.dtype != other.dtype:
        return False
    if one.dtype == numpy.float64:  # minus zero equals zero, but is not the same number
        one, other = one.view(numpy.int64), other.view(numpy.int64)
    return bool((one == other).all())
