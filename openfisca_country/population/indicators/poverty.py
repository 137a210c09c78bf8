"""How many are poor, how far below the line, and how unequally: the indices of Foster, Greer and Thorbecke.

P_a = sum w ((z - y) / z)^a 1[y < z] / sum w over persons (Foster, Greer and Thorbecke 1984, "A class of decomposable
poverty measures", Econometrica 52): a = 0 the headcount, 1 the gap, 2 the severity.
"""

import numpy

from openfisca_country.population.indicators.design import Sample
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.statistic import Numbers, Statistic


def is_poor(income: Numbers, line: float, at_line: bool = False) -> Numbers:
    """Tell who is below the line (or at it), as 1 and 0; shape (households,)."""
    return (income <= line if at_line else income < line).astype(numpy.float64)


def shortfall(income: Numbers, line: float, power: int, at_line: bool = False) -> Numbers:
    """Return ((z - y) / z)^a of the poor and 0 of the others; shape (households,)."""
    return is_poor(income, line, at_line) * numpy.clip((line - income) / line, 0.0, None) ** power


def poverty(
    sample: Sample, income: Numbers, members: Numbers, line: float, power: int, at_line: bool = False
) -> Statistic:
    """Return P_a of some persons, at a line that is known and not estimated.

    Args:
        sample: of households.
        income: per member and month; shape (households,).
        members: of each household who are counted; shape (households,).
        line: in the same unit.
        power: a: 0 headcount, 1 gap, 2 severity.
        at_line: count who has exactly the line as poor too; by default only who has less.

    """
    counted = sample.total(members)
    return sample.total(members * shortfall(income, line, power, at_line)) / counted


def relative_line(people: Distribution, share: float) -> Statistic:
    """Return a line at a share of the median income per person, with its linearised variable.

    The influence of a person on the median is -(1[y <= median] - 1/2) / (N f(median)) (Deville 1999), f the density of
    incomes.
    """
    median = people.quantile(0.5)
    persons = float((people.sample.weight * people.members).sum())
    below = (people.income <= median) - 0.5
    influence = -people.members * below / (persons * density(people, median))
    seen = int(numpy.count_nonzero(people.members))
    return people.sample.linearised(share * median, share * influence, seen)


def relative_poverty(people: Distribution, line: Statistic, power: int) -> Statistic:
    """Return P_a at a line that is estimated itself: its own error enters (Osier 2009).

    Args:
        people: who are counted; their sample is that of the line, or of a part of its households.
        line: as `relative_line` gives it.
        power: a.

    """
    index = poverty(people.sample, people.income, people.members, line.value, power)
    scores = index.scores + _slope(people, line.value, power) * line.scores
    return Statistic(index.value, scores, index.observations)


def _slope(people: Distribution, line: float, power: int) -> float:
    """Return dP_a / dz: the density at the line for the headcount, a mean of a ((z-y)/z)^(a-1) y / z^2 beyond."""
    weighted = people.sample.weight * people.members
    persons = float(weighted.sum())
    if persons == 0:
        return 0.0
    if power == 0:
        return density(people, line)
    slope = power * shortfall(people.income, line, power - 1) * people.income / line**2
    return float((weighted * slope).sum()) / persons


def density(people: Distribution, point: float) -> float:
    """Estimate the density of incomes at a point, with a normal kernel and Silverman's bandwidth.

    Silverman 1986, "Density estimation for statistics and data analysis", 3.31: 0.9 min(s, IQR / 1.34) n^(-1/5).
    """
    weighted = people.sample.weight * people.members
    persons = float(weighted.sum())
    mean = float((weighted * people.income).sum()) / persons
    deviation = float(numpy.sqrt((weighted * (people.income - mean) ** 2).sum() / persons))
    spread = (people.quantile(0.75) - people.quantile(0.25)) / 1.34
    width = min(deviation, spread) if spread > 0 else deviation
    bandwidth = 0.9 * (width or 1.0) * numpy.count_nonzero(weighted) ** -0.2
    kernel = numpy.exp(-0.5 * ((people.income - point) / bandwidth) ** 2) / numpy.sqrt(2 * numpy.pi)
    return float((weighted * kernel).sum()) / (persons * bandwidth)
