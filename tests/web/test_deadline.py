"""What takes longer than it may is ended where it stands; what ends in time is left alone, and so is what comes after."""

import multiprocessing
import threading
import time
from collections.abc import Callable

import pytest

from openfisca_country.web.deadline import TimeIsOver, within


def work(seconds: float) -> None:
    """Work in steps of Python, as long as said."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(100))


def ended_after(seconds: float, most: float, effort: Callable[[], None]) -> float:
    """Return after how many seconds an effort is ended that has so many."""
    began = time.monotonic()
    with pytest.raises(TimeIsOver), within(seconds):
        effort()
    taken = time.monotonic() - began
    assert seconds <= taken < most
    return taken


def test_what_takes_too_long_is_ended_when_its_time_is_over() -> None:
    ended_after(0.2, 5, lambda: work(30))


def test_what_ends_in_time_is_not_ended_and_nor_is_what_comes_after() -> None:
    for _ in range(20):
        with within(0.05):
            work(0.001)
    work(0.3)


def test_a_short_time_is_kept_beside_a_long_one() -> None:
    begun, over = threading.Event(), threading.Event()

    def patient() -> None:
        with within(60):
            begun.set()
            over.wait(30)

    thread = threading.Thread(target=patient)
    thread.start()
    begun.wait(30)
    ended_after(0.2, 5, lambda: work(30))
    over.set()
    thread.join(30)
    assert not thread.is_alive()


def test_each_thread_is_ended_for_itself() -> None:
    told: dict[float, bool] = {}

    def one(seconds: float) -> None:
        try:
            with within(seconds):
                work(1)
            told[seconds] = False
        except TimeIsOver:
            told[seconds] = True

    threads = [threading.Thread(target=one, args=(seconds,)) for seconds in (0.1, 60, 0.2, 50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert told == {0.1: True, 60: False, 0.2: True, 50: False}


def test_what_swallows_the_interruption_is_interrupted_again() -> None:
    def stubborn() -> None:
        try:
            work(30)
        except TimeIsOver:
            work(30)

    assert ended_after(0.2, 10, stubborn) > 1


def test_a_process_that_parts_from_another_keeps_its_own_time() -> None:
    with within(60):
        pass
    child = multiprocessing.get_context("fork").Process(target=ended_after, args=(0.2, 10, lambda: work(30)))
    child.start()
    child.join(60)
    assert child.exitcode == 0
