"""Searching for a household: draw many, keep those that are new in some way, and walk to where the answer turns."""

import datetime
from dataclasses import dataclass, replace

import numpy
from numpy.typing import NDArray
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.choices import Place
from openfisca_country.law.check.deep.crowd import Crowd, Numbers, joined, picked, with_values
from openfisca_country.law.check.deep.drawing import Field, changed, crossed, draw, draw_values, grid_of
from openfisca_country.law.check.deep.judging import Evidence, Marks, Question, look, no_evidence

HOUSEHOLDS = 600
ROUNDS = 10
OF_EACH = 8
MOST_HALVINGS = 64
DAY = "datetime64[D]"


def search(question: Question, generator: numpy.random.Generator) -> list[Evidence]:
    """Search households for two cases that hold at once, and for none that does.

    Raises:
        RuleFailure: the rule fails for a household.

    """
    evidence = {place: no_evidence(choice) for place, choice in question.choices.items()}
    field, system = question.field, question.field.system
    kept = draw(field, generator, HOUSEHOLDS)
    _, marks = look(question, kept, evidence)
    for number in range(ROUNDS):
        few = _few_of_each(generator, marks)
        kept, marks = picked(system, kept, few), marks[few]
        parents = picked(system, kept, _evenly(generator, marks))
        crowd = changed(field, generator, parents if number % 2 else crossed(field, generator, parents))
        _, new = look(question, crowd, evidence)
        kept, marks = joined(kept, crowd), numpy.append(marks, new)
    _walk(question, generator, picked(system, kept, _evenly(generator, marks)), evidence)
    return list(evidence.values())


def _few_of_each(generator: numpy.random.Generator, marks: Marks) -> NDArray[numpy.int64]:
    """Return some households of each mark."""
    order = generator.permutation(len(marks))
    _, kind, count = numpy.unique(marks[order], return_inverse=True, return_counts=True)
    by_kind = numpy.argsort(kind, kind="stable")
    place = numpy.arange(len(marks)) - numpy.repeat(numpy.cumsum(count) - count, count)
    return numpy.asarray(order[by_kind[place < OF_EACH]])


def _evenly(generator: numpy.random.Generator, marks: Marks) -> NDArray[numpy.int64]:
    """Return households to go on from, each mark as often as any other."""
    _, kind, count = numpy.unique(marks, return_inverse=True, return_counts=True)
    chance = 1 / count[kind]
    return numpy.asarray(generator.choice(len(marks), size=HOUSEHOLDS, p=chance / chance.sum()))


def _walk(question: Question, generator: numpy.random.Generator, crowd: Crowd, evidence: dict[Place, Evidence]) -> None:
    """Change one number of each household until the choice turns, and look at both sides of the turn.

    A condition that is meant to begin where another ends is wrong, where it is, at one number alone: the very last
    unit of one or the first of the other. The range in which it turns is halved until nothing lies between.
    """
    inputs = [each for each in question.field.inputs if each.value_type in (int, float, datetime.date)]
    if not inputs:
        return
    path = _paths(question.field, generator, crowd, inputs)
    before = look(question, path.at(path.low), evidence)[0]
    (turning,) = numpy.nonzero(before != look(question, path.at(path.high), evidence)[0])
    path, before = path.only(question.field, turning), before[turning]
    low, high = path.low, path.high
    for _ in range(MOST_HALVINGS):
        if not (numpy.abs(high - low) > 1).any():
            break
        middle = (low + high) // 2
        as_before = look(question, path.at(middle), evidence)[0] == before
        inside = numpy.abs(high - low) > 1
        low, high = numpy.where(inside & as_before, middle, low), numpy.where(inside & ~as_before, middle, high)


@dataclass(frozen=True)
class Path:
    """Households, and for each one number or day of it, or of one member, that is changed.

    Attributes:
        crowd: the households.
        inputs: which may be changed.
        which: for each household, the number of the input.
        member: for each household, the place of the member.
        low: where each begins, in steps of the input's grid.
        high: where each ends.

    """

    crowd: Crowd
    inputs: list[Variable]
    which: NDArray[numpy.int64]
    member: NDArray[numpy.int64]
    low: NDArray[numpy.int64]
    high: NDArray[numpy.int64]

    def cells(self, number: int) -> tuple[NDArray[numpy.int64], NDArray[numpy.int64]]:
        """Return the households in which an input is changed, and its cells."""
        (whose,) = numpy.nonzero(self.which == number)
        sizes = numpy.bincount(self.crowd.members)
        persons = (numpy.cumsum(sizes) - sizes + self.member)[whose]
        return whose, persons if self.inputs[number].entity.is_person else whose

    def at(self, steps: NDArray[numpy.int64]) -> Crowd:
        """Return the households with each number at a step."""
        values = {}
        for number, variable in enumerate(self.inputs):
            whose, cells = self.cells(number)
            array = self.crowd.values[variable.name].copy()
            array[cells] = _values(steps[whose], grid_of(variable), array.dtype)
            values[variable.name] = array
        return with_values(self.crowd, values)

    def only(self, field: Field, households: NDArray[numpy.int64]) -> "Path":
        """Return some of the households, each with its own path."""
        if not len(households):
            return replace(self, low=self.low[:0], high=self.high[:0])
        return Path(
            picked(field.system, self.crowd, households),
            self.inputs,
            self.which[households],
            self.member[households],
            self.low[households],
            self.high[households],
        )


def _paths(field: Field, generator: numpy.random.Generator, crowd: Crowd, inputs: list[Variable]) -> Path:
    """Choose for each household what is changed, and another value of it."""
    fresh = draw_values(field, generator, crowd, (1, 1))
    which = generator.integers(len(inputs), size=crowd.households)
    member = generator.integers(0, numpy.bincount(crowd.members))
    nowhere = numpy.zeros(crowd.households, dtype=numpy.int64)
    path = Path(crowd, inputs, which, member, nowhere, nowhere)
    low, high = nowhere.copy(), nowhere.copy()
    for number, variable in enumerate(inputs):
        whose, cells = path.cells(number)
        low[whose] = _steps(crowd.values[variable.name][cells], grid_of(variable))
        high[whose] = _steps(fresh[variable.name][cells], grid_of(variable))
    return replace(path, low=low, high=high)


def _steps(values: Numbers, grid: float) -> NDArray[numpy.int64]:
    if values.dtype.kind == "M":
        return values.astype(DAY).astype(numpy.int64)
    return numpy.floor(values / grid + 0.5).astype(numpy.int64)


def _values(steps: NDArray[numpy.int64], grid: float, dtype: numpy.dtype[numpy.generic]) -> Numbers:
    if dtype.kind == "M":
        return steps.astype(DAY).astype(dtype)
    return (steps * grid).astype(dtype)
