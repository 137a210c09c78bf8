"""What is said beforehand of an expression holds, whatever the unknown turns out to be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country.law.operations import (
    add_months,
    completed_years,
    floor,
    happened,
    maximum,
    minimum,
    select,
    where,
)
from openfisca_country.law.unknown import NotAlikeError, Unknown


@dataclass(frozen=True)
class Expression:
    """An expression over three unknowns, with its text for a failing test's message."""

    text: str
    value: Callable[[dict[str, Any]], Any]

    def __repr__(self) -> str:
        return self.text


def leaf(name: str) -> Expression:
    return Expression(name, lambda facts: facts[name])


def constant(value: Any) -> Expression:
    return Expression(repr(value), lambda _: numpy.array([value]))


def operation(name: str, function: Callable[..., Any], *parts: Any) -> Any:
    return st.tuples(*parts).map(
        lambda some: Expression(
            f"{name}({', '.join(map(repr, some))})", lambda facts: function(*(each.value(facts) for each in some))
        )
    )


conditions = st.deferred(
    lambda: st.one_of(
        st.just(leaf("sick")),
        st.booleans().map(constant),
        operation("and", lambda one, other: one & other, conditions, conditions),
        operation("or", lambda one, other: one | other, conditions, conditions),
        operation("not", lambda one: ~one, conditions),
        operation("less", lambda one, other: one < other, amounts, amounts),
        operation("equal", lambda one, other: one == other, amounts, amounts),
        operation("happened", happened, days),
    )
)
amounts = st.deferred(
    lambda: st.one_of(
        st.just(leaf("wage")),
        st.sampled_from([0.0, -0.0, 1.0, 30.5]).map(constant),
        st.sampled_from([0, 7]).map(constant),
        operation("plus", lambda one, other: one + other, amounts, amounts),
        operation("minus", lambda one: -one, amounts),
        operation("times", lambda one, other: one * other, amounts, amounts),
        operation("min", minimum, amounts, amounts),
        operation("max", maximum, amounts, amounts),
        operation("floor", floor, amounts),
        operation("number", lambda one: one.astype(float), conditions),
        operation("where", where, conditions, amounts, amounts),
        operation(
            "select",
            lambda one, other, first, second, last: select([one, other], [first, second], default=last),
            conditions,
            conditions,
            amounts,
            amounts,
            amounts,
        ),
        operation("years", lambda one: completed_years(one, numpy.datetime64("2026-03-01")), days),
    )
)
days = st.deferred(
    lambda: st.one_of(
        st.just(leaf("born")),
        st.just(constant(numpy.datetime64("2020-02-29"))),
        st.just(constant(numpy.datetime64("9999-12-31"))),
        operation("later", lambda one: add_months(one, 3), days),
        operation("chosen", where, conditions, days, days),
    )
)

FACTS = [
    {"sick": [sick], "wage": [wage], "born": numpy.array([born], dtype="M8[D]")}
    for sick in (False, True)
    for wage in (0.0, -5.0, 1_271_000.0)
    for born in ("1960-01-31", "2024-02-29", "9999-12-31")
]


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(conditions, amounts, days))
def test_what_is_known_beforehand_holds_for_everybody(expression: Expression) -> None:
    kinds = {
        "sick": numpy.array([True]),
        "wage": numpy.array([3.0]),
        "born": numpy.array(["1990-01-01"], dtype="M8[D]"),
    }
    try:
        found = expression.value({name: Unknown(example) for name, example in kinds.items()})
    except NotAlikeError:  # nothing is said: numpy's select does not see that its default is unknown
        return
    for facts in FACTS:
        real = expression.value({name: numpy.asarray(value) for name, value in facts.items()})
        if isinstance(found, Unknown):
            assert found.example.dtype == real.dtype
        else:
            assert found.dtype == real.dtype
            assert found.tobytes() == real.tobytes()


def test_what_decides_alone_is_known() -> None:
    sick, no, yes = Unknown(numpy.array([True])), numpy.array([False]), numpy.array([True])
    assert not (sick & no)
    assert yes | sick
    assert where(no, Unknown(numpy.array([1.0])), 7.0) == 7.0
    assert where(sick, 0.0, 0.0) == 0.0
    assert select([no, yes, sick], [Unknown(no), 5.0, 6.0], default=0.0) == 5.0


@pytest.mark.parametrize(
    "look",
    [bool, int, float, len, list, hash, lambda value: numpy.array([1, 2])[value], lambda value: value[0]],
)
def test_nobody_can_look_at_an_unknown(look: Callable[[Any], Any]) -> None:
    with pytest.raises(NotAlikeError):
        look(Unknown(numpy.array([True])))
