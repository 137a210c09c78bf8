"""The formulas of a system as they are written: each file of variables is parsed once, and never run."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openfisca_core.variables import Variable

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.system import CountrySystem


@dataclass(frozen=True)
class SourceFile:
    """A file of variables.

    Attributes:
        path: where it stands.
        tree: its syntax.
        functions: the functions that formulas of this file may call, by name.
        imports: for each imported name where it comes from (``where``: ``openfisca_country.law.where``).

    """

    path: Path
    tree: ast.Module
    functions: dict[str, ast.FunctionDef]
    imports: dict[str, str]


@dataclass(frozen=True)
class Body:
    """A formula, or a function that formulas call.

    Attributes:
        name: ``fish_allowance.formula_2024``, or the function's own name.
        node: its syntax.
        source: the file it stands in.

    """

    name: str
    node: ast.FunctionDef
    source: SourceFile


@dataclass(frozen=True)
class Formula:
    """A formula in the place the system gives it.

    Attributes:
        variable: whose value it computes.
        start: first day it applies.
        body: how it is written.

    """

    variable: str
    start: str
    body: Body


@dataclass
class Sources:
    """All that is written of a system's law.

    Attributes:
        files: the files that hold its formulas.
        formulas: by variable, then by date.
        unreadable: formulas that are not written as a plain method.

    """

    files: dict[Path, SourceFile] = field(default_factory=dict)
    formulas: list[Formula] = field(default_factory=list)
    unreadable: list[Finding] = field(default_factory=list)

    def bodies(self) -> Iterator[Body]:
        """Walk each formula and each helper function once."""
        seen = {id(formula.body.node): formula.body for formula in self.formulas}
        for source in self.files.values():
            seen |= {id(node): Body(name, node, source) for name, node in source.functions.items()}
        yield from seen.values()


def file_of(variable: Variable) -> Path:
    """Return the file in which a variable's class stands."""
    return Path(inspect.getfile(type(variable)))


def read_sources(system: CountrySystem) -> Sources:
    """Parse every file that holds a variable of a system, and find each formula in it."""
    sources = Sources()
    for variable in system.variables.values():
        for each in (variable, variable.baseline_variable):
            if each is not None and file_of(each) not in sources.files:
                sources.files[file_of(each)] = _read_source(file_of(each))
    for name, variable in system.variables.items():
        for start, function in variable.formulas.items():
            body = _body(sources, function)
            if body is None:
                where = place(system.country.home, file_of(variable), f"{name} from {start}")
                message = "This formula cannot be read: write it as a plain method of the variable's class."
                sources.unreadable.append(Finding("operation", where, message))
            else:
                sources.formulas.append(Formula(name, start, body))
    return sources


def _read_source(path: Path) -> SourceFile:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    return SourceFile(path, tree, functions, _imports(tree))


def _imports(tree: ast.Module) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.asname or each.name.split(".")[0]: each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return found


def _body(sources: Sources, function: object) -> Body | None:
    code = getattr(function, "__code__", None)
    source = sources.files.get(Path(code.co_filename)) if code else None
    if code is None or source is None:
        return None
    owner, _, name = code.co_qualname.rpartition(".")
    classes = [each for each in source.tree.body if isinstance(each, ast.ClassDef) and each.name == owner]
    statements = source.tree.body if not owner else classes[-1].body if classes else []
    found = [each for each in statements if isinstance(each, ast.FunctionDef) and each.name == name]
    return Body(code.co_qualname, found[-1], source) if found else None
