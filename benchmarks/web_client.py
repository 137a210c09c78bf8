"""Servers to measure, and the client that asks them: plain sockets of this machine, one connection a thread."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOST = (ConnectionError, http.client.RemoteDisconnected, http.client.IncompleteRead, http.client.BadStatusLine)
BIN = Path(sys.executable).parent
OURS, CORE = "openfisca-country serve", "openfisca serve"


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        name: the command that started it.
        port: of this machine.
        pid: of its main process.
        started: seconds from the command to the first answer.

    """

    name: str
    port: int
    pid: int
    started: float

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        return [int(each) for each in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


@contextlib.contextmanager
def serving(name: str, country: str, workers: int, **settings: str) -> Iterator[Server]:
    """Run ours or openfisca-core's server of a country."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = {
        OURS: ["openfisca-country", "serve", country, "--port", str(port), "--workers", str(workers)],
        CORE: [
            "openfisca",
            "serve",
            "-c",
            f"openfisca_country.{country}",
            "-b",
            f"127.0.0.1:{port}",
            "-w",
            str(workers),
        ],
    }[name]
    environment = {f"OPENFISCA_COUNTRY_{key.upper()}": value for key, value in settings.items()}
    began = time.perf_counter()
    process = subprocess.Popen(
        [BIN / arguments[0], *arguments[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment, "PYTHONWARNINGS": "ignore"},
    )
    try:
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if Client(port).ask("GET", "/entities")[0] == 200:
                    break
            if process.poll() is not None or time.perf_counter() - began > 120:
                raise SystemExit(f"{name} does not start")
            time.sleep(0.02)
        yield Server(name, port, process.pid, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(60)
        if process.poll() is None:
            process.kill()
            process.wait()


class Client:
    """One connection, opened anew where the server closes it."""

    def __init__(self, port: int, timeout: float = 120) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        self.retries = 0

    def ask(self, method: str, path: str, body: Any = None, kind: str = "application/json") -> tuple[int, bytes]:
        """Ask once; return status and body."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            self.connection.request(method, path, data, {"Content-Type": kind} if data else {})
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except BaseException:
            self.connection.close()
            raise

    def ask_again(self, path: str, body: Any, kind: str = "application/json") -> tuple[int, bytes]:
        """Ask, and once more where the connection is lost: a question may be asked twice."""
        try:
            return self.ask("POST", path, body, kind)
        except LOST:
            self.retries += 1
            return self.ask("POST", path, body, kind)
