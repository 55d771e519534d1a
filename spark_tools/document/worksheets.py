"""The sheets that participants write on, one document for each exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from spark_tools.document.carried import Carried
from spark_tools.document.clock import meeting_day
from spark_tools.document.filling import sheet
from spark_tools.document.framing import CourseDocument, framed, meeting_name
from spark_tools.document.naming import numbered, unique_slugs
from spark_tools.document.occasions import Occasion
from spark_tools.document.sheets import (
    committee_field,
    filled_in_mark,
    is_filled_in,
    sheets_of,
)
from spark_tools.model import (
    Block,
    Edition,
    Grouping,
    Handout,
    Heading,
    Paragraph,
    Per,
    Role,
    Section,
    text,
)

Body = Callable[[Handout, int], tuple[Block, ...]]
"""What gives the blocks of a handout under its title of a level."""


def _no_line(_handout: Handout) -> str:
    return ""


@frozen
class SheetCopy:
    """Sheets of one occasion, all or some, filled in with what is ``given``, if anything."""

    occasion: Occasion
    handouts: tuple[Handout, ...]
    given: Carried | None = None

    def named(self, name: str) -> str:
        """Give *name* with the committee's, where the sheets are one's own."""
        return "-".join(filter(None, (name, self.given.slug if self.given else "")))


def worksheet_documents(
    occasions: Sequence[Occasion], given: Sequence[Carried] = ()
) -> tuple[CourseDocument, ...]:
    """Lay out the worksheets of each exercise of one meeting that has any.

    They are filled in with what is *given*. Of several committees each that something
    is given for has its own copy of the sheets it goes on, besides the empty ones.
    """
    with_sheets = [occasion for occasion in occasions if occasion.handouts]
    slugs = unique_slugs(
        (occasion.exercise.id, occasion.exercise.title) for occasion in with_sheets
    )
    copies = [copy for occasion in with_sheets for copy in sheet_copies(occasion, given)]
    names = numbered(one.named(slugs[one.occasion.exercise.id]) for one in copies)
    return tuple(
        sheet_document(copy, f"{copy.occasion.words('worksheet')}-{name}")
        for copy, name in zip(copies, names, strict=True)
    )


def sheet_copies(occasion: Occasion, given: Sequence[Carried]) -> Iterator[SheetCopy]:
    """Give the sheets of *occasion*, and for each of several committees those filled in for it."""
    filling = [one for one in given if any(map(one.fills, occasion.handouts))]
    if occasion.plan.brief.committees < 2:
        yield SheetCopy(occasion, occasion.handouts, *filling)
        return
    yield SheetCopy(occasion, occasion.handouts)
    for one in filling:
        yield SheetCopy(occasion, tuple(filter(one.fills, occasion.handouts)), one)


def sheet_document(
    copy: SheetCopy, name: str, edition: Edition = Edition.WORKSHEETS
) -> CourseDocument:
    """Lay out the sheets of *copy* in a file called *name*."""
    occasion, handouts, given = copy.occasion, copy.handouts, copy.given
    words, meeting, exercise = occasion.words, occasion.meeting, occasion.exercise
    where = " · ".join(
        (
            occasion.plan.brief.workplace,
            words("Meeting {number}", number=meeting.number),
            meeting_day(meeting, words),
        )
    )

    def body(handout: Handout, below: int) -> tuple[Block, ...]:
        blocks = sheet(
            handout,
            exercise,
            occasion.values,
            below=below,
            waiting=occasion.waiting_on(handout),
            given=given,
        )
        if not _says_whose(occasion, handout):
            return blocks
        return (committee_field(handout.id, words, given), *blocks)

    def line(handout: Handout) -> str:
        return "" if _says_whose(occasion, handout) else where

    title, sections = sheet_sections(exercise.title, handouts, body, line)
    document = framed(
        occasion.plan,
        meeting,
        edition,
        title,
        sections,
        exercise.id,
        *(handouts[0].id,) * (len(handouts) == 1),
        *filled_in_mark(sections, given),
        sheets=sheets_of(
            handouts,
            occasion.people,
            mixed=occasion.plan.course_type.grouping is Grouping.MIXED,
            ahead=occasion.ahead,
        ),
    )
    return CourseDocument(document, meeting_name(meeting, name), meeting.number, exercise.id)


def _says_whose(occasion: Occasion, handout: Handout) -> bool:
    shared = handout.copies.per is not Per.PERSON and is_filled_in(handout)
    return shared and occasion.plan.brief.committees > 1


def sheet_sections(
    title: str, handouts: Sequence[Handout], body: Body, line: Callable[[Handout], str] = _no_line
) -> tuple[str, tuple[Section, ...]]:
    """Give the document's title and a section for each of *handouts*.

    A sheet that is alone gives its title to the document; several stand one
    level below *title*. *line* gives a small line under a sheet's title, or nothing;
    the sheet that has the document's title above its own leaves the room for writing.
    """
    alone = len(handouts) == 1
    below = 1 if alone else 2
    sections = []
    for place, handout in enumerate(handouts):
        first = not alone and not place
        above = (Heading(1, text(title)),) if first else ()
        under = "" if first else line(handout)
        small = (Paragraph(text(under), Role.NOTE),) if under else ()
        heading = Heading(below, text(handout.title))
        blocks = (*above, heading, *small, *body(handout, below))
        sections.append(Section(blocks, handout.orientation))
    return (handouts[0].title if alone else title), tuple(sections)
