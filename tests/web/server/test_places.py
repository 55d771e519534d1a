from __future__ import annotations

import pytest

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
