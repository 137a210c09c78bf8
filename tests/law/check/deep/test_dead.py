"""Numbers that no case of the law rests on."""

import shutil

from openfisca_country.law.check import Finding
from openfisca_country.law.check.deep import check_deeply
from tests.law.check.deep.faults import amount, found_deeply, with_law, written
from tests.law.check.faults import CASES, PARAMETERS, VARIABLES

FACTOR = "parameters/atlantis/fish_allowance/factor"
SHALLOW = ("  output: {fish_allowance: 900}", "  output: {}")
HELD = "values:\n  2020-01-01: {value: %s, metadata: {reference: SEA2020, confidence: official}}\n"


def test_nothing_is_found_in_a_clean_country(tmp_path):
    assert found_deeply(tmp_path, verbose=True) == []


def test_a_number_on_which_no_result_rests(tmp_path):
    deep = (CASES, "\n    fish_allowance: 1350\n    child_benefit: 1350", "")
    assert found_deeply(tmp_path, deep) == [
        Finding(
            "dead",
            f"{FACTOR}/deep.yaml: fish_allowance.factor.deep",
            "No case in tests/atlantis rests on this number: 2 cases read it, and their results stay the same with"
            " 1.65 or 1.35 for 1.5.",
        )
    ]


IN_2022 = (CASES, "  period: 2022-03\n", "  period: 2024-03\n")
IN_2023 = (CASES, "  period: 2023-03\n", "  period: 2024-03\n")


def test_a_number_that_is_read_and_makes_no_difference(tmp_path):
    (found,) = found_deeply(tmp_path, IN_2023)
    assert found == Finding(
        "dead",
        f"{PARAMETERS}/flat.yaml: fish_allowance.flat",
        "No case in tests/atlantis rests on this number: 1 case reads it, and its result stays the same with"
        " 1.1 or 0.9 for 1.",
    )


def test_a_number_that_no_case_reads(tmp_path):
    assert found_deeply(tmp_path, IN_2022, IN_2023) == [
        Finding(
            "dead",
            f"{PARAMETERS}/flat.yaml: fish_allowance.flat",
            "No case in tests/atlantis reads this number in the time it holds: add one that rests on it.",
        )
    ]


def test_single_values_are_only_noted(tmp_path):
    assert found_deeply(tmp_path, IN_2022) == []
    notes = found_deeply(tmp_path / "again", IN_2022, verbose=True)
    assert notes[0] == Finding(
        "note",
        "parameters/atlantis/base/fish_unit.yaml: base.fish_unit[2020-01-01]",
        "No case in tests/atlantis reads this number in the time it holds: add one that rests on it.",
    )
    assert [each.kind for each in notes] == ["note", "note"]


def test_a_number_that_defines_an_input_needs_no_case(tmp_path):
    reads = amount("return law.fish_allowance.averaging_months * 0 + law.fish_allowance.amount")
    assert found_deeply(tmp_path, *with_law(reads)) == []


def with_parameter(root, text, body):
    """Let the fish allowance be multiplied by 1, worked out from one more parameter."""
    system = written(
        root,
        (
            VARIABLES,
            'law.factor[household("waters", period)] * ',
            f'law.factor[household("waters", period)] * ({body}) * ',
        ),
    )
    (system.country.parameters / "fish_allowance" / "extra.yaml").write_text(
        f"description: Extra\nmetadata: {{unit: {text}\n", encoding="utf-8"
    )
    return type(system)()


def kinds(system):
    return [(each.kind, each.place.rpartition(" ")[2]) for each in check_deeply(system)]


def test_true_and_false(tmp_path):
    text = "bool}\n" + HELD % "true"
    assert kinds(with_parameter(tmp_path / "one", text, "where(law.extra, 1, 2)")) == []
    dead = kinds(with_parameter(tmp_path / "two", text, "where(law.extra, 1, 1)"))
    assert dead == [("dead", "fish_allowance.extra")]


def test_a_day(tmp_path):
    text = "date}\n" + HELD % "2025-03-01"
    body = "where(household('waters', period.last_month) == Waters.deep, 1, 1) * (str(period.start) >= law.extra)"
    assert kinds(with_parameter(tmp_path, text, body)) == []


def test_a_count_that_a_share_of_few_hides(tmp_path):
    text = "person}\n" + HELD % "10"
    assert kinds(with_parameter(tmp_path / "one", text, "where(law.extra <= 11, 1, 2)")) == []
    dead = kinds(with_parameter(tmp_path / "two", text, "where(law.extra <= 20, 1, 2)"))
    assert dead == [("dead", "fish_allowance.extra")]


def test_each_part_of_a_scale_but_the_zero_it_begins_with(tmp_path):
    text = """/1, type: single_amount}
brackets:
  - threshold: {2020-01-01: {value: 0, metadata: {unit: child, reference: SEA2020, confidence: official}}}
    amount: {2020-01-01: {value: 1, metadata: {unit: /1, reference: SEA2020, confidence: official}}}
  - threshold: {2020-01-01: {value: 3, metadata: {unit: child, reference: SEA2020, confidence: official}}}
    amount: {2020-01-01: {value: 2, metadata: {unit: /1, reference: SEA2020, confidence: official}}}
"""
    system = with_parameter(tmp_path, text, 'law.extra.calc(household("fish_allowance_children", period))')
    assert kinds(system) == [("dead", "fish_allowance.extra[1].amount")]


def test_what_a_shifted_number_breaks_rests_on_it(tmp_path):
    text = "/1}\n" + HELD % "1"
    broken = "1 + 0 * [1, 1][int(law.extra)]"
    assert kinds(with_parameter(tmp_path / "broken", text, broken)) == []


def test_an_installed_package_has_no_cases_to_rest_on(tmp_path):
    system = written(tmp_path)
    shutil.rmtree(system.country.tests)
    assert check_deeply(system) == []


def test_cases_that_cannot_be_run_are_passed_over(tmp_path):
    broken = (CASES, "  output: {fish_allowance: 900}", "  output: {fish_alowance: 900}")
    (found,) = found_deeply(tmp_path, broken)
    assert found.place.endswith("fish_allowance.factor.shallow")


def test_the_law_is_as_it_was(tmp_path):
    system = written(tmp_path)
    before = {each.name: [str(entry) for entry in each.values_list] for each in _leaves(system)}
    check_deeply(system)
    assert {each.name: [str(entry) for entry in each.values_list] for each in _leaves(system)} == before


def _leaves(system):
    from openfisca_country.law.programmes import leaf_parameters

    return list(leaf_parameters(system.parameters))
