"""`explain`: why, and why not, with the figures, the act and what was assumed."""

from typing import Any

import pytest

from openfisca_country import explain
from openfisca_country.household.results import Condition, Status
from openfisca_country.law import InputError

DECEMBER = "2025-12"


def claimant(**changes: Any) -> dict[str, Any]:
    """Worked example 8 of the law sheet: thirty months worked, an average wage of 6,000,000."""
    facts = {
        "birth_date": "1985-03-01",
        "is_registered_unemployed": True,
        "job_loss_date": "2025-11-10",
        "unemployment_registration_date": "2025-11-24",
        "worked_months_in_lookback": 30,
        "previous_average_wage": 6_000_000,
        **changes,
    }
    return {
        "persons": {"rustam": facts, "dilnoza": {}},
        "households": {"home": {"head": ["rustam"], "spouse": ["dilnoza"]}},
    }


def failed(conditions: tuple[Condition, ...]) -> list[str]:
    return [each.variable for each in conditions if not each.met]


def test_why() -> None:
    answer = explain("uzbekistan", claimant(), "unemployment_benefit", DECEMBER)
    assert (answer.id, answer.value, answer.status) == ("rustam", 3_813_000, Status.VALUE)
    assert failed(answer.conditions) == []
    figures = {figure.source: figure for figure in answer.figures}
    assert figures["previous_average_wage"].value == 6_000_000
    assert figures["unemployment_benefit.rate.month_1"].value == 0.75
    assert figures["unemployment_benefit.cap"].act == "UP126 item 3"
    assert figures["base.minimum_wage"].value == 1_271_000


def test_why_not() -> None:
    answer = explain("uzbekistan", claimant(worked_months_in_lookback=17), "unemployment_benefit", DECEMBER)
    assert (answer.value, answer.status) == (0, Status.NOT_ELIGIBLE)
    assert failed(answer.conditions) == ["worked_qualifying_months"]
    condition = next(each for each in answer.conditions if not each.met)
    figures = {figure.source: figure.value for figure in condition.figures}
    assert figures == {"worked_months_in_lookback": 17, "unemployment_benefit.qualifying_months": 18}
    assert condition.acts == ("UP126 item 3",)
    assert condition.confidence == "press"


def test_conditions_stand_in_the_order_of_the_article() -> None:
    answer = explain("uzbekistan", claimant(), "unemployment_benefit", DECEMBER)
    assert [each.variable for each in answer.conditions[:4]] == [
        "employment_contract_ended",
        "worked_qualifying_months",
        "claimed_within_window",
        "recognised_as_unemployed",
    ]


def test_a_refusal_is_followed_to_the_part_that_fails() -> None:
    answer = explain("uzbekistan", claimant(is_registered_unemployed=False), "unemployment_benefit", DECEMBER)
    (recognised,) = [each for each in answer.conditions if not each.met]
    assert recognised.variable == "recognised_as_unemployed"
    assert failed(recognised.parts) == ["is_registered_unemployed"]


def test_the_one_who_comes_closest_is_explained() -> None:
    content = claimant(worked_months_in_lookback=17)
    assert explain("uzbekistan", content, "unemployment_benefit", DECEMBER).id == "rustam"
    assert explain("uzbekistan", content, "unemployment_benefit", DECEMBER, of="dilnoza").id == "dilnoza"


def test_a_condition_can_be_explained_itself() -> None:
    answer = explain("uzbekistan", claimant(job_loss_date="2025-01-10"), "claimed_within_window", DECEMBER, of="rustam")
    assert (answer.value, answer.status) == (False, Status.NOT_ELIGIBLE)
    (condition,) = answer.conditions
    assert {figure.source for figure in condition.figures} == {
        "job_loss_date",
        "unemployment_registration_date",
        "unemployment_benefit.claim_window_months",
    }


def test_the_version_of_the_law_is_that_of_the_month() -> None:
    content = claimant(
        job_loss_date="2021-03-20", unemployment_registration_date="2021-04-01", previous_average_wage=1_800_000
    )
    answer = explain("uzbekistan", content, "unemployment_benefit", "2021-04")
    assert answer.value == 900_000
    assert answer.acts == ("EMP2020",)
    steps = {step.variable: step for step in answer.steps}
    assert steps["unemployment_benefit_full_month"].value == 900_000


def test_what_was_assumed_is_marked_and_listed() -> None:
    content = claimant()
    del content["persons"]["rustam"]["worked_months_in_lookback"]
    answer = explain("uzbekistan", content, "unemployment_benefit", DECEMBER, of="rustam")
    condition = next(each for each in answer.conditions if each.variable == "worked_qualifying_months")
    assert [figure.assumed for figure in condition.figures if figure.source == "worked_months_in_lookback"] == [True]
    assert ("rustam", "worked_months_in_lookback") in {(each.id, each.variable) for each in answer.assumed}


def test_a_rule_the_law_does_not_have_yet_is_not_zero() -> None:
    answer = explain("uzbekistan", claimant(), "worked_qualifying_months", "2024-01", of="rustam")
    assert (answer.value, answer.status) == (None, Status.NOT_IN_LAW)


def test_a_rule_that_is_not_modelled_says_so() -> None:
    answer = explain("uzbekistan", claimant(), "unemployment_benefit", "2019-01", of="rustam")
    assert (answer.value, answer.status) == (None, Status.NOT_MODELLED)
    assert any("not modelled" in warning for warning in answer.warnings)


@pytest.mark.parametrize("period", [DECEMBER, "2025"])
def test_of_a_year_the_first_month_with_a_value_is_explained(period: str) -> None:
    answer = explain("uzbekistan", claimant(), "unemployment_benefit", period)
    assert (answer.period, answer.value) == (DECEMBER, 3_813_000)


def test_reasons_in_the_language_of_the_person_they_are_about() -> None:
    answer = explain("uzbekistan", claimant(), "unemployment_benefit", DECEMBER, language="ru")
    assert answer.label == "Пособие по безработице"
    assert answer.conditions[0].statement == "Трудовой договор прекращён"


def test_a_language_the_country_does_not_have() -> None:
    with pytest.raises(InputError, match="choose one of en, uz, ru"):
        explain("uzbekistan", claimant(), "unemployment_benefit", DECEMBER, language="fr")


def test_a_refusal_by_a_fact_that_was_not_given_is_not_known() -> None:
    content = claimant()
    del content["persons"]["rustam"]["worked_months_in_lookback"]
    answer = explain("uzbekistan", content, "unemployment_benefit", DECEMBER, of="rustam")
    assert (answer.value, answer.status) == (0, Status.NOT_KNOWN)
    assert answer.turning[0].wanted == 18


def test_one_known_ground_of_refusal_is_enough() -> None:
    content = claimant(job_loss_date="2025-01-10")
    del content["persons"]["rustam"]["worked_months_in_lookback"]
    answer = explain("uzbekistan", content, "unemployment_benefit", DECEMBER, of="rustam")
    assert answer.status is Status.NOT_ELIGIBLE
