"""A first draft of a reform file, from paths and values."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

import yaml

from openfisca_country.law.catalogue import load_country
from openfisca_country.law.errors import ReformError
from openfisca_country.law.proposed import check_changes
from openfisca_country.law.reform import apply_document, shipped_reforms
from openfisca_country.law.reform_file import parse_reform
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.values import find_parameter, value_at

NAME = re.compile(r"[a-z][a-z0-9_]*")
CHANGE = re.compile(r"(?P<path>[^=]+)=(?P<value>.+?)(@(?P<day>[^@]*))?")
HINTS = """\
# sponsor: who proposes it
# source: the draft, its number and day
# link: https://where.it/can/be/read
# description: what it is for
"""


def new_reform(name: str, country: str | CountrySystem, changes: Iterable[str], title: str = "") -> str:
    """Draft a reform file that sets parameters, checked against the law it changes.

    Args:
        name: of the reform, in small letters, digits and underscores.
        country: its name, or its system.
        changes: each as ``path=value@date``, the value in the parameter's own unit, or as a reform file writes a
            change (``{multiply: 1.1}``); without a date it holds from the next 1 January on.
        title: one line for people; made of the name by default.

    Returns:
        The text of the file: YAML, with the present value of each parameter beside it.

    Raises:
        LawError: there is no such country.
        ReformError: the name is none or is taken, or a change cannot be made.

    """
    system = load_country(country)
    if not NAME.fullmatch(name):
        raise ReformError(
            f'"{name}" is not a name of a reform: use small letters, digits and underscores, as my_draft.'
        )
    if name in shipped_reforms(system.country.reforms):
        raise ReformError(f'"{name}" is a reform that ships with {system.country.title}; choose another name.')
    given = _by_path(changes)
    check_changes(system.parameters, given, system.book.start.isoformat(), name)
    titled = title or name.replace("_", " ").capitalize()
    lines = [_line("name", name), _line("country", system.country.name), _line("title", titled), HINTS, "parameters:\n"]
    for path, values in given.items():
        lines += [_present(system, path, min(values)), f"  {path}:\n"]
        lines += [f"    {_line(day, values[day])}" for day in sorted(values)]
    text = "".join(lines)
    apply_document(system, parse_reform(text, name))
    return text


def _by_path(changes: Iterable[str]) -> dict[str, dict[str, Any]]:
    given: dict[str, dict[str, Any]] = {}
    for change in changes:
        found = CHANGE.fullmatch(change)
        if found is None:
            raise ReformError(f'"{change}": write a change as path=value, or as path=value@2027-01-01.')
        day = f"{datetime.date.today().year + 1}-01-01" if found["day"] is None else found["day"]
        try:
            value = yaml.safe_load(found["value"])
        except yaml.YAMLError:
            raise ReformError(
                f'"{change}": "{found["value"]}" is not a value; write a number, true or false.'
            ) from None
        values = given.setdefault(found["path"].strip(), {})
        if day in values:
            raise ReformError(f'"{change}": {found["path"].strip()} is given twice for {day}.')
        values[day] = value
    return given


def _line(key: str, value: Any) -> str:
    written = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False)
    plain = written.strip().removesuffix("...").strip()
    return f"{key}: {plain}\n"


def _present(system: CountrySystem, path: str, day: str) -> str:
    parameter = find_parameter(system.parameters, path)
    present = value_at(parameter, day)
    in_law = present is not None and present.value is not None
    told = f"{present.value} {present.unit} before" if present and in_law else "not in the law on that day"
    return f"  # {' '.join((parameter.description or path).split())}; {told}\n"
