"""`calculate`: what is asked, what is assumed, what it rests on."""

from typing import Any

import pytest

from openfisca_country import calculate
from openfisca_country.household.results import Status
from openfisca_country.household.simulation import HouseholdSimulation
from openfisca_country.household.situation import read_situation
from openfisca_country.law import MONTH, LawError, Person, Variable
from openfisca_country.law.catalogue import country_names, load_country

MARCH = "2026-03"


def worker(**variables: Any) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", **variables}},
        "households": {"home": {"head": ["ali"], "disposable_income": None}},
    }


def test_nulls_are_filled_in_their_place() -> None:
    """Worked example 14 of the law sheet: a gross wage of 1,271,000 leaves 1,118,480."""
    answer = calculate("uzbekistan", worker(wage=1_271_000, net_wage=None), MARCH)
    assert answer.situation["persons"]["ali"]["net_wage"] == {MARCH: 1_118_480}
    assert answer.situation["households"]["home"]["disposable_income"] == {MARCH: 1_118_480}
    assert answer.situation["persons"]["ali"]["wage"] == 1_271_000


def test_the_input_is_left_as_it_was() -> None:
    content = worker(wage=1_271_000)
    calculate("uzbekistan", content, MARCH)
    assert content == worker(wage=1_271_000)


def test_a_null_with_a_period_of_its_own() -> None:
    content = worker(wage={"2026-01": 1_000_000}, net_wage={"2026-01": None, "2026-02": None})
    answer = calculate("uzbekistan", content, MARCH)
    assert answer.situation["persons"]["ali"]["net_wage"] == {"2026-01": 880_000, "2026-02": 0}


def test_a_year_shows_its_twelve_months() -> None:
    answer = calculate("uzbekistan", worker(wage=1_271_000), "2026")
    (line,) = answer.lines
    assert list(line.values) == [f"2026-{month:02}" for month in range(1, 13)]
    assert set(line.values.values()) == {1_118_480}


def test_a_bare_value_holds_in_every_month_and_a_dated_one_in_its_own() -> None:
    content = worker(wage=1_000_000, net_wage=None)
    content["persons"]["vali"] = {"birth_date": "1992-01-01", "wage": {MARCH: 2_000_000}, "net_wage": None}
    content["households"]["home"]["spouse"] = ["vali"]
    answer = calculate("uzbekistan", content, "2026")
    net = {line.id: line.values for line in answer.lines if line.variable == "net_wage"}
    assert set(net["ali"].values()) == {880_000}
    assert {when: value for when, value in net["vali"].items() if value} == {MARCH: 1_760_000}


def test_a_rule_overridden_for_one_person_stays_in_force_for_the_others() -> None:
    content = worker(wage=1_000_000, wage_tax=5, net_wage=None)
    content["persons"]["vali"] = {"birth_date": "1992-01-01", "wage": 1_000_000, "net_wage": None}
    content["households"]["home"]["spouse"] = ["vali"]
    answer = calculate("uzbekistan", content, MARCH)
    persons = answer.situation["persons"]
    assert (persons["ali"]["net_wage"], persons["vali"]["net_wage"]) == ({MARCH: 999_995}, {MARCH: 880_000})


def test_every_assumed_input_is_listed_with_its_value() -> None:
    answer = calculate("uzbekistan", worker(), MARCH)
    assumed = {(each.id, each.variable): each.value for each in answer.assumed}
    assert assumed["ali", "wage"] == 0
    assert ("ali", "birth_date") not in assumed
    given = calculate("uzbekistan", worker(wage=1), MARCH)
    assert ("ali", "wage") not in {(each.id, each.variable) for each in given.assumed}


def test_a_value_given_for_another_month_is_still_assumed_for_this_one() -> None:
    answer = calculate("uzbekistan", worker(wage={"2026-01": 5}), MARCH)
    assert ("ali", "wage") in {(each.id, each.variable) for each in answer.assumed}


