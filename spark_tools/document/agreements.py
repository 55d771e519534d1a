"""What was agreed, on the sheet for the time between the meetings."""

from __future__ import annotations

import attrs

from spark_tools.document.action_rows import filled_in
from spark_tools.document.carried import Carried
from spark_tools.document.occasions import document_words
from spark_tools.document.sheets import committee_field
from spark_tools.i18n import Words
from spark_tools.model import (
    Block,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    Meaning,
    Meeting,
    SessionPlan,
    text,
)

INTERVAL = "interval"
"""The id of the sheet."""

TELL = "tell"

ROWS = 8
HIGHEST, LEAST = 18.0, 12.0
ROOM = 187.0
"""How many mm a page of their own leaves for the rows of the agreements."""


def agreement_blocks(
    plan: SessionPlan, meeting: Meeting, given: Carried | None
) -> tuple[Block, ...]:
    """Give the room for what *meeting* agrees, filled in with what is *given*.

    The rows are as high as the page allows, never lower than a pen needs.
    """
    words = document_words(plan)
    several = plan.brief.committees > 1
    agreements = agreements_grid(words)
    if given:
        agreements = filled_in(agreements, INTERVAL, given)
    height = min(HIGHEST, max(LEAST, ROOM / agreements.rows))
    return (
        Heading(2, text(words("What we agreed"))),
        *((committee_field(INTERVAL, words, given),) if several else ()),
        attrs.evolve(agreements, id=f"{INTERVAL}.{agreements.id}", height=height),
        Field(
            f"{INTERVAL}.{TELL}",
            words("Who tells the colleagues, how and when?"),
            lines=3,
            value=_told(meeting, given),
        ),
    )


def _told(meeting: Meeting, given: Carried | None) -> str:
    """Give what the sheet said about telling the colleagues when it last came back."""
    answers = (
        value
        for entry in reversed(given.entries if given else ())
        if entry.sheet == INTERVAL and entry.meeting == meeting.number
        for key, value in entry.values
        if key == TELL
    )
    return next(answers, "")


def agreements_grid(words: Words) -> FieldGrid:
    """Give the grid of what is agreed, with nothing in it."""
    columns = (
        GridColumn("what", words("What"), 47, means=Meaning.WHAT),
        GridColumn("who", words("Who"), 24, means=Meaning.WHO),
        GridColumn("when", words("When"), 19, FieldKind.DATE, means=Meaning.REVIEW),
        GridColumn("started", words("Under way"), 10, FieldKind.CHECK, means=Meaning.STARTED),
    )
    return FieldGrid("agreements", columns, ROWS, rows_from="actions", height=HIGHEST)
