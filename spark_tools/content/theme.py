"""Reading a theme."""

from __future__ import annotations

from spark_tools.content.entry import read_entry
from spark_tools.content.table import Table, distinct
from spark_tools.content.wording import say
from spark_tools.model import Subtopic, Theme


def read_theme(table: Table, language: str, origin: str) -> Theme:
    """Read a theme from the root *table* of its file."""
    entry = read_entry(table)
    like = table.references("like", "theme")
    if entry.id and entry.id in like:
        table.fault(say("a theme is not like itself"), "like", like.index(entry.id))
    subtopics = table.tables("subtopics")
    found = tuple(Subtopic(one.id(), one.words("title")) for one in subtopics)
    distinct(subtopics, [one.id for one in found])
    return Theme(
        id=entry.id,
        title=entry.title,
        summary=table.words("summary"),
        source=entry.source,
        revision=entry.revision,
        language=language,
        aliases=entry.aliases,
        subtopics=found,
        cautions=table.words_list("cautions"),
        turn_to=table.prose("turn_to", ""),
        like=like,
        origin=origin,
    )
