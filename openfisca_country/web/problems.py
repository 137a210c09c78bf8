"""Refusals: each is JSON (RFC 9457) that says where, what was expected, what was got, and the nearest right name."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from openfisca_country.law import LawError
from openfisca_country.web.settings import Settings

JSON_PROBLEM = "application/problem+json"
NOTHING = "There is nothing at this address"
log = logging.getLogger("openfisca_country.web")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        place: where in the body, the query or the headers; empty where it is the whole.
        problem: a sentence.
        expected: what should stand there, where that can be said.
        got: what stands there, cut short.
        nearest: the right name that is nearest to a wrong one.

    """

    place: str
    problem: str
    expected: str | None = None
    got: str | None = None
    nearest: str | None = None


class Problem(Exception):
    """A request that is refused.

    Attributes:
        status: of HTTP.
        title: what is wrong, the same words for every refusal of this kind.
        errors: each thing that is wrong.
        headers: to send with it.

    """

    def __init__(
        self, status: int, title: str, errors: Iterable[Fault] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.title = title
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        super().__init__(title)


def refuse(status: int, title: str, place: str, problem: str, **more: str | None) -> NoReturn:
    """Refuse a request for one thing that is wrong; ``more`` are further fields of `Fault`."""
    raise Problem(status, title, [Fault(place, problem, **more)])


def faults(error: LawError) -> tuple[Fault, ...]:
    """Return what an error of the package says is wrong: one fault, or one for each of several errors."""
    several = getattr(error, "errors", None)
    return tuple(_fault(each) for each in several) if several else (_fault(error),)


def _fault(error: LawError) -> Fault:
    return Fault(
        place=str(getattr(error, "place", "")),
        problem=str(getattr(error, "problem", "") or error),
        **{name: getattr(error, name, None) or None for name in ("expected", "got", "nearest")},
    )


def problem_of(error: LawError) -> Problem:
    """Return the refusal that an error of the package amounts to."""
    return Problem(422, "The request cannot be answered as it is", faults(error))


def content_of(problem: Problem, most: int) -> dict[str, Any]:
    """Return the body of a refusal.

    Args:
        problem: what is wrong.
        most: how many errors to list; all are counted.

    """
    first = problem.errors[0] if problem.errors else None
    sentence = (f"{first.place}: {first.problem}" if first.place else first.problem) if first else problem.title
    return {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": sentence,
        **errors_of(problem.errors, most),
    }


def errors_of(errors: Sequence[Fault], most: int) -> dict[str, Any]:
    """Return errors as a body lists them: as many as ``most``, and the count of all."""
    listed = [{key: value for key, value in asdict(each).items() if value is not None} for each in errors[:most]]
    return {"errors": listed, "errors_total": len(errors)}


def answer(problem: Problem, most: int) -> Response:
    """Return a refusal as an answer of the running app, with so many errors listed."""
    content = content_of(problem, most)
    if "request_id" in g:
        content["request_id"] = g.request_id
    return Response(current_app.json.dumps(content), problem.status, problem.headers, JSON_PROBLEM)


_WORDS = {
    404: (NOTHING, "there is no such address here; /spec lists those there are."),
    405: ("This address does not take this method", "this address does not take this method."),
    413: ("The body is too large", "the body is larger than this server takes."),
}


def _of_http(error: HTTPException) -> Problem | HTTPException:
    status = error.code or 500
    if status < 400:  # a redirect is an answer
        return error
    title, sentence = _WORDS.get(status, (error.name, error.description or error.name))
    headers = {name: value for name, value in error.get_headers() if name.lower() in ("allow", "retry-after")}
    if status == 405 and "Allow" in headers:
        sentence = f"this address takes {headers['Allow']}, not {request.method}."
    if status == 413:
        sentence = f"the body is larger than the {request.max_content_length} bytes that this server takes."
    return Problem(status, title, [Fault("body" if status in (400, 413) else "request", sentence)], headers)


def install(app: Flask, settings: Settings) -> None:
    """Let an app refuse in this form whatever it refuses."""
    most = settings.max_errors

    @app.errorhandler(Problem)
    def _problem(error: Problem) -> Response:
        return answer(error, most)

    @app.errorhandler(LawError)
    def _law_error(error: LawError) -> Response:
        return answer(problem_of(error), most)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response | HTTPException:
        found = _of_http(error)
        return answer(found, most) if isinstance(found, Problem) else found

    @app.errorhandler(Exception)
    def _unforeseen(error: Exception) -> Response:
        log.error("%s", where(error))
        sentence = "something went wrong on this server, not with the request; its operator can find it by the id."
        return answer(Problem(500, "The server failed", [Fault("", sentence)]), most)


def where(error: BaseException) -> str:
    """Name an error by its type and the line it rose from: what it says may hold what a person sent."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return type(error).__name__
    return f"{type(error).__name__} at {Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}"
