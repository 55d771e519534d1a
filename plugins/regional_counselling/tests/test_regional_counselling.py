"""The second programme: what the kit asks of every plugin, and what this one promises."""

import datetime
import re
from collections.abc import Callable, Mapping

import pytest

from spark_tools import (
    ActionState,
    CourseType,
    Exercise,
    FaultError,
    Field,
    FieldGrid,
    Function,
    ItemKind,
    Library,
    Meaning,
    Per,
    SessionPlan,
    SourceStatus,
    Theme,
)
from spark_tools.testing import Collected, PluginSuite, handout_text, lix, participants_text

PLUGIN = "regional-counselling"
Plan = Callable[..., SessionPlan]
Collect = Callable[[str, Mapping[str, str]], Collected]

TYPES = ("regional-half-day", "regional-full-day")
THEMES = (
    "regional-changes",
    "regional-culture-and-core-task",
    "regional-introduction-and-retention",
    "regional-violence-and-offences",
)
EVERYDAY = 40
OFFICE_WORDS = re.compile(r"\b(faciliter|italesæt|implementer|proces)\w*", re.IGNORECASE)


class TestRegionalCounselling(PluginSuite):
    plugin = PLUGIN


def own(things: tuple[Exercise, ...]) -> list[Exercise]:
    return [each for each in things if each.origin == PLUGIN]


@pytest.fixture
def plan(compose: Plan) -> Plan:
    """Compose a course for so many people, in as many meetings as is usual, or in *meetings*."""

    def made(course_type: str, theme: str, people: int, meetings: int = 0) -> SessionPlan:
        first = datetime.date(2027, 2, 3)
        dates = [first + datetime.timedelta(weeks=4 * number) for number in range(meetings)]
        return compose(course_type=course_type, themes=(theme,), participants=people, dates=dates)

    return made


def ids(course: SessionPlan) -> list[list[str]]:
    return [[each.id for each in meeting.exercises] for meeting in course.meetings]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("course_type", TYPES)
def test_every_course_type_can_be_composed_for_every_theme_and_size(
    course_type: str, theme: str, plan: Plan
):
    for people in (1, 3, 5, 18, 40, 60):
        course = plan(course_type, theme, people)
        for meeting in course.meetings:
            assert sum(item.minutes for item in meeting.items) == meeting.minutes, people
        assert ids(course)[0] == ["call-opening", "clarify-the-request", "plan-the-seminar"]
        assert {"share-the-wish", "try-out-actions"} <= set(ids(course)[1])
        assert {"since-last-time", "learning-and-evaluation"} <= set(ids(course)[-1])


@pytest.mark.parametrize("course_type", TYPES)
def test_the_call_midway_comes_when_there_are_four_meetings(course_type: str, plan: Plan):
    usual = plan(course_type, "regional-changes", 18)
    longer = plan(course_type, "regional-changes", 18, 4)

    assert [meeting.template for meeting in usual.meetings] == [
        "preparatory",
        "seminar",
        "follow-up",
    ]
    assert ids(longer)[2] == ["midway-status"]
    assert "midway-status" not in ids(longer)[3]


def test_nothing_is_looked_back_at_on_the_seminar(plan: Plan):
    course = plan("regional-half-day", "regional-changes", 18)
    functions = {function for each in course.meetings[1].exercises for function in each.functions}
    assert Function.LOOK_BACK not in functions


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("course_type", TYPES)
def test_a_ward_of_eighteen_is_neither_rushed_nor_left_waiting(
    course_type: str, theme: str, plan: Plan
):
    for meeting in plan(course_type, theme, 18, 4).meetings:
        spare = sum(item.minutes for item in meeting.items if item.kind is ItemKind.BUFFER)
        assert spare <= 30, (meeting.number, spare)


@pytest.mark.parametrize(
    ("theme", "exercise"),
    [
        ("regional-changes", "decided-or-open"),
        ("regional-introduction-and-retention", "first-hundred-days"),
    ],
)
@pytest.mark.parametrize("course_type", TYPES)
def test_a_theme_with_an_exercise_of_its_own_gets_it(
    course_type: str, theme: str, exercise: str, plan: Plan
):
    assert exercise in ids(plan(course_type, theme, 18))[1]


def test_the_activity_phase_has_its_sheet_in_each_interval(plan: Plan):
    course = plan("regional-half-day", "regional-changes", 18, 4)
    after = [[each.exercise.id for each in meeting.after] for meeting in course.meetings]
    assert after == [["invite-colleagues"], ["activity-phase"], ["activity-phase"], []]


@pytest.mark.parametrize("name", ["vold", "forandringer", "chikane", "krænkelser", "samarbejde"])
def test_short_names_of_others_themes_still_mean_the_same(name: str, library: Library):
    assert library.find_theme(name).origin != PLUGIN


def test_its_own_things_are_found_by_the_names_that_people_use(library: Library):
    assert library.find_course_type("halvdagsseminar").id == "regional-half-day"
    assert library.find_course_type("regionalt, hel dag").id == "regional-full-day"
    assert library.find_theme("vold og krænkelser").id == "regional-violence-and-offences"
    assert library.find_theme("nye kolleger").id == "regional-introduction-and-retention"


