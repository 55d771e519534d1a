"""A document as JSON: what the PDF template reads, and anything else that likes."""

from __future__ import annotations

import json
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

    Each block says in ``block`` which it is; dates are ISO 8601, and a link that
    is not safe to follow is empty.
    """
    return json.dumps(document, default=_object, ensure_ascii=False)


def _object(value: Any) -> dict[str, Any] | str:
    if not attrs.has(type(value)):
        return str(value)
    if isinstance(value, Span):
        value = attrs.evolve(value, link=safe_link(value.link))
    members = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    return {"block": _NAMES[type(value)], **members} if type(value) in _NAMES else members
