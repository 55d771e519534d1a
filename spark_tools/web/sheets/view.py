"""What stands on filled-in sheets, as a page shows it."""

from __future__ import annotations

import datetime

from attrs import frozen

from spark_tools.model import Action


@frozen
class Line:
    """An answer: what was asked, what was answered (for reading), and what to mind about it."""

    label: str
    answer: str
    hint: str = ""


@frozen
class Grid:
    """A table of several rows: its titles, and the rows that anything stands in."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class SheetView:
    """One sheet: its answers in order, and how many places were left blank.

    ``grids`` come after the ``lines``.
    """

    title: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    blank: int


@frozen
class FileView:
    """A file: what it was called, its sheets, and what to tell about it."""

    name: str
    title: str
    sheets: tuple[SheetView, ...]
    notes: tuple[str, ...] = ()


@frozen
class SheetsView:
    """All files of one sending: those that could be read, what is wrong with the others.

    ``actions`` are those that the sheets agree and that wait for a look-back.
    """

    files: tuple[FileView, ...]
    faults: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()


@frozen
class ActionLine:
    """An action as it is carried over, and can be corrected: what, who, and when to look back."""

    what: str
    who: str = ""
    review: datetime.date | None = None

    def as_action(self, number: int) -> Action:
        """Give it as action *number*, from 1."""
        return Action(f"a{number}", self.what, self.who, self.review)
