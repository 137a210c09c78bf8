"""The law itself: `GET /programmes`, `/reforms`, `/acts`, `/acts/<id>` and `/changes`."""

import datetime
import re
from functools import cache
from typing import Any

from flask import Blueprint, Response, request

from openfisca_country.household.inputs import LAST_YEAR
from openfisca_country.law import InputError, LawError, catalogue, history
from openfisca_country.law.errors import InputErrors, did_you_mean, nearest_name
from openfisca_country.report.as_json import with_schema
from openfisca_country.web.languages import answer_in, in_language, language_of
from openfisca_country.web.problems import Fault, Problem
from openfisca_country.web.query import read_query
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings

DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
A_DATE = "a day (2024-06-30) or a month (2024-06)"


def blueprint(served: Served, settings: Settings) -> Blueprint:  # noqa: ARG001  # as every blueprint
    """Return the routes of a country."""
    routes = Blueprint("law_routes", __name__)
    system = served.system
    programmes = cache(lambda: with_schema(catalogue.programmes(system)))
    reforms = cache(lambda: with_schema(catalogue.reforms(system)))

    def told(content: Any) -> Response:
        language = language_of(request, system)
        return answer_in(language, in_language(system, content, language))

    @routes.get("/programmes")
    def list_programmes() -> Response:
        read_query(request, ())
        return told(programmes())

    @routes.get("/reforms")
    def list_reforms() -> Response:
        read_query(request, ())
        return told(reforms())

    @routes.get("/acts")
    def list_acts() -> Response:
        read_query(request, ())
        return told(with_schema(list(system.book.instruments.values())))

    @routes.get("/acts/<path:name>")
    def tell_act(name: str) -> Response:
        read_query(request, ())
        known = system.book.instruments
        if name not in known:
            nearest = nearest_name(name, known)
            sentence = f'"{name[:60]}" is not an act of this register.{did_you_mean(nearest)}'
            fault = Fault(
                "path", f"{sentence} {served.prefix}/acts lists them.", "the id of an act", name[:60], nearest
            )
            raise Problem(404, "There is nothing at this address", [fault])
        return told(with_schema(history.act(system, name)))

    @routes.get("/changes")
    def list_changes() -> Response:
        read_query(request, ("from", "to"))
        start, end = _dates()
        try:
            return told(with_schema(history.changes(system, start, end)))
        except LawError as error:
            raise InputError("query from", str(error)) from None

    return routes


def _dates() -> tuple[str, str]:
    faults, found = [], []
    for name in ("from", "to"):
        given = request.args.getlist(name)
        place = f"query {name}"
        if len(given) != 1:
            sentence = f"is missing: expected {A_DATE}." if not given else f"stands {len(given)} times; once is enough."
            faults.append(InputError(place, sentence, A_DATE))
        elif not DAY.fullmatch(given[0]) or not _is_day(given[0]):
            got = given[0][:60]
            faults.append(InputError(place, f'expected {A_DATE}, got "{got}".', A_DATE, got))
        found += given[:1]
    if faults:
        raise InputErrors(faults)
    return found[0], found[1]


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text if len(text) > len("2024-06") else f"{text}-01")
    except ValueError:
        return False
    return text[:4] <= LAST_YEAR
