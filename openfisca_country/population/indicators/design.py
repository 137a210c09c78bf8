"""The sample: whom each household stands for, and how far a number of the sample may be from that of the population.

The error of a total is that of the design by Taylor linearisation: the first-stage units (clusters) of each stratum are
taken as drawn with replacement, which is cautious where many of a stratum's units were drawn. The library `svy`
computes it. Every other statistic enters as its linearised variable (Deville 1999, "Variance estimation for complex
statistics and estimators: linearization and residual techniques", Survey Methodology 25; Osier 2009, "Variance
estimation for complex indicators of poverty and inequality using linearization techniques", Survey Research Methods 3),
the total of which has, to first order, the error of the statistic.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy
import polars
import svy
from numpy.typing import NDArray
from scipy.special import stdtrit

from openfisca_country.population.indicators.statistic import Numbers, Statistic

MOST_UNITS = 5_000
GROUPS = 1_000
AT_ONCE = 250


@dataclass(frozen=True, eq=False)
class Sample:
    """Households with their weights, and the units they were drawn in.

    Attributes:
        weight: households that each stands for; shape (households,).
        unit: for each household, the position of its first-stage unit; shape (households,).
        stratum: for each unit, the position of its stratum; shape (units,).
        strata: given by the tables; 0 where none is.
        clusters: given by the tables; 0 where none is.
        census: True where there is no sampling error: every household stands for itself.

    """

    weight: Numbers
    unit: NDArray[numpy.intp]
    stratum: NDArray[numpy.intp]
    strata: int
    clusters: int
    census: bool

    @property
    def units(self) -> int:
        """Return the number of first-stage units that the error is computed from; none for a census."""
        return 0 if self.census else len(self.stratum)

    def total(self, amount: Numbers, observations: int | None = None) -> Statistic:
        """Return the weighted total of an amount of households.

        Args:
            amount: shape (households,).
            observations: households the total rests on; by default those whose amount is not zero.

        """
        weighted = self.weight * amount
        seen = int(numpy.count_nonzero(amount)) if observations is None else observations
        return Statistic(float(weighted.sum()), self._by_unit(weighted), seen)

    def totals(self, amount: Numbers, codes: NDArray[Any], levels: int) -> list[Statistic]:
        """Return the weighted totals of an amount in each part of the population.

        Args:
            amount: shape (households,).
            codes: for each household, the position of its part; shape (households,).
            levels: how many parts there are.

        """
        some = numpy.flatnonzero(amount)  # most benefits reach few; adding zeros changes no sum, and takes its time
        parts, weighted = codes[some].astype(numpy.intp), self.weight[some] * amount[some]
        values = numpy.bincount(parts, weighted, levels)
        seen = numpy.bincount(parts, minlength=levels)
        scores = numpy.zeros((levels, 0))
        if self.units:
            place = parts * self.units + self.unit[some]
            scores = _summed(place, weighted, levels * self.units).reshape(levels, self.units)
        return [Statistic(float(values[i]), scores[i], int(seen[i])) for i in range(levels)]

    def of(self, inside: NDArray[numpy.bool_]) -> "Sample":
        """Return the sample of some households: a statistic of them has the error of a domain of the whole design."""
        return replace(self, weight=self.weight[inside], unit=self.unit[inside])

    def linearised(self, value: float, influence: Numbers, observations: int) -> Statistic:
        """Return a statistic by its value and its linearised variable; shape (households,)."""
        return Statistic(float(value), self._by_unit(self.weight * influence), observations)

    def _by_unit(self, weighted: Numbers) -> Numbers:
        return _summed(self.unit, weighted, self.units) if self.units else numpy.zeros(0)


def draw_up(
    weight: Numbers, stratum: NDArray[Any] | None = None, cluster: NDArray[Any] | None = None, census: bool = False
) -> tuple[Sample, list[str]]:
    """Draw up the sample from the columns of the tables.

    Many units are dealt into random groups within their stratum (Wolter 2007, "Introduction to variance estimation",
    chapter 2), so that the error of a large sample costs no more than that of a small one.

    Args:
        weight: shape (households,).
        stratum: of each household, in any words; nothing where the design has none.
        cluster: of each household; clusters of the same name in two strata are two clusters.
        census: True where every household of the country is in the tables.

    Returns:
        The sample, and what the reader must know of its errors.

    """
    count = len(weight)
    strata = _codes(stratum) if stratum is not None else numpy.zeros(count, dtype=numpy.intp)
    clusters = _codes(cluster) if cluster is not None else numpy.arange(count)
    unit = _codes(strata * (int(clusters.max(initial=0)) + 1) + clusters)
    units = int(unit.max()) + 1 if count else 0
    of_unit = numpy.zeros(units, dtype=numpy.intp)
    of_unit[unit] = strata
    if units > MOST_UNITS and not census:
        unit, of_unit = _dealt(unit, of_unit)
    given = 0 if stratum is None else int(strata.max()) + 1
    sample = Sample(weight, unit, of_unit, given, 0 if cluster is None else units, census)
    return sample, _notes(sample)


def _summed(places: NDArray[numpy.intp], amounts: Numbers, count: int) -> Numbers:
    return numpy.bincount(places, amounts, count).astype(numpy.float64, copy=False)


def _codes(values: Any) -> NDArray[numpy.intp]:
    """Give each distinct value a number, in their order."""
    ranks = polars.Series(values).rank("dense").to_numpy()
    return ranks.astype(numpy.intp) - 1


def _dealt(unit: NDArray[numpy.intp], stratum: NDArray[numpy.intp]) -> tuple[NDArray[numpy.intp], NDArray[numpy.intp]]:
    """Deal the units of each stratum into groups, as many in proportion to its size."""
    group = numpy.zeros(len(stratum), dtype=numpy.intp)
    of_group: list[int] = []
    for each in numpy.unique(stratum):
        inside = numpy.flatnonzero(stratum == each)
        groups = min(len(inside), max(2, round(GROUPS * len(inside) / len(stratum))))
        group[inside] = len(of_group) + numpy.arange(len(inside)) % groups
        of_group += [int(each)] * groups
    return group[unit], numpy.array(of_group, dtype=numpy.intp)


def _notes(sample: Sample) -> list[str]:
    if sample.census:
        return []
    notes = []
    if not sample.clusters and not sample.strata:
        notes.append(
            "The tables name neither stratum nor cluster: the errors are those of households drawn one by one, "
            "which is too small where they were drawn in clusters; add the columns stratum and cluster."
        )
    alone = int((numpy.bincount(sample.stratum) == 1).sum()) if sample.units else 0
    if alone and sample.strata:
        notes.append(
            f"{alone} of {sample.strata} strata hold a single cluster: it is compared with the mean of all clusters."
        )
    return notes


def standard_errors(sample: Sample, statistics: Sequence[Statistic]) -> tuple[Numbers, float]:
    """Compute the standard errors of many statistics at once.

    Args:
        sample: the design.
        statistics: each with its scores by first-stage unit.

    Returns:
        The errors in the same order, not a number where they cannot be known (a census, a single unit), and the
        half-width of a 95 % interval in standard errors, by Student's distribution with units less strata degrees of
        freedom.

    """
    errors = numpy.full(len(statistics), numpy.nan)
    strata = len(numpy.unique(sample.stratum))
    freedom = sample.units - strata
    if sample.units < 2 or freedom < 1:  # one unit says nothing of how units differ
        return errors, float("nan")
    sound = [each for each in statistics if numpy.isfinite(each.scores).all()]
    distinct = {each.scores.tobytes(): each.scores for each in sound}
    found = dict(zip(distinct, _errors_of_totals(sample, list(distinct.values())), strict=True))
    errors[:] = [found.get(each.scores.tobytes(), numpy.nan) for each in statistics]
    return errors, float(stdtrit(freedom, 0.975))


def _errors_of_totals(sample: Sample, scores: list[Numbers]) -> list[float]:
    """Return the standard error of the total of each set of scores by unit, under the design."""
    frame = {"stratum": sample.stratum, "unit": numpy.arange(sample.units), "weight": numpy.ones(sample.units)}
    design = svy.Design(stratum="stratum", psu="unit", wgt="weight", singleton="center")
    errors: list[float] = []
    for start in range(0, len(scores), AT_ONCE):
        some = {f"score_{place}": each for place, each in enumerate(scores[start : start + AT_ONCE])}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a total of zero has no coefficient of variation; nobody asks for it
            table: Any = svy.Sample(polars.DataFrame({**frame, **some}), design).estimation.total(list(some))
        errors += table.to_polars()["se"].to_list()
    return errors
