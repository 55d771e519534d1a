from xml.etree import ElementTree

import pytest

from spark_tools import (
    Exercise,
    Field,
    FieldGrid,
    Function,
    Handout,
    Library,
    Orientation,
    Outcome,
    Picture,
)
from spark_tools.testing import (
    PluginSuite,
    groups_for,
    handout_text,
    lix,
    minutes_for,
    participants_text,
)

PLUGIN = "perspective-mapping"

SVG = "{http://www.w3.org/2000/svg}"


class TestPerspectiveMapping(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def exercise(library: Library) -> Exercise:
    return library.exercise("perspective-mapping")


def sheet(exercise: Exercise, name: str) -> Handout:
    (found,) = (handout for handout in exercise.handouts if handout.id == name)
    return found


def drawing(exercise: Exercise) -> Picture:
    blocks = sheet(exercise, "perspective-map").blocks
    (picture,) = (block for block in blocks if isinstance(block, Picture))
    return picture


def test_it_explores_and_ends_in_a_first_wish(exercise: Exercise) -> None:
    assert exercise.functions == (Function.EXPLORE,)
    assert set(exercise.yields) == {Outcome.PERSPECTIVES, Outcome.WISH}
    assert exercise.needs == ()


def test_everything_participants_read_is_easy(exercise: Exercise) -> None:
    texts = {step.id: str(step.text) for step in exercise.steps}
    texts |= {handout.id: handout_text(handout) for handout in exercise.handouts}
    texts["all"] = participants_text(exercise)

    assert {name: lix(text) for name, text in texts.items() if lix(text) > 40} == {}


@pytest.mark.parametrize(
    ("people", "least", "typical", "most"),
    [(2, 40, 55, 80), (5, 40, 60, 85), (8, 45, 65, 85), (24, 45, 65, 85)],
)
def test_it_takes_about_an_hour(
    exercise: Exercise, people: int, least: int, typical: int, most: int
) -> None:
    minutes = minutes_for(exercise, people)

    assert (minutes.min, minutes.typical, minutes.max) == (least, typical, most)


def test_any_number_from_two_can_be_shared_out(exercise: Exercise) -> None:
    size = exercise.participants.group
    assert size is not None
    for people in range(exercise.participants.min, exercise.participants.max + 1):
        assert all(size.min <= group <= size.max for group in groups_for(exercise, people))


def test_it_can_be_run_from_the_paper_alone(exercise: Exercise) -> None:
    for step in exercise.steps:
        assert all((step.text, step.facilitator, step.say, step.paper, step.done)), step.id
    about = ("purpose", "when", "when_not", "seating", "preparation", "until_next")
    assert [name for name in about if not getattr(exercise, name)] == []
    assert exercise.materials
    assert exercise.questions
    assert exercise.pitfalls


def test_harassment_is_culture_only_and_never_a_case(exercise: Exercise) -> None:
    (caution,) = (caution for caution in exercise.cautions if "harassment" in caution.themes)

    assert "kulturen" in caution.text
    assert "Tag aldrig en konkret sag op" in caution.text


def test_the_record_has_a_row_for_every_field_of_the_map(exercise: Exercise) -> None:
    record = sheet(exercise, "perspective-sheet")
    perspectives = next(
        block
        for block in record.blocks
        if isinstance(block, FieldGrid) and block.id == "perspectives"
    )

    assert record.orientation is Orientation.LANDSCAPE
    assert [column.id for column in perspectives.columns] == [
        "who",
        "sees",
        "matters",
        "does",
        "known",
    ]
    assert perspectives.rows == drawing(exercise).svg.count(">Hvem?<") == 6


def test_the_record_asks_for_the_issue_what_recurs_and_the_wish(exercise: Exercise) -> None:
    blocks = sheet(exercise, "perspective-sheet").blocks
    labels = [block.label for block in blocks if isinstance(block, Field)]
    titles = [
        column.title for block in blocks if isinstance(block, FieldGrid) for column in block.columns
    ]

    assert labels == ["Problemstilling i én sætning"]
    assert titles[-4:] == [
        "Fællestræk",
        "Overraskelser",
        "Hvem mangler vi at spørge?",
        "Vores foreløbige forandringsønske",
    ]


def test_every_row_is_high_enough_for_a_pen(exercise: Exercise) -> None:
    grids = [
        block
        for handout in exercise.handouts
        for block in handout.blocks
        if isinstance(block, FieldGrid)
    ]

    assert len(grids) == 2
    assert all(grid.height >= 12 and len(grid.columns) <= 6 for grid in grids)


def test_the_map_can_be_drawn_and_says_what_it_shows(exercise: Exercise) -> None:
    picture = drawing(exercise)
    root = ElementTree.fromstring(picture.svg)
    fields = root.findall(f"./{SVG}g/{SVG}path")
    words = [text.text for text in root.iter(f"{SVG}text")]

    assert root.get("font-family") == "Carlito"
    assert len(fields) == 6
    assert words.count("Problemstilling") == 1
    assert "seks felter" in picture.alt
    assert picture.width == 257
