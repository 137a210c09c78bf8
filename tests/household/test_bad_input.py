"""Rubbish in: one clear sentence that names the place, exit code 1, no traceback, nothing half printed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from openfisca_country.cli import main


def family(**changes: Any) -> dict[str, Any]:
    """A sound household, with some variables of the first person changed."""
    return {
        "persons": {"ali": {"birth_date": "1990-05-12", **changes}, "vali": {}},
        "households": {"home": {"head": ["ali"], "children": ["vali"]}},
    }


def refused(tmp_path: Path, content: Any, *options: str) -> str:
    """Run `calculate` on a content, see that it is refused as it should be, and return the sentence."""
    path = tmp_path / "situation.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    result = CliRunner().invoke(main, ["calculate", "uzbekistan", str(path), *(options or ("--period", "2026-03"))])
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    (sentence,) = result.stderr.strip().splitlines()
    assert sentence.startswith("Error: ")
    return sentence.removeprefix("Error: ").replace(f"{path}", "FILE")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "FILE: is empty; a situation starts with { and has persons and households."),
        (b"  \n ", "FILE: is empty; a situation starts with { and has persons and households."),
        (b"persons: ali", "FILE: is not JSON: line 1, column 1: Expecting value."),
        (b'{"persons": {', "FILE: is not JSON: line 1, column 14: Expecting property name enclosed in double quotes."),
        (b"\xff\xfe\x00", "FILE: is not text in UTF-8: byte 1 does not belong there."),
        (b"[1, 2]", "FILE: a situation is an object with persons and households, not a list."),
        (b"42", "FILE: a situation is an object with persons and households, not a number."),
        (b"null", "FILE: a situation is an object with persons and households, not null."),
        (
            b'{"persons": {"a": {"wage": NaN}}}',
            "FILE: persons.a.wage: NaN is not a number that can be used; leave the line out if it is not known.",
        ),
        (
            b'{"persons": {"a": {"wage": -Infinity}}}',
            "FILE: persons.a.wage: -Infinity is not a number that can be used; leave the line out if it is not known.",
        ),
        (b'{"persons": {}, "persons": {}}', 'FILE: persons: "persons" stands twice in the same object; keep one.'),
        (b"[" * 100_000, "FILE: is nested too deeply: expected at most 20 levels."),
        (b'{"persons": ' + b"9" * 5000 + b"}", "FILE: holds a number with too many digits."),
    ],
)
def test_a_file_that_is_no_situation(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert refused(tmp_path, content) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            "1000000",
            'persons.ali.wage: expected a number, got "1000000". Numbers stand without quotes, and are not worked out.',
        ),
        (
            "2**99999999",
            'persons.ali.wage: expected a number, got "2**99999999". Numbers stand without quotes, and are not worked out.',
        ),
        (
            "nan",
            'persons.ali.wage: expected a number, got "nan". Numbers stand without quotes, and are not worked out.',
        ),
        (True, "persons.ali.wage: expected a number, got true."),
        ([1, 2], "persons.ali.wage: expected a number, got a list."),
        (-1, "persons.ali.wage: expected an amount of zero or more, got -1."),
        (1e308, "persons.ali.wage: 1e+308 is too large to be exact to the unit (the limit is 9007199254740992)."),
        ({}, "persons.ali.wage: is an empty object: write a value, or null to ask for it."),
        ({"2026-13": 5}, 'persons.ali.wage.2026-13: there is no month "2026-13": months go from 01 to 12.'),
        ({"2026": 5}, "persons.ali.wage.2026: wage is a value of a month, not of a year: write it under 2026-01."),
        ({"March": 5}, 'persons.ali.wage.March: "March" is not a period: write a month as 2026-01, a year as 2026.'),
        (
            {"ETERNITY": 5},
            "persons.ali.wage.ETERNITY: wage changes over time: write the value alone, or under 2026-01.",
        ),
        (
            {"2026-03": "much"},
            'persons.ali.wage.2026-03: expected a number, got "much". Numbers stand without quotes, and are not worked out.',
        ),
    ],
)
def test_an_amount_that_is_none(tmp_path: Path, value: Any, sentence: str) -> None:
    assert refused(tmp_path, family(wage=value)) == sentence


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("waeg", 1, 'persons.ali.waeg: "waeg" is not a variable of persons. Did you mean "wage"?'),
        ("weight", 1, "persons.ali.weight: weight is a variable of households, not of persons."),
        ("birth_date", "1990-02-30", 'persons.ali.birth_date: "1990-02-30" is not a day of the calendar.'),
        (
            "birth_date",
            "12.05.1990",
            'persons.ali.birth_date: expected a date written as 1990-05-12, got "12.05.1990".',
        ),
        ("birth_date", 1990, "persons.ali.birth_date: expected a date written as 1990-05-12, got 1990."),
        (
            "birth_date",
            {"2026-03": "1990-05-12"},
            "persons.ali.birth_date.2026-03: birth_date does not change over time: write the value alone, or under ETERNITY.",
        ),
        ("birth_date", "2026-04-01", "persons.ali.birth_date: 2026-04-01 lies after 2026-03-31, the last day asked."),
        ("sex", "woman", 'persons.ali.sex: expected one of female, male; got "woman".'),
        ("sex", "femal", 'persons.ali.sex: expected one of female, male; got "femal". Did you mean "female"?'),
        ("sex", 1, "persons.ali.sex: expected one of female, male; got 1."),
        ("is_student", "yes", 'persons.ali.is_student: expected true or false, got "yes".'),
        ("is_student", 1, "persons.ali.is_student: expected true or false, got 1."),
        ("insured_months", 2.5, "persons.ali.insured_months: expected a whole number, got 2.5."),
    ],
)
def test_a_variable_that_is_wrong(tmp_path: Path, variable: str, value: Any, sentence: str) -> None:
    assert refused(tmp_path, family(**{variable: value})) == sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            {"households": {"h": {}}},
            "persons: is missing: a situation has persons and households, and this one has no persons.",
        ),
        (
            {"persons": {"a": {}}},
            "households: is missing: a situation has persons and households, and this one has no households.",
        ),
        ({"persons": {}, "households": {"h": {}}}, "persons: is empty: name at least one person."),
        (
            {"persons": ["a"], "households": {"h": {}}},
            "persons: expected an object with one entry a person, got a list.",
        ),
        ({"persons": {"a": 5}, "households": {"h": {}}}, "persons.a: expected an object of variables, got a number."),
        (
            {"person": {"a": {}}, "households": {"h": {}}},
            'person: a situation has only persons and households. Did you mean "persons"?',
        ),
        (
            {"persons": {"a": {}}, "households": {"h": {}}},
            "persons.a: is in no household: list this person under head, spouse, children, others of one.",
        ),
        (
            {"persons": {"a": {}}, "households": {"h": {"haed": ["a"]}}},
            'households.h.haed: "haed" is not a role or a variable of households. Did you mean "head"?',
        ),
        (
            {"persons": {"ali": {}}, "households": {"h": {"head": ["al"]}}},
            'households.h.head: "al" is not one of the persons. Did you mean "ali"?',
        ),
        (
            {"persons": {"a": {}}, "households": {"h": {"head": ["a"]}, "i": {"head": ["a"]}}},
            'households.i.head: "a" is already in households.h as head.',
        ),
        (
            {"persons": {"a": {}}, "households": {"h": {"head": ["a"], "others": ["a"]}}},
            'households.h.others: "a" is already in households.h as head.',
        ),
        (
            {"persons": {"a": {}, "b": {}}, "households": {"h": {"head": ["a", "b"]}}},
            "households.h.head: there can be only one head, got 2: a, b.",
        ),
        (
            {"persons": {"a": {}}, "households": {"h": {"head": [5]}}},
            "households.h.head: expected a list of person ids, got a list.",
        ),
    ],
)
def test_a_household_that_cannot_be(tmp_path: Path, content: Any, sentence: str) -> None:
    assert refused(tmp_path, content) == sentence


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--period", "2026-13"), 'period: there is no month "2026-13": months go from 01 to 12.'),
        (("--period", "9999-12"), 'period: "9999-12" lies too far ahead: periods end with 2199.'),
        (("--period", "soon"), 'period: "soon" is not a period: write a month as 2026-01, a year as 2026.'),
        (
            ("--period", "1999-01"),
            "1999-01: the law of Uzbekistan is modelled from 2015-09; ask for that month or a later one.",
        ),
        (
            ("--period", "2015"),
            "2015: the law of Uzbekistan is modelled from 2015-09; ask for that month or a later one.",
        ),
        (
            ("--period", "2026-03", "--reform", "pension_age_sixty"),
            '"pension_age_sixty" is not a reform of Uzbekistan, a .yaml file or a Python path.',
        ),
        (
            ("--period", "2026-03", "--reform", "no/such.yaml"),
            "no/such.yaml: cannot be read (No such file or directory).",
        ),
        (
            ("--period", "2026-03", "--reform", "no.such.Reform"),
            '"no.such.Reform" cannot be imported: write it as package.module.ClassName.',
        ),
        (
            ("--period", "2026-03", "--reform", "json.JSONDecoder"),
            '"json.JSONDecoder" is not a reform: it must subclass openfisca_country.law.Reform.',
        ),
    ],
)
def test_an_option_that_is_wrong(tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    assert refused(tmp_path, family(), *options).startswith(sentence)


def test_a_null_before_the_window_is_refused(tmp_path: Path) -> None:
    content = family(net_wage={"2009-01": None})
    assert refused(tmp_path, content).startswith("2009-01: the law of Uzbekistan is modelled from 2015-09")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["calculate", "uzbekstan", "x.json"],
            'Error: "uzbekstan" is not a country of this package. Did you mean "uzbekistan"?',
        ),
        (
            ["calculate", "os.path", "x.json"],
            'Error: "os.path" is a Python package, but not a country: it has no CountryTaxBenefitSystem.',
        ),
        (
            ["calculate", "no.such.country", "x.json"],
            'Error: "no.such.country" is neither a country of this package nor a Python package.',
        ),
        (
            ["calculate", "uzbekistan", "no-such-file.json"],
            "Error: no-such-file.json: cannot be read (No such file or directory).",
        ),
        (["programmes", "atlantis"], 'Error: "atlantis" is not a country of this package.'),
    ],
)
def test_a_country_or_file_that_is_not_there(arguments: list[str], sentence: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith(sentence)
    assert result.stdout == ""


def test_wrong_usage_is_exit_code_two() -> None:
    assert CliRunner().invoke(main, ["calculate", "uzbekistan"]).exit_code == 2
    assert CliRunner().invoke(main, ["calculate", "uzbekistan", "x.json", "--colour"]).exit_code == 2
    assert CliRunner().invoke(main, ["teleport"]).exit_code == 2


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        (
            "unemployment_benfit",
            'Error: "unemployment_benfit" is not a variable of this law. Did you mean "unemployment_benefit"?',
        ),
    ],
)
def test_explaining_what_is_not_there(tmp_path: Path, variable: str, sentence: str) -> None:
    path = tmp_path / "situation.json"
    path.write_text(json.dumps(family()))
    result = CliRunner().invoke(main, ["explain", "uzbekistan", str(path), variable, "--period", "2026-03"])
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (1, "", sentence)


def test_explaining_somebody_who_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "situation.json"
    path.write_text(json.dumps(family()))
    result = CliRunner().invoke(
        main, ["explain", "uzbekistan", str(path), "wage", "--period", "2026-03", "--of", "vaali"]
    )
    assert result.exit_code == 1
    assert (
        result.stderr.strip() == 'Error: "vaali" is not one of the persons. Did you mean "vali"? There are: ali, vali.'
    )
