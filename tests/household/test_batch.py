"""Many households at once: each gets what `calculate` gives it alone, to the last bit, or is refused alone."""

import copy
import json
import math
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country import calculate
from openfisca_country.household.batch import Filled, Refused, fill, fill_each
from openfisca_country.household.calculate import answer, filled
from openfisca_country.household.results import Status
from openfisca_country.household.run import start
from openfisca_country.law import (
    MONTH,
    YEAR,
    Household,
    InputError,
    InputErrors,
    LawError,
    OutsideWindow,
    Person,
    Variable,
)
from openfisca_country.law.catalogue import country_names, load_country

EXAMPLES = Path(__file__).parents[2] / "examples"
FAMILIES = {
    country: [json.loads(path.read_text()) for path in sorted((EXAMPLES / country).glob("*.json"))]
    for country in country_names()
}
MARCH = "2026-03"
SEARCH = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asking(country: str, draw: Any, family: dict[str, Any]) -> dict[str, Any]:
    """Return a family that asks for a few things more, in one way of asking or another."""
    content = copy.deepcopy(family)
    variables = load_country(country).variables
    for entity in ("persons", "households"):
        known = sorted(name for name, each in variables.items() if each.entity.plural == entity)
        for entry in content[entity].values():
            for name in draw(st.lists(st.sampled_from(known), max_size=4, unique=True)):
                if name in entry:
                    continue
                one = {MONTH: "2027-02", YEAR: "2026"}.get(variables[name].definition_period, "ETERNITY")
                entry[name] = draw(st.sampled_from([None, {one: None}]))
    next(iter(content["households"].values())).setdefault("disposable_income", None)
    return content


@st.composite
def families(draw: Any, count: int) -> tuple[str, list[dict[str, Any]]]:
    """Return so many families of one country, each asking, some twice, with wages of their own."""
    country = draw(st.sampled_from(country_names()))
    found = []
    for _ in range(count):
        content = asking(country, draw, draw(st.sampled_from(FAMILIES[country])))
        for entry in content["persons"].values():
            if isinstance(entry.get("wage"), int | float):
                entry["wage"] = draw(st.floats(0, 1e8))
        found.append(content)
    return country, found


def to_the_bit(situation: dict[str, Any]) -> str:
    """Write a situation so that two are the same only if every number is, 1 and 1.0 apart."""
    return json.dumps(situation, allow_nan=False)


@SEARCH
@given(families(1), st.sampled_from(["2027-02", "2026"]))
def test_one_situation_is_filled_as_calculate_fills_it(drawn: Any, period: str) -> None:
    """Without its search for what an assumption decides, which takes long and fills nothing."""
    country, (content,) = drawn
    before = copy.deepcopy(content)
    found = fill(load_country(country), content, period)
    run = start(country, content, period)
    lines = [answer(run, asked) for asked in run.situation.asked]
    assert to_the_bit(found.situation) == to_the_bit(filled(run.situation.source, lines))
    assert content == before
    assert {each.place: each.status for each in found.unanswered} == {
        f"{line.entity}.{line.id}.{line.variable}.{when}": status
        for line in lines
        for when, status in line.status.items()
        if status in (Status.NOT_MODELLED, Status.NOT_IN_LAW)
    }


@SEARCH
@given(families(6), st.integers(1, 7), st.permutations(range(6)))
def test_each_gets_what_it_gets_alone_in_any_order_and_block(drawn: Any, block: int, order: list[int]) -> None:
    country, contents = drawn
    system = load_country(country)
    named = [(str(number), contents[number]) for number in order]
    together = list(fill_each(system, named, "2027-02", block))
    assert [each.id for each in together] == [name for name, _ in named]
    for each in together:
        alone = fill(system, contents[int(each.id)], "2027-02")
        assert isinstance(each, Filled)
        assert to_the_bit(each.situation) == to_the_bit(alone.situation)
        assert (each.unanswered, each.warnings) == (alone.unanswered, alone.warnings)


@pytest.mark.parametrize("country", country_names())
def test_everything_a_law_has_is_filled_as_calculate_fills_it(country: str) -> None:
    content = copy.deepcopy(FAMILIES[country][0])
    variables = load_country(country).variables.values()
    for entity in ("persons", "households"):
        entry = next(iter(content[entity].values()))
        entry |= {each.name: None for each in variables if each.entity.plural == entity and each.name not in entry}
    found = fill(load_country(country), content, "2027-03")
    expected = calculate(country, content, "2027-03")
    assert to_the_bit(found.situation) == to_the_bit(expected.situation)
    assert found.warnings == expected.warnings


def home(**changes: Any) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", **changes}},
        "households": {"home": {"head": ["ali"], "disposable_income": {MARCH: None}}},
    }


