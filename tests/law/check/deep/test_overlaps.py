"""Cases of a rule that hold at once, and households for which none holds."""

import re

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.deep.faults import amount, condition, found_choosing, found_deeply, with_law
from tests.law.check.faults import PARAMETERS, VARIABLES

LINE = "law.fish_allowance.income_limit * law.base.fish_unit"
CATCH = 'household("average_catch", period)'
POOR = condition("is_poor", f"{CATCH} <= {LINE}").replace("return", "law = parameters(period)\n        return")
RICH = POOR.replace("is_poor", "is_rich").replace("<=", ">=")
CATEGORY = """
class Standing(Enum):
    none = "None"
    poor = "Poor"
    rich = "Rich"


class standing(Variable):
    value_type = Enum
    possible_values = Standing
    default_value = Standing.none
    entity = Household
    definition_period = MONTH
    label = "Standing"
    reference = "SEA2020"

    def formula_2024(household, period):
        return select(
            [household("is_poor", period), household("is_rich", period)],
            [Standing.poor, Standing.rich],
            default=Standing.none,
        )


"""


def test_two_categories_that_meet_at_one_sum(tmp_path):
    (found,) = found_deeply(tmp_path, *with_law(POOR, RICH, CATEGORY))
    assert found == Finding(
        "overlap",
        f"{VARIABLES}: standing.formula_2024",
        "`is_poor` and `is_rich` hold at once in 2024-01 for a household of head, with average_catch 2400,"
        " all else by default: let them exclude each other, or say that the first goes before with"
        ' ORDERED = {"standing"} in this file.',
    )


def test_two_categories_with_nothing_between_them(tmp_path):
    assert found_choosing(tmp_path, POOR, RICH.replace(">=", ">"), CATEGORY) == []


def test_one_sum_that_belongs_to_no_category(tmp_path):
    without = CATEGORY.replace("            default=Standing.none,\n", "")
    (said,) = found_choosing(tmp_path, POOR.replace("<=", "<"), RICH.replace(">=", ">"), without)
    assert said == (
        "uncovered: None of the cases `is_poor`, `is_rich` holds in 2024-01 for a household of head,"
        " with average_catch 2400, all else by default: say what then holds in `default=`."
    )


def test_categories_of_which_one_is_part_of_the_other(tmp_path):
    poorest = POOR.replace(LINE, "law.base.fish_unit")
    (said,) = found_choosing(tmp_path, poorest, RICH.replace(">=", "<="), CATEGORY)
    assert said.startswith("overlap: `is_poor` and `is_rich` hold at once in 2024-01 for a household of head, all else")


def test_an_order_that_is_stated(tmp_path):
    assert found_choosing(tmp_path, 'ORDERED = {"standing"}\n\n', POOR, RICH, CATEGORY) == []


FISHES = condition("fishes_deep", 'household("waters", period) == Waters.deep')
ALONE = condition("lives_alone", 'household("household_size", period) == 1')


def choosing(conditions, values="[1, 2]", default=", default=0"):
    return amount(f"return select([{conditions}], {values}{default})")


def test_two_unlike_conditions_of_an_amount(tmp_path):
    asked = 'household("fishes_deep", period), household("lives_alone", period)'
    (said,) = found_choosing(tmp_path, FISHES, ALONE, choosing(asked))
    assert said == (
        "overlap: `fishes_deep` and `lives_alone` hold at once in 2024-01 for a household of head, with waters deep,"
        " all else by default: let them exclude each other, or say that the first goes before with"
        ' ORDERED = {"probe"} in this file.'
    )


@pytest.mark.parametrize(
    "choice",
    [
        choosing('household("fishes_deep", period), household("lives_alone", period)', "[1, 1]"),
        choosing(
            'household("fishes_deep", period) & household("lives_alone", period), household("lives_alone", period)'
        ),
        choosing(
            'household("fishes_deep", period) & household("lives_alone", period),'
            ' household("fishes_deep", period), household("lives_alone", period)',
            "[1, 2, 3]",
        ),
        choosing(f"{CATCH} > 2 * {LINE}, {CATCH} > {LINE}"),
        choosing(f"{CATCH} <= {LINE}, {CATCH} <= 2 * {LINE}"),
        choosing('household("waters", period) == Waters.deep, household("waters", period) == Waters.shallow'),
    ],
    ids=["same value", "special case first", "both, then each", "down a staircase", "up a staircase", "items"],
)
def test_choices_in_which_it_is_clear_what_counts(tmp_path, choice):
    assert found_choosing(tmp_path, FISHES, ALONE, choice) == []


