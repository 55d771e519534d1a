"""Drawn files in memory."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.server.kept import Kept


def test_what_is_kept_is_made_once():
    kept, made = Kept(100), []
    for _ in range(3):
        assert kept.get("a", lambda: made.append(1) or b"file") == b"file"
    assert made == [1]


def test_what_several_ask_for_at_once_is_made_once():
    kept, made, begun, go_on = Kept(100), [], Event(), Event()

    def make():
        made.append(1)
        begun.set()
        assert go_on.wait(10)
        return b"file"

    with ThreadPoolExecutor(4) as asking:
        answers = [asking.submit(kept.get, "a", make)]
        assert begun.wait(10)
        answers += [asking.submit(kept.get, "a", make) for _ in range(3)]
        go_on.set()
        assert [answer.result(10) for answer in answers] == [b"file"] * 4
    assert made == [1]


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


def test_a_failure_is_not_kept():
    kept = Kept(100)

    def fails():
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        kept.get("a", fails)
    assert kept.get("a", lambda: b"file") == b"file"


def test_what_has_not_been_asked_for_longest_gives_way():
    kept = Kept(30)
    for key in "abc":
        kept.get(key, lambda: b"0123456789")
    kept.get("a", lambda: pytest.fail("a is kept"))
    kept.get("d", lambda: b"0123456789")
    kept.get("a", lambda: pytest.fail("a is kept"))
    assert kept.get("b", lambda: b"new") == b"new"


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
