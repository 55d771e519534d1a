"""A document as JSON: what the PDF template reads, and anything else that likes."""

from __future__ import annotations

import json
import re
from typing import Any

import attrs

from spark_tools.model import (
    Block,
    Document,
    Field,
    FieldGrid,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Span,
    Table,
)
from spark_tools.render.links import safe_link

_BREAK = "\N{ZERO WIDTH SPACE}"
_ENDLESS = re.compile(r"\S{60}(?=\S)")
_NAMES: dict[type, str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    ListBlock: "list",
    Table: "table",
    Field: "field",
    FieldGrid: "grid",
    Picture: "picture",
    PageBreak: "page-break",
}


def block_name(block: Block) -> str:
    """Give the block's name as content files and templates write it, such as ``page-break``."""
    return _NAMES[type(block)]


def document_as_json(document: Document) -> str:
    """Give *document* as a JSON object with the model's own names.

    Each block says in ``block`` which it is; dates are ISO 8601, a link that is not
    safe to follow is empty, and words without end may break.
    """
    return json.dumps(document, default=_object, ensure_ascii=False)


def _object(value: Any) -> dict[str, Any] | str:
    if not attrs.has(type(value)):
        return str(value)
    if isinstance(value, Span):
        value = attrs.evolve(value, text=_breakable(value.text), link=safe_link(value.link))
    elif isinstance(value, Field):
        value = attrs.evolve(value, value=_breakable(value.value))
    elif isinstance(value, FieldGrid):
        cells = tuple((row, column, _breakable(words)) for row, column, words in value.values)
        value = attrs.evolve(value, values=cells)
    members = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    return {"block": _NAMES[type(value)], **members} if type(value) in _NAMES else members


def _breakable(words: str) -> str:
    """Let a line break after every so many letters of a stretch that has no end.

    A typesetter runs off the page with it, or gives up.
    """
    return _ENDLESS.sub(f"\\g<0>{_BREAK}", words)
