"""An amount of 123,456,789 comes back to the unit: in Python, at the command line, through the web API, in reforms."""

import json
from pathlib import Path
from typing import Any

import numpy
import pytest
from click.testing import CliRunner
from openfisca_core.reforms import Reform as CoreReform
from openfisca_core.variables import Variable as CoreVariable
from openfisca_web_api.app import create_app

from openfisca_country import calculate
from openfisca_country.cli import main
from openfisca_country.law import MONTH, Person, Reform, Variable
from openfisca_country.law.catalogue import load_country

AMOUNT = 123_456_789
MONTH_ASKED = "2026-03"


def situation(variable: str) -> dict[str, Any]:
    return {
        "persons": {"ali": {"birth_date": {"ETERNITY": "1990-05-12"}, "other_income": {MONTH_ASKED: AMOUNT}}},
        "households": {"home": {"head": ["ali"], variable: {MONTH_ASKED: None}}},
    }


def test_in_python() -> None:
    answer = calculate("uzbekistan", situation("market_income"), MONTH_ASKED)
    assert answer.situation["households"]["home"]["market_income"] == {MONTH_ASKED: AMOUNT}


def test_at_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "situation.json"
    path.write_text(json.dumps(situation("market_income")))
    result = CliRunner().invoke(
        main, ["calculate", "uzbekistan", str(path), "--period", MONTH_ASKED, "--format", "json"]
    )
    assert json.loads(result.stdout)["situation"]["households"]["home"]["market_income"] == {MONTH_ASKED: AMOUNT}


def test_through_the_web_api() -> None:
    client = create_app(load_country("uzbekistan")).test_client()
    answer = client.post("/calculate", json=situation("market_income"))
    assert answer.json["households"]["home"]["market_income"] == {MONTH_ASKED: AMOUNT}


class new_amount(CoreVariable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "An amount of a reform that knows nothing of 64 bits"

    def formula(person, period):
        return person("other_income", period) + 1


class market_income(CoreVariable):
    def formula(household, period):
        return household.sum(household.members("other_income", period)) + 1


class ForeignReform(CoreReform):
    """A reform written against plain openfisca-core."""

    def apply(self) -> None:
        self.add_variable(new_amount)
        self.update_variable(market_income)
        self.neutralize_variable("wage")


class OwnReform(Reform):
    title = "A reform of our own"

    def apply(self) -> None:
        self.update_variable(type("market_income", (Variable,), {"formula": market_income.formula}))
        self.neutralize_variable("wage")


@pytest.mark.parametrize("reform", [ForeignReform, OwnReform])
def test_in_reforms_in_code(reform: type, uzbekistan: Any) -> None:
    path = f"{__name__}.{reform.__name__}"
    answer = calculate("uzbekistan", situation("market_income"), MONTH_ASKED, [path])
    assert answer.situation["households"]["home"]["market_income"] == {MONTH_ASKED: AMOUNT + 1}
    assert uzbekistan.variables["market_income"].dtype == numpy.float64


def test_in_a_reform_that_openfisca_applies_itself(uzbekistan: Any) -> None:
    system = ForeignReform(uzbekistan)
    for name in ("new_amount", "market_income", "wage", "age"):
        assert system.variables[name].dtype in (numpy.float64, numpy.int64), name


def test_in_a_reform_in_yaml(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_text(
        f"name: big\ncountry: uzbekistan\ntitle: A large minimum wage\nparameters:\n"
        f"  base.minimum_wage:\n    2026-01-01: {AMOUNT}\n"
    )
    system = CoreSystems.reformed(path)
    assert system.parameters.get_at_instant("2026-03-01").base.minimum_wage == AMOUNT


class CoreSystems:
    @staticmethod
    def reformed(path: Path) -> Any:
        from openfisca_country.law import apply_reform

        return apply_reform(load_country("uzbekistan"), str(path))


def test_neutralised_variables_stay_exact(uzbekistan: Any) -> None:
    system = OwnReform(uzbekistan)
    assert system.variables["wage"].is_neutralized
    assert system.variables["wage"].dtype == numpy.float64
    assert system.variables["wage"].label == "[Neutralized] Gross wage from formal employment"


def test_every_number_of_the_law_is_computed_in_64_bits(uzbekistan: Any) -> None:
    assert {each.dtype for each in uzbekistan.variables.values() if each.value_type is float} == {numpy.dtype("f8")}
    assert {each.dtype for each in uzbekistan.variables.values() if each.value_type is int} == {numpy.dtype("i8")}
