"""Programmes that a reform file neutralises, and reforms in Python that it switches on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openfisca_country import calculate, explain
from openfisca_country.law import MONTH, CountrySystem, Person, Reform, ReformError, Variable, apply_reform
from openfisca_country.law.catalogue import describe_reform
from tests.law.drafts import FAMILY, HEADER, said, values

Save = Callable[[str], str]
Apply = Callable[[str], Any]


DENIED = {"persons": FAMILY["persons"], "households": {"home": {**FAMILY["households"]["home"], "average_catch": 9e6}}}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("[fish_allowance]", {"2025-12": 0, "2026-01": 0}),
        ("[{programme: fish_allowance, from: 2026-01-01}]", {"2025-12": 900, "2026-01": 0, "2027-01": 0}),
        ("[{programme: fish_allowance, from: 2026-01-02}]", {"2026-01": 900, "2026-02": 0}),
        ("[{variable: fish_allowance, from: 2026-01-01}]", {"2025-12": 900, "2026-01": 0}),
        ("[{variable: has_children_for_fish_allowance, from: 2026-01-01}]", {"2025-12": 900, "2026-01": 0}),
    ],
)
def test_a_neutralised_programme_gives_nothing(
    atlantis: CountrySystem, saved: Save, text: str, months: dict[str, float]
) -> None:
    reform = saved(f"neutralise: {text}\n")
    for month, amount in months.items():
        asked = {**FAMILY, "households": {"home": {**FAMILY["households"]["home"], "child_benefit": None}}}
        answer = calculate(atlantis, asked, month, [reform])
        assert answer.situation["households"]["home"]["child_benefit"][month] == amount


def test_the_conditions_of_a_neutralised_programme_stay(atlantis: CountrySystem, saved: Save) -> None:
    reform = saved("neutralise: [fish_allowance]\n")
    assert explain(atlantis, FAMILY, "fish_allowance_eligible", "2026-01", [reform]).value is True
    assert explain(atlantis, DENIED, "fish_allowance_eligible", "2026-01", [reform]).value is False


def test_the_answer_says_that_there_is_no_such_rule(atlantis: CountrySystem, saved: Save) -> None:
    reform = saved("neutralise: [{programme: fish_allowance, from: 2026-01-01}]\n")
    told = explain(atlantis, FAMILY, "fish_allowance", "2026-03", [reform])
    assert (told.value, told.status) == (None, "not in the law of that date")
    assert told.rule == "Gives nothing from 2026-01-01: A draft."


def test_a_neutralised_programme_leaves_the_law_as_it_was(atlantis: CountrySystem, draft: Apply) -> None:
    before = dict(atlantis.variables["fish_allowance"].formulas)
    draft("neutralise: [fish_allowance]\n")
    assert dict(atlantis.variables["fish_allowance"].formulas) == before


@pytest.mark.parametrize(("named", "net"), [("income_tax", 4_400_000), ("income_tax, wage_tax", 5_000_000)])
def test_what_a_tax_leaves_is_not_what_it_takes(uzbekistan: Any, tmp_path: Path, named: str, net: int) -> None:
    """The programme of the income tax lists the net wage too, and does not list the tax on the wage, a step of it."""
    path = tmp_path / "draft.yaml"
    path.write_text(HEADER.replace("atlantis", "uzbekistan") + f"neutralise: [{named}]\n")
    person = {"birth_date": "1990-01-01", "wage": 5_000_000, "net_wage": None, "income_tax": None}
    content = {"persons": {"a": person}, "households": {"h": {"head": ["a"]}}}
    answer = calculate("uzbekistan", content, "2026-03", [str(path)]).situation["persons"]["a"]
    assert (answer["net_wage"]["2026-03"], answer["income_tax"]["2026-03"]) == (net, None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "neutralise: [{variable: heating_aid, from: 2026-01-01}]",
            "neutralise: heating_aid: this changes nothing: it ended on 2025-11-30.",
        ),
        (
            "neutralise: [low_income_family]",
            "neutralise: low_income_family: this programme pays no amount; name the variables that are to give nothing.",
        ),
    ],
)
def test_a_programme_that_pays_nothing_as_it_is(uzbekistan: Any, tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(HEADER.replace("atlantis", "uzbekistan") + text)
    with pytest.raises(ReformError) as refusal:
        apply_reform(uzbekistan, str(path))
    assert str(refusal.value) == f"draft.yaml: {sentence}"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("[part]", 450),
        ("[{reform: part}]", 450),
        ("[{reform: part, parameters: {part: 0.25}}]", 225),
        ("[{reform: part, parameters: {part: 1, children: 3, name: tern, whole: true, list: [], free: 1}}]", 900),
    ],
)
def test_a_reform_in_python_is_switched_on_with_its_own_parameters(
    atlantis: CountrySystem, saved: Save, text: str, amount: float
) -> None:
    reform = saved(f"switch_on: {text}\n")
    assert explain(atlantis, FAMILY, "fish_allowance", "2026-03", [reform]).value == amount
    assert explain(atlantis, FAMILY, "fish_allowance", "2025-12", [reform]).value == 900
    assert describe_reform(atlantis, reform).variables == ("fish_allowance",)


def test_what_the_file_says_is_laid_over_what_it_switches_on(atlantis: CountrySystem, saved: Save) -> None:
    reform = saved("switch_on: [part]\n" + said("fish_allowance.child_age", "2026-01-01: {add: 1}"))
    system = apply_reform(atlantis, reform)
    assert values(system, "fish_allowance.child_age", "2025", "2026") == [18, 21]  # it switches on 20
    (change,) = describe_reform(atlantis, reform).changes
    assert (change.old, change.new) == (18, 21)


def test_a_reform_in_python_without_a_file_takes_its_defaults(atlantis: CountrySystem) -> None:
    assert explain(atlantis, FAMILY, "fish_allowance", "2026-03", ["part"]).value == 450
    assert describe_reform(atlantis, "part").own_parameters["part"] == 0.5


def test_the_parameters_a_reform_declares_are_not_those_of_the_law(atlantis: CountrySystem) -> None:
    system: Any = apply_reform(atlantis, "part")
    assert system.parameters.fish_allowance.child_age.get_at_instant("2026-01-01") == 20
    assert system.own_parameters["name"] == "gull"


class Twice(Reform):
    title = "Adds what is there"

    def apply(self) -> None:
        self.add_parameters("fish_allowance", {"amount": {"values": {"2026-01-01": 1}}})


def test_parameters_that_are_there_are_not_added(atlantis: CountrySystem) -> None:
    with pytest.raises(ReformError) as refusal:
        apply_reform(atlantis, f"{__name__}.Twice")
    assert str(refusal.value) == 'Twice: the law has parameters named "fish_allowance" already.'


class extra_fish(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Another fish"


class Adds(Reform):
    title = "Adds a variable"

    def apply(self) -> None:
        self.add_variable(extra_fish)


def test_a_variable_that_is_there_is_not_added(atlantis: CountrySystem) -> None:
    once: Any = apply_reform(atlantis, f"{__name__}.Adds")
    with pytest.raises(ReformError) as refusal:
        apply_reform(once, f"{__name__}.Adds")
    assert str(refusal.value) == (f'{__name__}.Adds: it adds the variable "extra_fish", which the law has already.')
