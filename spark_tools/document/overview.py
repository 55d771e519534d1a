"""The overview of the course: what, when, why, and what lies between."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.compose.explanation import finding_sentence
from spark_tools.document.care import care_blocks
from spark_tools.document.clock import date, meeting_day, meeting_hours
from spark_tools.document.filling import prose
from spark_tools.document.framing import CourseDocument, framed
from spark_tools.document.occasions import document_words
from spark_tools.document.so_far import agreed_blocks
from spark_tools.document.tables import bullets, cell, facts, row
from spark_tools.document.variables import joined, values
from spark_tools.document.wording import people_sentence, source_line
from spark_tools.i18n import Words
from spark_tools.i18n import words as words_of
from spark_tools.model import (
    Block,
    Column,
    Edition,
    Exercise,
    Function,
    Heading,
    Meeting,
    Paragraph,
    Placement,
    Role,
    Row,
    Section,
    SessionPlan,
    Severity,
    Table,
    text,
)


def overview_document(plan: SessionPlan) -> CourseDocument:
    """Lay out the whole course on a portrait page or two."""
    words = document_words(plan)
    title = words("Course plan")
    blocks: tuple[Block, ...] = (
        Heading(1, text(title)),
        Paragraph(text(plan.course_type.summary), Role.LEAD),
        *_facts(plan, words),
        Heading(2, text(words("The meetings"))),
        _meetings(plan, words),
        *agreed_blocks(plan),
        *_between(plan, words),
        *_preparation(plan, words),
        *care_blocks(plan, values(plan, plan.meetings[0], (), words), words),
        *_findings(plan, words),
        *_sources(plan, words),
    )
    document = framed(plan, None, Edition.OVERVIEW, title, (Section(blocks),))
    return CourseDocument(document, words("course-plan"))


def _facts(plan: SessionPlan, words: Words) -> tuple[Block, ...]:
    brief = plan.brief
    dates = [date(meeting.date, brief.language) for meeting in plan.meetings if meeting.date]
    return facts(
        (
            (words("Workplace"), brief.workplace),
            (words("Course"), plan.course_type.title),
            (words("Theme"), joined([theme.title for theme in plan.themes], words)),
            (words("Participants"), people_sentence(brief, words)),
            (words("Dates"), joined(dates, words)),
            (words("Consultant"), brief.consultant),
            (words("The workplace's wish"), brief.wish),
        )
    )


def _meetings(plan: SessionPlan, words: Words) -> Table:
    columns = (
        Column(words("Meeting"), 34),
        Column(words("Date and time"), 50),
        Column(words("Purpose"), 42),
        Column(words("What you work with"), 47),
    )
    rows = (
        _meeting_row(meeting, words, is_held=place < plan.held)
        for place, meeting in enumerate(plan.meetings)
    )
    return Table(columns, tuple(rows))


def _meeting_row(meeting: Meeting, words: Words, *, is_held: bool) -> Row:
    number = words("Meeting {number}", number=meeting.number)
    held = (Paragraph(text(words("Held")), Role.NOTE),) * is_held
    return row(
        cell(text(number, strong=True), meeting.title, *held),
        cell(meeting_day(meeting, words), meeting_hours(meeting, words.language), meeting.place),
        cell(meeting.purpose),
        cell(*bullets(exercise.title for exercise in _work(meeting))),
    )


def _work(meeting: Meeting) -> tuple[Exercise, ...]:
    """Give the exercises of *meeting* without those that only open or close it."""
    around = {Function.ARRIVE, Function.LEAVE}
    work = tuple(done for done in meeting.exercises if not around.issuperset(done.functions))
    return work or meeting.exercises


def _between(plan: SessionPlan, words: Words) -> Iterator[Block]:
    lines = tuple(_between_lines(plan, words))
    if lines:
        yield Heading(2, text(words("Between the meetings")))
        yield from bullets(lines)


def _between_lines(plan: SessionPlan, words: Words) -> Iterator[str]:
    for meeting in plan.meetings:
        if meeting.before:
            when = words("Before meeting {number}", number=meeting.number)
            yield _line(when, meeting.before)
        if meeting.after:
            when = words("After meeting {number}", number=meeting.number)
            yield _line(when, meeting.after)


def _line(when: str, placements: tuple[Placement, ...]) -> str:
    tasks = [f"{done.exercise.title}. {done.exercise.purpose}" for done in placements]
    return f"{when}: {' '.join(tasks)}"


def _preparation(plan: SessionPlan, words: Words) -> Iterator[Block]:
    given = values(plan, plan.meetings[0], (), words)
    if blocks := prose(plan.course_type.preparation, given):
        yield Heading(2, text(words("Before the course begins")))
        yield from blocks


def _findings(plan: SessionPlan, words: Words) -> Iterator[Block]:
    if not plan.findings:
        return
    yield Heading(2, text(words("For the consultant")))
    explained = words_of("compose", plan.brief.language)
    for finding in plan.findings:
        role = Role.CAUTION if finding.severity is Severity.WARNING else Role.NOTE
        yield Paragraph(text(finding_sentence(finding, explained)), role)


def _sources(plan: SessionPlan, words: Words) -> Iterator[Block]:
    sources = dict.fromkeys((plan.course_type.source, *(theme.source for theme in plan.themes)))
    for source in sources:
        yield source_line(source, words)