def test_a_content_that_is_kept_is_answered_alike_and_not_changed(uzbekistan: Any) -> None:
    content = home(wage={MARCH: 1_000_000}, net_wage=None)
    before = copy.deepcopy(content)
    assert fill(uzbekistan, content, MARCH, keep=True) == fill(uzbekistan, before, MARCH)
    assert content == before


def test_where_nothing_is_asked_nothing_changes(uzbekistan: Any) -> None:
    content = {"persons": {"ali": {"wage": 5}}, "households": {"home": {"head": "ali"}}}
    assert fill(uzbekistan, content, MARCH) == Filled("", content, (), ())


def test_what_the_law_did_not_have_yet_stays_null_and_is_told(uzbekistan: Any) -> None:
    content = home(unemployment_benefit={"2017-01": None}, social_contract_required={"2017-01": None})
    found = fill(uzbekistan, content, MARCH)
    assert found.situation["persons"] == content["persons"]
    assert [(each.place, each.status) for each in found.unanswered] == [
        ("persons.ali.unemployment_benefit.2017-01", Status.NOT_MODELLED),
        ("persons.ali.social_contract_required.2017-01", Status.NOT_IN_LAW),
    ]
    assert found.warnings == ("Unemployment benefit is not modelled for 2017-01: it counts as zero in every sum.",)


def test_a_month_after_the_law_was_verified_is_told(uzbekistan: Any) -> None:
    content = home(net_wage={"2030-01": None})
    (warning,) = fill(uzbekistan, content, MARCH).warnings
    assert warning == (
        f"The law of Uzbekistan was verified up to {uzbekistan.country.verified}; "
        "2030-01 is answered with the law as known then."
    )
    assert warning in calculate("uzbekistan", content, MARCH).warnings


def test_a_bad_situation_is_refused_in_its_place_and_no_other(uzbekistan: Any) -> None:
    named = [
        ("good", home(wage=1_000_000)),
        ("wrong twice", home(waeg=1, wage=-1)),
        ("too early", home(net_wage={"2009-01": None})),
        ("unborn", home(birth_date="2026-04-01")),
        ("no situation", [1]),
        ("good again", home(wage=1_000_000)),
    ]
    found = list(fill_each(uzbekistan, named, MARCH))
    assert [each.id for each in found] == [name for name, _ in named]
    assert [type(each) for each in found] == [Filled, Refused, Refused, Refused, Refused, Filled]
    assert [[str(error) for error in each.errors] for each in found if isinstance(each, Refused)] == [
        [
            'persons.ali.waeg: "waeg" is not a variable of persons. Did you mean "wage"?',
            "persons.ali.wage: expected an amount of zero or more, got -1.",
        ],
        ["2009-01: the law of Uzbekistan is modelled from 2015-09; ask for that month or a later one."],
        ["persons.ali.birth_date: 2026-04-01 lies after 2026-03-31, the last day asked."],
        ["a situation is an object with persons and households, not a list."],
    ]
    assert found[0].situation == found[-1].situation


def test_what_is_wrong_with_the_period_is_told_before_anything_is_read(uzbekistan: Any) -> None:
    with pytest.raises(OutsideWindow, match="is modelled from 2015-09"):
        fill_each(uzbekistan, [], "2009")
    with pytest.raises(InputError, match='"soon" is not a period'):
        fill(uzbekistan, home(), "soon")
    with pytest.raises(InputError, match="expected a number of situations of 1 or more, got 0"):
        fill_each(uzbekistan, [], MARCH, block=0)


def test_no_more_than_a_block_is_read_ahead(uzbekistan: Any) -> None:
    read = []

    def source() -> Any:
        for number in range(10):
            read.append(number)
            yield str(number), home()

    answers = fill_each(uzbekistan, source(), MARCH, block=3)
    assert next(answers).id == "0"
    assert read == [0, 1, 2]
    assert [each.id for each in answers] == [str(number) for number in range(1, 10)]


