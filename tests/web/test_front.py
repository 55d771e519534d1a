from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.compose.filters import fitting
from spark_tools.model import ANY, Function
from spark_tools.web.front import Front
from spark_tools.web.page import Frame, Page
from spark_tools.web.search import Finder
from spark_tools.web.toolbox import Toolbox
from spark_tools.web.wants import MINUTES, PEOPLE, Wants


@pytest.fixture(scope="module")
def front(toolbox: Toolbox) -> Front:
    return Front(toolbox.library, "da")


def found(page: Page) -> list[str]:
    return [card.exercise.id for card in page.shows["found"]]


def elsewhere(page: Page) -> list[str]:
    moments = page.shows["moments"]
    return [card.exercise.id for card in chain.from_iterable(each.cards for each in moments)]


def test_every_exercise_stands_once_under_its_first_moment(front: Front) -> None:
    page = front.page()

    assert Counter(elsewhere(page)) == Counter(each.id for each in front.library.exercises)
    for moment in page.shows["moments"]:
        for card in moment.cards:
            assert card.exercise.functions[0] == moment.id


def test_the_moments_come_in_the_order_of_a_meeting(front: Front) -> None:
    titles = [moment.title for moment in front.page().shows["moments"]]

    assert titles.index("Begynd mødet") < titles.index("Vælg noget at prøve")
    assert titles.index("Vælg noget at prøve") < titles.index("Slut mødet")


@given(
    q=st.sampled_from(["", "møde", "standard", "uenighed", "zebra"]),
    theme=st.sampled_from(["", "harassment", "cooperation"]),
    function=st.sampled_from(["", *Function]),
    minutes=st.sampled_from(["", *map(str, MINUTES)]),
    participants=st.sampled_from(["", *map(str, PEOPLE), "2", "500"]),
)
def test_what_is_found_fits_every_wish_and_nothing_else_does(
    front: Front, q: str, theme: str, function: str, minutes: str, participants: str
) -> None:
    query = {
        "q": q,
        "theme": theme,
        "function": function,
        "minutes": minutes,
        "participants": participants,
    }
    page = front.page(query)

    wants: Wants = page.shows["wants"]
    assert wants.faults == {}
    fits = {each.id for each in fitting(front.library, wants.filters)}
    answers = {each.id for each in Finder(front.library).exercises(q, front.library.exercises)}
    assert set(found(page)) == (fits & answers if wants.anything else set())
    assert Counter(found(page) + elsewhere(page)) == Counter(
        each.id for each in front.library.exercises
    )


def test_the_best_answer_comes_first(front: Front) -> None:
    assert found(front.page({"q": "standard"}))[0] == "over-under-standard"


def test_without_a_hit_each_wish_says_what_there_would_be_without_it(front: Front) -> None:
    page = front.page({"q": "zebra", "theme": "harassment", "minutes": "15"})

    without_words = found(front.page({"theme": "harassment", "minutes": "15"}))
    assert found(page) == []
    assert page.shows["looser"] == {"q": len(without_words)}


def test_a_single_wish_is_not_let_go_of(front: Front) -> None:
    assert front.page({"q": "zebra"}).shows["looser"] == {}


def test_nothing_is_let_go_of_where_something_is_found(front: Front) -> None:
    assert front.page({"q": "møde", "minutes": "30"}).shows["looser"] == {}


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_the_search_box_suggests_finds_something(
    toolbox: Toolbox, frame: Frame, language: str
) -> None:
    front = Front(toolbox.library, language)
    suggested = re.search('placeholder="([^"]+) …"', frame.draw(front.page()))

    assert suggested
    for words in suggested[1].split(", "):
        assert found(front.page({"q": words})), words


def test_a_theme_that_is_meant_is_shown_too(front: Front, frame: Frame) -> None:
    page = front.page({"q": "mobning"})

    assert page.shows["about"] == {"harassment"}
    assert '<a href="themes/harassment" data-theme="harassment">' in frame.draw(page)
    assert '<a href="themes/cooperation" data-theme="cooperation" hidden>' in frame.draw(page)


def test_a_number_of_ones_own_can_be_chosen_again(front: Front, frame: Frame) -> None:
    page = frame.draw(front.page({"participants": "12", "minutes": "25"}))

    assert '<option value="12" selected>' in page
    assert '<option value="25" selected>' in page


def test_an_exercise_may_be_for_more_than_one_moment(front: Front) -> None:
    page = front.page({"function": "align"})

    assert "uninterrupted-round" in found(page)


def test_a_moment_that_only_comes_second_can_be_asked_for_and_needs_no_list(
    front: Front, frame: Frame
) -> None:
    exercises = [
        evolve(each, functions=(Function.EXPLORE, Function.ACT))
        for each in front.library.exercises
        if each.id in ("uninterrupted-round", "reflecting-team")
    ]
    page = Front(evolve(front.library, exercises=tuple(exercises)), "da").page({"function": "act"})

    assert len(found(page)) == 2
    assert '<option value="act" selected>' in frame.draw(page)
    assert [moment.id for moment in page.shows["moments"]] == ["explore"]


def test_an_exercise_for_every_theme_is_found_by_each(front: Front) -> None:
    for_all = {each.id for each in front.library.exercises if ANY in each.themes}

    assert for_all <= set(found(front.page({"theme": "lone-work"})))


def test_a_page_of_files_says_that_searching_needs_a_script(front: Front, frame: Frame) -> None:
    assert "<noscript>" in evolve(frame, served=False).draw(front.page())
    assert "<noscript>" not in frame.draw(front.page())
