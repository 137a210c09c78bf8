"""Whom benefits reach, with how much, and what they do against poverty, one benefit at a time.

All members of a household that receives a benefit are its beneficiaries, direct and indirect, as in the World Bank's
ASPIRE (Atlas of Social Protection: Indicators of Resilience and Equity) and ADePT Social Protection. Parts of the
population are formed once, under current law, and are the same under every reform; tenths are formed both by income
with the benefit (group ``decile``) and by income less it (group ``decile before the benefit``), for the results differ.
"""

from collections.abc import Iterator, Mapping

import numpy

from openfisca_country.population.indicators.groups import Group
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.poverty import is_poor, poverty
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from openfisca_country.population.indicators.study import Benefit, Measure, Study, measures, ratios

ALL_BENEFITS = "benefits"
PARTIAL = ("all", "decile", "poor")
FIFTH = 0.2

Given = Mapping[str, Numbers]
"""What each household receives of a benefit per head and month, by law."""


def benefits(study: Study) -> Iterator[Measure]:
    """Everything about each benefit."""
    ginis = {law: study.distribution(law).gini() for law in study.laws}
    for benefit in study.benefits:
        before = study.before(benefit.name)
        given = {law: study.per_head(study.amount(law, benefit.name)) for law in study.laws}
        yield from coverage(study, benefit, given, before)
        yield from incidence(study, benefit, given, before)
        yield from targeting(study, benefit, given, before, ginis)


def coverage(study: Study, benefit: Benefit, given: Given, before: Group) -> Iterator[Measure]:
    """Coverage, average transfer and adequacy: of all benefits in every part, of each by tenth and among the poor."""
    names = study.groups if benefit.name == ALL_BENEFITS else [name for name in PARTIAL if name in study.groups]
    for group in [*(study.groups[name] for name in names), before]:
        persons = study.counts(group)
        found: dict[str, dict[str, list[Statistic]]] = {"coverage": {}, "average_transfer": {}, "adequacy": {}}
        for law, transfer in given.items():
            reached = received(transfer)
            who, paid = study.totals(group, reached), study.totals(group, transfer)
            found["coverage"][law] = ratios(who, persons)
            found["average_transfer"][law] = ratios(paid, who)
            found["adequacy"][law] = ratios(paid, study.totals(group, reached * study.incomes[law]))
        for indicator, by_law in found.items():
            yield from measures(indicator, group, by_law, (benefit.name, benefit.label))


def incidence(study: Study, benefit: Benefit, given: Given, before: Group) -> Iterator[Measure]:
    """How beneficiaries, and the money, spread over the parts: shares that add up to 1."""
    for group in [*(study.groups[name] for name in PARTIAL[1:] if name in study.groups), before]:
        who = {law: _shares(study.totals(group, received(transfer))) for law, transfer in given.items()}
        money = {law: _shares(study.totals(group, transfer)) for law, transfer in given.items()}
        for indicator, by_law in (("beneficiary_incidence", who), ("benefit_incidence", money)):
            yield from measures(indicator, group, by_law, (benefit.name, benefit.label))


def received(transfer: Numbers) -> Numbers:
    """Tell who receives anything, as 1 and 0."""
    return (transfer > 0).astype(numpy.float64)


def _shares(parts: list[Statistic]) -> list[Statistic]:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return [(part / whole).resting_on(part.observations) for part in parts]


def targeting(
    study: Study, benefit: Benefit, given: Given, before: Group, ginis: Mapping[str, Statistic]
) -> Iterator[Measure]:
    """Who is missed, who is reached without being poor, and what a benefit does against poverty and inequality.

    The poor are those whose income less the benefit, both under the same law, is below the first line.
    """
    found: dict[str, dict[str, list[Statistic]]] = {}
    ones = numpy.ones(len(study.size))
    poorest = before.members(0, ones) + before.members(1, ones)
    for law, transfer in given.items():
        for indicator, statistic in _targeting(study, law, transfer, poorest, ginis[law]).items():
            found.setdefault(indicator, {})[law] = [statistic]
    for indicator, by_law in found.items():
        yield from measures(indicator, study.everyone, by_law, (benefit.name, benefit.label))


def _targeting(study: Study, law: str, transfer: Numbers, poorest: Numbers, gini: Statistic) -> dict[str, Statistic]:
    income, total = study.incomes[law], study.sample.total
    recipients, money = total(study.size * received(transfer)), total(study.size * transfer)
    without = Distribution(study.sample, income - transfer, study.size).gini()
    found = {
        "cgh": (total(study.size * transfer * poorest) / money).times(1 / FIFTH),
        "gini_reduction": _reduction(without, gini).resting_on(recipients.observations),
    }
    if study.lines:
        found |= _against_poverty(study, income, transfer, study.lines[0].value)
    return found


def _against_poverty(study: Study, income: Numbers, transfer: Numbers, line: float) -> dict[str, Statistic]:
    total, size = study.sample.total, study.size
    reached, poor = received(transfer), is_poor(income - transfer, line)
    recipients, money = total(size * reached), total(size * transfer)
    covered_poor = total(size * poor * reached) / total(size * poor)
    covered_others = total(size * (1 - poor) * reached) / total(size * (1 - poor))
    headcount, gap = (
        [poverty(study.sample, each, size, line, power) for each in (income - transfer, income)] for power in (0, 1)
    )
    closed = (gap[0] - gap[1]) * total(size)
    return {
        "exclusion_error": covered_poor.less_than_one(),
        "inclusion_error": total(size * (1 - poor) * reached) / recipients,
        "targeting_differential": covered_poor - covered_others,
        "headcount_reduction": _reduction(*headcount).resting_on(recipients.observations),
        "gap_reduction": _reduction(*gap).resting_on(recipients.observations),
        "benefit_cost_ratio": (closed.times(line) / money).resting_on(recipients.observations),
    }


def _reduction(without: Statistic, with_it: Statistic) -> Statistic:
    return (without - with_it) / without
