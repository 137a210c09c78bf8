"""Searching for a household: draw many, keep those that are new in some way, and walk to where the answer turns."""

import datetime
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from openfisca_core.variables import Variable

from openfisca_country.law.check.deep.choices import Place
from openfisca_country.law.check.deep.crowd import Crowd, Numbers, joined, picked, with_values
from openfisca_country.law.check.deep.drawing import changed, crossed, draw, draw_values, grid_of
from openfisca_country.law.check.deep.judging import Evidence, Marks, Question, look, no_evidence

HOUSEHOLDS = 600
ROUNDS = 8
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
    walks = _walks(question, generator, crowd)

    def look_at(steps: list[NDArray[numpy.int64]]) -> Marks:
        return look(question, _moved(crowd, walks, steps), evidence)[0]

    low, high = [each.low for each in walks], [each.high for each in walks]
    before = look_at(low)
    turning = before != look_at(high)
    for _ in range(MOST_HALVINGS):
        wide = [
            (numpy.abs(end - start) > 1) & turning[walk.whose]
            for walk, start, end in zip(walks, low, high, strict=True)
        ]
        if not any(each.any() for each in wide):
            break
        middle = [(start + end) // 2 for start, end in zip(low, high, strict=True)]
        as_before = look_at(middle) == before
        for number, walk in enumerate(walks):
            stays = as_before[walk.whose]
            low[number] = numpy.where(wide[number] & stays, middle[number], low[number])
            high[number] = numpy.where(wide[number] & ~stays, middle[number], high[number])


@dataclass(frozen=True)
class Walk:
    """One input, and the households in which it is changed.

    Attributes:
        variable: which.
        whose: those households.
        cells: for each, the cell that is changed: its own, or that of one member.
        low: where each begins, in steps of the input's grid.
        high: where each ends.

    """

    variable: Variable
    whose: NDArray[numpy.int64]
    cells: NDArray[numpy.int64]
    low: NDArray[numpy.int64]
    high: NDArray[numpy.int64]


def _walks(question: Question, generator: numpy.random.Generator, crowd: Crowd) -> list[Walk]:
    """Choose for each household a number or date, of one member, and another value of it."""
    inputs = [each for each in question.field.inputs if each.value_type in (int, float, datetime.date)]
    if not inputs:
        return []
    fresh = draw_values(question.field, generator, crowd, (1, 1))
    which = generator.integers(len(inputs), size=crowd.households)
    sizes = numpy.bincount(crowd.members)
    member = numpy.cumsum(sizes) - sizes + generator.integers(0, sizes)
    walks = []
    for number, variable in enumerate(inputs):
        (whose,) = numpy.nonzero(which == number)
        cells = member[whose] if variable.entity.is_person else whose
        low, high = (_steps(each[variable.name][cells], grid_of(variable)) for each in (crowd.values, fresh))
        walks.append(Walk(variable, whose, cells, low, high))
    return walks


def _moved(crowd: Crowd, walks: list[Walk], steps: list[NDArray[numpy.int64]]) -> Crowd:
    values = {}
    for walk, each in zip(walks, steps, strict=True):
        array = crowd.values[walk.variable.name].copy()
        array[walk.cells] = _values(each, grid_of(walk.variable), array.dtype)
        values[walk.variable.name] = array
    return with_values(crowd, values)


def _steps(values: Numbers, grid: float) -> NDArray[numpy.int64]:
    if values.dtype.kind == "M":
        return values.astype(DAY).astype(numpy.int64)
    return numpy.floor(values / grid + 0.5).astype(numpy.int64)


def _values(steps: NDArray[numpy.int64], grid: float, dtype: numpy.dtype[numpy.generic]) -> Numbers:
    if dtype.kind == "M":
        return steps.astype(DAY).astype(dtype)
    return (steps * grid).astype(dtype)
