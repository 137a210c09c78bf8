"""What openfisca-core's own API tells of a country, told as it tells it: variables, parameters, entities."""

from typing import Any

from flask import Blueprint, Response, jsonify, request

from openfisca_country.household.inputs import shown
from openfisca_country.law.errors import did_you_mean, nearest_name
from openfisca_country.web.problems import NOTHING, refuse
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings


def blueprint(served: Served, settings: Settings) -> Blueprint:  # noqa: ARG001  # as every blueprint
    """Return the routes of a country."""
    routes = Blueprint("core_routes", __name__)

    @routes.get("/")
    def root() -> tuple[Response, int]:
        welcome = (
            f"The law of {served.system.country.title} as code. The answers are those of an OpenFisca web API "
            f"(https://openfisca.org/doc/), and more; the specification lists them all: {request.host_url}spec."
        )
        return jsonify({"welcome": welcome}), 300

    @routes.get("/variables")
    def variables() -> Response:
        address = f"{request.host_url.rstrip('/')}{served.prefix}/variable"
        return jsonify(
            {
                name: {"description": each["description"], "href": f"{address}/{name}"}
                for name, each in served.variables.items()
            }
        )

    @routes.get("/variable/<name>")
    def variable(name: str) -> Response:
        return jsonify(_found(served.variables, name, "variable", f"{served.prefix}/variables"))

    @routes.get("/parameters")
    def parameters() -> Response:
        address = f"{request.host_url.rstrip('/')}{served.prefix}/parameter"
        return jsonify(
            {
                each["id"]: {"description": each["description"], "href": f"{address}/{name}"}
                for name, each in served.parameters.items()
                if "subparams" not in each  # as OpenFisca's own: the values, not the groups they stand in
            }
        )

    @routes.get("/parameter/<path:path>")
    def parameter(path: str) -> Response:
        name = path.rstrip("/")
        name = name if name in served.parameters else name.replace(".", "/")
        return jsonify(_found(served.parameters, name, "parameter", f"{served.prefix}/parameters"))

    @routes.get("/entities")
    def entities() -> Response:
        return jsonify(served.entities)

    return routes


def _found(known: dict[str, Any], name: str, kind: str, listed: str) -> Any:
    if name not in known:
        near = nearest_name(name, known)
        sentence = f"{shown(name)} is not a {kind}.{did_you_mean(near)} {listed} lists them."
        refuse(404, NOTHING, "path", sentence, expected=f"the name of a {kind}", got=shown(name), nearest=near or None)
    return known[name]
