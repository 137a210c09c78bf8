"""What the server writes down: one line of JSON a request, and nothing of what was asked or answered.

Of an error it tells the type and the line it rose from. Its message may quote what a person sent, and is left out.
"""

import datetime
import json
import logging
import re
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, Response, g, has_request_context, request

from openfisca_country.web.problems import where
from openfisca_country.web.settings import Settings

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Nothing but a UUID: whatever else a client sends as an id would be written down as it is.
REQUEST_ID = re.compile(r"[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}")
log = logging.getLogger("openfisca_country.requests")


class AsJson(logging.Formatter):
    """A record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; of one about an exception, only where it rose."""
        told = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.name.rpartition(".")[2],
        }
        if has_request_context() and "request_id" in g:
            told["request_id"] = g.request_id
        fields = getattr(record, "fields", None)
        if fields is not None:
            told |= fields
        elif record.exc_info and record.exc_info[1] is not None:
            told["error"] = where(record.exc_info[1])
        else:
            told["message"] = record.getMessage()
        return json.dumps(told, ensure_ascii=False)


def to_stdout() -> None:
    """Send what this process logs to standard output, and let nothing else speak of an error."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(AsJson())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("openfisca_country").setLevel(logging.INFO)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)  # their text quotes lines of code, and values
    failures = logging.getLogger("openfisca_country.failures")

    def told(kind: Any, error: BaseException | None, trace: Any) -> None:
        failures.error("", exc_info=(kind, error, trace) if error is not None else None)

    sys.excepthook = told
    threading.excepthook = lambda args: told(args.exc_type, args.exc_value, args.exc_traceback)
    sys.unraisablehook = lambda args: told(args.exc_type, args.exc_value, args.exc_traceback)


def install(app: Flask, settings: Settings) -> None:  # noqa: ARG001  # the same door as every guard
    """Give each request of an app an id, and log it when it is answered."""

    @app.before_request
    def _begin() -> None:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if REQUEST_ID.fullmatch(given) else str(uuid.uuid4())
        g.began = time.perf_counter()

    @app.after_request
    def _end(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.request_id
        tell = _teller(response)
        if response.is_streamed:
            response.response = _counted(response.response, tell)
        else:
            tell(response.calculate_content_length() or 0)
        return response


def route_of_request() -> str:
    """Return the route that a request took, with the names of its parts and never their values."""
    return str(request.url_rule) if request.url_rule is not None else "(none)"


def _teller(response: Response) -> Callable[[int], None]:
    """Return what logs a request, which a stream calls when nothing is known of the request any more."""
    began = g.began
    told = {
        "request_id": g.request_id,
        "method": request.method if request.method in METHODS else "(other)",
        "route": route_of_request(),
        "status": response.status_code,
    }
    country, dash, _ = (request.blueprint or "").partition("-")  # the routes of a country bear its name
    if dash:
        told["country"] = country
    if "client" in g:
        told["client"] = g.client

    def tell(sent: int) -> None:
        told["milliseconds"] = round((time.perf_counter() - began) * 1000, 1)
        log.info("", extra={"fields": {**told, "bytes": sent}})

    return tell


def _counted(parts: Any, tell: Callable[[int], None]) -> Iterator[Any]:
    sent = 0
    try:
        for part in parts:
            sent += len(part)
            yield part
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()
        tell(sent)
