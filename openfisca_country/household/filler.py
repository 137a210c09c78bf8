"""Answering what situations ask, several of them in one block, in plain values."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import evaluate
from openfisca_country.household.cells import place_of
from openfisca_country.household.inputs import last_month
from openfisca_country.household.results import Status
from openfisca_country.household.run import checked_situation, periods_of
from openfisca_country.household.simulation import block_of, cells_of
from openfisca_country.household.situation import HOUSEHOLDS, PERSONS, Asked, Situation
from openfisca_country.household.status import LawStatus
from openfisca_country.law import InputError, InputErrors
from openfisca_country.law.errors import Faults

Question = tuple[str, str]
"""A variable and one period in which it answers."""


@dataclass(frozen=True)
class Unanswered:
    """A cell that was asked and stays ``null``.

    Attributes:
        place: ``persons.ali.child_allowance.2012-01``.
        status: not modelled, or not in the law of that date.

    """

    place: str
    status: Status


@dataclass(frozen=True)
class Answer:
    """What one situation asked.

    Attributes:
        situation: with its nulls filled, in OpenFisca's own form.
        unanswered: what stays ``null``, and why.
        warnings: what the reader must know.

    """

    situation: dict[str, Any] = field(hash=False)
    unanswered: tuple[Unanswered, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class _Column:
    """The answers to one question.

    Attributes:
        values: one a person or household of the block; nothing where there are none.
        status: why there are none.
        finite: whether every value is a number, or none is meant to be.

    """

    values: list[Any] | None
    status: Status | None = None
    finite: bool = True


class Filler:
    """One law, asked for one period.

    Args:
        system: a country's law, or a reform of it.
        period: a month or a year, checked; in each month of it a bare ``null`` is answered.

    """

    def __init__(self, system: TaxBenefitSystem, period: str) -> None:
        self.system = system
        self.period = period
        self.status = LawStatus(system)
        self._periods_known: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def read(self, content: Mapping[str, Any], *, keep: bool = False) -> Situation:
        """Check a situation, and keep it instead of a copy if it may be kept; errors as for `checked_situation`."""
        return checked_situation(self.system, content, self.period, keep=keep)

    def kind_of(self, situation: Situation) -> Any:
        """Return what situations must have in common to be answered together.

        They ask the same, so that none waits for what another asks; and they state the same results for everybody, so
        that no rule that one of them does not need, and that perhaps cannot be run, is run for it with the others'.
        """
        stated = set()
        for name, by_period in situation.stated.items():
            variable = self.system.variables[name]
            if variable.formulas:
                count = len(situation.ids(variable.entity.plural))
                always = set(by_period[None].positions) if None in by_period else set()
                stated |= {
                    (name, period) for period, cells in by_period.items() if len(always.union(cells.positions)) == count
                }
        return frozenset(situation.questions), frozenset(stated)

    def answers(self, situations: Sequence[Situation]) -> list[Answer | InputErrors]:
        """Answer situations together, each as if it were alone; an error for one in which a rule divides by zero.

        Raises:
            LawError: a rule goes in a circle.

        """
        columns = self._columns(situations)
        warnings = self.status.warnings(self._last_month(situations), columns)
        found: list[Answer | InputErrors] = []
        first = {PERSONS: 0, HOUSEHOLDS: 0}
        for situation in situations:
            try:
                filled, unanswered = self._filled(situation, columns, first)
                found.append(Answer(filled, unanswered, warnings))
            except InputErrors as error:
                found.append(error)
            first = {entity: before + len(situation.ids(entity)) for entity, before in first.items()}
        return found

    def _periods(self, variable: str, written: str | None) -> tuple[str, ...]:
        key = (variable, written)
        if key not in self._periods_known:
            self._periods_known[key] = periods_of(self.system.variables[variable], written or self.period)
        return self._periods_known[key]

    def _last_month(self, situations: Sequence[Situation]) -> str:
        written = {each.period or self.period for situation in situations for each in situation.asked} - {"ETERNITY"}
        return max((last_month(each) for each in written), default="")

    def _columns(self, situations: Sequence[Situation]) -> dict[Question, _Column]:
        """Evaluate whatever is asked, month by month."""
        questions = dict.fromkeys(question for each in situations for question in each.questions)
        asked = sorted(
            {(name, when): None for name, written in questions for when in self._periods(name, written)},
            key=lambda question: question[1],
        )
        columns = {question: _Column(None, self.status.of(*question)) for question in asked}
        ruled = [question for question in asked if columns[question].status is None]
        if ruled:
            with numpy.errstate(all="ignore"):  # what is no number is found, and refused
                found = evaluate(self.system, block_of(self.system, *situations), ruled)
            columns |= {question: _Column(None, Status.NOT_MODELLED) for question in found.not_modelled}
            columns |= {question: _column(array) for question, array in found.values.items()}
        return columns

    def _filled(
        self, situation: Situation, columns: Mapping[Question, _Column], first: Mapping[str, int]
    ) -> tuple[dict[str, Any], tuple[Unanswered, ...]]:
        """Put the answers where they were asked.

        Args:
            situation: one of the block.
            columns: the answers of the block.
            first: where the persons and households of the situation begin in the block.

        """
        source = situation.source
        content = {entity: dict(entries) for entity, entries in source.items()}  # what was not asked is shared with it
        unanswered: list[Unanswered] = []
        faults = Faults()
        for (name, written), cells in situation.questions.items():
            entity = self.system.variables[name].entity.plural
            found = [(when, columns[name, when]) for when in self._periods(name, written)]
            sound = all(column.values is not None and column.finite for _, column in found)
            given, entries = source[entity], content[entity]
            start, positions = first[entity], situation.positions[entity]
            for each in cells:
                position = start + positions[each.id]
                values = {when: column.values[position] if column.values else None for when, column in found}
                entry = entries[each.id]
                if entry is given[each.id]:
                    entry = entries[each.id] = dict(entry)
                entry[name] = values if written is None else {**entry[name], **values}
                if not sound:
                    unanswered += _unanswered(each, found)
                    _refuse_what_is_no_number(each, values, faults)
        faults.settle()
        return content, tuple(unanswered)


def _column(array: Any) -> _Column:
    finite = array.dtype.kind != "f" or bool(numpy.isfinite(array).all())
    return _Column(cells_of(array), None, finite)


def _unanswered(asked: Asked, found: Iterable[tuple[str, _Column]]) -> list[Unanswered]:
    return [
        Unanswered(place_of(asked.entity, asked.id, asked.variable, when), column.status)
        for when, column in found
        if column.status is not None
    ]


def _refuse_what_is_no_number(asked: Asked, values: Mapping[str, Any], faults: Faults) -> None:
    for when, value in values.items():
        if isinstance(value, float) and not math.isfinite(value):
            place = place_of(asked.entity, asked.id, asked.variable, when)
            problem = "is not a number: its rule divides by zero. Check the facts it looks at."
            faults.add(InputError(place, problem, "a number", str(value)))
