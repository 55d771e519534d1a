"""The sheets that participants write on, one document for each exercise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from spark_tools.document.clock import meeting_day
from spark_tools.document.filling import sheet
from spark_tools.document.framing import CourseDocument, framed, meeting_name
from spark_tools.document.naming import unique_slugs
from spark_tools.document.occasions import Occasion
from spark_tools.document.variables import Values
from spark_tools.model import Edition, Handout, Heading, Paragraph, Role, Section, text

NOTHING_WAITS: Mapping[str, int] = MappingProxyType({})


def worksheet_documents(occasions: Sequence[Occasion]) -> tuple[CourseDocument, ...]:
    """Lay out the worksheets of each exercise of one meeting that has any."""
    with_sheets = [occasion for occasion in occasions if occasion.handouts]
    slugs = unique_slugs(
        (occasion.exercise.id, occasion.exercise.title) for occasion in with_sheets
    )
    return tuple(_document(occasion, slugs[occasion.exercise.id]) for occasion in with_sheets)


def _document(occasion: Occasion, slug: str) -> CourseDocument:
    words, meeting, exercise = occasion.words, occasion.meeting, occasion.exercise
    where = " · ".join(
        (
            occasion.plan.brief.workplace,
            words("Meeting {number}", number=meeting.number),
            meeting_day(meeting, words),
        )
    )
    waiting = {handout.id: occasion.waiting_on(handout) for handout in occasion.handouts}
    title, sections = sheet_sections(
        exercise.title, occasion.handouts, occasion.values, where, waiting
    )
    document = framed(
        occasion.plan,
        meeting,
        Edition.WORKSHEETS,
        title,
        sections,
        exercise.id,
        *(occasion.handouts[0].id,) * (len(occasion.handouts) == 1),
    )
    name = meeting_name(meeting, f"{words('worksheet')}-{slug}")
    return CourseDocument(document, name, meeting.number, exercise.id)


def sheet_sections(
    title: str,
    handouts: Sequence[Handout],
    values: Values,
    where: str = "",
    waiting: Mapping[str, int] = NOTHING_WAITS,
) -> tuple[str, tuple[Section, ...]]:
    """Give the document's title and a section for each of *handouts*.

    A sheet that is alone gives its title to the document; several stand one
    level below *title*. *where* is a small line under a sheet's title; the sheet
    that has the document's title above its own leaves the room for writing.
    *waiting* tells how many actions wait for one copy of a handout, by its id.
    """
    alone = len(handouts) == 1
    below = 1 if alone else 2
    sections = []
    for place, handout in enumerate(handouts):
        first = not alone and not place
        above = (Heading(1, text(title)),) if first else ()
        small = (Paragraph(text(where), Role.NOTE),) if where and not first else ()
        blocks = (
            *above,
            Heading(below, text(handout.title)),
            *small,
            *sheet(handout, values, below=below, waiting=waiting.get(handout.id, 0)),
        )
        sections.append(Section(blocks, handout.orientation))
    return (handouts[0].title if alone else title), tuple(sections)
