"""What changes between two runs of a household that differ in little: the conditions of the law that flip."""

from typing import Any

import numpy
from openfisca_core.indexed_enums import Enum

from openfisca_country.household.calculate import in_words
from openfisca_country.household.curves import Flip
from openfisca_country.household.decisive import Cell
from openfisca_country.household.explain import Teller
from openfisca_country.household.run import Run
from openfisca_country.household.simulation import cell as plain_cell
from openfisca_country.household.situation import PERSONS
from openfisca_country.household.trace import Visit
from openfisca_country.law.catalogue import country_of

JUMP = 1e-3  # a number that moves by more than this share of itself, while the fact moves by one unit, has a step there


def flips(before: Run, after: Run, cells: list[Cell], jumps: bool = True) -> tuple[Flip, ...]:
    """Name what the law says of why some amounts differ between two runs.

    Args:
        before: the household with the one value.
        after: the household with the other.
        cells: the amounts that differ.
        jumps: whether, where no condition flips, a number with a step is named, such as a rate.

    Returns:
        The conditions that flip and are not made of others that do, those that turn from met to failed first; where
        there are none, the numbers that jump; where there are none either, the amounts themselves.

    """
    visits = before.visits(cells)
    conditions = [each for each in visits if _is_condition(before, each) and _differs(before, after, each)]
    found = _innermost(before, conditions)
    if not found and jumps:
        stepping = [each for each in visits if _has_step(before, after, each)]
        found = _innermost(before, stepping)
    told = [_flip(before, after, visit) for visit in found]
    told = list({flip.variable: flip for flip in reversed(told)}.values())[::-1]
    if not told:
        told = [_flip(before, after, Visit(name, when, entity, (own,))) for name, when, entity, own in cells]
    return tuple(sorted(told, key=lambda flip: flip.before is False))


def _is_condition(run: Run, visit: Visit) -> bool:
    variable = run.system.variables[visit.name]
    return variable.value_type is bool and bool(variable.formulas)


def _values(run: Run, visit: Visit) -> Any:
    return numpy.asarray(run.walk.node(visit.name, visit.period).value)[list(visit.positions)]


def _differs(before: Run, after: Run, visit: Visit) -> bool:
    return bool((_values(before, visit) != _values(after, visit)).any())


def _has_step(before: Run, after: Run, visit: Visit) -> bool:
    variable = before.system.variables[visit.name]
    if not variable.formulas or not _differs(before, after, visit):
        return False
    if variable.value_type is Enum:
        return True
    if variable.value_type not in (float, int):
        return False
    old, new = _values(before, visit).astype(float), _values(after, visit).astype(float)
    return bool((abs(new - old) > JUMP * numpy.maximum(abs(old), abs(new))).any())


def _innermost(run: Run, found: list[Visit]) -> list[Visit]:
    """Keep those that rest on no other of them."""
    keys = {(visit.name, visit.period) for visit in found}
    kept = []
    for visit in found:
        own = [(visit.name, visit.period, visit.entity, position) for position in visit.positions]
        below = {(each.name, each.period) for each in run.visits(own)} - {(visit.name, visit.period)}
        if not below & keys:
            kept.append(visit)
    return kept


def _flip(before: Run, after: Run, visit: Visit) -> Flip:
    variable = before.system.variables[visit.name]
    old, new = _values(before, visit), _values(after, visit)
    differing = numpy.flatnonzero(old != new)
    position = visit.positions[int(differing[0]) if len(differing) else 0]
    label = variable.label or visit.name
    if visit.entity == PERSONS and len(before.situation.persons) > 1 and len(differing) == 1:
        label = f"{label} ({before.situation.persons[position]})"
    return Flip(
        variable=visit.name,
        statement=label,
        before=plain_cell(variable, before.walk.node(visit.name, visit.period).value, position),
        after=plain_cell(variable, after.walk.node(visit.name, visit.period).value, position),
        unit=in_words(variable.unit or "", country_of(before.system).currency),
        acts=Teller(before).acts(visit.name, visit.period),
    )
