"""Reading one situation: persons, households, what is given and what is asked. Nothing is guessed."""

import copy
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.inputs import check_period, check_value, read_period
from openfisca_country.law import Household, InputError, nearest

PERSONS = "persons"
HOUSEHOLDS = "households"


@dataclass(frozen=True)
class Given:
    """A value that the situation states.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        period: ``2026-03``, ``2026`` or ``ETERNITY``; nothing for a value that holds in every period.
        value: checked, as the variable holds it.

    """

    entity: str
    id: str
    variable: str
    period: str | None
    value: Any


@dataclass(frozen=True)
class Asked:
    """A value that the situation leaves open with ``null``.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        period: when; nothing for every period asked of the command.

    """

    entity: str
    id: str
    variable: str
    period: str | None


@dataclass(frozen=True)
class Situation:
    """A checked situation.

    Attributes:
        persons: ids in the order given.
        households: ids in the order given.
        members: for each person, the household's position.
        roles: for each person, the role's key.
        given: values stated.
        asked: values left open.
        source: the situation as it came, untouched.

    """

    persons: tuple[str, ...]
    households: tuple[str, ...]
    members: tuple[int, ...]
    roles: tuple[str, ...]
    given: tuple[Given, ...]
    asked: tuple[Asked, ...]
    source: dict[str, Any] = field(hash=False)

    def ids(self, entity: str) -> tuple[str, ...]:
        """Return the ids of an entity, by its plural."""
        return self.persons if entity == PERSONS else self.households


