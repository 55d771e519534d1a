from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.jobs import OverloadError, TooManyError
from spark_tools.web.server.places import Places


def test_one_client_cannot_take_all_places() -> None:
    places = Places(in_all=3, each=2)

    with places.one_for("a"), places.one_for("a"):
        with pytest.raises(TooManyError), places.one_for("a"):
            pass
        with places.one_for("b"):
            pass


def test_when_all_places_are_taken_the_next_is_turned_away() -> None:
    places = Places(in_all=2, each=2)

    with (
        places.one_for("a"),
        places.one_for("b"),
        pytest.raises(OverloadError),
        places.one_for("c"),
    ):
        pass


def test_a_place_is_free_again_however_it_was_left() -> None:
    places = Places(in_all=1, each=1)

    for _ in range(3):
        with pytest.raises(ZeroDivisionError), places.one_for("a"):
            raise ZeroDivisionError

    with places.one_for("a"):
        pass


IN_ALL, EACH = 4, 2


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=40))
def test_no_more_wait_than_there_are_places(events):
    places = Places(IN_ALL, EACH)
    waiting = []
    for client, comes in events:
        mine = [held for held in waiting if held[0] == client]
        if not comes:
            for held in mine[:1]:
                waiting.remove(held)
                held[1].close()
            continue
        held = contextlib.ExitStack()
        expected = (
            TooManyError if len(mine) == EACH else OverloadError if len(waiting) == IN_ALL else None
        )
        if expected:
            with pytest.raises(expected):
                held.enter_context(places.one_for(client))
        else:
            held.enter_context(places.one_for(client))
            waiting.append((client, held))


def test_clients_who_have_left_are_forgotten():
    places = Places(IN_ALL, EACH)
    for number in range(100):
        with places.one_for(f"client {number}"):
            pass
    assert "client 1" not in repr(vars(places))
