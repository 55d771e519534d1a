"""What the facilitator says and knows: the notes below a slide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools import ListBlock, Paragraph, RunningItem, RunningStep, Text, text

from .words import WORDS, Words
from .writing import Pen

if TYPE_CHECKING:
    from pptx.slide import Slide


def write_notes(slide: Slide, item: RunningItem, language: str) -> None:
    """Write every step of *item* in full below *slide*: what is told, and what is for you."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    pen = Pen(frame, language)
    pen.words(f"{item.times} · {item.length}", strong=True)
    for step in item.steps:
        pen.line()
        _write_step(pen, step, WORDS[language])


def _write_step(pen: Pen, step: RunningStep, words: Words) -> None:
    pen.line(*strong(step.title), *text(f" · {step.length} · {step.form}", strong=True))
    _write(pen, step.told)
    if step.say:
        before, after = words.say.split("{line}")
        pen.line(*text(before), *step.say, *text(after))
    if step.facilitator:
        pen.words(words.for_you, strong=True)
        _write(pen, step.facilitator)
    for title, line in ((words.paper, step.paper), (words.done, step.done)):
        if line:
            pen.line(*text(f"{title} ", strong=True), *line)


def _write(pen: Pen, passages: Iterable[Paragraph | ListBlock]) -> None:
    for passage in passages:
        if isinstance(passage, ListBlock):
            for number, item in enumerate(passage.items, 1):
                pen.line(*text(f"{number}. " if passage.ordered else "• "), *item)
        else:
            pen.line(*passage.text)


def strong(spans: Text) -> Text:
    """Give *spans* in strong letters."""
    return tuple(evolve(span, strong=True) for span in spans)
