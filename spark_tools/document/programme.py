"""The guide's table of times: who does what, why, how, with what, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spark_tools.document.clock import clock, duration, item_span, meeting_hours
from spark_tools.document.marks import within
from spark_tools.document.occasions import Occasion
from spark_tools.document.tables import cell, row
from spark_tools.document.wording import (
    capital,
    forms_in_order,
    group_sentence,
    inside,
    item_title,
    quoted,
    responsible,
)
from spark_tools.i18n import Words
from spark_tools.model import (
    AgendaItem,
    Block,
    Cell,
    Column,
    Heading,
    ItemKind,
    Meeting,
    Paragraph,
    Role,
    Row,
    RowRole,
    Table,
    TableRole,
    text,
)


def programme_blocks(
    meeting: Meeting, occasions: Sequence[Occasion], words: Words
) -> tuple[Block, ...]:
    """Give the heading with the meeting's times and length, and the table."""
    title = words(
        "Programme {hours} ({length})",
        hours=meeting_hours(meeting, words.language),
        length=duration(meeting.minutes, words),
    )
    columns = (
        Column(words("Time"), 33),
        Column(words("Min."), 12),
        Column(words("Content"), 46),
        Column(words("Purpose"), 48),
        Column(words("Form"), 32),
        Column(words("Led by"), 22),
        Column(words("Materials"), 64),
    )
    rows = (*_rows(meeting, occasions, words), _end(meeting, words))
    return (Heading(2, text(title), keep_start=True), Table(columns, rows, TableRole.AGENDA))


def _rows(meeting: Meeting, occasions: Sequence[Occasion], words: Words) -> Iterator[Row]:
    by_id = {occasion.exercise.id: occasion for occasion in occasions}
    for item in meeting.items:
        times = item_span(meeting, item, words.language)
        occasion = by_id[item.exercise.id] if item.exercise else None
        if occasion:
            yield _exercise_row(times, item, occasion, words)
        else:
            yield _pause_row(times, item, words)


def _exercise_row(times: str, item: AgendaItem, occasion: Occasion, words: Words) -> Row:
    exercise = occasion.exercise
    groups = group_sentence(item.group_sizes, words)
    forms = (timed.step.form for timed in item.steps)
    things = [
        *(quoted(sheet.title, words) for sheet in occasion.handouts),
        *(within(_first_part, material.what) for material in exercise.materials),
    ]
    return row(
        times,
        str(item.minutes),
        text(item_title(item, words), strong=True),
        exercise.purpose if item.part < 2 else Cell(),
        forms_in_order(forms, words, groups),
        responsible(exercise, words),
        _small(capital(", ".join(map(inside, things)))) if item.part < 2 else Cell(),
    )


def _first_part(thing: str) -> str:
    return thing.split(",")[0]


def _small(line: str) -> Cell:
    return cell(Paragraph(text(line), Role.NOTE)) if line else Cell()


def _pause_row(times: str, item: AgendaItem, words: Words) -> Row:
    spare = item.kind is ItemKind.BUFFER
    why = words("Use it where the talk needs it.") if spare else Cell()
    role = RowRole.BUFFER if spare else RowRole.BREAK
    title = item_title(item, words)
    return row(times, str(item.minutes), title, why, Cell(), Cell(), Cell(), role=role)


def _end(meeting: Meeting, words: Words) -> Row:
    return row(
        clock(meeting.end, words.language),
        text(str(meeting.minutes), strong=True),
        text(words("End"), strong=True),
        words("{length} in all", length=duration(meeting.minutes, words)),
        Cell(),
        Cell(),
        Cell(),
    )
