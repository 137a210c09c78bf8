"""Nothing stands twice: Python and OpenFisca would keep the last in silence."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import Sources
from openfisca_country.law.system import CountrySystem


def check_twice(system: CountrySystem, sources: Sources) -> Iterator[Finding]:
    """Find variables that stand twice in a file, and formulas of a variable that begin on the same day."""
    for source in sources.files.values():
        classes = [node for node in source.tree.body if isinstance(node, ast.ClassDef)]
        names = [node.name for node in classes]
        for name in sorted({name for name in names if names.count(name) > 1}):
            message = "This class stands twice in the file, and only the last counts: remove or rename one."
            yield Finding("twice", place(system.country.home, source.path, name), message)
        for node in classes:
            for same in _same_day(node):
                message = f"{' and '.join(same)} begin on the same day, and only one counts: remove or rename one."
                yield Finding("twice", place(system.country.home, source.path, node.name), message)


def _same_day(node: ast.ClassDef) -> list[list[str]]:
    by_day = defaultdict(list)
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name.startswith("formula_"):
            year, month, day, *_ = [*each.name.split("_")[1:], "01", "01"]
            by_day[year, month, day].append(f"`{each.name}`")
    return [names for names in by_day.values() if len(names) > 1]
