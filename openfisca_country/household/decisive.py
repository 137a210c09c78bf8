"""What other facts would make of an answer: tried on a crowd of copies of the household, in one run.

Each copy has one fact changed to another value; a household in a crowd gets what it gets alone, so a copy whose answer
differs shows that the fact matters. Facts that matter only together are not found this way, nor, of a year, those that
matter only in a month between the few in which they are tried.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import Enum

from openfisca_country.household.results import Assumption
from openfisca_country.household.simulation import Crowd, HouseholdSimulation
from openfisca_country.household.situation import PERSONS

Cell = tuple[str, str, str, int]
"""A variable, a period, an entity's plural and a position in it."""

# Values to try for a number: they only need to lie on other sides of the law's thresholds, and are not law themselves.
AMOUNTS = (0.0, 1.0, 1e5, 1e6, 1e7, 1e8)
COUNTS = (0, 1, 2, 5, 12, 40, 300)
MOST_MONTHS = 4  # of a year, in which other facts are tried
MONTHS_BEFORE = (0, 1, 3, 6, 12, 60, 200, 400, 800)
MOST_PEOPLE = 5_000  # in one crowd: what it takes of memory stays bounded, however many facts a situation leaves open


@dataclass(frozen=True)
class Trial:
    """One fact with another value.

    Attributes:
        variable: which fact.
        entity: plural.
        position: whose.
        value: as the variable holds it, in every period.

    """

    variable: str
    entity: str
    position: int
    value: Any


def outcomes(simulation: HouseholdSimulation, trials: list[Trial], cells: list[Cell]) -> list[NDArray[Any]]:
    """Return each answer under each trial.

    Args:
        simulation: of the situation as given.
        trials: each on a copy of the household of its own.
        cells: the answers looked at.

    Returns:
        For each cell, one value a trial; the answer as given where the trial meets law that is not modelled.

    """
    most = max(1, MOST_PEOPLE // len(simulation.situation.persons))
    crowds = [_of_a_crowd(simulation, trials[first : first + most], cells) for first in range(0, len(trials), most)]
    return [numpy.concatenate(each) for each in zip(*crowds, strict=True)]


def _of_a_crowd(simulation: HouseholdSimulation, trials: list[Trial], cells: list[Cell]) -> list[NDArray[Any]]:
    situation = simulation.situation
    crowd = Crowd(simulation.tax_benefit_system, situation, len(trials))
    for copy, trial in enumerate(trials):
        crowd.state(trial.variable, copy * len(situation.ids(trial.entity)) + trial.position, trial.value)
    found = []
    with numpy.errstate(all="ignore"):  # a value that is only tried may divide by zero
        for name, period, entity, position in cells:
            try:
                found.append(numpy.asarray(crowd.ask(name, period))[position :: len(situation.ids(entity))])
            except ParameterNotFoundError:
                given = numpy.asarray(simulation.ask(name, period))[position]
                found.append(numpy.full(len(trials), given))
    return found


def mark_decisive(
    simulation: HouseholdSimulation, assumed: list[Assumption], cells: list[Cell]
) -> tuple[Assumption, ...]:
    """Mark the assumptions that alone would change one of the answers, and put them first.

    Args:
        simulation: of the situation as given.
        assumed: inputs that were read and not given.
        cells: the answers.

    """
    cells = _telling(simulation, [cell for cell in cells if cell[1] != "ETERNITY"])  # that is a fact, and no answer
    last = max((period for _, period, _, _ in cells), default="")
    facts = enumerate(assumed if cells else ())
    tried = [(index, trial) for index, each in facts for trial in trials_of(simulation, each, last)]
    if not tried:
        return tuple(assumed)
    changed = numpy.zeros(len(tried), dtype=bool)
    for cell, found in zip(cells, outcomes(simulation, [trial for _, trial in tried], cells), strict=True):
        changed |= found != as_given(simulation, cell)
    decisive = {index for copy, (index, _) in enumerate(tried) if changed[copy]}
    marked = [replace(each, decisive=index in decisive) for index, each in enumerate(assumed)]
    return tuple(sorted(marked, key=lambda each: (not each.decisive, each.entity != PERSONS)))


def _telling(simulation: HouseholdSimulation, cells: list[Cell]) -> list[Cell]:
    """Keep the answers of a few months: those in which an answer differs from the month before, evenly thinned."""
    by_period: dict[str, list[Cell]] = {}
    for cell in cells:
        by_period.setdefault(cell[1], []).append(cell)
    kept, shown = [], None
    for period in sorted(by_period):
        values = [as_given(simulation, cell) for cell in by_period[period]]
        if values != shown:
            kept.append(period)
        shown = values
    step = -(-len(kept) // MOST_MONTHS) or 1
    return [cell for period in kept[::step] for cell in by_period[period]]


def as_given(simulation: HouseholdSimulation, cell: Cell) -> Any:
    """Return an answer under the facts as given."""
    name, period, _, position = cell
    return numpy.asarray(simulation.ask(name, period))[position]


def trials_of(simulation: HouseholdSimulation, fact: Assumption, last: str) -> list[Trial]:
    """Return the trials of one fact that was not given: other values than the one assumed."""
    variable = simulation.tax_benefit_system.variables[fact.variable]
    position = simulation.situation.position(fact.entity, fact.id)
    return [
        Trial(fact.variable, fact.entity, position, value)
        for value in other_values(variable, last)
        if not _same(variable, value, fact.value)
    ]


def _same(variable: Any, value: Any, assumed: Any) -> bool:
    if variable.value_type is Enum:
        return bool(list(variable.possible_values)[value].name == assumed)
    return bool(str(value) == assumed if variable.value_type is datetime.date else value == assumed)


def other_values(variable: Any, last: str) -> list[Any]:
    """Return values to try for a variable, as it holds them; the dates lie in and before the last period asked."""
    if variable.value_type is bool:
        return [False, True]
    if variable.value_type is Enum:
        return [item.index for item in variable.possible_values]
    if variable.value_type is datetime.date:
        year, month = (int(part) for part in (last.split("-") if "-" in last else (last, "12")))
        months = [12 * year + month - 1 - before for before in MONTHS_BEFORE]
        return [datetime.date(each // 12, each % 12 + 1, 1) for each in months]
    if variable.value_type in (float, int):
        return list(AMOUNTS if "currency" in (variable.unit or "") else COUNTS)
    return []