def test_the_weakest_confidence_is_part_of_the_answer() -> None:
    """The rate of income tax stands in a professional summary, the exempt amount in the press."""
    content = worker(wage=1_271_000, wage_tax_rate=None)
    del content["households"]["home"]["disposable_income"]
    assert calculate("uzbekistan", content, "2024-03").confidence == "summary"
    content = worker(wage=1_271_000, wage_tax=None)
    del content["households"]["home"]["disposable_income"]
    assert calculate("uzbekistan", content, "2024-03").confidence == "press"


def test_a_month_after_the_law_was_verified_carries_a_warning() -> None:
    before = calculate("uzbekistan", worker(), "2026-05")
    after = calculate("uzbekistan", worker(), "2026-06")
    assert before.warnings == ()
    assert after.warnings == (
        "The law of Uzbekistan was verified up to 2026-05-31; 2026-06 is answered with the law as known then.",
    )


def test_not_modelled_is_not_zero() -> None:
    """Income tax before 2019 was progressive; its bands are not in the sources."""
    content = worker(wage=1_000_000, income_tax=None)
    answer = calculate("uzbekistan", content, "2018-06")
    tax = next(line for line in answer.lines if line.variable == "income_tax")
    assert (tax.values, tax.status) == ({"2018-06": None}, {"2018-06": Status.NOT_MODELLED})
    assert any("ncome tax" in warning and "not modelled" in warning for warning in answer.warnings)


def test_the_stamp_says_what_the_answer_rests_on() -> None:
    stamp = calculate("uzbekistan", worker(), MARCH, ["longer_unemployment_benefit"]).stamp
    assert (stamp.country, stamp.reforms, str(stamp.verified)) == (
        "uzbekistan",
        ("longer_unemployment_benefit",),
        "2026-05-31",
    )
    assert stamp.core.startswith("46.")


def test_the_same_question_has_the_same_answer() -> None:
    assert calculate("uzbekistan", worker(wage=7), MARCH) == calculate("uzbekistan", worker(wage=7), MARCH)


class chicken(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Chicken"

    def formula(person, period):
        return person("egg", period)


class egg(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Egg"

    def formula(person, period):
        return person("chicken", period)


class memory(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Memory"

    def formula(person, period):
        return person("memory", period.last_month) + 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("egg", "The rule of egg goes in a circle: egg asks chicken asks egg."),
        ("memory", "The rule of memory goes in a circle: memory asks memory."),
    ],
)
def test_a_rule_in_a_circle_is_an_error_not_a_default(uzbekistan: Any, name: str, sentence: str) -> None:
    system = uzbekistan.clone()
    system.add_variables(chicken, egg, memory)
    content = {"persons": {"ali": {}}, "households": {"home": {"head": ["ali"]}}}
    simulation = HouseholdSimulation(system, read_situation(system, content))
    with pytest.raises(LawError) as refusal:
        simulation.ask(name, MARCH)
    assert str(refusal.value).startswith(sentence)


@pytest.mark.parametrize("country", country_names())
def test_every_variable_answers_in_every_month_of_the_window(country: str) -> None:
    """No month of the window stumbles on a number that is not in force."""
    system = load_country(country)
    content = {
        "persons": {
            "head": {"birth_date": "1985-01-01", "sex": "male", "wage": 3_000_000},
            "spouse": {"birth_date": "1987-01-01", "sex": "female"},
            "child": {"birth_date": "2004-12-01"},
            "grandmother": {"birth_date": "1940-01-01"},
        },
        "households": {
            "home": {"head": ["head"], "spouse": ["spouse"], "children": ["child"], "others": ["grandmother"]}
        },
    }
    simulation = HouseholdSimulation(system, read_situation(system, content))
    first = f"{system.book.start:%Y-%m}"
    months = [f"{year}-{month:02}" for year in range(system.book.start.year, 2029) for month in range(1, 13)]
    failures = []
    for month in [each for each in months if each >= first]:
        for variable in system.variables.values():
            period = {"eternity": "ETERNITY", "month": month, "year": month[:4]}[str(variable.definition_period)]
            try:
                simulation.ask(variable.name, period)
            except Exception as error:
                failures.append(f"{variable.name} {month}: {error}")
    assert failures == []
