"""Buttons ask for one thing each; what is no button asks for nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.planner.asking import changed_meeting, file_asked, plan_asked
from spark_tools.web.planner.changes import Change, LeaveOut, Lengthen, LetBe, Swap
from spark_tools.web.planner.form import PlanForm, as_link, pairs
from spark_tools.web.planner.jobs import ComposePlan, DrawCourse, DrawFile


def values(form: PlanForm, **more: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in (*pairs(form), *more.items()):
        found.setdefault(name, []).append(value)
    return found


def test_a_form_without_a_button_asks_for_its_plan(course: PlanForm) -> None:
    assert plan_asked(values(course)) == ComposePlan(course)
    assert file_asked(values(course)) is None


@pytest.mark.parametrize(
    ("button", "change", "meeting"),
    [
        ("swap:2:check-in", Swap(2, "check-in", "market"), 2),
        ("out:check-in", LeaveOut("check-in"), 0),
        ("let:check-in", LetBe("check-in"), 0),
        ("longer:3", Lengthen(3, 15), 3),
        ("shorter:3", Lengthen(3, -15), 3),
    ],
)
def test_each_button_asks_for_its_change(
    button: str, change: Change, meeting: int, course: PlanForm
) -> None:
    sent = {**values(course, change=button), "into:2:check-in": ["market"]}

    assert plan_asked(sent) == ComposePlan(course, change)
    assert changed_meeting(change) == meeting


@pytest.mark.parametrize(
    "button", ["", "swap", "swap:2:check-out", "longer", "longer:1:2", "out", "destroy:all"]
)
def test_what_is_no_button_asks_for_no_change(button: str, course: PlanForm) -> None:
    assert plan_asked(values(course, change=button)).change is None


@given(st.text(max_size=20))
def test_whatever_stands_for_a_meeting_is_a_number(typed: str) -> None:
    change = plan_asked({"change": [f"longer:{typed}"]}).change

    assert change is None or isinstance(change, Lengthen)


def test_what_is_looked_at_and_what_to_go_back_to_come_as_links(course: PlanForm) -> None:
    other = PlanForm(workplace="Åen & øen", themes=("a", "b"))
    sent = values(course, shown=as_link(course), undo=as_link(other))

    assert plan_asked(sent) == ComposePlan(other, None, course)


def test_files_are_asked_for_one_by_one_or_all_in_some_formats(course: PlanForm) -> None:
    assert file_asked(values(course, file="a/b.docx")) == DrawFile(course, "a/b.docx")
    assert file_asked(values(course, zip="docx,pdf")) == DrawCourse(course, ("docx", "pdf"))
