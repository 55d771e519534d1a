"""The plan builder: the form, the plan that it becomes, and the plan's files."""

from __future__ import annotations

from flask import Blueprint, Response, request

from spark_tools.model import FaultError
from spark_tools.web.media import media_type
from spark_tools.web.planner.asking import changed_meeting, file_asked, plan_asked
from spark_tools.web.planner.form import PlanForm, form_from
from spark_tools.web.planner.jobs import ComposePlan, TakeIn
from spark_tools.web.planner.page import PATH, Asked, plan_page
from spark_tools.web.server.context import Context, in_each_language
from spark_tools.web.server.headers import answer

BRIEF = "brief"
"""The field with an uploaded ``course.toml``."""


def planner_views(context: Context) -> Blueprint:
    """Give the addresses of the plan builder."""
    views = Blueprint("planner", __name__)

    def show(language: str, what: Asked) -> Response:
        status = 400 if what.faults else 200
        return context.show(plan_page(context.toolbox, language, what), status=status)

    def composed(language: str, job: ComposePlan, notes: tuple[str, ...] = ()) -> Response:
        meeting = changed_meeting(job.change)
        try:
            made = context.do(job, language)
        except FaultError as error:
            return show(language, Asked(job.form, None, error.faults, job.before, notes=notes))
        return show(language, Asked(job.form, made, (), job.before, meeting, notes))

    def taken_in(language: str, content: bytes) -> Response:
        try:
            taken = context.do(TakeIn(content), language)
        except FaultError as error:
            return show(language, Asked(PlanForm(), faults=error.faults))
        return composed(language, ComposePlan(taken.form), taken.left_out)

    @in_each_language(views, f"/{PATH}", methods=["GET"])
    def plan(language: str) -> Response:
        return show(language, Asked(form_from(dict(request.args.lists()))))

    @in_each_language(views, f"/{PATH}", methods=["POST"])
    def compose(language: str) -> Response:
        if BRIEF in request.files:
            return taken_in(language, request.files[BRIEF].read())
        values = dict(request.form.lists())
        job = plan_asked(values)
        wanted = file_asked(values)
        if wanted is None:
            return composed(language, job)
        try:
            file = context.do(wanted, language)
        except FaultError as error:
            return show(language, Asked(job.form, None, error.faults, job.before))
        return answer(file.content, media_type(file.name), file_name=file.name)

    return views
