"""`GET /spec`: the API in OpenAPI 3.1, for people, for clients made from it, and for whoever tests it."""

import copy
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from flask import Blueprint, Response, jsonify, request

from openfisca_country.web import examples
from openfisca_country.web.languages import languages_of
from openfisca_country.web.operations import OF_A_COUNTRY, OF_THE_SERVER, PROBLEM, Operation
from openfisca_country.web.schemas import Schemas, ref
from openfisca_country.web.schemas_core import core_specification, lifted, of_country
from openfisca_country.web.schemas_web import of_the_server, questions, results
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings

OPENAPI = "3.1.0"
TEXT = {"type": "string"}
STAMP = {
    "OpenFisca-Core-Version": "The version of openfisca-core",
    "Law-Verified": "The day up to which the law was checked",
    "Reforms": "The law of another date and the reforms applied, in their order, or none",
}
UNANSWERED = "How many of the nulls have no answer: not modelled, or not in the law of that date"
REFUSALS = {
    400: ("BadRequest", "The body is no JSON that can be used."),
    401: ("Unauthorized", "A key is needed, or this one is not known."),
    404: ("NotFound", "There is nothing of this name."),
    405: ("MethodNotAllowed", "The address does not take this method; the header Allow names those it takes."),
    413: ("TooLarge", "The body is larger than the server takes."),
    415: ("WrongType", "The body is not of a type that the address takes."),
    422: ("Unprocessable", "What is asked cannot be answered as it is; everything that is wrong is listed."),
    503: ("Busy", "The answer takes longer than the server gives it, or the server is not ready."),
}
HEADERS_OF = {401: "WWW-Authenticate", 405: "Allow", 503: "Retry-After"}


def blueprint(served: Served, settings: Settings) -> Blueprint:
    """Return the route of a country."""
    routes = Blueprint("spec", __name__)
    made = cache(lambda: specification(served, settings))

    @routes.get("/spec")
    def spec() -> Response:
        return jsonify({**made(), "servers": [{"url": request.url_root.rstrip("/") + served.prefix}]})

    return routes


def specification(served: Served, settings: Settings) -> dict[str, Any]:
    """Describe the routes of a country; where it is the only one, those of the server too.

    Args:
        served: the country.
        settings: which say whether keys are asked for.

    Returns:
        OpenAPI 3.1 without ``servers``. It holds all that openfisca-core's own specification of a country holds.

    """
    system = served.system
    core = core_specification()
    operations = (*OF_A_COUNTRY, *(() if served.prefix else OF_THE_SERVER))
    schemas = {**lifted(core["components"]["schemas"]), **_own_schemas(), **of_country(system)}
    _exemplify(schemas, served)
    title = f"{system.country.title} Web API"
    about = f"The law of {system.country.title} as code: its numbers, its rules, and what they mean for a household."
    info = {**core["info"], "title": title, "description": about, "version": served.package["version"]}
    found = _document(info, core["tags"], schemas, core["components"]["headers"], settings)
    bodies, names = examples.bodies(system), examples.names(system)
    found["paths"] = paths_of(operations, languages_of(system), settings, bodies, names)
    return found


def _own_schemas() -> Schemas:
    return {**results(), **questions(), **of_the_server()}


def _exemplify(schemas: Schemas, served: Served) -> None:
    system = served.system
    names = examples.names(system)
    schemas["SituationInput"]["examples"] = [examples.situation_of(system)]
    schemas["SituationOutput"]["examples"] = [examples.answered(system)]
    schemas["Variable"]["examples"] = [served.variables[names["variableID"]]]
    schemas["Parameter"]["examples"] = [served.parameters[names["parameterID"].replace(".", "/")]]


def _document(
    info: dict[str, Any], tags: list[Any], schemas: Schemas, headers: dict[str, Any], settings: Settings
) -> dict[str, Any]:
    own = {name: {"description": words, "schema": TEXT} for name, words in STAMP.items()}
    components: dict[str, Any] = {
        "schemas": schemas,
        "headers": {
            **headers,
            **own,
            "X-Request-Id": {"description": "By which the operator finds this request in the log", "schema": TEXT},
            "Content-Language": {"description": "Of the labels", "schema": TEXT},
            "OpenFisca-Unanswered": {"description": UNANSWERED, "schema": {"type": "integer"}},
        },
        "responses": {name: _refusal(status) for status, (name, _) in REFUSALS.items()},
    }
    tags = [*tags, {"name": "Answers"}, {"name": "Law"}, {"name": "Server"}]
    found: dict[str, Any] = {"openapi": OPENAPI, "info": info, "tags": tags, "components": components}
    if settings.api_keys:
        components["securitySchemes"] = {
            "bearer": {"type": "http", "scheme": "bearer"},
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
        }
        found["security"] = [{"bearer": []}, {"key": []}]
    return found


def _refusal(status: int) -> dict[str, Any]:
    _, words = REFUSALS[status]
    found: dict[str, Any] = {"description": words, "content": {PROBLEM: {"schema": ref("Problem")}}}
    if status in HEADERS_OF:
        found["headers"] = {HEADERS_OF[status]: {"schema": TEXT, "required": True}}
    return found


def paths_of(
    operations: Iterable[Operation],
    languages: Sequence[str],
    settings: Settings,
    bodies: dict[str, Any],
    names: dict[str, str],
    stamped: bool = True,
) -> dict[str, Any]:
    """Describe operations by path and method.

    Args:
        operations: which.
        languages: of the labels.
        settings: which say whether keys are asked for.
        bodies: an example by operation.
        names: an example by parameter.
        stamped: whether the answers carry the stamp of a country.

    """
    found: dict[str, dict[str, Any]] = {}
    for each in operations:
        found.setdefault(each.path, {})[each.method] = _operation(each, languages, settings, bodies, names, stamped)
    return found


def _operation(
    each: Operation,
    languages: Sequence[str],
    settings: Settings,
    bodies: dict[str, Any],
    names: dict[str, str],
    stamped: bool,
) -> dict[str, Any]:
    parameters = [_parameter(each_one, names) for each_one in each.parameters]
    headers = ["X-Request-Id", *(["Country-Package", "Country-Package-Version", *STAMP] if stamped else [])]
    if each.translated:
        words = f"Preferred languages of the labels; there are {', '.join(languages)}."
        parameters.append({"name": "Accept-Language", "in": "header", "description": words, "schema": TEXT})
        headers.append("Content-Language")
    if each.id == "calculate":
        headers.append("OpenFisca-Unanswered")
    answer = {
        "description": each.described,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in headers},
        "content": each.content,
    }
    is_open = each.path in ("/health", "/ready")
    refusals = {*each.refusals, 405, *((401,) if settings.api_keys and not is_open else ())}
    responses = {str(each.status): answer}
    for status in sorted(refusals):
        responses[str(status)] = {"$ref": f"#/components/responses/{REFUSALS[status][0]}"}
    found: dict[str, Any] = {
        "tags": [each.tag],
        "summary": each.summary,
        "operationId": each.id,
        "parameters": parameters,
        "responses": responses,
    }
    if each.body is not None:
        content = copy.deepcopy(each.body)
        if each.id in bodies:
            next(iter(content.values()))["example"] = bodies[each.id]
        found["requestBody"] = {"required": True, "content": content}
    if settings.api_keys and is_open:
        found["security"] = []
    return found


def _parameter(parameter: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    example = names.get(parameter["name"]) if parameter["required"] else None
    return {**parameter, "example": example} if example else dict(parameter)
