"""Why a reform changes an amount: what differs between its explanation under current law and under the reform."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from openfisca_country.household.explain import Teller
from openfisca_country.household.laws import Laws
from openfisca_country.household.results import Cell, ComparedLine, Condition, Figure
from openfisca_country.household.run import Run
from openfisca_country.law.reading import in_words
from openfisca_country.law.values import DatedValue


@dataclass(frozen=True)
class SwitchedCondition:
    """A condition that is met under the one law and failed under the other.

    Attributes:
        variable: the condition's own variable.
        statement: what must hold.
        met: under the other law.
        figures: the values compared under the other law.
        acts: where it stands in the law.

    """

    variable: str
    statement: str
    met: bool
    figures: tuple[Figure, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True)
class ChangedFigure:
    """A number of the law, or an intermediate result, that differs.

    Attributes:
        label: what it is.
        before: under current law.
        after: under the other law.
        unit: of both.
        source: path of the parameter, or name of the variable.
        acts: that set the number of current law; none for an intermediate result.
        proposed: whether the new number is one that the other law sets, and not a result of it.

    """

    label: str
    before: Cell
    after: Cell
    unit: str
    source: str
    acts: tuple[str, ...]
    proposed: bool


@dataclass(frozen=True)
class ChangedRule:
    """A rule that the other law words otherwise; empty where it has none."""

    variable: str
    label: str
    before: str
    after: str
    acts: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Why one amount differs under another law.

    Attributes:
        law: name of the reform or date.
        id: whose amount.
        variable: which.
        label: in words.
        unit: of the amount.
        months: in which it differs for this reason.
        before: under current law, in the first of these months.
        after: under the other law.
        rule: the rule of the amount under the other law, in words.
        acts: where the rule of current law stands.
        conditions: that switch.
        figures: that differ.
        rules: that differ.

    """

    law: str
    id: str
    variable: str
    label: str
    unit: str
    months: tuple[str, ...]
    before: float
    after: float
    rule: str
    acts: tuple[str, ...]
    conditions: tuple[SwitchedCondition, ...]
    figures: tuple[ChangedFigure, ...]
    rules: tuple[ChangedRule, ...]


def reasons(line: ComparedLine, law: str, current: Run, other: Run) -> tuple[Reason, ...]:
    """Tell why one line differs under another law, months with the same reason together."""
    found: list[Reason] = []
    for month in current.months:
        before, after = line.baseline.get(month), line.reforms[law].get(month)
        if before is None or after is None or before == after:
            continue
        reason = _reason(line, law, current, other, month, before, after)
        if found and _same(found[-1], reason):
            found[-1] = replace(found[-1], months=(*found[-1].months, month))
        else:
            found.append(reason)
    return tuple(found)


def _same(one: Reason, other: Reason) -> bool:
    def essence(reason: Reason) -> Any:
        switched = [(each.variable, each.met) for each in reason.conditions]
        numbers = [(each.source, each.before, each.after) for each in reason.figures if each.proposed]
        return switched, numbers, reason.rules

    return bool(essence(one) == essence(other))


def _reason(line: ComparedLine, law: str, current: Run, other: Run, month: str, before: float, after: float) -> Reason:
    position = current.situation.position(line.entity, line.id)
    cell = (line.variable, month, line.entity, position)
    old, new = Teller(current), Teller(other)
    there = all(run.law_status(line.variable, month) is None for run in (current, other))
    told = [list(_conditions(each.conditions(*cell))) if there else [] for each in (old, new)]
    variable = other.system.variables[line.variable]
    return Reason(
        law=law,
        id=line.id,
        variable=line.variable,
        label=line.label,
        unit=line.unit,
        months=(month,),
        before=before,
        after=after,
        rule=in_words(variable.get_formula(month)),
        acts=old.acts(line.variable, month),
        conditions=tuple(_switched(told[0], told[1])),
        figures=(*_results(old, new, cell), *_numbers(current, other, cell)) if there else (),
        rules=tuple(_rules(old, new, cell)) if there else (),
    )


def _conditions(found: Iterable[Condition]) -> Iterator[Condition]:
    """Walk conditions and what they are made of."""
    for condition in found:
        yield condition
        yield from _conditions(condition.parts)


def _switched(old: list[Condition], new: list[Condition]) -> Iterator[SwitchedCondition]:
    """Return the conditions that switch and are not made of others that do."""
    before = {condition.variable: condition.met for condition in old}
    switching = {each.variable for each in new if before.get(each.variable, each.met) is not each.met}
    for condition in new:
        parts = {part.variable for part in _conditions(condition.parts)}
        if condition.variable in switching and not parts & switching:
            yield SwitchedCondition(
                condition.variable, condition.statement, condition.met, condition.figures, condition.acts
            )


def _results(old: Teller, new: Teller, cell: tuple[str, str, str, int]) -> Iterator[ChangedFigure]:
    """Return the intermediate results that the amount is worked out from and that differ."""
    before = {(figure.source, figure.label): figure for figure in old.figures(*cell)}
    for figure in new.figures(*cell):
        known = before.get((figure.source, figure.label))
        number = isinstance(figure.value, int | float) and not isinstance(figure.value, bool)
        if known is not None and number and known.value != figure.value and figure.source in new.variables:
            yield ChangedFigure(figure.label, known.value, figure.value, figure.unit, figure.source, (), False)


def _numbers(current: Run, other: Run, cell: tuple[str, str, str, int]) -> Iterator[ChangedFigure]:
    """Return the numbers of the law behind the amount that differ, wherever on the way they are read."""
    before, after = _numbers_behind(current, cell), _numbers_behind(other, cell)
    for path in dict.fromkeys([*after, *before]):
        old, new = before.get(path), after.get(path)
        if old is None or new is None or old.value == new.value:
            continue  # read under one law only: the rule differs, and says so itself
        yield ChangedFigure(new.label, old.value, new.value, new.unit or old.unit, path, old.acts, True)


def _numbers_behind(run: Run, cell: tuple[str, str, str, int]) -> dict[str, DatedValue]:
    """Return the last value of each number of the law that an amount rests on, by path."""
    found: dict[str, DatedValue] = {}
    for visit in run.visits([cell]):
        for number in run.walk.numbers_of_law(visit.name, visit.period):
            if number.path not in found or number.since > found[number.path].since:
                found[number.path] = number
    return found


def _rules(old: Teller, new: Teller, cell: tuple[str, str, str, int]) -> Iterator[ChangedRule]:
    """Return the rules behind the amount that another law words otherwise, each once."""
    told = set()
    for visit in new.run.visits([cell]):
        if visit.name not in told:
            told.add(visit.name)
            yield from _rule(old, new, visit.name, visit.period)


def _rule(old: Teller, new: Teller, name: str, period: str) -> Iterator[ChangedRule]:
    """Return a rule if the new law words it otherwise."""
    known = name in old.variables
    mine = new.variables[name].get_formula(period)
    theirs = old.variables[name].get_formula(period) if known else None
    if mine is not theirs and in_words(mine) != in_words(theirs):
        acts = old.acts(name, period) if known else ()
        yield ChangedRule(name, new.label(name), in_words(theirs), in_words(mine), acts)


def rules_of(laws: Laws, reform: str) -> Iterator[ChangedRule]:
    """Return the rules that a reform words otherwise, as they stand in the last month of the period."""
    other = laws.runs[reform]
    for name in laws.summaries[reform].variables:
        yield from _rule(Teller(laws.baseline), Teller(other), name, other.months[-1])
