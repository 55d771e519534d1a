"""Serving: waitress round the application, until somebody says stop."""

from __future__ import annotations

import errno
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.web.server.request import LARGEST_UPLOAD

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

THREADS = 48
"""More than all that may wait for a job, so that pages always find one free."""

PATIENCE = 10.0
"""How many seconds the answers under way get when the server is told to stop."""


@frozen
class Place:
    """Where to serve; ``behind_proxy`` believes what a proxy on this machine says of the client."""

    host: str = "127.0.0.1"
    port: int = 8080
    behind_proxy: bool = False


def serve(application: WSGIApplication, place: Place, ready: Callable[[str, int], None]) -> None:
    """Serve *application* until SIGTERM or Ctrl-C; answers under way are finished first.

    *ready* is told the host and the port once the server listens. Nothing that is sent
    or answered is written to a disk on the way.

    Raises:
        FaultError: the port cannot be had.
    """
    from waitress.server import create_server

    answers = _Answers(application)
    try:
        server: Any = create_server(answers, **_settings(place))
    except OSError as error:
        raise FaultError([_cannot_listen(error, place)]) from None
    stopping = _stop_on(signal.SIGTERM, answers)
    ready(place.host, getattr(server, "effective_port", place.port))
    try:
        server.run()
    finally:
        server.close()
        stopping()


def _settings(place: Place) -> dict[str, Any]:
    in_memory = 16 * LARGEST_UPLOAD
    settings: dict[str, Any] = {
        "host": place.host,
        "port": place.port,
        "threads": THREADS,
        "connection_limit": 400,
        "channel_timeout": 30,
        "cleanup_interval": 10,
        "ident": None,
        "max_request_header_size": 32_768,
        "max_request_body_size": 2 * LARGEST_UPLOAD,
        "inbuf_overflow": in_memory,
        "outbuf_overflow": in_memory,
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


class _Answers:
    """The application, which counts the answers that are under way."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application
        self._lock = threading.Lock()
        self.under_way = 0

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        with self._lock:
            self.under_way += 1
        try:
            return self._application(environ, start)
        finally:
            with self._lock:
                self.under_way -= 1


def _stop_on(number: signal.Signals, answers: _Answers) -> Callable[[], None]:
    """Let signal *number* stop the server once *answers* are finished; gives what undoes that."""

    def drained() -> None:
        end = time.monotonic() + PATIENCE
        while answers.under_way and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.3)  # what has been answered is on its way out
        os.kill(os.getpid(), signal.SIGINT)

    def asked(_number: int, _frame: object) -> None:
        threading.Thread(target=drained, daemon=True).start()

    # Ctrl-C is ignored in what a shell starts in the background, and is how we stop.
    before = {
        number: signal.signal(number, asked),
        signal.SIGINT: signal.signal(signal.SIGINT, signal.default_int_handler),
    }

    def undo() -> None:
        for each, handler in before.items():
            signal.signal(each, handler)

    return undo
