"""A document's fields, looked up by the block they are drawn in."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from spark_tools.document.clock import NO_BREAK, date, iso_day
from spark_tools.document.form import QUIET_PROMPT, fields
from spark_tools.i18n import words
from spark_tools.model import Field, FieldGrid, FieldKind

if TYPE_CHECKING:
    from spark_tools.model import Block, Document, FormField


class Form:
    """The fields of one document, and what stands in each before anyone has written."""

    def __init__(self, document: Document) -> None:
        self._language = document.language
        self._fields: dict[tuple[str, int, int], FormField] = {}
        self._first: dict[str, int] = {}
        for each in fields(document):
            self._fields[each.grid or each.key, each.line, each.place] = each
            self._first.setdefault(each.grid, each.line)

    def field(self, block: Field) -> FormField:
        """Give the field that *block* is."""
        return self._fields[block.id, 0, 0]

    def cell(self, grid: FieldGrid, row: int, column: int) -> FormField:
        """Give the field in *row* (from 1) and *column* (from 0) of *grid*."""
        return self._fields[grid.id, row + bool(grid.example), column + bool(grid.labels)]

    def prompt(self, field: FormField) -> str:
        """Give the words that stand in *field* while it is empty.

        In a grid the first row says them, and the rows below stay quiet for the pen.
        """
        if field.grid and field.prompt:
            return field.prompt
        if field.grid and field.line > self._first[field.grid]:
            return QUIET_PROMPT
        asked = words("render", self._language)
        return asked("Date") if field.kind is FieldKind.DATE else asked("Write here")

    def shown(self, field: FormField) -> str:
        """Give the value of *field* as it is read: a day in the reader's own words."""
        if field.kind is not FieldKind.DATE:
            return field.value
        return _in_words(field.value, self._language).replace(NO_BREAK, " ")


def day_in(field: FormField) -> datetime.date | None:
    """Give the day that stands in *field*, where it is a date that is understood."""
    return iso_day(field.value) if field.kind is FieldKind.DATE else None


def with_days_in_words(document: Document) -> Document:
    """Give *document* with the days that are filled in as they are read, for print."""
    language = document.language
    sections = (
        attrs.evolve(section, blocks=tuple(_printed(block, language) for block in section.blocks))
        for section in document.sections
    )
    return attrs.evolve(document, sections=tuple(sections))


def _printed(block: Block, language: str) -> Block:
    if isinstance(block, Field) and block.kind is FieldKind.DATE:
        return attrs.evolve(block, value=_in_words(block.value, language))
    if isinstance(block, FieldGrid):
        days = {column.id for column in block.columns if column.kind is FieldKind.DATE}
        values = (
            (row, column, _in_words(value, language) if column in days else value)
            for row, column, value in block.values
        )
        return attrs.evolve(block, values=tuple(values))
    return block


def _in_words(value: str, language: str) -> str:
    day = iso_day(value)
    return date(day, language) if day else value
