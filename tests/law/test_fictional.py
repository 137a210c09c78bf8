"""The fictional country is a whole one: it loads, its cases hold, its reforms apply."""

import pytest
import yaml
from openfisca_core.parameters.config import Loader
from openfisca_core.simulation_builder import SimulationBuilder

from openfisca_country.law import apply_reform
from tests.law.fictional import load, write_country


@pytest.fixture
def country(tmp_path):
    return write_country(tmp_path)


def calculate(system, case, variable):
    builder = SimulationBuilder()
    builder.set_default_period(case["period"])
    return builder.build_from_dict(system, case["input"]).calculate(variable, case["period"])


def cases(country):
    return yaml.load((country.tests / "fish_allowance.yaml").read_text(), Loader=Loader)


def test_its_cases_hold(country):
    system = load(country)
    for case in cases(country):
        for variable, expected in case["output"].items():
            assert calculate(system, case, variable)[0] == expected, f"{case['name']}: {variable}"


def test_its_reform_of_numbers_applies(country):
    case, *_ = cases(country)
    case["period"] = "2026-02"
    case["input"]["persons"]["younger"]["birth_date"] = "2010-01-01"
    system = load(country)
    assert calculate(system, case, "fish_allowance")[0] == 1350
    assert calculate(apply_reform(system, "more_fish"), case, "fish_allowance")[0] == 1800


def test_its_reform_of_rules_applies(country):
    _, case, *_ = cases(country)
    case["period"] = "2026-02"
    case["input"]["persons"]["younger"]["birth_date"] = "2010-01-01"
    system = load(country)
    assert calculate(system, case, "fish_allowance")[0] == 0
    assert calculate(apply_reform(system, "fish_for_all"), case, "fish_allowance")[0] == 1350


def test_it_is_loaded_as_it_stands(country):
    before = load(country)
    path = country.parameters / "fish_allowance/amount.yaml"
    path.write_text(path.read_text().replace("0.75", "0.80"))
    formulas = country.variables / "fish_allowance.py"
    formulas.write_text(formulas.read_text().replace("period) > 0", "period) > 1"))
    after = load(country)
    case, *_ = cases(country)
    assert calculate(before, case, "fish_allowance")[0] == 1350
    assert calculate(after, case, "fish_allowance")[0] == 0
    assert after.get_parameters_at_instant("2025-03-01").fish_allowance.amount == 0.8
