"""Which sheet a file is: the form it was made from, found without any course at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TypeGuard

import attrs
from attrs import frozen

from spark_tools.document.form import sheet_form
from spark_tools.document.framing import CourseDocument
from spark_tools.forms.docx.values import canonical, spaced
from spark_tools.model import (
    Block,
    Field,
    FieldGrid,
    FieldKind,
    FormField,
    Meaning,
    Sheet,
    SheetForm,
)
from spark_tools.web.sheets.bounds import MOST_FIELDS
from spark_tools.web.sheets.candidates import of_origin, with_fields
from spark_tools.web.sheets.identifier import Origin, origin_of
from spark_tools.web.sheets.names import Names
from spark_tools.web.toolbox import Toolbox


class KnownBy(StrEnum):
    """What tells which sheet a file is: its identifier, its fields alone, or nothing."""

    IDENTIFIER = "identifier"
    FIELDS = "fields"
    NOTHING = "nothing"


@frozen
class FoundForm:
    """A form, and how it is known."""

    form: SheetForm
    known_by: KnownBy


def form_of(identifier: str, names: Names, toolbox: Toolbox) -> FoundForm:
    """Give the form of the file with that *identifier* and those *names*.

    It is a tool's or a course's sheet. Where the identifier is lost, or means nothing here,
    the sheet is the one that most of the fields are from; where they are from none, the
    controls themselves say what the fields are, and then no field means anything.
    """
    origin = origin_of(identifier)
    for known_by, entries in (
        (KnownBy.IDENTIFIER, of_origin(origin, toolbox)),
        (KnownBy.FIELDS, with_fields(names, toolbox)),
    ):
        forms = [form for each in entries if (form := _form(each, identifier, origin, names))]
        if forms:
            return FoundForm(max(forms, key=lambda form: _fit(form, names)), known_by)
    return FoundForm(_as_it_says(identifier, names), KnownBy.NOTHING)


def _form(entry: CourseDocument, identifier: str, origin: Origin, names: Names) -> SheetForm | None:
    """Give the form of *entry* with the rows and the committee's fields that the file names.

    None where the file has names, but of no field of it. What is printed between the fields
    is known of a tool's own sheet alone, and only where it is the revision that is here.
    """
    document = entry.document
    sections = tuple(
        attrs.evolve(section, blocks=tuple(_as_named(section.blocks, names)))
        for section in document.sections
    )
    form = sheet_form(attrs.evolve(entry, document=attrs.evolve(document, sections=sections)))
    if form is None or (names.any and not any(names.bear(field.key) for field in form.fields)):
        return None
    same = origin_of(document.identifier).revision == origin.revision != ""
    return attrs.evolve(
        form,
        identifier=identifier,
        meeting=origin.meeting,
        printed=form.printed if same else (),
    )


def _as_named(blocks: Iterable[Block], names: Names) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, FieldGrid) and block.rows_from and (rows := names.rows(block)):
            yield attrs.evolve(block, rows=len(rows), row_ids=rows)
        elif not _asks_for_a_committee(block) or names.bear(block.id):
            yield block


def _asks_for_a_committee(block: Block) -> TypeGuard[Field]:
    return isinstance(block, Field) and block.means is Meaning.COMMITTEE


def _fit(form: SheetForm, names: Names) -> tuple[int, int]:
    """Say how well *form* goes with the file: by the fields' titles, and by their labels."""
    titles = sum(canonical(field.title) in names.titles for field in form.fields)
    labels = {spaced(field.label) for field in form.fields}
    return titles, sum(label in names.text for label in labels)


def _as_it_says(identifier: str, names: Names) -> SheetForm:
    """Give the form that the controls of the file tell of; their answers are plain text."""
    fields = []
    for key, told in islice(names.tags.items(), MOST_FIELDS):
        sheet, _, rest = key.partition(".")
        if sheet and rest:
            title = told or rest
            fields.append(FormField(key, title, title, FieldKind.LINES))
    sheets = dict.fromkeys(field.sheet for field in fields)
    return SheetForm(identifier, "", tuple(Sheet(sheet, "") for sheet in sheets), tuple(fields))
