"""A real server for a test: started by the command, on a free port of this machine, and stopped at the end."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMMAND = [sys.executable, "-c", "from openfisca_country.cli import main; main()", "serve"]
START = 60  # seconds, on a busy machine


@dataclass
class Server:
    """A server that runs.

    Attributes:
        process: its main process.
        address: where it listens.
        told: the lines it wrote to standard error.
        logged: the lines it wrote to standard output.

    """

    process: subprocess.Popen[str]
    address: str = ""
    told: list[str] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)

    def ask(self, path: str, body: Any = None, headers: dict[str, str] | None = None) -> tuple[int, Any, Any]:
        """Return status, headers and body of an answer; JSON is read."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(
            self.address + path, data, {"Content-Type": "application/json", **(headers or {})}
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                status, found, text = answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            status, found, text = error.code, error.headers, error.read()
        return status, found, json.loads(text) if "json" in found["Content-Type"] else text.decode()

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in children.split()]

    def requests(self) -> list[dict[str, Any]]:
        """Return what was logged of requests."""
        lines = [json.loads(line) for line in list(self.logged)]
        return [line for line in lines if line["event"] == "requests"]


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[Server]:
    """Run a server; ``environment`` are settings, without their prefix and in small letters."""
    settings = {f"OPENFISCA_COUNTRY_{name.upper()}": value for name, value in environment.items()}
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **settings},
    )
    server = Server(process)
    readers = [
        threading.Thread(target=_keep, args=pair, daemon=True)
        for pair in ((process.stderr, server.told), (process.stdout, server.logged))
    ]
    for reader in readers:
        reader.start()
    try:
        server.address = _address(server)
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for reader in readers:
            reader.join(10)


def _keep(stream: Any, kept: list[str]) -> None:
    for line in stream:
        kept.append(line.rstrip("\n"))


def _address(server: Server) -> str:
    until(lambda: server.told or server.process.poll() is not None)
    assert server.process.poll() is None, server.told
    found = re.search(r"http://\S+?:\d+", "\n".join(server.told))
    assert found, server.told
    return found[0]


def until(holds: Any, seconds: float = START) -> None:
    """Wait until something holds; fail if it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.02)
