"""What work leaves a family with: the population once more, each worker's wage in turn being nothing.

Net replacement rate: income out of work over income in work. Participation tax rate: 1 - (Y_in - Y_out) / wage, the
share of the wage that taxes and lost benefits take (OECD, Benefits and Wages: methodology). Y is disposable income of
the household over the period, the wage the worker's own of the same period. Everything else stays as stated: nobody
registers as unemployed, and no one else in the household works more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy
import polars
from numpy.typing import NDArray
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.engine import Block, Stated, evaluate, months_of
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Measure, Study, measures, ratios
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import Staged

ADULT = 18
HIGH = 0.5
WAGE, INCOME = "wage", "disposable_income"
INDICATORS = ("net_replacement_rate", "participation_tax_rate", "high_participation_tax")
SUMS = (*INDICATORS, "workers")


@dataclass(frozen=True, eq=False)
class Workers:
    """The employed adults of a block.

    Attributes:
        persons: their positions.
        turn: for each, which worker of the household it is, from 0.
        wage: of each, over the period.

    """

    persons: NDArray[numpy.intp]
    turn: NDArray[numpy.intp]
    wage: Numbers


def work_incentives(
    study: Study, staged: Staged, systems: Mapping[str, TaxBenefitSystem], period: str
) -> Iterator[Measure]:
    """Return the mean rates of employed adults, in every part in which households are whole.

    Args:
        study: the population.
        staged: its tables, cut into blocks.
        systems: the law of each key.
        period: a month or a year.

    """
    place = study.collapsed.facts("household_id").with_columns(polars.col("household_id").cast(polars.String))
    sums = {law: _aligned(place, _sums_of_blocks(staged, system, period)) for law, system in systems.items()}
    for group in study.groups.values():
        if group.codes is None:
            continue
        codes, count = group.codes, len(group.parts)
        for indicator in INDICATORS:
            found = {}
            for law, each in sums.items():
                counted = study.sample.totals(each["workers"], codes, count)
                found[law] = ratios(study.sample.totals(each[indicator], codes, count), counted)
            yield from measures(indicator, group, found)


def _aligned(place: polars.DataFrame, sums: polars.DataFrame) -> dict[str, Numbers]:
    """Bring sums into the order of the study's households; zero for those without workers."""
    joined = place.join(sums, on="household_id", how="left", maintain_order="left").fill_null(0.0)
    return {name: joined[name].to_numpy().astype(numpy.float64) for name in SUMS}


def _sums_of_blocks(staged: Staged, system: TaxBenefitSystem, period: str) -> polars.DataFrame:
    tables = []
    for number in range(staged.blocks):
        loaded = load_block(system, staged, number)
        ids = polars.Series("household_id", loaded.household_ids.to_pylist(), dtype=polars.String)
        tables.append(polars.DataFrame({"household_id": ids, **rates(system, loaded.block, period)}))
    return polars.concat(tables)


def rates(system: TaxBenefitSystem, block: Block, period: str) -> dict[str, Numbers]:
    """Add up the rates of the employed adults of each household.

    Args:
        system: the law.
        block: people.
        period: a month or a year.

    Returns:
        By indicator, and the number of workers under ``workers``; shape (households,) each.

    """
    months = months_of(period)
    inside = _income(system, block, months)
    workers = workers_of(system, block, months)
    found = {name: numpy.zeros(block.households) for name in SUMS}
    for turn in range(int(workers.turn.max(initial=-1)) + 1):
        chosen = workers.turn == turn
        persons = workers.persons[chosen]
        households = block.members[persons]
        outside = _income(system, without_wage(block, persons), months)[households]
        earned, own = workers.wage[chosen], inside[households]
        with numpy.errstate(divide="ignore", invalid="ignore"):
            replaced, taken = outside / own, 1 - (own - outside) / earned
        sound = (own > 0) & numpy.isfinite(replaced) & numpy.isfinite(taken)
        for name, each in zip(SUMS, (replaced, taken, taken > HIGH, numpy.ones(len(persons))), strict=True):
            found[name][households[sound]] += each[sound]  # one worker a household and turn
    return found


def workers_of(system: TaxBenefitSystem, block: Block, months: tuple[str, ...]) -> Workers:
    """Return the adults with a wage in some month."""
    asked = [*((WAGE, month) for month in months), ("age", months[-1])]
    values = evaluate(system, block, asked).values
    wage = numpy.sum([values[WAGE, month] for month in months], axis=0)
    persons = numpy.flatnonzero((wage > 0) & (values["age", months[-1]] >= ADULT))
    order = persons[numpy.argsort(block.members[persons], kind="stable")]
    household = block.members[order]
    first = numpy.searchsorted(household, household)
    return Workers(order, numpy.arange(len(order)) - first, wage[order])


def without_wage(block: Block, persons: NDArray[numpy.intp]) -> Block:
    """Return the same people, some of them without wage in any month."""
    layers = {}
    for period, stated in block.stated.get(WAGE, {}).items():
        values = numpy.array(stated.values, dtype=numpy.float64)
        values[persons] = 0.0
        layers[period] = Stated(values, stated.mask)
    return replace(block, stated={**block.stated, WAGE: layers})


def _income(system: TaxBenefitSystem, block: Block, months: tuple[str, ...]) -> Numbers:
    values = evaluate(system, block, [(INCOME, month) for month in months]).values
    return numpy.asarray(numpy.sum([values[INCOME, month] for month in months], axis=0), dtype=numpy.float64)
