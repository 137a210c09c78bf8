"""What a situation states and what it asks, cell by cell, each checked as its variable wants it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.inputs import Check, check_period, checker_of, short, shown
from openfisca_country.law import InputError
from openfisca_country.law.errors import Faults, did_you_mean, nearest_name

PLAIN = {str, int, float, bool, type(None)}
"""The types of single values."""
_ALONE = object()
"""Stands for the period of a value that is written alone."""
LONGEST_ID = 200
MOST_HINTS = 20
"""For how many faults the right name is looked for: each search goes through all names."""


class Given(NamedTuple):
    """A value that the situation states.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        period: ``2026-03`` or ``2026``; nothing for a value that holds in every period.
        value: checked, as the variable holds it.

    """

    entity: str
    id: str
    variable: str
    period: str | None
    value: Any


class Asked(NamedTuple):
    """A value that the situation leaves open with ``null``.

    Attributes:
        entity: ``persons`` or ``households``.
        id: whose.
        variable: which.
        period: ``2026-03``, ``2026`` or ``ETERNITY``; nothing for every period asked of the command.

    """

    entity: str
    id: str
    variable: str
    period: str | None


@dataclass(frozen=True)
class Cells:
    """What is stated of one variable in one period, or in every period.

    Attributes:
        positions: of whom, in the order of the situation.
        values: one for each position, checked, as the variable holds them.

    """

    positions: list[int] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)


Stated = dict[str, dict[str | None, Cells]]
"""Cells by variable and period; under no period, what holds in every period."""


class CellReader:
    """Reads the entries of persons and households; what is wrong goes to ``faults``, and reading goes on.

    Attributes:
        asked: the values left open, in their order.
        plain: whether all stands as an answer shows it: each period in its usual letters, each entry a dictionary.

    """

    def __init__(self, system: TaxBenefitSystem, faults: Faults) -> None:
        self.system = system
        self.faults = faults
        self.plain = True
        self.asked: list[Asked] = []
        self._stated: Stated = {}

    @property
    def stated(self) -> Stated:
        """What is stated so far: no variable, and no period, that holds nothing."""
        held = {
            name: {period: cells for period, cells in by_period.items() if cells.positions}
            for name, by_period in self._stated.items()
        }
        return {name: by_period for name, by_period in held.items() if by_period}

    def read(self, entity: str, entries: Mapping[str, Any], roles: tuple[str, ...] = ()) -> None:
        """Read the entries of one entity; the keys of roles are left to others."""
        if not self._read_at_once(entity, entries, roles):
            self.plain = False
            self._read_one_by_one(entity, entries, roles)

    def _read_at_once(self, entity: str, entries: Mapping[str, Any], roles: tuple[str, ...]) -> bool:
        """Read entries column by column, where nothing is wrong and nothing unusual; take none of them elsewhere."""
        columns = _Columns(roles)
        if not columns.gather(entries):
            return False
        stated: Stated = {}
        try:
            for name, by_key in columns.cells.items():
                variable = self.system.variables.get(name)
                if variable is None or variable.entity.plural != entity:
                    return False
                check = checker_of(variable)
                by_period = stated[name] = {}
                for key, (positions, values) in by_key.items():
                    held = None if key is _ALONE else check_period(variable, key, "")
                    if held != key and held is not None:  # in other letters
                        return False
                    held = None if held == "ETERNITY" else held
                    if held in by_period:
                        return False
                    by_period[held] = Cells(positions, _all_checked(check, values))
        except InputError:
            return False
        self._stated |= stated
        self.asked += [
            Asked(entity, name, variable, None if key is _ALONE else key) for name, variable, key in columns.asked
        ]
        return True

    def _read_one_by_one(self, entity: str, entries: Mapping[str, Any], roles: tuple[str, ...]) -> None:
        """Read entries cell by cell, and say of each what is wrong with it."""
        columns: dict[Any, _Column | InputError | None] = dict.fromkeys(roles)
        for position, (name, entry) in enumerate(entries.items()):
            if not isinstance(entry, Mapping):
                continue
            for key, value in entry.items():
                if key not in columns:
                    columns[key] = self._column(entity, str(key), roles)
                column = columns[key]
                if column is None:
                    continue
                if isinstance(column, InputError):
                    self.faults.add(column.at(place_of(entity, name, key)))
                elif type(value) in PLAIN or not isinstance(value, Mapping):
                    self._take(column, _Whose(entity, name, position), _ALONE, value)
                elif value:
                    whose = _Whose(entity, name, position)
                    for period, each in value.items():
                        self._take(column, whose, period, each)
                else:
                    problem = "is an empty object: write a value, or null to ask for it."
                    place = place_of(entity, name, key)
                    self.faults.add(InputError(place, problem, "a value or null", "an empty object"))

    def _take(self, column: "_Column", whose: "_Whose", key: Any, value: Any) -> None:
        """Take one cell."""
        try:
            period = column.periods.get(key) or column.add_period(key)
            if value is None:
                self.asked.append(Asked(whose.entity, whose.id, column.name, period.name))
                return
            checked = column.check(value)
            positions = period.cells.positions
            if positions and positions[-1] == whose.position:  # under a key that says the same in other letters
                raise InputError("", "stands twice; keep one.")
            positions.append(whose.position)
            period.cells.values.append(checked)
        except InputError as error:
            period_too = () if key is _ALONE else (key,)
            self.faults.add(error.at(place_of(whose.entity, whose.id, column.name, *period_too)))

    def _column(self, entity: str, name: str, roles: tuple[str, ...]) -> "_Column | InputError":
        """Return how a variable is read, or what is wrong with naming it here."""
        variable = self.system.variables.get(name)
        if variable is None:
            known = [each.name for each in self.system.variables.values() if each.entity.plural == entity]
            near = nearest_name(name, [*known, *roles]) if len(self.faults) < MOST_HINTS else ""
            kind = "a role or a variable" if roles else "a variable"
            problem = f"{shown(name)} is not {kind} of {entity}.{did_you_mean(near)}"
            return InputError("", problem, f"{kind} of {entity}", shown(name), near)
        if variable.entity.plural != entity:
            problem = f"{name} is a variable of {variable.entity.plural}, not of {entity}."
            return InputError("", problem, f"a variable of {entity}", f"a variable of {variable.entity.plural}")
        return _Column(variable, self._stated.setdefault(name, {}))


class _Columns:
    """The cells of one entity as they stand, by variable and key of the period.

    Attributes:
        cells: positions and values of those stated.
        asked: id, variable and key of the period of those left open, in their order.

    """

    def __init__(self, roles: tuple[str, ...]) -> None:
        self.roles = frozenset(roles)
        self.cells: dict[Any, dict[Any, tuple[list[int], list[Any]]]] = {}
        self.asked: list[tuple[str, Any, Any]] = []

    def gather(self, entries: Mapping[str, Any]) -> bool:
        """Take all cells, in a loop that does little for each; tell whether all are such that it could."""
        roles, columns, asked = self.roles, self.cells, self.asked
        for position, (name, entry) in enumerate(entries.items()):
            if type(entry) is not dict:
                return False
            for key, value in entry.items():
                if key in roles:
                    continue
                column = columns.get(key)
                if column is None:
                    column = columns[key] = {}
                by_period = value if type(value) is dict else {_ALONE: value}
                if not by_period:
                    return False
                for period, each in by_period.items():
                    cells = column.get(period)
                    if cells is None:
                        cells = column[period] = ([], [])
                    if each is None:
                        asked.append((name, key, period))
                    else:
                        cells[0].append(position)
                        cells[1].append(each)
        return True


def _all_checked(check: Check, values: list[Any]) -> list[Any]:
    """Return values as their variable holds them; of equal texts, one is checked for all."""
    if set(map(type, values)) == {str}:
        known = {text: check(text) for text in set(values)}
        return [known[text] for text in values]
    return list(map(check, values))


class _Whose(NamedTuple):
    """A person or household: its entity, its id, where it stands."""

    entity: str
    id: str
    position: int


class _Period(NamedTuple):
    """The cells of one column in one period, and the period's name as it is asked by."""

    name: str | None
    cells: Cells


class _Column:
    """One variable, as it is read: each name, and each period, is looked up once."""

    __slots__ = ("by_period", "check", "name", "periods", "variable")

    def __init__(self, variable: Any, by_period: dict[str | None, Cells]) -> None:
        self.variable = variable
        self.name: str = variable.name
        self.check: Check = checker_of(variable)
        self.by_period = by_period
        self.periods: dict[Any, _Period] = {}

    def add_period(self, key: Any) -> _Period:
        name = None if key is _ALONE else check_period(self.variable, key, "")
        held = None if name == "ETERNITY" else name
        self.periods[key] = _Period(name, self.by_period.setdefault(held, Cells()))
        return self.periods[key]


def place_of(*parts: Any) -> str:
    """Return where something stands: ``persons.ali.wage.2026-03``."""
    return ".".join(short(str(part), LONGEST_ID) for part in parts)
