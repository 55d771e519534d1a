"""Which files a course becomes, and their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from spark_tools.document.framing import CourseDocument, meeting_name
from spark_tools.document.running_order import running_orders
from spark_tools.i18n import messages, words
from spark_tools.model import (
    DocumentRenderer,
    Fault,
    FaultError,
    Look,
    Meeting,
    MeetingRenderer,
    PlanRenderer,
    Renderer,
    SessionPlan,
)

DEFAULT_FORMATS = ("docx", "pdf")

Mend = Callable[[Renderer, str, Look, BaseException], Look | None]
"""What to do about an error that a renderer meets in drawing an exercise (by id) in a look."""


def _let_be(_renderer: Renderer, _exercise: str, _look: Look, error: BaseException) -> Look | None:
    raise error


@frozen
class DrawnFile:
    """A file to write: its path with forward slashes, what it is, and its bytes.

    ``edition`` is empty for a file that is no document, such as a calendar or slides;
    ``meeting`` is 0 and ``exercise`` empty where neither applies.
    """

    path: str
    content: bytes
    format: str
    edition: str = ""
    meeting: int = 0
    exercise: str = ""


def formats_for(
    wanted: Sequence[str],
    renderers: Mapping[str, Renderer],
    look: Look,
    *,
    plans: bool = True,
    usual: Sequence[str] = DEFAULT_FORMATS,
) -> tuple[tuple[Renderer, ...], tuple[str, ...]]:
    """Give the renderers of *wanted* formats in *look*, and what to tell the user about them.

    Without *wanted* these are the *usual* ones, and one of those that needs
    something installed is left out with a word on how to add it. Without *plans*
    only formats of documents are known.

    Raises:
        FaultError: a wanted format is unknown, or needs something installed.
    """
    _ = messages("publish")
    renderers = {
        name: renderer
        for name, renderer in renderers.items()
        if plans or isinstance(renderer, DocumentRenderer)
    }
    if not renderers:
        raise FaultError([Fault(_("there is no format to draw in; see: spark plugins"))])
    if not wanted:
        ready = [renderers[name] for name in usual if name in renderers]
        notes = tuple(note for renderer in ready if (note := renderer.missing(look)))
        return tuple(renderer for renderer in ready if not renderer.missing(look)), notes
    faults = []
    chosen = []
    for name in dict.fromkeys(wanted):
        renderer = renderers.get(name)
        if renderer is None:
            known = ", ".join(renderers)
            faults.append(
                Fault(_("unknown format “{name}”; there is {known}", name=name, known=known))
            )
        elif note := renderer.missing(look):
            faults.append(Fault(note))
        else:
            chosen.append(renderer)
    if faults:
        raise FaultError(faults)
    return tuple(chosen), ()


def draw_course(
    plan: SessionPlan,
    documents: Iterable[CourseDocument],
    renderers: Iterable[Renderer],
    look: Look,
    mend: Mend = _let_be,
) -> Iterator[DrawnFile]:
    """Draw every document of *plan*, and its coming meetings, in every format, file by file.

    *mend* is as below.
    """
    renderers = tuple(renderers)
    yield from draw_documents(documents, renderers, look, mend)
    for renderer in renderers:
        if isinstance(renderer, PlanRenderer):
            yield from _draw_whole(plan_path(plan, renderer), 0, renderer, plan, look, mend)
        elif isinstance(renderer, MeetingRenderer):
            for meeting, order in zip(_coming(plan), running_orders(plan), strict=True):
                path = _meeting_path(meeting, renderer)
                yield from _draw_whole(path, meeting.number, renderer, order, look, mend)


def _draw_whole(
    path: str,
    meeting: int,
    renderer: PlanRenderer | MeetingRenderer,
    drawn: Any,
    look: Look,
    mend: Mend,
) -> Iterator[DrawnFile]:
    try:
        content = _as_bytes(renderer.draw(drawn, look))
    except (Exception, SystemExit) as error:
        mend(renderer, "", look, error)
    else:
        yield DrawnFile(path, content, renderer.format, meeting=meeting)


def drawn_paths(
    plan: SessionPlan, documents: Iterable[CourseDocument], renderer: Renderer
) -> Iterator[str]:
    """Give the paths of the files that *renderer* makes of *plan* and its *documents*."""
    match renderer:
        case PlanRenderer():
            yield plan_path(plan, renderer)
        case MeetingRenderer():
            yield from (_meeting_path(meeting, renderer) for meeting in _coming(plan))
        case DocumentRenderer():
            yield from (f"{document.name}.{renderer.suffix}" for document in documents)


def plan_path(plan: SessionPlan, renderer: PlanRenderer) -> str:
    """Give the path of the file in which *renderer* draws the whole of *plan*."""
    return words("publish", plan.brief.language)("meetings") + f".{renderer.suffix}"


def _meeting_path(meeting: Meeting, renderer: MeetingRenderer) -> str:
    return f"{meeting_name(meeting, renderer.name)}.{renderer.suffix}"


def _coming(plan: SessionPlan) -> tuple[Meeting, ...]:
    return plan.meetings[plan.held :]


def draw_documents(
    documents: Iterable[CourseDocument],
    renderers: Iterable[Renderer],
    look: Look,
    mend: Mend = _let_be,
) -> Iterator[DrawnFile]:
    """Draw *documents* in every document format, one file at a time.

    What goes wrong is raised, unless *mend* knows whose fault it is: it gives another look to try
    again with, or None, and the document is left out in that format.
    """
    documents = tuple(documents)
    drawing = [
        (each, _contents(each, documents, look, mend))
        for each in renderers
        if isinstance(each, DocumentRenderer)
    ]
    for entry in documents:
        for renderer, drawn in drawing:
            if (content := next(drawn)) is not None:
                yield DrawnFile(
                    path=f"{entry.name}.{renderer.suffix}",
                    content=content,
                    format=renderer.format,
                    edition=entry.document.edition.value,
                    meeting=entry.meeting,
                    exercise=entry.exercise,
                )


def _contents(
    renderer: DocumentRenderer, documents: Sequence[CourseDocument], look: Look, mend: Mend
) -> Iterator[bytes | None]:
    """Give the bytes of each of *documents* in order, and None for what is left out."""
    done = 0
    while done < len(documents):
        waiting = documents[done:]
        drawn = iter(renderer.draw_all([entry.document for entry in waiting], look))
        try:
            for _ in waiting:
                content = _as_bytes(next(drawn, None))
                done += 1
                yield content
        except (Exception, SystemExit) as error:
            another = mend(renderer, documents[done].exercise, look, error)
            if another is None:
                done += 1
                yield None
            else:
                look = another


def _as_bytes(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    _ = messages("publish")
    raise TypeError(_("drew {kind}, not bytes", kind=type(content).__name__))
