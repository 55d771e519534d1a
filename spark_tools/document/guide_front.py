"""What stands before the guide's exercises: where, who, why, and what to have ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spark_tools.document.clock import meeting_day, meeting_hours
from spark_tools.document.filling import prose
from spark_tools.document.occasions import Occasion, document_words
from spark_tools.document.quantities import Needed, merged
from spark_tools.document.tables import bullets, cell, row, strip
from spark_tools.document.variables import joined
from spark_tools.document.wording import people_sentence
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Copies,
    Heading,
    Meeting,
    Paragraph,
    Per,
    Role,
    SessionPlan,
    Table,
    TableRole,
    text,
)


def fact_blocks(plan: SessionPlan, meeting: Meeting) -> tuple[Block, ...]:
    """Give where, when and who, and what the meeting is for."""
    words = document_words(plan)
    course = (
        plan.brief.workplace,
        plan.course_type.title,
        words("Meeting {number} of {count}", number=meeting.number, count=len(plan.meetings)),
        people_sentence(plan.brief, words),
        joined([theme.title for theme in plan.themes], words),
    )
    when = cell(meeting_day(meeting, words), meeting_hours(meeting, plan.brief.language))
    return (
        Paragraph(text(" · ".join(course)), Role.NOTE),
        *strip(
            (
                (words("Date and time"), when, 20),
                (words("Place"), meeting.place, 16),
                (words("Purpose"), meeting.purpose, 24),
                (words("Wanted outcome"), meeting.outcome, 22),
                (words("The workplace's wish"), plan.brief.wish, 22),
            )
        ),
    )


def ready_blocks(
    plan: SessionPlan,
    meeting: Meeting,
    occasions: Sequence[Occasion],
    outside: Sequence[Occasion],
    hand_out: Sequence[Needed],
) -> tuple[Block, ...]:
    """Give what has to be in place for *meeting* and the time around it, counted."""
    words = document_words(plan)
    title = Heading(2, text(words("Get ready")), keep_start=True)
    return (
        title,
        *_things(plan, meeting, occasions, hand_out, words),
        *_preparation((*occasions, *outside), words),
    )


def _things(
    plan: SessionPlan,
    meeting: Meeting,
    occasions: Sequence[Occasion],
    hand_out: Sequence[Needed],
    words: Words,
) -> tuple[Block, ...]:
    agenda = Needed(words("Agenda"), plan.brief.participants, Copies(Per.PERSON))
    things = merged(thing for occasion in occasions for thing in occasion.materials)
    copies = (agenda, *(sheet for occasion in occasions for sheet in occasion.copies))
    done = [placement.exercise.title for placement in meeting.before]
    return strip(
        (
            (words("Bring"), _counted(things, words), 38),
            (words("Print"), _counted(copies, words), 34),
            (words("Hand out at the end"), _counted(hand_out, words), 28),
            (words("The participants have done"), cell(joined(done, words)), 22),
        )
    )


def _counted(things: Iterable[Needed], words: Words) -> Cell:
    return cell(*bullets(thing.sentence(words) for thing in things))


def _preparation(occasions: Sequence[Occasion], words: Words) -> tuple[Block, ...]:
    columns = (Column(words("Exercise"), 20), Column(words("Before you begin"), 80))
    rows = tuple(
        row(
            text(occasion.exercise.title, strong=True),
            cell(*prose(occasion.exercise.preparation, occasion.values)),
        )
        for occasion in occasions
        if occasion.exercise.preparation
    )
    return (Table(columns, rows, TableRole.PLAIN),) if rows else ()
