"""Where rules choose between cases: each ``select`` of a formula, and conditions meant to exclude each other."""

import ast
import copy
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from types import FrameType, FunctionType
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import Enum

from openfisca_country.law.check.deep.crowd import CrowdSimulation, Formula
from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import Body, SourceFile, Sources
from openfisca_country.law.check.sources import Formula as WrittenFormula
from openfisca_country.law.check.vocabulary import DOOR
from openfisca_country.law.errors import nearest
from openfisca_country.law.operations import select
from openfisca_country.law.reading import asked_variable
from openfisca_country.law.system import CountrySystem

ORDERED = "ORDERED"
"""In a file of variables: those whose cases may overlap, because the first that holds is meant to count."""
EXCLUSIVE = "EXCLUSIVE"
"""In a file of variables: sets of conditions of which at most one may hold."""

MOST_CALLS = 8

Place = tuple[int, int]
"""Line and column of a call in its file."""


@dataclass(frozen=True, eq=False)
class Choice:
    """One choice between cases.

    Attributes:
        body: the formula it is part of; nothing for a family of conditions.
        variable: whose value it decides; of a family, the first.
        start: first day of the formula.
        place: where it stands; of a family, nowhere.
        cases: the conditions in words, in their order.
        covered: another value is stated for when none holds.
        ordered: the first that holds is meant to count.
        exclusive: the cases are categories, and no two are meant to hold at once.

    """

    body: Body | None
    variable: str
    start: str
    place: Place
    cases: tuple[str, ...]
    covered: bool
    ordered: bool
    exclusive: bool


@dataclass(frozen=True)
class Seen:
    """What a choice came to for each person or household of a crowd.

    Attributes:
        conditions: one row a case, one column a person or household.
        values: for each case, what it chooses for each of them.

    """

    conditions: NDArray[numpy.bool_]
    values: list[NDArray[Any]]


def choices_of(system: CountrySystem, formula: WrittenFormula) -> list[Choice]:
    """Return the choices of a formula and of the functions of its file that it calls, as they are written.

    The cases of a choice exclude each other where it picks a category, each by a condition of its own.
    """
    source = formula.body.source
    is_category = system.variables[formula.variable].value_type is Enum
    ordered = formula.variable in _names(source, ORDERED)
    found = []
    for function in _reached(formula.body):
        for node in _selects(function, source):
            conditions = _items(node.args[0], function)
            if not conditions or _pick_one_item(conditions):
                continue
            found.append(
                Choice(
                    body=formula.body,
                    variable=formula.variable,
                    start=formula.start,
                    place=(node.lineno, node.col_offset),
                    cases=tuple(_words(each) for each in conditions),
                    covered=len(node.args) > 2 or any(each.arg == "default" for each in node.keywords),
                    ordered=ordered,
                    exclusive=is_category and not ordered and all(asked_variable(each) for each in conditions),
                )
            )
    return found


def _selects(function: ast.FunctionDef, source: SourceFile) -> list[ast.Call]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [each for each in calls if source.imports.get(ast.unparse(each.func)) == f"{DOOR}.select" and each.args[1:]]


def _reached(body: Body) -> list[ast.FunctionDef]:
    """Return a formula, and each function of its file that it or those call."""
    found, waiting = [], [body.node]
    while waiting:
        node = waiting.pop()
        found.append(node)
        named = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        called = [body.source.functions[name] for name in sorted(named & body.source.functions.keys())]
        waiting += [each for each in called if each not in found and each not in waiting]
    return found


def _items(node: ast.expr, function: ast.FunctionDef) -> list[ast.expr]:
    """Return the items of a list, written out in place or under a name of the function."""
    if isinstance(node, ast.Name):
        assigned = [each for each in ast.walk(function) if isinstance(each, ast.Assign)]
        named = [each.value for each in assigned if ast.unparse(each.targets[0]) == node.id]
        node = named[-1] if named else node
    return node.elts if isinstance(node, ast.List | ast.Tuple) else []


def _pick_one_item(conditions: list[ast.expr]) -> bool:
    """Tell a list of items compared with one quantity (``region == kinds.abai``): no two can hold at once."""
    sides = [
        (ast.unparse(each.left), ast.unparse(each.comparators[0]))
        for each in conditions
        if isinstance(each, ast.Compare) and len(each.ops) == 1 and isinstance(each.ops[0], ast.Eq)
        if isinstance(each.comparators[0], ast.Attribute)
    ]
    lefts, rights = {left for left, _ in sides}, {right for _, right in sides}
    return len(rights) == len(conditions) and len(lefts) == 1


