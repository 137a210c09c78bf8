"""Effective coverage as SDG indicator 1.3.1 counts it, where the tables and the law tell enough.

Metadata of the indicator: UN Statistics Division, SDG 1.3.1, https://worldbank.github.io/sdg-metadata/metadata/en/1-3-1a;
International Labour Organization, World Social Protection Database. Pension age is the statutory one of the law that is
looked at, so that a reform of the age moves it. A series that cannot be computed has no value, and `gaps` says why.
"""

from collections.abc import Iterator

import numpy

from openfisca_country.population.impact_results import CURRENT
from openfisca_country.population.indicators.collapse import OLD, PENSION_AGE
from openfisca_country.population.indicators.poverty import is_poor
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Measure, Study, measures

COUNTED = {
    "sdg_mothers": ("gave birth, with benefit", "gave birth"),
    "sdg_severe_disability": ("severely disabled with benefit", "severely disabled"),
    "sdg_unemployed": ("unemployed with benefit", "unemployed"),
    "sdg_work_injury": ("employed, insured against injury", "employed"),
    "sdg_older": ("of pension age with pension", "of pension age"),
}
"""Series that count persons by what they get themselves: the columns of who is covered, and of all such persons."""

ALWAYS = ("sdg_mothers", "sdg_work_injury")
"""Of these, the series that are told also where nothing can be said."""


def sdg(study: Study) -> Iterator[Measure]:
    """Each series of SDG 1.3.1, for the whole population."""
    series: dict[str, dict[str, tuple[Numbers, Numbers]]] = {}
    for law in study.laws:
        for indicator, each in _series(study, law).items():
            series.setdefault(indicator, {})[law] = each
    for indicator, by_law in series.items():
        found = {law: [study.sample.total(who) / study.sample.total(all_)] for law, (who, all_) in by_law.items()}
        yield from measures(indicator, study.everyone, found)


def gaps(study: Study, variables: frozenset[str]) -> list[str]:
    """Say which series could not be computed, and why, and what stands for an age that the law does not know.

    Args:
        study: the population.
        variables: names of the vocabulary.

    """
    found = []
    if not _of_persons(study, CURRENT, "gave birth").any():
        found.append(
            "SDG 1.3.1 of mothers with newborns is not computed: the tables tell of nobody who gave birth in the "
            "period (childbirth_date)."
        )
    if not study.collapsed.has(CURRENT, "employed"):
        found.append("SDG 1.3.1 of work injury is not computed: the law as it is modelled does not say who is insured.")
    if PENSION_AGE not in variables:
        found.append(f"This law as it is modelled has no statutory pension age: SDG 1.3.1 takes {OLD} for it.")
    return found


def _series(study: Study, law: str) -> dict[str, tuple[Numbers, Numbers]]:
    """Return covered persons and all persons of each household, by series."""
    family = study.amount(law, "child_benefit") > 0
    helped = (study.amount(law, "social_assistance") > 0) | family
    children = _facts(study, "children")
    vulnerable = study.collapsed.of_law(law, "vulnerable")
    social = numpy.minimum(study.collapsed.of_law(law, "own social pension"), vulnerable)
    one = study.collapsed.of_law(law, "own benefit or contributes")
    found = {
        "sdg_any_benefit": (numpy.where(helped, study.size, one), study.size),
        "sdg_children": (children * family, children),
        "sdg_vulnerable": (numpy.where(helped, vulnerable, social), vulnerable),
    }
    for indicator, (covered, all_) in COUNTED.items():
        if study.collapsed.has(law, covered) or indicator in ALWAYS:
            found[indicator] = (_of_persons(study, law, covered), _of_persons(study, law, all_))
    if study.lines:
        poor = study.size * is_poor(study.incomes[law], study.lines[0].value)
        found["sdg_poor"] = (poor * helped, poor)
    return found


def _of_persons(study: Study, law: str, name: str) -> Numbers:
    """Return how many members of each household are something, under a law or whatever the law; shape (households,)."""
    known = study.collapsed.has(law, name) or not study.collapsed.knows(name)
    return study.collapsed.of_law(law, name) if known else _facts(study, name)


def _facts(study: Study, name: str) -> Numbers:
    return study.collapsed.facts(name)[name].to_numpy().astype(numpy.float64)
