"""Which files a course becomes, and their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
) -> Iterator[DrawnFile]:
    """Draw every document of *plan*, and its coming meetings, in every format, file by file."""
    renderers = tuple(renderers)
    yield from draw_documents(documents, renderers, look)
    for renderer in renderers:
        if isinstance(renderer, PlanRenderer):
            path = plan_path(plan, renderer)
            yield DrawnFile(path, renderer.draw(plan, look), renderer.format)
        elif isinstance(renderer, MeetingRenderer):
            yield from _draw_meetings(plan, renderer, look)


def _draw_meetings(plan: SessionPlan, renderer: MeetingRenderer, look: Look) -> Iterator[DrawnFile]:
    for meeting, order in zip(_coming(plan), running_orders(plan), strict=True):
        path = _meeting_path(meeting, renderer)
        drawn = renderer.draw(order, look)
        yield DrawnFile(path, drawn, renderer.format, meeting=meeting.number)


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
    documents: Iterable[CourseDocument], renderers: Iterable[Renderer], look: Look
) -> Iterator[DrawnFile]:
    """Draw *documents* in every document format, one file at a time."""
    documents = tuple(documents)
    contents = [entry.document for entry in documents]
    drawing = [
        (each, each.draw_all(contents, look))
        for each in renderers
        if isinstance(each, DocumentRenderer)
    ]
    for entry in documents:
        for renderer, drawn in drawing:
            yield DrawnFile(
                path=f"{entry.name}.{renderer.suffix}",
                content=next(drawn),
                format=renderer.format,
                edition=entry.document.edition.value,
                meeting=entry.meeting,
                exercise=entry.exercise,
            )
