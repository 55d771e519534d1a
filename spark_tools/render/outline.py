"""Headings that step down one level at a time, as screen readers expect."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from spark_tools.model import Block, Document, Heading, plain


def without_skips(document: Document) -> Document:
    """Give *document* with no heading more than one level below the one before it.

    The first is of level 1, and headings without words are left out.
    """
    level = 0

    def stepped(blocks: tuple[Block, ...]) -> Iterator[Block]:
        nonlocal level
        for block in blocks:
            if not isinstance(block, Heading):
                yield block
            elif plain(block.text).strip():
                level = min(block.level, level + 1)
                yield block if level == block.level else attrs.evolve(block, level=level)

    sections = tuple(
        attrs.evolve(section, blocks=tuple(stepped(section.blocks)))
        for section in document.sections
    )
    return attrs.evolve(document, sections=sections)
