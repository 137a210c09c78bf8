"""Who belongs to which household, and in which role: everybody to one, nobody to two."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from openfisca_country.household.cells import MOST_HINTS, place_of
from openfisca_country.household.inputs import short, shown
from openfisca_country.law import Household, InputError
from openfisca_country.law.errors import Faults, did_you_mean, nearest_name

PERSONS = "persons"
HOUSEHOLDS = "households"
Membership = tuple[int, str]
"""The position of a household, and a role's key."""


@cache
def role_keys() -> dict[str, Any]:
    """Return the roles by the keys under which a household may name them: ``child`` and ``children`` alike."""
    keys = {}
    for role in Household.roles:
        keys[role.key] = role
        keys[role.plural or role.key] = role
    return keys


@cache
def _limits() -> dict[Any, tuple[str, int | None]]:
    """Return by the same keys a role's own key, and how many may have it in a household."""
    return {key: (role.key, role.max) for key, role in role_keys().items()}


def memberships(persons: Mapping[str, Any], households: Mapping[str, Any], faults: Faults) -> dict[str, Membership]:
    """Tell for each person where they belong; whatever is wrong goes to ``faults``.

    Args:
        persons: by id.
        households: by id, with the ids of persons under the keys of roles.
        faults: takes each fault once: a person who is missing because a name is misspelt is not told of again.

    """
    return _at_once(persons, households) or _one_by_one(persons, households, faults)


def _at_once(persons: Mapping[str, Any], households: Mapping[str, Any]) -> dict[str, Membership] | None:
    """Tell where each person belongs; nothing where anything is wrong, whatever it is."""
    roles = _limits()
    listed: list[Any] = []
    where: list[Membership] = []
    for position, entry in enumerate(households.values()):
        if type(entry) is not dict:
            return None
        before = len(listed)
        for key, value in entry.items():
            if key not in roles:
                continue
            role, most = roles[key]
            names = [value] if type(value) is str else value
            if type(names) is not list or (most and len(names) > most):
                return None
            listed += names
            where += [(position, role)] * len(names)
        if len(listed) == before:
            return None
    if set(map(type, listed)) != {str} or len(listed) != len(persons):
        return None
    found = dict(zip(listed, where, strict=True))
    return found if found.keys() == persons.keys() else None


def _one_by_one(persons: Mapping[str, Any], households: Mapping[str, Any], faults: Faults) -> dict[str, Membership]:
    """Tell where each person belongs, and say of each entry what is wrong with it."""
    found: dict[str, Membership] = {}
    unknown: list[tuple[str, str]] = []
    readable = True
    ids = list(households)
    listing: set[int] = set()
    misplaced: set[str] = set()
    for position, (household, entry) in enumerate(households.items()):
        if not isinstance(entry, Mapping):
            readable = False
            continue
        for key, role in role_keys().items():
            if key not in entry:
                continue
            names = _listed(entry[key], role, (household, key), faults)
            readable = readable and names is not None
            for name in names or ():
                listing.add(position)
                if name not in persons:
                    unknown.append((place_of(HOUSEHOLDS, household, key), name))
                elif name in found:
                    home, other = found[name]
                    problem = f"{shown(name)} is already in {place_of(HOUSEHOLDS, ids[home])} as {other}."
                    place = place_of(HOUSEHOLDS, household, key)
                    faults.add(InputError(place, problem, "each person once", shown(name)))
                else:
                    found[name] = (position, role.key)
        for name in _under_misspelt_roles(entry, persons):
            listing.add(position)
            misplaced.add(name)
    left = {name: entry for name, entry in persons.items() if name not in found and name not in misplaced}
    for number, (place, name) in enumerate(unknown):
        near = (nearest_name(name, left) or nearest_name(name, persons)) if number < MOST_HINTS else ""
        left.pop(near, None)
        problem = f"{shown(name)} is not one of the persons.{did_you_mean(near)}"
        faults.add(InputError(place, problem, "the id of a person", shown(name), near))
    if readable:
        _check_nobody_left(left, faults)
        if not left:
            _check_nobody_empty(ids, listing, faults)
    return found


def _listed(value: Any, role: Any, where: tuple[str, str], faults: Faults) -> list[str] | None:
    """Return the persons listed in a role, or nothing if they cannot be told."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        problem = f"expected a list of person ids, got {kind_of(value)}."
        faults.add(InputError(place_of(HOUSEHOLDS, *where), problem, "a list of person ids", kind_of(value)))
        return None
    if role.max and len(names) > role.max:
        problem = f"there can be only one {role.key}, got {len(names)}: {short(', '.join(names))}."
        faults.add(InputError(place_of(HOUSEHOLDS, *where), problem, f"one {role.key}", f"{len(names)}"))
    return list(names)


def _under_misspelt_roles(entry: Mapping[str, Any], persons: Mapping[str, Any]) -> Iterator[str]:
    """Return who stands under a key that is no role: the key is refused as such, and they are not missing."""
    for key, value in entry.items():
        if isinstance(value, list | tuple) and key not in role_keys():
            yield from (each for each in value if isinstance(each, str) and each in persons)


def _check_nobody_left(left: Mapping[str, Any], faults: Faults) -> None:
    roles = ", ".join(role.plural or role.key for role in Household.roles)
    for name, entry in left.items():
        if not isinstance(entry, Mapping):  # refused already, in the same place
            continue
        problem = f"is in no household: list this person under {roles} of one."
        faults.add(InputError(place_of(PERSONS, name), problem, f"one of {roles} of a household"))


def _check_nobody_empty(ids: list[str], listing: set[int], faults: Faults) -> None:
    if len(listing) == len(ids):
        return
    roles = ", ".join(role.plural or role.key for role in Household.roles)
    for position, name in enumerate(ids):
        if position not in listing:
            problem = f"has no members: list them under {roles}, or leave the household out."
            faults.add(InputError(place_of(HOUSEHOLDS, name), problem, "at least one member", "none"))


def kind_of(value: Any) -> str:
    """Name the kind of a JSON value in words."""
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
