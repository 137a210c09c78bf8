"""Workers of a block, each evaluated in work, out of work, and earning a little more.

Every worker stands for a copy of the household in which only that worker's facts change. The copies are evaluated as
blocks of their own, no larger than the block they come from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy
from numpy.typing import NDArray
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import Block, Stated, evaluate, months_of
from openfisca_country.population.indicators.statistic import Numbers

ADULT = 18
STEP = 0.03
EARNED = ("wage", "self_employment_income")
INCOME, FORMAL, STATUS = "disposable_income", "is_formally_employed", "activity_status"
AT_WORK, LOOKS_FOR_WORK = ("employee", "self_employed"), "unemployed"

Positions = NDArray[numpy.intp]


@dataclass(frozen=True, eq=False)
class Workers:
    """The adults of a block with earnings, and their households' incomes over the period; shape (workers,) each.

    Attributes:
        persons: their positions in the block.
        households: those of their households.
        age: in completed years, in the last month.
        sex: in words; empty where the law knows none.
        earnings: wage and income from self-employment.
        working: disposable income of the household as it is.
        not_working: the same if the worker did not work.
        earning_more: the same if the worker earned a little more.

    """

    persons: Positions
    households: Positions
    age: Numbers
    sex: NDArray[numpy.str_]
    earnings: Numbers
    working: Numbers
    not_working: Numbers
    earning_more: Numbers


def workers_of(system: TaxBenefitSystem, block: Block, period: str) -> Workers:
    """Find the adults with earnings in a period, and evaluate their households three times.

    Not working means: no wage and no income from self-employment in any month, those that the law looks back to
    included; not formally employed; and, for an employee or a self-employed person, unemployed by activity status. The
    latter two change where the tables state them. All else stays: the person does not register as unemployed, claims
    nothing that has to be claimed, and nobody else works more. Earning more means 3 % on the same earnings.

    Args:
        system: the law.
        block: people.
        period: a month or a year.

    """
    months = months_of(period)
    earned = [name for name in EARNED if name in system.variables]
    last = months[-1]
    asked = [(INCOME, month) for month in months] + [(name, month) for name in earned for month in months]
    known = [name for name in ("age", "sex") if name in system.variables]
    values = evaluate(system, block, [*asked, *((name, last) for name in known)]).values
    earnings = numpy.sum([values[name, month] for name in earned for month in months], axis=0)
    persons = numpy.flatnonzero((earnings > 0) & (values["age", last] >= ADULT))
    households = block.members[persons]
    sex: Any = values.get(("sex", last))
    return Workers(
        persons=persons,
        households=households,
        age=numpy.asarray(values["age", last], dtype=numpy.float64)[persons],
        sex=numpy.asarray(sex.decode_to_str())[persons] if sex is not None else numpy.full(len(persons), ""),
        earnings=earnings[persons],
        working=_over(values, months)[households],
        not_working=_changed(system, block, persons, months, not_working),
        earning_more=_changed(system, block, persons, months, earning_more),
    )


def not_working(block: Block, persons: Positions) -> Block:
    """Return the same people, some of them without work."""
    changes = {name: _everywhere(block, name, lambda values: _set(values, persons, 0.0)) for name in EARNED}
    changes[FORMAL] = _everywhere(block, FORMAL, lambda values: _set(values, persons, False))
    changes[STATUS] = _everywhere(block, STATUS, lambda values: _out_of_work(values, persons))
    return replace(block, stated={**block.stated, **{name: each for name, each in changes.items() if each}})


def earning_more(block: Block, persons: Positions) -> Block:
    """Return the same people, some of them earning a little more."""
    changes = {name: _everywhere(block, name, lambda values: _raised(values, persons)) for name in EARNED}
    return replace(block, stated={**block.stated, **{name: each for name, each in changes.items() if each}})


def _everywhere(block: Block, name: str, change: Any) -> dict[str | None, Stated]:
    layers = block.stated.get(name, {})
    return {period: Stated(change(each.values), each.mask) for period, each in layers.items()}


def _set(values: Any, persons: Positions, value: float | bool) -> Any:
    changed = numpy.array(values)
    changed[persons] = value
    return changed


def _raised(values: Any, persons: Positions) -> Any:
    changed = numpy.array(values, dtype=numpy.float64)
    changed[persons] *= 1 + STEP
    return changed


def _out_of_work(values: EnumArray, persons: Positions) -> Any:
    choices: Any = values.possible_values
    changed = numpy.array(values)
    at_work = numpy.isin(changed[persons], [choices[name].index for name in AT_WORK])
    changed[persons[at_work]] = choices[LOOKS_FOR_WORK].index
    return EnumArray(changed, choices)


def _changed(
    system: TaxBenefitSystem, block: Block, persons: Positions, months: tuple[str, ...], change: Any
) -> Numbers:
    """Return the income of each worker's household, once something of the worker is changed; shape (workers,)."""
    found = [numpy.zeros(0)]
    for some in _in_turn(persons, block.households):
        copied, places = copies(system, block, some)
        asked = [(INCOME, month) for month in months]
        found.append(_over(evaluate(system, change(copied, places), asked).values, months))
    return numpy.concatenate(found)


def _in_turn(persons: Positions, most: int) -> Iterator[Positions]:
    for start in range(0, len(persons), most):
        yield persons[start : start + most]


def _over(values: Mapping[tuple[str, str], Any], months: tuple[str, ...]) -> Numbers:
    return numpy.asarray(numpy.sum([values[INCOME, month] for month in months], axis=0), dtype=numpy.float64)


def copies(system: TaxBenefitSystem, block: Block, persons: Positions) -> tuple[Block, Positions]:
    """Return the household of each of some persons as a household of its own, and where the person stands in it.

    Args:
        system: whose variables the block states.
        block: people.
        persons: positions; a household comes once for each of its persons among them.

    """
    households = block.members[persons]
    order = numpy.argsort(block.members, kind="stable")
    sizes = numpy.bincount(block.members, minlength=block.households)
    first = numpy.cumsum(sizes) - sizes
    of_copy = sizes[households]
    start = numpy.cumsum(of_copy) - of_copy
    within = numpy.arange(of_copy.sum()) - numpy.repeat(start, of_copy)
    people = order[numpy.repeat(first[households], of_copy) + within]
    place = numpy.empty(block.persons, dtype=numpy.intp)
    place[order] = numpy.arange(block.persons) - numpy.repeat(first, sizes)
    copied = Block(
        persons=len(people),
        households=len(households),
        members=numpy.repeat(numpy.arange(len(households)), of_copy),
        roles=block.roles[people],
        stated={
            name: {
                period: _taken(each, people if _of_persons(system, name) else households)
                for period, each in layers.items()
            }
            for name, layers in block.stated.items()
        },
        usual=block.usual,
    )
    return copied, start + place[persons]


def _of_persons(system: TaxBenefitSystem, name: str) -> bool:
    return bool(system.variables[name].entity.plural == "persons") if name in system.variables else True


def _taken(stated: Stated, places: Positions) -> Stated:
    return Stated(stated.values[places], None if stated.mask is None else stated.mask[places])
