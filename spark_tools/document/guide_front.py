"""What stands above the guide's table of times: where, who, why, and what to have ready."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spark_tools.document.clock import meeting_day, meeting_hours
from spark_tools.document.filling import prose
from spark_tools.document.occasions import Occasion, document_words
from spark_tools.document.quantities import Needed, merged
from spark_tools.document.tables import cell, row, strip
from spark_tools.document.variables import joined
from spark_tools.document.wording import people_sentence
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Copies,
    Meeting,
    Paragraph,
    Per,
    Role,
    SessionPlan,
    Table,
    TableRole,
    text,
)


def front_blocks(
    plan: SessionPlan,
    meeting: Meeting,
    occasions: Sequence[Occasion],
    hand_out: Sequence[Needed],
) -> tuple[Block, ...]:
    """Give the facts, purpose, preparation, materials and cautions of *meeting*."""
    words = document_words(plan)
    return (
        *_facts(plan, meeting, words),
        *_purpose(plan, meeting, words),
        _ready(plan, meeting, occasions, hand_out, words),
        *_cautions(plan, occasions, words),
    )


def _facts(plan: SessionPlan, meeting: Meeting, words: Words) -> tuple[Block, ...]:
    number = words("{number} of {count}", number=meeting.number, count=len(plan.meetings))
    return strip(
        (
            (words("Workplace"), plan.brief.workplace, 22),
            (words("Course"), plan.course_type.title, 18),
            (words("Meeting"), number, 10),
            (words("Date"), meeting_day(meeting, words), 26),
            (words("Time"), meeting_hours(meeting, plan.brief.language), 18),
            (words("Place"), meeting.place, 18),
            (words("Participants"), people_sentence(plan.brief, words), 16),
        )
    )


def _purpose(plan: SessionPlan, meeting: Meeting, words: Words) -> tuple[Block, ...]:
    themes = joined([theme.title for theme in plan.themes], words)
    return strip(
        (
            (words("Purpose"), meeting.purpose, 32),
            (words("Wanted outcome"), meeting.outcome, 30),
            (words("Theme"), themes, 16),
            (words("The workplace's wish"), plan.brief.wish, 26),
        )
    )


def _ready(
    plan: SessionPlan,
    meeting: Meeting,
    occasions: Sequence[Occasion],
    hand_out: Sequence[Needed],
    words: Words,
) -> Table:
    agenda = Needed(words("Agenda"), plan.brief.participants, Copies(Per.PERSON))
    things = merged(thing for occasion in occasions for thing in occasion.materials)
    copies = (agenda, *(sheet for occasion in occasions for sheet in occasion.copies))
    done = [placement.exercise.title for placement in meeting.before]
    lines: tuple[tuple[str, Cell], ...] = (
        (words("Bring"), cell(_in_a_row(things, words))),
        (words("Print"), cell(_in_a_row(copies, words))),
        (words("Hand out at the end"), cell(_in_a_row(hand_out, words))),
        (words("The participants have done"), cell(joined(done, words))),
        *(
            (occasion.exercise.title, cell(*prose(occasion.exercise.preparation, occasion.values)))
            for occasion in occasions
        ),
    )
    columns = (Column(words("Get ready"), 22), Column(words("What has to be in place"), 78))
    rows = tuple(row(title, content) for title, content in lines if content.blocks)
    return Table(columns, rows, TableRole.FACTS)


def _in_a_row(things: Iterable[Needed], words: Words) -> str:
    return " · ".join(thing.sentence(words) for thing in things)


def _cautions(plan: SessionPlan, occasions: Sequence[Occasion], words: Words) -> Iterator[Block]:
    for theme in plan.themes:
        for caution in theme.cautions:
            yield Paragraph(text(caution), Role.CAUTION)
    for occasion in occasions:
        for caution in occasion.cautions:
            title = text(f"{occasion.exercise.title}: ", strong=True)
            yield Paragraph((*title, *text(caution)), Role.CAUTION)
