"""Whom benefits reach, with how much, and what they do against poverty, one benefit at a time.

All members of a household that receives a benefit are its beneficiaries, direct and indirect, as in the World Bank's
ASPIRE (Atlas of Social Protection: Indicators of Resilience and Equity) and ADePT Social Protection. Parts of the
population are formed once, under current law, and are the same under every reform; tenths are formed both by income
with the benefit (group ``decile``) and by income less it (group ``decile before the benefit``), for the results differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy

from openfisca_country.population.impact_results import CURRENT
from openfisca_country.population.indicators.groups import Group, deciles
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.poverty import is_poor, shortfall
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from openfisca_country.population.indicators.study import Benefit, Measure, Study, measures, ratios

ALL_BENEFITS = "benefits"
PARTIAL = ("all", "decile", "poor")
FIFTH = 0.2

Given = Mapping[str, Numbers]
"""What each household receives of a benefit per head and month, by law."""


@dataclass(frozen=True)
class Reach:
    """Whom a benefit reaches in a group, by part.

    Attributes:
        persons: in households that receive it.
        money: what they receive.
        income: theirs.

    """

    persons: list[Statistic]
    money: list[Statistic]
    income: list[Statistic]


def benefits(study: Study) -> Iterator[Measure]:
    """Everything about each benefit."""
    whole = {law: with_benefits(study, law) for law in study.laws}
    for benefit in study.benefits:
        given = {law: study.per_head(study.amount(law, benefit.name)) for law in study.laws}
        without = {law: study.without(law, transfer) for law, transfer in given.items()}
        tenths = without[CURRENT].parts(10)
        before = deciles(tenths, "decile before the benefit", "Decile of income before the benefit")
        yield from spread(study, benefit, given, before)
        yield from targeting(study, benefit, given, before, without, whole)


def spread(study: Study, benefit: Benefit, given: Given, before: Group) -> Iterator[Measure]:
    """Coverage and incidence: of all benefits in every part, of each by tenth and among the poor."""
    names = study.groups if benefit.name == ALL_BENEFITS else [name for name in PARTIAL if name in study.groups]
    subject = (benefit.name, benefit.label)
    for group in [*(study.groups[name] for name in names), before]:
        found = _reach(study, group, given)
        by_indicator = _coverage(study.counts(group), found)
        if group is before or group.name in PARTIAL[1:]:
            by_indicator |= _incidence(found)
        for indicator, by_law in by_indicator.items():
            yield from measures(indicator, group, by_law, subject)


def _reach(study: Study, group: Group, given: Given) -> dict[str, Reach]:
    """Return whom a benefit reaches under each law; what a reform leaves as it is, is added up once."""
    found: dict[str, Reach] = {}
    for law, transfer in given.items():
        reached = received(transfer)
        income = study.totals(group, reached * study.incomes[law])
        if found and numpy.array_equal(transfer, given[CURRENT]):
            found[law] = replace(found[CURRENT], income=income)
        else:
            found[law] = Reach(study.totals(group, reached), study.totals(group, transfer), income)
    return found


def _coverage(persons: list[Statistic], found: Mapping[str, Reach]) -> dict[str, dict[str, list[Statistic]]]:
    """Return coverage, average transfer and adequacy, by law."""
    return {
        "coverage": {law: ratios(each.persons, persons) for law, each in found.items()},
        "average_transfer": {law: ratios(each.money, each.persons) for law, each in found.items()},
        "adequacy": {law: ratios(each.money, each.income) for law, each in found.items()},
    }


def _incidence(found: Mapping[str, Reach]) -> dict[str, dict[str, list[Statistic]]]:
    """Return how beneficiaries, and the money, spread over the parts: shares that add up to 1."""
    return {
        "beneficiary_incidence": {law: _shares(each.persons) for law, each in found.items()},
        "benefit_incidence": {law: _shares(each.money) for law, each in found.items()},
    }


def received(transfer: Numbers) -> Numbers:
    """Tell who receives anything, as 1 and 0."""
    return (transfer > 0).astype(numpy.float64)


def _shares(parts: list[Statistic]) -> list[Statistic]:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return [(part / whole).resting_on(part.observations) for part in parts]


@dataclass(frozen=True)
class WithBenefits:
    """A population with all its benefits under one law.

    Attributes:
        gini: its Gini coefficient.
        poverty: its headcount and gap at the first line; nothing where there is none.

    """

    gini: Statistic
    poverty: tuple[Statistic, ...]


def with_benefits(study: Study, law: str) -> WithBenefits:
    """Return how unequal and how poor a population is under a law."""
    return WithBenefits(study.distribution(law).gini(), _poverty(study, study.incomes[law]))


def _poverty(study: Study, income: Numbers) -> tuple[Statistic, ...]:
    """Return headcount and gap at the first line."""
    lines = [line.value for line in study.lines[:1]]
    short = (study.size * shortfall(income, line, power) for line in lines for power in (0, 1))
    return tuple(study.sample.total(each) / study.persons for each in short)


def targeting(
    study: Study,
    benefit: Benefit,
    given: Given,
    before: Group,
    without: Mapping[str, Distribution],
    whole: Mapping[str, WithBenefits],
) -> Iterator[Measure]:
    """Who is missed, who is reached without being poor, and what a benefit does against poverty and inequality.

    The poor are those whose income less the benefit, both under the same law, is below the first line.
    """
    found: dict[str, dict[str, list[Statistic]]] = {}
    ones = numpy.ones(len(study.size))
    poorest = before.members(0, ones) + before.members(1, ones)
    for law, transfer in given.items():
        for indicator, statistic in _targeting(study, without[law], transfer, poorest, whole[law]).items():
            found.setdefault(indicator, {})[law] = [statistic]
    for indicator, by_law in found.items():
        yield from measures(indicator, study.everyone, by_law, (benefit.name, benefit.label))


def _targeting(
    study: Study, without: Distribution, transfer: Numbers, poorest: Numbers, whole: WithBenefits
) -> dict[str, Statistic]:
    total = study.sample.total
    recipients, money = total(study.size * received(transfer)), total(study.size * transfer)
    found = {
        "cgh": (total(study.size * transfer * poorest) / money).times(1 / FIFTH),
        "gini_reduction": _reduction(without.gini(), whole.gini),
    }
    if study.lines:
        found |= _of_the_poor(study, without.income, transfer, recipients)
        headcount, gap = _poverty(study, without.income)
        closed = (gap - whole.poverty[1]) * study.persons
        found["headcount_reduction"] = _reduction(headcount, whole.poverty[0])
        found["gap_reduction"] = _reduction(gap, whole.poverty[1])
        found["benefit_cost_ratio"] = closed.times(study.lines[0].value) / money
    return {
        name: each.resting_on(recipients.observations) if name in OF_RECIPIENTS else each
        for name, each in found.items()
    }


OF_RECIPIENTS = ("gini_reduction", "headcount_reduction", "gap_reduction", "benefit_cost_ratio")
"""Indicators that rest on the households that receive."""


def _of_the_poor(study: Study, income: Numbers, transfer: Numbers, recipients: Statistic) -> dict[str, Statistic]:
    """Return how the poor and the others are reached, by income without the benefit."""
    total, size = study.sample.total, study.size
    reached, poor = received(transfer), is_poor(income, study.lines[0].value)
    others_reached = total(size * (1 - poor) * reached)
    covered_poor = total(size * poor * reached) / total(size * poor)
    covered_others = others_reached / total(size * (1 - poor))
    return {
        "exclusion_error": covered_poor.less_than_one(),
        "inclusion_error": others_reached / recipients,
        "targeting_differential": covered_poor - covered_others,
    }


def _reduction(without: Statistic, with_it: Statistic) -> Statistic:
    return (without - with_it) / without
