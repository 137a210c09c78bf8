"""Variables that wait for each other."""

from openfisca_country.law.check import Finding
from tests.law.check.faults import VARIABLES, found_in_formula

PROBE = f"{VARIABLES}: probe"


def other(asks, formula="formula"):
    """Write a variable of persons that asks something."""
    return f"""
from openfisca_country.law import Person


class other(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "Other"
    unit = "currency/month"
    reference = "SEA2020"

    def {formula}(person, period):
        return {asks}

"""


def circles(root, body, before, after=""):
    return [each for each in found_in_formula(root, body, before, after) if each.kind == "circle"]


def test_a_variable_that_asks_itself(tmp_path):
    message = "The formula asks for its own variable (probe -> probe): state what it needs as an input."
    assert found_in_formula(tmp_path, 'return household("probe", period.last_month)') == [
        Finding("circle", PROBE, message)
    ]


def test_two_variables_that_wait_for_each_other_across_entities(tmp_path):
    found = circles(
        tmp_path, 'return household.sum(household.members("other", period))', other('person.household("probe", period)')
    )
    assert found == [
        Finding(
            "circle",
            f"{VARIABLES}: other",
            "These formulas wait for each other (other -> probe -> other): break the circle,"
            " or make one of them an input.",
        )
    ]


def test_a_longer_circle_is_told_step_by_step(tmp_path):
    further = other('person.household("probe", period)').replace("class other", "class further")
    before = other('person("further", period)') + further.replace('label = "Other"', 'label = "Further"')
    (found,) = circles(tmp_path, 'return household.sum(household.members("other", period))', before)
    assert found.place == f"{VARIABLES}: further"
    assert "(further -> probe -> other -> further): break the circle" in found.message


def test_a_longer_circle_of_which_one_step_is_to_another_month(tmp_path):
    further = other('person.household("probe", period.last_month)').replace("class other", "class further")
    before = other('person("further", period)') + further.replace('label = "Other"', 'label = "Further"')
    (found,) = circles(tmp_path, 'return household.sum(household.members("other", period))', before)
    assert "(further -> probe -> other -> further, through other months)" in found.message


def test_a_circle_through_the_months_of_a_year(tmp_path):
    yearly = other('person.household("probe", period, options=[ADD])').replace("MONTH\n", "YEAR\n")
    before = yearly.replace("import Person", "import ADD, YEAR, Person")
    (found,) = circles(tmp_path, 'return household.sum(household.members("other", period.this_year))', before)
    assert "(other -> probe -> other, through other months)" in found.message


def test_a_circle_through_other_months(tmp_path):
    asks = 'person.household("probe", period.offset(-1, "month"))'
    (found,) = circles(tmp_path, 'return household.sum(household.members("other", period))', other(asks))
    assert found.message == (
        "These formulas wait for each other (other -> probe -> other, through other months): break the circle,"
        " or make one of them an input."
    )


def test_a_circle_through_a_total_of_months_before(tmp_path):
    before = other('person.household("probe", period)').replace(
        "class other", "from openfisca_country.law import total_before\n\n\nclass other"
    )
    asks = 'return household.sum(total_before(household.members, "other", household.members("birth_date", period), 2, period))'
    (found,) = circles(tmp_path, asks, before)
    assert "other -> probe -> other, through other months" in found.message


def test_a_circle_through_a_helper(tmp_path):
    before = (
        other('person.household("probe", period)')
        + '\n\ndef total(household, month):\n    return household.sum(household.members("other", month))\n'
    )
    (found,) = circles(tmp_path, "return total(household, period)", before)
    assert found.place == f"{VARIABLES}: other"


ASKS_OTHER = 'return household.sum(household.members("other", period))'
ASKS_PROBE = 'person.household("probe", period)'
LATER = "def formula_2024(household, period):\n    return household.filled_array(0.0)\n"


def test_a_rule_that_was_replaced_is_in_no_circle_with_a_later_one(tmp_path):
    assert circles(tmp_path, ASKS_OTHER, other(ASKS_PROBE, "formula_2024"), LATER) == []


def test_rules_of_the_same_time_are_in_a_circle(tmp_path):
    (found,) = circles(tmp_path, ASKS_OTHER, other(ASKS_PROBE, "formula_2023_12_31"), LATER)
    assert "other -> probe -> other" in found.message


def test_a_rule_that_ended_is_in_no_circle_with_a_later_one(tmp_path):
    ended = other(ASKS_PROBE).replace("    label =", '    end = "2023-12-31"\n    label =')
    later = f"def formula_2024(household, period):\n    {ASKS_OTHER}\n"
    assert circles(tmp_path, "return household.filled_array(0.0)", ended, later) == []


def test_asking_the_same_variable_twice_is_no_circle(tmp_path):
    body = 'return household("child_benefit", period) + household("fish_allowance", period)'
    assert found_in_formula(tmp_path, body) == []
