"""Formulas are made of few things: whole arrays, arithmetic, comparisons, and the law's own operations."""

import ast
from collections.abc import Iterable, Iterator

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import Body, SourceFile, Sources
from openfisca_country.law.check.trace import Trace
from openfisca_country.law.check.vocabulary import DOOR, is_date, is_foreign
from openfisca_country.law.system import CountrySystem

ALLOWED = (
    ast.Assign,
    ast.AnnAssign,
    ast.Return,
    ast.Expr,
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Call,
    ast.keyword,
    ast.Constant,
    ast.BinOp,
    ast.UnaryOp,
    ast.Compare,
    ast.List,
    ast.Tuple,
    ast.Lambda,
    ast.arguments,
    ast.arg,
    ast.expr_context,
    ast.operator,
    ast.unaryop,
    ast.cmpop,
)

WHERE = "write `where(condition, a, b)`"
ARRAYS = "a formula works on whole arrays; use the population's own methods, such as `household.sum`"
SAID: dict[type[ast.AST], str] = {
    ast.If: f"`if` decides once for everybody: {WHERE}.",
    ast.IfExp: f"`a if condition else b` decides once for everybody: {WHERE}.",
    ast.Match: "`match` decides once for everybody: write `select([conditions], [values])`.",
    ast.For: f"`for` walks over people one by one: {ARRAYS}.",
    ast.While: f"`while` walks over people one by one: {ARRAYS}.",
    ast.ListComp: f"A comprehension walks over people one by one: {ARRAYS}.",
    ast.SetComp: f"A comprehension walks over people one by one: {ARRAYS}.",
    ast.DictComp: f"A comprehension walks over people one by one: {ARRAYS}.",
    ast.GeneratorExp: f"A comprehension walks over people one by one: {ARRAYS}.",
    ast.And: "`and` decides once for everybody: write `&`.",
    ast.Or: "`or` decides once for everybody: write `|`.",
    ast.Not: "`not` decides once for everybody: write `~`.",
    ast.In: "`in` decides once for everybody: write `==` for each, joined by `|`.",
    ast.NotIn: "`not in` decides once for everybody: write `!=` for each, joined by `&`.",
    ast.Is: "`is` compares objects, not their values: write `==`.",
    ast.IsNot: "`is not` compares objects, not their values: write `!=`.",
    ast.Try: "`try` hides what went wrong: a formula fails loudly where it cannot be computed.",
    ast.AugAssign: "An array changed in place is changed for all who read it: write `x = x + y`.",
    ast.FunctionDef: "A function within a formula is hard to follow: put it at the top of the file.",
}
# Parts of what is reported by its own name.
SILENT = (
    ast.BoolOp,
    ast.ExceptHandler,
    ast.FormattedValue,
    ast.comprehension,
    ast.match_case,
    ast.pattern,
    ast.withitem,
)


def check_constructs(system: CountrySystem, sources: Sources, traces: Iterable[Trace]) -> Iterator[Finding]:
    """Find what has no place in a formula: branches, loops, changes in place, foreign names, unknown calls."""
    home = system.country.home
    yield from sources.unreadable
    for body in sources.bodies():
        for message in _constructs(body):
            yield Finding("operation", place(home, body.source.path, body.name), message)
    for trace in traces:
        for strange in trace.strange:
            yield Finding("operation", place(home, trace.formula.body.source.path, strange.body), strange.message)


def _constructs(body: Body) -> Iterator[str]:
    for statement in body.node.body:
        for node in _walk(statement, body.source):
            if type(node) in SAID:
                yield SAID[type(node)]
            elif isinstance(node, ast.Compare) and len(node.ops) > 1:
                yield "`a < b < c` decides once for everybody: write `(a < b) & (b < c)`."
            elif isinstance(node, ast.Assign) and not all(_is_plain(each) for each in node.targets):
                yield SAID[ast.AugAssign]
            elif isinstance(node, ast.Name) and is_foreign(node.id, body.source):
                yield f"`{node.id}` comes from {body.source.imports[node.id]}: a formula uses only what {DOOR} exports."
            elif not isinstance(node, (*ALLOWED, *SILENT)):
                yield f"`{type(node).__name__}` has no place in a formula: {ARRAYS}."


def _walk(node: ast.AST, source: SourceFile) -> Iterator[ast.AST]:
    yield node
    if isinstance(node, ast.Call) and is_date(node.func, source):  # `literals` reports it
        return
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, source)


def _is_plain(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple):
        return all(_is_plain(each) for each in target.elts)
    return isinstance(target, ast.Name)
