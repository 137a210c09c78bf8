"""The answer of `impact` as one web page that stands alone: figures, charts, and what they rest on."""

from collections.abc import Sequence

from markupsafe import Markup
from matplotlib.figure import Figure

from openfisca_country.population.impact_results import (
    BudgetLine,
    HouseholdPattern,
    Impact,
    IndicatorRow,
)
from openfisca_country.report import impact_charts as charts
from openfisca_country.report import impact_lines as line_charts
from openfisca_country.report import impact_numbers as numbers
from openfisca_country.report import impact_words as words
from openfisca_country.report.impact_answer import answer
from openfisca_country.report.page import environment
from openfisca_country.report.svg import inline

MOST_BENEFITS = 8
MOST_PATTERNS = 5
MOST_BARS = 14
BENEFIT_FIGURES = ("coverage", "average_transfer", "adequacy", "exclusion_error", "inclusion_error", "cgh")
NOT_CUT = ("all", "decile", "decile before the benefit", "poor")


def impact_page(impact: Impact) -> str:
    """Write the effects of reforms on a population as one HTML file.

    Args:
        impact: all that it shows.

    Returns:
        A whole document; every text that came from outside is escaped.

    """
    lines = words.paid([line for line in impact.budget if line.part != "total"])
    moved = words.changed(lines)
    environ = environment()
    environ.filters |= {"unbroken": numbers.unbroken}
    environ.globals |= {
        "pattern": words.pattern_in_words,
        "counted": numbers.counted,
        "told": numbers.told,
        "change": numbers.change,
        "interval": numbers.interval,
        "sure": numbers.sure,
        "named": lambda row: words.subject_name(row, impact),
        "in_no_total": words.in_no_total,
        "law_name": lambda law: words.law_name(impact, law),
    }
    return environ.get_template("impact.html").render(
        impact=impact,
        result=impact,
        stamp=impact.stamp,
        reforms=words.reforms_of(impact),
        answers=[answer(impact, reform) for reform in words.reforms_of(impact)],
        people=words.population_in_words(impact),
        main=[row for row in impact.rows if row.group == "all" and words.family_of(row.indicator) in MAIN_FAMILIES],
        families={family: _whole(impact, family) for family in ("SDG 1.3.1", "Work", words.OTHERS)},
        moved=moved,
        still=[line for line in lines if line not in moved],
        totals=words.totals(impact),
        everybody={row.reform: row for row in impact.gainers if row.group == "all"},
        patterns=_patterns(impact),
        by_group=_by_group(impact),
        benefits=_benefits(impact, moved),
        benefit_figures=BENEFIT_FIGURES,
        charts=_charts(impact, moved),
        assumed=impact.data_report.assumed if impact.data_report is not None else (),
        findings=impact.data_report.findings if impact.data_report is not None else (),
        columns=impact.data_report.columns if impact.data_report is not None else (),
        labels={row.indicator: row.label for row in impact.rows},
    )


MAIN_FAMILIES = ("Poverty", "Inequality", "Incomes")


RATES_BY_PERSON = ("participation_tax_rate", "marginal_tax_rate")
"""Indicators that the page tells by sex and age too."""


def _whole(impact: Impact, family: str) -> list[IndicatorRow]:
    def shown(row: IndicatorRow) -> bool:
        return row.group == "all" or (row.indicator in RATES_BY_PERSON and row.group in ("sex", "age"))

    return [row for row in impact.rows if shown(row) and words.family_of(row.indicator) == family]


def _patterns(impact: Impact) -> dict[str, list[tuple[str, list[HouseholdPattern]]]]:
    found: dict[str, list[tuple[str, list[HouseholdPattern]]]] = {}
    for reform in words.reforms_of(impact):
        sides = (("gains", "Those who gain"), ("loses", "Those who lose"))
        named = [(name, words.patterns_of(impact, reform, side)[:MOST_PATTERNS]) for side, name in sides]
        found[reform] = [(name, rows) for name, rows in named if rows]
    return found


