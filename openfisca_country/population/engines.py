"""Engines: how the blocks of a run are shared out, in this process or among several on this machine.

Blocks are independent, so any engine gives the same results.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from openfisca_country.law import LawError
from openfisca_country.population.output import BlockSummary

Work = Callable[[int], BlockSummary]
Blocks = Generator[BlockSummary, None, None]
Engine = Callable[[Work, Iterable[int]], Blocks]
"""Does blocks, by number, in any order, and tells of each as it is done."""

AHEAD = 2
"""Blocks that are handed to each worker ahead of time."""


def in_this_process(work: Work, numbers: Iterable[int]) -> Blocks:
    """Do blocks one after the other."""
    yield from map(work, numbers)


def in_processes(workers: int) -> Engine:
    """Return an engine of so many processes.

    A block whose process dies is done once more, alone: only one that dies again is to blame.
    """

    def engine(work: Work, numbers: Iterable[int]) -> Blocks:
        pending = iter(numbers)
        while True:
            lost: list[int] = []
            yield from _shared_out(work, pending, workers, lost)
            if not lost:
                return
            for number in lost:
                died: list[int] = []
                yield from _shared_out(work, iter([number]), 1, died)
                if died:
                    raise LawError(
                        f"The process that does block {number} died twice, perhaps for want of memory: ask for fewer "
                        "households a block or fewer workers; the same command goes on with the blocks that are left."
                    )

    return engine


def _shared_out(work: Work, numbers: Iterator[int], workers: int, lost: list[int]) -> Blocks:
    """Do blocks in several processes until one dies; list the blocks that were under way then."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_join)
    running: dict[Future[BlockSummary], int] = {}
    try:
        while True:
            while len(running) < workers * AHEAD and not lost and (number := next(numbers, None)) is not None:
                try:
                    running[pool.submit(work, number)] = number
                except BrokenProcessPool:
                    lost.append(number)
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                number = running.pop(done)
                try:
                    summary = done.result()
                except BrokenProcessPool:
                    lost.append(number)
                    continue
                yield summary
    finally:
        _end(pool)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:  # a block that is under way is done again, so nothing is lost by stopping it
        process.terminate()
    for process in processes:
        process.join()


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes are made: by a fork where that is safe, for it needs nothing of the script that runs."""
    forks = os.name == "posix" and os.uname().sysname == "Linux"
    return multiprocessing.get_context("fork" if forks else "spawn")


def _join() -> None:
    """Leave an interrupt to the process that shares the work out, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
