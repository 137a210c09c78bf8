"""Gainers and losers, tenths and kinds of households, worked out by hand."""

from pathlib import Path

import numpy
import polars
import pytest

from openfisca_country.population.impact_results import GAIN_CLASSES
from openfisca_country.population.indicators.gainers import classes, decile_gains, gainers
from openfisca_country.population.indicators.patterns import kinds, patterns
from openfisca_country.population.indicators.study import Study
from tests.population.indicators.small import study

OLD = [1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 0.0, -50.0]
NEW = [949.0, 950.0, 999.5, 1000.9, 1050.0, 1051.0, 2.0, -60.0]
SIZE = [1, 2, 1, 1, 1, 4, 1, 1]


@pytest.fixture
def eight(tmp_path: Path) -> Study:
    laws = {
        "current": {"disposable_income": OLD, "benefits": [0.0] * 8},
        "reform": {"disposable_income": NEW, "benefits": [0.0] * 8},
    }
    facts = {"size": SIZE, "region": ["n", "n", "n", "n", "s", "s", "s", "s"], "workers": [1, 1, 0, 0, 1, 1, 0, 0]}
    return study(tmp_path, facts, laws)


def test_classes_by_the_change_of_income(eight: Study) -> None:
    """-51: more than 5 %; -50: no more; -0.5 and 0.9: under one unit; +50: 5 % and no more; +51; out of nothing; -10 of -50."""
    assert classes(eight, "reform").tolist() == [0, 1, 2, 2, 3, 4, 4, 0]


def test_shares_of_persons_add_up(eight: Study) -> None:
    """Of 12 persons: 2 lose much, 2 little, 2 nothing, 1 gains a little, 5 much."""
    (everyone,) = [each.fields for each in gainers(eight, "reform") if each.fields["group"] == "all"]
    shares = [everyone["shares"][name].value for name in GAIN_CLASSES]
    assert shares == pytest.approx([2 / 12, 2 / 12, 2 / 12, 1 / 12, 5 / 12])
    assert everyone["gaining"].value == pytest.approx(6 / 12)
    assert everyone["losing"].value == pytest.approx(4 / 12)


def test_averages_are_of_households(eight: Study) -> None:
    (everyone,) = [each.fields for each in gainers(eight, "reform") if each.fields["group"] == "all"]
    assert everyone["average_gain"].value == pytest.approx((sum(NEW) - sum(OLD)) / 8)
    assert everyone["average_gain_of_gainers"].value == pytest.approx((50 + 51 + 2) / 3)
    assert everyone["average_loss_of_losers"].value == pytest.approx((-51 - 50 - 10) / 3)


def test_every_part_of_whole_households_has_its_own(eight: Study) -> None:
    south = [each.fields for each in gainers(eight, "reform") if each.fields["level"] == "s"]
    assert south[0]["gaining"].value == pytest.approx(6 / 7)


def test_tenths_gain_in_money_and_as_a_share(tmp_path: Path) -> None:
    """Ten persons with 1, 2, … 10 hundreds; the poorest gains 50, the richest loses 100."""
    old = [100.0 * each for each in range(1, 11)]
    new = [150.0, *old[1:9], 900.0]
    laws = {"current": {"disposable_income": old}, "reform": {"disposable_income": new}}
    found = [each.fields for each in decile_gains(study(tmp_path, {"size": [1] * 10}, laws), "reform")]
    assert [each["gain"].value for each in found] == pytest.approx([50, *[0] * 8, -100])
    assert found[0]["relative"].value == pytest.approx(0.5)
    assert found[9]["relative"].value == pytest.approx(-0.1)
    assert [each["income"].value for each in found] == pytest.approx(old)


def test_kinds_join_those_too_few_to_stand_alone() -> None:
    """Nine households, three to stand alone: three alike; two and one of another region; three left over."""
    rows = [
        *[("couple", "1", "one works", "n")] * 3,
        *[("couple", "2", "one works", "n")] * 2,
        ("couple", "2", "one works", "s"),
        ("lone parent", "1", "nobody works", "n"),
        ("lone parent", "2", "one works", "n"),
        ("single adult", "0", "one works", "s"),
    ]
    features = polars.DataFrame(rows, schema=["household_type", "children", "work", "region"], orient="row")
    found = kinds(features, numpy.array([1.0, 1, 1, 1, 1, 9, 1, 1, 1]), 3)
    assert [(words, places.tolist()) for words, places in found] == [
        (("couple", "2", "one works", ""), [3, 4, 5]),
        (("all others", "", "", ""), [6, 7, 8]),
        (("couple", "1", "one works", "n"), [0, 1, 2]),
    ]


def test_kinds_cover_each_side_once(eight: Study) -> None:
    for side, households in (("gains", 3), ("loses", 3)):
        found = [each.fields for each in patterns(eight, "reform", 1) if each.fields["side"] == side]
        assert sum(each["share"].value for each in found) == pytest.approx(1)
        assert sum(each["households"].value for each in found) == households
    (alone,) = [each.fields for each in patterns(eight, "reform", 1) if each.fields["average_change"].value == 50]
    assert (alone["household_type"], alone["work"], alone["region"]) == ("single adult", "one works", "s")