class share_of_wage(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Income beside each unit of wage"

    def formula(person, period):
        return person("other_income", period) / person("wage", period)


class chicken(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Chicken"

    def formula(household, period):
        return household("egg", period)


class egg(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "Egg"

    def formula(household, period):
        return household("chicken", period)


class not_in_force(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "What rests on a number that no law sets"

    def formula(household, period, parameters):
        return household.nb_persons() * parameters("1990-01-01").base.minimum_wage


class rests_on_it(Variable):
    value_type = float
    entity = Household
    definition_period = MONTH
    label = "One more than what rests on a number that no law sets"

    def formula(household, period):
        return household("not_in_force", period) + 1


@pytest.fixture(scope="module")
def odd(uzbekistan: Any) -> Any:
    """Return a law with a rule that may divide by zero, two in a circle, and one without its number."""
    system = uzbekistan.clone()
    system.add_variables(share_of_wage, chicken, egg, not_in_force, rests_on_it)
    return system


def test_a_rule_that_divides_by_zero_refuses_that_household_alone(odd: Any) -> None:
    ask = {"share_of_wage": {MARCH: None, "2026-04": None}}
    named = [
        ("a", home(wage=4, other_income=6, **ask)),
        ("b", home(wage={MARCH: 0, "2026-04": 1}, other_income=6, **ask)),
        ("c", home(wage=0, other_income={MARCH: 0, "2026-04": 1}, **ask)),
    ]
    first, *others = fill_each(odd, named, MARCH)
    assert isinstance(first, Filled)
    assert first.situation["persons"]["ali"]["share_of_wage"] == {MARCH: 1.5, "2026-04": 1.5}
    sentence = "is not a number: its rule divides by zero. Check the facts it looks at."
    assert [[str(error) for error in each.errors] for each in others if isinstance(each, Refused)] == [
        [f"persons.ali.share_of_wage.{MARCH}: {sentence}"],
        [f"persons.ali.share_of_wage.{month}: {sentence}" for month in (MARCH, "2026-04")],
    ]
    with pytest.raises(InputErrors) as refusal:
        fill(odd, named[2][1], MARCH)
    assert [error.place for error in refusal.value.errors] == [error.place for error in others[1].errors]


def test_a_rule_in_a_circle_refuses_those_who_ask_it_alone(odd: Any) -> None:
    asks = home()
    asks["households"]["home"]["egg"] = {MARCH: None}
    knows = copy.deepcopy(asks)
    knows["households"]["home"]["chicken"] = 3
    found = list(fill_each(odd, [("knows", knows), ("asks", asks), ("other", home()), ("knows", knows)], MARCH))
    assert [type(each) for each in found] == [Filled, Refused, Filled, Filled]
    assert [str(error) for error in found[1].errors] == ["The rule of egg goes in a circle: egg asks chicken asks egg."]
    assert found[0].situation["households"]["home"]["egg"] == {MARCH: 3}
    with pytest.raises(LawError, match="goes in a circle"):
        fill(odd, asks, MARCH)


def test_a_number_missing_from_the_law_leaves_null_for_those_who_need_it_alone(odd: Any) -> None:
    asks = home()
    asks["households"]["home"]["rests_on_it"] = {MARCH: None}
    states = copy.deepcopy(asks)
    states["households"]["home"]["not_in_force"] = {MARCH: 7}
    states_another = copy.deepcopy(asks)
    states_another["households"]["home"]["not_in_force"] = {"2026-04": 7}
    found = fill_each(odd, [("asks", asks), ("states", states), ("states another", states_another)], MARCH)
    null, answered, null_too = (each for each in found if isinstance(each, Filled))
    assert answered.situation["households"]["home"]["rests_on_it"] == {MARCH: 8}
    assert answered.unanswered == ()
    for each in (null, null_too):
        assert each.situation["households"]["home"]["rests_on_it"] == {MARCH: None}
        assert [(one.place, one.status) for one in each.unanswered] == [
            (f"households.home.rests_on_it.{MARCH}", Status.NOT_MODELLED)
        ]


def crowd(count: int) -> dict[str, Any]:
    """So many households of four, each person with ten facts."""
    months = [f"2026-{month:02}" for month in range(1, 9)]
    content: dict[str, Any] = {"persons": {}, "households": {}}
    for number in range(count):
        ids = [f"{number}/{place}" for place in range(4)]
        for name, birth in zip(ids, ("1986-05-14", "1990-10-02", "2019-09-14", "2015-11-03"), strict=True):
            wages = dict.fromkeys(months, 1000.5 * number)
            content["persons"][name] = {"birth_date": birth, "sex": "female", "wage": wages}
        content["households"][str(number)] = {"head": ids[:1], "spouse": ids[1:2], "children": ids[2:]}
        content["households"][str(number)]["market_income"] = {MARCH: None}
    return content


def test_ten_times_as_many_households_take_about_ten_times_as_long(uzbekistan: Any) -> None:
    def seconds(count: int) -> float:
        content, best = crowd(count), math.inf
        for _ in range(3):
            begun = time.process_time()
            found = fill(uzbekistan, content, MARCH)
            best = min(best, time.process_time() - begun)
            assert found.situation["households"][str(count - 1)]["market_income"] == {MARCH: 4 * 1000.5 * (count - 1)}
        return best

    assert seconds(4000) < 30 * seconds(400)
