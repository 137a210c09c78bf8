"""Every indicator of a study, finished: estimates with their errors, and what is withheld."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openfisca_country.population.impact_results import (
    CURRENT,
    BudgetLine,
    DecileGain,
    GainersRow,
    HouseholdPattern,
    IndicatorRow,
    LorenzCurve,
)
from openfisca_country.population.indicators.cost import Payment, budget
from openfisca_country.population.indicators.definitions import DEFINITIONS
from openfisca_country.population.indicators.draft import Draft, estimates_of
from openfisca_country.population.indicators.gainers import decile_gains, gainers
from openfisca_country.population.indicators.incidence import benefits
from openfisca_country.population.indicators.incomes import inequality, lorenz_points, means, poor
from openfisca_country.population.indicators.patterns import patterns
from openfisca_country.population.indicators.sdg import sdg
from openfisca_country.population.indicators.study import Measure, Study
from openfisca_country.population.indicators.withholding import budget_to_show, gainers_to_show, rows_to_show


@dataclass(frozen=True)
class Indicators:
    """What came of a study; the parts are those of `Impact`."""

    rows: tuple[IndicatorRow, ...]
    budget: tuple[BudgetLine, ...]
    lorenz: tuple[LorenzCurve, ...]
    deciles: tuple[DecileGain, ...]
    gainers: tuple[GainersRow, ...]
    patterns: tuple[HouseholdPattern, ...]


def indicators_of(
    study: Study, payments: tuple[Payment, ...], minimum: int, more: Iterable[Measure] = ()
) -> Indicators:
    """Work out every indicator of a study.

    Args:
        study: the population under its laws.
        payments: of the programmes, for the budget table.
        minimum: a number on fewer households is withheld.
        more: measures made elsewhere.

    """
    order = {name: place for place, name in enumerate(DEFINITIONS)}
    found = [*means(study), *poor(study), *inequality(study), *sdg(study), *benefits(study), *more]
    rows = [_row(each) for each in sorted(found, key=lambda each: order[each.indicator])]
    lines = list(budget(study, payments))
    reforms = study.laws[1:]
    gains = [each for reform in reforms for each in gainers(study, reform)]
    tenths = [each for reform in reforms for each in decile_gains(study, reform)]
    kinds = [each for reform in reforms for each in patterns(study, reform, minimum)]
    drafts: list[Draft[Any]] = [*rows, *lines, *gains, *tenths, *kinds]
    estimates = estimates_of(study.sample, drafts, minimum)
    return Indicators(
        rows=rows_to_show(each.finished(estimates) for each in rows),
        budget=budget_to_show(each.finished(estimates) for each in lines),
        lorenz=tuple(_lorenz(study, law) for law in study.laws),
        deciles=tuple(each.finished(estimates) for each in tenths),
        gainers=gainers_to_show(each.finished(estimates) for each in gains),
        patterns=tuple(each.finished(estimates) for each in kinds),
    )


def _row(measure: Measure) -> Draft[IndicatorRow]:
    definition = DEFINITIONS[measure.indicator]
    old = measure.by_law[CURRENT]
    reforms = {law: each for law, each in measure.by_law.items() if law != CURRENT}
    return Draft(
        IndicatorRow,
        {
            "indicator": measure.indicator,
            "label": definition.label,
            "unit": definition.unit,
            "group": measure.group,
            "level": measure.level,
            "level_label": measure.level_label,
            "subject": measure.subject,
            "subject_label": measure.subject_label,
            "baseline": old,
            "reforms": reforms,
            "differences": {law: each - old for law, each in reforms.items()},
        },
    )


def _lorenz(study: Study, law: str) -> LorenzCurve:
    points = lorenz_points()
    return LorenzCurve(law, tuple(points.tolist()), tuple(study.distribution(law).lorenz(points).tolist()))
