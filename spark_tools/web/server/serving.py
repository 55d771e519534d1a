"""Serving: waitress round the application, until somebody says stop."""

from __future__ import annotations

import contextlib
import errno
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen
from waitress.server import BaseWSGIServer, create_server

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.web.server.connection import MOST, PATIENCE, Refusal, bound_connections
from spark_tools.web.server.request import LARGEST_UPLOAD

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

THREADS = 48
"""More than all that may wait for a job, so that pages always find one free."""

DRAIN = 10.0
"""How many seconds the answers under way get when the server is told to stop."""


@frozen
class Place:
    """Where to serve; ``behind_proxy`` believes what a proxy on this machine says of the client."""

    host: str = "127.0.0.1"
    port: int = 8080
    behind_proxy: bool = False


def serve(
    application: WSGIApplication,
    place: Place,
    ready: Callable[[str, int], None],
    refuse: Refusal,
) -> None:
    """Serve *application* until SIGTERM or Ctrl-C; answers under way are finished first.

    *ready* is told the host and the port once the server listens; *refuse* gives the pages
    for what never gets to the application. Nothing that is sent or answered is written to
    a disk on the way.

    Raises:
        FaultError: the port cannot be had.
    """
    sockets: dict[int, Any] = {}
    try:
        server: Any = create_server(application, map=sockets, **_settings(place))
    except OSError as error:
        raise FaultError([_cannot_listen(error, place)]) from None
    listeners = [each for each in sockets.values() if isinstance(each, BaseWSGIServer)]
    for each in listeners:
        bound_connections(each, refuse)
    stop = _Stop(sockets, listeners)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    ready(place.host, int(listeners[0].effective_port))
    try:
        server.run()
    finally:
        server.close()


def _settings(place: Place) -> dict[str, Any]:
    in_memory = 16 * LARGEST_UPLOAD
    settings: dict[str, Any] = {
        "host": place.host,
        "port": place.port,
        "threads": THREADS,
        "connection_limit": MOST,
        "channel_timeout": PATIENCE,
        "cleanup_interval": 1,
        "ident": None,
        "recv_bytes": 65_536,
        "max_request_header_size": 32_768,
        "max_request_body_size": 2 * LARGEST_UPLOAD,
        "inbuf_overflow": in_memory,
        "outbuf_overflow": in_memory,
        "log_socket_errors": False,
        "clear_untrusted_proxy_headers": True,
    }
    if place.behind_proxy:
        settings |= {
            "trusted_proxy": "127.0.0.1",
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        }
    return settings


def _cannot_listen(error: OSError, place: Place) -> Fault:
    _ = messages("web")
    if error.errno == errno.EADDRINUSE:
        said = _("the port {port} is in use already; choose another one", port=place.port)
        return Fault(said, "--port")
    if error.errno == errno.EACCES:
        said = _("you may not use the port {port}; choose one above 1023", port=place.port)
        return Fault(said, "--port")
    why = error.strerror or str(error)
    return Fault(_("cannot listen at {host}: {why}", host=place.host, why=why), "--host")


class _Stop:
    """What signals do: no more is taken in, and the end comes once all answers are sent."""

    def __init__(self, sockets: Mapping[int, Any], listeners: Sequence[Any]) -> None:
        self._sockets = sockets
        self._listeners = listeners
        self._asked = False
        self._over = False

    def __call__(self, _number: int, _frame: object) -> None:
        if self._over:
            self._over = False
            raise SystemExit  # which waitress takes for the end
        if not self._asked:
            self._asked = True
            threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        for each in self._listeners:
            each.accepting = False
            with contextlib.suppress(OSError):
                each.socket.shutdown(socket.SHUT_RDWR)
        end = time.monotonic() + DRAIN
        while self._is_busy() and time.monotonic() < end:
            time.sleep(0.02)
        self._over = True
        signal.raise_signal(signal.SIGTERM)
        for each in self._listeners:
            each.pull_trigger()

    def _is_busy(self) -> bool:
        return any(
            getattr(each, "requests", None) or getattr(each, "total_outbufs_len", 0)
            for each in tuple(self._sockets.values())
        )
