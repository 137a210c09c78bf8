"""What may stand in a formula: no numbers, no dates, no branches, no loops, only the law's operations."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import VARIABLES, found_in_formula

PROBE = f"{VARIABLES}: probe.formula"
ARRAYS = "a formula works on whole arrays; use the population's own methods, such as `household.sum`."
ONCE = "decides once for everybody"
WHERE = f"{ONCE}: write `where(condition, a, b)`."
STRANGE = "is not an operation of the law: use those that openfisca_country.law exports, or add it there on purpose."
CATCH = 'catch = household("average_catch", period)\n'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return 0.5", "0.5 stands in Python: put it into a parameter and read it from there."),
        (
            "return household('average_catch', period) * -3",
            "3 stands in Python: put it into a parameter and read it from there.",
        ),
        (
            "return household('average_catch', period) * 12",
            "12 stands in Python: put it into a parameter and read it from there;"
            " if it counts units of time, its name is MONTHS_IN_YEAR.",
        ),
        (
            "return household('average_catch', period) * 7",
            "7 stands in Python: put it into a parameter and read it from there;"
            " if it counts units of time, its name is DAYS_IN_WEEK.",
        ),
        (
            "return parameters('2024-01-01').fish_allowance.amount",
            '"2024-01-01" stands in Python: put it into a parameter, or begin a formula named after the day.',
        ),
        (
            "return first_day(period) > datetime.date(2024, 5, 17)",
            "datetime.date(2024, 5, 17) stands in Python: put it into a parameter,"
            " or begin a formula named after the day.",
        ),
        (
            "return first_day(period) > numpy.datetime64('2024-05-17')",
            "numpy.datetime64('2024-05-17') stands in Python: put it into a parameter,"
            " or begin a formula named after the day.",
        ),
    ],
)
def test_a_number_or_a_date_in_a_formula(tmp_path, body, message):
    before = "import datetime\n\nimport numpy\n\nfrom openfisca_country.law import first_day\n"
    assert found_in_formula(tmp_path, body, before) == [Finding("number", PROBE, message)]


@pytest.mark.parametrize("number", ["0", "1", "-1", "0.0", "1.0", "True", "False"])
def test_nought_one_and_minus_one_may_stand(tmp_path, number):
    assert found_in_formula(tmp_path, f"return where(household('average_catch', period) > 0, {number}, 0)") == []


def test_a_number_in_a_helper_or_a_constant_is_found_there(tmp_path):
    before = "SHARE = 0.5\nUNUSED = 0.6\n\n\ndef third(amount):\n    return amount / 3\n"
    assert found_in_formula(tmp_path, "return third(household('average_catch', period)) * SHARE", before) == [
        Finding(
            "number",
            f"{VARIABLES}: SHARE",
            "0.5 stands in Python: put it into a parameter and read it from there.",
        ),
        Finding("number", f"{VARIABLES}: third", "3 stands in Python: put it into a parameter and read it from there."),
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"{CATCH}if period:\n    catch = 0\nreturn catch", f"`if` {WHERE}"),
        (f"{CATCH}return 0 if period else catch", f"`a if condition else b` {WHERE}"),
        (
            f"{CATCH}match catch:\n    case _:\n        return 0",
            f"`match` {ONCE}: write `select([conditions], [values])`.",
        ),
        (f"{CATCH}for x in [catch]:\n    catch = x\nreturn catch", f"`for` walks over people one by one: {ARRAYS}"),
        (f"{CATCH}while catch:\n    catch = 0\nreturn catch", f"`while` walks over people one by one: {ARRAYS}"),
        (f"{CATCH}return [each for each in catch]", f"A comprehension walks over people one by one: {ARRAYS}"),
        (f"{CATCH}return catch and catch", f"`and` {ONCE}: write `&`."),
        (f"{CATCH}return catch or catch", f"`or` {ONCE}: write `|`."),
        (f"{CATCH}return not catch", f"`not` {ONCE}: write `~`."),
        (f"{CATCH}return catch in [0]", f"`in` {ONCE}: write `==` for each, joined by `|`."),
        (f"{CATCH}return catch not in [0]", f"`not in` {ONCE}: write `!=` for each, joined by `&`."),
        (f"{CATCH}return catch is catch", "`is` compares objects, not their values: write `==`."),
        (f"{CATCH}return catch is not catch", "`is not` compares objects, not their values: write `!=`."),
        (f"{CATCH}return 0 < catch < 1", f"`a < b < c` {ONCE}: write `(a < b) & (b < c)`."),
        (
            f"{CATCH}try:\n    return catch\nexcept ValueError:\n    return 0",
            "`try` hides what went wrong: a formula fails loudly where it cannot be computed.",
        ),
        (
            f"{CATCH}catch += 1\nreturn catch",
            "An array changed in place is changed for all who read it: write `x = x + y`.",
        ),
        (
            f"{CATCH}catch[catch > 0] = 0\nreturn catch",
            "An array changed in place is changed for all who read it: write `x = x + y`.",
        ),
        (
            f"def inner(x):\n    return x\n{CATCH}return inner(catch)",
            "A function within a formula is hard to follow: put it at the top of the file.",
        ),
        (f"{CATCH}assert period\nreturn catch", f"`Assert` has no place in a formula: {ARRAYS}"),
    ],
)
def test_a_construct_that_has_no_place_in_a_formula(tmp_path, body, message):
    found = [each for each in found_in_formula(tmp_path, body) if "[ ]" not in each.message]
    assert found == [Finding("operation", PROBE, message)]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"{CATCH}return abs(catch)", f"`abs` {STRANGE}"),
        (f"{CATCH}return catch.astype(int)", f"`.astype` {STRANGE}"),
        ("return household('waters', period).decode()", f"`.decode` {STRANGE}"),
        ("return household.get_holder('average_catch')", f"`.get_holder` {STRANGE}"),
        ("return period.get_subperiods('month')", f"`.get_subperiods` {STRANGE}"),
        (f"{CATCH}return nearest(catch, catch)", f"`nearest` {STRANGE}"),
        (
            f"{CATCH}return numpy.sqrt(catch)",
            "`numpy` comes from numpy: a formula uses only what openfisca_country.law exports.",
        ),
        (
            f"{CATCH}return ceil(catch)",
            "`ceil` comes from numpy.ceil: a formula uses only what openfisca_country.law exports.",
        ),
        (
            "name = 'average_catch'\nreturn household(name, period)",
            "`household(name, period)` asks a variable without naming it: write its name in quotes.",
        ),
        (
            f"{CATCH}return catch[0]",
            "Only a group of parameters may be taken apart with [ ]: a formula never picks out one person.",
        ),
    ],
)
def test_a_call_that_no_law_needs(tmp_path, body, message):
    before = "import numpy\nfrom numpy import ceil\n\nfrom openfisca_country.law import nearest\n"
    assert found_in_formula(tmp_path, body, before) == [Finding("operation", PROBE, message)]


@pytest.mark.parametrize(
    "body",
    [
        "return where(household('average_catch', period) > 0, 1, 0)",
        "return clip(round_up(household('average_catch', period)), 0, 1)",
        "members = household.members\nreturn household.sum(members('wage', period), role=Household.CHILD)",
        "return household.nb_persons(Household.CHILD) + household.any(household.members.has_role(Household.HEAD))",
        "return household.members.household('average_catch', period)",
        "return household.head('wage', period) + household.spouse('wage', period.last_month)",
        "return household.value_from_first_person(household.members('wage', period.offset(-1, 'month')))",
        "return household.filled_array(0.0) + days_in_month(period.last_month)",
        "return first_day(period.first_month) > month_of(first_day(period))",
        "return household('waters', period) == Waters.deep",
        "waters = household('waters', period)\nreturn waters == waters.possible_values.deep",
        "return on_the_day(parameters, NEVER, period, lambda law: law.base.fish_unit)",
        "return helper(household, period) / MONTHS_IN_YEAR",
        "return select([household('average_catch', period) > 0], [1], default=0)",
    ],
)
def test_what_law_is_made_of(tmp_path, body):
    before = """
