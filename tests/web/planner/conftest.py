"""A course that is often asked for, and its plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spark_tools.content.library import Library
from spark_tools.model import SessionPlan
from spark_tools.web.planner.form import MeetingForm, PlanForm
from spark_tools.web.planner.reading import read_form
from spark_tools.web.toolbox import Toolbox

Compose = Callable[[PlanForm], SessionPlan]


@pytest.fixture(scope="session")
def library(toolbox: Toolbox) -> Library:
    return toolbox.library


@pytest.fixture(scope="session")
def course() -> PlanForm:
    """What a TRIO fills in: three meetings for five people, the first with a date."""
    return PlanForm(
        course_type="individual",
        themes=("cooperation",),
        workplace="Plejecenter Lindehaven",
        participants="5",
        count="3",
        meetings=(MeetingForm(date="2027-02-03"),),
    )


@pytest.fixture(scope="session")
def compose(toolbox: Toolbox) -> Compose:
    """Compose the plan of a form."""

    def composed(form: PlanForm) -> SessionPlan:
        brief = read_form(form, toolbox.library, toolbox.looks)
        return toolbox.plugins.compose(brief, toolbox.library)

    return composed


@pytest.fixture(scope="session")
def plan(compose: Compose, course: PlanForm) -> SessionPlan:
    """The plan of the course."""
    return compose(course)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LANG", "en")
