"""Reading one situation: persons, households, what is given and what is asked. Nothing is guessed."""

import calendar
import datetime
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.belonging import HOUSEHOLDS, PERSONS, kind_of, memberships, role_keys
from openfisca_country.household.cells import LONGEST_ID, PLAIN, Asked, CellReader, Cells, Given, Stated, place_of
from openfisca_country.household.inputs import last_month, shown
from openfisca_country.household.json_text import load_situation, no_situation, parse_situation
from openfisca_country.law import InputError
from openfisca_country.law.errors import Faults, did_you_mean, nearest_name

__all__ = [
    "HOUSEHOLDS",
    "PERSONS",
    "Asked",
    "Cells",
    "Given",
    "Situation",
    "copied",
    "load_situation",
    "parse_situation",
    "read_situation",
]


@dataclass(frozen=True)
class Situation:
    """A checked situation.

    Attributes:
        persons: ids in the order given.
        households: ids in the order given.
        members: for each person, the household's position.
        roles: for each person, the role's key.
        stated: values stated, by variable and period, each with the positions of those of whom it is stated.
        asked: values left open.
        source: the situation as it came, untouched.

    """

    persons: tuple[str, ...]
    households: tuple[str, ...]
    members: tuple[int, ...]
    roles: tuple[str, ...]
    stated: Stated = field(hash=False)
    asked: tuple[Asked, ...]
    source: dict[str, Any] = field(hash=False)

    def ids(self, entity: str) -> tuple[str, ...]:
        """Return the ids of an entity, by its plural."""
        return self.persons if entity == PERSONS else self.households

    def position(self, entity: str, name: str) -> int:
        """Return where a person or household stands in its arrays."""
        return self.positions[entity][name]

    @cached_property
    def positions(self) -> dict[str, dict[str, int]]:
        """Where each person and household stands in its arrays, by the entity's plural and the id."""
        return {entity: {name: at for at, name in enumerate(self.ids(entity))} for entity in (PERSONS, HOUSEHOLDS)}

    @cached_property
    def questions(self) -> dict[tuple[str, str | None], list[Asked]]:
        """The values left open, by variable and period as it stands there."""
        found: dict[tuple[str, str | None], list[Asked]] = {}
        for each in self.asked:
            found.setdefault((each.variable, each.period), []).append(each)
        return found

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """The values stated, in the order in which they stand."""
        values = {
            (name, period, position): value
            for name, by_period in self.stated.items()
            for period, cells in by_period.items()
            for position, value in zip(cells.positions, cells.values, strict=True)
        }
        return tuple(
            Given(entity, name, key, period, values[key, period, position])
            for entity in (PERSONS, HOUSEHOLDS)
            for position, (name, entry) in enumerate(self.source[entity].items())
            for key, period in _places_of_values(entry)
            if (key, period, position) in values
        )


