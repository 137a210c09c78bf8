"""Each amount that a programme names says what it is to a budget."""

import pytest

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, found_after

PAGE = f"{PARAMETERS}/index.yaml"
MARKS = (
    "benefits, income_tax, employee_contributions, own_contributions, employer_contributions, other_spending, loans,"
    " other_revenue, not_counted"
)
MARK = "    payments: {benefits: [fish_allowance]}\n"


@pytest.mark.parametrize(
    ("new", "messages"),
    [
        ("", [f"`payments:` does not say what fish_allowance is to a budget: put it under one of {MARKS}."]),
        (MARK.replace("benefits", "fish"), [f'`payments:` has "fish": write one of {MARKS}.']),
        (
            MARK.replace("]", ", fish_allowence]"),
            ['`payments:` names "fish_allowence", which is no variable. Did you mean "fish_allowance"?'],
        ),
        (
            MARK.replace("]", ", fish_allowance_eligible]"),
            ["`payments:` names fish_allowance_eligible, which is not an amount of currency a month."],
        ),
        (
            MARK.replace("]", ", fish_allowance]"),
            ["`payments:` names fish_allowance more than once under benefits, here or in another programme."],
        ),
        (MARK.replace("benefits", "not_counted"), []),
        (MARK.replace("[", "[-"), []),
        (
            f"{MARK}    insured: is_insured\n",
            ['`insured:` names "is_insured", which is no variable. Did you mean "is_voluntarily_insured"?'],
        ),
    ],
    ids=["none", "mark", "name", "condition", "twice", "not counted", "taken off", "insured"],
)
def test_what_an_amount_is_to_a_budget(tmp_path, new, messages):
    found = found_after(tmp_path, (PAGE, MARK, new))
    assert found == [Finding("programme", f"{PAGE}: fish_allowance", message) for message in messages]