def test_a_beginning_that_two_programmes_share_is_asked_about(library: Library):
    with pytest.raises(FaultError) as raised:
        library.find_theme("forandr")
    for theme in ("changes-and-transitions", "regional-changes"):
        assert theme in str(raised.value)


def test_everything_is_in_english_too(library: Library):
    mine: list[Exercise | Theme | CourseType] = [
        each
        for each in (*library.exercises, *library.themes, *library.course_types)
        if each.origin == PLUGIN
    ]
    assert len(mine) == 16
    for each in mine:
        assert library.in_language(each, "en").language == "en", each.id


def test_each_exercise_can_be_run_from_the_paper(library: Library):
    for it in own(library.exercises):
        assert it.when, it.id
        assert it.when_not, it.id
        assert it.preparation, it.id
        assert it.materials or it.handouts, it.id
        assert len(it.pitfalls) >= 2, it.id
        assert all(step.done for step in it.steps), it.id
        if not {Function.PREPARE, Function.BETWEEN} & set(it.functions):
            assert it.seating, it.id
            assert it.questions, it.id
            assert all(step.say and step.facilitator for step in it.steps), it.id


def test_participants_read_everyday_danish(library: Library):
    for it in own(library.exercises):
        for text in (participants_text(it), it.purpose, it.until_next):
            assert lix(text) <= EVERYDAY, it.id
        for handout in it.handouts:
            assert lix(handout_text(handout)) <= EVERYDAY, handout.id
    for theme in map(library.theme, THEMES):
        for text in (theme.summary, theme.turn_to):
            assert lix(text) <= EVERYDAY, theme.id
    for course_type in map(library.course_type, TYPES):
        told = [course_type.summary]
        told += [f"{each.purpose}\n\n{each.outcome}" for each in course_type.meetings]
        assert all(lix(text) <= EVERYDAY for text in told), course_type.id


def test_office_words_are_kept_out(library: Library):
    for it in own(library.exercises):
        assert not OFFICE_WORDS.search(str(it)), it.id


def test_everything_says_where_it_comes_from_and_what_is_our_own(library: Library):
    mine = [*own(library.exercises)]
    for each in (*mine, *map(library.theme, THEMES), *map(library.course_type, TYPES)):
        assert each.source.status in {SourceStatus.ADAPTED, SourceStatus.OWN}, each.id
        assert re.search(r"Egen udformning|vores eg", each.source.text), each.id
        assert "SPARK" not in each.source.text, each.id


def test_violence_and_offences_are_never_handled_as_cases(library: Library):
    cautions = library.theme("regional-violence-and-offences").cautions
    assert cautions[0].startswith("Lad aldrig nogen genfortælle")
    assert "Arbejd kun med kultur" in cautions[1]
    for it in own(library.exercises):
        if it.id in {"call-opening", "plan-the-seminar", "first-hundred-days", "decided-or-open"}:
            continue
        warned = {theme for each in it.cautions for theme in each.themes}
        assert "regional-violence-and-offences" in warned, it.id


def meanings(exercise: Exercise, sheet: str) -> set[Meaning]:
    (blocks,) = [each.blocks for each in exercise.handouts if each.id == sheet]
    fields = [block for block in blocks if isinstance(block, Field)]
    columns = [one for block in blocks if isinstance(block, FieldGrid) for one in block.columns]
    return {one.means for one in (*fields, *columns) if one.means}


def test_the_activity_sheet_tells_the_logbook_what_is_tried(collect: Collect):
    row = "activity-sheet.activities.1"
    found = collect(
        "activity-phase",
        {
            f"{row}.what": "Ny og erfaren går sammen på vagten",
            f"{row}.who": "AMR",
            f"{row}.started": "x",
            f"{row}.done": "To uger",
            f"{row}.learnt": "Spørg, før du viser",
            "activity-sheet.help": "Afløsning, vi spørger ledelsen",
        },
    )
    (action,) = found.actions
    assert (action.what, action.who) == ("Ny og erfaren går sammen på vagten", "AMR")
    assert action.state is ActionState.TRYING
    assert found.answers["activity-sheet.activities.1.done"] == "To uger"
    assert found.unplaced == ()


def test_what_is_decided_midway_reaches_the_logbook(collect: Collect):
    row = "status-sheet.actions.1"
    found = collect(
        "midway-status",
        {
            f"{row}.what": "Ny og erfaren går sammen på vagten",
            f"{row}.decision": "Justér",
            f"{row}.who": "TR",
            f"{row}.when": "2027-05-12",
        },
    )
    (action,) = found.actions
    assert action.state is ActionState.ADJUSTED
    assert (action.who, action.review) == ("TR", datetime.date(2027, 5, 12))


def test_planning_a_seminar_is_no_action_that_the_workplace_tries_out(library: Library):
    planning = library.exercise("plan-the-seminar")
    assert meanings(planning, "seminar-agreement") == set()
    assert planning.yields == ()


def test_a_persons_own_sheet_tells_the_logbook_nothing(library: Library):
    for it in own(library.exercises):
        for handout in it.handouts:
            if handout.copies.per is Per.PERSON:
                assert meanings(it, handout.id) == set(), handout.id
