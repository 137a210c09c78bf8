"""What work leaves a family with: the population once more, each worker's earnings in turn being nothing, or 3 % more.

Net replacement rate: Y_out / Y_in. Participation tax rate: 1 - (Y_in - Y_out) / E, the share of earnings that taxes and
lost benefits take (OECD, Benefits and Wages: methodology). Marginal effective tax rate: 1 - (Y_more - Y_in) / (0.03 E),
the same of 3 % more earnings, a step as in EUROMOD's work incentive indicators (Jara and Tumino 2013, International
Journal of Microsimulation 6). Y is disposable income of the household over the period, E the worker's own wage and
income from self-employment. `workers.workers_of` says what not working means.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy
import polars
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from openfisca_country.population.engines import in_processes, in_this_process
from openfisca_country.population.indicators.collapse import AGES, parts
from openfisca_country.population.indicators.groups import SEXES, Group
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from openfisca_country.population.indicators.study import Measure, Study, measures, ratios
from openfisca_country.population.indicators.workers import ADULT, STEP, Workers, workers_of
from openfisca_country.population.laws import Law, load_law
from openfisca_country.population.tables.blocks import load_block
from openfisca_country.population.tables.staging import Staged

HIGH = 0.5
HOUSEHOLD, PLACE, COUNT = "household_id", "place", "workers"
INDICATORS = (
    "net_replacement_rate",
    "participation_tax_rate",
    "high_participation_tax",
    "marginal_tax_rate",
    "high_marginal_tax",
)
OF_PERSONS: dict[str, dict[str, polars.Expr]] = {
    "sex": {sex: polars.col("sex") == sex for sex in SEXES},
    "age": {name: polars.col("age").is_between(low, high) for name, (low, high) in AGES.items()},
}
"""Cuts of workers themselves, and who is in each part."""


@dataclass(frozen=True)
class RatesOfBlock:
    """Works out the rates of the workers of a block under each law, one file a law.

    It may run in a process forked from this one, where polars, whose threads do not survive a fork, would wait forever.

    Attributes:
        laws: by key.
        staged: where the blocks stand.
        folder: of the files.
        period: a month or a year.

    """

    laws: dict[str, Law]
    staged: Staged
    folder: Path
    period: str

    def __call__(self, number: int) -> int:
        """Do a block, and return its number."""
        systems = {key: load_law(law) for key, law in self.laws.items()}
        loaded = load_block(next(iter(systems.values())), self.staged, number)
        for key, system in systems.items():
            found = workers_of(system, loaded.block, self.period)
            table = pa.table({HOUSEHOLD: loaded.household_ids.take(pa.array(found.households)), **rates(found)})
            (self.folder / key).mkdir(parents=True, exist_ok=True)
            pq.write_table(table.filter(pa.array(sound(found))), self.folder / key / f"part-{number:05d}.parquet")
        return number


def rates(workers: Workers) -> dict[str, Any]:
    """Return the rates of each worker, with sex and age; shape (workers,) each."""
    out, own, earned = workers.not_working, workers.working, workers.earnings
    with numpy.errstate(divide="ignore", invalid="ignore"):
        replaced, taken = out / own, 1 - (own - out) / earned
        marginal = 1 - (workers.earning_more - own) / (STEP * earned)
    found = (replaced, taken, taken > HIGH, marginal, marginal > HIGH)
    columns: dict[str, Any] = {name: each.astype(float) for name, each in zip(INDICATORS, found, strict=True)}
    return {**columns, "sex": workers.sex, "age": workers.age}


def sound(workers: Workers) -> NDArray[numpy.bool_]:
    """Tell whose rates can be computed: there is an income at work to compare with; shape (workers,)."""
    incomes = (workers.working, workers.not_working, workers.earning_more)
    return (workers.working > 0) & numpy.isfinite(incomes).all(axis=0)


def work_incentives(
    study: Study, laws: dict[str, Law], staged: Staged, period: str, scratch: Path, processes: int = 1
) -> Iterator[Measure]:
    """Return the mean rates of employed adults: in every part in which households are whole, by sex and by age.

    Args:
        study: the population.
        laws: by key.
        staged: its tables, cut into blocks.
        period: a month or a year.
        scratch: folder for what each worker comes to.
        processes: on this machine.

    """
    share_out: Any = in_this_process if processes == 1 else in_processes(processes)
    for _ in share_out(RatesOfBlock(laws, staged, scratch, period), range(staged.blocks)):
        pass
    groups = [_of_adults(each) for each in study.groups.values() if each.codes is not None or each.name in OF_PERSONS]
    place = (
        study.collapsed.facts(HOUSEHOLD).with_columns(polars.col(HOUSEHOLD).cast(polars.String)).with_row_index(PLACE)
    )
    by_law = {law: _totals_of_law(study, groups, _workers(place, scratch / law)) for law in laws}
    for number, group in enumerate(groups):
        yield from _measures(group, {law: totals[number] for law, totals in by_law.items()})


Totals = dict[str, Statistic]
"""Of one part of the population: by indicator, and the number of workers."""


def _of_adults(group: Group) -> Group:
    """Return a group without the ages at which nobody counts as a worker."""
    if group.name != "age":
        return group
    return replace(group, parts=tuple(each for each in group.parts if AGES[each.level][1] >= ADULT))


def _workers(place: polars.DataFrame, folder: Path) -> polars.DataFrame:
    """Read the workers under a law, each with the place of the household in the study; in the order of the blocks."""
    table = polars.read_parquet(parts(folder))
    return table.join(place, on=HOUSEHOLD, how="inner", maintain_order="left").drop(HOUSEHOLD)


def _totals_of_law(study: Study, groups: list[Group], workers: polars.DataFrame) -> list[list[Totals]]:
    """Return the totals of each part of each group."""
    whole = _sums(study, workers)
    found = []
    for group in groups:
        if group.codes is not None:
            count = len(group.parts)
            totals = {name: study.sample.totals(each, group.codes, count) for name, each in whole.items()}
            found.append([{name: each[at] for name, each in totals.items()} for at in range(count)])
        else:
            inside = (workers.filter(OF_PERSONS[group.name][part.level]) for part in group.parts)
            sums = (_sums(study, some) for some in inside)
            found.append([{name: study.sample.total(each) for name, each in some.items()} for some in sums])
    return found


def _sums(study: Study, workers: polars.DataFrame) -> dict[str, Numbers]:
    """Add up the rates of the workers of each household; shape (households,)."""
    place, count = workers[PLACE].to_numpy(), len(study.size)
    ones = numpy.ones(workers.height)
    counted = {**{name: workers[name].to_numpy() for name in INDICATORS}, COUNT: ones}
    return {name: numpy.bincount(place, each, count).astype(numpy.float64) for name, each in counted.items()}


def _measures(group: Group, by_law: dict[str, list[Totals]]) -> Iterator[Measure]:
    for indicator in INDICATORS:
        found = {
            law: ratios([each[indicator] for each in totals], [each[COUNT] for each in totals])
            for law, totals in by_law.items()
        }
        yield from measures(indicator, group, found)
