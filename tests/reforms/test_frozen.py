"""Each reform that ships gives the example households what it gave when it was frozen; `make frozen` freezes anew."""

import json

import pytest

from tests.reforms.freeze import FROZEN, YEAR, changes_something, examples, file_of, frozen, shipped

UNCHANGED = {
    ("kazakhstan", "assistance_taper"): "no example has a child of one to six and an income just above the line",
    ("kazakhstan", "minimum_wage_110000"): "no example is at a floor or ceiling counted in minimum wages",
    ("kazakhstan", "seventy_percent_line"): "the line of the only example with assistance is 70 % as the law is",
    ("mongolia", "child_money_60"): "no example with children is among the best-off by score",
    ("mongolia", "child_money_80"): "no example with children is among the best-off by score",
    ("mongolia", "pension_floor_at_subsistence"): "no example without a pension is between the old and the new age",
    ("mongolia", "social_protection_floor_children"): "acts from 2014 to 2023",
    ("mongolia", "social_protection_floor_maternity"): "acts in 2018 and 2019",
    ("mongolia", "voluntary_unemployment_insurance_for_herders"): "no example herder has joined",
    ("uzbekistan", "dismissal_insurance_2030"): "begins in 2030",
}
"""Reforms that change no amount of any example household, each with the reason."""

SHIPPED = [pytest.param(country, name, id=f"{country}-{name}") for country, name in shipped() if examples(country)]


@pytest.mark.parametrize(("country", "reform"), SHIPPED)
def test_a_reform_gives_what_it_gave(country: str, reform: str) -> None:
    path = file_of(country, reform)
    assert path.exists(), f"{reform} of {country} is not frozen yet: run `make frozen`, and read what it wrote"
    found, wanted = frozen(country, reform), json.loads(path.read_text(encoding="utf-8"))
    assert found == wanted, (
        f"{reform} gives the examples of {country} other amounts than were frozen. Is the change meant? "
        f"Then run `make frozen` and commit what it wrote."
    )


@pytest.mark.parametrize(("country", "reform"), SHIPPED)
def test_a_reform_changes_something_for_an_example(country: str, reform: str) -> None:
    path = file_of(country, reform)
    changes = changes_something(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else True
    if (country, reform) in UNCHANGED:
        assert not changes, f"{reform} now changes an example of {country}: take it off the list of those that do not"
    else:
        assert changes, (
            f"{reform} changes nothing in {YEAR} for any household of examples/{country}: "
            "add one that it touches, or list the reform here with the reason"
        )


def test_only_what_ships_is_frozen() -> None:
    known = {file_of(country, name) for country, name in shipped()}
    gone = sorted(str(path.relative_to(FROZEN)) for path in set(FROZEN.glob("*/*.json")) - known)
    assert not gone, f"{', '.join(gone)}: no such reform ships any more; run `make frozen`"


def test_every_reason_is_of_a_reform_that_ships() -> None:
    assert set(UNCHANGED) <= set(shipped())
