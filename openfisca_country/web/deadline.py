"""The time an answer may take: what runs longer is ended where it stands, and the client told to come again."""

import ctypes
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app

from openfisca_country.web.problems import Fault, Problem
from openfisca_country.web.settings import Settings

View = Callable[..., Any]
# Neither a probe nor the counters calculate for a client.
UNBOUNDED = ("health", "metrics")


class TimeIsOver(BaseException):
    """Raised in the thread that took too long; no `except Exception` on its way swallows it."""


class CutShort(Exception):
    """A stream was ended in the middle: the connection is broken off, so that no client takes it for whole."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End what runs inside when the time is over.

    The work is interrupted between two steps of Python. One step that never ends (a single call into numpy) is ended by
    the server, which replaces a worker that shows no sign of life.

    Args:
        seconds: how long it may take.

    Raises:
        TimeIsOver: inside, wherever the work stands.

    """
    thread, lock, done = threading.get_ident(), threading.Lock(), threading.Event()

    def end() -> None:
        wait = seconds
        while not done.wait(wait):  # again each second: Python drops an exception that falls into a callback
            with lock:
                if not done.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TimeIsOver))
            wait = 1.0

    threading.Thread(target=end, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            done.set()


def install(app: Flask, settings: Settings) -> None:
    """Bound every view of an app; call it when all of them are there."""
    for endpoint, view in app.view_functions.items():
        if endpoint.partition(".")[0] not in UNBOUNDED and endpoint != "static":
            app.view_functions[endpoint] = _bounded(view, settings.seconds)


def _bounded(view: View, seconds: float) -> View:
    @wraps(view)
    def answer(*args: Any, **options: Any) -> Response:
        try:
            with within(seconds):
                response: Response = current_app.make_response(current_app.ensure_sync(view)(*args, **options))
        except TimeIsOver:
            raise too_long(seconds) from None
        if response.is_streamed:
            response.response = _steps(response.response, seconds)
        return response

    return answer


def _steps(parts: Iterable[Any], seconds: float) -> Iterator[Any]:
    """Bound each part of a stream by itself: a batch may take hours, but no block of it."""
    iterator = iter(parts)
    try:
        while True:
            try:
                with within(seconds):
                    part = next(iterator, None)
            except TimeIsOver:
                raise CutShort from None
            if part is None:
                return
            yield part
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()


def too_long(seconds: float) -> Problem:
    """Return the refusal of a request that takes longer than the server gives it."""
    sentence = f"took longer than the {seconds:g} seconds this server gives a request: ask of fewer people or months."
    fault = Fault("request", sentence, expected=f"at most {seconds:g} seconds")
    return Problem(503, "The answer takes too long", [fault], {"Retry-After": str(max(1, round(seconds)))})
