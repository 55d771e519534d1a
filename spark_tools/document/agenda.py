"""The agenda of one meeting, for everybody who takes part."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.document.bringing import things_to_bring
from spark_tools.document.clock import item_span, meeting_day, meeting_hours
from spark_tools.document.framing import CourseDocument, framed, meeting_name
from spark_tools.document.occasions import document_words
from spark_tools.document.tables import bullets, facts, row
from spark_tools.document.variables import joined
from spark_tools.document.wording import inside, item_title, responsible
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Edition,
    Heading,
    ItemKind,
    Meeting,
    Paragraph,
    Role,
    Row,
    RowRole,
    Section,
    SessionPlan,
    Table,
    TableRole,
    text,
)


def agenda_document(plan: SessionPlan, meeting: Meeting) -> CourseDocument:
    """Lay out the agenda of *meeting* on a portrait page."""
    words = document_words(plan)
    title = words(
        "Agenda for meeting {number}: {title}", number=meeting.number, title=meeting.title
    )
    blocks: tuple[Block, ...] = (
        Heading(1, text(title)),
        *((Paragraph(text(meeting.purpose), Role.LEAD),) if meeting.purpose else ()),
        *_facts(plan, meeting, words),
        Heading(2, text(words("Programme"))),
        _times(meeting, words),
        *_what_to_bring(plan, meeting, words),
    )
    document = framed(
        plan, meeting, Edition.AGENDA, title, (Section(blocks),), header=words("Agenda")
    )
    return CourseDocument(document, meeting_name(meeting, words("agenda")), meeting.number)


def _facts(plan: SessionPlan, meeting: Meeting, words: Words) -> tuple[Block, ...]:
    return facts(
        (
            (words("Workplace"), plan.brief.workplace),
            (words("Date"), meeting_day(meeting, words)),
            (words("Time"), meeting_hours(meeting, plan.brief.language)),
            (words("Place"), meeting.place),
            (words("What we leave with"), meeting.outcome),
            (words("Who leads"), _leaders(plan, meeting, words)),
        )
    )


def _leaders(plan: SessionPlan, meeting: Meeting, words: Words) -> str:
    roles = dict.fromkeys(responsible(exercise, words) for exercise in meeting.exercises)
    first, *others = roles or (words("Consultant"),)
    named = joined([first, *map(inside, others)], words)
    return f"{named} ({plan.brief.consultant})" if plan.brief.consultant else named


def _times(meeting: Meeting, words: Words) -> Table:
    columns = (
        Column(words("Time"), 34),
        Column(words("Item"), 56),
        Column(words("What it is about"), 80),
    )
    return Table(columns, tuple(_rows(meeting, words)), TableRole.AGENDA)


def _rows(meeting: Meeting, words: Words) -> Iterator[Row]:
    roles = {ItemKind.EXERCISE: RowRole.NORMAL, ItemKind.BUFFER: RowRole.BUFFER}
    for item in meeting.items:
        title = item_title(item, words)
        why = item.exercise.purpose if item.exercise and item.part < 2 else ""
        yield row(
            item_span(meeting, item, words.language),
            text(title, strong=item.kind is ItemKind.EXERCISE),
            why or Cell(),
            role=roles.get(item.kind, RowRole.BREAK),
        )


def _what_to_bring(plan: SessionPlan, meeting: Meeting, words: Words) -> tuple[Block, ...]:
    tried = (
        placement
        for earlier in plan.meetings
        if earlier.number == meeting.number - 1
        for placement in earlier.after
    )
    lines = things_to_bring((*tried, *meeting.before), meeting, words)
    if not lines:
        return ()
    return (Heading(2, text(words("Bring and prepare"))), *bullets(lines))
