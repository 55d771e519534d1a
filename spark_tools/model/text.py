"""Running text: prose as it is written, spans as they are laid out."""

from __future__ import annotations

from typing import NewType

from attrs import frozen

Prose = NewType("Prose", str)
"""CommonMark source (paragraphs, lists, strong, emphasis, links) that may name
variables such as ``{{ workplace.name }}``. It stays source until it is laid out."""


@frozen
class Span:
    """A run of characters that look alike.

    ``language`` is ``da``, ``en`` or another BCP 47 tag where it is not the document's own.
    ``variable`` names what the span stands for until the variables are filled
    in; in a finished document it is always empty.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    variable: str = ""
    language: str = ""


Text = tuple[Span, ...]
"""One paragraph's worth of spans."""


def text(characters: str, *, strong: bool = False, emphasis: bool = False) -> Text:
    """Give *characters* as text of one span, letter by letter (no markup is read)."""
    return (Span(characters, strong=strong, emphasis=emphasis),) if characters else ()


def plain(spans: Text) -> str:
    """Give the characters of *spans* without their looks."""
    return "".join(span.text for span in spans)
