from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.server.kept import Kept


def test_a_file_is_made_once() -> None:
    kept, made = Kept(100), []

    for _ in range(3):
        assert kept.get("a", lambda: made.append(1) or b"file") == b"file"

    assert len(made) == 1


def test_what_was_not_asked_for_longest_gives_way() -> None:
    kept, made = Kept(10), []

    def file(name: str) -> bytes:
        made.append(name)
        return b"1234"

    for name in ("a", "b", "a", "c", "a", "b"):
        kept.get(name, lambda name=name: file(name))

    assert made == ["a", "b", "c", "b"]


def test_a_file_larger_than_the_room_is_given_and_not_kept() -> None:
    kept = Kept(3)

    assert kept.get("a", lambda: b"large") == b"large"
    assert kept.get("a", lambda: b"other") == b"other"


def test_several_that_ask_at_once_wait_for_one_maker() -> None:
    kept, made, go = Kept(100), [], threading.Event()

    def make() -> bytes:
        made.append(1)
        go.wait(5)
        return b"file"

    threads = [threading.Thread(target=lambda: kept.get("a", make)) for _ in range(4)]
    for thread in threads:
        thread.start()
    go.set()
    for thread in threads:
        thread.join()

    assert len(made) == 1


def test_a_maker_that_fails_leaves_the_next_to_try() -> None:
    kept = Kept(100)

    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: bytes(1 // 0))

    assert kept.get("a", lambda: b"file") == b"file"


def test_others_do_not_wait_for_what_somebody_else_asks_for():
    kept, begun, go_on = Kept(100), Event(), Event()

    def slow():
        begun.set()
        assert go_on.wait(10)
        return b"slow"

    with ThreadPoolExecutor(1) as asking:
        answer = asking.submit(kept.get, "slow", slow)
        assert begun.wait(10)
        assert kept.get("other", lambda: b"other") == b"other"
        go_on.set()
        assert answer.result(10) == b"slow"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=30))
def test_no_more_is_kept_than_there_is_room_for(asked):
    room = 50
    kept = Kept(room)
    for key, size in asked:
        kept.get(key, lambda size=size: bytes(size))
    held = 0
    for key in range(10):
        made = []
        content = kept.get(key, lambda made=made: made.append(1) or bytes(room + 1))
        held += 0 if made else len(content)
    assert held <= room
