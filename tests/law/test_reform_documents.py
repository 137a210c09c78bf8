"""Reforms as documents: the header, the provisions and what each changes, and each sentence that refuses a document."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main
from openfisca_country.law import CountrySystem, ReformError
from openfisca_country.law.catalogue import describe_reform
from openfisca_country.law.reform import changed_series, changed_variables
from openfisca_country.law.reform_class import class_in_file
from openfisca_country.report.as_json import plain
from tests.law.drafts import AMOUNT, HEADER, PART, UNIT, said
from tests.law.fictional import load, write, write_country

PAGE = Path(__file__).parents[2] / "docs" / "writing-reforms.md"

Save = Callable[[str], str]
Apply = Callable[[str], Any]


DOCUMENT = f"""
sponsor: The fishers' guild
source: Draft 7 of 2026-02-01
link: https://law.example/draft-7
provisions:
  - title: A larger fish
    article: Art. 1
    text: The allowance is one fish unit.
    changes: [{AMOUNT}]
  - title: No allowance after 2030
    changes: [fish_allowance]
  - title: The gulls' part
    changes: [part]
neutralise:
  - {{programme: fish_allowance, from: 2030-01-01}}
switch_on: [part]
parameters:
  {UNIT}: {{2026-01-01: 1}}
  {AMOUNT}:
    2026-01-01: {{value: 1, until: 2027-12-31}}
