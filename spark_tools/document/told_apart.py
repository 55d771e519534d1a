"""Documents whose marks have become the languages of their spans and blocks."""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve

from spark_tools.document.framing import CourseDocument
from spark_tools.document.marks import bare, language_of, parted
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Field,
    FieldGrid,
    GridColumn,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Row,
    Table,
    Text,
)

AnyBlock = TypeVar("AnyBlock", bound=Block)


def told_apart(entry: CourseDocument) -> CourseDocument:
    """Give *entry* without marks, with every foreign passage in its own language instead."""
    document = entry.document
    return evolve(
        entry,
        document=evolve(
            document,
            title=bare(document.title),
            header_left=bare(document.header_left),
            header_right=bare(document.header_right),
            footer_left=bare(document.footer_left),
            sheets=tuple(evolve(sheet, title=bare(sheet.title)) for sheet in document.sheets),
            sections=tuple(
                evolve(
                    section,
                    blocks=tuple(
                        block_told_apart(block, document.language) for block in section.blocks
                    ),
                )
                for section in document.sections
            ),
        ),
    )


def block_told_apart(block: AnyBlock, own: str) -> AnyBlock:
    """Give *block* of a document in the language *own* without marks."""
    match block:
        case Paragraph() | Heading():
            return evolve(block, text=text_told_apart(block.text, own))
        case ListBlock():
            return evolve(block, items=tuple(text_told_apart(item, own) for item in block.items))
        case Table():
            return evolve(
                block,
                columns=tuple(map(_column, block.columns)),
                rows=tuple(_row(row, own) for row in block.rows),
            )
        case Field():
            return evolve(
                block,
                label=bare(block.label),
                choices=_each_bare(block.choices),
                prompt=bare(block.prompt),
                language=language_of(block.label),
            )
        case FieldGrid():
            words = (block.corner, *block.labels, *(column.title for column in block.columns))
            return evolve(
                block,
                columns=tuple(map(_grid_column, block.columns)),
                labels=_each_bare(block.labels),
                corner=bare(block.corner),
                example=_each_bare(block.example),
                language=language_of("".join(words)),
            )
        case Picture():
            return evolve(
                block,
                svg=bare(block.svg),
                alt=bare(block.alt),
                language=language_of(block.alt),
            )
        case _:
            return block


def text_told_apart(text: Text, own: str) -> Text:
    """Give *text* of a document in the language *own* without marks."""
    return tuple(
        evolve(
            span,
            text=words,
            language=language or (span.language if span.language != own else ""),
        )
        for span in text
        for words, language in parted(span.text)
    )


def _column(column: Column) -> Column:
    return evolve(column, title=bare(column.title), language=language_of(column.title))


def _row(row: Row, own: str) -> Row:
    return evolve(
        row,
        cells=tuple(
            Cell(tuple(block_told_apart(block, own) for block in cell.blocks)) for cell in row.cells
        ),
    )


def _grid_column(column: GridColumn) -> GridColumn:
    return evolve(
        column,
        title=bare(column.title),
        choices=_each_bare(column.choices),
        prompt=bare(column.prompt),
    )


def _each_bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(bare, words))
