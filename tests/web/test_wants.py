from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.i18n import words
from spark_tools.model import Function
from spark_tools.web.wants import LONGEST, MOST, Wants, read_wants

THEMES = {"cooperation": "Samarbejde", "harassment": "Chikane"}


def read(**given: str) -> Wants:
    return read_wants(given, THEMES, words("web", "da"))


def test_nothing_is_asked_for_by_an_empty_form() -> None:
    wants = read(q="  ", theme="", function="", minutes="", participants="")

    assert not wants.anything
    assert wants.query == {}
    assert wants.faults == {}


def test_a_whole_form_is_read() -> None:
    wants = read(
        q=" for  travlt ", theme="cooperation", function="act", minutes="30", participants="12"
    )

    assert wants == Wants("for travlt", "cooperation", Function.ACT.value, 30, 12)
    assert list(wants.query) == ["q", "theme", "function", "minutes", "participants"]


@pytest.mark.parametrize("number", ["0", "-5", "1.5", "½", "٣", "30 min", str(MOST + 1), "9" * 500])
def test_what_is_no_number_is_told_of_in_its_field(number: str) -> None:
    wants = read(minutes=number, participants=number, q="møde")

    assert wants.query == {"q": "møde"}
    assert set(wants.faults) == {"minutes", "participants"}
    assert wants.faults["minutes"] == "Skriv et helt tal, for eksempel 30."


def test_what_is_not_in_the_list_is_told_of_in_its_field() -> None:
    wants = read(theme="stress", function="dance")

    assert not wants.anything
    assert wants.faults == {
        "theme": "Vælg en fra listen.",
        "function": "Vælg en fra listen.",
    }


@given(st.text())
def test_words_become_one_line_within_a_bound(typed: str) -> None:
    wants = read(q=typed)

    assert len(wants.q) <= LONGEST
    assert wants.q == " ".join(wants.q.split())
    assert all(letter.isprintable() for letter in wants.q)
    assert read(q=wants.q).q == wants.q
