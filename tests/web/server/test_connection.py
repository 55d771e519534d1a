"""Connections on which a request or an answer trickles."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from waitress import wasyncore
from waitress.server import create_server

from spark_tools.web.server import connection as module
from spark_tools.web.server.connection import bound_connections

LARGE = 30_000_000
END = 30
"""Seconds after which a connection is never going to be closed."""


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server that gives a request a second to arrive and an answer two to be fetched."""
    monkeypatch.setattr(module, "PATIENCE", 1)
    monkeypatch.setattr(module, "LONGEST_ANSWER", 2)

    def application(_environ, start):
        start("200 OK", [("Content-Length", str(LARGE))])
        return [bytes(LARGE)]

    settings = {"channel_timeout": 1, "cleanup_interval": 1, "outbuf_overflow": 2 * LARGE}
    sockets: dict[int, object] = {}
    server = create_server(application, map=sockets, host="127.0.0.1", port=0, **settings)
    bound_connections(server, lambda _status, _path: ({}, b""))
    over = threading.Event()

    def run() -> None:
        while not over.is_set():
            wasyncore.loop(timeout=0.1, map=sockets, count=1)

    running = threading.Thread(target=run)
    running.start()
    yield int(server.effective_port)
    over.set()
    running.join()
    server.task_dispatcher.shutdown()
    wasyncore.close_all(sockets)


@pytest.mark.parametrize(
    "request_",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"x" * 10_000,
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n" + b"x" * 9_000,
    ],
)
def test_a_request_that_trickles_is_cut_off(port, request_):
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port)) as client, contextlib.suppress(OSError):
        for byte in request_:
            client.sendall(bytes([byte]))
            time.sleep(0.05)
            assert time.monotonic() - began < END


def test_an_answer_that_is_fetched_in_sips_is_cut_off(port):
    began, got = time.monotonic(), 0
    with socket.socket() as client, contextlib.suppress(OSError):
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", port))
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        while sip := client.recv(2000):
            got += len(sip)
            time.sleep(0.05)
            assert time.monotonic() - began < END
    assert got < LARGE


def test_an_answer_that_is_not_fetched_is_cut_off(port):
    began = time.monotonic()
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", port))
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        poll = select.poll()
        poll.register(client, 0)
        while not poll.poll(100):  # tells only of the end of the connection
            assert time.monotonic() - began < END


def test_an_answer_that_is_fetched_at_once_comes_whole_again_and_again(port):
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET / HTTP/1.0\r\n\r\n")
            got = b"".join(iter(lambda: client.recv(1_000_000), b""))
        assert len(got.partition(b"\r\n\r\n")[2]) == LARGE
