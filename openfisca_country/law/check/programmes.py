"""Each programme says what it is, and stands in three places under one name."""

from collections.abc import Iterator
from pathlib import Path

from openfisca_core.parameters import ParameterNode

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.errors import nearest
from openfisca_country.law.programmes import BRANCHES, Programme
from openfisca_country.law.system import CountrySystem

# What many programmes share: numbers without formulas, and formulas that only add programmes up.
BASE = "base"
OUTPUTS = "outputs"


def check_programmes(system: CountrySystem) -> Iterator[Finding]:
    """Find programmes whose page lacks a part or names a variable that does not exist."""
    root: ParameterNode = system.parameters
    for name, node in sorted(root.children.items()):
        if name == BASE or not isinstance(node, ParameterNode):
            continue
        where = place(system.country.home, system.country.parameters / name / "index.yaml", name)
        programme = system.book.programmes.get(name)
        if programme is None:
            message = "This folder does not say what programme it holds: add `programme:` to its index.yaml."
            yield Finding("programme", where, message)
            continue
        if not node.description:
            yield Finding("programme", where, "This programme has no title: add `description:`.")
        for message in _lacks(programme):
            yield Finding("programme", where, message)
        for variable in programme.variables:
            if variable not in system.variables:
                hint = nearest(variable, system.variables)
                yield Finding("programme", where, f'`variables:` names "{variable}", which is no variable.{hint}')


def _lacks(programme: Programme) -> Iterator[str]:
    if not programme.branch:
        yield f"This programme has no branch: add `branch:`, one of {', '.join(BRANCHES)}."
    elif programme.branch not in BRANCHES:
        yield f'"{programme.branch}" is not a branch: write one of {", ".join(BRANCHES)}.'
    if not programme.beneficiaries:
        yield "This programme does not say who it is for: add `for:`."
    if not programme.variables:
        yield "This programme names no variable that carries its result: add `variables:`, amounts first."
    if programme.start is None:
        yield "This programme does not say from when it is modelled: add `window: {from: …}`."


def check_layout(system: CountrySystem) -> Iterator[Finding]:
    """Find programmes whose parameters, formulas and cases do not bear one name; an installed package has no cases."""
    country = system.country
    formulas = {path.stem: path for path in country.variables.glob("*.py") if path.stem != "__init__"}
    cases = {path.stem: path for path in country.tests.glob("*.yaml")}
    for name in sorted(system.book.programmes):
        if name not in formulas:
            yield _missing(system, country.parameters / name, country.variables / f"{name}.py", "its formulas")
    if not country.tests.is_dir():
        return
    for name, path in sorted(formulas.items()):
        if name != OUTPUTS and name not in cases:
            yield _missing(system, path, country.tests / f"{name}.yaml", "its cases")
    for name, path in sorted(cases.items()):
        if name != OUTPUTS and name not in formulas:
            yield _missing(system, path, country.variables / f"{name}.py", "the formulas it is about")


def _missing(system: CountrySystem, present: Path, absent: Path, what: str) -> Finding:
    home = system.country.home
    message = f"There is no {place(home, absent)}: a programme's three places bear one name; put {what} there."
    return Finding("layout", place(home, present), message)
