"""`POST /calculate` and `POST /trace`: OpenFisca's own form in, and the same form out, its nulls filled."""

import math
from typing import Any

from flask import Blueprint, Response, jsonify, request

from openfisca_country.household import calculate as household
from openfisca_country.household.run import Run, start
from openfisca_country.law import MONTHS_IN_YEAR, LawError
from openfisca_country.report.as_json import with_schema
from openfisca_country.web.body import check_size, read_json
from openfisca_country.web.metrics import count_people
from openfisca_country.web.parts import fill_in_parts
from openfisca_country.web.query import LAW, Query, read_query
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.stamp import note_law


def blueprint(served: Served, settings: Settings) -> Blueprint:
    """Return the routes of a country."""
    routes = Blueprint("calculate", __name__)

    @routes.post("/calculate")
    def calculate() -> Response:
        query = read_query(request, (*LAW, "form"), forms=("full",))
        content = read_json(request, settings)
        if query.form == "full":
            check_size(content, settings, query.period, settings.max_persons_explained)
            return jsonify(_in_full(served, content, query))
        months = check_size(content, settings, query.period)
        law = served.law(query.reforms, query.law_of, query.period)
        note_law(query.reforms, query.law_of)
        filled = fill_in_parts(law, content, query.period, _households_at_a_time(settings, months))
        count_people(served.name, len(content["households"]), len(content["persons"]))
        response = jsonify(filled.situation)
        response.headers["OpenFisca-Unanswered"] = str(len(filled.unanswered))
        return response

    @routes.post("/trace")
    def trace() -> Response:
        query = read_query(request, LAW)
        content = read_json(request, settings)
        check_size(content, settings, query.period, settings.max_persons_explained)
        served.check_reforms(query.reforms)
        note_law(query.reforms, query.law_of)
        return jsonify(_traced(start(served.system, content, query.period, query.reforms, query.law_of)))

    return routes


def _households_at_a_time(settings: Settings, months: int) -> int:
    """Return how many households are evaluated together: the fewer months, the more."""
    return settings.batch_block * max(1, MONTHS_IN_YEAR // max(1, months))


def _in_full(served: Served, content: dict[str, Any], query: Query) -> Any:
    """Return what the Python function answers, with its schema: what was assumed, warnings, confidence, stamp."""
    served.check_reforms(query.reforms)
    note_law(query.reforms, query.law_of)
    return with_schema(household.calculate(served.system, content, query.period, query.reforms, query.law_of))


def _traced(run: Run) -> dict[str, Any]:
    """Return the trace of everything that a situation asks, in OpenFisca's form."""
    requested = []
    for asked in run.situation.asked:
        for period in run.periods(run.system.variables[asked.variable], asked.period):
            requested.append(f"{asked.variable}<{period}>")
            run.simulation.ask(asked.variable, period)
    trace = run.simulation.tracer.get_serialized_flat_trace()
    for key, node in trace.items():
        if any(isinstance(value, float) and not math.isfinite(value) for value in node["value"]):
            raise LawError(f"{key} is not a number: its rule divides by zero. Check the facts it looks at.")
    return {
        "trace": trace,
        "entitiesDescription": {"persons": run.situation.persons, "households": run.situation.households},
        "requestedCalculations": requested,
    }
