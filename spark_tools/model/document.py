"""Documents: neutral blocks on pages, ready for any renderer."""

from __future__ import annotations

import datetime
from enum import StrEnum
from math import sqrt

from attrs import frozen

from spark_tools.model.blocks import Block
from spark_tools.model.form import Sheet


class Edition(StrEnum):
    """A document for one reader."""

    OVERVIEW = "overview"
    GUIDE = "guide"
    AGENDA = "agenda"
    WORKSHEETS = "worksheets"
    INTERVAL = "interval"
    POSTERS = "posters"


class Paper(StrEnum):
    """The paper of a document: A4 for the table, A3 for the wall, where all is √2 as large."""

    A4 = "a4"
    A3 = "a3"

    @property
    def scale(self) -> float:
        """How many times as large as on A4 all is."""
        return 1.0 if self is Paper.A4 else sqrt(2)


class Orientation(StrEnum):
    """How a page lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@frozen
class Section:
    """Pages that lie the same way; every section starts on a new page."""

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT


@frozen
class Document:
    """One document for one reader.

    The title stands in the first section as the only heading of level 1, and
    again in the properties. ``header_left`` and ``header_right`` are small
    lines at the top of every page; ``page_label`` holds ``{page}`` and
    ``{pages}``. ``language`` is ``da`` or ``en``. ``identifier`` is opaque: it
    says which course and which sheet, and no names. ``workplace`` is the course's, and
    ``date`` the meeting's. ``sheets`` are those to fill in. Lengths in the blocks are
    those on A4 whatever the ``paper``.
    """

    edition: Edition
    title: str
    language: str
    sections: tuple[Section, ...]
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    page_label: str = "Side {page} af {pages}"
    identifier: str = ""
    workplace: str = ""
    date: datetime.date | None = None
    sheets: tuple[Sheet, ...] = ()
    paper: Paper = Paper.A4