def test_a_staircase_in_the_wrong_order(tmp_path):
    (said,) = found_choosing(tmp_path, choosing(f"{CATCH} > {LINE}, {CATCH} > 2 * {LINE}"))
    assert "the second was never seen to hold without the first; put the narrower case first" in said


def test_cases_that_are_listed_under_a_name(tmp_path):
    body = """
    cases = [household("fishes_deep", period), household("lives_alone", period) & (law.base.fish_unit > 0)]
    return select(cases, [1, 2], default=0)
    """
    (said,) = found_choosing(tmp_path, FISHES, ALONE, amount(body))
    assert said.startswith(
        "overlap: `fishes_deep` and `lives_alone & (law.base.fish_unit > 0)` hold at once in 2024-01"
    )


def test_a_choice_in_a_helper_and_for_each_person(tmp_path):
    helper = """
def by_age(person, period, law):
    age = person("age", period)
    return select([age < law.child_age, age <= law.child_age], [2, 1])


"""
    probe = amount("return by_age(person, period, law.fish_allowance)", entity="Person")
    (said,) = found_choosing(tmp_path, helper, probe)
    assert re.fullmatch(
        r"uncovered: None of the cases `age < law\.child_age`, `age <= law\.child_age` holds in 2024-01 for a household"
        r" of head, all else by default: say what then holds in `default=`\.",
        said,
    )


def test_only_households_that_could_exist_are_shown(tmp_path):
    unborn = condition("is_unborn", 'person("birth_date", period) > first_day(period)', "Person")
    anybody = condition("is_anybody", 'person("birth_date", period) > first_day(period.last_month)', "Person")
    choice = amount(
        'return select([person("is_unborn", period), ~person("is_anybody", period)], [1, 2], default=0)',
        entity="Person",
    )
    assert found_choosing(tmp_path, unborn, anybody, choice) == []


FAMILY = 'EXCLUSIVE = [{"is_poor", "is_rich"}]\n\n'


def test_conditions_that_are_declared_to_exclude_each_other(tmp_path):
    (found,) = found_deeply(tmp_path, *with_law(FAMILY, POOR, RICH))
    assert found.place == f"{VARIABLES}: is_poor"
    assert found.message.endswith(
        "for a household of head, with average_catch 2000, all else by default:"
        " let them exclude each other, as EXCLUSIVE says."
    )


def test_declarations_that_name_no_variable(tmp_path):
    declared = 'ORDERED = {"fish_alowance"}\nEXCLUSIVE = [{"fish_allowance_eligible", "is_ritch"}]\n'
    assert found_choosing(tmp_path, declared) == [
        'overlap: `EXCLUSIVE` names "is_ritch", which is no variable.',
        'overlap: `ORDERED` names "fish_alowance", which is no variable. Did you mean "fish_allowance"?',
    ]


def test_a_rule_that_fails_for_some(tmp_path):
    factor = 'law.fish_allowance.factor[household("waters", period)]'
    choice = choosing(f"{factor} > 1, {CATCH} > {LINE}", "[1, 1]")
    item = (VARIABLES, '    deep = "Deep"\n', '    deep = "Deep"\n    lake = "Lake"\n')
    (said,) = found_choosing(tmp_path, choice, edits=(item,))
    assert said.startswith("uncovered: This rule fails in 2024-01 for a household of head, with waters lake, all else")


def test_law_that_is_not_modelled_is_noted(tmp_path):
    choice = choosing(f"law.fish_allowance.flat > 1, {CATCH} > {LINE}")
    assert found_deeply(tmp_path, *with_law(choice)) == []
    notes = found_deeply(tmp_path / "again", *with_law(choice), verbose=True)
    assert {(each.kind, each.place) for each in notes} == {("note", f"{VARIABLES}: probe.formula_2024")}
    assert "This rule was not searched for 2024-01: The parameter" in notes[0].message


def test_the_same_is_found_every_time(tmp_path):
    first = found_deeply(tmp_path / "first", *with_law(POOR, RICH, CATEGORY))
    again = found_deeply(tmp_path / "again", *with_law(POOR, RICH, CATEGORY))
    assert [each.message for each in first] == [each.message for each in again]


def test_sums_are_whole(tmp_path):
    limit = (f"{PARAMETERS}/income_limit.yaml", "2024-01-01: {value: 2,", "2024-01-01: {value: 2.0002,")
    assert found_choosing(tmp_path, POOR, RICH, CATEGORY, edits=(limit,)) == []
