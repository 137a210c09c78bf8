"""Which of the facts that were assumed would change an answer: tried on a crowd of copies of the household, in one run.

Each copy has one assumed fact changed to another value; a household in a crowd gets what it gets alone, so a copy whose
answer differs shows that the fact matters. Facts that matter only together are not found this way.
"""

import datetime
from dataclasses import replace
from typing import Any

import numpy
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.indexed_enums import Enum

from openfisca_country.household.results import Assumption
from openfisca_country.household.simulation import HouseholdSimulation
from openfisca_country.household.situation import PERSONS

# Values to try for a number: they only need to lie on other sides of the law's thresholds, and are not law themselves.
AMOUNTS = (1.0, 1e5, 1e6, 1e7, 1e8)
COUNTS = (1, 2, 5, 12, 40, 300)
YEARS_BEFORE = (0, 1, 5, 16, 30, 66)


def mark_decisive(
    simulation: HouseholdSimulation, assumed: list[Assumption], cells: list[tuple[str, str, str, int]]
) -> tuple[Assumption, ...]:
    """Mark the assumptions that alone would change one of the answers, and put them first.

    Args:
        simulation: of the situation as given.
        assumed: inputs that were read and not given.
        cells: the answers: variable, period, entity and position.

    """
    situation, system = simulation.situation, simulation.tax_benefit_system
    last = max((period for _, period, _, _ in cells), default="")
    trials = [
        (index, value)
        for index, each in enumerate(assumed)
        for value in _other_values(system.variables[each.variable], each.value, last)
    ]
    if not trials:
        return tuple(assumed)
    crowd = HouseholdSimulation(system, situation, copies=len(trials))
    for copy, (index, value) in enumerate(trials):
        each = assumed[index]
        ids = situation.ids(each.entity)
        crowd.state(each.variable, copy * len(ids) + ids.index(each.id), value)
    changed = numpy.zeros(len(trials), dtype=bool)
    with numpy.errstate(all="ignore"):  # a value that is only tried may divide by zero
        for name, period, entity, position in cells:
            changed |= _differs(simulation, crowd, name, period, len(situation.ids(entity)), position)
    decisive = {index for copy, (index, _) in enumerate(trials) if changed[copy]}
    marked = [replace(each, decisive=index in decisive) for index, each in enumerate(assumed)]
    return tuple(sorted(marked, key=lambda each: (not each.decisive, each.entity != PERSONS)))


def _differs(
    simulation: HouseholdSimulation, crowd: HouseholdSimulation, name: str, period: str, size: int, position: int
) -> Any:
    try:
        found = numpy.asarray(crowd.ask(name, period))[position::size]
    except ParameterNotFoundError:
        return numpy.zeros(crowd.copies, dtype=bool)
    return found != numpy.asarray(simulation.ask(name, period))[position]


def _other_values(variable: Any, assumed: Any, last: str) -> list[Any]:
    """Return values to try in place of the one assumed, as the variable holds them."""
    if variable.value_type is bool:
        return [not assumed]
    if variable.value_type is Enum:
        return [item.index for item in variable.possible_values if item.name != assumed]
    if variable.value_type is datetime.date:
        year, month = (int(part) for part in (last.split("-") if "-" in last else (last, "12")))
        return [datetime.date(year - before, month, 1) for before in YEARS_BEFORE if year > before]
    if variable.value_type in (float, int):
        tried = AMOUNTS if "currency" in (variable.unit or "") else COUNTS
        return [value for value in tried if value != assumed]
    return []
