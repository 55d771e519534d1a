"""Clients that mean harm or know no better, against a server of its own."""

from __future__ import annotations

import contextlib
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from spark_tools.plugin.looks import HOUSE
from spark_tools.web.downloads import downloads
from spark_tools.web.server.headers import SECURITY

MANY = 450
"""More than there may be connections."""
LATE = "POST /plan HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n"


@pytest.fixture(scope="module")
def server(start_server, odd_plugins):
    return start_server(plugins=odd_plugins)


def say(server, *parts: bytes) -> bytes:
    """Send *parts* as far as they are taken, and give all that comes back."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        with contextlib.suppress(OSError):
            for part in parts:
                connection.sendall(part)
        got = b""
        with contextlib.suppress(ConnectionResetError):
            while more := connection.recv(1_000_000):
                got += more
    return got


def assert_is_our_page(answer: bytes, status: int, words: str) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert first.split()[1] == str(status)
    assert SECURITY.items() <= headers.items()
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert words in body.decode()
    assert "waitress" not in answer.decode().lower()


def test_clients_that_never_finish_their_request_stop_nobody_else(server):
    beginnings = [b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", LATE.format(500_000).encode() + b"x"]
    with contextlib.ExitStack() as slow:
        for number in range(MANY):
            connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
            slow.enter_context(connection)
            connection.sendall(beginnings[number % 2])
        assert server.ask("/").status == 200
        assert server.ask("/exercises/check-in/check-ind.docx").status == 200


@pytest.mark.parametrize(
    ("path", "words"), [("/plan", "Filen er for stor"), ("/en/plan", "The file is too large")]
)
def test_a_body_that_is_far_too_large_gets_our_page_in_the_language_of_the_address(
    server, path, words
):
    """Though it is larger than anything the application gets to see."""
    answer = server.ask(path, "POST", b"x" * 20_000_000)
    assert answer.status == 413
    assert SECURITY.items() <= {name.title(): text for name, text in answer.headers.items()}.items()
    assert words in answer.text


def test_who_asks_before_sending_too_much_is_told_at_once(server):
    head = LATE.format(20_000_000).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n")
    assert_is_our_page(say(server, head.encode()), 413, "Filen er for stor")


def test_a_body_that_says_it_is_enormous_is_not_waited_for(server):
    assert_is_our_page(say(server, LATE.format(10**12).encode()), 413, "Filen er for stor")


def test_a_body_without_an_end_is_cut_off(server):
    head = b"POST /plan HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"%x\r\n%s\r\n" % (1_000_000, b"x" * 1_000_000)
    assert b" 413 " in say(server, head, *[chunk] * 100).partition(b"\r\n")[0]


def test_headers_without_an_end_are_cut_off(server):
    answer = say(server, b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 40_000)
    assert_is_our_page(answer, 431, "Det kunne ikke læses")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        (b"HELLO\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"GET /%00%ff%2e%2e/etc/passwd HTTP/1.0\r\n\r\n", 404),
        (b"GET /../../etc/passwd HTTP/1.0\r\n\r\n", 404),
        (b"BREW / HTTP/1.0\r\n\r\n", 405),
    ],
)
def test_a_malformed_request_gets_a_page_of_ours(server, request_, status):
    assert_is_our_page(say(server, request_), status, "Til forsiden")


def test_more_downloads_at_once_than_there_are_places(server, toolbox, gate, until):
    """One client may have 20 of the 32 places; pages are served while none is left."""
    waiting = []

    def one_is_sent_away(held, client):
        """Ask for all of *held* at once, and give the one answer that comes before they do."""
        asked = [asking.submit(server.ask, path, client=client) for path in held]
        until(lambda: any(answer.done() for answer in asked))
        (sent_away,) = (answer.result() for answer in asked if answer.done())
        waiting.extend(answer for answer in asked if not answer.done())
        return sent_away

    with ThreadPoolExecutor(40) as asking:
        held = held_paths(toolbox)
        greedy = one_is_sent_away(held[:21], "127.0.0.1")
        late = one_is_sent_away(held[21:34], "127.0.0.2")
        assert server.ask("/").status == server.ask("/en/themes").status == 200
        gate.open()
        assert [answer.result(60).status for answer in waiting] == [200] * 32
    for answer, status, words in (
        (greedy, 429, "bedt om for meget"),
        (late, 503, "Der er kø lige nu"),
    ):
        assert (answer.status, words in answer.text) == (status, True)
        assert 0 < int(answer.headers["retry-after"]) <= 60


def held_paths(toolbox):
    return [
        f"/exercises/{exercise.id}/{each.path.rpartition('.')[0]}.hold"
        for exercise in toolbox.library.exercises
        for each in downloads(toolbox, exercise, "da")
        if (each.format, each.look) == ("docx", HOUSE)
    ]
