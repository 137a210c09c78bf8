"""Units: each known, each with its value, none missing."""

from openfisca_country.law.check import Finding
from tests.law.check.faults import PARAMETERS, REGISTER, VARIABLES, found_after

AMOUNT = f"{PARAMETERS}/amount.yaml"


def test_a_unit_of_a_value_is_in_the_list(tmp_path):
    assert found_after(tmp_path, (AMOUNT, "unit: FU", "unit: FU/mnth")) == [
        Finding(
            "unit",
            f"{AMOUNT}: fish_allowance.amount",
            '"mnth" is not a unit of this country: use one that index.yaml lists, or add it there.'
            ' Did you mean "month"?',
        )
    ]


def test_an_index_unit_has_a_parameter_behind_it(tmp_path):
    assert found_after(tmp_path, (REGISTER, "parameter: base.fish_unit", "parameter: base.fish_unti")) == [
        Finding(
            "unit",
            f"{REGISTER}: FU",
            'The value of this unit cannot be read: There is no parameter "base.fish_unti".'
            ' Did you mean "base.fish_unit"?',
        )
    ]


def test_a_unit_of_a_variable_is_in_the_list(tmp_path):
    assert found_after(tmp_path, (VARIABLES, 'unit = "person"', 'unit = "persons"')) == [
        Finding(
            "unit",
            f"{VARIABLES}: fish_allowance_children",
            '"persons" is not a unit of a variable: use `currency/month` or another that index.yaml lists.'
            ' Did you mean "person"?',
        )
    ]


def test_a_number_has_a_unit(tmp_path):
    assert found_after(tmp_path, (VARIABLES, '    unit = "person"\n', "")) == [
        Finding(
            "unit",
            f"{VARIABLES}: fish_allowance_children",
            "This number has no unit: add `unit`, such as `currency/month` or `month`.",
        )
    ]


def test_a_variable_that_countries_share_is_found_where_it_stands(tmp_path):
    found = found_after(tmp_path, (REGISTER, "    person: {label: person}\n", ""))
    places = [finding.place for finding in found]
    assert places[0] == f"{VARIABLES}: fish_allowance_children"
    assert "variables/common/dwelling.py: household_size" in places


def test_a_variable_may_be_counted_in_any_unit_of_the_country(tmp_path):
    assert found_after(tmp_path, (VARIABLES, 'unit = "person"', 'unit = "FU"')) == []
