"""Which column states what: the vocabulary and the mapping laid over the columns that a table has."""

import datetime
from dataclasses import dataclass, field

from openfisca_country.engine import ROLES
from openfisca_country.law import CountrySystem, InputError, nearest
from openfisca_country.population.tables.births import birth_cells
from openfisca_country.population.tables.cells import cells
from openfisca_country.population.tables.fitting import misfits, period_problem
from openfisca_country.population.tables.identity import Identified, advice, identified, misplaced
from openfisca_country.population.tables.rules import HOUSEHOLDS, PERSONS, Mapping, Rule
from openfisca_country.population.tables.sources import Source
from openfisca_country.population.tables.targets import Cells, Column, Target, target_of
from openfisca_country.population.tables.words import told_how

ROLE = Target("role", "choice", ROLES)
WEIGHT = Target("weight", "number", unit="household")


@dataclass(frozen=True)
class Taken:
    """A column that states something.

    Attributes:
        column: of the table.
        target: what it states.
        cells: as SQL.
        how: what is done to its values, in words.

    """

    column: str
    target: Target
    cells: Cells
    how: str


@dataclass(frozen=True)
class ColumnPlan:
    """What is read of one table.

    Attributes:
        source: the table.
        ids: ``person_id``, ``household_id`` and, where there are such, ``stratum`` and ``cluster``.
        taken: what states a variable, ``role`` and ``weight`` among them.
        keep: columns handed through.
        ignored: the other columns, each with the reason; an empty text where the user said so.

    """

    source: Source
    ids: Identified = field(hash=False)
    taken: tuple[Taken, ...]
    keep: tuple[str, ...]
    ignored: dict[str, str] = field(hash=False)


def plan_columns(
    system: CountrySystem, source: Source, mapping: Mapping, last_day: datetime.date
) -> tuple[ColumnPlan, list[InputError]]:
    """Lay vocabulary and mapping over the columns of a table.

    Args:
        system: whose variables columns may state.
        source: the table.
        mapping: what its owner says of it.
        last_day: of the period; births lie before it or on it.

    Returns:
        What is read, and everything that does not fit.

    """
    planner = _Planner(system, source, mapping, last_day)
    return planner.plan(), planner.faults


class _Planner:
    def __init__(self, system: CountrySystem, source: Source, mapping: Mapping, last_day: datetime.date) -> None:
        self.system = system
        self.source = source
        self.entity = source.entity
        self.mapping = mapping.of(source.entity)
        self.last_day = last_day
        self.faults: list[InputError] = []
        self.taken: list[Taken] = []
        self.plain: dict[str, str] = {}

    def fault(self, place: str, problem: str) -> None:
        self.faults.append(InputError(place, problem))

    def plan(self) -> ColumnPlan:
        ids = identified(self.source, self.mapping, self.faults)
        self.person_id = ids.get("person_id", ("NULL", ()))[0]
        rules = dict(self.mapping.variables)
        if self.entity == PERSONS:
            rules.setdefault("role", Rule("role", place=f"{self.entity}.role"))
        used = {name for _, names in ids.values() for name in names}
        used |= {name for rule in rules.values() for name in (rule.column, rule.on) if isinstance(name, str)}
        self.faults += misplaced(self.source, self.mapping, self.system.variables)
        ignored: dict[str, str] = dict.fromkeys(self.mapping.ignore, "")
        for name in self.source.columns:
            if name in used or name in ignored or name in self.mapping.keep:
                continue
            if name in rules:
                where = f"{self.entity}.variables.{name}"
                self.fault(
                    where,
                    f'"{rules[name].column}" is mapped to {name}, and a column {name} is there too: `ignore:` one.',
                )
            elif self.speaks_of(name):
                rules[name] = Rule(name, place=f"{self.entity}.{name}")
            else:
                ignored[name] = self.why_unknown(name)
        for name, rule in rules.items():
            self.take(name, rule)
        return ColumnPlan(self.source, ids, tuple(self.taken), self.mapping.keep, ignored)

    def speaks_of(self, name: str) -> bool:
        """Tell whether a column's name is a variable of this entity, alone or with a period."""
        variable = self.system.variables.get(name.partition("@")[0])
        weighs = name == "weight" and self.entity == HOUSEHOLDS
        return weighs or (variable is not None and variable.entity.plural == self.entity)

    def why_unknown(self, name: str) -> str:
        variable = self.system.variables.get(name.partition("@")[0])
        if variable is not None:
            return f"{name} is a variable of {variable.entity.plural}, not of {self.entity}."
        known = [each.name for each in self.system.variables.values() if each.entity.plural == self.entity]
        return f'"{name}" is not in the vocabulary.{nearest(name.partition("@")[0].lower(), known)}'

    def read_twice(self, word: str, rule: Rule) -> str | None:
        """Tell of a column that would be counted twice: only one variable may take it as it is."""
        if rule.recode is not None or rule.made_from:
            return None
        first = self.plain.setdefault(rule.column, word)
        return None if first == word else f'"{rule.column}" is mapped to {first} already: keep one of the two.'

    def take(self, name: str, rule: Rule) -> None:
        target = self.target(name, rule.place)
        kind = self.source.columns.get(rule.column)
        if kind is None:
            hint = nearest(rule.column, self.source.columns) + (advice(name) if rule.column == "role" else "")
            self.fault(rule.place, f'there is no column "{rule.column}".{hint}')
        on = rule.on if isinstance(rule.on, str) and rule.on else None
        if on is not None and on not in self.source.columns:
            hint = nearest(on, self.source.columns)
            self.fault(f"{rule.place}.on", f'there is no column "{on}".{hint}')
            return
        if target is None or kind is None:
            return
        column = self.column(rule.column, rule)
        twice = self.read_twice(name.partition("@")[0], rule)
        problems = [*misfits(target, column, rule), *([twice] if twice else [])]
        for problem in problems:
            self.fault(rule.place, problem)
        if problems:
            return
        number = len(self.taken)
        if rule.made_from:
            when = None if on is None else self.column(on, Rule(on))
            made = birth_cells(target.name, column, when, rule, self.person_id, number, self.last_day)
        else:
            made = cells(target, column, rule, number, self.last_day)
        self.taken.append(Taken(rule.column, target, made, told_how(target, rule, self.mapping.missing)))

    def column(self, name: str, rule: Rule) -> Column:
        return Column(
            name=name,
            kind=self.source.columns[name],
            missing=(*rule.missing, *self.mapping.missing),
            decimal=self.mapping.decimal,
            labels=self.source.labels.get(name, {}),
        )

    def target(self, name: str, place: str) -> Target | None:
        if name == "role" and self.entity == PERSONS:
            return ROLE
        if name == "weight" and self.entity == HOUSEHOLDS:
            return WEIGHT
        word, _, period = name.partition("@")
        variable = self.system.variables.get(word)
        if variable is None:
            known = [each.name for each in self.system.variables.values() if each.entity.plural == self.entity]
            self.fault(place, f'"{word}" is not a variable of {self.entity}.{nearest(word, known)}')
            return None
        if variable.entity.plural != self.entity:
            self.fault(place, f"{word} is a variable of {variable.entity.plural}, not of {self.entity}.")
            return None
        problem = period_problem(variable, period) if "@" in name else None
        if problem is not None:
            self.fault(place, problem)
            return None
        return target_of(variable, name)
