"""Values: description, day, unit, act, confidence, and the life of the act."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, REGISTER, VARIABLES, found_after

AMOUNT = f"{PARAMETERS}/amount.yaml"
FLAT = f"{PARAMETERS}/flat.yaml"


def test_a_parameter_says_what_it_is(tmp_path):
    assert found_after(tmp_path, (AMOUNT, "description: Monthly amount per child\n", "")) == [
        Finding(
            "value",
            f"{AMOUNT}: fish_allowance.amount",
            "This parameter has no description: say in `description:` what the number is.",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "reference: FISH2024 Art. 2, confidence: press",
            "confidence: press",
            "This value cites no act: add `reference:` with the act and the article to its metadata.",
        ),
        (
            "reference: FISH2024 Art. 2, confidence: press",
            "reference: FISH2024 Art. 2",
            "This value has no confidence: add `confidence:` (`official`, `summary`, `press`, `inferred`)"
            " to its metadata.",
        ),
        (
            "confidence: press",
            "confidence: certain",
            '"certain" is not a confidence: write one of `official`, `summary`, `press`, `inferred`.',
        ),
        (
            "confidence: press",
            'confidence: press, unit: ""',
            "This value has no unit: add `unit:` to the metadata of the file.",
        ),
    ],
    ids=["no act", "no confidence", "unknown confidence", "no unit"],
)
def test_a_value_carries_what_it_must(tmp_path, old, new, message):
    place = f"{AMOUNT}: fish_allowance.amount[2024-01-01]"
    assert found_after(tmp_path, (AMOUNT, old, new)) == [Finding("value", place, message)]


@pytest.mark.parametrize("day", ["2024-02-30", "2024-02", "2024"])
def test_a_value_is_dated_on_a_real_day(tmp_path, day):
    assert found_after(tmp_path, (AMOUNT, "2024-01-01", f'"{day}"')) == [
        Finding(
            "value",
            f"{AMOUNT}: fish_allowance.amount[{day}]",
            f'"{day}" is not a day: write the day the value came into force as 2026-01-31.',
        )
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "day", "life"),
    [
        (AMOUNT, "2024-01-01", "2023-12-31", "2023-12-31", "FISH2024 was in force from 2024-01-01"),
        (
            AMOUNT,
            "2024-01-01: {value: 0.75, metadata: {reference: FISH2024",
            "2024-01-01: {value: 0.75, metadata: {reference: FISH2020",
            "2024-01-01",
            "FISH2020 was in force from 2020-01-01 to 2023-12-31",
        ),
        (FLAT, "2024-01-01", "2024-01-02", "2024-01-02", "FISH2020 was in force from 2020-01-01 to 2023-12-31"),
    ],
    ids=["before its act", "after its act", "a rule ends two days after its act"],
)
def test_a_value_lies_in_the_life_of_its_act(tmp_path, file, old, new, day, life):
    name = f"fish_allowance.{file.rpartition('/')[2].removesuffix('.yaml')}"
    assert found_after(tmp_path, (file, old, new)) == [
        Finding(
            "date",
            f"{file}: {name}[{day}]",
            f"{life}: date the value within that life, cite the act that set it on this day,"
            " or correct `in_force:` in the register.",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("null, metadata: {reference: FISH2020", "null, metadata: {reference: FISH2024"),
        ("2024-01-01: {value: null", "2023-12-31: {value: null"),
    ],
    ids=["cites the act that ended it", "ends on the last day of its act"],
)
def test_a_rule_may_end_with_its_act_or_by_another(tmp_path, old, new):
    assert found_after(tmp_path, (FLAT, old, new)) == []


def test_an_act_whose_life_is_unknown_may_be_cited_on_any_day(tmp_path):
    life = "in_force: {from: 2024-01-01}"
    edits = [(REGISTER, life, "in_force: {}"), (AMOUNT, "2024-01-01", "2023-06-01")]
    assert found_after(tmp_path, *edits) == []


def test_the_parts_of_a_scale_carry_it_too_and_share_its_description(tmp_path):
    scale = """description: Levy on the catch
brackets:
  - threshold: {2020-01-01: {value: 0, metadata: {unit: XAT, reference: SEA2020 Art. 9, confidence: official}}}
    rate: {2020-01-01: {value: 0.1, metadata: {unit: /1, confidence: official}}}
"""
    (tmp_path / PARAMETERS).mkdir(parents=True)
    (tmp_path / PARAMETERS / "levy.yaml").write_text(scale)
    law = "law = parameters(period).fish_allowance\n"
    found = found_after(
        tmp_path,
        (
            VARIABLES,
            f"{law}        units = law.amount * law.f",
            f"{law}        law.levy.calc(1)\n        units = law.amount * law.f",
        ),
    )
    assert found == [
        Finding(
            "value",
            f"{PARAMETERS}/levy.yaml: fish_allowance.levy[0].rate[2020-01-01]",
            "This value cites no act: add `reference:` with the act and the article to its metadata.",
        )
    ]
