"""Samples drawn from the census that svy carries: their intervals must hold the census value as often as they say."""

from collections.abc import Callable

import numpy
import polars
import pytest
import svy

from openfisca_country.population.indicators.design import Sample, draw_up, standard_errors
from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.poverty import poverty, relative_line, relative_poverty
from openfisca_country.population.indicators.statistic import Statistic

DRAWS = 300
CLUSTERS, HOUSEHOLDS = 30, 20
LINE = 2_000.0

STATISTICS: dict[str, Callable[[Distribution], Statistic]] = {
    "gini": Distribution.gini,
    "theil": Distribution.theil,
    "share of the poorest fifth": lambda people: people.share_below(0.2),
    "s80/s20": lambda people: people.ratio_of_shares(0.2, 0.2),
    "headcount": lambda people: poverty(people.sample, people.income, people.members, LINE, 0),
    "severity": lambda people: poverty(people.sample, people.income, people.members, LINE, 2),
    "headcount at 60 % of the median": lambda people: relative_poverty(people, relative_line(people, 0.6), 0),
    "mean": lambda people: people.sample.total(people.members * people.income) / people.sample.total(people.members),
}


@pytest.fixture(scope="module")
def census() -> polars.DataFrame:
    households = svy.datasets.load("hld_pop_wb_2023", source="bundled")
    return households.select(stratum="urbrur", cluster="ea", members="hhsize", income="pc_exp").sort(
        "stratum", "cluster"
    )


def people(table: polars.DataFrame, sample: Sample) -> Distribution:
    income, members = (table[name].to_numpy().astype(float) for name in ("income", "members"))
    return Distribution(sample, income, members)


def drawn(census: polars.DataFrame, places: dict[tuple[str, int], numpy.ndarray], seed: int) -> Distribution:
    """Draw clusters of each stratum with replacement, by their number of households, then households in each."""
    random = numpy.random.default_rng(seed)
    rows, weight, stratum, cluster = [], [], [], []
    for name in ("Rural", "Urban"):
        own = [key for key in places if key[0] == name]
        sizes = numpy.array([len(places[key]) for key in own], dtype=float)
        for turn, chosen in enumerate(random.choice(len(own), CLUSTERS, p=sizes / sizes.sum())):
            rows += random.choice(places[own[chosen]], HOUSEHOLDS, replace=False).tolist()
            weight += [sizes.sum() / CLUSTERS / HOUSEHOLDS] * HOUSEHOLDS
            stratum += [name] * HOUSEHOLDS
            cluster += [str(turn)] * HOUSEHOLDS
    sample, _ = draw_up(numpy.array(weight), numpy.array(stratum), numpy.array(cluster))
    return people(census[rows], sample)


@pytest.fixture(scope="module")
def coverage(census: polars.DataFrame) -> dict[str, tuple[float, float]]:
    """For each statistic: how often its interval holds the census value, and its mean error over its true spread."""
    whole, _ = draw_up(numpy.ones(census.height), census=True)
    true = {name: each(people(census, whole)).value for name, each in STATISTICS.items()}
    keys = zip(census["stratum"].to_list(), census["cluster"].to_list(), strict=True)
    places: dict[tuple[str, int], list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    arrays = {key: numpy.array(each) for key, each in places.items()}
    values, errors = numpy.empty((DRAWS, len(true))), numpy.empty((DRAWS, len(true)))
    for seed in range(DRAWS):
        sample = drawn(census, arrays, seed)
        found = [each(sample) for each in STATISTICS.values()]
        errors[seed], width = standard_errors(sample.sample, found)
        values[seed] = [each.value for each in found]
    held = numpy.abs(values - list(true.values())) <= width * errors
    claimed = errors.mean(axis=0) / values.std(axis=0)
    return {name: (float(held[:, at].mean()), float(claimed[at])) for at, name in enumerate(true)}


@pytest.mark.parametrize("name", list(STATISTICS))
def test_intervals_of_95_percent_hold_the_census_value(name: str, coverage: dict[str, tuple[float, float]]) -> None:
    """Of 300 samples; the least that is accepted allows for chance (one in a thousand) and for the skew of incomes."""
    assert 0.89 <= coverage[name][0] <= 0.995


@pytest.mark.parametrize("name", list(STATISTICS))
def test_the_error_claimed_is_the_spread_of_repeated_samples(
    name: str, coverage: dict[str, tuple[float, float]]
) -> None:
    assert coverage[name][1] == pytest.approx(1, abs=0.15)
