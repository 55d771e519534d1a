"""What a filled-in sheet says, field by field."""

from __future__ import annotations

import datetime
from enum import StrEnum

from attrs import frozen

from spark_tools.model import FormField, SheetForm


class FoundBy(StrEnum):
    """How an answer's place was found, surest first."""

    TAG = "tag"
    BOOKMARK = "bookmark"
    TITLE = "title"
    LABEL = "label"


@frozen
class Answer:
    r"""What is written in one field.

    ``value`` is empty where the field was left blank: text in NFC with ``\n`` between
    lines, a date as ISO 8601, a choice's own word, ``x`` for a tick. Where that could
    not be understood, ``understood`` is false and ``value`` is the text as written.
    ``found`` is None where the field's place is not in the file. ``reckoned`` is a date
    whose year was not written.
    """

    field: FormField
    value: str
    found: FoundBy | None
    understood: bool = True
    reckoned: bool = False


@frozen
class Unplaced:
    """Something written where no field is; ``where`` describes the place to a person."""

    where: str
    text: str


@frozen
class FilledSheet:
    """A filled-in sheet: an answer for every field of its form, in the form's order.

    ``saved`` is when the file was last saved, in UTC without a zone; ``name`` is what the
    file is called.
    """

    form: SheetForm
    answers: tuple[Answer, ...]
    unplaced: tuple[Unplaced, ...]
    saved: datetime.datetime | None
    name: str
