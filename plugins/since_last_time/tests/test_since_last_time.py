from xml.etree import ElementTree

import pytest

from spark_tools import (
    Exercise,
    Field,
    FieldGrid,
    FieldKind,
    Function,
    Meaning,
    Outcome,
    Picture,
    SourceStatus,
)
from spark_tools.testing import PluginSuite, Toolbox, drawing, lix, participants_text

PLUGIN = "since-last-time"

BOTH = ("since-last-time", "since-last-time-long")


class TestSinceLastTime(PluginSuite):
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


def test_there_is_a_short_form_and_a_long_one(exercises):
    assert sorted(exercises) == sorted(BOTH)


def test_the_short_form_looks_back_in_any_meeting(exercises):
    short = exercises["since-last-time"]
    assert short.functions == (Function.LOOK_BACK,)
    assert short.repeatable


def test_the_long_form_comes_once_and_leaves_learning_behind(exercises):
    long = exercises["since-last-time-long"]
    assert long.functions == (Function.ANCHOR,)
    assert long.yields == (Outcome.LEARNING,)
    assert not long.repeatable


@pytest.mark.parametrize(("name", "expected"), [(BOTH[0], (15, 25, 40)), (BOTH[1], (40, 50, 65))])
def test_a_group_of_five_takes_the_minutes_promised(exercises, name, expected):
    assert minutes(exercises[name], 5) == expected


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("group", [2, 3, 8])
def test_other_groups_take_about_as_long(exercises, name, group):
    here, usual = minutes(exercises[name], group), minutes(exercises[name], 5)
    assert all(abs(minute - other) <= 3 for minute, other in zip(here, usual, strict=True))


@pytest.mark.parametrize("name", BOTH)
def test_no_turn_is_taken_by_the_whole_room(exercises, name):
    turns = {step.form for step in exercises[name].steps if step.minutes.per_person}
    assert turns == {"groups"}


@pytest.mark.parametrize("name", BOTH)
def test_each_step_has_some_play(exercises, name):
    for step in exercises[name].steps:
        assert step.minutes.min <= step.minutes.typical < step.minutes.max, step.id


@pytest.mark.parametrize("name", BOTH)
def test_each_step_says_what_to_do_say_write_and_wait_for(exercises, name):
    for step in exercises[name].steps:
        assert all((step.text, step.facilitator, step.say, step.paper, step.done)), step.id


@pytest.mark.parametrize("name", BOTH)
def test_participants_can_read_it_with_ease(exercises, name):
    assert 0 < lix(participants_text(exercises[name])) <= 40


@pytest.mark.parametrize("name", BOTH)
def test_the_source_is_honest(exercises, name):
    source = exercises[name].source
    assert source.status is SourceStatus.ADAPTED
    assert source.text.startswith("Frit bearbejdet")


def test_the_sheet_follows_each_action_from_agreement_to_next_step(handouts):
    grid = next(
        block for block in handouts["since-last-time-sheet"].blocks if isinstance(block, FieldGrid)
    )
    columns = [column.id for column in grid.columns]
    assert columns == ["agreed", "done", "effect", "learnt", "decision", "who", "when"]
    assert grid.rows == 4
    assert grid.rows_from == "actions"
    assert grid.height >= 14


def test_the_sheet_tells_the_logbook_what_happened_and_what_happens_now(handouts):
    grid = next(
        block for block in handouts["since-last-time-sheet"].blocks if isinstance(block, FieldGrid)
    )
    assert [column.means for column in grid.columns] == [
        Meaning.WHAT,
        Meaning.DONE,
        None,
        Meaning.LEARNT,
        Meaning.DECISION,
        Meaning.WHO,
        Meaning.REVIEW,
    ]


def test_the_sheet_chooses_in_each_row(handouts):
    grid = next(
        block for block in handouts["since-last-time-sheet"].blocks if isinstance(block, FieldGrid)
    )
    decision = next(column for column in grid.columns if column.id == "decision")
    assert decision.kind is FieldKind.CHOICE
    assert decision.choices == ("Fortsæt", "Justér", "Stop", "Udbred")


def test_the_sheet_asks_who_must_know(handouts):
    last = handouts["since-last-time-sheet"].blocks[-1]
    assert isinstance(last, Field)
    assert last.label == "Hvem skal vide det, og hvordan?"


def test_what_is_held_on_to_has_a_keeper_a_place_and_a_first_sign(handouts):
    grid = next(
        block for block in handouts["anchoring-sheet"].blocks if isinstance(block, FieldGrid)
    )
    assert [column.id for column in grid.columns] == ["what", "who", "where", "sign", "remedy"]
    assert grid.height >= 14


def test_the_message_to_colleagues_says_what_they_will_notice_and_who_tells(handouts):
    fields = [block.id for block in handouts["message-sheet"].blocks if isinstance(block, Field)]
    assert fields == ["tried", "keep", "change", "notice", "join", "teller"]


def test_the_timeline_is_a_picture_with_words_for_those_who_cannot_see_it(handouts):
    picture = next(block for block in handouts["timeline"].blocks if isinstance(block, Picture))
    words = {
        element.text
        for element in ElementTree.fromstring(drawing(picture)).iter(
            "{http://www.w3.org/2000/svg}text"
        )
    }
    assert {"Da vi begyndte", "Undervejs", "I dag", "Om tre måneder"} <= words
    assert all(word in picture.alt for word in ("Da vi begyndte", "Om tre måneder"))
