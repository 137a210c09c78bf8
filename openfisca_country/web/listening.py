"""Where the server listens, and with how many workers."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from openfisca_country.law import LawError
from openfisca_country.web.settings import Settings, read


@dataclass(frozen=True)
class Serving:
    """Where and how the server listens.

    Attributes:
        host: name or address; others than this machine can ask only where it is not a loopback address.
        port: of TCP; 0 takes one that is free.
        workers: processes; by default one for each processor this process may use.
        threads: requests a worker takes at a time.

    """

    host: str = "127.0.0.1"
    port: int = 5000
    workers: int = 0
    threads: int = 4

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read host, port, workers and threads of an environment.

        Raises:
            LawError: a value cannot be read.

        """
        return cls(**read(cls, environment, also=("api_keys_file", *(each.name for each in fields(Settings)))))


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def listen(host: str, port: int) -> socket.socket:
    """Take the port before the law is loaded: one that is taken is refused at once."""
    if port > 65_535:  # the system would take the remainder
        raise LawError(f"port: expected a number up to 65535, got {port}.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise LawError(f"Cannot listen on {host}, port {port}: {error.strerror}.") from None
    return listener
