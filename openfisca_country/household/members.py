"""A household in words: who belongs to it, and what was stated of each."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from openfisca_core.indexed_enums import Enum

from openfisca_country.household.calculate import in_words
from openfisca_country.household.results import Cell
from openfisca_country.household.run import Run
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, Given
from openfisca_country.law.catalogue import country_of

TOLD_WITH_THE_PERSON = {"birth_date", "sex"}


@dataclass(frozen=True)
class StatedFact:
    """What a situation states of one variable.

    Attributes:
        label: in words.
        unit: of the values.
        spans: value, first and last period; both empty for a value that holds in every period.

    """

    label: str
    unit: str
    spans: tuple[tuple[Cell, str, str], ...]


@dataclass(frozen=True)
class Member:
    """A person, or a household itself, as stated.

    Attributes:
        id: as given.
        role: ``head``, ``spouse``, ``child``, ``other``; empty for a household.
        household: id of the household.
        born: day of birth; nothing where it is not stated.
        age: completed years on the first day of the period; nothing where no birth is stated before it.
        sex: in words; empty where it is not stated.
        facts: in the order given.

    """

    id: str
    role: str
    household: str
    born: datetime.date | None
    age: int | None
    sex: str
    facts: tuple[StatedFact, ...] = field(default=())


def members(run: Run) -> tuple[Member, ...]:
    """Return the persons of a situation in the order of their households, each household's own facts after them."""
    situation = run.situation
    found = []
    for index, home in enumerate(situation.households):
        for person, own, role in zip(situation.persons, situation.members, situation.roles, strict=True):
            if own == index:
                born = _stated(run, person, "birth_date")
                sex = _stated(run, person, "sex")
                told = "" if sex is None else str(shown_value(run.system.variables["sex"], sex)).lower()
                found.append(Member(person, role, home, born, _age(run, born), told, _facts(run, PERSONS, person)))
        found.append(Member(home, "", home, None, None, "", _facts(run, HOUSEHOLDS, home)))
    return tuple(found)


def _stated(run: Run, person: str, name: str) -> Any:
    given = [each.value for each in run.situation.given if (each.id, each.variable) == (person, name)]
    return given[0] if given else None


def _age(run: Run, born: datetime.date | None) -> int | None:
    first = datetime.date.fromisoformat(f"{run.months[0]}-01")
    if born is None or born > first:
        return None
    return first.year - born.year - ((first.month, first.day) < (born.month, born.day))


def _facts(run: Run, entity: str, name: str) -> tuple[StatedFact, ...]:
    by_variable: dict[str, list[Given]] = {}
    for given in run.situation.given:
        if given.entity == entity and given.id == name and given.variable not in TOLD_WITH_THE_PERSON:
            by_variable.setdefault(given.variable, []).append(given)
    found = []
    for variable_name, givens in by_variable.items():
        variable = run.system.variables[variable_name]
        unit = in_words(variable.unit or "", country_of(run.system).currency)
        found.append(StatedFact(variable.label or variable_name, unit, _spans(variable, givens)))
    return tuple(found)


def _spans(variable: Any, givens: list[Given]) -> tuple[tuple[Cell, str, str], ...]:
    """Gather the same value in successive periods into one."""
    found: list[tuple[Cell, str, str]] = []
    for given in sorted(givens, key=lambda each: each.period or ""):
        period = "" if given.period in (None, "ETERNITY") else str(given.period)
        value = shown_value(variable, given.value)
        if found and found[-1][0] == value and period and _follows(found[-1][2], period):
            found[-1] = (value, found[-1][1], period)
        else:
            found.append((value, period, period))
    return tuple(found)


def _follows(earlier: str, later: str) -> bool:
    def number(period: str) -> int:
        return 12 * int(period[:4]) + int(period[5:7]) if len(period) == len("2026-03") else int(period)

    return len(earlier) == len(later) and number(later) == number(earlier) + 1


def shown_value(variable: Any, value: Any) -> Cell:
    """Return a value as it is read: a choice by its words, a day as text."""
    if variable.value_type is Enum:
        return str(list(variable.possible_values)[int(value)].value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    plain: Cell = value
    return plain
