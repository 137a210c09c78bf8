"""Which lines there are, and what is said of a line that cannot be."""

import pytest

from openfisca_country.law import InputError
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.population.indicators.lines import lines_of

UZBEKISTAN = load_country("uzbekistan")


def test_the_line_of_the_law() -> None:
    """669,000 sum from 2025-02-04, 715,000 from 2026-03-05: by the first day of the month, from April 2026."""
    for period, value in (("2026-03", 669_000), ("2026-04", 715_000)):
        (line,), warnings = lines_of(UZBEKISTAN, period, [])
        assert (line.name, line.value, line.national) == ("base.minimum_consumption_expenditure", value, True)
        assert warnings == []


def test_over_a_year_the_mean_of_its_months() -> None:
    (line,), _ = lines_of(UZBEKISTAN, "2026", [])
    assert line.value == pytest.approx((3 * 669_000 + 9 * 715_000) / 12)


@pytest.mark.parametrize("country", country_names())
def test_every_country_has_a_line(country: str) -> None:
    found, _ = lines_of(load_country(country), "2026-03", [])
    assert any(line.national and line.value > 0 for line in found)


def test_lines_asked_for_come_first() -> None:
    found, _ = lines_of(UZBEKISTAN, "2026-03", ["500000", 7.5, "60%", "50 % of median", "base.minimum_wage"])
    assert [line.name for line in found[:4]] == ["500000", "7.5", "60% of median", "50% of median"]
    assert [line.value for line in found[:2]] == [500_000, 7.5]
    assert [line.relative for line in found[2:4]] == [0.6, 0.5]
    assert [line.name for line in found[4:]] == ["base.minimum_wage", "base.minimum_consumption_expenditure"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("-5", "above zero"),
        ("nan", "above zero"),
        ("120%", "at most at 100 %"),
        ("base.minimum_wag", 'Did you mean "base.minimum_wage"'),
        ("unemployment_benefit.maximum_months", "UZS/month"),
    ],
)
def test_what_is_no_line(asked: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        lines_of(UZBEKISTAN, "2026-03", [asked])


def test_a_line_without_value_in_the_period_is_left_out_and_told() -> None:
    found, warnings = lines_of(UZBEKISTAN, "2020-01", [])
    assert found == []
    assert "has no value in some months of 2020-01" in warnings[0]
