"""Reforms: validated before they run, laid over the law, never into it."""

import copy
from pathlib import Path
from typing import Any

import pytest
from openfisca_core.reforms import Reform as CoreReform

from openfisca_country import reforms
from openfisca_country.law import Reform, ReformError, apply_reform
from openfisca_country.law.programmes import leaf_parameters

HEADER = "name: draft\ncountry: uzbekistan\ntitle: A draft\n"
WEEKS = "unemployment_benefit.maximum_months"


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "draft.yaml"
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "draft.yaml: this is not a YAML file near line 2."),
        ("just words", "draft.yaml: a reform is a list of `key: value` lines, starting with `name:`."),
        (HEADER + "parametrs: {}", 'draft.yaml: "parametrs" is not a part of a reform. Did you mean "parameters"?'),
        ("name: draft\ncountry: uzbekistan\nparameters: {}", "draft.yaml: `title:` is missing."),
        (HEADER, "draft.yaml: `parameters:` is missing."),
        (HEADER + "parameters: 5", "draft.yaml: `parameters:` lists paths, each with new values by date."),
        (
            HEADER + "parameters: {unemployment_benefit.maximum_month: {2027-01-01: 6}}",
            'draft.yaml: unemployment_benefit.maximum_month: There is no parameter "unemployment_benefit.maximum_month". '
            'Did you mean "unemployment_benefit.maximum_months"?',
        ),
        (
            HEADER + "parameters: {unemployment_benefit: {2027-01-01: 6}}",
            'draft.yaml: unemployment_benefit: "unemployment_benefit" is a group of parameters, not one: name one of those in it.',
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: 6}}",
            f"draft.yaml: {WEEKS}: give each new value with its date, as in `2027-01-01: 0.5`.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{}}}}",
            f"draft.yaml: {WEEKS}: give each new value with its date, as in `2027-01-01: 0.5`.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027: 6}}}}",
            f"draft.yaml: {WEEKS}.2027: this is not a date; write it as 2027-01-01.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-02-30: 6}}}}",
            f"draft.yaml: {WEEKS}.2027-02-30: this is not a date; write it as 2027-01-01.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2001-01-01: 6}}}}",
            f"draft.yaml: {WEEKS}.2001-01-01: the modelled law starts on 2015-09-01; choose a later date.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: six}}}}",
            f'draft.yaml: {WEEKS}.2027-01-01: expected a number, as the present 3; got "six".',
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: true}}}}",
            f'draft.yaml: {WEEKS}.2027-01-01: expected a number, as the present 3; got "True".',
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: .nan}}}}",
            f'draft.yaml: {WEEKS}.2027-01-01: expected a number, as the present 3; got "nan".',
        ),
        (
            HEADER + "parameters: {unemployment_benefit.taxable: {2027-01-01: 1}}",
            'draft.yaml: unemployment_benefit.taxable.2027-01-01: expected true or false, as the present False; got "1".',
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: {{value: 26, unit: week}}}}}}",
            f"draft.yaml: {WEEKS}.2027-01-01: this parameter is in month, not in week; convert the value.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: {{months: 26}}}}}}",
            f"draft.yaml: {WEEKS}.2027-01-01: write the value alone, or as {{value: …, unit: month}}.",
        ),
        (
            HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: 3}}}}",
            f"draft.yaml: {WEEKS}: this changes nothing: the law already says so on 2027-01-01.",
        ),
        (
            "name: x\ncountry: mongolia\ntitle: x\nparameters: {a: {2027-01-01: 1}}",
            "draft.yaml: this reform is for mongolia, not for uzbekistan.",
        ),
    ],
)
def test_a_reform_that_cannot_be(tmp_path: Path, uzbekistan: Any, text: str, sentence: str) -> None:
    with pytest.raises(ReformError) as refusal:
        apply_reform(uzbekistan, written(tmp_path, text))
    assert str(refusal.value) == sentence


def test_an_earlier_date_for_a_present_value_is_a_change(tmp_path: Path, uzbekistan: Any) -> None:
    """The cap came in November 2025: to have it a year earlier changes the law of that year."""
    system = apply_reform(
        uzbekistan, written(tmp_path, HEADER + "parameters: {unemployment_benefit.cap: {2024-11-01: 3}}")
    )
    assert system.parameters.get_at_instant("2024-12-01").unemployment_benefit.cap == 3


def test_an_overlay_shares_what_it_does_not_touch(tmp_path: Path, uzbekistan: Any) -> None:
    system = apply_reform(uzbekistan, written(tmp_path, HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: 6}}}}"))
    before = {each.name: each for each in leaf_parameters(uzbekistan.parameters)}
    after = {each.name: each for each in leaf_parameters(system.parameters)}
    assert [name for name, each in after.items() if each is not before[name]] == [WEEKS]
    assert system.parameters.base is uzbekistan.parameters.base
    assert system.variables["wage"] is uzbekistan.variables["wage"]


def test_an_overlay_leaves_the_law_as_it_was(tmp_path: Path, uzbekistan: Any) -> None:
    before = {each.name: copy.deepcopy(each.values_list) for each in leaf_parameters(uzbekistan.parameters)}
    system = apply_reform(uzbekistan, written(tmp_path, HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: 6}}}}"))
    assert system.get_parameters_at_instant("2027-02-01").unemployment_benefit.maximum_months == 6
    assert uzbekistan.get_parameters_at_instant("2027-02-01").unemployment_benefit.maximum_months == 3
    assert {each.name: each.values_list for each in leaf_parameters(uzbekistan.parameters)} == before


class Spoiler(CoreReform):
    """A reform that edits the tree it is handed in place, which openfisca-core lets it do."""

    def apply(self) -> None:
        self.parameters.base.minimum_wage.update(period="year:2015:20", value=1)
        self.variables["wage"].label = "spoiled"


def test_a_reform_that_edits_in_place_spoils_only_itself(uzbekistan: Any) -> None:
    system = apply_reform(uzbekistan, f"{__name__}.Spoiler")
    assert system.parameters.get_at_instant("2026-01-01").base.minimum_wage == 1
    assert uzbekistan.parameters.get_at_instant("2026-01-01").base.minimum_wage == 1_271_000
    assert uzbekistan.variables["wage"].label == "Gross wage from formal employment"


class Stacked(Reform):
    title = "Raises the minimum wage"
    reference = "a test"

    def apply(self) -> None:
        self.change_parameters({"base.minimum_wage": {"2027-01-01": 2_000_000}})


def test_reforms_stack(tmp_path: Path, uzbekistan: Any) -> None:
    first = apply_reform(uzbekistan, written(tmp_path, HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: 6}}}}"))
    law = apply_reform(first, f"{__name__}.Stacked").get_parameters_at_instant("2027-02-01")
    assert (law.unemployment_benefit.maximum_months, law.base.minimum_wage) == (6, 2_000_000)


def test_applying_a_yaml_reform_takes_no_copy_of_the_law(tmp_path: Path, uzbekistan: Any) -> None:
    """Not a timed test: it counts the nodes that are new, three on the way to one value."""
    system = apply_reform(uzbekistan, written(tmp_path, HEADER + f"parameters: {{{WEEKS}: {{2027-01-01: 6}}}}"))
    old = {id(each) for each in uzbekistan.parameters.get_descendants()}
    assert sum(id(each) not in old for each in system.parameters.get_descendants()) == 2


def test_every_reform_that_ships_changes_something_and_says_what() -> None:
    found = reforms("uzbekistan")
    assert len(found) >= 5
    for each in found:
        assert each.title
        assert each.reference
        assert each.changes or each.variables, each.name
    assert sum(not each.variables for each in found) >= 2
