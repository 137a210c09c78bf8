"""Standard errors: by hand, by another library, and of differences."""

import warnings

import numpy
import pytest

from openfisca_country.population.indicators import design
from openfisca_country.population.indicators.design import Sample, draw_up, standard_errors
from openfisca_country.population.indicators.statistic import Statistic
from tests.population.indicators.small import numbers, sample

# Stratum a holds clusters 1 and 2, stratum b clusters 1, 2 and 3; one or two households each.
STRATA = ["a", "a", "a", "b", "b", "b"]
CLUSTERS = ["1", "1", "2", "1", "2", "3"]
WEIGHT = numbers(2, 2, 2, 1, 1, 1)
AMOUNT = numbers(1, 4, 7, 5, 9, 7)


def error(statistic: Statistic, drawn: Sample) -> float:
    return float(standard_errors(drawn, [statistic])[0][0])


def test_the_error_of_a_total_by_hand() -> None:
    """Weighted totals of the clusters: a 10 and 14, b 5, 9 and 7.

    a: 2/(2-1) ((10-12)^2 + (14-12)^2) = 16. b: 3/(3-1) ((5-7)^2 + (9-7)^2 + 0) = 12. The variance is 28.
    """
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    total = drawn.total(AMOUNT)
    assert total.value == 45
    assert error(total, drawn) == pytest.approx(28**0.5)


def test_the_interval_is_students_with_clusters_less_strata() -> None:
    """Five clusters less two strata: 3 degrees of freedom, whose 97.5 % point is 3.182 in every table."""
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    assert standard_errors(drawn, [drawn.total(AMOUNT)])[1] == pytest.approx(3.182, abs=5e-4)


def test_the_error_of_a_ratio_by_hand() -> None:
    """R = 45 / 9 = 5. Residuals y - 5: w e by cluster: a (2)(-4) + (2)(-1) = -10 and 4, b 0, 4 and 2.

    a: 2 ((-10+3)^2 + (4+3)^2) = 196. b: 3/2 (4 + 4 + 0) = 12. Error: sqrt(208) / 9.
    """
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    mean = drawn.total(AMOUNT) / drawn.total(numpy.ones(6))
    assert mean.value == pytest.approx(5)
    assert error(mean, drawn) == pytest.approx(208**0.5 / 9)


@pytest.mark.parametrize("seed", range(3))
def test_another_library_finds_the_same_errors(seed: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says of itself that svy has taken its place; its formulas stand
        from samplics.estimation import TaylorEstimator
        from samplics.utils.types import PopParam
    random = numpy.random.default_rng(seed)
    count = 120
    stratum, cluster = random.integers(0, 4, count), random.integers(0, 6, count)
    weight, amount, base = random.uniform(1, 9, count), random.lognormal(0, 1, count), random.uniform(1, 3, count)
    drawn, _ = draw_up(weight, stratum, cluster)
    found = standard_errors(drawn, [drawn.total(amount), drawn.total(amount) / drawn.total(base)])[0]
    expected = []
    for parameter, extra in ((PopParam.total, {}), (PopParam.ratio, {"x": base})):
        other = TaylorEstimator(parameter)
        other.estimate(y=amount, samp_weight=weight, stratum=stratum, psu=stratum * 10 + cluster, **extra)
        expected.append(float(other.stderror))
    assert found == pytest.approx(expected, rel=1e-9)


def test_the_error_of_a_difference_is_paired() -> None:
    """Everybody gains 1 and nobody's place changes: the means are uncertain, their difference of 1 is not."""
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    counted = drawn.total(numpy.ones(6))
    old, new = drawn.total(AMOUNT) / counted, drawn.total(AMOUNT + 1) / counted
    assert error(old, drawn) > 1
    assert (new - old).value == pytest.approx(1)
    assert error(new - old, drawn) == pytest.approx(0, abs=1e-12)


def test_products_and_quotients_undo_each_other() -> None:
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    one, other = drawn.total(AMOUNT), drawn.total(AMOUNT**2)
    back = one / other * other
    assert back.value == pytest.approx(one.value)
    assert back.scores == pytest.approx(one.scores)


def test_totals_of_parts_add_up_to_the_whole() -> None:
    drawn = sample(WEIGHT, STRATA, CLUSTERS)
    codes = numpy.array([0, 1, 1, 2, 0, 2])
    parts = drawn.totals(AMOUNT, codes, 3)
    one_by_one = [drawn.total(AMOUNT * (codes == each)) for each in range(3)]
    assert [part.value for part in parts] == [2 + 9, 8 + 14, 5 + 7]
    for part, alone in zip(parts, one_by_one, strict=True):
        assert part.scores == pytest.approx(alone.scores)
        assert part.observations == alone.observations


def test_a_census_has_no_sampling_error() -> None:
    drawn = sample(WEIGHT, census=True)
    assert numpy.isnan(error(drawn.total(AMOUNT), drawn))


def test_without_design_households_are_drawn_one_by_one_and_the_reader_is_told() -> None:
    """n/(n-1) sum (w y - mean)^2: 2 and 4 with mean 3: 2 (1 + 1) = 4."""
    drawn, notes = draw_up(numbers(1, 1))
    assert error(drawn.total(numbers(2, 4)), drawn) == pytest.approx(2)
    assert len(notes) == 1
    assert "neither stratum nor cluster" in notes[0]


def test_clusters_of_the_same_name_in_two_strata_are_two() -> None:
    assert sample(WEIGHT, STRATA, CLUSTERS).clusters == 5


def test_a_stratum_with_one_cluster_is_told_and_adds_its_distance_from_the_mean() -> None:
    """Totals a 1 and 3, b 8; mean of all 4. a: 2 (1 + 1) = 4, b: (8 - 4)^2 = 16."""
    drawn, notes = draw_up(numbers(1, 1, 1), numpy.array(["a", "a", "b"]), numpy.array(["1", "2", "1"]))
    assert error(drawn.total(numbers(1, 3, 8)), drawn) == pytest.approx(20**0.5)
    assert "1 of 2 strata" in notes[0]


def test_a_single_cluster_says_nothing_of_the_error() -> None:
    drawn = sample(numbers(1, 1), ["a", "a"], ["1", "1"])
    assert numpy.isnan(error(drawn.total(numbers(1, 2)), drawn))


def test_many_units_are_dealt_into_groups_without_changing_the_error_much(monkeypatch: pytest.MonkeyPatch) -> None:
    random = numpy.random.default_rng(5)
    count = 6000
    weight, amount = random.uniform(1, 3, count), random.lognormal(0, 1, count)
    stratum = random.integers(0, 3, count)

    def error_of_mean() -> tuple[float, int]:
        drawn, _ = draw_up(weight, stratum)
        return error(drawn.total(amount) / drawn.total(numpy.ones(count)), drawn), drawn.units

    grouped, groups = error_of_mean()
    monkeypatch.setattr(design, "MOST_UNITS", count)
    exact, units = error_of_mean()
    assert (groups, units) == (design.GROUPS, count)
    assert grouped == pytest.approx(exact, rel=0.1)
