"""What would turn a refusal: the smallest change of a single fact, found by search and checked by running it."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from openfisca_core.indexed_enums import Enum

from openfisca_country.household.calculate import in_words
from openfisca_country.household.decisive import Cell, Trial, other_values, outcomes
from openfisca_country.household.results import TurningChange
from openfisca_country.household.run import Run
from openfisca_country.household.simulation import cell as plain_cell
from openfisca_country.law import NEVER
from openfisca_country.law.catalogue import country_of

POINTS = 24  # how finely a range between a value that fails and one that turns is cut, each round
ROUNDS = 12
MONTHS_AHEAD = 36
MOST = 4
FIXED = {"birth_date", "death_date", "sex"}  # facts that nobody can change


@dataclass
class _Search:
    """Where the search for one fact stands: a value that does not turn the refusal, and one that does."""

    variable: Any
    entity: str
    position: int
    failing: Any
    turning: Any


def turning_changes(run: Run, refused: Cell) -> tuple[TurningChange, ...]:
    """Find the single changes that would turn a refusal, the smallest first.

    Args:
        run: of the household as it is.
        refused: an amount that is zero, or a condition that fails.

    Returns:
        A few changes of one fact each, and the month from which time alone brings it, where it does.

    """
    searches = _turning(run, refused)
    for _ in range(ROUNDS):
        if not _narrow(run, refused, searches):
            break
    within_reach = [search for search in searches if _in_ones_hands(run, search)]
    changes = sorted((_change(run, search) for search in within_reach or searches), key=lambda found: found.size)
    return tuple([*_by_waiting(run, refused), *changes][:MOST])


def _turning(run: Run, refused: Cell) -> list[_Search]:
    facts = [
        (visit.name, visit.entity, position)
        for visit in run.visits([refused])
        if not run.system.variables[visit.name].formulas
        and visit.name not in run.system.outputs
        and visit.name not in FIXED
        for position in visit.positions
    ]
    trials = []
    for name, entity, position in dict.fromkeys(facts):  # those nearest to the refusal first
        for value in other_values(run.system.variables[name], refused[1]):
            trials.append(Trial(name, entity, position, value))
    if not trials:
        return []
    (found,) = outcomes(run.simulation, trials, [refused])
    best: dict[tuple[str, str, int], _Search] = {}
    for trial, result in zip(trials, found, strict=True):
        if not result > 0:
            continue
        key = (trial.variable, trial.entity, trial.position)
        search = _Search(
            run.system.variables[trial.variable],
            trial.entity,
            trial.position,
            _now(run, trial.variable, trial.position),
            trial.value,
        )
        if key not in best or _distance(search) < _distance(best[key]):
            best[key] = search
    return list(best.values())


def _now(run: Run, name: str, position: int) -> Any:
    """Return the present value of a fact, as the variable holds it."""
    period = run.months[-1] if str(run.system.variables[name].definition_period) == "month" else "ETERNITY"
    value = run.simulation.ask(name, period)[position]
    return value.astype(object) if isinstance(value, numpy.datetime64) else value.item()


def _in_ones_hands(run: Run, search: _Search) -> bool:
    """Tell work and income, and what the situation itself states, from states of life that nobody chooses."""
    source = Path((search.variable.introspection_data or ("",))[0]).name
    return source in {"work.py", "income.py"} or search.variable.name in run.simulation.stated


def _is_range(search: _Search) -> bool:
    return search.variable.value_type in (float, int, datetime.date) and search.failing != NEVER


def _distance(search: _Search) -> float:
    if search.variable.value_type is datetime.date:
        return float(abs((search.turning - search.failing).days))
    return float(abs(float(search.turning) - float(search.failing)))


def _narrow(run: Run, refused: Cell, searches: list[_Search]) -> bool:
    """Cut each range once; tell whether any was cut."""
    trials, owners = [], []
    for index, search in enumerate(searches):
        for value in _between(search):
            trials.append(Trial(search.variable.name, search.entity, search.position, value))
            owners.append(index)
    if not trials:
        return False
    (found,) = outcomes(run.simulation, trials, [refused])
    for trial, owner, result in zip(trials, owners, found, strict=True):  # from the failing end to the turning one
        search = searches[owner]
        if result > 0:
            if _nearer(search, trial.value, search.turning):
                search.turning = trial.value
        elif not _nearer(search, trial.value, search.failing) and _nearer(search, trial.value, search.turning):
            search.failing = trial.value
    return True


def _nearer(search: _Search, value: Any, other: Any) -> bool:
    """Tell whether a value lies nearer to the failing end than another does."""
    return bool(abs(value - search.failing) < abs(other - search.failing))


def _between(search: _Search) -> list[Any]:
    """Return values between the failing and the turning end, in that order; none where they are neighbours."""
    if not _is_range(search):
        return []
    if search.variable.value_type is datetime.date:
        days = (search.turning - search.failing).days
        steps = sorted({round(days * step / POINTS) for step in range(1, POINTS)} - {0, days}, key=abs)
        return [search.failing + datetime.timedelta(days=step) for step in steps]
    low, high = float(search.failing), float(search.turning)
    steps = [round(low + (high - low) * step / POINTS) for step in range(1, POINTS)]
    values = [value for value in dict.fromkeys(steps) if min(low, high) < value < max(low, high)]
    return [int(value) if search.variable.value_type is int else float(value) for value in values]


def _change(run: Run, search: _Search) -> TurningChange:
    ids = run.situation.ids(search.entity)
    now = _now(run, search.variable.name, search.position)
    present, wanted = _shown(search.variable, now), _shown(search.variable, search.turning)
    at = {True: "at least", False: "at most"}[search.turning > search.failing] if _is_range(search) else ""
    if search.variable.value_type is datetime.date:
        at = at.replace("at least", "on or after").replace("at most", "on or before")
    size = (
        _distance(_Search(search.variable, search.entity, search.position, now, search.turning))
        if _is_range(search)
        else 0
    )
    return TurningChange(
        entity=search.entity,
        id=ids[search.position],
        variable=search.variable.name,
        label=search.variable.label or search.variable.name,
        unit=in_words(search.variable.unit or "", country_of(run.system).currency),
        now=present,
        bound=at,
        wanted=wanted,
        size=float(size) / max(abs(float(now)), 1.0)
        if _is_range(search) and isinstance(now, int | float)
        else float(size),
    )


def _shown(variable: Any, value: Any) -> Any:
    if variable.value_type is Enum:
        return list(variable.possible_values)[int(value)].name
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _by_waiting(run: Run, refused: Cell) -> list[TurningChange]:
    """Find the first month from which the household as it is would get it, time alone passing."""
    name, period, entity, position = refused
    if len(period) != 7:
        return []
    year, month = int(period[:4]), int(period[5:7])
    for ahead in range(1, MONTHS_AHEAD + 1):
        later = f"{year + (month - 1 + ahead) // 12}-{(month - 1 + ahead) % 12 + 1:02}"
        if run.law_status(name, later) is not None:
            continue
        if plain_cell(run.system.variables[name], run.simulation.ask(name, later), position) not in (0, 0.0, False):
            return [
                TurningChange(
                    entity, run.situation.ids(entity)[position], "", "the month", "", period, "from", later, 0.0
                )
            ]
    return []
