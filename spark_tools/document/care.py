"""What each theme asks people to be careful with, and where to turn instead."""

from __future__ import annotations

from spark_tools.document.filling import prose
from spark_tools.document.tables import bullets, cell, row
from spark_tools.document.variables import Values
from spark_tools.i18n import Words
from spark_tools.model import Block, Column, Heading, SessionPlan, Table, TableRole, text


def care_blocks(plan: SessionPlan, values: Values, words: Words) -> tuple[Block, ...]:
    """Give a heading and a table with a row for each theme that has cautions or advice."""
    rows = tuple(
        row(
            text(theme.title, strong=True),
            cell(*bullets(theme.cautions)),
            cell(*prose(theme.turn_to, values)),
        )
        for theme in plan.themes
        if theme.cautions or theme.turn_to
    )
    if not rows:
        return ()
    columns = (
        Column(words("Theme"), 18),
        Column(words("Remember"), 44),
        Column(words("Where to turn instead"), 38),
    )
    return (
        Heading(2, text(words("Take care")), keep_start=True),
        Table(columns, rows, TableRole.PLAIN),
    )
