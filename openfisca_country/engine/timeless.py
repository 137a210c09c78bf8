"""Rules that look at a period only through facts and numbers of law of that same period.

Such a rule gives the same answer in two months in which it finds the same facts and the same numbers, and need not be
run twice.
"""

import ast
from collections.abc import Iterator
from types import CodeType

from openfisca_country.law.reading import Formula, asked_variable, syntax_of

Path = tuple[str, ...]


def law_read(formula: Formula) -> frozenset[Path] | None:
    """Return the parts of the law that a timeless rule reads; nothing for a rule that looks at its period otherwise."""
    code = formula.__code__  # the same in every reform that makes a formula of it
    if code not in _READ:
        _READ[code] = _law_read(formula)
    return _READ[code]


_READ: dict[CodeType, frozenset[Path] | None] = {}


def _law_read(formula: Formula) -> frozenset[Path] | None:
    try:
        function = syntax_of(formula)
    except (OSError, TypeError, ValueError):  # a rule whose text is not at hand
        return None
    names = [each.arg for each in function.args.args]
    period, parameters = names[1], names[2] if len(names) > 2 else None
    fine: set[int] = set()
    paths: set[Path] = set()
    for node, path in _with_paths(function):
        if not isinstance(node, ast.Call) or node.keywords:
            continue
        calls_law = isinstance(node.func, ast.Name) and node.func.id == parameters and len(node.args) == 1
        if calls_law:
            fine.add(id(node.func))
            paths.add(path)
        if calls_law or (asked_variable(node) is not None and len(node.args) == 2):
            fine |= {id(argument) for argument in node.args if isinstance(argument, ast.Name)}
    used = (node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id in (period, parameters))
    return frozenset(paths) if all(id(node) in fine for node in used) else None


def _with_paths(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, Path]]:
    """Walk a rule; beside each node stand the attributes that are read of it: (`a`, `b`) beside `x` in `x.a.b`."""
    pending: list[tuple[ast.AST, Path]] = [(function, ())]
    while pending:
        node, path = pending.pop()
        yield node, path
        inner = (node.attr, *path) if isinstance(node, ast.Attribute) else ()
        pending += [
            (child, inner if isinstance(node, ast.Attribute) and child is node.value else ())
            for child in ast.iter_child_nodes(node)
        ]
