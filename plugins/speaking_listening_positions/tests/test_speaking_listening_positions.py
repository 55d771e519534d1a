from xml.etree import ElementTree

import pytest

from spark_tools import (
    VARIABLES,
    Exercise,
    Field,
    Form,
    Function,
    Picture,
    SourceStatus,
    Table,
    plain,
)
from spark_tools.testing import PluginSuite, Toolbox, drawing, lix, participants_text

PLUGIN = "speaking-listening-positions"

SVG = "{http://www.w3.org/2000/svg}"
ALL = ("speaking-listening-positions", "reflecting-team", "uninterrupted-round")


class TestSpeakingListeningPositions(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def exercises(tested: Toolbox) -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in tested.exercises}


@pytest.fixture
def handouts(exercises):
    return {sheet.id: sheet for exercise in exercises.values() for sheet in exercise.handouts}


def minutes(exercise: Exercise, group: int) -> tuple[int, int, int]:
    turns = group * sum(step.minutes.per_person for step in exercise.steps)
    return (
        turns + sum(step.minutes.min for step in exercise.steps),
        turns + sum(step.minutes.typical for step in exercise.steps),
        turns + sum(step.minutes.max for step in exercise.steps),
    )


def sketch(handouts, circle: int, circles: int = 1) -> ElementTree.Element:
    picture = next(block for block in handouts["seating"].blocks if isinstance(block, Picture))
    values = dict.fromkeys(VARIABLES, "") | {
        "participants.count": circle * circles,
        "participants.groups": circles,
        "participants.largest_group": circle,
    }
    return ElementTree.fromstring(drawing(picture, values))


def chairs(drawing: ElementTree.Element) -> int:
    with_a_back = [group for group in drawing.iter(f"{SVG}g") if group.findall(f"{SVG}rect")]
    return len(with_a_back) - 1  # the convenor's chair is no participant's


def words(drawing: ElementTree.Element) -> str:
    return " ".join(element.text or "" for element in drawing.iter(f"{SVG}text"))


def test_there_are_the_positions_and_two_relatives(exercises):
    assert sorted(exercises) == sorted(ALL)


def test_the_positions_explore_and_align(exercises):
    positions = exercises["speaking-listening-positions"]
    assert positions.functions == (Function.EXPLORE, Function.ALIGN)
    assert {step.form for step in positions.steps} == {Form.PLENARY, Form.POSITIONS}


def test_both_groups_get_the_same_time(exercises):
    steps = {step.id: step.minutes for step in exercises["speaking-listening-positions"].steps}
    for turn in ("speak", "write", "reflect", "answer"):
        assert steps[f"first-{turn}"] == steps[f"second-{turn}"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [(ALL[0], (40, 50, 65)), (ALL[1], (30, 35, 40)), (ALL[2], (26, 35, 45))],
)
def test_five_people_take_the_minutes_promised(exercises, name, expected):
    assert minutes(exercises[name], 5) == expected


@pytest.mark.parametrize("name", ALL[:2])
def test_positions_take_as_long_however_many_they_are(exercises, name):
    assert minutes(exercises[name], 3) == minutes(exercises[name], 12)


def test_nobody_speaks_for_more_than_five_minutes_in_the_round(exercises):
    turn = next(step for step in exercises["uninterrupted-round"].steps if step.id == "round")
    for group in (3, 4, 5, 6):
        assert 3 <= (turn.minutes.max + group * turn.minutes.per_person) / group <= 5


@pytest.mark.parametrize("name", ALL)
def test_each_step_says_what_to_do_say_write_and_wait_for(exercises, name):
    for step in exercises[name].steps:
        assert all((step.text, step.facilitator, step.say, step.paper, step.done)), step.id


@pytest.mark.parametrize("name", ALL)
def test_participants_can_read_it_with_ease(exercises, name):
    assert 0 < lix(participants_text(exercises[name])) <= 40


@pytest.mark.parametrize("name", ALL)
def test_the_source_is_honest(exercises, name):
    source = exercises[name].source
    assert source.status is SourceStatus.ADAPTED
    assert "vores egne" in source.text
    assert ("ikke en SPARK-øvelse" in source.text) == (name in ALL[1:])


@pytest.mark.parametrize("name", ALL)
def test_violated_people_are_never_a_case_in_the_group(exercises, name):
    exercise = exercises[name]
    warned = any("harassment" in caution.themes for caution in exercise.cautions)
    assert warned or "harassment" not in exercise.themes
    assert "HR" in exercise.when_not


def test_the_listening_sheet_parks_advice(handouts):
    sheet = handouts["listening-sheet"]
    fields = [block for block in sheet.blocks if isinstance(block, Field)]
    assert [field.id for field in fields] == ["noticed", "curious", "wiser", "parked"]
    assert all(field.lines >= 3 for field in fields)
    assert sheet.copies.per == "person"


def test_the_role_cards_say_what_to_do_and_what_not(handouts):
    table = next(block for block in handouts["role-cards"].blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == ["Rolle", "Gør", "Lad være"]
    roles = [plain(row.cells[0].blocks[0].text) for row in table.rows]
    assert roles == ["Taler", "Lytter", "Lytter, der taler", "Tovholder", "Tidsholder"]


@pytest.mark.parametrize("circle", [2, 3, 5, 8, 12, 13, 23, 24])
def test_the_sketch_has_a_chair_for_each_person(handouts, circle):
    assert chairs(sketch(handouts, circle)) == circle


@pytest.mark.parametrize("circle", [25, 60, 200])
def test_the_sketch_stays_readable_in_a_full_hall(handouts, circle):
    drawing = sketch(handouts, circle)
    assert chairs(drawing) == 24
    assert f"{circle // 2} stole" in words(drawing)


def test_a_single_chair_is_not_several(handouts):
    assert "1 stol ·" in words(sketch(handouts, 3))


def test_the_sketch_speaks_of_several_circles_only_where_there_are_several(handouts):
    assert "kredse" not in words(sketch(handouts, 5))
    assert "Begge kredse" in words(sketch(handouts, 12, circles=2))
    assert "Alle 5 kredse" in words(sketch(handouts, 12, circles=5))
