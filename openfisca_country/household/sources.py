"""What a sum is made of: `benefits` taken apart into the programmes' own amounts, by reading rules that only add."""

import ast
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any

from openfisca_country.law.reading import asked_variable, syntax_of

Formula = Any


@dataclass(frozen=True)
class Summand:
    """One part of a sum.

    Attributes:
        variable: its name.
        sign: 1 where the rule adds it, -1 where it takes it off.

    """

    variable: str
    sign: int


def leaves(system: Any, name: str, period: str, whole: Container[str] = ()) -> tuple[Summand, ...]:
    """Return the amounts that a variable is the sum of, taken apart as far as rules only add and subtract.

    Args:
        system: the law.
        name: of a variable.
        period: a month, whose rules are read.
        whole: variables not to take apart, since their values are given.

    Returns:
        The parts, in the order of the rules; the variable itself where its rule is no sum, or where it has none.

    """
    variable = system.variables[name]
    parts = summands(variable.get_formula(period)) if variable.formulas and name not in whole else ()
    if not parts:
        return (Summand(name, 1),)
    found = [
        Summand(leaf.variable, part.sign * leaf.sign)
        for part in parts
        for leaf in leaves(system, part.variable, period, whole)
    ]
    return tuple(dict.fromkeys(found))


def summands(formula: Formula | None) -> tuple[Summand, ...]:
    """Return the parts of a formula that is nothing but a sum over the same month; nothing for any other formula."""
    if formula is None:
        return ()
    function = syntax_of(formula)
    period = function.args.args[1].arg if len(function.args.args) > 1 else ""
    last = function.body[-1]
    if not isinstance(last, ast.Return) or last.value is None or not all(map(_is_quiet, function.body[:-1])):
        return ()
    found = list(_parts(last.value, 1, period))
    return () if None in found else tuple(part for part in found if part is not None)


def _is_quiet(statement: ast.stmt) -> bool:
    """Tell a docstring, and a short name for the members (``members = household.members``)."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    return (
        isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Attribute)
        and statement.value.attr == "members"
    )


def _parts(node: ast.expr, sign: int, period: str) -> Iterator[Summand | None]:
    """Walk a sum; a part that is none is nothing."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield from _parts(node.left, sign, period)
        yield from _parts(node.right, -sign if isinstance(node.op, ast.Sub) else sign, period)
    elif _is_sum_of_members(node):
        assert isinstance(node, ast.Call)
        yield from _parts(node.args[0], sign, period)
    else:
        yield _asked(node, sign, period)


def _is_sum_of_members(node: ast.expr) -> bool:
    """Tell ``household.sum(…)`` without a role."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "sum"
        and len(node.args) == 1
        and not node.keywords
    )


def _asked(node: ast.expr, sign: int, period: str) -> Summand | None:
    """Return the variable asked for in the same month, without options."""
    name = asked_variable(node)
    if name is None or not isinstance(node, ast.Call) or len(node.args) != 2 or node.keywords:
        return None
    moment = node.args[1]
    return Summand(name, sign) if isinstance(moment, ast.Name) and moment.id == period else None
