"""The server: gunicorn, with the law loaded once before the workers part, so that they share it.

A worker has a few threads. One request is not faster for it (Python runs one thread at a time), but a long batch or a
slow client does not keep the next request, or a probe of the server's health, from being answered.
"""

import gc
import logging
import os
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from openfisca_country.law import LawError
from openfisca_country.law.catalogue import country_names, load_country
from openfisca_country.web import logs
from openfisca_country.web.health import trouble
from openfisca_country.web.listening import Serving, listen, processors
from openfisca_country.web.settings import Settings

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
WORKER = "openfisca_country.web.worker.PatientWorker"


def serve(
    countries: Sequence[str] = (),
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Serve until the process is told to stop.

    Args:
        countries: by name; all of them by default.
        host: instead of that of the environment.
        port: instead of that of the environment.
        workers: instead of those of the environment.
        environment: where settings are read; read again when the process gets SIGHUP.

    Raises:
        LawError: a setting or a country is wrong, or the port is taken.

    """
    asked = {"host": host, "port": port, "workers": workers}
    instead: dict[str, Any] = {name: value for name, value in asked.items() if value is not None}
    serving = replace(Serving.from_environment(environment), **instead)
    settings = Settings.from_environment(environment)
    listener = listen(serving.host, serving.port)
    main_process, folder = os.getpid(), tempfile.mkdtemp(prefix="openfisca-country-counts-")
    os.environ[FOLDER] = folder  # before the counters are made: prometheus-client looks at it once, when imported
    try:
        _Server(countries, serving, settings, environment, listener).run()
    finally:
        if os.getpid() == main_process:  # a worker that leaves passes here too
            del os.environ[FOLDER]
            shutil.rmtree(folder, ignore_errors=True)


class _Server(BaseApplication):
    """The app under gunicorn."""

    def __init__(
        self,
        countries: Sequence[str],
        serving: Serving,
        settings: Settings,
        environment: Mapping[str, str],
        listener: socket.socket,
    ) -> None:
        self.countries, self.serving, self.settings = tuple(countries), serving, settings
        self.environment, self.address = environment, listener.getsockname()
        self.descriptor = listener.detach()  # gunicorn's from here on
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what it is to know."""
        chosen: dict[str, Any] = {
            "bind": f"fd://{self.descriptor}",
            "proc_name": "openfisca-country",
            "workers": self.serving.workers or processors(),
            "worker_class": WORKER,
            "threads": self.serving.threads,
            "preload_app": True,
            # A request that runs over its time is answered 503 by `deadline`; a worker without any sign of life for
            # longer than that is replaced.
            "timeout": int(self.settings.seconds) + 10,
            "graceful_timeout": int(self.settings.seconds) + 5,
            "keepalive": 15,
            "limit_request_line": 4094,
            "limit_request_fields": 50,
            "limit_request_field_size": 4096,
            "loglevel": "warning",
            "logger_class": _Logger,
            "pre_fork": _share_memory,
            "post_worker_init": self._warm_up,
            "child_exit": _forget_worker,
            "when_ready": self._tell,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Make the app; after SIGHUP, with the settings as they stand then."""
        from openfisca_country.web.app import create_app  # noqa: PLC0415  # the counters need their folder first

        return create_app(self.countries or None, self.settings)

    def reload(self) -> None:
        """Take new settings and keys; what cannot be read leaves those in force in force."""
        try:
            self.settings = Settings.from_environment(self.environment)
        except LawError as error:
            logging.getLogger("openfisca_country.web").error("not reloaded: %s", error)
            return
        self.callable = None
        super().reload()

    def run(self) -> None:
        """Load the law, then listen."""
        self.wsgi()
        logs.to_stdout()
        super().run()

    def _warm_up(self, worker: Any) -> None:  # noqa: ARG002  # as gunicorn calls it
        """Answer each country's example once, beside the first clients: much is read at the first answer only."""
        systems = [load_country(name) for name in self.countries or country_names()]
        threading.Thread(target=lambda: [trouble(system) for system in systems], daemon=True).start()

    def _tell(self, arbiter: Any) -> None:
        host, port = self.address[:2]
        place = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        offered = ", ".join(self.countries or country_names())
        keys = "with a key" if self.settings.api_keys else "without a key"
        print(
            f"Serving {offered} at {place}, {keys} ({arbiter.num_workers} workers). Stop with Ctrl+C.",
            file=sys.stderr,
            flush=True,
        )


class _Logger(Logger):
    """What gunicorn has to say, in the form of all other lines."""

    def setup(self, cfg: Any) -> None:  # noqa: ARG002  # as gunicorn calls it
        """Leave the writing to the root logger."""
        self.error_log.setLevel(logging.WARNING)
        self.error_log.propagate = True


def _share_memory(arbiter: Any, worker: Any) -> None:  # noqa: ARG001  # as gunicorn calls it
    """Keep the collector's hands off what the workers share: a page it writes to is a page copied."""
    gc.collect()
    gc.freeze()


def _forget_worker(arbiter: Any, worker: Any) -> None:  # noqa: ARG001  # as gunicorn calls it
    """Count no request of a worker that is gone as being worked on."""
    from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415  # the counters need their folder first

    with suppress(OSError):
        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
