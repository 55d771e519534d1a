"""Forms: the fields of a document one by one, as they are filled in and read back."""

from __future__ import annotations

from attrs import frozen

from spark_tools.model.blocks import FieldKind
from spark_tools.model.meaning import Meaning


@frozen
class FormField:
    """One place to write.

    ``key`` names it in its document: ``SHEET.FIELD``, or ``SHEET.GRID.ROW.COLUMN``
    in a grid, where ``ROW`` is the row's id or its number from 1. ``title`` is what
    a content control is called, unique in the document and at most 64 characters.
    ``label`` is what stands on paper: the field's label or the column's title.
    ``prompt`` is the faint help text, ``value`` what was filled in beforehand.

    In a grid ``grid`` is ``SHEET.GRID``, ``row`` the row's id, ``row_label`` its
    name on paper if it has one, ``line`` the table row below the header (from 1,
    an example row counts) and ``place`` the table column (from 0, a column of
    labels counts).
    """

    key: str
    title: str
    label: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    prompt: str = ""
    value: str = ""
    means: Meaning | None = None
    grid: str = ""
    row: str = ""
    row_label: str = ""
    line: int = 0
    place: int = 0

    @property
    def sheet(self) -> str:
        """The id of the sheet it stands on."""
        return self.key.partition(".")[0]


@frozen
class Sheet:
    """A sheet to fill in: a handout, or a sheet of the course's own.

    ``copies`` is how many different ones are expected from one committee: 1 where
    the committee shares one sheet. ``personal`` sheets are one person's own and
    say nobody's name. ``ahead`` sheets are filled in before their meeting.
    """

    id: str
    title: str
    copies: int = 1
    personal: bool = False
    ahead: bool = False


@frozen
class SheetForm:
    """All that is needed to read a document back: its sheets and their fields.

    ``identifier`` is the document's. ``meeting`` is 0 and ``exercise`` empty where
    they do not apply. ``printed`` holds a mark for each paragraph that is printed
    where no field is; without any, what is written between the fields is not told
    from it.
    """

    identifier: str
    title: str
    sheets: tuple[Sheet, ...]
    fields: tuple[FormField, ...]
    meeting: int = 0
    exercise: str = ""
    printed: tuple[str, ...] = ()
