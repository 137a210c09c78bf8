"""Mean incomes, poverty and inequality, for the population and its parts."""

from collections.abc import Iterator
from itertools import pairwise

import numpy

from openfisca_country.population.impact_results import PovertyLine
from openfisca_country.population.indicators.groups import Group
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.poverty import relative_line, relative_poverty, shortfall
from openfisca_country.population.indicators.statistic import Statistic
from openfisca_country.population.indicators.study import Measure, Study, measures, ratios

MEANS = {
    "mean_income": "disposable_income",
    "mean_market_income": "market_income",
    "mean_benefits": "benefits",
    "mean_taxes_and_contributions": "taxes_and_contributions",
}
"""Means a person and month, and the variable of each."""

POVERTY = ("poverty_headcount", "poverty_gap", "poverty_severity")
UNEQUAL = ("gini", "s80_s20", "palma", "theil")


def means(study: Study) -> Iterator[Measure]:
    """Income, benefits and taxes a person and month, in every part of the population."""
    for indicator, variable in MEANS.items():
        amounts = {law: study.per_head(study.amount(law, variable)) for law in study.laws}
        for group in study.groups.values():
            counted = study.counts(group)
            found = {law: ratios(study.totals(group, each), counted) for law, each in amounts.items()}
            yield from measures(indicator, group, found)


def poor(study: Study) -> Iterator[Measure]:
    """Headcount, gap, severity and number of poor at each line, in every part but those that income itself makes."""
    groups = [group for group in study.groups.values() if group.name not in ("decile", "poor")]
    for line in study.lines:
        subject = (line.name, line.label)
        estimated = {law: _estimated(study, law, line) for law in study.laws}
        for group in groups:
            found = {law: _indices(study, group, law, line, each) for law, each in estimated.items()}
            for power, indicator in enumerate(POVERTY):
                yield from measures(indicator, group, {law: each[power] for law, each in found.items()}, subject)
            counted = study.counts(group)
            numbers = {law: _times(each[0], counted) for law, each in found.items()}
            yield from measures("number_of_poor", group, numbers, subject)


def _times(shares: list[Statistic], counted: list[Statistic]) -> list[Statistic]:
    return [(share * all_).resting_on(all_.observations) for share, all_ in zip(shares, counted, strict=True)]


def _estimated(study: Study, law: str, line: PovertyLine) -> Statistic | None:
    """Return a line that moves with incomes under a law; nothing for one that is known."""
    return None if line.relative is None else relative_line(study.distribution(law), line.relative)


def _indices(
    study: Study, group: Group, law: str, line: PovertyLine, estimated: Statistic | None
) -> list[list[Statistic]]:
    """Return headcount, gap and severity, each by part."""
    if estimated is not None:
        people = [study.part(group, place, law) for place in range(len(group.parts))]
        return [[relative_poverty(each, estimated, power) for each in people] for power in range(len(POVERTY))]
    counted = study.counts(group)
    return [
        ratios(study.totals(group, shortfall(study.incomes[law], line.value, power)), counted)
        for power in range(len(POVERTY))
    ]


def inequality(study: Study) -> Iterator[Measure]:
    """Gini, S80/S20, Palma and Theil of all and of each region, and the income share of each tenth."""
    for name in ("all", "region", "urban or rural"):
        group = study.groups.get(name)
        if group is None:
            continue
        found: dict[str, dict[str, list[Statistic]]] = {each: {law: [] for law in study.laws} for each in UNEQUAL}
        for law in study.laws:
            for place in range(len(group.parts)):
                people = study.part(group, place, law)
                found["gini"][law].append(people.gini())
                found["s80_s20"][law].append(people.ratio_of_shares(0.2, 0.2))
                found["palma"][law].append(people.ratio_of_shares(0.1, 0.4))
                found["theil"][law].append(people.theil())
        for indicator, by_law in found.items():
            yield from measures(indicator, group, by_law)
    tenths = {law: _tenths(study.distribution(law)) for law in study.laws}
    yield from measures("decile_share", study.groups["decile"], tenths)


def _tenths(people: Distribution) -> list[Statistic]:
    edges = [each / 10 for each in range(11)]
    return [people.share_between(low, high) for low, high in pairwise(edges)]


def lorenz_points() -> numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]:
    """Return the shares of persons at which a Lorenz curve is told: every hundredth."""
    return numpy.arange(101) / 100
