"""The addresses of the API."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, abort, request

from spark_tools.compose.filters import Filters, fitting
from spark_tools.i18n import LANGUAGES, messages
from spark_tools.model import CourseType, Exercise, Fault, FaultError, Theme
from spark_tools.web.api.composing import ComposeBrief
from spark_tools.web.api.courses import (
    course_type_as_json,
    course_type_in_short,
    theme_as_json,
    theme_in_short,
)
from spark_tools.web.api.description import description
from spark_tools.web.api.exercises import exercise_as_json, exercise_in_short
from spark_tools.web.api.shapes import Json
from spark_tools.web.links import Links
from spark_tools.web.search import Finder
from spark_tools.web.server.context import Context, language_asked_for
from spark_tools.web.server.headers import Keep, answer
from spark_tools.web.toolbox import Toolbox
from spark_tools.web.wants import MOST

Thing = TypeVar("Thing", Exercise, Theme, CourseType)
AsJson = Callable[[Thing, Toolbox, Links], Json]


def api_views(context: Context) -> Blueprint:
    """Give the addresses of the API, below ``/api``."""
    views = Blueprint("api", __name__, url_prefix="/api")
    toolbox = context.toolbox
    library = toolbox.library
    finder = Finder(library)

    def one(find: Callable[[str], Thing], name: str, as_json: AsJson[Thing]) -> Response:
        links = _links()
        try:
            found = find(name)
        except FaultError as error:
            abort(404, description=str(error))
        return _give(as_json(found, toolbox, links))

    @views.get("/openapi.json")
    def openapi() -> Response:
        return _give(description())

    @views.get("/exercises")
    def exercises() -> Response:
        links = _links()
        found = finder.exercises(request.args.get("q", ""), fitting(library, _filters()))
        return _give([exercise_in_short(each, toolbox, links) for each in found])

    @views.get("/exercises/<name>")
    def exercise(name: str) -> Response:
        return one(library.find_exercise, name, exercise_as_json)

    @views.get("/themes")
    def themes() -> Response:
        links = _links()
        return _give([theme_in_short(each, toolbox, links) for each in library.themes])

    @views.get("/themes/<name>")
    def theme(name: str) -> Response:
        return one(library.find_theme, name, theme_as_json)

    @views.get("/course-types")
    def course_types() -> Response:
        links = _links()
        return _give([course_type_in_short(each, toolbox, links) for each in library.course_types])

    @views.get("/course-types/<name>")
    def course_type(name: str) -> Response:
        return one(library.find_course_type, name, course_type_as_json)

    @views.post("/compose")
    def compose() -> Response:
        links = _links()
        if request.mimetype != "application/json":
            abort(415)
        plan = context.do(ComposeBrief(request.get_data()), links.language)
        return _give(plan, Keep.NEVER)

    return views


def _give(value: object, keep: Keep = Keep.ASK) -> Response:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return answer(text, "application/json", keep)


def _links() -> Links:
    """Give the links of the answer, in the language asked for.

    Raises:
        FaultError: there is no such language.
    """
    if (asked := request.args.get("lang", LANGUAGES[0])) not in LANGUAGES:
        said = messages("web")("there is no language “{name}” here: da or en", name=asked)
        raise FaultError([Fault(said, "lang")])
    return Links(request.path.lstrip("/"), language_asked_for())


def _filters() -> Filters:
    return Filters(
        request.args.get("theme"),
        request.args.get("function"),
        _number("minutes"),
        _number("participants"),
    )


def _number(name: str) -> int | None:
    typed = request.args.get(name)
    if typed is None:
        return None
    if typed.isascii() and typed.isdigit() and len(typed) < 6 and 0 < int(typed) <= MOST:
        return int(typed)
    said = messages("web")("write a whole number from 1 to {most}", most=MOST)
    raise FaultError([Fault(said, name)])
