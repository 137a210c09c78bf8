"""The engine of a Dask cluster: the same blocks, shared out among the workers of many machines."""

import socket
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any
from uuid import uuid4

from openfisca_country.law import InputError, LawError
from openfisca_country.population.engines import Blocks, Engine, Work
from openfisca_country.population.output import BlockSummary

AHEAD = 2
"""Blocks that are handed to each thread of the cluster ahead of time."""

PORT = 8786
"""Where a scheduler listens if its address does not say."""

PATIENCE = 10
"""Seconds that a scheduler may take to answer."""


def on_cluster(scheduler: str) -> Engine:
    """Return an engine of the workers behind a scheduler.

    The folder of the results must be on storage that every worker sees under the same name. The blocks of a worker
    that dies are done by another.

    Args:
        scheduler: its address (``tcp://10.0.0.1:8786``).

    Raises:
        LawError: Dask is not installed.

    """
    try:
        distributed: Any = import_module("distributed")
    except ModuleNotFoundError:
        raise LawError("--engine dask needs Dask: pip install 'openfisca-country[population]'.") from None

    def engine(work: Work, numbers: Iterable[int]) -> Blocks:
        client = _client(distributed, scheduler)
        try:
            yield from _shared_out(distributed, client, work, iter(numbers))
        except (distributed.CancelledError, distributed.comm.CommClosedError):
            raise LawError(
                f"{scheduler}: the scheduler is gone; the same command goes on with the blocks that are left."
            ) from None
        except distributed.KilledWorker as error:
            raise LawError(
                f"Every worker that did {error.task} died, perhaps for want of memory: ask for fewer households a "
                "block; the same command goes on with the blocks that are left."
            ) from None
        finally:
            client.close(timeout=2)

    return engine


def _client(distributed: Any, scheduler: str) -> Any:
    try:
        _, place = distributed.comm.parse_address(scheduler)
        socket.create_connection(distributed.comm.parse_host_port(place, PORT), PATIENCE).close()
        client = distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise InputError(
            "--scheduler", f"no Dask scheduler answers at {scheduler}: an address is written as tcp://10.0.0.1:8786."
        ) from None
    if not _threads(client):
        client.close(timeout=2)
        raise InputError("--scheduler", f"the Dask scheduler at {scheduler} has no workers: start some first.")
    return client


def _threads(client: Any) -> int:
    return sum(client.nthreads().values())


def _shared_out(distributed: Any, client: Any, work: Work, numbers: Iterator[int]) -> Blocks:
    run, ready, under_way = uuid4().hex, distributed.as_completed(loop=client.loop), 0
    while True:
        while under_way < AHEAD * max(1, _threads(client)) and (number := next(numbers, None)) is not None:
            ready.add(client.submit(work, number, key=f"block-{number}-{run}", pure=False))
            under_way += 1
        if not under_way:
            return
        summary: BlockSummary = next(ready).result()
        under_way -= 1
        yield summary
