"""A reform may come from anybody: its document is read as plain values, and its numbers stay within what is exact."""

from pathlib import Path
from typing import Any

import pytest

from openfisca_country import compare, explain
from openfisca_country.law import ReformError, apply_reform
from openfisca_country.law.reform_file import document_of, parse_reform

HEADER = "name: draft\ncountry: uzbekistan\ntitle: A draft\n"
RATE = "income_tax.rate"
ONE = {"persons": {"ali": {"birth_date": "1990-05-12", "wage": 1_000_000}}, "households": {"home": {"head": ["ali"]}}}


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "parameters: !!python/object/apply:os.system ['touch pwned']",
        HEADER + "description: !!python/name:os.system",
        HEADER + "parameters: {income_tax.rate: {2027-01-01: " + "9" * 6000 + "}}",
    ],
)
def test_a_file_that_asks_for_more_than_values_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uzbekistan: Any, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.yaml").write_text(text)
    with pytest.raises(ReformError, match=r"draft\.yaml: this is not a YAML file"):
        apply_reform(uzbekistan, "draft.yaml")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.yaml"]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("1.0e+17", "too large"),
        ("1" + "0" * 400, "too large"),
        ("{multiply: 1.0e+300}", "too large"),
        ("{multiply: 1.0e+17}", "too large"),
        ("{add: -1.0e+16}", "too large"),
        (".inf", "expected a number"),
        (".nan", "expected a number"),
    ],
)
def test_a_number_beyond_what_is_exact_is_refused(uzbekistan: Any, value: str, problem: str) -> None:
    document = parse_reform(f"{HEADER}parameters: {{{RATE}: {{2027-01-01: {value}}}}}", "draft")
    with pytest.raises(ReformError, match=problem):
        apply_reform(uzbekistan, document)


@pytest.mark.parametrize("day", ["2027-W01-1", "2027-001", "20270101", "2027-1-01"])
def test_a_day_is_written_in_one_way(uzbekistan: Any, day: str) -> None:
    """A week would be later than every day of its year, as texts are compared."""
    document = document_of({"name": "x", "country": "uzbekistan", "title": "X", "parameters": {RATE: {day: 0.2}}}, "x")
    with pytest.raises(ReformError, match="this is not a date"):
        apply_reform(uzbekistan, document)


def test_a_document_serves_where_a_name_does(uzbekistan: Any) -> None:
    """A fifth of a million, beside 12 % of it."""
    document = parse_reform(f"{HEADER}parameters: {{{RATE}: {{2027-01-01: 0.2}}}}", "draft")
    found = compare(uzbekistan, ONE, [document], "2027-01")
    (line,) = [each for each in found.lines if each.variable == "income_tax"]
    assert (line.baseline, line.reforms) == ({"2027-01": 120_000}, {"draft": {"2027-01": 200_000}})
    explained = explain(uzbekistan, ONE, "income_tax", "2027-01", [document])
    assert (explained.value, explained.stamp.reforms) == (200_000, ("draft",))
