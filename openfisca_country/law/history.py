"""What changed in the law between two dates, and what rests on an act."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openfisca_country.law.catalogue import load_country
from openfisca_country.law.errors import LawError, nearest
from openfisca_country.law.instruments import Instrument, read_day
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.reading import in_words
from openfisca_country.law.system import CountrySystem
from openfisca_country.law.values import value_at


@dataclass(frozen=True)
class ChangeOfLaw:
    """A number or a rule that changed.

    Attributes:
        day: from when it holds.
        path: of the parameter, or name of the variable.
        label: in words.
        kind: ``value``, ``rule`` or ``end``.
        old: the number before; for a rule, its words before; nothing where there was none.
        new: the number since; for a rule, its words since; nothing where it ended.
        unit: of a number.
        acts: that set the new one.

    """

    day: str
    path: str
    label: str
    kind: str
    old: Any
    new: Any
    unit: str
    acts: tuple[str, ...]


def changes(country: str | CountrySystem, start: str, end: str) -> list[ChangeOfLaw]:
    """List what changed in a country's law after one date, up to another.

    Args:
        country: its name, or its system.
        start: a day (``2024-06-30``) or a month, whose last day is meant; what holds then is the old law.
        end: a day or a month; what came into force up to its last day is listed.

    Returns:
        Values old beside new and formulas that took over, by date.

    Raises:
        LawError: a date is none, or they are in the wrong order.

    """
    system = load_country(country)
    first, last = _last_day(start), _last_day(end)
    if first >= last:
        raise LawError(f"{start} does not lie before {end}: name the earlier date first.")
    found = [*_values(system, first, last), *_rules(system, first, last)]
    return sorted(found, key=lambda change: (change.day, change.kind != "value", change.path))


def _last_day(text: str) -> str:
    if len(text) == len("2024-06"):
        first = read_day(f"{text}-01", "the date")
        assert first is not None  # a text is never read as nothing
        following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return (following - datetime.timedelta(days=1)).isoformat()
    read_day(text, "the date")
    return text


def _values(system: CountrySystem, first: str, last: str) -> Iterator[ChangeOfLaw]:
    for parameter in leaf_parameters(system.parameters):
        for entry in parameter.values_list:
            if not first < entry.instant_str <= last:
                continue
            new = value_at(parameter, entry.instant_str)
            day_before = (datetime.date.fromisoformat(entry.instant_str) - datetime.timedelta(days=1)).isoformat()
            old = value_at(parameter, day_before)
            before = old.value if old else None
            if new is not None and new.value != before:
                label, unit = parameter.description or parameter.name, new.unit
                yield ChangeOfLaw(entry.instant_str, parameter.name, label, "value", before, new.value, unit, new.acts)


def _rules(system: CountrySystem, first: str, last: str) -> Iterator[ChangeOfLaw]:
    for name, variable in system.variables.items():
        acts = tuple(citation.short for citation in variable.citations)
        label = variable.label or name
        before = None
        for day, formula in variable.formulas.items():
            if first < day <= last:
                words = in_words(formula)
                named = tuple(act for act in acts if act in words) or acts
                yield ChangeOfLaw(day, name, label, "rule", in_words(before) or None, words, "", named)
            before = formula
        if variable.end is not None and first < variable.end.isoformat() <= last and before is not None:
            yield ChangeOfLaw(variable.end.isoformat(), name, label, "end", in_words(before), None, "", acts)


@dataclass(frozen=True)
class Provision:
    """Something of the law that rests on an act.

    Attributes:
        article: of the act; empty where only the act is cited.
        kind: ``value``, ``condition``, ``rule`` or ``input``.
        path: of the parameter, or name of the variable.
        label: in words.
        values: of a parameter: day and value, those that cite the act.
        unit: of the values.

    """

    article: str
    kind: str
    path: str
    label: str
    values: tuple[tuple[str, Any], ...]
    unit: str


@dataclass(frozen=True)
class ActInLaw:
    """An act, and every provision of the law as encoded that rests on it, by article.

    Attributes:
        instrument: the act, as the register has it.
        provisions: what rests on it.

    """

    instrument: Instrument
    provisions: tuple[Provision, ...]


def act(country: str | CountrySystem, name: str) -> ActInLaw:
    """List every parameter, rule and condition that rests on an instrument, by article.

    Args:
        country: its name, or its system.
        name: the instrument's id in the register (``UP126``).

    Raises:
        LawError: there is no such instrument; the nearest id is offered.

    """
    system = load_country(country)
    known = system.book.instruments
    if name not in known:
        raise LawError(f'"{name}" is not in the register of instruments of this country.{nearest(name, known)}')
    found = [*_parameters_on(system, name), *_variables_on(system, name)]
    return ActInLaw(known[name], tuple(sorted(found, key=lambda each: (each.article, each.kind, each.path))))


def _parameters_on(system: CountrySystem, name: str) -> Iterator[Provision]:
    for parameter in leaf_parameters(system.parameters):
        by_article: dict[str, list[tuple[str, Any]]] = {}
        unit = ""
        for entry in reversed(parameter.values_list):
            value = value_at(parameter, entry.instant_str)
            for cited in value.acts if value else ():
                instrument, _, article = cited.partition(" ")
                if instrument == name and value:
                    unit = value.unit
                    by_article.setdefault(article.strip(), []).append((entry.instant_str, value.value))
        for article, values in by_article.items():
            label = parameter.description or parameter.name
            yield Provision(article, "value", parameter.name, label, tuple(values), unit)


def _variables_on(system: CountrySystem, name: str) -> Iterator[Provision]:
    for variable in system.variables.values():
        for citation in variable.citations:
            if citation.instrument.id == name:
                kind = "input" if not variable.formulas else "condition" if variable.value_type is bool else "rule"
                yield Provision(citation.article, kind, variable.name, variable.label or variable.name, (), "")
