"""A worker of the server: gunicorn's, which waits for no client for ever, leaves politely and quotes nobody."""

import json
import time
from contextlib import suppress
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, ParseException
from gunicorn.workers.gthread import ThreadWorker

from openfisca_country.web.problems import JSON_PROBLEM

PARTING = 2.0  # seconds in which a worker that leaves answers who is connected already


class PatientWorker(ThreadWorker):
    """Gunicorn's worker with threads, bounded where gunicorn leaves it to a proxy."""

    leaves_at: float | None = None

    def handle_exit(self, sig: Any, frame: Any) -> None:  # noqa: ARG002  # as gunicorn calls it
        """Take no new connections from now on, and leave when those there are have been answered."""
        if self.leaves_at is None:
            self.leaves_at = time.monotonic() + PARTING
            self.max_keepalived = 0  # each further answer closes its connection
            for listener in self.sockets:
                with suppress(KeyError):  # told to leave before it listened
                    self.poller.unregister(listener)

    def notify(self) -> None:
        """Show a sign of life, once a turn of the loop; the moment to see whether it is time to leave."""
        super().notify()
        if self.leaves_at is not None and (self.nr_conns == 0 or time.monotonic() > self.leaves_at):
            self.alive = False

    def handle(self, conn: Any) -> Any:
        """Read and answer a request; a client that sends or takes nothing for long is let go."""
        conn.sock.settimeout(self.cfg.timeout)
        return super().handle(conn)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer a request, unless a proxy before us might disagree about where its body ends."""
        framing = [value.strip().lower() for name, value in req.headers if name == "TRANSFER-ENCODING"]
        length = any(name == "CONTENT-LENGTH" for name, _ in req.headers)
        if framing and (length or framing != ["chunked"]):
            raise _Unclear
        return super().handle_request(req, conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Any) -> None:  # noqa: ARG002  # as gunicorn calls it
        """Answer what is no request that can be read, without repeating it."""
        status, title, detail = 400, "Bad Request", "request: is not HTTP/1.1 as this server reads it."
        if isinstance(exc, LimitRequestHeaders):
            status, title = 431, "Request Header Fields Too Large"
            detail = "request: has more headers, or longer ones, than this server takes."
        elif not isinstance(exc, ParseException | _Unclear):
            status, title, detail = 500, "Internal Server Error", "something went wrong on this server."
            self.log.error("request failed", exc_info=exc)
        body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail})
        head = f"HTTP/1.1 {status} {title}\r\nConnection: close\r\nContent-Type: {JSON_PROBLEM}\r\n"
        try:
            client.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n{body}".encode("ascii"))
        except OSError:
            self.log.debug("the client is gone")


class _Unclear(Exception):
    """Transfer-Encoding beside Content-Length, or one that is not understood."""
