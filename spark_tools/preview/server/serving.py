"""Serving the page to this machine alone, with so many at once and no more."""

from __future__ import annotations

import errno
import os
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from spark_tools.model import Fault, FaultError
from spark_tools.preview.server.answering import Answerer
from spark_tools.preview.server.page import assets
from spark_tools.preview.server.stage import Stage
from spark_tools.preview.wording import say

HOST = "127.0.0.1"
PORT = 8090
MOST = 24
"""How many connections there may be; a browser has six."""


class PreviewServer(socketserver.ThreadingTCPServer):
    """Answers for *stage* at *port* of this machine, each connection in a thread of its own."""

    daemon_threads = True
    request_queue_size = MOST
    allow_reuse_address = os.name != "nt"  # where two programs would get the same port

    def __init__(self, stage: Stage, port: int) -> None:
        self.stage = stage
        self.assets = assets(stage.setting.look)
        self._free = threading.BoundedSemaphore(MOST)
        super().__init__((HOST, port), Answerer)
        self.port: int = self.server_address[1]
        self.address = f"http://{HOST}:{self.port}/"
        self.hosts = frozenset((f"{HOST}:{self.port}", f"localhost:{self.port}"))

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer *request*, or hang up when there are too many."""
        if not self._free.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._free.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in this thread, and make room for another."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser go that has hung up, and show any other error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def serving(stage: Stage, port: int | None) -> Iterator[PreviewServer]:
    """Serve *stage* until the end; without a *port* at 8090, or at a free one if that is taken.

    Raises:
        FaultError: the port cannot be had.
    """
    server = _listening(stage, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.daemon = True
    thread.start()
    try:
        yield server
    finally:
        stage.close()
        server.shutdown()
        server.server_close()
        thread.join()


def _listening(stage: Stage, port: int | None) -> PreviewServer:
    try:
        return PreviewServer(stage, PORT if port is None else port)
    except OSError as error:
        if port is None:
            return PreviewServer(stage, 0)
        if error.errno == errno.EADDRINUSE:
            said = say("the port {port} is in use already; choose another one", port=port)
        elif error.errno == errno.EACCES:
            said = say("you may not use the port {port}; choose one above 1023", port=port)
        else:
            said = say("the port {port} cannot be had: {why}", port=port, why=error.strerror)
        raise FaultError([Fault(said, "--port")]) from None
