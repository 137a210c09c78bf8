"""From the results of a run to a study: weights, design, incomes, cuts, lines, benefits."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy
import polars
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from openfisca_country.law.programmes import BENEFITS, INJURY
from openfisca_country.population.impact_results import CURRENT, PopulationCount, PovertyLine
from openfisca_country.population.indicators.collapse import (
    FACTS_OF_HOUSEHOLDS,
    FACTS_OF_PERSONS,
    Collapsed,
    columns_of,
)
from openfisca_country.population.indicators.cost import Payment
from openfisca_country.population.indicators.design import draw_up
from openfisca_country.population.indicators.groups import Group, Part, deciles, groups_of
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.lines import settled
from openfisca_country.population.indicators.poverty import is_poor
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Benefit, Study, per_head

OF_HOUSEHOLDS = ("market_income", "benefits", "taxes_and_contributions", "disposable_income")
ALL_BENEFITS = Benefit(BENEFITS, "All cash benefits")


def amounts_asked(systems: Mapping[str, TaxBenefitSystem], payments: Iterable[Payment]) -> dict[str, str]:
    """Return the amounts that indicators add up, each with the table it stands in."""
    found: dict[str, str] = {}
    paid = [each.name for each in payments]
    for system in systems.values():
        names = [*paid, *sorted(system.outputs), "personal_benefits", *OF_HOUSEHOLDS]
        for name in names:
            variable = system.variables.get(name)
            if variable is not None and str(variable.unit or "").startswith("currency/"):
                found[name] = variable.entity.plural
    return found


def facts_asked(system: TaxBenefitSystem, by: Sequence[str], insured: Iterable[str]) -> list[str]:
    """Return the facts that indicators tell people apart by, as far as the country has them."""
    return [name for name in (*FACTS_OF_PERSONS, *FACTS_OF_HOUSEHOLDS, *by, *insured) if name in system.variables]


def insured_of(systems: Mapping[str, TaxBenefitSystem]) -> tuple[str, ...]:
    """Return the conditions of persons who are insured against employment injury under any of some laws."""
    programmes = [each for system in systems.values() for each in system.book.programmes.values()]
    return tuple(dict.fromkeys(each.insured for each in programmes if each.branch == INJURY and each.insured))


def benefits_of(systems: Mapping[str, TaxBenefitSystem], payments: Iterable[Payment]) -> tuple[Benefit, ...]:
    """Return the benefits that are looked at one by one: all together, the harmonised ones, those of programmes.

    Of what programmes pay, that is the cash to people: only this is part of the income that it is compared with.
    """
    found = {ALL_BENEFITS.name: ALL_BENEFITS}
    system = systems[CURRENT]
    others = {"net_wage", "income_tax", "employee_contributions", "employer_contributions", *OF_HOUSEHOLDS}
    for name in sorted(system.outputs - others):
        variable = system.variables[name]
        found[name] = Benefit(name, str(variable.label or name))
    for each in payments:
        if each.total == BENEFITS:
            found.setdefault(each.name, Benefit(each.name, each.label))
    return tuple(found.values())


def study_of(
    collapsed: Collapsed,
    laws: tuple[str, ...],
    months: int,
    lines: Iterable[PovertyLine],
    benefits: Iterable[Benefit],
    scale: str,
    census: bool,
    variables: frozenset[str],
    by: tuple[str, ...],
) -> tuple[Study, list[str]]:
    """Draw up a study.

    Args:
        collapsed: households on disk.
        laws: their keys, current law first.
        months: in the period.
        lines: of poverty, those relative to the median still without value.
        benefits: that may be looked at; those nobody receives under any law are left out.
        scale: the equivalence scale.
        census: True where there is no sampling error.
        variables: names of the vocabulary.
        by: variables to cut by.

    Returns:
        The study, and what the reader must know.

    """
    known = columns_of(collapsed.folder / "facts")
    size = collapsed.facts("size")["size"].to_numpy().astype(numpy.float64)
    notes = []
    if "weight" in known:
        weight = collapsed.facts("weight")["weight"].cast(polars.Float64).fill_null(0.0).to_numpy()
    else:
        weight = numpy.ones(len(size))
        if not census:
            notes.append("The tables have no weight: every household counts once.")
    stratum, cluster = (_design(collapsed, name) if name in known else None for name in ("stratum", "cluster"))
    sample, warned = draw_up(weight, stratum, cluster, census)
    incomes = {law: per_head(collapsed.of_law(law, "disposable_income"), size, months, scale) for law in laws}
    people = {law: Distribution(sample, each, size) for law, each in incomes.items()}
    groups = groups_of(collapsed, variables, by)
    groups["decile"] = deciles(people[CURRENT].parts(10), "decile", "Decile of disposable income under current law")
    told = settled(lines, people)
    if told:
        groups["poor"] = _poor(is_poor(incomes[CURRENT], told[0].value), told[0])
    if any((each < 0).any() for each in incomes.values()):
        notes.append("Some households have a negative disposable income: Theil's index leaves them out.")
    paid = tuple(each for each in benefits if any((collapsed.of_law(law, each.name) > 0).any() for law in laws))
    return Study(collapsed, sample, size, incomes, laws, months, scale, groups, told, paid), [*notes, *warned]


def _design(collapsed: Collapsed, name: str) -> Any:
    return collapsed.facts(name)[name].cast(polars.String).fill_null("")


def _poor(poor: Numbers, line: PovertyLine) -> Group:
    parts = (Part("poor", "Poor"), Part("not poor", "Not poor"))
    label = f"Poor and not poor under current law, by: {line.label}"
    return Group("poor", label, parts, (1 - poor).astype(numpy.int16))


def count_of(study: Study, refused: int) -> PopulationCount:
    """Count whom the results are about."""
    return PopulationCount(
        persons=float((study.sample.weight * study.size).sum()),
        households=float(study.sample.weight.sum()),
        sampled_persons=int(study.size.sum()),
        sampled_households=len(study.size),
        census=study.sample.census,
        strata=study.sample.strata,
        clusters=study.sample.clusters,
        refused_households=refused,
    )
