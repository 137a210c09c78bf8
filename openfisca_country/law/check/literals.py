"""No number and no date of the law stands in Python."""

import ast
import re
from collections.abc import Iterator

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import SourceFile, Sources
from openfisca_country.law.check.vocabulary import is_date
from openfisca_country.law.system import CountrySystem

ALLOWED = (0, 1, 2)  # counted out in the words of an article: none, the first, the second and those beyond it
NAMED = {7: "DAYS_IN_WEEK", 12: "MONTHS_IN_YEAR"}
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def check_literals(system: CountrySystem, sources: Sources) -> Iterator[Finding]:
    """Find numbers and dates in formulas, in what they call, and in the constants they use."""
    home = system.country.home
    for body in sources.bodies():
        for message in _literals(body.node, body.source):
            yield Finding("number", place(home, body.source.path, body.name), message)
    for source in sources.files.values():
        used = _names_used(sources, source)
        constants = [each for each in source.tree.body if isinstance(each, ast.Assign | ast.AnnAssign)]
        for statement in constants:
            names = [each.id for each in ast.walk(statement) if isinstance(each, ast.Name) and _is_stored(each)]
            if used.intersection(names):
                for message in _literals(statement, source):
                    yield Finding("number", place(home, source.path, names[0]), message)


def _literals(node: ast.AST, source: SourceFile) -> Iterator[str]:
    if isinstance(node, ast.Call) and is_date(node.func, source):
        yield _date(ast.unparse(node))
        return
    if isinstance(node, ast.Constant):
        yield from _constant(node.value)
    for child in ast.iter_child_nodes(node):
        yield from _literals(child, source)


def _constant(value: object) -> Iterator[str]:
    if isinstance(value, str) and DATE.fullmatch(value):
        yield _date(f'"{value}"')
    if isinstance(value, int | float) and not isinstance(value, bool) and value not in ALLOWED:
        name = NAMED.get(value) if isinstance(value, int) else None
        instead = f"; if it counts units of time, its name is {name}" if name else ""
        yield f"{value} stands in Python: put it into a parameter and read it from there{instead}."


def _date(text: str) -> str:
    return f"{text} stands in Python: put it into a parameter, or begin a formula named after the day."


def _names_used(sources: Sources, source: SourceFile) -> set[str]:
    bodies = [body.node for body in sources.bodies() if body.source is source]
    return {each.id for node in bodies for each in ast.walk(node) if isinstance(each, ast.Name)}


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)
