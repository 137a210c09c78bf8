"""Answering a situation of thousands of households a part at a time, so that memory does not grow with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.household.batch import Filled, Refused, Unanswered, fill, fill_each
from openfisca_country.household.belonging import HOUSEHOLDS, PERSONS
from openfisca_country.household.run import check_window, checked_situation
from openfisca_country.household.situation import Situation
from openfisca_country.law.errors import Faults

PERSONS_OF_A_HOUSEHOLD = 10
"""How many persons count as much as a household, where it is about how much is held at a time."""


def fill_in_parts(law: TaxBenefitSystem, content: Mapping[str, Any], period: str | None, block: int) -> Filled:
    """Answer a situation as `fill` does, evaluating so many households at a time.

    A household gets in a part what it gets in the whole: none looks at another.

    Args:
        law: to apply.
        content: the situation, parsed; what was not asked is shared with the answer.
        period: a month or a year for nulls that stand without one; the current month by default.
        block: how many households are evaluated at a time.

    Raises:
        InputErrors: everything that is wrong with the situation, or every rule that divides by zero.
        OutsideWindow: a period lies before the law that is modelled.

    """
    counts = [len(each) for name in (PERSONS, HOUSEHOLDS) if isinstance(each := content.get(name), Mapping)]
    if len(counts) < 2 or (counts[1] <= block and counts[0] <= block * PERSONS_OF_A_HOUSEHOLD):
        return fill(law, content, period, keep=True)
    whole = checked_situation(law, content, check_window(law, period), keep=True)
    faults = Faults()
    situation: dict[str, dict[str, Any]] = {PERSONS: dict.fromkeys(whole.persons), HOUSEHOLDS: {}}
    unanswered: list[Unanswered] = []
    warnings: dict[str, None] = {}
    for found in fill_each(law, _parts(whole, block), period, 1, keep=True):
        if isinstance(found, Refused):
            for error in found.errors:
                faults.add(error)
            continue
        for entity, entries in situation.items():
            entries.update(found.situation[entity])
        unanswered += found.unanswered
        warnings |= dict.fromkeys(found.warnings)
    faults.settle()
    return Filled("", situation, tuple(unanswered), tuple(warnings))


def _parts(whole: Situation, block: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Cut a situation between households."""
    members: list[list[str]] = [[] for _ in whole.households]
    for person, household in zip(whole.persons, whole.members, strict=True):
        members[household].append(person)
    part: dict[str, dict[str, Any]] = {PERSONS: {}, HOUSEHOLDS: {}}
    weight = 0.0
    for name, persons in zip(whole.households, members, strict=True):
        part[HOUSEHOLDS][name] = whole.source[HOUSEHOLDS][name]
        part[PERSONS] |= {person: whole.source[PERSONS][person] for person in persons}
        weight += max(1, len(persons) / PERSONS_OF_A_HOUSEHOLD)
        if weight >= block:
            yield "", part
            part, weight = {PERSONS: {}, HOUSEHOLDS: {}}, 0.0
    if part[HOUSEHOLDS]:
        yield "", part
