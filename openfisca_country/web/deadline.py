"""The time an answer may take: what runs longer is ended where it stands, and the client told to come again."""

import ctypes
import math
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app

from openfisca_country.web.problems import Fault, Problem
from openfisca_country.web.settings import Settings

View = Callable[..., Any]
# Neither a probe nor the counters calculate for a client.
UNBOUNDED = ("health", "metrics")
# Seconds until work that goes on is interrupted again: Python drops an exception that falls into a callback.
AGAIN = 1.0


class TimeIsOver(BaseException):
    """Raised in the thread that took too long; no `except Exception` on its way swallows it."""


class CutShort(Exception):
    """A stream was ended in the middle: the connection is broken off, so that no client takes it for whole."""


@dataclass(eq=False, slots=True)
class _Work:
    """What a thread is doing, and when its time is over, by the clock that never jumps."""

    thread: int
    ends: float


class _Watch:
    """The one thread of a process that ends what takes too long.

    It sleeps until the first of the times it knows of is over, so that work which ends in time wakes nobody.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start anew, as a process that has just parted from another must: threads do not go with it."""
        self.lock = threading.Lock()
        self.works: set[_Work] = set()
        self.earlier = threading.Event()
        self.wakes = math.inf
        self.thread: threading.Thread | None = None

    def add(self, work: _Work) -> None:
        with self.lock:
            self.works.add(work)
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self._watch, daemon=True)
                self.thread.start()
        if work.ends < self.wakes:
            self.earlier.set()

    def _watch(self) -> None:
        while True:
            with self.lock:
                now = time.monotonic()
                for work in self.works:
                    if work.ends <= now:
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(
                            ctypes.c_ulong(work.thread), ctypes.py_object(TimeIsOver)
                        )
                        work.ends = now + AGAIN
                self.wakes = min((work.ends for work in self.works), default=math.inf)
            self.earlier.wait(None if self.wakes == math.inf else self.wakes - now)
            self.earlier.clear()


_WATCH = _Watch()
os.register_at_fork(after_in_child=_WATCH.forget)


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
    work = _Work(threading.get_ident(), time.monotonic() + seconds)
    _WATCH.add(work)
    try:
        yield
    finally:
        with _WATCH.lock:  # no call of Python's own before it is off the list: the interruption could fall into it
            _WATCH.works.discard(work)


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
