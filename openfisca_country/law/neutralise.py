"""Neutralised programmes: what they pay is nothing, their conditions stay."""

import copy
from collections.abc import Iterable
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.errors import ReformError, nearest
from openfisca_country.law.proposed import check_day
from openfisca_country.law.reform_file import Neutralise

EVER = "0001-01-01"
WHAT_IS_LEFT = ("net_wage",)
"""Harmonised results that a programme lists though they are what it leaves, not what it gives or takes."""


def named_variables(system: TaxBenefitSystem, entries: Iterable[Neutralise], place: str) -> dict[str, tuple[str, ...]]:
    """Return the variables that each entry is to neutralise.

    Args:
        system: the law the reform is laid over.
        entries: of a reform file.
        place: the reform, for messages.

    Returns:
        For each name given, its variables: a programme's amounts, or the variable itself.

    Raises:
        ReformError: there is no such programme or variable, or nothing of it can be neutralised.

    """
    return {entry.name: _variables(system, entry, f"{place}: neutralise: {entry.name}") for entry in entries}


def _variables(system: TaxBenefitSystem, entry: Neutralise, place: str) -> tuple[str, ...]:
    programmes = system.book.programmes
    variables = system.variables
    known = {"programme": [*programmes], "variable": [*variables], "": [*programmes, *variables]}[entry.kind]
    if entry.name not in known:
        what = {"programme": "a programme", "variable": "a variable", "": "a programme or a variable"}[entry.kind]
        raise ReformError(f"{place}: this is not {what} of this law.{nearest(entry.name, known)}")
    if entry.start is not None:
        check_day(entry.start, place, system.book.start.isoformat())
    is_programme = entry.name in programmes and entry.kind != "variable"
    names = _amounts(system, programmes[entry.name]) if is_programme else [entry.name]
    if not names:
        raise ReformError(f"{place}: this programme pays no amount; name the variables that are to give nothing.")
    if not is_programme and not variables[entry.name].formulas:
        raise ReformError(f"{place}: no rule of this law works it out; there is nothing to neutralise.")
    lasting = tuple(name for name in names if not _ended(variables[name], entry.start or EVER))
    if not lasting:
        raise ReformError(f"{place}: this changes nothing: it ended on {variables[names[0]].end}.")
    return lasting


def _amounts(system: TaxBenefitSystem, programme: Any) -> list[str]:
    """Return the amounts of money that a programme lists and a rule works out."""
    found = []
    for name in programme.variables:
        variable = system.variables.get(name)
        if variable is None or not variable.formulas or name in WHAT_IS_LEFT:
            continue
        if variable.value_type is float and "currency" in (variable.unit or ""):
            found.append(name)
    return found


def _ended(variable: Any, start: str) -> bool:
    return variable.end is not None and variable.end.isoformat() < start


def giving_nothing(variable: Any, start: str | None, title: str) -> Any:
    """Return a variable that gives nothing from a day on, the older rules as they were.

    Args:
        variable: stays as it is.
        start: first day; the variable's first rule where nothing is given.
        title: of the reform that neutralises it.

    """
    first = max(start or EVER, next(iter(variable.formulas)))
    since = f" from {start}" if start else ""

    def nothing(population: Any, _period: Any) -> Any:
        return variable.default_array(population.count)

    nothing.__doc__ = f"Gives nothing{since}: {title}."
    nothing.absent = True  # type: ignore[attr-defined]  # an answer then says that there is no such rule
    twin = copy.copy(variable)
    kept = {day: formula for day, formula in variable.formulas.items() if day < first}
    twin.formulas = type(variable.formulas)({**kept, first: nothing})
    return twin