def _by_group(impact: Impact) -> list[tuple[str, Sequence[IndicatorRow]]]:
    """Return the headcount at the first line by every cut of the population, where the parts fit a page."""
    if not impact.lines:
        return []
    line = impact.lines[0].name
    found = [
        (label, impact.series("poverty_headcount", group, line))
        for group, label in impact.groups.items()
        if group not in NOT_CUT
    ]
    return [(label, rows) for label, rows in found if 1 < len(rows) <= line_charts.MOST_PARTS]


def _benefits(impact: Impact, moved: Sequence[BudgetLine]) -> list[dict[str, IndicatorRow]]:
    """Return, for all benefits together and for those that a reform changes, the indicators shown of each."""
    subjects = list(dict.fromkeys(row.subject for row in impact.rows if row.indicator == "coverage"))
    names = {line.name for line in moved}
    chosen = [each for place, each in enumerate(subjects) if place == 0 or each in names][:MOST_BENEFITS]
    table = []
    for subject in chosen:
        rows = {name: impact.row(name, subject=subject) for name in BENEFIT_FIGURES}
        table.append({name: row for name, row in rows.items() if row is not None})
    return table


def _charts(impact: Impact, moved: Sequence[BudgetLine]) -> dict[str, Markup]:
    drawn: dict[str, tuple[Figure, str]] = {}
    if any(row.gain.value for row in impact.deciles):
        by = "by tenth of the population, the poorest first"
        drawn["gain"] = charts.decile_chart(impact, relative=False), f"Average gain a member and month, {by}"
        drawn["relative"] = charts.decile_chart(impact, relative=True), f"Average gain as a share of income, {by}"
    for place, reform in enumerate(words.reforms_of(impact)):
        moves = (each.value for row in impact.gainers if row.reform == reform for each in (row.gaining, row.losing))
        if any(moves):
            title = f"Persons who gain and lose by {words.law_name(impact, reform)}, by tenth of the population"
            drawn[f"gainers{place}"] = charts.gainers_chart(impact, reform), title
    if impact.lorenz:
        drawn["lorenz"] = charts.lorenz_chart(impact), "Lorenz curves of disposable income a member"
    by_group = _by_group(impact)
    highest = line_charts.highest_end(impact, [row for _, rows in by_group for row in rows])
    for place, groups in enumerate(_halves(by_group)):
        title = f"Poverty headcount by {', '.join(label.lower() for label, _ in groups)}"
        drawn[f"groups{place}"] = line_charts.group_chart(impact, groups, highest), title
    listed = moved[:MOST_BARS]
    if listed:
        named = [(line.label, line.differences) for line in listed]
        drawn["budget"] = line_charts.budget_chart(impact, named), "Changes of the budget"
    incidence = impact.series("benefit_incidence", "decile", _first_benefit(impact))
    if incidence:
        drawn["incidence"] = charts.incidence_chart(impact, incidence), "Share of all benefits that each tenth has"
    return {name: inline(figure, name, title) for name, (figure, title) in drawn.items()}


def _first_benefit(impact: Impact) -> str:
    return next((row.subject for row in impact.rows if row.indicator == "benefit_incidence"), "")


def _halves(
    groups: Sequence[tuple[str, Sequence[IndicatorRow]]],
) -> list[list[tuple[str, Sequence[IndicatorRow]]]]:
    """Cut the groups into two charts of about the same height."""
    heights = [len(rows) + 1.5 for _, rows in groups]
    whole, reached = sum(heights), 0.0
    halves: list[list[tuple[str, Sequence[IndicatorRow]]]] = [[], []]
    for group, height in zip(groups, heights, strict=True):
        halves[0 if reached + height / 2 <= whole / 2 else 1].append(group)
        reached += height
    return [half for half in halves if half]
