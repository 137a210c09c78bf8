"""What the choices of a rule come to for a crowd, and what that shows."""

from dataclasses import dataclass, field

import numpy
from numpy.typing import NDArray
from openfisca_core.periods import DateUnit

from openfisca_country.law.check.deep.choices import Choice, Place, Recorder, Seen, seen_in_family, watched
from openfisca_country.law.check.deep.crowd import Crowd, CrowdSimulation, picked
from openfisca_country.law.check.deep.drawing import Field, plausible
from openfisca_country.law.check.deep.reach import Reach

Pair = tuple[int, int]
Marks = NDArray[numpy.uint64]


@dataclass(frozen=True)
class Question:
    """The choices of one formula, or one family, in one period.

    Attributes:
        field: what to draw households from.
        reach: what lies between facts and choice.
        choices: by place.
        period: a month, or a year where the rule is yearly.

    """

    field: Field
    reach: Reach
    choices: dict[Place, Choice]
    period: str


@dataclass(frozen=True)
class Judged:
    """What a choice came to for a crowd.

    Attributes:
        seen: conditions and values.
        rows: the household of each column.

    """

    seen: Seen
    rows: NDArray[numpy.int64]


@dataclass
class Evidence:
    """What was found of one choice in a period.

    Attributes:
        choice: which.
        alone: for each pair of cases, the first was seen to hold where the second did not.
        chosen: the same where the first was the one that counted, no earlier one holding.
        overlaps: for each pair of a case that counted and a later one of another value, a household in which both held.
        uncovered: a household in which none held.

    """

    choice: Choice
    alone: NDArray[numpy.bool_]
    chosen: NDArray[numpy.bool_]
    overlaps: dict[Pair, Crowd] = field(default_factory=dict)
    uncovered: Crowd | None = None


class RuleFailure(Exception):
    """A rule fails for a household.

    Attributes:
        household: for whom.
        error: how.

    """

    def __init__(self, household: Crowd, error: Exception) -> None:
        super().__init__(str(error))
        self.household = household
        self.error = error


def no_evidence(choice: Choice) -> Evidence:
    """Begin with nothing seen."""
    size = len(choice.cases)
    return Evidence(choice, numpy.zeros((size, size), dtype=bool), numpy.zeros((size, size), dtype=bool))


def judge(question: Question, crowd: Crowd) -> tuple[list[tuple[Place, Judged]], CrowdSimulation]:
    """Run a formula on a crowd and return what each of its choices came to, as often as it was made."""
    system, recorder = question.field.system, Recorder()
    first = next(iter(question.choices.values()))
    variable = system.variables[first.variable]
    if first.body is None:
        simulation = CrowdSimulation(system, crowd, {})
        seen = seen_in_family(simulation, first, question.period)
        return [(first.place, Judged(seen, crowd.rows(variable)))], simulation
    formula = watched(variable.formulas[first.start], recorder)
    simulation = CrowdSimulation(system, crowd, {(first.variable, question.period): formula})
    simulation.calculate(first.variable, question.period)
    found = []
    for place in question.choices:
        for seen in recorder.seen.get(place, ()):
            rows = crowd.rows(variable)
            if len(rows) != seen.conditions.shape[1]:  # a household's formula may choose for each of its members
                rows = crowd.members
            if len(rows) == seen.conditions.shape[1]:
                found.append((place, Judged(seen, rows)))
    return found, simulation


def look(question: Question, crowd: Crowd, evidence: dict[Place, Evidence]) -> tuple[Marks, Marks]:
    """Judge those households of a crowd that could exist, and learn from them.

    Returns:
        Two marks for each household: by its choices, and by these and the conditions near them.

    Raises:
        RuleFailure: the rule fails for one of them.

    """
    (possible,) = numpy.nonzero(plausible(question.field, crowd))
    turns, marks = numpy.zeros((2, crowd.households), dtype=numpy.uint64)
    if not len(possible):
        return turns, marks
    people = picked(question.field.system, crowd, possible)
    with numpy.errstate(all="ignore"):  # a household that is only tried may divide by zero
        try:
            found, simulation = judge(question, people)
        except Exception as error:
            raise RuleFailure(failing(question, people), error) from error
    for number, (place, judged) in enumerate(found):
        learn(question, evidence[place], judged, people)
        turns[possible] += _mark(people, judged.rows, judged.seen.conditions, number + 1)
    marks += turns
    for number, name in enumerate(question.reach.conditions):
        variable = question.field.system.variables[name]
        if (variable.definition_period == DateUnit.YEAR) is (len(question.period) > len("2026")):
            continue
        array = simulation.get_array(name, question.period)
        if array is not None:
            marks[possible] += _mark(people, people.rows(variable), numpy.asarray(array)[None, :], 1000 + number)
    return turns, marks


def failing(question: Question, crowd: Crowd) -> Crowd:
    """Return one household of a crowd for which the rule fails, where it fails for some."""
    while crowd.households > 1:
        half = crowd.households // 2
        first = picked(question.field.system, crowd, numpy.arange(half))
        second = picked(question.field.system, crowd, numpy.arange(half, crowd.households))
        crowd = first if fails(question, first) else second
    return crowd


def fails(question: Question, crowd: Crowd) -> bool:
    """Tell whether the rule fails for a crowd."""
    try:
        with numpy.errstate(all="ignore"):
            judge(question, crowd)
    except Exception:
        return True
    return False


def _mark(crowd: Crowd, rows: NDArray[numpy.int64], conditions: NDArray[numpy.bool_], seed: int) -> Marks:
    """Give each household the number of the conditions that hold in it, or for one of its members."""
    weights = numpy.random.default_rng(seed).integers(1, 2**62, size=len(conditions), dtype=numpy.uint64)
    held = numpy.zeros((len(conditions), crowd.households), dtype=bool)
    for number, each in enumerate(conditions):
        held[number, rows[each]] = True
    return numpy.asarray((held * weights[:, None]).sum(axis=0, dtype=numpy.uint64))


def learn(question: Question, evidence: Evidence, judged: Judged, crowd: Crowd) -> None:
    """Keep what a crowd shows of a choice."""
    holds, values = judged.seen.conditions, judged.seen.values
    counts = holds & (numpy.cumsum(holds, axis=0) == 1)
    others = (~holds).astype(numpy.float32).T
    evidence.alone |= holds.astype(numpy.float32) @ others > 0
    evidence.chosen |= counts.astype(numpy.float32) @ others > 0
    together = numpy.triu(counts.astype(numpy.float32) @ holds.astype(numpy.float32).T > 0, k=1)
    for first, second in zip(*numpy.nonzero(together), strict=True):
        differ = counts[first] & holds[second] & (values[first] != values[second])
        if (int(first), int(second)) not in evidence.overlaps and differ.any():
            household = judged.rows[[numpy.argmax(differ)]]
            evidence.overlaps[int(first), int(second)] = picked(question.field.system, crowd, household)
    none = ~holds.any(axis=0)
    if not evidence.choice.covered and evidence.uncovered is None and none.any():
        evidence.uncovered = picked(question.field.system, crowd, judged.rows[[numpy.argmax(none)]])
