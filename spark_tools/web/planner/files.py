"""The files that a plan becomes: its documents, its calendar, its brief, and all in one zip."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from attrs import frozen

from spark_tools.content.brief_data import COURSE_FILE
from spark_tools.content.brief_text import brief_as_toml
from spark_tools.document.course import course_documents
from spark_tools.document.form import sheet_form
from spark_tools.document.framing import CourseDocument
from spark_tools.document.naming import slug
from spark_tools.model import (
    Exercise,
    Fault,
    FaultError,
    Handout,
    Look,
    Meeting,
    PlanRenderer,
    Renderer,
    SessionPlan,
)
from spark_tools.plugin.looks import HOUSE
from spark_tools.publish import (
    MANIFEST,
    DrawnFile,
    draw_course,
    draw_documents,
    drawn_paths,
    manifest,
    plan_path,
)
from spark_tools.publish.manifest import file_entry
from spark_tools.web.planner.wording import say
from spark_tools.web.toolbox import Toolbox

CALENDAR = "ics"

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell of: the same plan gives the same bytes."""


@frozen
class File:
    """A file to fetch: its name and its bytes."""

    name: str
    content: bytes


def plan_documents(plan: SessionPlan, toolbox: Toolbox) -> tuple[CourseDocument, ...]:
    """Lay out the documents of *plan*, with posters where its brief asks for them."""

    def handouts(exercise: Exercise, meeting: Meeting) -> tuple[Handout, ...]:
        return toolbox.plugins.handouts(exercise, meeting, plan)

    return course_documents(plan, handouts, posters=plan.brief.dress.posters)


def plan_look(plan: SessionPlan, toolbox: Toolbox) -> Look:
    """Give the look that the brief of *plan* asks for."""
    return toolbox.looks[plan.brief.dress.look or HOUSE]


def one_file(plan: SessionPlan, toolbox: Toolbox, path: str) -> bytes | None:
    """Draw the file at *path* of the course of *plan*; None when the course has no such file.

    Raises whatever its renderer raises.
    """
    if path == COURSE_FILE:
        return brief_as_toml(plan.brief, toolbox.library).encode()
    look = plan_look(plan, toolbox)
    name, _, suffix = path.rpartition(".")
    for renderer in toolbox.renderers.values():
        if renderer.suffix != suffix or renderer.missing(look):
            continue
        documents = [each for each in plan_documents(plan, toolbox) if each.name == name]
        for drawn in draw_course(plan, documents, [renderer], look):
            if drawn.path == path:
                return drawn.content
    return None


def calendar_path(plan: SessionPlan, toolbox: Toolbox) -> str:
    """Give the path of the calendar of *plan*; nothing when no meeting has a date."""
    renderer = toolbox.renderers.get(CALENDAR)
    dated = any(meeting.date for meeting in plan.meetings)
    return plan_path(plan, renderer) if dated and isinstance(renderer, PlanRenderer) else ""


def file_name(plan: SessionPlan, path: str) -> str:
    """Give what a file at *path* is called where files of many plans lie together."""
    return "-".join(part for part in (slug(plan.brief.workplace), *path.split("/")) if part)


def all_files(plan: SessionPlan, toolbox: Toolbox, formats: Sequence[str]) -> bytes:
    """Draw the whole course in *formats* as a zip, which can be unpacked as a course folder.

    There is a calendar when a meeting has a date. What a renderer fails at is left out,
    and a text in the zip says so.

    Raises:
        FaultError: there is no such format.
        Exception: nothing at all could be drawn; this is what the last renderer raised.
    """
    look = plan_look(plan, toolbox)
    documents = plan_documents(plan, toolbox)
    files: list[DrawnFile] = []
    missing: list[str] = []
    broken: list[BaseException] = []
    for renderer in _renderers(plan, toolbox, formats):
        drawn = [] if renderer.missing(look) else _drawn(plan, documents, renderer, look, broken)
        there = {file.path for file in drawn}
        files += drawn
        missing += [path for path in drawn_paths(plan, documents, renderer) if path not in there]
    if broken and not files:
        raise broken[-1]
    forms = [form for document in documents if (form := sheet_form(document))]
    entries = sorted(map(file_entry, files), key=lambda entry: entry.meeting)
    contents = {file.path: file.content for file in files}
    contents[COURSE_FILE] = brief_as_toml(plan.brief, toolbox.library).encode()
    contents[MANIFEST] = manifest(plan, entries, forms)
    if missing:
        name, text = _missing(missing)
        contents[name] = text.encode()
    return _zipped(contents)


def _renderers(plan: SessionPlan, toolbox: Toolbox, formats: Sequence[str]) -> list[Renderer]:
    known = toolbox.renderers
    wanted = [*dict.fromkeys(formats)]
    if unknown := [name for name in wanted if name not in known]:
        raise FaultError(Fault(say("There is no format “{name}”.", name=name)) for name in unknown)
    if calendar_path(plan, toolbox) and CALENDAR not in wanted:
        wanted.append(CALENDAR)
    return [known[name] for name in wanted]


def _drawn(
    plan: SessionPlan,
    documents: Sequence[CourseDocument],
    renderer: Renderer,
    look: Look,
    broken: list[BaseException],
) -> list[DrawnFile]:
    """Draw all at once, else one by one what can be; what goes wrong is *broken*."""
    try:
        return list(draw_course(plan, documents, [renderer], look))
    except (Exception, SystemExit) as error:
        broken.append(error)
    found: list[DrawnFile] = []
    for document in documents:
        try:
            found += draw_documents([document], [renderer], look)
        except (Exception, SystemExit) as error:
            broken.append(error)
    return found


def _missing(paths: Iterable[str]) -> tuple[str, str]:
    """Give the name and the words of the text that says which files are missing."""
    lines = [
        say("These files are missing. The program that draws them failed:"),
        "",
        *(f"- {path}" for path in paths),
        "",
        say("Everything else is here. Try again later, or fetch them in another format."),
        "",
    ]
    return say("MISSING.txt"), "\r\n".join(lines)


def _zipped(contents: dict[str, bytes]) -> bytes:
    """Put *contents* in a zip; what is packed already, as Word files are, is stored."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", compresslevel=1) as archive:
        for path in sorted(contents):
            entry = zipfile.ZipInfo(path, _NO_DAY)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed = path.endswith(".docx")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[path])
    return written.getvalue()
