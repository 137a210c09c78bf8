"""`reform new`: a first draft, checked against the law."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country import new_reform
from openfisca_country.cli import main
from openfisca_country.law import CountrySystem, ReformError, apply_reform

MONTHS = "unemployment_benefit.maximum_months"


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["reform", "new", *arguments])


def test_a_draft_is_a_reform_file(uzbekistan: Any, tmp_path: Path) -> None:
    result = run(
        "my_draft", "uzbekistan", f"{MONTHS}=6@2027-01-01", f"{MONTHS}=9@2029-01-01", "base.minimum_wage=1500000"
    )
    assert result.exit_code == 0, result.output
    path = tmp_path / "my_draft.yaml"
    path.write_text(result.stdout)
    system: Any = apply_reform(uzbekistan, str(path))
    assert (system.name, system.title) == ("my_draft", "My draft")
    months = system.parameters.unemployment_benefit.maximum_months
    assert [months.get_at_instant(f"{year}-01-01") for year in (2026, 2027, 2029)] == [3, 6, 9]
    next_year = datetime.date.today().year + 1
    wage = system.parameters.base.minimum_wage
    assert [wage.get_at_instant(f"{year}-12-31") for year in (next_year - 1, next_year)] == [1_271_000, 1_500_000]


def test_a_draft_as_it_reads(atlantis: CountrySystem) -> None:
    text = new_reform(
        "more",
        atlantis,
        ["base.fish_unit={multiply: 1.1}@2026-01-01", "fish_allowance.flat=2@2026-01-01"],
        "More: fish",
    )
    assert text == (
        "name: more\n"
        "country: atlantis\n"
        "title: 'More: fish'\n"
        "# sponsor: who proposes it\n"
        "# source: the draft, its number and day\n"
        "# link: https://where.it/can/be/read\n"
        "# description: what it is for\n"
        "parameters:\n"
        "  # Fish unit (FU); 1200 XAT/month before\n"
        "  base.fish_unit:\n"
        "    2026-01-01: {multiply: 1.1}\n"
        "  # Least monthly amount for a household, until 2023; not in the law on that day\n"
        "  fish_allowance.flat:\n"
        "    2026-01-01: 2\n"
    )


@pytest.mark.parametrize("value", ["null", "1.5", "{value: 3, until: 2027-12-31}", "{add: 1}"])
def test_every_form_of_a_value(atlantis: CountrySystem, value: str) -> None:
    assert value in new_reform("more", atlantis, [f"base.fish_unit={value}@2026-01-01"])


def test_a_draft_is_written_to_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    arguments = ("my_draft", "uzbekistan", f"{MONTHS}=6@2027-01-01", "--title", "Six months", "--output", str(path))
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Written: {path}\n")
    text = path.read_text()
    assert "title: Six months\n" in text
    again = run(*arguments)
    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr == f"Error: {path}: this file is there already; choose another name.\n"
    assert path.read_text() == text


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "draft.yaml"
    result = run("my_draft", "uzbekistan", f"{MONTHS}=6@2027-01-01", "--output", str(path))
    assert result.exit_code == 1
    assert result.stderr == f"Error: {path}: cannot be written (No such file or directory).\n"


@pytest.mark.parametrize(
    ("name", "changes", "sentence"),
    [
        (
            "My draft",
            ["base.fish_unit=1"],
            '"My draft" is not a name of a reform: use small letters, digits and underscores, as my_draft.',
        ),
        ("more_fish", ["base.fish_unit=1"], '"more_fish" is a reform that ships with Atlantis; choose another name.'),
        ("x", ["base.fish_unit"], '"base.fish_unit": write a change as path=value, or as path=value@2027-01-01.'),
        ("x", ["=5"], '"=5": write a change as path=value, or as path=value@2027-01-01.'),
        ("x", ["base.fish_unit={"], '"base.fish_unit={": "{" is not a value; write a number, true or false.'),
        (
            "x",
            ["base.fish_unit=1@2027-01-01", "base.fish_unit=2@2027-01-01"],
            '"base.fish_unit=2@2027-01-01": base.fish_unit is given twice for 2027-01-01.',
        ),
        (
            "x",
            ["base.fish_units=1"],
            'x: base.fish_units: There is no parameter "base.fish_units". Did you mean "base.fish_unit"?',
        ),
        ("x", ["base.fish_unit=1@"], "x: base.fish_unit.: this is not a date; write it as 2027-01-01."),
        ("x", ["base.fish_unit=1@2027"], "x: base.fish_unit.2027: this is not a date; write it as 2027-01-01."),
        (
            "x",
            ["base.fish_unit=six@2027-01-01"],
            'x: base.fish_unit.2027-01-01: expected a number, as the present 1200; got "six".',
        ),
        (
            "x",
            ["base.fish_unit=1200@2027-01-01"],
            "x: base.fish_unit: this changes nothing: the law already says so on 2027-01-01.",
        ),
    ],
)
def test_a_draft_that_cannot_be(atlantis: CountrySystem, name: str, changes: list[str], sentence: str) -> None:
    with pytest.raises(ReformError) as refusal:
        new_reform(name, atlantis, changes)
    assert str(refusal.value) == sentence


def test_without_a_change_the_usage_is_wrong() -> None:
    assert run("my_draft", "uzbekistan").exit_code == 2
