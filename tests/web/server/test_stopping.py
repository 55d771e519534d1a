"""``spark serve`` as a process: starting, stopping, and being killed."""

from __future__ import annotations

import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

WHOLE = b"whole " * 1_000_000  # as odd_formats.py draws it
HELD = "/exercises/check-in/check-ind.hold"


def test_two_servers_on_one_port_are_one_too_many(start_server):
    first = start_server()
    second = start_server(port=first.port)
    assert second.process.wait(30) == 1
    (line,) = second.said.splitlines()
    assert line == f"--port: porten {first.port} er allerede i brug; vælg en anden"
    assert first.ask("/health").text == "ok\n"


def test_a_server_says_where_it_is_and_leaves_nothing_behind(start_server, until, runs):
    server = start_server()
    processes, workers = server.processes(), server.workers()
    assert len(workers) == min(os.cpu_count() or 1, 4)
    assert server.stop() == 0
    assert server.said == (f"Siden er på http://127.0.0.1:{server.port}/ – Ctrl-C stopper den.\n")
    assert not [worker for worker in workers if runs(worker)]
    until(lambda: not [process for process in processes if runs(process)])
    assert not list((server.folder / "home").iterdir())
    assert not list((server.folder / "tmp").iterdir())


@pytest.mark.parametrize(
    "asked",
    [
        [signal.SIGTERM],
        [signal.SIGINT],
        [signal.SIGTERM, signal.SIGTERM, signal.SIGINT],
    ],
)
def test_a_download_under_way_is_finished_before_the_end(
    start_server, odd_plugins, gate, until, runs, asked
):
    server = start_server(plugins=odd_plugins)
    workers = server.workers()
    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(server.ask, HELD)
        until(gate.begun)
        for number in asked:
            server.process.send_signal(number)
        until(lambda: refuses(server.port))
        gate.open()
        assert answer.result(30).body == WHOLE
    assert server.process.wait(30) == 0
    assert server.said.count("\n") == 1
    assert not [worker for worker in workers if runs(worker)]


def test_a_slow_reader_gets_the_whole_answer_before_the_end(start_server, odd_plugins, until):
    server = start_server(plugins=odd_plugins)
    with slow_reader(server.port) as reader:
        reader.sendall(b"GET /exercises/check-in/check-ind.large HTTP/1.0\r\n\r\n")
        got = reader.recv(1000)
        server.process.send_signal(signal.SIGTERM)
        until(lambda: refuses(server.port))
        while more := reader.recv(1_000_000):
            got += more
    assert got.partition(b"\r\n\r\n")[2] == WHOLE
    assert server.process.wait(30) == 0


def test_a_whole_group_of_processes_may_be_told_to_stop(start_server, odd_plugins, gate, until):
    """As systemd does: it tells the workers too."""
    server = start_server(plugins=odd_plugins)
    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(server.ask, HELD)
        until(gate.begun)
        for process in (server.process.pid, *server.workers()):
            os.kill(process, signal.SIGTERM)
        gate.open()
        assert answer.result(30).body == WHOLE
    assert server.process.wait(30) == 0


def test_a_server_that_is_killed_leaves_no_worker(start_server, until, runs):
    server = start_server()
    assert server.ask("/exercises/check-in/check-ind.md").status == 200
    processes = server.processes()
    server.process.kill()
    until(lambda: not [process for process in processes if runs(process)])


def slow_reader(port):
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.settimeout(30)
    reader.connect(("127.0.0.1", port))
    return reader


def refuses(port):
    """Whether the server takes in no more: it is on its way out."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return True
    return False
