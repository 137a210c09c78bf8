"""Whether the server lives, and whether it can answer: for whoever starts, watches and replaces it."""

from collections.abc import Sequence

from flask import Blueprint, Response, jsonify

from openfisca_country.household.batch import fill
from openfisca_country.law import CountrySystem
from openfisca_country.web.problems import Fault, Problem, where
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings


def blueprint(app_countries: Sequence[Served], settings: Settings) -> Blueprint:  # noqa: ARG001  # as every blueprint
    """Return the routes of a server's health."""
    routes = Blueprint("health", __name__)

    @routes.get("/health")
    def health() -> Response:
        return _told({"status": "alive"})

    @routes.get("/ready")
    def ready() -> Response:
        found = {served.name: trouble(served.system) for served in app_countries}
        faults = [Fault(name, sentence) for name, sentence in found.items() if sentence]
        if faults:
            raise Problem(503, "The server is not ready", faults, {"Retry-After": "5"})
        return _told({"status": "ready", "countries": list(found)})

    return routes


def trouble(system: CountrySystem) -> str:
    """Calculate a country's own example, and say what stands in the way, if anything does."""
    try:
        answered = fill(system, system.open_api_config["simulation_example"])
    except Exception as error:  # whatever it is, the answer is that we cannot serve
        return f"its law does not answer its own example ({where(error)})."
    return "its law leaves its own example open." if answered.unanswered else ""


def _told(content: dict[str, object]) -> Response:
    response = jsonify(content)
    response.headers["Cache-Control"] = "no-store"
    return response
