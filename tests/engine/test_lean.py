"""The lean simulation gives what OpenFisca's own gives, to the last bit, whoever else is in the block."""

from dataclasses import replace
from typing import Any

import numpy
import pytest
from openfisca_core.errors import ParameterNotFoundError
from openfisca_core.simulations import SimulationBuilder

from openfisca_country.engine import Block, BlockSimulation, Stated, evaluate, months_of
from openfisca_country.engine.lean import LeanSimulation
from openfisca_country.law import MONTH, LawError
from openfisca_country.law.catalogue import country_names, load_country, reformed
from tests.engine.people import made_up, part


def everything(system: Any, year: str) -> list[tuple[str, str]]:
    return [
        (name, period)
        for period in (*months_of(year), year)
        for name, variable in system.variables.items()
        if (variable.definition_period == MONTH) == ("-" in period) and variable.value_type is not str
    ]


def bits(array: Any) -> bytes:
    return numpy.asarray(array).tobytes()


def outcomes(simulation: Any, asked: list[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    found = {}
    for name, period in asked:
        try:
            found[name, period] = bits(simulation.ask(name, period))
        except (ParameterNotFoundError, LawError) as error:
            found[name, period] = type(error)
    return found


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("year", ["2019", "2023", "2026"])
@pytest.mark.parametrize("country", country_names())
def test_lean_equals_openfisca(country: str, year: str) -> None:
    system = load_country(country)
    if int(year) < system.book.start.year:
        year = str(system.book.start.year + 1)
    block = made_up(system, 150, seed=int(year), period=year)
    asked = everything(system, year)
    expected = outcomes(BlockSimulation(system, block), asked)
    found = outcomes(LeanSimulation(system, block), asked)
    assert [key for key in asked if found[key] != expected[key]] == []
    assert sum(isinstance(each, bytes) for each in found.values()) > 0.9 * len(asked)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("number", [0, 1, 2, 4, 8, 16, 32])
@pytest.mark.parametrize("country", country_names())
def test_lean_equals_openfisca_where_little_is_stated(country: str, number: int) -> None:
    """What the law comes to whoever it is about is worked out beforehand: it must be so of these people too."""
    system = load_country(country)
    chance = numpy.random.default_rng(number)
    year = str(chance.integers(max(system.book.start.year + 1, 2017), 2028))
    months = chance.choice(months_of(year), 2, replace=False).tolist()
    everyone = made_up(system, 40, seed=number, period=year, share=0.6)
    names = {*chance.choice(sorted(everyone.stated), number, replace=False), "birth_date"} if number else set()
    block = replace(everyone, stated={name: everyone.stated[name] for name in names & set(everyone.stated)})
    asked = [(name, period) for name, period in everything(system, year) if period in (*months, year)]
    expected = outcomes(BlockSimulation(system, block), asked)
    for people in (LeanSimulation(system, block), LeanSimulation(system, block)):
        found = outcomes(people, asked)
        assert [key for key in asked if found[key] != expected[key]] == []
    first = numpy.arange(1)
    alone = [LeanSimulation(system, part(block, first)) for _ in range(3)]  # what pays for one from the second time on
    once, *again = (outcomes(people, asked) for people in alone)
    assert [key for key in asked for each in again if each[key] != once[key]] == []


def test_a_default_stated_of_everybody_is_nothing_new_but_before_a_rule() -> None:
    system = load_country("uzbekistan")
    people = made_up(system, 40, seed=3)
    nothing = {None: Stated(numpy.zeros(people.persons))}
    wages = {None: Stated(numpy.full(people.persons, 2_000_000.0))}
    told, untold, ruled = (
        evaluate(system, replace(people, stated=stated), [("net_wage", "2026-03"), ("disposable_income", "2026-03")])
        for stated in (
            {"wage": wages, "remittances": nothing},
            {"wage": wages},
            {"wage": wages, "net_wage": nothing},
        )
    )
    for key, values in untold.values.items():
        assert bits(told.values[key]) == bits(values)
    assert (untold.values["net_wage", "2026-03"] > 0).all()
    assert not ruled.values["net_wage", "2026-03"].any()


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("country", country_names())
def test_a_household_gets_in_a_block_what_it_gets_alone(country: str) -> None:
    system = load_country(country)
    block = made_up(system, 60, seed=7)
    asked = [
        (name, month) for month in ("2026-03", "2026-04") for name in ("disposable_income", "benefits", "net_wage")
    ]
    whole = evaluate(system, block, asked)
    order = numpy.random.default_rng(1).permutation(60)
    for some in (order, order[:1], order[40:]):
        few = part(block, some)
        answers = evaluate(system, few, asked)
        for name, month in asked:
            theirs = whole.values[name, month]
            if len(theirs) == block.households:
                expected = theirs[some]
            else:
                expected = theirs[numpy.concatenate([numpy.flatnonzero(block.members == each) for each in some])]
            assert bits(answers.values[name, month]) == bits(expected)


def test_plain_openfisca_agrees_on_what_its_builder_takes() -> None:
    """The rival of the benchmark, built by OpenFisca's own builder, is the same law on the same people."""
    system = load_country("uzbekistan")
    wages = numpy.array([1_271_000.0, 0.0, 8_000_000.0, 0.0])
    born = numpy.array(["1985-05-01", "2015-02-03", "1990-01-01", "2024-06-30"], dtype="datetime64[D]")
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", [0, 1, 2, 3])
    homes = builder.declare_entity("household", [0, 1])
    builder.join_with_persons(homes, [0, 0, 1, 1], ["head", "child", "head", "child"])
    plain = builder.build(system)
    plain.set_input("birth_date", "ETERNITY", born)
    plain.set_input("wage", "2026-03", wages)
    block = Block(
        4,
        2,
        numpy.array([0, 0, 1, 1]),
        numpy.array([0, 2, 0, 2], dtype=numpy.int8),
        {"birth_date": {None: Stated(born)}, "wage": {"2026-03": Stated(wages)}},
    )
    answers = evaluate(system, block, [("net_wage", "2026-03"), ("disposable_income", "2026-03")])
    assert answers.values["net_wage", "2026-03"][0] == 1_118_480
    for (name, month), found in answers.values.items():
        assert bits(found) == bits(plain.calculate(name, month))


@pytest.mark.parametrize("name", ["progressive_wage_tax", "index_child_money"])
def test_a_reform_is_seen_and_current_law_stays(name: str) -> None:
    system = load_country("mongolia")
    reform = reformed(system, [name])
    block = made_up(system, 200, seed=3, period="2027")
    asked = [("disposable_income", month) for month in months_of("2027")]
    before = evaluate(system, block, asked)
    proposed = evaluate(reform, block, asked)
    after = evaluate(system, block, asked)
    assert all(bits(before.values[key]) == bits(after.values[key]) for key in asked)
    assert any(bits(before.values[key]) != bits(proposed.values[key]) for key in asked)
    plain = outcomes(BlockSimulation(reform, block), asked)
    assert all(bits(proposed.values[key]) == plain[key] for key in asked)


def test_answers_cannot_be_written_to() -> None:
    system = load_country("uzbekistan")
    answers = evaluate(system, made_up(system, 5, seed=1), [("benefits", "2026-01")])
    with pytest.raises(ValueError, match="read-only"):
        answers.values["benefits", "2026-01"][0] = 1
