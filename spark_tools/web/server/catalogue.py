"""The pages that are the same for everybody, and the files they load and offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from flask import Blueprint, Response, abort, redirect, request

from spark_tools.content.library import AnyThing
from spark_tools.i18n import words
from spark_tools.model import FaultError
from spark_tools.web.catalogue import catalogue_pages
from spark_tools.web.downloads import files
from spark_tools.web.errors import error_page
from spark_tools.web.front import Front
from spark_tools.web.links import address
from spark_tools.web.meant import perhaps_meant
from spark_tools.web.media import media_type
from spark_tools.web.server.context import Context, in_each_language, language_asked_for
from spark_tools.web.server.headers import Keep, answer

LONGEST_NAME = 100
"""Letters; no exercise, theme or course is called anything longer."""


def catalogue_views(context: Context) -> Blueprint:
    """Give the addresses of the catalogue."""
    views = Blueprint("catalogue", __name__)
    frame, toolbox = context.frame, context.toolbox
    pages = {
        page.address: page
        for language in frame.languages
        for page in catalogue_pages(toolbox, language)
    }
    drawable = {
        address(path, language): (job, language)
        for language in frame.languages
        for exercise in toolbox.library.exercises
        for path, job in files(toolbox, exercise, language)
    }
    fronts = {language: Front(toolbox.library, language) for language in frame.languages}
    assets = {asset.name: asset for asset in frame.assets.values()}

    def show(path: str) -> Response:
        content = context.kept.get(path, lambda: frame.draw(pages[path]).encode())
        return answer(content, keep=Keep.ASK)

    @in_each_language(views, "/")
    def front(language: str) -> Response:
        if not request.path.endswith("/"):
            return _moved(request.path)
        if not request.args:
            return show(address("", language))
        return context.show(fronts[language].page(request.args.to_dict()), Keep.ASK)

    @views.get("/assets/<name>")
    def asset(name: str) -> Response:
        if name not in assets:
            abort(404)
        found = assets[name]
        return answer(found.content, f"{found.media_type}; charset=utf-8", Keep.ALWAYS)

    @views.get("/<path:path>")
    def page(path: str) -> Response:
        if path in pages:
            return show(path)
        if path in drawable:
            job, language = drawable[path]
            content = context.fetch(path, job, language)
            name = path.rpartition("/")[2]
            shown = "" if name.endswith(".png") else name
            return answer(content, media_type(name), Keep.ASK, file_name=shown)
        if path.rstrip("/") in pages or f"{path}/" in pages:
            return _moved(path)
        return _meant(context, path)

    return views


def _moved(path: str) -> Response:
    """Send a page asked for with or without a slash too many to its own address."""
    last = path.rstrip("/").rpartition("/")[2]
    there = f"../{last}" if path.endswith("/") else f"{last}/"
    query = request.query_string.decode("ascii", "replace")
    return redirect(f"{there}?{query}" if query else there, 308)  # type: ignore[return-value]


def _meant(context: Context, path: str) -> Response:
    """Send a page asked for by another of its names to its own address, or say what was meant."""
    library = context.toolbox.library
    kinds: dict[str, tuple[Callable[[str], AnyThing], Sequence[AnyThing]]] = {
        "exercises": (library.find_exercise, library.exercises),
        "themes": (library.find_theme, library.themes),
        "course-types": (library.find_course_type, library.course_types),
    }
    language = language_asked_for()
    kind, _, name = path.removeprefix(address("", language)).partition("/")
    if kind == "exercises" and not name:
        return redirect("../" if path.endswith("/") else "./", 302)  # type: ignore[return-value]
    if kind not in kinds or "/" in name or not 0 < len(name) <= LONGEST_NAME:
        abort(404)
    find, things = kinds[kind]
    try:
        return redirect(quote(find(name).id), 302)  # type: ignore[return-value]
    except FaultError:
        near = [library.in_language(each, language) for each in perhaps_meant(name, things)]
        say = words("web", language)
        details = (say("Nothing here is called “{name}”.", name=name),)
        meant = [(f"{kind}/{each.id}", each) for each in near]
        return context.show(error_page(404, language, details, meant), status=404)
