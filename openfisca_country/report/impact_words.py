"""What the results of a population are called, and which of them stand together."""

from collections.abc import Sequence

from openfisca_country.population.impact_results import (
    CURRENT,
    BudgetLine,
    HouseholdPattern,
    Impact,
    IndicatorRow,
)
from openfisca_country.report.impact_numbers import counted
from openfisca_country.report.words import amount

FAMILIES: dict[str, tuple[str, ...]] = {
    "Poverty": ("poverty_headcount", "poverty_gap", "poverty_severity", "number_of_poor"),
    "Inequality": ("gini", "s80_s20", "palma", "theil", "decile_share"),
    "Incomes": ("mean_income", "mean_market_income", "mean_benefits", "mean_taxes_and_contributions"),
    "Benefits": (
        "coverage",
        "average_transfer",
        "adequacy",
        "beneficiary_incidence",
        "benefit_incidence",
        "exclusion_error",
        "inclusion_error",
        "targeting_differential",
        "cgh",
        "headcount_reduction",
        "gap_reduction",
        "gini_reduction",
        "benefit_cost_ratio",
    ),
    "SDG 1.3.1": (
        "sdg_any_benefit",
        "sdg_children",
        "sdg_mothers",
        "sdg_severe_disability",
        "sdg_unemployed",
        "sdg_work_injury",
        "sdg_older",
        "sdg_vulnerable",
        "sdg_poor",
    ),
    "Work": (
        "net_replacement_rate",
        "participation_tax_rate",
        "high_participation_tax",
        "marginal_tax_rate",
        "high_marginal_tax",
    ),
}
"""Which indicators stand together; any other is told under `OTHERS`."""

OTHERS = "Other indicators"
REMAINDER = "all others"
"""The household type of a pattern that gathers what is too rare to be told."""


def family_of(indicator: str) -> str:
    """Return the family that an indicator is told in.

    >>> family_of("gini"), family_of("something_new")
    ('Inequality', 'Other indicators')
    """
    return next((family for family, names in FAMILIES.items() if indicator in names), OTHERS)


def reforms_of(impact: Impact) -> tuple[str, ...]:
    """Return the keys of the reforms, in the order given."""
    return tuple(law for law in impact.laws if law != CURRENT)


def law_name(impact: Impact, law: str) -> str:
    """Name a law by its title."""
    return "Current law" if law == CURRENT else impact.titles.get(law) or law


def subject_name(row: IndicatorRow, impact: Impact) -> str:
    """Name an indicator, what it is about where that could be several things, and the part of the population."""
    alone = len(impact.lines) == 1 and row.subject == impact.lines[0].name
    name = f"{row.label}, {row.subject_label}" if row.subject_label and not alone else row.label
    return name if row.group == "all" else f"{name}: {row.level_label.lower()}"


def changed(lines: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Return the lines of the budget that some reform is seen to change."""
    return [line for line in lines if any(each.value for each in line.differences.values())]


def paid(lines: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Return the lines of the budget that are paid or raised under some law."""
    return [line for line in lines if any(each.value or each.withheld for each in line.amounts.values())]


def totals(impact: Impact) -> list[BudgetLine]:
    """Return the totals of the budget that are not nothing under every law, and the balance."""
    found = [line for line in impact.budget if line.part == "total"]
    return [line for line in found if line.kind == "balance" or line in paid([line])]


def in_no_total(line: BudgetLine) -> bool:
    """Tell a line that adds to no total: a subsidy to an employer, a loan."""
    return line.part == "programme" and not line.total


def patterns_of(impact: Impact, reform: str, side: str) -> list[HouseholdPattern]:
    """Return the kinds of households on one side of a reform, those gathered as others left out."""
    found = [each for each in impact.patterns if (each.reform, each.side) == (reform, side)]
    return [each for each in found if each.household_type != REMAINDER]


def population_in_words(impact: Impact) -> str:
    """Tell whom the results are about.

    The persons and households that the weights stand for; how many of them were asked; whether anybody was left out.
    """
    people = impact.population
    text = f"{amount(float(round(people.persons)))} persons in {amount(float(round(people.households)))} households"
    if not people.census:
        text += f", known from a sample of {amount(people.sampled_households)}"
    if people.refused_households:
        text += f"; {counted(people.refused_households, 'household')} could not be taken"
    return text


def pattern_in_words(pattern: HouseholdPattern) -> str:
    """Describe a kind of household beyond its type: children, work, place, as far as they are told apart."""
    children = {"": "", "0": "no children", "1": "1 child"}.get(pattern.children, f"{pattern.children} children")
    words = [word for word in (children, pattern.work, pattern.region) if word]
    return ", ".join(words) or "not told apart further"
