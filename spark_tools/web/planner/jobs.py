"""What the plan builder has done in a worker: composing, and drawing files."""

from __future__ import annotations

from functools import partial

from attrs import frozen

from spark_tools.content.brief_data import read_brief_text
from spark_tools.model import Brief, Fault, FaultError, SessionPlan
from spark_tools.web.planner.alternatives import choices
from spark_tools.web.planner.changes import Change, changed
from spark_tools.web.planner.difference import difference
from spark_tools.web.planner.files import (
    File,
    all_files,
    calendar_path,
    file_name,
    one_file,
    plan_documents,
)
from spark_tools.web.planner.form import PlanForm
from spark_tools.web.planner.reading import form_of, one_of, read_form, tidied
from spark_tools.web.planner.view import PlanView
from spark_tools.web.planner.viewing import plan_view
from spark_tools.web.planner.wording import say
from spark_tools.web.toolbox import Toolbox


@frozen
class Composed:
    """A plan for reading, and the form that it is the plan of.

    ``news`` says what is otherwise than in the plan before. ``refused`` says why what was
    asked for cannot be; the plan is then as it was.
    """

    form: PlanForm
    view: PlanView
    news: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@frozen
class ComposePlan:
    """A job: compose the plan of ``form``, with ``change`` if any.

    ``before`` is the form of the plan that is looked at now.
    """

    form: PlanForm
    change: Change | None = None
    before: PlanForm | None = None

    def run(self, toolbox: Toolbox) -> Composed:
        """Compose it; raises `FaultError` as `read_form` does, and where the brief does not fit."""
        plan = _plan(self.form, toolbox)
        form = tidied(self.form, plan.brief)
        refused: tuple[str, ...] = ()
        earlier = self._earlier(plan, toolbox)
        if self.change:
            try:
                plan = changed(self.change, plan, partial(_composed, toolbox))
                form = form_of(plan.brief)
            except FaultError as error:
                refused = tuple(fault.message for fault in error.faults)
        return Composed(
            form=form,
            view=_view(plan, toolbox),
            news=difference(earlier, plan) if earlier else (),
            refused=refused,
        )

    def _earlier(self, plan: SessionPlan, toolbox: Toolbox) -> SessionPlan | None:
        """Give the plan that is looked at now; the same as *plan* where nothing else is typed."""
        if self.before is None or self.before == self.form:
            return plan if self.before else None
        try:
            return _plan(self.before, toolbox)
        except FaultError:
            return None


@frozen
class TakenIn:
    """The form that an uploaded brief fills in, and what of it has no meaning here."""

    form: PlanForm
    left_out: tuple[str, ...] = ()


@frozen
class TakeIn:
    """A job: read ``content``, the bytes of a ``course.toml``."""

    content: bytes

    def run(self, toolbox: Toolbox) -> TakenIn:
        """Read it; raises `FaultError` with what is wrong, line by line."""
        try:
            read = read_brief_text(self.content, toolbox.library, one_of(toolbox.looks))
        except FaultError as error:
            raise FaultError(Fault(_on_line(fault)) for fault in error.faults) from None
        return TakenIn(form_of(read.brief), tuple(map(_on_line, read.left_out)))


def _on_line(fault: Fault) -> str:
    return say(
        "In {file}, line {line}: {message}",
        file=fault.file,
        line=fault.line,
        message=fault.message,
    )


@frozen
class DrawFile:
    """A job: draw the file at ``path`` of the course that ``form`` asks for."""

    form: PlanForm
    path: str

    def run(self, toolbox: Toolbox) -> File:
        """Draw it; raises `FaultError` as `ComposePlan.run`, and where there is no such file."""
        plan = _plan(self.form, toolbox)
        content = one_file(plan, toolbox, self.path)
        if content is None:
            raise FaultError([Fault(say("There is no such file in this plan."))])
        return File(file_name(plan, self.path), content)


@frozen
class DrawCourse:
    """A job: draw the whole course that ``form`` asks for in ``formats``, as a zip."""

    form: PlanForm
    formats: tuple[str, ...]

    def run(self, toolbox: Toolbox) -> File:
        """Draw it; raises as `ComposePlan.run` and `all_files`."""
        plan = _plan(self.form, toolbox)
        name = file_name(plan, say("course") + ".zip")
        return File(name, all_files(plan, toolbox, self.formats))


def _plan(form: PlanForm, toolbox: Toolbox) -> SessionPlan:
    brief = read_form(form, toolbox.library, toolbox.looks)
    return toolbox.plugins.compose(brief, toolbox.library)


def _composed(toolbox: Toolbox, brief: Brief) -> SessionPlan:
    """Compose a changed brief, once it has passed the checks that what is typed passes."""
    return _plan(form_of(brief), toolbox)


def _view(plan: SessionPlan, toolbox: Toolbox) -> PlanView:
    library = toolbox.library
    exercises = {
        each.id: library.in_language(each, plan.brief.language) for each in library.exercises
    }
    documents = plan_documents(plan, toolbox)
    calendar = calendar_path(plan, toolbox)
    return plan_view(plan, documents, choices(plan, library), exercises, calendar)