def _places_of_values(entry: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    for key, value in entry.items():
        for period in value if isinstance(value, Mapping) else (None,):
            yield key, None if period is None or str(period).upper() == "ETERNITY" else str(period)


def read_situation(
    system: TaxBenefitSystem, content: Mapping[str, Any], period: str | None = None, *, keep: bool = False
) -> Situation:
    """Check a situation against a country's vocabulary.

    Args:
        system: whose variables it may name.
        content: OpenFisca's situation, already parsed; a bare value stands for every period.
        period: a month or a year that is asked beside it, checked; with it, births after all that is asked are refused.
        keep: the content itself instead of a copy, where nobody will change it from now on.

    Raises:
        InputErrors: everything that is wrong, each thing with its place.

    """
    if not isinstance(content, Mapping):
        raise no_situation(content)
    faults = Faults()
    misspelt = _check_keys(content, faults)
    persons = _instances(content, PERSONS, misspelt, faults)
    households = _instances(content, HOUSEHOLDS, misspelt, faults)
    reader = CellReader(system, faults)
    reader.read(PERSONS, persons)
    reader.read(HOUSEHOLDS, households, roles=tuple(role_keys()))
    belonging = memberships(persons, households, faults) if persons and households else {}
    stated = reader.stated
    if period is not None:
        asked = {period, *(each.period for each in reader.asked if each.period and each.period != "ETERNITY")}
        _check_births(stated, tuple(persons), _last_day(asked), faults)
    faults.settle()
    return Situation(
        persons=tuple(persons),
        households=tuple(households),
        members=tuple(belonging[name][0] for name in persons),
        roles=tuple(belonging[name][1] for name in persons),
        stated=stated,
        asked=tuple(reader.asked),
        source=dict(content) if keep and reader.plain else copied(content),
    )


def _check_keys(content: Mapping[str, Any], faults: Faults) -> set[str]:
    """Refuse all but persons and households; return which of the two is there, but misspelt."""
    misspelt = set()
    for key in content:
        if key in (PERSONS, HOUSEHOLDS):
            continue
        near = nearest_name(str(key), (PERSONS, HOUSEHOLDS))
        misspelt.add(near)
        hint = did_you_mean(near)
        if key == "axes":
            hint = " To walk a fact along a range, as axes do, ask `incentives`."
        problem = f"a situation has only persons and households.{hint}"
        faults.add(InputError(place_of(key), problem, "persons or households", shown(str(key)), near))
    return misspelt


def _instances(content: Mapping[str, Any], entity: str, misspelt: set[str], faults: Faults) -> dict[str, Any]:
    found, one = content.get(entity), entity[:-1]
    expected = f"an object with one entry a {one}"
    if found is None:
        if entity not in misspelt:
            problem = f"is missing: a situation has persons and households, and this one has no {entity}."
            faults.add(InputError(entity, problem, expected, "nothing"))
        return {}
    if not isinstance(found, Mapping):
        problem = f"expected {expected}, got {kind_of(found)}."
        faults.add(InputError(entity, problem, expected, kind_of(found)))
        return {}
    if not found:
        faults.add(InputError(entity, f"is empty: name at least one {one}.", expected, "an empty object"))
    if _are_plain(found):
        return dict(found)
    for name, entry in found.items():
        _check_id(entity, name, faults)
        if not isinstance(entry, Mapping):
            problem = f"expected an object of variables, got {kind_of(entry)}."
            faults.add(InputError(place_of(entity, name), problem, "an object of variables", kind_of(entry)))
    return dict(found)


def _are_plain(entries: Mapping[Any, Any]) -> bool:
    """Tell at one glance at all whether the ids are texts as they should be, and the entries objects."""
    return (
        set(map(type, entries)) == {str}
        and "".join(entries).isprintable()
        and all(map(str.strip, entries))
        and max(map(len, entries)) <= LONGEST_ID
        and set(map(type, entries.values())) == {dict}
    )


def _check_id(entity: str, name: Any, faults: Faults) -> None:
    if isinstance(name, str) and name.isprintable() and name.strip() and len(name) <= LONGEST_ID:
        return
    one, expected = entity[:-1], f"a text of 1 to {LONGEST_ID} characters"
    if not isinstance(name, str):
        problem = f"the id of a {one} is a text, got {shown(name)}."
    elif not name.strip():
        problem = f"the id of a {one} is empty: give each {one} a name or a number of its own."
    elif len(name) > LONGEST_ID:
        problem = f"the id of a {one} has {len(name)} characters: {LONGEST_ID} are the most."
    elif any(unicodedata.category(each) in ("Cc", "Cs") for each in name):
        problem = f"the id of a {one} holds a control character or half of one: {shown(name)}."
    else:  # a space of another width, a mark of direction: letters of some language need them
        return
    faults.add(InputError(entity, problem, expected, shown(name)))


def copied(content: Mapping[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return a copy of a checked situation, which shares with it nothing that can change."""
    return {
        entity: {
            name: {key: value if type(value) in PLAIN else _copy_of(value) for key, value in entry.items()}
            for name, entry in entries.items()
        }
        for entity, entries in content.items()
    }


def _copy_of(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return list(value)
    if not isinstance(value, Mapping):
        return value
    if len(value) == 1:
        (key,) = value
        return {"ETERNITY" if str(key).upper() == "ETERNITY" else key: value[key]}
    return dict(value)


def _check_births(stated: Stated, persons: Sequence[str], last_day: datetime.date, faults: Faults) -> None:
    """Refuse births after the last day asked: such a person is in nobody's household yet."""
    for cells in stated.get("birth_date", {}).values():
        for position, born in zip(cells.positions, cells.values, strict=True):
            if born > last_day:
                problem = f"{born} lies after {last_day}, the last day asked."
                place = place_of(PERSONS, persons[position], "birth_date")
                faults.add(InputError(place, problem, f"a day up to {last_day}", f"{born}"))


def _last_day(periods: Iterable[str]) -> datetime.date:
    """Return the last day of the latest of some months and years."""
    year, month = map(int, max(last_month(each) for each in periods).split("-"))
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
