"""Text in a frame of a slide, in the language that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from pptx.util import Pt

from spark_tools import Span, text

if TYPE_CHECKING:
    from pptx.text.text import TextFrame

TAGS = {"da": "da-DK", "en": "en-GB"}


@frozen
class Pen:
    """Writes in *frame*; what a span does not say otherwise is in *language*."""

    frame: TextFrame
    language: str

    def line(self, *spans: Span, level: int = 0, points: int = 0) -> None:
        """Write *spans* as one more paragraph, in the size of its level or in *points*."""
        first = self.frame.paragraphs[0]
        paragraph = self.frame.add_paragraph() if first.runs else first
        paragraph.level = level
        for span in spans:
            run = paragraph.add_run()
            run.text = span.text
            run.font.bold = span.strong or None
            run.font.italic = span.emphasis or None
            run.font.size = Pt(points) if points else None
            language = span.language or self.language
            run._r.get_or_add_rPr().set("lang", TAGS.get(language, language))

    def words(self, words: str, *, strong: bool = False, level: int = 0) -> None:
        """Write *words* letter by letter as one more paragraph, if there are any."""
        if words:
            self.line(*text(words, strong=strong), level=level)
