"""Headcount, gap and severity: worked out by hand, and by what a transfer must do."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openfisca_country.population.indicators.inequality import Distribution
from openfisca_country.population.indicators.poverty import density, poverty, relative_line, relative_poverty
from tests.population.indicators.small import numbers, sample

INCOMES = st.lists(st.integers(0, 300), min_size=3, max_size=30)


def indices(income: list[float], members: list[float], weight: list[float], line: float = 100) -> list[float]:
    drawn = sample(numbers(*weight))
    return [poverty(drawn, numbers(*income), numbers(*members), line, power).value for power in (0, 1, 2)]


def test_by_hand() -> None:
    """Six households, line 100: incomes 40 (2 members), 90 (1, weight 3), 100, 150, 300 (4 members), 0 (1).

    Persons 2 + 3 + 1 + 1 + 4 + 1 = 12; poor 2 + 3 + 1 = 6. Gaps 0.6, 0.1 and 1: (1.2 + 0.3 + 1) / 12.
    Squares 0.36, 0.01 and 1: (0.72 + 0.03 + 1) / 12.
    """
    found = indices([40, 90, 100, 150, 300, 0], [2, 1, 1, 1, 4, 1], [1, 3, 1, 1, 1, 1])
    assert found == pytest.approx([6 / 12, 2.5 / 12, 1.75 / 12])


def test_at_the_line_is_not_below_it_unless_asked() -> None:
    drawn = sample(numbers(1, 1))
    at = numbers(100, 99)
    assert poverty(drawn, at, numbers(1, 1), 100, 0).value == 0.5
    assert poverty(drawn, at, numbers(1, 1), 100, 0, at_line=True).value == 1
    assert poverty(drawn, at, numbers(1, 1), 100, 1, at_line=True).value == pytest.approx(0.005)


@given(INCOMES)
@settings(max_examples=80, deadline=None)
def test_headcount_gap_severity_do_not_rise(incomes: list[int]) -> None:
    ones = [1.0] * len(incomes)
    headcount, gap, severity = indices([float(each) for each in incomes], ones, ones)
    assert 1 >= headcount >= gap >= severity >= 0


@given(INCOMES, st.data())
@settings(max_examples=80, deadline=None)
def test_a_transfer_to_a_poorer_person_never_raises_severity(incomes: list[int], data: st.DataObject) -> None:
    """The transfer leaves the giver no poorer than the taker becomes."""
    told = sorted(float(each) for each in incomes)
    poorer, richer = sorted(data.draw(st.permutations(range(len(told))))[:2])
    given_away = (told[richer] - told[poorer]) / 2 * data.draw(st.floats(0, 1))
    after = list(told)
    after[poorer] += given_away
    after[richer] -= given_away
    ones = [1.0] * len(told)
    assert indices(after, ones, ones)[2] <= indices(told, ones, ones)[2] + 1e-12


def test_a_part_of_the_persons() -> None:
    """Children of two households, 2 of 50 and 1 of 200: two of three are poor."""
    drawn = sample(numbers(1, 1))
    assert poverty(drawn, numbers(50, 200), numbers(2, 1), 100, 0).value == pytest.approx(2 / 3)


def people(count: int, seed: int) -> Distribution:
    random = numpy.random.default_rng(seed)
    income = random.lognormal(0, 0.6, count)
    return Distribution(sample(numpy.ones(count)), income, numpy.ones(count))


def test_a_relative_line_is_a_share_of_the_median() -> None:
    """Incomes 10, 20, 30, 40 and 100: median 30, 60 % of it 18; one of five is below, by 8/18."""
    told = Distribution(sample(numpy.ones(5)), numbers(10, 20, 30, 40, 100), numpy.ones(5))
    line = relative_line(told, 0.6)
    assert line.value == pytest.approx(18)
    assert relative_poverty(told, line, 0).value == pytest.approx(0.2)
    assert relative_poverty(told, line, 1).value == pytest.approx(8 / 18 / 5)


def test_the_density_of_a_known_distribution() -> None:
    """The density of a log-normal at its median 1 is 1 / (0.6 sqrt(2 pi)) = 0.665."""
    assert density(people(20_000, 2), 1.0) == pytest.approx(0.665, rel=0.05)


@pytest.mark.parametrize("power", [0, 1, 2])
def test_the_error_at_a_relative_line_is_that_of_repeated_samples(power: int) -> None:
    """The spread over 400 samples of 500 is the error that one sample claims, to a fifth."""
    values, claimed = [], []
    for seed in range(400):
        each = people(500, seed)
        found = relative_poverty(each, relative_line(each, 0.6), power)
        values.append(found.value)
        if seed < 20:
            claimed.append(float(numpy.sqrt(500 / 499 * ((found.scores - found.scores.mean()) ** 2).sum())))
    assert numpy.mean(claimed) == pytest.approx(numpy.std(values), rel=0.2)


def test_half_are_below_the_median_in_every_sample() -> None:
    """At the whole median the error of the line takes all of the headcount's away: 0.5 is certain, not to 0.022."""
    each = people(501, 4)
    found = relative_poverty(each, relative_line(each, 1.0), 0)
    assert found.value == pytest.approx(0.5, abs=0.002)
    assert numpy.sqrt((found.scores**2).sum()) < 0.002
