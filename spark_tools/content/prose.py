"""Prose to blocks and spans, and values filled in afterwards, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from attrs import evolve

from spark_tools.content.picture import fill_svg
from spark_tools.content.variables import pieces, protect
from spark_tools.model import (
    Block,
    Cell,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Prose,
    Row,
    Span,
    Table,
    Text,
)

# Texts without these need no parser, which takes a while to load: the property
# tests hold that they come out the same.
_MARKUP = re.compile(r"[*_`\[<&\\]")
_BLOCK_MARKUP = re.compile(r"^[ \t>#~|=+:-]|[ \t]$|^\d+[.)]|^\*\*?(?:\s|\*|$)", re.MULTILINE)
_STRESSED = re.compile(
    r"(?<![^ \n])(\*\*?)([^\s*_`\[<&\\](?:[^*_`\[<&\\]*[^\s*_`\[<&\\])?)\1(?![^ \n.,:;!?])"
)
_PARAGRAPHS = re.compile(r"\n{2,}")
_ITEM = re.compile(r"\n(- |\d\. )(?=\S)")

Values = Mapping[str, str | int]
AnyBlock = TypeVar("AnyBlock", bound=Block)


@lru_cache(maxsize=8192)
def blocks(prose: Prose) -> tuple[Paragraph | ListBlock, ...]:
    """Give the paragraphs and lists of *prose*; variables become spans that name them."""
    source = protect(prose.strip("\n"))
    if not source.strip():
        return ()
    if (plain := None if _is_marked_up(source) else _plain_blocks(source)) is not None:
        return plain
    from spark_tools.content.markdown import parse_prose

    return parse_prose(source)[0]


def _plain_blocks(source: str) -> tuple[Paragraph | ListBlock, ...] | None:
    """Give paragraphs and simple flat lists, or nothing when there is more to it."""
    found: list[Paragraph | ListBlock] = []
    for part in _PARAGRAPHS.split(source):
        words, *items = _ITEM.split("\n" + part)
        marks, contents = items[::2], [item.replace("\n  ", "\n") for item in items[1::2]]
        two_lists = contents and not words and found and isinstance(found[-1], ListBlock)
        ordered = marks[:1] == ["1. "]
        expected = [f"{number}. " if ordered else "- " for number in range(1, len(marks) + 1)]
        if two_lists or marks != expected:
            return None
        texts = ([words[1:]] if words else []) + contents
        if any(not text or _BLOCK_MARKUP.search(text) for text in texts):
            return None
        if words:
            found.append(Paragraph(_spans(words)))
        if contents:
            found.append(ListBlock(tuple(map(_spans, contents)), ordered))
    return tuple(found)


@lru_cache(maxsize=8192)
def inline(line: str) -> Text:
    """Give the spans of one line of prose; marks of the block level stay as they are."""
    source = protect(line.strip())
    if "\n" in source or _is_marked_up(source):
        from spark_tools.content.markdown import parse_line

        return parse_line(source)[0]
    return _spans(source)


def _is_marked_up(source: str) -> bool:
    """Whether *source* has inline marks other than plain strong and emphasis."""
    return bool(_MARKUP.search(source) and _MARKUP.search(_STRESSED.sub("", source)))


def _spans(source: str) -> Text:
    # Splitting by two groups gives: words, stars, stressed words, words, stars, …
    parts = _STRESSED.split(source.strip().replace("\n", " "))
    found = [Span(words, variable=name) for words, name in pieces(parts[0])]
    for stars, stressed, words in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        strong = stars == "**"
        found += [
            Span(inner, strong=strong, emphasis=not strong, variable=name)
            for inner, name in pieces(stressed)
        ]
        found += [Span(after, variable=name) for after, name in pieces(words)]
    return tuple(found)


def fill_text(text: Text, values: Values) -> Text:
    """Put *values* in the place of variables; nothing in a value is read as markup.

    Raises `KeyError` for a variable without a value.
    """
    if not any(span.variable for span in text):
        return text
    filled = (_fill_span(span, values) for span in text)
    return tuple(span for span in filled if span.text)


def _fill_span(span: Span, values: Values) -> Span:
    if not span.variable:
        return span
    return evolve(span, text=str(values[span.variable]), variable="")


def fill_block(block: AnyBlock, values: Values) -> AnyBlock:
    """Give *block* with *values* in all its texts and in its picture; else as `fill_text`."""
    match block:
        case Paragraph() | Heading():
            return evolve(block, text=fill_text(block.text, values))
        case ListBlock():
            return evolve(block, items=tuple(fill_text(item, values) for item in block.items))
        case Table():
            return evolve(block, rows=tuple(_fill_row(row, values) for row in block.rows))
        case Picture():
            return evolve(block, svg=fill_svg(block.svg, values))
        case _:
            return block


def _fill_row(row: Row, values: Values) -> Row:
    return evolve(row, cells=tuple(_fill_cell(cell, values) for cell in row.cells))


def _fill_cell(cell: Cell, values: Values) -> Cell:
    return Cell(tuple(fill_block(block, values) for block in cell.blocks))
