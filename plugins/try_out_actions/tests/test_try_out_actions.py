from itertools import pairwise

import pytest

from spark_tools import (
    Exercise,
    Field,
    FieldGrid,
    Function,
    Library,
    Meaning,
    Outcome,
    SourceStatus,
)
from spark_tools.testing import PluginSuite, lix, participants_text

PLUGIN = "try-out-actions"


class TestTryOutActions(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def exercise(library: Library) -> Exercise:
    return library.exercise("try-out-actions")


@pytest.fixture
def card(exercise):
    (only,) = exercise.handouts
    return only


def minutes(exercise: Exercise, group: int) -> tuple[int, int, int]:
    turns = group * sum(step.minutes.per_person for step in exercise.steps)
    return (
        turns + sum(step.minutes.min for step in exercise.steps),
        turns + sum(step.minutes.typical for step in exercise.steps),
        turns + sum(step.minutes.max for step in exercise.steps),
    )


def test_it_acts_and_leaves_actions_behind(exercise):
    assert exercise.id == "try-out-actions"
    assert exercise.functions == (Function.ACT,)
    assert exercise.yields == (Outcome.ACTIONS,)
    assert exercise.repeatable


def test_sparks_three_steps_come_in_their_order(exercise):
    titles = [step.title for step in exercise.steps]
    places = [
        next(place for place, title in enumerate(titles) if title.startswith(f"{name}:"))
        for name in ("Erfaring", "Undring", "Prøvehandling")
    ]
    assert all(earlier < later for earlier, later in pairwise(places))


def test_a_group_of_five_takes_an_hour(exercise):
    assert minutes(exercise, 5) == (40, 60, 80)


@pytest.mark.parametrize("group", [2, 3, 4, 5, 6])
def test_no_group_strays_far_from_an_hour(exercise, group):
    least, typical, most = minutes(exercise, group)
    assert 30 <= least <= 45
    assert 50 <= typical <= 65
    assert 70 <= most <= 85


def test_no_turn_is_taken_by_the_whole_room(exercise):
    assert {step.form for step in exercise.steps if step.minutes.per_person} == {"groups"}


def test_each_step_can_be_lengthened_and_shortened(exercise):
    for step in exercise.steps:
        assert step.minutes.min < step.minutes.typical < step.minutes.max, step.id


def test_each_step_says_what_to_do_say_write_and_wait_for(exercise):
    for step in exercise.steps:
        assert all((step.text, step.facilitator, step.say, step.paper, step.done)), step.id


def test_it_says_when_not_to_use_it_and_where_to_turn(exercise):
    assert "MED-udvalg" in exercise.when_not
    assert "HR" in exercise.when_not


def test_harassment_warns_against_cases(exercise):
    (caution,) = [caution for caution in exercise.cautions if "harassment" in caution.themes]
    assert "aldrig" in caution.text


def test_participants_can_read_it_with_ease(exercise):
    assert 0 < lix(participants_text(exercise)) <= 40


def test_the_card_has_a_place_for_everything_a_test_needs(card):
    fields = {block.id for block in card.blocks if isinstance(block, Field)}
    columns = {
        column.id
        for block in card.blocks
        if isinstance(block, FieldGrid)
        for column in block.columns
    }
    assert fields == {"title", "experience", "what"}
    assert columns == {
        *("purpose", "benefit", "who", "when", "where", "from", "to"),
        *("help", "signs", "inform", "follow-up"),
        *("evaluation", "decision"),
    }


def test_the_card_tells_the_logbook_of_one_action(card):
    fields = [block for block in card.blocks if isinstance(block, Field)]
    columns = [
        one for block in card.blocks if isinstance(block, FieldGrid) for one in block.columns
    ]
    assert {one.id: one.means for one in (*fields, *columns) if one.means} == {
        "title": Meaning.NAME,
        "what": Meaning.WHAT,
        "who": Meaning.WHO,
        "follow-up": Meaning.REVIEW,
        "evaluation": Meaning.LEARNT,
        "decision": Meaning.DECISION,
    }


def test_the_card_ends_in_a_choice(card):
    last = card.blocks[-1]
    assert isinstance(last, FieldGrid)
    assert last.columns[-1].choices == ("Udbred", "Justér", "Stop")


def test_the_card_has_room_for_a_pen(card):
    grids = [block for block in card.blocks if isinstance(block, FieldGrid)]
    assert all(grid.height >= 14 and len(grid.columns) <= 6 for grid in grids)


def test_the_source_is_honest(exercise):
    assert exercise.source.status is SourceStatus.ADAPTED
    assert exercise.source.text.startswith("Frit bearbejdet")
