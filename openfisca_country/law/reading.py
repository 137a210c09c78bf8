"""Reading a formula as text: the terms of a condition, in the order of the article."""

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import Any

Formula = Callable[..., Any]


@dataclass(frozen=True)
class Term:
    """One term of a conjunction: a variable that must be true, or must not be.

    Attributes:
        variable: its name.
        wanted: True where the rule asks for it, False where the rule asks for its absence.

    """

    variable: str
    wanted: bool


def syntax_of(formula: Formula) -> ast.FunctionDef:
    """Return the syntax tree of a formula."""
    return _syntax(formula.__code__)


@cache  # by the code, which is the same in every reform that makes a formula of it
def _syntax(code: CodeType) -> ast.FunctionDef:
    tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    (function,) = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return function


def conjunction(formula: Formula) -> tuple[Term, ...]:
    """Return the terms of a formula that is nothing but conditions joined by ``&``; nothing for any other formula."""
    return _terms(formula.__code__)


@cache
def _terms(code: CodeType) -> tuple[Term, ...]:
    body = [node for node in _syntax(code).body if not _is_docstring(node)]
    if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None:
        return ()
    terms = []
    for part in _parts(body[0].value):
        wanted = not (isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Invert))
        name = asked_variable(part.operand if isinstance(part, ast.UnaryOp) else part)
        if name is None:
            return ()
        terms.append(Term(name, wanted))
    return tuple(terms)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _parts(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
        return [*_parts(node.left), *_parts(node.right)]
    return [node]


def asked_variable(node: ast.AST) -> str | None:
    """Return the variable that a call asks for: ``person("wage", period)`` asks for ``wage``."""
    if isinstance(node, ast.Call) and len(node.args) >= 2:
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return first.value
    return None


def in_words(formula: Formula | None) -> str:
    """Return the rule in words: the first paragraph of the formula's docstring."""
    documentation = inspect.getdoc(formula) if formula is not None else None
    return " ".join((documentation or "").split("\n\n")[0].split())
