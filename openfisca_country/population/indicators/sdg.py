"""Effective coverage as SDG indicator 1.3.1 counts it, where the tables tell enough.

Metadata of the indicator: UN Statistics Division, SDG 1.3.1, https://worldbank.github.io/sdg-metadata/metadata/en/1-3-1a;
International Labour Organization, World Social Protection Database. Mothers with newborns and work injury are left out:
the tables do not tell who gave birth in the year, and who is covered without having been injured.
"""

from collections.abc import Iterator

import numpy

from openfisca_country.population.indicators.poverty import is_poor
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Measure, Study, measures

COUNTED = {
    "sdg_severe_disability": ("severely disabled with benefit", "severely disabled"),
    "sdg_unemployed": ("unemployed with benefit", "unemployed"),
    "sdg_older": ("older with pension", "age 65+"),
}
"""Series that count persons by what they get themselves: the columns of who is covered, and of all such persons."""


def sdg(study: Study) -> Iterator[Measure]:
    """Each series of SDG 1.3.1, for the whole population."""
    series: dict[str, dict[str, tuple[Numbers, Numbers]]] = {}
    for law in study.laws:
        for indicator, each in _series(study, law).items():
            series.setdefault(indicator, {})[law] = each
    for indicator, by_law in series.items():
        found = {law: [study.sample.total(who) / study.sample.total(all_)] for law, (who, all_) in by_law.items()}
        yield from measures(indicator, study.everyone, found)


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
        if study.collapsed.has(law, covered):
            found[indicator] = (study.collapsed.of_law(law, covered), _facts(study, all_))
    if study.lines:
        poor = study.size * is_poor(study.incomes[law], study.lines[0].value)
        found["sdg_poor"] = (poor * helped, poor)
    return found


def _facts(study: Study, name: str) -> Numbers:
    return study.collapsed.facts(name)[name].to_numpy().astype(numpy.float64)
