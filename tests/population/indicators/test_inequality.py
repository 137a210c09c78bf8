"""Gini, quantile shares, Palma, Theil: worked out by hand, and by what must not change them."""

from collections.abc import Callable

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.statistic import Numbers, Statistic
from tests.population.indicators.small import numbers, sample

SOME = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 8), st.integers(0, 10_000)), min_size=2, max_size=40)


def people(income: Numbers, members: Numbers | None = None, weight: Numbers | None = None) -> Distribution:
    ones = numpy.ones(len(income))
    return Distribution(sample(ones if weight is None else weight), income, ones if members is None else members)


def drawn(some: list[tuple[int, int, int]]) -> Distribution:
    weight, members, income = (numpy.array(each, dtype=numpy.float64) for each in zip(*some, strict=True))
    return people(income + 1, members, weight)


def test_gini_by_hand() -> None:
    """Incomes 1, 2, 3, 4: sum of |x - y| over all pairs is 20; 20 / (2 n^2 mean) = 20 / (2 x 16 x 2.5) = 0.25."""
    assert people(numbers(4, 1, 3, 2)).gini().value == pytest.approx(0.25)


def test_gini_where_one_has_everything() -> None:
    """Of n persons one has all: (n - 1) / n."""
    assert people(numbers(0, 0, 0, 12)).gini().value == pytest.approx(0.75)


def test_households_count_with_weight_and_members() -> None:
    """Two persons of 1 and a household of weight 2 with 3 members of 5 each are eight persons."""
    told = people(numbers(1, 5), numbers(2, 3), numbers(1, 2))
    apart = people(numbers(1, 1, 5, 5, 5, 5, 5, 5))
    for each in (Distribution.gini, Distribution.theil):
        assert each(told).value == pytest.approx(each(apart).value)
    assert told.share_below(0.5).value == pytest.approx((2 + 2 * 5) / 32)


def test_theil_by_hand() -> None:
    """Incomes 1 and 3: mean 2; (0.5 ln 0.5 + 1.5 ln 1.5) / 2."""
    assert people(numbers(1, 3)).theil().value == pytest.approx((0.5 * numpy.log(0.5) + 1.5 * numpy.log(1.5)) / 2)


def test_quantile_shares_by_hand() -> None:
    """Ten persons with 1 to 10, 55 in all: the poorest two have 3, the richest two 19, the poorest four 10."""
    ten = people(numpy.arange(10.0, 0, -1))
    assert ten.ratio_of_shares(0.2, 0.2).value == pytest.approx(19 / 3)
    assert ten.ratio_of_shares(0.1, 0.4).value == pytest.approx(10 / 10)
    assert ten.share_between(0.3, 0.4).value == pytest.approx(4 / 55)
    assert ten.quantile(0.5) == 5


def test_the_lorenz_curve_by_hand() -> None:
    """Incomes 1 and 3: half the persons have a quarter; a straight line before."""
    assert people(numbers(3, 1)).lorenz(numbers(0, 0.25, 0.5, 1)).tolist() == [0, 0.125, 0.25, 1]


def test_tenths_are_of_equal_size_and_in_order() -> None:
    """Twenty persons alike but for income: two a tenth."""
    income = numpy.random.default_rng(1).permutation(20) + 1.0
    parts = people(income).parts(10)
    assert numpy.bincount(parts).tolist() == [2] * 10
    assert parts[income.argmin()] == 0
    assert parts[income.argmax()] == 9


@given(SOME)
@settings(max_examples=60, deadline=None)
def test_gini_lies_between_0_and_1_and_shares_add_up(some: list[tuple[int, int, int]]) -> None:
    each = drawn(some)
    assert -1e-12 <= each.gini().value < 1
    assert sum(each.share_between(at / 10, (at + 1) / 10).value for at in range(10)) == pytest.approx(1)


@given(SOME, st.integers(2, 1000))
@settings(max_examples=60, deadline=None)
def test_scale_does_not_matter(some: list[tuple[int, int, int]], factor: int) -> None:
    one = drawn(some)
    other = Distribution(one.sample, one.income * factor, one.members)
    assert told(other) == pytest.approx(told(one), abs=1e-9)


@given(SOME, st.integers(2, 5))
@settings(max_examples=60, deadline=None)
def test_replication_does_not_matter(some: list[tuple[int, int, int]], copies: int) -> None:
    assert told(drawn(some * copies)) == pytest.approx(told(drawn(some)), abs=1e-9)


@given(SOME)
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(some: list[tuple[int, int, int]]) -> None:
    assert told(drawn(some[::-1])) == pytest.approx(told(drawn(some)), abs=1e-9)


def told(each: Distribution) -> list[float]:
    found = (each.gini(), each.theil(), each.share_below(0.2), each.share_below(0.9), each.ratio_of_shares(0.2, 0.2))
    return [statistic.value for statistic in found]


@pytest.mark.parametrize("statistic", [Distribution.gini, Distribution.theil, lambda each: each.share_below(0.4)])
def test_the_linearised_variable_is_the_derivative_by_the_weight(
    statistic: Callable[[Distribution], Statistic],
) -> None:
    """Households are their own units here: a score is weight times derivative. Compared with finite differences."""
    random = numpy.random.default_rng(3)
    income, members, weight = random.lognormal(0, 0.8, 60), random.integers(1, 6, 60) * 1.0, random.uniform(1, 4, 60)
    scores = statistic(people(income, members, weight)).scores
    step = 1e-5
    for place in range(0, 60, 7):
        values = []
        for sign in (1, -1):
            changed = weight.copy()
            changed[place] += sign * step
            values.append(statistic(people(income, members, changed)).value)
        derivative = (values[0] - values[1]) / (2 * step)
        assert scores[place] / weight[place] == pytest.approx(derivative, rel=2e-2, abs=2e-5)


def test_nobody_and_nothing_have_no_inequality() -> None:
    nobody = people(numbers(1, 2), numbers(0, 0))
    nothing = people(numbers(0, 0))
    for each in (nobody, nothing):
        assert numpy.isnan(each.gini().value)
        assert numpy.isnan(each.ratio_of_shares(0.2, 0.2).value)
