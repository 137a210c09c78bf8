"""`GET /countries`: which countries a server answers for; and, where they are several, the `/spec` of all of them."""

from functools import cache

from flask import Blueprint, Response, jsonify, request

from openfisca_country.law.catalogue import summary_of
from openfisca_country.report.as_json import with_schema
from openfisca_country.web.query import read_query
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.spec_several import of_several


def blueprint(served: list[Served], settings: Settings) -> Blueprint:
    """Return the routes."""
    routes = Blueprint("countries", __name__)

    @routes.get("/countries")
    def list_countries() -> Response:
        read_query(request, ())
        content = with_schema([summary_of(each.system) for each in served])
        return jsonify(content)

    if served[0].prefix:
        made = cache(lambda: of_several(served, settings))

        @routes.get("/spec")
        def spec() -> Response:
            return jsonify({**made(), "servers": [{"url": request.url_root.rstrip("/")}]})

    return routes
