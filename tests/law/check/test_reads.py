"""Which parameters a formula reads, told from its text alone."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, VARIABLES, found_after, found_in_formula, said

PROBE = f"{VARIABLES}: probe.formula"
UNREAD = "No formula reads this parameter: use it, remove it, or name the input it explains in `defines:`."
DEEP = Finding("unread", f"{PARAMETERS}/factor/deep.yaml: fish_allowance.factor.deep", UNREAD)
SHALLOW = Finding("unread", f"{PARAMETERS}/factor/shallow.yaml: fish_allowance.factor.shallow", UNREAD)
UNREAD_FACTORS = (VARIABLES, 'law.factor[household("waters", period)] * ', "")


def found_reading(root, body, before=""):
    """Let only the probe read the factors."""
    return [each for each in found_in_formula(root, body, before, edits=[UNREAD_FACTORS]) if each.kind == "unread"]


def test_a_parameter_that_no_formula_reads(tmp_path):
    assert found_after(tmp_path, UNREAD_FACTORS) == [DEEP, SHALLOW]


@pytest.mark.parametrize(
    "body",
    [
        "return parameters(period).fish_allowance.factor.deep",
        "law = parameters(period)\nreturn law.fish_allowance.factor.deep",
        "law = parameters(period)\nlaw = law.fish_allowance\nlaw = law.factor\nreturn law.deep",
        "law, day = parameters(period).fish_allowance, period\nreturn law.factor.deep * days_in_month(day)",
        'return parameters(period)["fish_allowance"].factor["deep"]',
        "factor = parameters(period).fish_allowance.factor\ndeep = factor.deep\nreturn maximum(0, deep)",
        "read = lambda law: law.factor.deep\nreturn read(parameters(period).fish_allowance)",
        "return select([household('waters', period) == Waters.deep], [parameters(period).fish_allowance.factor.deep])",
        "return on_the_day(parameters, household('day', period), period, lambda law: law.fish_allowance.factor.deep)",
        "return on_the_day(parameters, household('day', period), period, read=lambda l: l.fish_allowance.factor.deep)",
        "return on_the_day(parameters, household('day', period), period, lambda law: helper(law.fish_allowance, 1))",
        "return brought_forward(parameters, 1, household('day', period), period, number=of_the_day, rise=lambda law, x: x)",
        "return brought_forward(parameters, 1, household('day', period), period, len, lambda law, x: x * of_the_day(law))",
        "return helper(parameters(period).fish_allowance, 1)",
        "return nested(parameters, period)",
        "return on_the_day(parameters, household('day', period), period, of_the_day)",
    ],
)
def test_one_parameter_is_read(tmp_path, body):
    before = """
import datetime

from openfisca_country.law import brought_forward, days_in_month, on_the_day, select


def helper(law, times):
    return times * law.factor.deep


def nested(parameters, period):
    return helper(law=parameters(period).fish_allowance, times=1)


def of_the_day(law):
    return law.fish_allowance.factor.deep


class day(Variable):
    value_type = datetime.date
    entity = Household
    definition_period = MONTH
    label = "Day"
    reference = "SEA2020"
"""
    assert found_reading(tmp_path, body, before) == [SHALLOW]


@pytest.mark.parametrize(
    "body",
    [
        'return parameters(period).fish_allowance.factor[household("waters", period)]',
        'factor = parameters(period).fish_allowance.factor\nreturn factor[household("waters", period)]',
        "factor = parameters(period).fish_allowance.factor\nreturn maximum(factor, 0)",
        "return [parameters(period).fish_allowance.factor]",
        'return parameters(period).fish_allowance[household("waters", period)].shallow',
    ],
    ids=["subscripted", "bound, then subscripted", "passed on", "in a list", "within what depends on the person"],
)
def test_a_whole_group_is_read(tmp_path, body):
    assert found_reading(tmp_path, body) == ([DEEP] if "shallow" in body else [])


def test_a_group_that_is_only_named_is_not_read(tmp_path):
    body = "factor = parameters(period).fish_allowance.factor\nreturn 0"
    assert found_reading(tmp_path, body) == [DEEP, SHALLOW]


def test_a_path_that_leads_nowhere(tmp_path):
    assert found_in_formula(tmp_path, "return parameters(period).fish_allowance.factor.dep") == [
        Finding(
            "path",
            PROBE,
            '`fish_allowance.factor.dep` leads to no parameter. Did you mean "fish_allowance.factor.deep"?',
        )
    ]


def test_a_path_that_leads_nowhere_in_a_helper(tmp_path):
    before = "def helper(law):\n    return 1 * law.amont\n"
    assert found_in_formula(tmp_path, "return helper(parameters(period).fish_allowance)", before) == [
        Finding(
            "path",
            f"{VARIABLES}: helper",
            '`fish_allowance.amont` leads to no parameter. Did you mean "fish_allowance.amount"?',
        )
    ]


def test_a_path_that_leads_nowhere_for_any_person(tmp_path):
    body = 'return parameters(period).fish_allowance.factor[household("waters", period)].rate'
    assert said(found_in_formula(tmp_path, body)) == [
        '`fish_allowance.factor[…].rate` leads to no parameter. Did you mean "fish_allowance.factor"?'
    ]


def test_a_group_is_no_number(tmp_path):
    assert found_in_formula(tmp_path, "return 1 * parameters(period).fish_allowance.factor") == [
        Finding(
            "path",
            PROBE,
            "`fish_allowance.factor` is a group of parameters, not a number: name one of those in it.",
        )
    ]


def test_a_variable_that_does_not_exist(tmp_path):
    assert found_in_formula(tmp_path, 'return household("fish_alowance", period)') == [
        Finding("path", PROBE, 'There is no variable "fish_alowance". Did you mean "fish_allowance"?')
    ]


def test_a_parameter_that_defines_an_unknown_input(tmp_path):
    file = f"{PARAMETERS}/averaging_months.yaml"
    assert found_after(tmp_path, (file, "defines: average_catch", "defines: avarage_catch")) == [
        Finding(
            "unread",
            f"{file}: fish_allowance.averaging_months",
            '`defines` names "avarage_catch", which is no variable. Did you mean "average_catch"?',
        )
    ]


def test_what_only_a_reform_reads_is_not_read(tmp_path):
    (tmp_path / "reforms/atlantis").mkdir(parents=True)
    (tmp_path / "reforms/atlantis/other.py").write_text("def f(period, parameters):\n    parameters(period).x.y\n")
    assert found_after(tmp_path, UNREAD_FACTORS) == [DEEP, SHALLOW]
