from __future__ import annotations

from itertools import chain

import pytest
from attrs import evolve

from spark_tools.i18n import words
from spark_tools.model import SourceStatus
from spark_tools.web.cards import people
from spark_tools.web.exercise import Related, exercise_page, source_status
from spark_tools.web.page import Frame, Page
from spark_tools.web.toolbox import Toolbox


def page(toolbox: Toolbox, id_: str, language: str = "da") -> Page:
    return exercise_page(toolbox, toolbox.library.exercise(id_), language)


def related(toolbox: Toolbox, id_: str) -> dict[str, list[str]]:
    lists: tuple[Related, ...] = page(toolbox, id_).shows["related"]
    return {each.title: [thing.id for thing in each.things] for each in lists}


def test_what_is_tried_leads_on_to_looking_back(toolbox: Toolbox) -> None:
    after = related(toolbox, "try-out-actions")["Fører videre til"]

    assert set(after) == {"since-last-time", "market", "midway-status"}


def test_what_must_come_first_is_linked_to(toolbox: Toolbox) -> None:
    before = related(toolbox, "revisit-wish")["Lav en af disse først"]

    assert set(before) == {"perspective-mapping", "wish-for-change", "clarify-the-request"}


def test_others_for_the_same_moment_are_linked_to(toolbox: Toolbox) -> None:
    assert related(toolbox, "try-out-actions")["Også til »Vælg noget at prøve«"] == ["next-steps"]


def test_an_exercise_is_never_its_own_company(toolbox: Toolbox) -> None:
    for exercise in toolbox.library.exercises:
        assert exercise.id not in chain(*related(toolbox, exercise.id).values())


def test_themes_and_courses_are_listed_where_they_are_not_all(
    toolbox: Toolbox, frame: Frame
) -> None:
    lists = related(toolbox, "market")

    assert lists["Forløb"] == ["joint", "network"]
    assert "Temaer" not in lists
    assert "Den passer til alle temaer." in frame.draw(page(toolbox, "market"))
    assert "alle temaer og alle forløb" in frame.draw(page(toolbox, "check-in"))


def test_every_caution_reaches_the_page(toolbox: Toolbox, frame: Frame) -> None:
    drawn = frame.draw(page(toolbox, "try-out-actions"))

    exercise = toolbox.library.exercise("try-out-actions")
    assert len(exercise.cautions) > 1
    for caution in exercise.cautions:
        assert caution.text in drawn


def test_the_sheets_come_before_the_guide_and_word_before_all(toolbox: Toolbox) -> None:
    first, second, *_ = page(toolbox, "try-out-actions").shows["offers"]

    assert [each.format for each in first.usual] == ["docx", "pdf"]
    assert first.title == "Arbejdsark"
    assert second.title == "Vejledning til den, der leder øvelsen"
    assert [each.path for each in first.large] == [
        "proevehandlinger-arbejdsark-stor-skrift.docx",
        "proevehandlinger-arbejdsark-stor-skrift.pdf",
    ]


def test_posters_of_one_title_are_offered_apart(toolbox: Toolbox) -> None:
    exercise = toolbox.library.exercise("over-under-standard")
    same = tuple(evolve(each, title="Zoner") for each in exercise.handouts)
    alike = evolve(toolbox.library, exercises=(evolve(exercise, handouts=same),))

    offers = page(evolve(toolbox, library=alike), exercise.id).shows["offers"]

    paths = [offer.usual[0].path for offer in offers if offer.edition == "posters"]
    assert len(set(paths)) == len(paths) == sum(each.poster for each in same) > 1


def test_an_exercise_without_sheets_offers_its_guide_first(toolbox: Toolbox, frame: Frame) -> None:
    shown = page(toolbox, "check-in")

    assert [offer.title for offer in shown.shows["offers"]] == [
        "Vejledning til den, der leder øvelsen"
    ]
    assert "<img" not in frame.draw(shown)


def test_an_english_page_keeps_its_own_words_in_english(toolbox: Toolbox, frame: Frame) -> None:
    drawn = frame.draw(page(toolbox, "try-out-actions", "en"))

    assert '<div class="told" lang="da">' in drawn
    assert '<h2 lang="en">When not to use it</h2>' in drawn
    assert '<li>Tuscher: <span lang="en">' in drawn


def test_a_page_of_files_has_no_link_to_a_plan(toolbox: Toolbox, frame: Frame) -> None:
    shown = page(toolbox, "try-out-actions")

    assert 'href="../plan?include=try-out-actions"' in frame.draw(shown)
    assert "plan?include" not in evolve(frame, served=False).draw(shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Frit bearbejdet. SPARK omtaler det.", ""),
        ("Frit bearbejdet efter SPARKs hæfte.", ""),
        ("SPARKs hæfte fra 2020.", "Frit bearbejdet efter kilden"),
    ],
)
def test_how_near_a_text_is_to_its_source_is_said_once(
    toolbox: Toolbox, text: str, said: str
) -> None:
    source = evolve(
        toolbox.library.exercise("check-in").source, status=SourceStatus.ADAPTED, text=text
    )

    assert source_status(source, words("web", "da")) == said


def test_how_many_people_is_said_by_what_counts(toolbox: Toolbox) -> None:
    _ = words("web", "da")
    homework, check_in = map(toolbox.library.exercise, ("homework", "check-in"))
    few = evolve(homework, participants=evolve(homework.participants, min=3, max=12))

    assert people(homework, _) == "uanset antal"
    assert people(check_in, _) == "grupper på 2–6"
    assert people(few, _) == "3–12 deltagere"
