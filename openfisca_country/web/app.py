"""The app: countries, their routes, and what holds for all of them."""

import datetime
from collections.abc import Sequence
from typing import Any

from flask import Flask, Response, g, request
from flask.json.provider import DefaultJSONProvider

from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.web import (
    answers,
    batch,
    calculate,
    core_routes,
    countries,
    deadline,
    health,
    law_routes,
    logs,
    metrics,
    problems,
    root,
    security,
    spec,
)
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings
from openfisca_country.web.stamp import put_stamp

OF_A_COUNTRY = {
    "core_routes": core_routes.blueprint,
    "calculate": calculate.blueprint,
    "batch": batch.blueprint,
    "answers": answers.blueprint,
    "law_routes": law_routes.blueprint,
    "spec": spec.blueprint,
}
OF_THE_SERVER = (root.blueprint, countries.blueprint, health.blueprint, metrics.blueprint)


class Json(DefaultJSONProvider):
    """JSON as it is written here: keys in their order, days as text, every script as it is, no NaN."""

    ensure_ascii = False
    sort_keys = False
    compact = True

    @staticmethod
    def default(value: Any) -> Any:
        """Write what JSON has no form for."""
        if isinstance(value, datetime.date):
            return value.isoformat()
        return DefaultJSONProvider.default(value)

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        """Write JSON text; no answer holds itself, so none is searched for that."""
        return super().dumps(obj, **{"allow_nan": False, "check_circular": False, **kwargs})


def create_app(countries: Sequence[str] | None = None, settings: Settings | None = None) -> Flask:
    """Make the web API.

    Args:
        countries: by name; all of them by default. The routes of a single one stand at the root, those of several each
            under its name.
        settings: limits and guards; the safe defaults if none are given.

    Raises:
        LawError: there is no such country.

    """
    settings = settings or Settings()
    names = list(dict.fromkeys(countries or country_names()))
    served = [Served(load_country(name), f"/{name}" if len(names) > 1 else "") for name in names]
    app = Flask("openfisca_country", static_folder=None)
    app.json = Json(app)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for hook in (logs, security, problems):
        hook.install(app, settings)
    _stamp_answers(app, served)
    for each in served:
        for name, routes in OF_A_COUNTRY.items():
            app.register_blueprint(routes(each, settings), url_prefix=each.prefix or None, name=f"{each.name}-{name}")
    for routes_of in OF_THE_SERVER:
        app.register_blueprint(routes_of(served, settings))
    deadline.install(app, settings)
    return app


def _stamp_answers(app: Flask, served: list[Served]) -> None:
    by_prefix = {each.prefix.removeprefix("/"): each for each in served}

    @app.before_request
    def _note_country() -> None:
        g.served = by_prefix.get("") or by_prefix.get(request.path[1:].partition("/")[0])
        if g.served is not None:
            g.country = g.served.name

    @app.after_request
    def _stamp(response: Response) -> Response:
        return response if g.get("served") is None else put_stamp(response, g.served)
