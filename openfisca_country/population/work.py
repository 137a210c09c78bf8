"""One block under one law or several: from what is stated of its people to the rows of the results."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy
import pyarrow as pa
from numpy.typing import NDArray
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import ROLES, Block, evaluate
from openfisca_country.engine.alike import is_stretched
from openfisca_country.population.exact import exact_sum
from openfisca_country.population.plan import Key, Plan
from openfisca_country.population.result_cells import Cells, Mask, as_array, stated_for, together
from openfisca_country.population.tables.blocks import LoadedBlock

PERSONS, HOUSEHOLDS = "persons", "households"


@dataclass(frozen=True)
class Refused:
    """A household without results, because a rule has none for it.

    Attributes:
        household_id: which.
        person_id: the member it is about; empty for the household itself.
        law: under which.
        variable: that is not a number.
        period: in which.

    """

    household_id: str
    person_id: str
    law: str
    variable: str
    period: str

    @property
    def reason(self) -> str:
        """Why, in one sentence."""
        under = f" under {self.law}" if self.law else ""
        return f"{self.variable} in {self.period} is not a number{under}: its rule divides by zero."


@dataclass(frozen=True)
class Sums:
    """A column of money over people, each counted with the weight of their household.

    Attributes:
        total: of the cells; exact.
        recipients: the weight of those whose cell is not zero; exact.
        observed: how many those are, without weights.

    """

    total: Fraction
    recipients: Fraction
    observed: int

    def __add__(self, other: "Sums") -> "Sums":
        """Add up two parts of a population."""
        return Sums(self.total + other.total, self.recipients + other.recipients, self.observed + other.observed)


@dataclass(frozen=True)
class LawResults:
    """A block under one law.

    Attributes:
        persons: one row a person; ids and role first, then variables.
        households: one row a household; id, design and kept columns first, then variables.
        sums: by column, of those that are money.
        not_modelled: what was asked and rests on a number that is not encoded.

    """

    persons: pa.Table
    households: pa.Table
    sums: dict[str, Sums] = field(hash=False)
    not_modelled: frozenset[Key]


@dataclass(frozen=True)
class BlockResults:
    """What came of a block.

    Attributes:
        laws: by name.
        refused: households that are in no table, one entry each.

    """

    laws: dict[str, LawResults] = field(hash=False)
    refused: tuple[Refused, ...]


@dataclass(frozen=True, eq=False)
class _Found:
    cells: dict[Key, Cells]
    not_modelled: frozenset[Key]


def evaluate_block(loaded: LoadedBlock, laws: Mapping[str, TaxBenefitSystem], plan: Plan) -> BlockResults:
    """Evaluate a block under each law.

    A household that has a cell that is not a number under one law is left out under all: laws are compared on the same
    people.

    Args:
        loaded: people, their ids, and the design of the sample.
        laws: by name.
        plan: what is asked.

    Raises:
        LawError: a rule goes in a circle.

    """
    found = {name: _found(system, loaded.block, plan, name) for name, system in laws.items()}
    refused = _not_numbers(loaded, found, plan)
    keep = numpy.ones(loaded.block.households, dtype=bool)
    keep[list(refused)] = False
    return BlockResults(
        laws={name: _results(loaded, each, plan, keep) for name, each in found.items()},
        refused=tuple(refused[at] for at in sorted(refused)),
    )


def look_up(laws: Mapping[str, TaxBenefitSystem], plan: Plan) -> None:
    """Look up which rules and numbers of the laws a plan takes, once for all blocks; processes forked later know it.

    They are found by evaluating one person of whom nothing is stated.
    """
    nobody = Block(1, 1, numpy.zeros(1, dtype=numpy.intp), numpy.zeros(1, dtype=numpy.int8), {})
    for name, system in laws.items():
        _found(system, nobody, plan, name)


def _found(system: TaxBenefitSystem, block: Block, plan: Plan, law: str) -> _Found:
    """Ask for what the law has a rule for, and for what is stated of someone though it has none."""
    only_stated = {}
    for key in plan.unanswered[law]:
        known = stated_for(block, key) if key[0] in system.variables else None
        if known is not None:
            only_stated[key] = known
    asked = [key for key in plan.asked if key not in plan.unanswered[law] or key in only_stated]
    with numpy.errstate(divide="ignore", invalid="ignore"):  # what comes of it is looked at, cell by cell
        answers = evaluate(system, block, asked)
    return _Found(
        {key: Cells(values, only_stated.get(key)) for key, values in answers.values.items()}, answers.not_modelled
    )


def _not_numbers(loaded: LoadedBlock, found: Mapping[str, _Found], plan: Plan) -> dict[int, Refused]:
    """Return the households without a result, by position, each with the first cell that is not a number."""
    refused: dict[int, Refused] = {}
    for law, each in found.items():
        seen: set[int] = set()  # the same array may stand for several months
        for name, period in plan.asked:
            cells = each.cells.get((name, period))
            if cells is None or cells.values.dtype != numpy.float64 or id(cells.values) in seen:
                continue
            seen.add(id(cells.values))
            if is_stretched(cells.values) and numpy.isfinite(cells.values[0]):
                continue
            for at in numpy.flatnonzero(~numpy.isfinite(cells.values)):
                of_person = plan.entity_of[name] == PERSONS
                household = int(loaded.block.members[at]) if of_person else int(at)
                person = str(loaded.person_ids[int(at)]) if of_person else ""
                refusal = Refused(str(loaded.household_ids[household]), person, law, name, period)
                refused.setdefault(household, refusal)
    return refused


def _results(loaded: LoadedBlock, found: _Found, plan: Plan, keep: Mask) -> LawResults:
    kept = {PERSONS: keep[loaded.block.members], HOUSEHOLDS: keep}
    weights = _weights(loaded)
    weights_of = {PERSONS: weights[loaded.block.members], HOUSEHOLDS: weights}
    first = {PERSONS: _people(loaded), HOUSEHOLDS: loaded.design}
    columns = {name: dict(zip(table.column_names, table.columns, strict=True)) for name, table in first.items()}
    sums = {}
    for column in plan.columns:
        months = [
            found.cells[column.variable, when] for when in column.periods if (column.variable, when) in found.cells
        ]
        cells = together(column, months)
        if column.name not in columns[column.entity]:
            columns[column.entity][column.name] = as_array(column, cells, first[column.entity].num_rows)
        if column.is_amount and cells is not None:
            sums[column.name] = _sums(cells, kept[column.entity], weights_of[column.entity])
    tables = {name: _rows(pa.table(each), kept[name]) for name, each in columns.items()}
    return LawResults(
        persons=tables[PERSONS],
        households=tables[HOUSEHOLDS],
        sums=sums,
        not_modelled=found.not_modelled,
    )


def _rows(table: pa.Table, kept: Mask) -> pa.Table:
    return table if kept.all() else table.filter(pa.array(kept))


def _people(loaded: LoadedBlock) -> pa.Table:
    block = loaded.block
    households = loaded.household_ids.take(pa.array(block.members))
    roles = pa.DictionaryArray.from_arrays(pa.array(block.roles), pa.array(ROLES)).cast(pa.string())
    return pa.table({"person_id": loaded.person_ids, "household_id": households, "role": roles})


def _weights(loaded: LoadedBlock) -> NDArray[numpy.float64]:
    """Return the weight of each household; one where the tables state none."""
    if "weight" not in loaded.design.column_names:
        return numpy.ones(loaded.block.households)
    weights: Any = loaded.design.column("weight").to_numpy()
    return numpy.asarray(weights, dtype=numpy.float64)


def _sums(cells: Cells, kept: Mask, weights: NDArray[numpy.float64]) -> Sums:
    if is_stretched(cells.values) and cells.values[0] == 0:
        return Sums(Fraction(0), Fraction(0), 0)
    paid = kept & (cells.values != 0)
    return Sums(exact_sum(cells.values[paid] * weights[paid]), exact_sum(weights[paid]), int(paid.sum()))
