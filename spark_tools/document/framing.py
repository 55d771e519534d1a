"""What every document of a course has in common: title, header, footer, identity."""

from __future__ import annotations

from attrs import frozen

from spark_tools.document.clock import meeting_day, meeting_hours
from spark_tools.document.occasions import document_words
from spark_tools.i18n import Words
from spark_tools.model import Document, Edition, Meeting, Section, SessionPlan, Sheet


@frozen
class CourseDocument:
    """A document and its place in the course.

    ``name`` is its path without a suffix, parts joined by ``/``. ``meeting`` is
    a number from 1, or 0 for the whole course; ``exercise`` an id, or nothing.
    """

    document: Document
    name: str
    meeting: int = 0
    exercise: str = ""


def framed(
    plan: SessionPlan,
    meeting: Meeting | None,
    edition: Edition,
    title: str,
    sections: tuple[Section, ...],
    *identity: str,
    header: str = "",
    sheets: tuple[Sheet, ...] = (),
) -> Document:
    """Put *sections* in the frame of the course; *identity* are the last parts of the identifier.

    ``header`` is a shorter title for the top of the pages; *sheets* are those to fill in.
    """
    words = document_words(plan)
    right = header or title
    number = "course"
    if meeting:
        number = str(meeting.number)
        right = words("{title} · Meeting {number}", title=right, number=meeting.number)
    return Document(
        edition=edition,
        title=title,
        language=plan.brief.language,
        sections=sections,
        header_left=f"{plan.brief.workplace} · {plan.course_type.title}",
        header_right=right,
        footer_left=_when(meeting, words) if meeting else "",
        page_label=words("Page {page} of {pages}"),
        identifier="/".join((plan.course or plan.id, str(edition), number, *identity)),
        workplace=plan.brief.workplace,
        date=meeting.date if meeting else None,
        sheets=sheets,
    )


def _when(meeting: Meeting, words: Words) -> str:
    """Give the day, when it is known, and the hours, so that the end is always in sight."""
    hours = meeting_hours(meeting, words.language)
    return f"{meeting_day(meeting, words)} · {hours}" if meeting.date else hours


def meeting_name(meeting: Meeting, name: str) -> str:
    """Give the path of a document of *meeting*."""
    return f"meeting-{meeting.number}/{name}"
