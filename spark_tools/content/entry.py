"""What every content file begins with, and small tables that several kinds share."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from spark_tools.content.table import Table
from spark_tools.content.toml_file import FORMAT
from spark_tools.content.wording import say
from spark_tools.model import GroupSize, Source, SourceStatus

MOST_PEOPLE = 1000
"""How many people, or committees of them, a course can have at most."""


@frozen
class Entry:
    """The head of a content file."""

    id: str
    title: str
    revision: int
    aliases: tuple[str, ...]
    source: Source


def read_entry(table: Table) -> Entry:
    """Read the head: format, revision, id, title, aliases and source."""
    table.whole("format", least=1, most=FORMAT)
    id_ = table.id()
    name = table.file.path.name
    if id_ and name.partition(".")[0] != id_:
        said = say('the id is "{id}", and the file is {name}', id=id_, name=name)
        table.fault(said, "id")
    return Entry(
        id=id_,
        title=table.words("title"),
        revision=table.whole("revision", least=1),
        aliases=table.words_list("aliases"),
        source=_read_source(table.table("source")),
    )


def _read_source(table: Table) -> Source:
    return Source(
        status=table.choice("status", SourceStatus),
        text=table.phrase("text"),
        url=table.plain("url", ""),
    )


def read_range(table: Table) -> GroupSize:
    """Read a least and a most number of people or committees."""
    size = GroupSize(
        table.whole("min", least=1, most=MOST_PEOPLE), table.whole("max", least=1, most=MOST_PEOPLE)
    )
    in_order(table, ("min", size.min), ("max", size.max))
    return size


def in_order(table: Table, *figures: tuple[str, int]) -> None:
    """Report the first of the named figures that is less than the one before it.

    A figure that is missing or faulty is passed over.
    """
    there = [(key, value) for key, value in figures if table.sound(key)]
    for (before, low), (key, high) in pairwise(there):
        if high < low:
            said = say(
                '"{key}" ({high}) is less than "{before}" ({low})',
                key=key,
                high=high,
                before=before,
                low=low,
            )
            table.fault(said, key)
            return
