"""What a change has done is told in a few sentences."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from spark_tools.i18n import speaking
from spark_tools.model import Finding, SessionPlan, Severity
from spark_tools.web.planner.changes import Change, LeaveOut, Lengthen, Swap, changed
from spark_tools.web.planner.difference import MOST, difference
from spark_tools.web.planner.form import MeetingForm, PlanForm
from spark_tools.web.planner.reading import form_of


@pytest.fixture
def after(compose: Any, plan: SessionPlan) -> Any:
    """Say what a change of the plan does."""

    def told(change: Change, before: SessionPlan = plan) -> list[str]:
        now = changed(change, before, lambda brief: compose(form_of(brief)))
        return list(difference(before, now))

    return told


def test_nothing_is_said_where_nothing_has_changed(plan: SessionPlan) -> None:
    assert difference(plan, plan) == ()


def test_a_swap_says_what_came_and_who_got_the_minutes(after: Any) -> None:
    came, minutes = after(Swap(2, "over-under-standard", "when-it-works"))

    assert came == (
        "Meeting 2: “Når det går godt” (35 min) comes instead of "
        "“Over eller under standard” (60 min)."
    )
    assert minutes == (
        "Meeting 2: “Siden sidst” 10 min more; “Prøvehandlinger” 10 min more; "
        "spare time 5 min more."
    )


def test_it_is_told_in_the_readers_language(after: Any) -> None:
    with speaking("da"):
        (first, second) = after(Lengthen(2, 15))
    assert first == "Møde 2 varer 195 min og slutter kl. 12.15; før sluttede det kl. 12.00."
    assert second == "Møde 2: »Prøvehandlinger« 10 min mere; luft 5 min mere."


def test_what_is_done_outside_the_meetings_has_no_minutes(after: Any, plan: SessionPlan) -> None:
    (there,) = plan.meetings[1].after
    assert after(Swap(2, there.exercise.id, "notice-speech-acts"))[0] == (
        f"Meeting 2: “Læg mærke til talehandlinger” comes instead of “{there.exercise.title}”."
    )


def test_what_goes_out_and_what_comes_in_is_told(
    after: Any, compose: Any, plan: SessionPlan, course: PlanForm
) -> None:
    assert after(LeaveOut("homework-collection"))[0] == (
        "Meeting 1: “Saml hjemmeopgaven op” (15 min) goes out."
    )
    without = compose(evolve(course, exclude=("homework-collection",)))
    assert difference(without, plan)[0] == ("Meeting 1: “Saml hjemmeopgaven op” (15 min) comes in.")


def test_what_moves_to_another_meeting_is_told(
    compose: Any, plan: SessionPlan, course: PlanForm
) -> None:
    four = compose(evolve(course, count="4"))
    rows = (MeetingForm(), MeetingForm(include=("speaking-listening-positions",)))
    other = compose(evolve(course, count="4", meetings=rows))

    assert set(difference(four, other)) >= {
        "“Over eller under standard” moves from meeting 2 to meeting 3.",
        "“Tale- og lyttepositioner” moves from meeting 3 to meeting 2.",
    }


def test_another_number_of_meetings_is_told_and_not_all_that_follows(
    compose: Any, plan: SessionPlan, course: PlanForm
) -> None:
    four = compose(evolve(course, count="4"))
    said, *findings = difference(plan, four)

    assert said == "The number of meetings is 4; it was 3. All are composed anew."
    assert all(each.startswith(("New: ", "No longer: ")) for each in findings)


def test_another_course_type_is_another_course(
    compose: Any, plan: SessionPlan, course: PlanForm
) -> None:
    day = compose(evolve(course, course_type="full-day", count="1"))
    assert difference(plan, day) == ("This is another course, composed anew.",)


def test_findings_that_come_and_go_are_told(plan: SessionPlan) -> None:
    warned = evolve(plan, findings=(Finding("weekend", Severity.WARNING, 1, ("1", "6.2.2027")),))
    calm = evolve(plan, findings=())

    assert difference(calm, warned) == ("New: Meeting 1 is on a Saturday or a Sunday (6.2.2027).",)
    assert difference(warned, calm) == (
        "No longer: Meeting 1 is on a Saturday or a Sunday (6.2.2027).",
    )


def test_no_more_is_told_than_can_be_read(plan: SessionPlan) -> None:
    many = tuple(
        Finding("x", Severity.NOTE, text=f"Number {number}.") for number in range(MOST + 3)
    )
    said = difference(evolve(plan, findings=()), evolve(plan, findings=many))

    assert len(said) == MOST + 1
    assert said[-1] == "3 more changes"
