"""Each variable of a country is touched by a case of its law."""

from collections.abc import Iterator
from typing import Any

import yaml
from openfisca_core.parameters.config import Loader

from openfisca_country.law.check.finding import Finding, place
from openfisca_country.law.check.sources import file_of
from openfisca_country.law.system import CountrySystem


def check_cases(system: CountrySystem) -> Iterator[Finding]:
    """Find variables of the country that no case states or expects; an installed package has no cases."""
    country = system.country
    if not country.tests.is_dir():
        return
    touched: set[str] = set()
    for path in sorted(country.tests.glob("*.yaml")):
        try:
            cases = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f" near line {mark.line + 1}" if mark else ""
            yield Finding("untested", place(country.home, path), f"This is not a YAML file{line}: mend it.")
            continue
        for case in cases if isinstance(cases, list) else [cases]:
            touched |= {name for part in ("input", "output") for name in _names((case or {}).get(part))}
    for name in sorted(system.national_variables - touched):
        message = f"No case in {place(country.home, country.tests)} touches this variable: add one that does."
        yield Finding("untested", place(country.home, file_of(system.variables[name]), name), message)


def _names(part: Any) -> Iterator[str]:
    """Walk every key of a case, at any depth: variables stand flat, below an entity, or below a person."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield str(key)
            yield from _names(value)
    elif isinstance(part, list):
        for value in part:
            yield from _names(value)
