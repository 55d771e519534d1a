"""A document's fields one by one: what each is called where it is filled in and read back.

A field's identity is written three times in a Word file: as the control's tag, as the
bookmark round it, and as the control's title. `tag` and `bookmark` make the first two
from the field's key; the title is `FormField.title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

import attrs

from spark_tools.document.printed import printed
from spark_tools.i18n import Words
from spark_tools.i18n import words as words_of
from spark_tools.model import Document, Field, FieldGrid, FormField, SheetForm

if TYPE_CHECKING:
    from spark_tools.document.framing import CourseDocument

LONGEST_TAG = 64
LONGEST_TITLE = 64
OPEN_BOX, TICKED_BOX = "☐", "☒"
QUIET_PROMPT = "…"
"""The prompt of a field that needs no words, because the field above it has said them."""

_BOOKMARK = re.compile(r"spark_[0-9a-f]{16}")


def tag(key: str) -> str:
    """Give the tag of the control for the field *key*: the key itself where it is short enough."""
    if len(key) <= LONGEST_TAG:
        return key
    return f"{key[: LONGEST_TAG - 17]}~{_digest(key)}"


def bookmark(key: str) -> str:
    """Give the name of the bookmark round the control: at most 40 letters, digits and ``_``."""
    return f"spark_{_digest(key)}"


def is_bookmark(name: str) -> bool:
    """Whether *name* is one that `bookmark` gives."""
    return _BOOKMARK.fullmatch(name) is not None


def _digest(key: str) -> str:
    return blake2b(key.encode(), digest_size=8).hexdigest()


def sheet_form(entry: CourseDocument) -> SheetForm | None:
    """Give the form that *entry* is, or None where there is nothing to fill in."""
    document = entry.document
    if not (found := fields(document)):
        return None
    return SheetForm(
        document.identifier,
        document.title,
        document.sheets,
        found,
        entry.meeting,
        entry.exercise,
        printed(document),
    )


def fields(document: Document) -> tuple[FormField, ...]:
    """Give every field of *document* in order, a grid's row by row, with unique titles."""
    words = words_of("document", document.language)
    return tuple(_with_unique_titles(_fields(document, words)))


def _fields(document: Document, words: Words) -> Iterator[FormField]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Field):
                yield FormField(
                    key=block.id,
                    title=block.label,
                    label=block.label,
                    kind=block.kind,
                    choices=block.choices,
                    prompt=block.prompt,
                    value=block.value,
                    means=block.means,
                )
            elif isinstance(block, FieldGrid):
                yield from _grid_fields(block, words)


def _grid_fields(grid: FieldGrid, words: Words) -> Iterator[FormField]:
    values = {(number, column): value for number, column, value in grid.values}
    rows = max(grid.rows, len(grid.labels))
    for number in range(1, rows + 1):
        label = grid.labels[number - 1] if number <= len(grid.labels) else ""
        row = grid.row_ids[number - 1] if number <= len(grid.row_ids) else str(number)
        for place, column in enumerate(grid.columns):
            title = column.title
            if label:
                title = f"{label}: {column.title}"
            elif rows > 1:
                title = words("{title}, row {number}", title=column.title, number=number)
            yield FormField(
                key=f"{grid.id}.{row}.{column.id}",
                title=title,
                label=column.title,
                kind=column.kind,
                choices=column.choices,
                prompt=column.prompt,
                value=values.get((number, column.id), ""),
                means=column.means,
                grid=grid.id,
                row=row,
                row_label=label,
                line=number + bool(grid.example),
                place=place + bool(grid.labels),
            )


def _with_unique_titles(found: Iterable[FormField]) -> Iterator[FormField]:
    taken: set[str] = set()
    for field in found:
        title = short = _shortened(field.title, LONGEST_TITLE)
        number = 1
        while title in taken:
            number += 1
            end = f" ({number})"
            title = _shortened(short, LONGEST_TITLE - len(end)) + end
        taken.add(title)
        yield attrs.evolve(field, title=title)


def _shortened(title: str, longest: int) -> str:
    """Cut *title* in the middle, so that a row's number at its end stays."""
    if len(title) <= longest:
        return title
    end = longest // 3
    return f"{title[: longest - end - 1].rstrip()}…{title[-end:]}"
