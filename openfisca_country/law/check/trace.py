"""Follow a formula on paper: which parameters it reads, which variables it asks, what else it calls.

Nothing is run. Each expression is followed as far as a reader would follow it by eye: a name bound to a group of
parameters stands for that group, a helper function is followed with what it was given.
"""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field

from openfisca_country.law.check.sources import Formula, SourceFile
from openfisca_country.law.check.vocabulary import (
    BROUGHT_FORWARD,
    DOOR,
    OF_PERIODS,
    OF_POPULATIONS,
    OF_SCALES,
    ON_THE_DAY,
    OPERATIONS,
    POPULATIONS,
    TOTAL_BEFORE,
    is_foreign,
)

ANY = "*"
"""A step of a path that depends on the person: ``law.rate[group]``."""


@dataclass(frozen=True)
class Group:
    """Parameters below a path, empty for all; ``now`` where they are those of the formula's own period."""

    path: tuple[str, ...]
    now: bool = False


@dataclass(frozen=True)
class People:
    """Persons or households: what a formula asks its variables of."""


@dataclass(frozen=True)
class Time:
    """A period; ``same`` where it is the formula's own."""

    same: bool


@dataclass(frozen=True)
class Parameters:
    """The formula's third argument."""


@dataclass(frozen=True)
class Method:
    """An attribute of something known, about to be called."""

    owner: People | Time
    name: str


@dataclass(frozen=True)
class Function:
    """A helper of the file, or a lambda, with the names it may use."""

    name: str
    node: ast.FunctionDef | ast.Lambda
    names: "dict[str, Value]"


@dataclass(frozen=True)
class Numbers:
    """An array, or anything else that was computed."""


@dataclass(frozen=True)
class Unknown:
    """What this reader cannot tell."""


Value = Group | People | Time | Parameters | Method | Function | Numbers | Unknown


@dataclass(frozen=True)
class Read:
    """Parameters that a formula reads.

    Attributes:
        path: where they stand.
        now: they are those of the formula's own period.
        passed: the formula hands the whole group on.
        body: the formula or helper that reads them.

    """

    path: tuple[str, ...]
    now: bool
    passed: bool
    body: str


@dataclass(frozen=True)
class Asked:
    """A variable that a formula asks."""

    variable: str
    same: bool
    body: str


@dataclass(frozen=True)
class Strange:
    """A call that no law needs."""

    message: str
    body: str


@dataclass
class Trace:
    """What one formula does, its helpers included, in the order of its text."""

    formula: Formula
    reads: list[Read] = field(default_factory=list)
    asks: list[Asked] = field(default_factory=list)
    strange: list[Strange] = field(default_factory=list)


@dataclass
class Scope:
    """Where an expression stands.

    Attributes:
        body: the formula or helper it belongs to, for messages.
        names: what the local names stand for.
        source: the file.
        trace: where findings go.
        callers: the helpers being followed, so that none is followed into itself.

    """

    body: str
    names: dict[str, Value]
    source: SourceFile
    trace: Trace
    callers: tuple[str, ...] = ()


def follow(formula: Formula) -> Trace:
    """Follow a formula from its arguments to its result."""
    trace = Trace(formula)
    given: list[Value] = [People(), Time(same=True), Parameters()]
    scope = Scope(formula.body.name, {}, formula.body.source, trace)
    _use(_run(Function(formula.body.name, formula.body.node, {}), given, {}, scope), scope)
    return trace


def _run(function: Function, given: Sequence[Value], named: dict[str, Value], scope: Scope) -> Value:
    """Follow a function with what it is given; return what it returns."""
    if function.name in scope.callers:
        return Unknown()
    arguments = function.node.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    bound = {**function.names, **dict.fromkeys(names, Unknown()), **dict(zip(names, given, strict=False)), **named}
    if isinstance(function.node, ast.Lambda):
        inside = Scope(scope.body, bound, scope.source, scope.trace, scope.callers)
        return _value(function.node.body, inside)
    callers = (*scope.callers, function.name)
    return _follow_all(function.node.body, Scope(function.name, bound, scope.source, scope.trace, callers))


def _follow_all(statements: Sequence[ast.AST], scope: Scope) -> Value:
    result: Value = Unknown()
    for node in statements:
        returned = _follow(node, scope)
        result = result if isinstance(returned, Unknown) else returned
    return result


def _follow(node: ast.AST, scope: Scope) -> Value:
    """Follow one statement; return what it returns, if it does."""
    match node:
        case ast.Return(value=ast.expr() as value):
            return _value(value, scope)
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _bind(target, value, scope)
        case ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as value):
            _bind(target, value, scope)
        case ast.FunctionDef(name=name):
            scope.names[name] = Function(name, node, dict(scope.names))
        case ast.expr():
            _use(_value(node, scope), scope)
        case _:  # what no formula should hold is still followed; `constructs` reports it
            return _follow_all(list(ast.iter_child_nodes(node)), scope)
    return Unknown()


def _bind(target: ast.expr, value: ast.expr, scope: Scope) -> None:
    match target, value:
        case ast.Name(id=name), _:
            scope.names[name] = _value(value, scope)
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for each, part in zip(targets, values, strict=True):
                _bind(each, part, scope)
        case _:
            _use(_value(value, scope), scope)


