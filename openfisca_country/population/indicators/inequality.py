"""How unequal incomes are: Gini, shares of quantiles, Palma, Theil, and the Lorenz curve.

Every household enters with its weight times its members, all of whom have the household's income per member. Formulas:
World Bank, Handbook on Poverty and Inequality (Haughton and Khandker 2009), chapter 6; linearised variables: Langel and
Tillé 2013, "Variance estimation of the Gini index: revisiting a result several times published", Journal of the Royal
Statistical Society A 176; Langel and Tillé 2011, "Statistical inference for the quintile share ratio", Journal of
Statistical Planning and Inference 141.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy
from numpy.typing import NDArray

from openfisca_country.population.indicators.design import Sample
from openfisca_country.population.indicators.statistic import Numbers, Statistic


@dataclass(frozen=True, eq=False)
class Distribution:
    """Persons in the order of their income.

    Attributes:
        sample: of households.
        income: per member; shape (households,).
        members: of each household; shape (households,).

    """

    sample: Sample
    income: Numbers
    members: Numbers

    @cached_property
    def _order(self) -> NDArray[numpy.intp]:
        return numpy.argsort(self.income, kind="stable")

    @cached_property
    def _persons(self) -> Numbers:
        """Cumulative persons up to each household, from the poorest."""
        return numpy.cumsum((self.sample.weight * self.members)[self._order])

    @cached_property
    def _incomes(self) -> Numbers:
        """Cumulative income up to each household, from the poorest."""
        return numpy.cumsum((self.sample.weight * self.members * self.income)[self._order])

    @cached_property
    def _observations(self) -> int:
        return int(numpy.count_nonzero(self.members))

    @property
    def _empty(self) -> bool:
        return self._observations == 0 or self._persons[-1] <= 0 or self._incomes[-1] <= 0

    def _none(self) -> Statistic:
        return self.sample.linearised(numpy.nan, numpy.zeros_like(self.income), self._observations)

    def quantile(self, share: float) -> float:
        """Return the lowest income that at least this share of persons do not exceed."""
        place = int(numpy.searchsorted(self._persons, share * self._persons[-1] * (1 - 1e-12)))
        return float(self.income[self._order][min(place, len(self.income) - 1)])

    def parts(self, count: int) -> NDArray[numpy.intp]:
        """Cut the persons, the poorest first, into parts of equal size: 0, 1, …; a household stays whole.

        A household belongs to the part in which the middle of its members stands; shape (households,).
        """
        own = (self.sample.weight * self.members)[self._order]
        middle = (self._persons - own / 2) / self._persons[-1]
        parts = numpy.empty(len(self.income), dtype=numpy.intp)
        parts[self._order] = numpy.clip((middle * count).astype(numpy.intp), 0, count - 1)
        return parts

    def lorenz(self, points: Numbers) -> Numbers:
        """Return the share of all income that the poorest shares of persons have, by straight lines between households.

        Args:
            points: shares of persons, from 0 to 1.

        """
        persons = numpy.concatenate(([0.0], self._persons)) / self._persons[-1]
        incomes = numpy.concatenate(([0.0], self._incomes)) / self._incomes[-1]
        return numpy.asarray(numpy.interp(points, persons, incomes), dtype=numpy.float64)

    def share_below(self, share: float) -> Statistic:
        """Return the income share of the poorest so many: L(p), with z = (min(y, Q) - Q + p Q - L y) / Y."""
        if self._empty:
            return self._none()
        value = float(self.lorenz(numpy.array([share]))[0])
        limit = self.quantile(share)
        below = numpy.minimum(self.income - limit, 0.0) + share * limit
        influence = self.members * (below - value * self.income) / self._incomes[-1]
        return self.sample.linearised(value, influence, self._observations)

    def share_between(self, low: float, high: float) -> Statistic:
        """Return the income share of the persons between two shares, as the second tenth (0.1 to 0.2)."""
        if high >= 1:
            return self.share_below(low).less_than_one()
        return self.share_below(high) - self.share_below(low) if low > 0 else self.share_below(high)

    def ratio_of_shares(self, top: float, bottom: float) -> Statistic:
        """Return the income of the richest ``top`` over that of the poorest ``bottom``.

        S80/S20 is (0.2, 0.2); the ratio of Palma (2011, "Homogeneous middles vs. heterogeneous tails") is (0.1, 0.4).
        """
        return self.share_below(1 - top).less_than_one() / self.share_below(bottom)

    def gini(self) -> Statistic:
        """Return the Gini coefficient: 1 - sum (p_k - p_(k-1)) (L_k + L_(k-1)), from 0 (all equal) to 1."""
        if self._empty:
            return self._none()
        persons, incomes = self._persons[-1], self._incomes[-1]
        own = (self.sample.weight * self.members)[self._order]
        earned = own * self.income[self._order]
        area = numpy.sum(own * (2 * self._incomes - earned)) / (persons * incomes)
        value = 1 - float(area)
        below, earned_below = numpy.empty_like(self.income), numpy.empty_like(self.income)
        below[self._order] = self._persons - own / 2
        earned_below[self._order] = self._incomes - earned / 2
        influence = 2 * (self.income * below - earned_below) + incomes - persons * self.income
        influence = (influence - value * (incomes + persons * self.income)) / (persons * incomes)
        return self.sample.linearised(value, self.members * influence, self._observations)

    def theil(self) -> Statistic:
        """Return Theil's T: sum w (y/mu) ln(y/mu) / sum w, over incomes that are not negative; 0 for all equal."""
        if self._empty:
            return self._none()
        counted = self.income >= 0
        members = numpy.where(counted, self.members, 0.0)
        income = numpy.where(counted, self.income, 0.0)
        logs = numpy.log(income, out=numpy.zeros_like(income), where=income > 0)
        weighted = self.sample.weight * members
        persons, incomes = float(weighted.sum()), float((weighted * income).sum())
        if incomes <= 0:
            return self._none()
        entropy = float((weighted * income * logs).sum())
        value = entropy / incomes - numpy.log(incomes / persons)
        influence = income * logs / incomes - income * entropy / incomes**2 - income / incomes + 1 / persons
        return self.sample.linearised(value, members * influence, int(numpy.count_nonzero(members)))