def load_situation(path: Path) -> dict[str, Any]:
    """Read a situation from a JSON file, as it stands.

    Raises:
        InputError: the file cannot be read, is not JSON, names a key twice, or holds NaN or Infinity.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError("", f"{path}: cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise InputError("", f"{path}: is not a UTF-8 text file.") from None
    return parse_situation(text, str(path))


def parse_situation(text: str, name: str) -> dict[str, Any]:
    """Read a situation from JSON text; ``name`` says where it came from. Errors as for `load_situation`."""
    if not text.strip():
        raise InputError("", f"{name}: is empty; a situation starts with {{ and has persons and households.")
    try:
        content = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InputError("", f"{name}: is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.") from None
    except InputError as error:
        raise InputError("", f"{name}: {error}") from None
    except RecursionError:
        raise InputError("", f"{name}: is nested too deeply to be a situation.") from None
    except ValueError:
        raise InputError("", f"{name}: holds a number with too many digits.") from None
    if not isinstance(content, dict):
        raise InputError("", f"{name}: a situation is an object with persons and households, not {_kind(content)}.")
    return content


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, value in pairs:
        if key in content:
            raise InputError("", f'"{key}" stands twice in the same object; keep one.')
        content[key] = value
    return content


def _no_constant(constant: str) -> Any:
    raise InputError("", f"{constant} is not a number that can be used; leave the line out if it is not known.")


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def read_situation(system: TaxBenefitSystem, content: Mapping[str, Any]) -> Situation:
    """Check a situation against a country's vocabulary.

    Args:
        system: whose variables it may name.
        content: OpenFisca's situation, already parsed; a bare value stands for every period.

    Raises:
        InputError: at the first thing that is wrong, with its place.

    """
    if not isinstance(content, Mapping):
        raise InputError("", f"a situation is an object with persons and households, not {_kind(content)}.")
    for key in content:
        if key not in (PERSONS, HOUSEHOLDS):
            raise InputError(
                str(key), f"a situation has only persons and households.{nearest(str(key), (PERSONS, HOUSEHOLDS))}"
            )
    persons = _instances(content, PERSONS)
    households = _instances(content, HOUSEHOLDS)
    reader = _Reader(system)
    for name, entry in persons.items():
        reader.read(PERSONS, name, entry, skip=())
    for name, entry in households.items():
        reader.read(HOUSEHOLDS, name, entry, skip=tuple(_role_keys()))
    members = _memberships(persons, households)
    order = list(households)
    return Situation(
        persons=tuple(persons),
        households=tuple(order),
        members=tuple(order.index(members[name][0]) for name in persons),
        roles=tuple(members[name][1] for name in persons),
        given=tuple(reader.given),
        asked=tuple(reader.asked),
        source=copy.deepcopy(dict(content)),
    )


def _instances(content: Mapping[str, Any], entity: str) -> dict[str, Mapping[str, Any]]:
    found = content.get(entity)
    if found is None:
        raise InputError(entity, f"is missing: a situation has persons and households, and this one has no {entity}.")
    if not isinstance(found, Mapping):
        raise InputError(entity, f"expected an object with one entry a {entity[:-1]}, got {_kind(found)}.")
    if not found:
        raise InputError(entity, f"is empty: name at least one {entity[:-1]}.")
    for name, entry in found.items():
        if not isinstance(entry, Mapping):
            raise InputError(f"{entity}.{name}", f"expected an object of variables, got {_kind(entry)}.")
    return dict(found)


def _role_keys() -> dict[str, Any]:
    keys = {}
    for role in Household.roles:
        keys[role.key] = role
        keys[role.plural or role.key] = role
    return keys


def _memberships(persons: Mapping[str, Any], households: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for household, entry in households.items():
        for key, role in _role_keys().items():
            if key not in entry:
                continue
            place = f"{HOUSEHOLDS}.{household}.{key}"
            for person in _listed(entry[key], role, place):
                if person not in persons:
                    raise InputError(place, f'"{person}" is not one of the persons.{nearest(person, persons)}')
                if person in found:
                    raise InputError(
                        place, f'"{person}" is already in {HOUSEHOLDS}.{found[person][0]} as {found[person][1]}.'
                    )
                found[person] = (household, role.key)
    for person in persons:
        if person not in found:
            roles = ", ".join(role.plural or role.key for role in Household.roles)
            raise InputError(f"{PERSONS}.{person}", f"is in no household: list this person under {roles} of one.")
    return found


def _listed(value: Any, role: Any, place: str) -> list[str]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise InputError(place, f"expected a list of person ids, got {_kind(value)}.")
    if role.max and len(names) > role.max:
        raise InputError(place, f"there can be only one {role.key}, got {len(names)}: {', '.join(names)}.")
    return names


class _Reader:
    """Collects what is given and what is asked, checking each name, period and value."""

    def __init__(self, system: TaxBenefitSystem) -> None:
        self.system = system
        self.given: list[Given] = []
        self.asked: list[Asked] = []

    def read(self, entity: str, name: str, entry: Mapping[str, Any], skip: tuple[str, ...]) -> None:
        for key, value in entry.items():
            if key in skip:
                continue
            place = f"{entity}.{name}.{key}"
            variable = self.variable(entity, str(key), place)
            if not isinstance(value, Mapping):
                self.take(entity, name, variable, None, value, place)
                continue
            if not value:
                raise InputError(place, "is an empty object: write a value, or null to ask for it.")
            for period, cell in value.items():
                where = f"{place}.{period}"
                self.take(entity, name, variable, check_period(variable, period, where), cell, where)

    def variable(self, entity: str, name: str, place: str) -> Any:
        variable = self.system.variables.get(name)
        if variable is None:
            known = [each.name for each in self.system.variables.values() if each.entity.plural == entity]
            roles = list(_role_keys()) if entity == HOUSEHOLDS else []
            kind = "a role or a variable" if entity == HOUSEHOLDS else "a variable"
            raise InputError(place, f'"{name}" is not {kind} of {entity}.{nearest(name, [*known, *roles])}')
        if variable.entity.plural != entity:
            raise InputError(place, f"{name} is a variable of {variable.entity.plural}, not of {entity}.")
        return variable

    def take(self, entity: str, name: str, variable: Any, period: str | None, value: Any, place: str) -> None:
        if value is None:
            self.asked.append(Asked(entity, name, variable.name, period))
        else:
            self.given.append(Given(entity, name, variable.name, period, check_value(variable, value, place)))


def check_births(situation: Situation, last_day: datetime.date) -> None:
    """Refuse a birth after the last day asked: such a person is in nobody's household yet."""
    for given in situation.given:
        if given.variable == "birth_date" and given.value > last_day:
            raise InputError(
                f"{PERSONS}.{given.id}.birth_date", f"{given.value} lies after {last_day}, the last day asked."
            )


def check_asked_period(text: str) -> Any:
    """Tell whether a command's period is a month or a year; raise `InputError` otherwise."""
    return read_period(text, "period")
