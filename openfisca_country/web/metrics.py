"""What the server counts, for Prometheus: requests, time, people, refusals; nothing of what was asked.

Under several workers each writes its counts to a file of its own, in the folder that ``PROMETHEUS_MULTIPROC_DIR``
names, and whichever is asked adds them up. `server` makes that folder and removes it.
"""

import os
import time
from collections.abc import Sequence

from flask import Blueprint, Response, g
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from openfisca_country.web.logs import route_of_request
from openfisca_country.web.problems import JSON_PROBLEM
from openfisca_country.web.served import Served
from openfisca_country.web.settings import Settings

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
PREFIX = "openfisca_country"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

_REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    f"{PREFIX}_requests", "Requests answered, by route and status.", ["route", "status"], registry=_REGISTRY
)
LATENCY = Histogram(
    f"{PREFIX}_request_seconds",
    "Seconds from a request to the start of its answer, by route.",
    ["route"],
    buckets=SECONDS,
    registry=_REGISTRY,
)
IN_FLIGHT = Gauge(
    f"{PREFIX}_requests_in_flight", "Requests being worked on.", multiprocess_mode="livesum", registry=_REGISTRY
)
REFUSALS = Counter(f"{PREFIX}_refusals", "Requests refused, by what was wrong.", ["kind"], registry=_REGISTRY)
HOUSEHOLDS = Counter(f"{PREFIX}_households", "Households evaluated, by country.", ["country"], registry=_REGISTRY)
PERSONS = Counter(f"{PREFIX}_persons", "Persons evaluated, by country.", ["country"], registry=_REGISTRY)


def count_people(country: str, households: int, persons: int) -> None:
    """Count people whose law was evaluated."""
    HOUSEHOLDS.labels(country).inc(households)
    PERSONS.labels(country).inc(persons)


def blueprint(app_countries: Sequence[Served], settings: Settings) -> Blueprint:  # noqa: ARG001  # as every blueprint
    """Return the route of the counters, and count what the app answers."""
    routes = Blueprint("metrics", __name__)

    @routes.before_app_request
    def _begin() -> None:
        g.counted_from = time.perf_counter()
        IN_FLIGHT.inc()

    @routes.teardown_app_request
    def _over(error: BaseException | None) -> None:  # noqa: ARG001  # as Flask calls it
        if g.pop("counted_from", None) is not None:
            IN_FLIGHT.dec()

    @routes.after_app_request
    def _count(response: Response) -> Response:
        route = route_of_request()
        REQUESTS.labels(route, response.status_code).inc()
        if "counted_from" in g:
            LATENCY.labels(route).observe(time.perf_counter() - g.counted_from)
        if response.mimetype == JSON_PROBLEM:
            REFUSALS.labels(response.get_json()["title"]).inc()
        return response

    @routes.get("/metrics")
    def metrics() -> Response:
        return Response(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)

    return routes


def _registry() -> CollectorRegistry:
    if FOLDER not in os.environ:
        return _REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
