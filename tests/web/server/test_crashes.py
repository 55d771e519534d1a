"""Formats and workers that break: the one download gets a page, and nothing else is touched."""

from __future__ import annotations

import os
import signal

import pytest

CARD = "/exercises/check-in/check-ind.{}"


@pytest.fixture(scope="module")
def server(start_server, odd_plugins):
    return start_server(plugins=odd_plugins)


@pytest.mark.parametrize("breaks", ["crash", "die"])
def test_a_format_that_breaks_gets_a_page_and_the_others_work(server, breaks):
    for _ in range(3):
        answer = server.ask(CARD.format(breaks))
        assert answer.status == 500
        assert "Noget gik galt hos os" in answer.text
        assert server.ask(CARD.format("docx")).body.startswith(b"PK")
        assert server.ask("/").status == 200


def test_the_log_says_what_broke_and_where_and_nothing_of_the_document(server):
    server.ask(CARD.format("crash"))
    assert "ValueError < " in server.said
    assert "odd_formats.py" in server.said
    assert "secret" not in server.said


def test_the_page_of_an_exercise_offers_what_plugins_add(server):
    assert 'href="check-in/check-ind.large"' in server.ask("/exercises/check-in").text


def test_workers_that_are_killed_are_not_missed(server, runs, until):
    before = server.workers()
    for worker in before:
        os.kill(worker, signal.SIGKILL)
    until(lambda: not [worker for worker in before if runs(worker)])
    for number in range(len(before) + 1):
        path = f"/exercises/try-out-actions/proevehandlinger{'-stor-skrift' if number else ''}.docx"
        assert server.ask(path).status == 200
    assert not set(before) & set(server.workers())


def test_a_worker_killed_at_its_work_costs_that_download_only(server, gate, until):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(server.ask, CARD.format("hold"))
        until(gate.begun)
        (begun,) = gate.folder.glob("begun-*")
        os.kill(int(begun.name.rpartition("-")[2]), signal.SIGKILL)
        assert answer.result(30).status == 500
    gate.open()
    assert server.ask(CARD.format("hold")).status == 200
