"""A formula reads only what has a value on every day it computes."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, VARIABLES, found_after, found_in_formula

AMOUNT = f"{PARAMETERS}/amount.yaml"
FLAT = f"{PARAMETERS}/flat.yaml"
FACTOR = "parameters(period).fish_allowance.factor.deep"


def gap(formula, parameter, day):
    return Finding(
        "gap",
        f"{VARIABLES}: {formula}",
        f"`fish_allowance.{parameter}` has no value on {day}, when this formula still reads it:"
        " end the formula, begin a new one, or give the parameter a value.",
    )


def gaps(found):
    return [each for each in found if each.kind == "gap"]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (FLAT, "2024-01-01", "2023-12-01", [gap("fish_allowance.formula", "flat", "2023-12-01")]),
        (FLAT, "2024-01-01", "2023-11-15", [gap("fish_allowance.formula", "flat", "2023-12-01")]),
        (FLAT, "2024-01-01", "2023-12-02", []),
        (FLAT, "2020-01-01", "2020-02-01", [gap("fish_allowance.formula", "flat", "2020-01-01")]),
        (FLAT, "2020-01-01", "2020-01-02", [gap("fish_allowance.formula", "flat", "2020-01-01")]),
        (AMOUNT, "0.75", "null", [gap("fish_allowance.formula_2024", "amount", "2024-01-01")]),
        (AMOUNT, "2024-01-01", "2024-01-02", []),
        (VARIABLES, "formula_2024(", "formula_2024_02(", [gap("fish_allowance.formula", "flat", "2024-01-01")]),
        (VARIABLES, "formula_2024(", "formula_2024_01_02(", [gap("fish_allowance.formula", "flat", "2024-01-01")]),
        (VARIABLES, "formula_2024(", "formula_2023_12_02(", []),
    ],
    ids=[
        "ends a month early",
        "ends within a month: the month after it is the first without",
        "ends within the last month, whose first day it still covers",
        "begins a month late",
        "begins a day late",
        "ends while a formula runs",
        "a later value leaves no gap",
        "the next formula begins a month late",
        "the next formula begins a day late, which is a month for a monthly variable",
        "the next formula begins within the month before",
    ],
)
def test_a_parameter_has_a_value_while_a_formula_reads_it(tmp_path, file, old, new, expected):
    assert gaps(found_after(tmp_path, (file, old, new))) == expected


@pytest.mark.parametrize(
    ("body", "of"),
    [
        (f"return {FACTOR}", "2020-01-01"),
        (f"law = parameters(period.first_month)\nreturn {FACTOR.replace('parameters(period)', 'law')}", "2020-01-01"),
        (f"return helper({FACTOR.removesuffix('.factor.deep')})", "2020-01-01"),
        (f"return {FACTOR.replace('period', 'period.stop')}", None),
        (f"return {FACTOR.replace('period', 'period.last_month')}", None),
        ("return on_the_day(parameters, NEVER, period, lambda law: law.fish_allowance.factor.deep)", None),
        ("return parameters(period).fish_allowance.factor[household('waters', period)]", None),
        ("return maximum(0, parameters(period).fish_allowance.factor)", None),
    ],
    ids=["now", "this month", "in a helper", "last day", "last month", "own day", "by person", "handed on"],
)
def test_only_what_is_certainly_read_today_counts(tmp_path, body, of):
    before = """
from openfisca_country.law import NEVER, on_the_day


def helper(law):
    return 1 * law.factor.deep
"""
    expected = [gap("probe.formula", "factor.deep", of)] if of else []
    assert gaps(found_in_formula(tmp_path, body, before)) == expected


def test_a_variable_that_ended_reads_nothing_more(tmp_path):
    end = '    unit = "currency/month"\n    reference = "SEA2020"\n'
    body = "return parameters(period).fish_allowance.flat"
    ended = (VARIABLES, end, f'{end}    end = "2023-12-31"\n')
    assert gaps(found_in_formula(tmp_path / "ended", body, edits=[ended])) == []
    assert gaps(found_in_formula(tmp_path / "open", body)) == [gap("probe.formula", "flat", "2024-01-01")]


def test_a_yearly_formula_reads_the_first_of_january(tmp_path):
    months = '    definition_period = MONTH\n    label = "Probe"'
    yearly = (VARIABLES, months, months.replace("MONTH", "YEAR"))
    before = "from openfisca_country.law import YEAR\n"
    edits = [yearly, (FLAT, "2024-01-01", "2022-05-01")]
    body = "return parameters(period).fish_allowance.flat"
    assert gaps(found_in_formula(tmp_path, body, before, edits=edits))[-1] == gap("probe.formula", "flat", "2023-01-01")


def test_a_date_of_eternity_has_no_months_to_check(tmp_path):
    months = '    definition_period = MONTH\n    label = "Probe"'
    eternal = (VARIABLES, months, months.replace("MONTH", "ETERNITY"))
    before = "from openfisca_country.law import ETERNITY\n"
    assert gaps(found_in_formula(tmp_path, f"return {FACTOR}", before, edits=[eternal])) == []