"""


def test_a_draft_is_described_with_its_provisions(atlantis: CountrySystem, saved: Save) -> None:
    summary = describe_reform(atlantis, saved(DOCUMENT))
    assert (summary.sponsor, summary.reference) == ("The fishers' guild", "Draft 7 of 2026-02-01")
    assert summary.link == "https://law.example/draft-7"
    assert [(each.article, each.title, each.changes) for each in summary.provisions] == [
        ("Art. 1", "A larger fish", (AMOUNT,)),
        ("", "No allowance after 2030", ("fish_allowance",)),
        ("", "The gulls' part", ("fish_allowance.child_age", "fish_allowance")),
    ]
    assert summary.outside_provisions == (UNIT,)
    assert summary.neutralised == {"fish_allowance": "2030-01-01"}
    assert {(each.path, each.until) for each in summary.changes} >= {(AMOUNT, "2027-12-31"), (UNIT, None)}
    assert json.dumps(plain(summary))


def test_without_provisions_no_change_is_missing_from_them(atlantis: CountrySystem, saved: Save) -> None:
    assert describe_reform(atlantis, saved(said(UNIT, "2026-01-01: 1"))).outside_provisions == ()


def test_a_value_cites_its_draft(draft: Apply) -> None:
    system = draft("reference: Draft 7\nlink: https://law.example/draft-7\n" + said(UNIT, "2026-01-01: 1"))
    entry = system.parameters.base.fish_unit.values_list[0]
    assert entry.metadata["reference"] == [{"title": "Draft 7", "href": "https://law.example/draft-7"}]


def test_the_command_tells_provisions_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    country = write_country(tmp_path)
    write(country.home, "reforms/atlantis/part.py", PART)
    write(country.home, "reforms/atlantis/draft.yaml", HEADER + DOCUMENT)
    system = load(country)
    monkeypatch.setattr("openfisca_country.law.catalogue.load_country", lambda _: system)
    told = CliRunner().invoke(main, ["reforms", "atlantis"]).stdout
    for line in [
        "Sponsor: The fishers' guild",
        "Source: Draft 7 of 2026-02-01",
        "Link: https://law.example/draft-7",
        f"Art. 1 A larger fish: {AMOUNT}. The allowance is one fish unit.",
        f"In no provision: {UNIT}",
        "nothing is given from 2030-01-01: fish_allowance",
        "its own parameters: part = 0.5",
    ]:
        assert line in told
    table = [line.split() for line in told.splitlines() if line.strip().startswith((AMOUNT, UNIT, "parameter"))]
    assert ["parameter", "from", "until", "now", "proposed", "unit"] in table
    assert [AMOUNT, "2026-01-01", "2027-12-31", "0.75", "1", "FU"] in table
    assert [UNIT, "2026-01-01", "1,200", "1", "XAT/month"] in table


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("source: a\nreference: b\nparameters: {x: 1}", "`source:` and `reference:` mean the same; keep one of them."),
        (
            "link: draft 7\nneutralise: [fish_allowance]",
            'link: "draft 7" is not a link; write it out, as https://law.example/draft.',
        ),
        ("neutralize: [fish_allowance]", '"neutralize" is not a part of a reform. Did you mean "neutralise"?'),
        ("? [a, b]\n: 5\nneutralise: [x]", "this is not a YAML file."),
        # provisions
        (
            "neutralise: [fish_allowance]\nprovisions: all",
            "`provisions:` is a list, each with a `title:` and the `changes:` it makes.",
        ),
        (
            "neutralise: [fish_allowance]\nprovisions: [one]",
            "provision 1: write it with a `title:` and the `changes:` it makes.",
        ),
        (
            "neutralise: [fish_allowance]\nprovisions: [{title: One, change: [a]}]",
            'provision 1: "change" is not a part of a provision. Did you mean "changes"?',
        ),
        ("neutralise: [fish_allowance]\nprovisions: [{changes: [a]}]", "provision 1: `title:` is missing."),
        ("neutralise: [fish_allowance]\nprovisions: [{title: One}]", "provision 1: `changes:` is missing."),
        (
            "neutralise: [fish_allowance]\nprovisions: [{title: One, changes: fish_allowance}]",
            "provision 1: `changes:` is a list of parameter paths, variables or programmes.",
        ),
        (
            "neutralise: [fish_allowance]\nprovisions: [{title: One, changes: [fish_alowance]}]",
            'provision "One": this reform does not change fish_alowance. Did you mean "fish_allowance"?',
        ),
        (
            "neutralise: [fish_allowance]\nprovisions: [{title: One, changes: [wage]}]",
            'provision "One": this reform does not change wage.',
        ),
        # neutralise
        (
            "neutralise: fish_allowance",
            "`neutralise:` is a list of programmes or variables, as in `- {programme: x, from: 2027-01-01}`.",
        ),
        (
            "neutralise: [5]",
            "`neutralise:` is a list of programmes or variables, as in `- {programme: x, from: 2027-01-01}`.",
        ),
        (
            "neutralise: [{program: fish_allowance}]",
            'neutralise: "program" is not a part of what is neutralised. Did you mean "programme"?',
        ),
        ("neutralise: [{from: 2027-01-01}]", "neutralise: name either a `programme:` or a `variable:`."),
        (
            "neutralise: [{programme: fish_allowance, variable: wage}]",
            "neutralise: name either a `programme:` or a `variable:`.",
        ),
        (
            "neutralise: [{programme: fish_allowance, from: 2027}]",
            "neutralise: fish_allowance.from: this is not a date; write it as 2027-01-01.",
        ),
        (
            "neutralise: [{programme: fish_allowance, from: 2019-01-01}]",
            "neutralise: fish_allowance: the modelled law starts on 2020-01-01; choose a later date.",
        ),
        (
            "neutralise: [fish_alowance]",
            "neutralise: fish_alowance: this is not a programme or a variable of this law. "
            'Did you mean "fish_allowance"?',
        ),
        (
            "neutralise: [{programme: fish_alowance}]",
            'neutralise: fish_alowance: this is not a programme of this law. Did you mean "fish_allowance"?',
        ),
        (
            "neutralise: [{variable: waeg}]",
            'neutralise: waeg: this is not a variable of this law. Did you mean "wage"?',
        ),
        (
            "neutralise: [wage]",
            "neutralise: wage: no rule of this law works it out; there is nothing to neutralise.",
        ),
        # switch_on
        (
            "switch_on: part",
            "`switch_on:` is a list of reforms in Python that ship, as in `- {reform: x, parameters: {y: 1}}`.",
        ),
        (
            "switch_on: [5]",
            "`switch_on:` is a list of reforms in Python that ship, as in `- {reform: x, parameters: {y: 1}}`.",
        ),
        ("switch_on: [{parameters: {}}]", "switch_on: `reform:` is missing."),
        (
            "switch_on: [{reform: part, parameter: {}}]",
            'switch_on: "parameter" is not a part of a switch. Did you mean "parameters"?',
        ),
        ("switch_on: [{reform: part, parameters: 5}]", "switch_on: part: `parameters:` gives values by name."),
        ("switch_on: [pary]", 'switch_on: pary: no reform of this name ships. Did you mean "part"?'),
        (
            "switch_on: [more_fish]",
            "switch_on: more_fish: this reform is a YAML file; name it with `--reform` beside this one.",
        ),
        (
            "switch_on: [{reform: part, parameters: {parr: 1}}]",
            'switch_on: part: "parr" is not a parameter of this reform. Did you mean "part"?',
        ),
        (
            "switch_on: [{reform: part, parameters: {zzz: 1}}]",
            'switch_on: part: "zzz" is not a parameter of this reform. '
            "There are: part, children, name, whole, list, free.",
        ),
        (
            "switch_on: [{reform: fish_for_all, parameters: {part: 1}}]",
            'switch_on: fish_for_all: "part" is not a parameter of this reform. It has none.',
        ),
        *(
            (
                f"switch_on: [{{reform: part, parameters: {{{name}: {given}}}}}]",
                f'switch_on: part: {name}: expected {words}, as the default {default}; got "{got}".',
            )
            for name, given, words, default, got in [
                ("part", "half", "a number", "0.5", "half"),
                ("part", ".nan", "a number", "0.5", "nan"),
                ("children", "1.5", "a whole number", "2", "1.5"),
                ("children", "true", "a whole number", "2", "True"),
                ("whole", "1", "true or false", "False", "1"),
                ("name", "1", "a text", "gull", "1"),
                ("list", "x", "a list", "[1]", "x"),
            ]
        ),
    ],
)
def test_a_document_that_cannot_be(draft: Apply, text: str, sentence: str) -> None:
    with pytest.raises(ReformError) as refusal:
        draft(text)
    assert str(refusal.value) == f"draft.yaml: {sentence}"


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
def test_the_files_of_the_documentation_are_reforms(uzbekistan: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.yaml"
    path.write_text(text)
    summary = describe_reform(uzbekistan, str(path))
    assert summary.changes or summary.variables
    assert summary.outside_provisions == ()


def test_the_values_of_the_documentation_are_values(draft: Apply) -> None:
    shown = re.findall(r"`(2027-01-01: \{.*?\})`", PAGE.read_text(encoding="utf-8"))
    assert len(shown) == 3
    for line in shown:
        draft(said(UNIT, line.replace("base.minimum_wage", AMOUNT).replace("2025-01-01", "2023-01-01")))


@pytest.mark.parametrize("text", re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
def test_the_classes_of_the_documentation_are_reforms(uzbekistan: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.py"
    path.write_text(text if "import" in text else f"from openfisca_country.law import Reform\n{text}")
    system = class_in_file(path)(uzbekistan)
    assert changed_series(system) or changed_variables(system)