from openfisca_country.law import (
    MONTHS_IN_YEAR,
    NEVER,
    clip,
    days_in_month,
    first_day,
    month_of,
    on_the_day,
    round_up,
    select,
)


def helper(group, month):
    members = group.members
    return group.sum(members("wage", month))
"""
    assert found_in_formula(tmp_path, body, before) == []


def test_a_helper_is_held_to_the_same_rules(tmp_path):
    before = "def helper(amount):\n    if amount > 0:\n        return abs(amount)\n    return amount\n"
    found = found_in_formula(tmp_path, f"{CATCH}return helper(catch)", before)
    assert found == [
        Finding("operation", f"{VARIABLES}: helper", f"`abs` {STRANGE}"),
        Finding("operation", f"{VARIABLES}: helper", f"`if` {WHERE}"),
    ]


def test_a_helper_that_calls_itself_is_followed_once(tmp_path):
    before = "def helper(amount):\n    return helper(amount)\n"
    assert found_in_formula(tmp_path, f"{CATCH}return helper(catch)", before) == []


def test_a_formula_that_cannot_be_read(tmp_path):
    found = found_in_formula(tmp_path, "return 0", after="formula_2021 = lambda household, period: 0\n")
    assert found == [
        Finding(
            "operation",
            f"{VARIABLES}: probe from 2021-01-01",
            "This formula cannot be read: write it as a plain method of the variable's class.",
        )
    ]
