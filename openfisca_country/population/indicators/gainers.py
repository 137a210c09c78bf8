"""Who gains and who loses by a reform, by class and by tenth.

A household whose disposable income changes by less than one unit of currency a month is unchanged; the others are
classed by the change as a share of current disposable income (a household without income that gains, gains more than
5 %). Shares are of persons, average amounts of households.
"""

from collections.abc import Iterator

import numpy

from openfisca_country.population.impact_results import (
    CURRENT,
    GAIN_CLASSES,
    DecileGain,
    GainersRow,
)
from openfisca_country.population.indicators.draft import Draft
from openfisca_country.population.indicators.statistic import Numbers
from openfisca_country.population.indicators.study import Study, ratios

LEAST_CHANGE = 1.0
STEP = 0.05
UNCHANGED = 2


def change(study: Study, reform: str) -> Numbers:
    """Return the change of disposable income of each household, a month; shape (households,)."""
    new, old = (study.amount(law, "disposable_income") for law in (reform, CURRENT))
    return (new - old) / study.months


def classes(study: Study, reform: str) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.intp]]:
    """Return the position in `GAIN_CLASSES` of each household; shape (households,)."""
    gain = change(study, reform)
    income = study.amount(CURRENT, "disposable_income") / study.months
    out_of_nothing = numpy.where(gain > 0, numpy.inf, -numpy.inf)
    relative = numpy.divide(gain, income, out=out_of_nothing, where=income > 0)
    edges = numpy.select([relative < -STEP, relative < 0, relative <= STEP], [0, 1, 3], 4)
    return numpy.where(numpy.abs(gain) < LEAST_CHANGE, UNCHANGED, edges).astype(numpy.intp)


def gainers(study: Study, reform: str) -> Iterator[Draft[GainersRow]]:
    """Return the classes of persons in every part in which households are whole."""
    gain, code = change(study, reform), classes(study, reform)
    wins, loses = (code > UNCHANGED).astype(numpy.float64), (code < UNCHANGED).astype(numpy.float64)
    total = study.sample.totals
    for group in study.groups.values():
        if group.codes is None:
            continue
        count = len(group.parts)
        own = group.codes
        persons = study.counts(group)
        shares = {
            name: ratios(study.totals(group, (code == place).astype(numpy.float64)), persons)
            for place, name in enumerate(GAIN_CLASSES)
        }
        gaining, losing = (ratios(study.totals(group, each), persons) for each in (wins, loses))
        households = total(numpy.ones(len(gain)), own, count)
        averages = [
            [_sum / below for _sum, below in zip(total(gain * each, own, count), counted, strict=True)]
            for each, counted in (
                (numpy.ones(len(gain)), households),
                (wins, total(wins, own, count)),
                (loses, total(loses, own, count)),
            )
        ]
        for place, part in enumerate(group.parts):
            yield Draft(
                GainersRow,
                {
                    "reform": reform,
                    "group": group.name,
                    "level": part.level,
                    "level_label": part.label,
                    "shares": {name: found[place] for name, found in shares.items()},
                    "gaining": gaining[place],
                    "losing": losing[place],
                    "average_gain": averages[0][place],
                    "average_gain_of_gainers": averages[1][place],
                    "average_loss_of_losers": averages[2][place],
                },
            )


def decile_gains(study: Study, reform: str) -> Iterator[Draft[DecileGain]]:
    """Return what changes for the persons of each tenth by current income."""
    group = study.groups["decile"]
    old, new = study.incomes[CURRENT], study.incomes[reform]
    persons = study.counts(group)
    income = study.totals(group, old)
    gain = study.totals(group, new - old)
    for place in range(len(group.parts)):
        seen = persons[place].observations
        yield Draft(
            DecileGain,
            {
                "reform": reform,
                "decile": place + 1,
                "income": (income[place] / persons[place]).resting_on(seen),
                "gain": gain[place] / persons[place],
                "relative": (gain[place] / income[place]).resting_on(seen),
            },
        )
