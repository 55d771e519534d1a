"""What the pack holds, read as anybody's content is read."""

import re
from pathlib import Path

import pytest
import spark_tools_spark_programme

from spark_tools.content.reader import Contents
from spark_tools.model import Exercise, Function, Grouping, SourceStatus
from spark_tools.testing.readability import handout_text, lix, participants_text

CONTENT = Path(spark_tools_spark_programme.__file__).parent / "content"
EVERYDAY = 40
FORBIDDEN = re.compile(r"\b(faciliter|italesæt|implementer|proces)\w*", re.IGNORECASE)


def ids(folder: str) -> list[str]:
    return sorted(path.stem for path in (CONTENT / folder).glob("*.toml"))


def exercise(programme: Contents, name: str) -> Exercise:
    return next(each for each in programme.exercises if each.id == name)


def test_the_content_loads_without_a_fault(programme: Contents):
    assert [str(fault) for fault in programme.faults] == []
    assert {each.id for each in programme.exercises} == set(ids("exercises"))


def test_there_are_six_themes_with_the_titles_people_know(programme: Contents):
    assert {theme.id: theme.title for theme in programme.themes} == {
        "changes-and-transitions": "Forandringer og omstillinger",
        "cooperation": "Samarbejde",
        "violence-and-threats": "Vold og trusler",
        "work-content-and-demands": "Arbejdets indhold, omfang og udførelse",
        "harassment": "Chikane",
        "lone-work": "Alenearbejde",
    }


def test_there_are_five_course_types_with_the_titles_people_know(programme: Contents):
    assert {course_type.id: course_type.title for course_type in programme.course_types} == {
        "individual": "Individuelt forløb",
        "two-half-days": "To halve dage",
        "full-day": "En hel dag",
        "joint": "Fællesforløb",
        "network": "Netværksforløb",
    }


def test_every_theme_warns_and_says_where_to_turn(programme: Contents):
    for theme in programme.themes:
        assert len(theme.cautions) >= 3, theme.id
        assert "**Lederen**" in theme.turn_to, theme.id
        assert len(theme.subtopics) >= 4, theme.id


def test_harassment_is_about_the_culture_and_never_about_a_case(programme: Contents):
    cautions = next(each for each in programme.themes if each.id == "harassment").cautions
    assert cautions[0].startswith("Arbejd kun med kulturen.")
    assert "aldrig" in cautions[0]


def test_what_asks_people_to_tell_has_its_own_caution_under_harassment(programme: Contents):
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
        warned = {theme for each in exercise(programme, name).cautions for theme in each.themes}
        assert "harassment" in warned, name


def test_nobody_is_asked_to_retell_a_violent_incident(programme: Contents):
    cautions = next(each for each in programme.themes if each.id == "violence-and-threats").cautions
    assert cautions[0].startswith("Lad aldrig nogen genfortælle")


@pytest.mark.parametrize("name", ids("exercises"))
def test_an_exercise_is_complete_enough_to_be_run_from_the_paper(name: str, programme: Contents):
    it = exercise(programme, name)
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
def test_participants_read_everyday_danish(name: str, programme: Contents):
    it = exercise(programme, name)
    assert lix(participants_text(it)) <= EVERYDAY
    assert lix(it.purpose) <= EVERYDAY
    assert lix(it.until_next) <= EVERYDAY
    assert all(lix(handout_text(handout)) <= EVERYDAY for handout in it.handouts)


def test_themes_and_course_types_are_told_in_everyday_danish(programme: Contents):
    for theme in programme.themes:
        assert lix(theme.summary) <= EVERYDAY, theme.id
        assert lix(theme.turn_to) <= EVERYDAY, theme.id
    for course_type in programme.course_types:
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


def test_everything_says_where_it_comes_from(programme: Contents):
    for each in (*programme.exercises, *programme.themes, *programme.course_types):
        assert each.source.status in {SourceStatus.ADAPTED, SourceStatus.OWN}, each.id
        honest = re.search(r"Egen udformning|vores eg|er vores", each.source.text)
        assert honest, each.id


def test_only_the_first_meeting_is_without_a_look_back(programme: Contents):
    for course_type in programme.course_types:
        for number, meeting in enumerate(course_type.meetings):
            looks_back = [slot for slot in meeting.slots if Function.LOOK_BACK in slot.functions]
            if number == 0:
                assert looks_back == [], course_type.id
            else:
                assert any(slot.required for slot in looks_back), (course_type.id, meeting.id)


def test_the_last_meeting_evaluates_anchors_and_says_goodbye(programme: Contents):
    for course_type in programme.course_types:
        required = [
            function
            for slot in course_type.meetings[-1].slots
            if slot.required
            for function in slot.functions
        ]
        for function in (Function.ANCHOR, Function.EVALUATE, Function.LEAVE):
            assert function in required, (course_type.id, function)


def test_every_meeting_but_the_last_ends_in_something_to_do(programme: Contents):
    for course_type in programme.course_types:
        for meeting in course_type.meetings[:-1]:
            assert meeting.slots[-2].functions == (Function.ACT,), (course_type.id, meeting.id)
            assert [slot.functions for slot in meeting.after] == [(Function.BETWEEN,)]


def test_the_first_meeting_is_prepared_by_homework(programme: Contents):
    for course_type in programme.course_types:
        before = course_type.meetings[0].before
        assert [slot.prefer for slot in before] == [("homework",)], course_type.id


def test_the_individual_course_has_from_two_to_six_meetings_and_usually_four(programme: Contents):
    individual = next(each for each in programme.course_types if each.id == "individual")
    repeats = [meeting.repeat for meeting in individual.meetings]
    assert sum(repeat.min for repeat in repeats) == 2
    assert sum(repeat.typical for repeat in repeats) == 4
    assert sum(repeat.max for repeat in repeats) == 6
    work = individual.meetings[1]
    assert (work.minutes, work.weeks) == (180, 4)


def test_the_network_meets_three_or_four_times(programme: Contents):
    network = next(each for each in programme.course_types if each.id == "network")
    repeats = [meeting.repeat for meeting in network.meetings]
    assert (sum(each.min for each in repeats), sum(each.max for each in repeats)) == (3, 4)
    assert (network.committees.min, network.committees.max) == (10, 12)


def test_committees_sit_together_in_the_joint_course_and_mixed_in_the_network(programme: Contents):
    grouping = {each.id: each.grouping for each in programme.course_types}
    assert grouping["joint"] is Grouping.COMMITTEE
    assert grouping["network"] is Grouping.MIXED


def test_grids_leave_room_for_a_ballpoint_pen(programme: Contents):
    for it in programme.exercises:
        for handout in it.handouts:
            for block in handout.blocks:
                assert getattr(block, "height", 12) >= 12, (it.id, handout.id)
