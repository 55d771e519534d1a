"""What is done in a worker: it gets there and back, and says what it found."""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve

from spark_tools.model import FaultError
from spark_tools.web.planner.changes import LeaveOut, Lengthen, Swap
from spark_tools.web.planner.form import MeetingForm, PlanForm
from spark_tools.web.planner.jobs import Composed, ComposePlan, DrawCourse, DrawFile, TakeIn
from spark_tools.web.toolbox import Toolbox


def done(job: ComposePlan, toolbox: Toolbox) -> Composed:
    """Do *job* as a worker does: it and its answer go through a pipe."""
    there: ComposePlan = pickle.loads(pickle.dumps(job))
    answer = there.run(toolbox)
    packed = pickle.dumps(answer)
    assert len(packed) < 30_000
    back: Composed = pickle.loads(packed)
    assert back == answer
    return back


def test_a_form_becomes_a_plan_for_reading(course: PlanForm, toolbox: Toolbox) -> None:
    composed = done(ComposePlan(course), toolbox)
    first = composed.view.meetings[0]

    assert (first.day, first.hours, first.length) == (
        "Wednesday 3\N{NO-BREAK SPACE}February 2027",
        "9:00–11:30",
        "2 hours 30 min",
    )
    assert [item.start for item in first.items[:3]] == ["9:00", "9:10", "9:25"]
    assert first.items[0].reasons == ("A usual choice for “Kom i gang”",)
    assert [each.exercise for each in first.before] == ["homework"]
    assert (composed.news, composed.refused) == ((), ())


def test_the_form_comes_back_under_the_things_own_names(course: PlanForm, toolbox: Toolbox) -> None:
    typed = evolve(course, course_type="individuelt", themes=("samarbejde",), participants=" 5 ")
    form = done(ComposePlan(typed), toolbox).form

    assert (form.course_type, form.themes, form.participants) == (
        "individual",
        ("cooperation",),
        "5",
    )


def test_a_number_of_meetings_that_was_left_open_stays_open(
    course: PlanForm, toolbox: Toolbox
) -> None:
    composed = done(ComposePlan(evolve(course, count="")), toolbox)

    assert composed.form.count == ""
    assert len(composed.view.meetings) == 4


def test_a_change_gives_the_changed_form_and_says_what_it_did(
    course: PlanForm, toolbox: Toolbox
) -> None:
    composed = done(ComposePlan(course, Lengthen(2, 15), course), toolbox)

    assert composed.form.meetings[1].minutes == "195"
    assert composed.news[0] == "Meeting 2 lasts 195 min and ends at 12:15; it ended at 12:00."


def test_what_cannot_be_leaves_the_plan_as_it_was(course: PlanForm, toolbox: Toolbox) -> None:
    composed = done(ComposePlan(course, LeaveOut("check-in"), course), toolbox)

    assert composed.news == ()
    assert "Nothing is left for “Kom i gang” in meeting 2" in composed.refused[0]
    assert composed.view == done(ComposePlan(course), toolbox).view


def test_what_was_typed_since_is_told_together_with_the_change(
    course: PlanForm, toolbox: Toolbox
) -> None:
    typed = evolve(course, meetings=(*course.meetings, MeetingForm(start="8.30")))
    swap = Swap(2, "over-under-standard", "when-it-works")
    news = done(ComposePlan(typed, swap, course), toolbox).news

    assert news[0].startswith("Meeting 2: “Når det går godt”")
    assert "Meeting 2 lasts 180 min and ends at 11:30; it ended at 12:00." in news


def test_a_plan_before_that_cannot_be_read_is_no_plan_before(
    course: PlanForm, toolbox: Toolbox
) -> None:
    assert done(ComposePlan(course, before=PlanForm(wish="x")), toolbox).news == ()


def test_a_form_that_is_wrong_is_told_field_by_field(course: PlanForm, toolbox: Toolbox) -> None:
    with pytest.raises(FaultError) as caught:
        ComposePlan(evolve(course, participants="ti")).run(toolbox)
    assert [fault.file for fault in caught.value.faults] == ["participants"]


def test_a_course_that_does_not_fit_is_told(course: PlanForm, toolbox: Toolbox) -> None:
    with pytest.raises(FaultError, match="30 minutes too short") as caught:
        ComposePlan(evolve(course, meetings=(MeetingForm(), MeetingForm(minutes="30")))).run(
            toolbox
        )
    assert {fault.file for fault in caught.value.faults} == {""}


TEXT = """\
workplace = "Lindehaven"
course_type = "individual"
themes = ["samarbejde"]
participants = 5
[house]
file = "hus.docx"
look = "large-print"
"""


def test_an_uploaded_brief_fills_in_the_form(toolbox: Toolbox) -> None:
    taken = TakeIn(TEXT.encode()).run(toolbox)

    assert taken.form == PlanForm(
        course_type="individual",
        themes=("cooperation",),
        workplace="Lindehaven",
        participants="5",
        committees="1",
        start="09:00",
        language="da",
        look="large-print",
    )
    assert taken.left_out == ("In course.toml, line 6: the Word file hus.docx is not used here",)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("= 5", '= "5"', "In course.toml, line 4: "),
        ("large-print", "neon", "In course.toml, line 7: there is no such look here"),
        ("workplace =", "workplace", "In course.toml, line 1: "),
    ],
)
def test_an_uploaded_brief_that_is_wrong_is_told_line_by_line(
    right: str, wrong: str, said: str, toolbox: Toolbox
) -> None:
    with pytest.raises(FaultError, match=said):
        TakeIn(TEXT.replace(right, wrong).encode()).run(toolbox)


def test_files_are_named_and_drawn(course: PlanForm, toolbox: Toolbox) -> None:
    brief = DrawFile(course, "course.toml").run(toolbox)
    whole = DrawCourse(course, ("md",)).run(toolbox)

    assert brief.name == "plejecenter-lindehaven-course.toml"
    assert TakeIn(brief.content).run(toolbox).form.workplace == "Plejecenter Lindehaven"
    assert (whole.name, whole.content[:2]) == ("plejecenter-lindehaven-course.zip", b"PK")


def test_a_file_that_is_not_there_is_a_fault(course: PlanForm, toolbox: Toolbox) -> None:
    with pytest.raises(FaultError, match="There is no such file in this plan"):
        DrawFile(course, "plan.exe").run(toolbox)
