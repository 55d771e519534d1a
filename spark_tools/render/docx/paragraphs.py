"""Paragraphs: each role in its own style, and speech in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import Paragraph, Role, Span, plain
from spark_tools.render.docx import names
from spark_tools.render.docx.runs import runs

if TYPE_CHECKING:
    from spark_tools.model import Text
    from spark_tools.render.docx.draft import Draft

_QUOTES = {"da": ("»", "«"), "en": ("“", "”")}
_OPENING = tuple("»«“”„\"'")


def draw_paragraph(block: Paragraph, draft: Draft) -> str:
    """Give the paragraph that *block* is in the body, outside tables; nothing without words."""
    if not plain(block.text):
        return ""
    written = draft.block(names.ROLES[block.role], content(block, draft))
    draft.used(draft.height(len(plain(block.text))))
    return written


def content(block: Paragraph, draft: Draft) -> str:
    """Give the runs of *block*; what is to be said stands in quotation marks."""
    spans = quoted(block.text, draft.language) if block.role is Role.SAY else block.text
    return runs(spans, draft)


def quoted(spans: Text, language: str) -> Text:
    """Give *spans* in the quotation marks of *language*, unless they have some already."""
    if not spans or plain(spans).lstrip().startswith(_OPENING):
        return spans
    before, after = _QUOTES.get(language, _QUOTES["en"])
    return (Span(before), *spans, Span(after))