class _Names(ast.NodeTransformer):
    """Puts the name of a variable where it is asked."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        variable = asked_variable(node)
        return ast.Name(variable) if variable else self.generic_visit(node)


def _words(condition: ast.expr) -> str:
    return " ".join(ast.unparse(_Names().visit(copy.deepcopy(condition))).split())


def _names(source: SourceFile, constant: str) -> set[str]:
    found = _declared(source, constant)
    return {name for name in found if isinstance(name, str)} if isinstance(found, set | list | tuple) else set()


def _declared(source: SourceFile, constant: str) -> Any:
    """Return what a file of variables declares under a name, where it is written out."""
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [constant]:
            try:
                return ast.literal_eval(node.value)
            except ValueError:
                return None
    return None


def families_of(source: SourceFile) -> list[Choice]:
    """Return the families of conditions that a file declares to exclude each other."""
    declared = _declared(source, EXCLUSIVE)
    families = [sorted(each) for each in declared or () if isinstance(each, set | list | tuple | frozenset)]
    return [
        Choice(None, names[0], "", (0, 0), tuple(names), covered=True, ordered=False, exclusive=True)
        for names in families
        if names
    ]


def check_declared(system: CountrySystem, sources: Sources) -> Iterator[Finding]:
    """Find names in the declarations of files of variables that are no variable."""
    for source in sources.files.values():
        declared = [(ORDERED, name) for name in sorted(_names(source, ORDERED))]
        declared += [(EXCLUSIVE, name) for family in families_of(source) for name in family.cases]
        for constant, name in declared:
            if name not in system.variables:
                message = f'`{constant}` names "{name}", which is no variable.{nearest(name, system.variables)}'
                yield Finding("overlap", place(system.country.home, source.path, constant), message)


class Recorder:
    """Stands in for ``select`` while a formula runs, and keeps what its calls were given.

    A choice made anew for each of many days is kept for the first few of them.
    """

    def __init__(self) -> None:
        self.seen: dict[Place, list[Seen]] = {}

    def __call__(self, conditions: Any, values: Any, default: Any = None) -> Any:
        """Choose as ``select`` does; where a category is left open, go on with any, so as to see for whom."""
        if default is None:
            default = values[0] if isinstance(values[0], Enum) else 0
        frame = inspect.currentframe()
        kept = self.seen.setdefault(_place_of_call(frame.f_back if frame else None), [])
        if len(kept) < MOST_CALLS:
            rows = max(numpy.size(each) for each in (*conditions, *values))
            kept.append(
                Seen(
                    numpy.array([numpy.broadcast_to(each, rows) for each in conditions], dtype=bool),
                    [numpy.broadcast_to(numpy.asarray(each), rows) for each in values],
                )
            )
        return select(conditions, values, default)


def _place_of_call(frame: FrameType | None) -> Place:
    """Return where the call stands that a frame is making."""
    if frame is None:
        return (0, 0)
    line, _, column, _ = next(islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
    return (line or 0, column or 0)


def watched(formula: Formula, recorder: Recorder) -> Formula:
    """Return a formula, and the functions of its file with it, whose calls of ``select`` are recorded."""
    if not isinstance(formula, FunctionType):
        return formula
    names: dict[str, Any] = dict(formula.__globals__)
    for name, value in formula.__globals__.items():
        if value is select:
            names[name] = recorder
        elif isinstance(value, FunctionType) and value.__globals__ is formula.__globals__:
            names[name] = _with_names(value, names)
    return _with_names(formula, names)


def _with_names(function: FunctionType, names: dict[str, Any]) -> FunctionType:
    return FunctionType(function.__code__, names, function.__name__, function.__defaults__, function.__closure__)


def seen_in_family(simulation: CrowdSimulation, family: Choice, period: str) -> Seen:
    """Return which conditions of a declared family hold."""
    conditions = numpy.array([simulation.calculate(name, period) for name in family.cases], dtype=bool)
    values = [numpy.full(conditions.shape[1], number) for number in range(len(family.cases))]
    return Seen(conditions, values)
