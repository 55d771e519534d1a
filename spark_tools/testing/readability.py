"""How hard a text is to read: LIX, and the text that participants meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spark_tools.model import Block, Exercise, Field, FieldGrid, Handout, running_text

_VARIABLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_PIECE = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_PERIOD = re.compile(r"[.!?:…]+[»«”\"')*]*(?=\s+[^\sa-zæøå0-9]|\s*$)|[!?:](?=\s)")
_LONG = 6


def lix(text: str) -> float:
    """Measure how hard *text* is to read; 0.0 when it has no words.

    Björnsson's formula (C. H. Björnsson, *Läsbarhet*, 1968): words / periods +
    100 * long words / words, where a long word has more than six letters. A period
    is a full stop, colon, question mark or exclamation mark that ends something; a
    paragraph or list item without one ends in one all the same, and the stop of an
    abbreviation or a clock time (a small letter or a digit follows) is none.
    CommonMark is read without its marks, and a variable counts as one short word.
    """
    words = 0
    long_words = 0
    periods = 0
    for piece in _PIECE.split(_LINK.sub(r"\1", _VARIABLE.sub("navn", text))):
        here = [len(word) for word in _WORD.findall(re.sub(r"^\s*\d+[.)]\s", "", piece))]
        words += len(here)
        long_words += sum(length > _LONG for length in here)
        if here:
            periods += max(1, len(_PERIOD.findall(piece)))
    return words / periods + 100 * long_words / words if words else 0.0


def participants_text(exercise: Exercise) -> str:
    """Give all that participants read of *exercise*: what steps tell them, and handouts."""
    told = [step.text for step in exercise.steps]
    return "\n\n".join([*told, *(handout_text(handout) for handout in exercise.handouts)])


def handout_text(handout: Handout) -> str:
    """Give the words on *handout*, a paragraph for each line, without its pictures' words."""
    lines = [handout.title]
    for block in handout.blocks:
        lines += _lines(block)
    return "\n\n".join(line for line in [*lines, handout.foot] if line)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Field():
            yield from _words((block.label, *block.choices, block.prompt))
        case FieldGrid():
            yield from _words((block.corner, *block.labels, *block.example))
            for column in block.columns:
                yield from _words((column.title, *column.choices, column.prompt))
        case _:
            yield from running_text(block)


def _words(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if word)
