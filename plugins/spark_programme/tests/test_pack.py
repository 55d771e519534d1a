"""What the pack holds, read as anybody's content is read."""

import re
from pathlib import Path

import pytest
import spark_tools_spark_programme

from spark_tools import Exercise, Function, Grouping, SourceStatus
from spark_tools.testing import Toolbox, handout_text, lix, participants_text

PLUGIN = "spark-programme"

CONTENT = Path(spark_tools_spark_programme.__file__).parent / "content"
EVERYDAY = 40
FORBIDDEN = re.compile(r"\b(faciliter|italesæt|implementer|proces)\w*", re.IGNORECASE)


def ids(folder: str) -> list[str]:
    return sorted(path.stem for path in (CONTENT / folder).glob("*.toml"))


def exercise(tested: Toolbox, name: str) -> Exercise:
    return next(each for each in tested.exercises if each.id == name)


def test_every_file_is_an_exercise_of_the_pack(tested: Toolbox):
    assert {each.id for each in tested.exercises} == set(ids("exercises"))


def test_there_are_six_themes_with_the_titles_people_know(tested: Toolbox):
    assert {theme.id: theme.title for theme in tested.themes} == {
        "changes-and-transitions": "Forandringer og omstillinger",
        "cooperation": "Samarbejde",
        "violence-and-threats": "Vold og trusler",
        "work-content-and-demands": "Arbejdets indhold, omfang og udførelse",
        "harassment": "Chikane",
        "lone-work": "Alenearbejde",
    }


def test_there_are_five_course_types_with_the_titles_people_know(tested: Toolbox):
    assert {course_type.id: course_type.title for course_type in tested.course_types} == {
        "individual": "Individuelt forløb",
        "two-half-days": "To halve dage",
        "full-day": "En hel dag",
        "joint": "Fællesforløb",
        "network": "Netværksforløb",
    }


def test_every_theme_warns_and_says_where_to_turn(tested: Toolbox):
    for theme in tested.themes:
        assert len(theme.cautions) >= 3, theme.id
        assert "**Lederen**" in theme.turn_to, theme.id
        assert len(theme.subtopics) >= 4, theme.id


def test_harassment_is_about_the_culture_and_never_about_a_case(tested: Toolbox):
    cautions = next(each for each in tested.themes if each.id == "harassment").cautions
    assert cautions[0].startswith("Arbejd kun med kulturen.")
    assert "aldrig" in cautions[0]


def test_what_asks_people_to_tell_has_its_own_caution_under_harassment(tested: Toolbox):
    for name in (
        "homework",
        "when-it-works",
        "wish-for-change",
        "revisit-wish",
        "interview-a-colleague",
        "try-with-colleagues",
        "notice-speech-acts",
        "market",
    ):
        warned = {theme for each in exercise(tested, name).cautions for theme in each.themes}
        assert "harassment" in warned, name


def test_nobody_is_asked_to_retell_a_violent_incident(tested: Toolbox):
    cautions = next(each for each in tested.themes if each.id == "violence-and-threats").cautions
    assert cautions[0].startswith("Lad aldrig nogen genfortælle")


@pytest.mark.parametrize("name", ids("exercises"))
def test_an_exercise_is_complete_enough_to_be_run_from_the_paper(name: str, tested: Toolbox):
    it = exercise(tested, name)
    assert it.when, "when"
    assert it.when_not, "when not"
    assert it.preparation, "preparation"
    assert it.materials, "materials"
    assert len(it.pitfalls) >= 2
    assert all(pitfall.remedy for pitfall in it.pitfalls)
    assert all(step.done for step in it.steps)
    if not {Function.PREPARE, Function.BETWEEN} & set(it.functions):
        assert it.seating
        assert it.questions
        assert any(step.say for step in it.steps)


@pytest.mark.parametrize("name", ids("exercises"))
def test_participants_read_everyday_danish(name: str, tested: Toolbox):
    it = exercise(tested, name)
    assert lix(participants_text(it)) <= EVERYDAY
    assert lix(it.purpose) <= EVERYDAY
    assert lix(it.until_next) <= EVERYDAY
    assert all(lix(handout_text(handout)) <= EVERYDAY for handout in it.handouts)