def _use(value: Value, scope: Scope, *, passed: bool = False) -> Value:
    """Take a value for what it is worth: parameters are read here."""
    if isinstance(value, Group):
        scope.trace.reads.append(Read(value.path, value.now, passed, scope.body))
        return Numbers()
    return value


def _value(node: ast.expr, scope: Scope) -> Value:
    """Tell what an expression stands for, following what is inside it."""
    result: Value = Numbers()
    match node:
        case ast.Name(id=name):
            result = _named(name, scope)
        case ast.Attribute(value=inner, attr=name):
            result = _attribute(_value(inner, scope), name)
        case ast.Subscript(value=inner, slice=key):
            result = _subscript(_value(inner, scope), key, scope)
        case ast.Call():
            result = _call(node, scope)
        case ast.Lambda():
            result = Function("", node, dict(scope.names))
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                _use(_value(part, scope), scope, passed=True)
        case _:
            for child in ast.iter_child_nodes(node):
                _follow(child, scope)
    return result


def _named(name: str, scope: Scope) -> Value:
    if name in scope.names:
        return scope.names[name]
    if name in scope.source.functions:
        return Function(name, scope.source.functions[name], {})
    return Unknown()


def _attribute(owner: Value, name: str) -> Value:
    match owner:
        case Group(path=path, now=now):
            return Group((*path, name), now)
        case People() if name in POPULATIONS:
            return People()
        case Time(same=same) if name not in OF_PERIODS:
            return Time(same=same and name == "first_month")
        case People() | Time():
            return Method(owner, name)
        case Numbers():
            return Numbers()
    return Unknown()


def _subscript(owner: Value, key: ast.expr, scope: Scope) -> Value:
    _use(_value(key, scope), scope)
    match owner, key:
        case Group(path=path, now=now), ast.Constant(value=str(name)):
            return Group((*path, name), now)
        case Group(path=path, now=now), _:
            return Group((*path, ANY), now)
        case Numbers(), _:
            message = "Only a group of parameters may be taken apart with [ ]: a formula never picks out one person."
            scope.trace.strange.append(Strange(message, scope.body))
    return Numbers()


def _call(node: ast.Call, scope: Scope) -> Value:
    called = _value(node.func, scope)
    given = [_value(each, scope) for each in node.args]
    named = {each.arg: _value(each.value, scope) for each in node.keywords if each.arg}
    match called:
        case Function():
            return _run(called, given, named, scope)
        case Parameters():
            return Group((), now=bool(given) and isinstance(given[0], Time) and given[0].same)
        case People():
            _ask(node, given, named, scope)
        case Group(path=(*path, name), now=now) if name in OF_SCALES:
            _use(Group(tuple(path), now), scope)
        case _ if _origin(node.func, scope) in (ON_THE_DAY, BROUGHT_FORWARD):
            for reader in (*given, *named.values()):
                if isinstance(reader, Function):
                    _use(_run(reader, [Group(())], {}, scope), scope)
        case _ if _origin(node.func, scope) == TOTAL_BEFORE:
            _ask_before(node, scope)
        case _ if not _allowed(called, node.func, scope):
            scope.trace.strange.append(Strange(_not_of_the_law(node.func), scope.body))
    for each in (*given, *named.values()):
        _use(each, scope, passed=True)
    if isinstance(called, Method) and isinstance(called.owner, Time):
        return Time(same=False)
    return Numbers()


def _ask(node: ast.Call, given: Sequence[Value], named: dict[str, Value], scope: Scope) -> None:
    period = named.get("period", given[1] if len(given) > 1 else Unknown())
    match node.args:
        case [ast.Constant(value=str(variable)), *_]:
            same = isinstance(period, Time) and period.same
            scope.trace.asks.append(Asked(variable, same, scope.body))
        case _:
            message = f"`{ast.unparse(node)}` asks a variable without naming it: write its name in quotes."
            scope.trace.strange.append(Strange(message, scope.body))


def _ask_before(node: ast.Call, scope: Scope) -> None:
    match node.args:
        case [_, ast.Constant(value=str(variable)), *_]:
            scope.trace.asks.append(Asked(variable, same=False, body=scope.body))
        case _:
            message = f"`{ast.unparse(node)}` asks a variable without naming it: write its name in quotes."
            scope.trace.strange.append(Strange(message, scope.body))


def _allowed(called: Value, node: ast.expr, scope: Scope) -> bool:
    match called:
        case Method(owner=People(), name=name):
            return name in OF_POPULATIONS
        case Method(owner=Time()):
            return True
    first = ast.unparse(node).split(".")[0]
    return _origin(node, scope) in OPERATIONS or is_foreign(first, scope.source)  # `constructs` reports the foreign


def _origin(node: ast.expr, scope: Scope) -> str:
    return scope.source.imports.get(node.id, "") if isinstance(node, ast.Name) else ""


def _not_of_the_law(node: ast.expr) -> str:
    name = f".{node.attr}" if isinstance(node, ast.Attribute) else ast.unparse(node)
    return f"`{name}` is not an operation of the law: use those that {DOOR} exports, or add it there on purpose."
