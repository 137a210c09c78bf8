"""What changed between two dates, what rests on an act, and the law of another date."""

import datetime
from typing import Any

import pytest

from openfisca_country import act, calculate, changes, compare
from openfisca_country.household.results import Status
from openfisca_country.law import LawError
from openfisca_country.law.other_date import LawOf

FAMILY: dict[str, Any] = {
    "persons": {"mother": {"birth_date": "1990-01-01"}, "child": {"birth_date": "2018-01-01"}},
    "households": {"home": {"head": ["mother"], "children": ["child"], "child_allowance": None}},
}


def test_values_old_beside_new_with_the_act() -> None:
    """Decree UP-126 of November 2025 raised the first month from 50 to 75 % of the average wage."""
    found = {each.path: each for each in changes("uzbekistan", "2025-10", "2025-11")}
    rate = found["unemployment_benefit.rate.month_1"]
    assert (rate.day, rate.old, rate.new, rate.acts) == ("2025-11-01", 0.5, 0.75, ("UP126 item 3",))
    assert found["unemployment_benefit.dismissed.floor"].new is None
    assert "unemployment_benefit.rate.later_months" not in found


def test_rules_that_took_over_and_rules_that_ended() -> None:
    found = {(each.path, each.kind): each for each in changes("uzbekistan", "2025-09", "2025-11")}
    rule = found["unemployment_benefit", "rule"]
    assert rule.day == "2025-11-01"
    assert rule.old.startswith("The monthly amount")
    assert rule.new.startswith("75 % of the average wage")
    assert found["seeks_first_job", "end"].day == "2025-10-31"


def test_a_change_on_the_first_date_is_old_law_and_on_the_last_is_new() -> None:
    paths = {each.path for each in changes("uzbekistan", "2025-10-31", "2025-11-01")}
    assert "unemployment_benefit.cap" in paths
    assert "unemployment_benefit.cap" not in {each.path for each in changes("uzbekistan", "2025-11-01", "2025-11-30")}


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        ("2025-11", "2025-10", "2025-11 does not lie before 2025-10: name the earlier date first."),
        ("soon", "2025-10", 'the date: "soon" is not a day; write it as 2026-01-31.'),
        ("2025-13", "2026-10", 'the date: "2025-13-01" is not a day; write it as 2026-01-31.'),
    ],
)
def test_dates_that_are_none(start: str, end: str, sentence: str) -> None:
    with pytest.raises(LawError) as refusal:
        changes("uzbekistan", start, end)
    assert str(refusal.value) == sentence


def test_what_rests_on_an_act_by_article() -> None:
    found = act("uzbekistan", "UP126")
    assert found.instrument.number == "UP-126"
    of_item_3 = {each.path: each for each in found.provisions if each.article == "item 3"}
    assert of_item_3["unemployment_benefit.cap"].values == (("2025-11-01", 3),)
    assert of_item_3["claimed_within_window"].kind == "condition"
    assert of_item_3["unemployment_benefit"].kind == "rule"
    assert of_item_3["worked_months_in_lookback"].kind == "input"


def test_an_act_that_is_not_there() -> None:
    with pytest.raises(LawError, match=r'"UP1260" is not in the register .* Did you mean "UP126"'):
        act("uzbekistan", "UP1260")


def test_the_household_of_today_under_the_law_of_another_date() -> None:
    """One child of nine: 250,000 from September 2021, 275,000 from July 2025."""
    asked = calculate("uzbekistan", FAMILY, "2026-05", law_of="2024-06")
    assert asked.situation["households"]["home"]["child_allowance"] == {"2026-05": 250_000}
    assert asked.stamp.reforms == ("law of 2024-06",)
    today = calculate("uzbekistan", FAMILY, "2026-05")
    assert today.situation["households"]["home"]["child_allowance"] == {"2026-05": 275_000}


def test_the_law_of_its_own_month_changes_nothing() -> None:
    for month in ("2021-06", "2024-03", "2026-05"):
        own = calculate("uzbekistan", FAMILY, month, law_of=month).situation
        assert own == calculate("uzbekistan", FAMILY, month).situation


def test_dates_stand_beside_reforms() -> None:
    answer = compare("uzbekistan", FAMILY, ["smooth_borderline"], "2026-05", laws_of=["2024-06", "2022-03"])
    assert list(answer.titles) == ["law of 2024-06", "law of 2022-03", "smooth_borderline"]
    (line,) = answer.lines
    assert [line.difference(name) for name in answer.titles] == [-25_000, -25_000, 0]


def test_law_that_is_not_modelled_is_not_zero() -> None:
    content = {"persons": {"a": {"unemployment_benefit": None}}, "households": {"h": {"head": ["a"]}}}
    answer = calculate("uzbekistan", content, "2026-05", law_of="2019-06")
    assert answer.lines[0].status == {"2026-05": Status.NOT_MODELLED}


@pytest.mark.parametrize("month", ["2026", "2026-13", "2001-01"])
def test_a_month_without_law(month: str) -> None:
    with pytest.raises(LawError):
        calculate("uzbekistan", FAMILY, "2026-05", law_of=month)


def test_current_law_stays_as_it_was(uzbekistan: Any) -> None:
    old = LawOf(uzbekistan, datetime.date(2021, 1, 1))
    assert old.get_parameters_at_instant("2026-01-01").base.minimum_wage == 679_330
    assert uzbekistan.get_parameters_at_instant("2026-01-01").base.minimum_wage == 1_271_000
    assert old.variables["unemployment_benefit"].formulas != uzbekistan.variables["unemployment_benefit"].formulas


def test_the_amounts_of_another_date_raised_by_an_index() -> None:
    """250,000 of June 2024, raised by the poverty line from 648,000 to 715,000: 275,849."""
    index = "base.minimum_consumption_expenditure"
    answer = calculate("uzbekistan", FAMILY, "2026-05", law_of=f"2024-06:{index}")
    amount = answer.situation["households"]["home"]["child_allowance"]["2026-05"]
    assert amount == pytest.approx(250_000 * 715_000 / 648_000)
    assert answer.stamp.reforms == (f"law of 2024-06 by {index}",)


@pytest.mark.parametrize(
    ("index", "sentence"),
    [
        ("base.minimum_wag", 'There is no parameter "base.minimum_wag". Did you mean "base.minimum_wage"?'),
        (
            "unemployment_benefit.taxable",
            "unemployment_benefit.taxable cannot serve as an index: it has no positive value on 2024-06-01.",
        ),
        (
            "unemployment_benefit.cap",
            "unemployment_benefit.cap cannot serve as an index: it has no positive value on 2024-06-01.",
        ),
    ],
)
def test_an_index_that_is_none(index: str, sentence: str) -> None:
    with pytest.raises(LawError) as refusal:
        calculate("uzbekistan", FAMILY, "2026-05", law_of=f"2024-06:{index}")
    assert str(refusal.value) == sentence
