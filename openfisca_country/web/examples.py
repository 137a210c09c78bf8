"""The examples of the specification: a family, and what can be asked about it. All of them work, as a test sees to."""

import copy
import datetime
import json
from typing import Any

from openfisca_country.household.calculate import calculate
from openfisca_country.law import CountrySystem
from openfisca_country.law.programmes import leaf_parameters
from openfisca_country.law.reform import shipped_reforms


def situation_of(system: CountrySystem) -> dict[str, Any]:
    """Return a family of the country that asks for its income in the month up to which the law was checked."""
    return copy.deepcopy(dict(system.open_api_config["simulation_example"]))


def answered(system: CountrySystem) -> dict[str, Any]:
    """Return the same family with its nulls filled."""
    return calculate(system, situation_of(system), _month(system)).situation


def bodies(system: CountrySystem) -> dict[str, Any]:
    """Return a body for each operation that takes one, by the operation's id."""
    situation, month = situation_of(system), _month(system)
    about = {"situation": situation, "period": month}
    shipped = list(shipped_reforms(system.country.reforms))[:1]
    line = json.dumps({"id": "family 1", **situation}, ensure_ascii=False)
    person = next(iter(situation["persons"]))
    return {
        "calculate": situation,
        "trace": situation,
        "calculateBatch": f"{line}\n",
        "compare": {**about, "reforms": [*shipped, _inline(system)], "laws_of": [f"{system.book.start:%Y-%m}"]},
        "explain": {**about, "variable": _to_explain(system, month)},
        "missing": about,
        "incentives": {**about, "of": person, "to": 1_000_000, "points": 10},
    }


def names(system: CountrySystem) -> dict[str, str]:
    """Return a value for each parameter of a path or query that is required, by its name."""
    verified = system.country.verified
    return {
        "variableID": "birth_date",
        "parameterID": next(leaf_parameters(system.parameters)).name,
        "actID": next(iter(system.book.instruments), ""),
        "from": f"{verified.replace(year=verified.year - 1, day=1):%Y-%m}",
        "to": f"{verified:%Y-%m}",
    }


def _month(system: CountrySystem) -> str:
    return f"{system.country.verified:%Y-%m}"


def _inline(system: CountrySystem) -> dict[str, Any]:
    """Return a reform that raises one number of the law by a tenth."""
    verified = system.country.verified
    day = datetime.date(verified.year + 1, 1, 1).isoformat()
    path = next(
        each.name
        for each in leaf_parameters(system.parameters)
        if isinstance(value := each.get_at_instant(day), int | float) and not isinstance(value, bool) and value
    )
    return {"name": "a_tenth_more", "title": "A tenth more", "parameters": {path: {day: {"multiply": 1.1}}}}


def _to_explain(system: CountrySystem, month: str) -> str:
    """Return an amount of a programme that has conditions, in the law of the month."""
    for programme in system.book.programmes.values():
        for name in programme.variables:
            conditions = system.variables.get(f"{name}_eligible")
            if conditions is not None and conditions.get_formula(month) and system.variables[name].get_formula(month):
                return name
    return "disposable_income"
