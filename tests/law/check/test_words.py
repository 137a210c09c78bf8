"""What variables and programmes say of themselves, and the three places of a programme."""

import pytest

from openfisca_country.law.check import Finding, check_country
from tests.law.check.faults import CASES, PARAMETERS, VARIABLES, found_after
from tests.law.fictional import load, write_country

PAGE = f"{PARAMETERS}/index.yaml"
BRANCHES = (
    "medical care, sickness, unemployment, old age, employment injury, family, maternity, invalidity, survivors,"
    " social assistance, employment services, taxes and contributions"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '    label = "Waters the household fishes"\n',
            "",
            "This variable has no label: say in `label` what it is.",
        ),
        (
            '    reference = "FISH2024 Art. 5"\n',
            "",
            "This variable cites nothing: name the act and article in `reference`.",
        ),
    ],
    ids=["label", "reference"],
)
def test_a_variable_says_what_it_is_and_where_that_stands(tmp_path, old, new, message):
    assert found_after(tmp_path, (VARIABLES, old, new)) == [Finding("variable", f"{VARIABLES}: waters", message)]


def test_no_two_variables_read_the_same(tmp_path):
    label = 'label = "Average monthly worth of the catch"'
    assert found_after(tmp_path, (VARIABLES, label, 'label = "Fish allowance"')) == [
        Finding(
            "variable",
            f"{VARIABLES}: fish_allowance",
            'The label "Fish allowance" is also that of average_catch: a reader must be able to tell them apart.',
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("description: Fish allowance\n", "", "This programme has no title: add `description:`."),
        ("    branch: family\n", "", f"This programme has no branch: add `branch:`, one of {BRANCHES}."),
        ("branch: family", "branch: fish", f'"fish" is not a branch: write one of {BRANCHES}.'),
        (
            "    for: Households with children and little income\n",
            "",
            "This programme does not say who it is for: add `for:`.",
        ),
        (
            "    variables: [fish_allowance, fish_allowance_eligible]\n",
            "",
            "This programme names no variable that carries its result: add `variables:`, amounts first.",
        ),
        (
            "variables: [fish_allowance, fish",
            "variables: [fish_allowence, fish",
            '`variables:` names "fish_allowence", which is no variable. Did you mean "fish_allowance"?',
        ),
        (
            "    window: {from: 2020-01-01}\n",
            "",
            "This programme does not say from when it is modelled: add `window: {from: …}`.",
        ),
    ],
    ids=["title", "branch", "unknown branch", "for", "variables", "unknown variable", "window"],
)
def test_a_programme_says_what_it_is(tmp_path, old, new, message):
    assert found_after(tmp_path, (PAGE, old, new)) == [Finding("programme", f"{PAGE}: fish_allowance", message)]


def test_a_folder_that_holds_no_programme(tmp_path):
    assert found_after(tmp_path, (PAGE, "programme:", "programm:")) == [
        Finding(
            "programme",
            f"{PAGE}: fish_allowance",
            "This folder does not say what programme it holds: add `programme:` to its index.yaml.",
        )
    ]


def renamed(root, file, name):
    country = write_country(root)
    path = root / file
    path.rename(path.with_name(name))
    return [finding for finding in check_country(load(country)) if finding.kind == "layout"]


def test_formulas_bear_the_name_of_their_programme(tmp_path):
    assert renamed(tmp_path, VARIABLES, "fish.py") == [
        Finding(
            "layout",
            PARAMETERS,
            f"There is no {VARIABLES}: a programme's three places bear one name; put its formulas there.",
        ),
        Finding(
            "layout",
            CASES,
            f"There is no {VARIABLES}: a programme's three places bear one name; put the formulas it is about there.",
        ),
        Finding(
            "layout",
            "variables/atlantis/fish.py",
            "There is no tests/atlantis/fish.yaml: a programme's three places bear one name; put its cases there.",
        ),
    ]


def test_cases_bear_the_name_of_their_programme(tmp_path):
    assert renamed(tmp_path, CASES, "fish.yaml") == [
        Finding(
            "layout",
            "tests/atlantis/fish.yaml",
            "There is no variables/atlantis/fish.py: a programme's three places bear one name;"
            " put the formulas it is about there.",
        ),
        Finding(
            "layout",
            VARIABLES,
            f"There is no {CASES}: a programme's three places bear one name; put its cases there.",
        ),
    ]


def test_outputs_belong_to_no_programme(tmp_path):
    country = write_country(tmp_path)
    (country.variables / "outputs.py").write_text('"""Sums of programmes."""\n')
    assert check_country(load(country)) == []


def test_a_variable_is_touched_by_a_case(tmp_path):
    assert found_after(tmp_path, (CASES, "    fish_allowance_eligible: true\n", "")) == [
        Finding(
            "untested",
            f"{VARIABLES}: fish_allowance_eligible",
            "No case in tests/atlantis touches this variable: add one that does.",
        )
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "formula_2024_01",
            "`formula_2024` and `formula_2024_01` begin on the same day, and only one counts: remove or rename one.",
        ),
        (
            "formula_2024",
            "`formula_2024` and `formula_2024` begin on the same day, and only one counts: remove or rename one.",
        ),
    ],
)
def test_formulas_that_begin_on_the_same_day(tmp_path, name, message):
    again = f"    def {name}(household, period):\n        return household.filled_array(0.0)\n"
    found = found_after(tmp_path, (VARIABLES, "\n\nclass child_benefit", f"\n{again}\n\nclass child_benefit"))
    assert [each for each in found if each.kind == "twice"] == [
        Finding("twice", f"{VARIABLES}: fish_allowance", message)
    ]


def test_a_variable_that_stands_twice(tmp_path):
    again = """
class waters(Variable):
    value_type = bool
    entity = Household
    definition_period = MONTH
    label = "Fishes in any waters"
    reference = "FISH2024 Art. 5"

"""
    found = found_after(tmp_path, (VARIABLES, "\nclass average_catch", f"{again}\nclass average_catch"))
    assert [each for each in found if each.kind == "twice"] == [
        Finding(
            "twice",
            f"{VARIABLES}: waters",
            "This class stands twice in the file, and only the last counts: remove or rename one.",
        )
    ]


def test_an_input_that_no_case_states_and_a_refined_variable_that_none_expects(tmp_path):
    found = found_after(
        tmp_path,
        (CASES, "    child_benefit: 1350\n", ""),
        (CASES, "      average_catch: 3200\n", ""),
        (CASES, "average_catch: 3201, ", ""),
    )
    assert [finding.place for finding in found] == [f"{VARIABLES}: average_catch", f"{VARIABLES}: child_benefit"]


def test_cases_that_cannot_be_read(tmp_path):
    found = found_after(tmp_path, (CASES, "- name: Income one", "  - name: Income one"))
    assert found[0] == Finding("untested", CASES, "This is not a YAML file near line 21: mend it.")
