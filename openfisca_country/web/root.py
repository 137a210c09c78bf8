"""The root of a server of several countries: which there are."""

from typing import Any

from flask import Blueprint, jsonify, request

from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings


def blueprint(countries: list[Served], settings: Settings) -> Blueprint:  # noqa: ARG001  # as every blueprint
    """Return the routes; none for a server of one country, whose own stand at the root."""
    routes = Blueprint("root", __name__)
    if not countries[0].prefix:
        return routes

    @routes.get("/")
    def root() -> tuple[Any, int]:
        """Say what this is, and offer the countries."""
        host = request.host_url.rstrip("/")
        return (
            jsonify(
                {
                    "welcome": f"Law as code, one country an address; the routes of each: {host}/spec",
                    "countries": {each.name: f"{host}{each.prefix}/" for each in countries},
                }
            ),
            300,
        )

    return routes
