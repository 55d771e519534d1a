"""What is printed on a sheet where no field is, to tell what is written there from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

from spark_tools.model import Block, Document, Field, FieldGrid, running_text

_QUOTES = dict.fromkeys(map(ord, "»«“”„\"'"))


def printed(document: Document) -> tuple[str, ...]:
    """Give the marks of all paragraphs of *document*, sorted; see `mark`."""
    texts = (
        text for section in document.sections for block in section.blocks for text in _texts(block)
    )
    return tuple(sorted({mark(text) for text in texts} - {""}))


def mark(text: str) -> str:
    """Give eight hexadecimal digits that stand for *text*, or nothing where it is blank.

    Quotation marks, blanks and line breaks do not count.
    """
    words = unicodedata.normalize("NFC", text).translate(_QUOTES).split()
    return blake2b(" ".join(words).encode(), digest_size=4).hexdigest() if words else ""


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Field():
            yield from (block.label, f"{block.label} {block.prompt}")
        case FieldGrid():
            yield from (block.corner, *(column.title for column in block.columns))
            yield from (*block.labels, *block.example)
        case _:
            yield from running_text(block)
