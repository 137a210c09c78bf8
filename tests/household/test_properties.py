"""Properties that hold for every household, found by search rather than by example."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openfisca_country import calculate
from openfisca_country.household.simulation import HouseholdSimulation
from openfisca_country.household.situation import read_situation
from openfisca_country.law.catalogue import country_names, load_country

HAIR = 1e-6  # sums in another order may differ in the last binary digit; no amount is this small
COUNTRIES = st.sampled_from(country_names())
MONTHS = st.sampled_from(["2021-06", "2022-03", "2025-06", "2025-12", "2026-03", "2026-09"])
AMOUNT = st.integers(0, 20_000_000)
SEARCH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

DAY = st.dates(min_value=date(1940, 1, 1), max_value=date(2021, 5, 1)).map(str)

PERSON = st.fixed_dictionaries(
    {
        "birth_date": DAY,
        "sex": st.sampled_from(["female", "male"]),
        "wage": AMOUNT,
    },
    optional={
        "remittances": AMOUNT,
        "service_years": st.integers(0, 45),
        "pension_reference_wage": AMOUNT,
        "insured_months": st.integers(0, 400),
        "disability_group": st.sampled_from(["none", "group_1", "group_2", "group_3"]),
        "is_registered_unemployed": st.booleans(),
        "unemployment_registration_date": st.sampled_from(["2021-04-10", "2025-11-20", "2026-02-01"]),
        "job_loss_date": st.sampled_from(["2021-03-01", "2025-11-10", "2026-01-15"]),
        "worked_months_in_lookback": st.integers(0, 60),
        "previous_average_wage": AMOUNT,
    },
)
ROLES = ["head", "spouse", "children", "children", "others"]


@st.composite
def households(draw: Any, name: str = "h") -> dict[str, Any]:
    # Twins take their places as they are listed, so nobody here is one.
    members = draw(st.lists(PERSON, min_size=1, max_size=5, unique_by=lambda person: person["birth_date"][:7]))
    home: dict[str, list[str]] = {}
    persons = {}
    for index, member in enumerate(members):
        persons[f"{name}{index}"] = member
        home.setdefault(ROLES[index], []).append(f"{name}{index}")
    return {"persons": persons, "households": {name: home}}


def answers(content: dict[str, Any], month: str, country: str = "uzbekistan") -> dict[tuple[str, str], Any]:
    """Every monthly variable of everybody, by id and name; facts that a country does not have are left out."""
    system = load_country(country)
    people = content["persons"].items()
    persons = {name: {key: fact for key, fact in facts.items() if key in system.variables} for name, facts in people}
    content = {**content, "persons": persons}
    situation = read_situation(system, content)
    simulation = HouseholdSimulation(system, situation)
    found = {}
    for variable in system.variables.values():
        if str(variable.definition_period) == "month" and variable.value_type in (float, int, bool):
            array = simulation.ask(variable.name, month)
            for name, value in zip(situation.ids(variable.entity.plural), array, strict=True):
                found[name, variable.name] = float(value)
    return found


@SEARCH
@given(COUNTRIES, households("a"), households("b"), households("c"), MONTHS)
def test_a_household_alone_gets_what_it_gets_in_a_crowd(country: str, a: Any, b: Any, c: Any, month: str) -> None:
    crowd = {kind: {**a[kind], **b[kind], **c[kind]} for kind in ("persons", "households")}
    together = answers(crowd, month, country)
    for each in (a, b, c):
        alone = answers(each, month, country)
        assert {key: together[key] for key in alone} == pytest.approx(alone, abs=HAIR)


@SEARCH
@given(COUNTRIES, households("a"), households("b"), MONTHS, st.randoms())
def test_order_does_not_matter(country: str, a: Any, b: Any, month: str, random: Any) -> None:
    crowd = {kind: {**a[kind], **b[kind]} for kind in ("persons", "households")}
    shuffled = {}
    for kind, entries in crowd.items():
        keys = list(entries)
        random.shuffle(keys)
        shuffled[kind] = {key: entries[key] for key in keys}
    assert answers(shuffled, month, country) == pytest.approx(answers(crowd, month, country), abs=HAIR)


@SEARCH
@given(COUNTRIES, households(), MONTHS)
def test_no_benefit_is_negative(country: str, content: Any, month: str) -> None:
    system = load_country(country)
    results = {name for programme in system.book.programmes.values() for name in programme.variables}
    negative = {
        key: value for key, value in answers(content, month, country).items() if key[1] in results and value < 0
    }
    assert negative == {}


@SEARCH
@given(households(), MONTHS)
def test_disposable_income_adds_up(content: Any, month: str) -> None:
    found = answers(content, month)
    people = list(content["persons"])
    market = sum(content["persons"][each].get(kind, 0) for each in people for kind in ("wage", "remittances"))
    personal = sum(found[each, "personal_benefits"] for each in people)
    taxes = sum(found[each, "income_tax"] + found[each, "employee_contributions"] for each in people)
    home = personal + found["h", "child_benefit"] + found["h", "social_assistance"]
    assert found["h", "disposable_income"] == market + home - taxes


@SEARCH
@given(AMOUNT, AMOUNT, st.sampled_from(["2021-05", "2022-01"]))
def test_an_uncapped_benefit_does_not_fall_when_its_base_rises(one: int, other: int, month: str) -> None:
    def benefit(wage: int) -> float:
        person = {
            "birth_date": "1985-03-01",
            "is_registered_unemployed": True,
            "job_loss_date": f"{month}-01",
            "unemployment_registration_date": f"{month}-02",
            "previous_average_wage": wage,
            "unemployment_benefit": None,
        }
        content = {"persons": {"a": person}, "households": {"h": {"head": ["a"]}}}
        return float(calculate("uzbekistan", content, month).situation["persons"]["a"]["unemployment_benefit"][month])

    low, high = sorted([one, other])
    assert 0 < benefit(low) <= benefit(high)


@SEARCH
@given(
    st.lists(st.dates(min_value=date(2010, 1, 1), max_value=date(2021, 5, 1)), min_size=1, max_size=6),
    MONTHS,
)
def test_more_children_never_mean_less_child_allowance(births: list[Any], month: str) -> None:
    """A family without income: each child more gives the same or more."""

    def allowance(children: list[Any]) -> float:
        persons: dict[str, Any] = {"mother": {"birth_date": "1988-01-01"}}
        persons |= {f"child{index}": {"birth_date": str(day)} for index, day in enumerate(children)}
        home = {"head": ["mother"], "children": list(persons)[1:], "child_allowance": None}
        content = {"persons": persons, "households": {"h": home}}
        return float(calculate("uzbekistan", content, month).situation["households"]["h"]["child_allowance"][month])

    amounts = [allowance(births[:count]) for count in range(1, len(births) + 1)]
    assert amounts == sorted(amounts)
