"""What stands on filled-in sheets, as a page shows it."""

from __future__ import annotations

import datetime

from attrs import frozen

from spark_tools.document.action_rows import named
from spark_tools.model import Action
from spark_tools.web.sheets.bounds import LONGEST


@frozen
class Line:
    """An answer: what was asked, what was answered (for reading), and what to mind about it."""

    label: str
    answer: str
    hint: str = ""


@frozen
class Grid:
    """A table of several rows: its titles, and the rows that anything stands in.

    Where the rows are ``labelled`` the first column holds their labels.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labelled: bool = False


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

    ``actions`` are those that the sheets agree and that wait for a look-back; ``notes``
    say what to mind about them.
    """

    files: tuple[FileView, ...]
    faults: tuple[str, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class ActionLine:
    """An action as it is carried over, and can be corrected.

    What, who, and when to look back; ``whose`` is the committee's name where it is known.
    """

    what: str
    who: str = ""
    review: datetime.date | None = None
    whose: str = ""

    @classmethod
    def of(cls, action: Action) -> ActionLine:
        """Give the line of *action*, cut where it is longer than the form takes."""

        def short(text: str, longest: int) -> str:
            line = " ".join(text.split())
            return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"

        return cls(
            short(named(action), LONGEST["what"]),
            short(action.who, LONGEST["who"]),
            action.review,
            short(action.committee, LONGEST["whose"]),
        )

    def as_action(self, number: int) -> Action:
        """Give it as action *number*, from 1."""
        return Action(f"a{number}", self.what, self.who, self.review)