def test_themes_and_course_types_are_told_in_everyday_danish(tested: Toolbox):
    for theme in tested.themes:
        assert lix(theme.summary) <= EVERYDAY, theme.id
        assert lix(theme.turn_to) <= EVERYDAY, theme.id
    for course_type in tested.course_types:
        assert lix(course_type.summary) <= EVERYDAY, course_type.id
        told = "\n\n".join(f"{each.purpose}\n\n{each.outcome}" for each in course_type.meetings)
        assert lix(told) <= EVERYDAY, course_type.id


def test_office_words_are_kept_out():
    found = {
        path.name: match.group()
        for path in CONTENT.rglob("*.toml")
        if (match := FORBIDDEN.search(path.read_text("utf-8")))
    }
    assert found == {}


def test_everything_says_where_it_comes_from(tested: Toolbox):
    for each in (*tested.exercises, *tested.themes, *tested.course_types):
        assert each.source.status in {SourceStatus.ADAPTED, SourceStatus.OWN}, each.id
        honest = re.search(r"Egen udformning|vores eg|er vores", each.source.text)
        assert honest, each.id


def test_only_the_first_meeting_is_without_a_look_back(tested: Toolbox):
    for course_type in tested.course_types:
        for number, meeting in enumerate(course_type.meetings):
            looks_back = [slot for slot in meeting.slots if Function.LOOK_BACK in slot.functions]
            if number == 0:
                assert looks_back == [], course_type.id
            else:
                assert any(slot.required for slot in looks_back), (course_type.id, meeting.id)


def test_the_last_meeting_evaluates_anchors_and_says_goodbye(tested: Toolbox):
    for course_type in tested.course_types:
        required = [
            function
            for slot in course_type.meetings[-1].slots
            if slot.required
            for function in slot.functions
        ]
        for function in (Function.ANCHOR, Function.EVALUATE, Function.LEAVE):
            assert function in required, (course_type.id, function)


def test_every_meeting_but_the_last_ends_in_something_to_do(tested: Toolbox):
    for course_type in tested.course_types:
        for meeting in course_type.meetings[:-1]:
            assert meeting.slots[-2].functions == (Function.ACT,), (course_type.id, meeting.id)
            assert [slot.functions for slot in meeting.after] == [(Function.BETWEEN,)]


def test_the_first_meeting_is_prepared_by_homework(tested: Toolbox):
    for course_type in tested.course_types:
        before = course_type.meetings[0].before
        assert [slot.prefer for slot in before] == [("homework",)], course_type.id


def test_the_individual_course_has_from_two_to_six_meetings_and_usually_four(tested: Toolbox):
    individual = next(each for each in tested.course_types if each.id == "individual")
    repeats = [meeting.repeat for meeting in individual.meetings]
    assert sum(repeat.min for repeat in repeats) == 2
    assert sum(repeat.typical for repeat in repeats) == 4
    assert sum(repeat.max for repeat in repeats) == 6
    work = individual.meetings[1]
    assert (work.minutes, work.weeks) == (180, 4)


def test_the_network_meets_three_or_four_times(tested: Toolbox):
    network = next(each for each in tested.course_types if each.id == "network")
    repeats = [meeting.repeat for meeting in network.meetings]
    assert (sum(each.min for each in repeats), sum(each.max for each in repeats)) == (3, 4)
    assert (network.committees.min, network.committees.max) == (10, 12)


def test_committees_sit_together_in_the_joint_course_and_mixed_in_the_network(tested: Toolbox):
    grouping = {each.id: each.grouping for each in tested.course_types}
    assert grouping["joint"] is Grouping.COMMITTEE
    assert grouping["network"] is Grouping.MIXED


def test_grids_leave_room_for_a_ballpoint_pen(tested: Toolbox):
    for it in tested.exercises:
        for handout in it.handouts:
            for block in handout.blocks:
                assert getattr(block, "height", 12) >= 12, (it.id, handout.id)
