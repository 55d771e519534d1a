"""What a file still says of its fields: their tags, bookmarks and titles, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from attrs import frozen

from spark_tools.document.form import bookmark, tag
from spark_tools.forms.docx.manuscript import Control, Manuscript
from spark_tools.forms.docx.values import canonical, spaced
from spark_tools.model import FieldGrid
from spark_tools.web.sheets.bounds import MOST_ROWS


@frozen
class Names:
    """The names on a file.

    ``tags`` pairs each control's tag with its title, in the file's order; ``titles`` are
    those of all controls. ``text`` is all that can be read on it, blanks collapsed.
    """

    tags: Mapping[str, str]
    titles: frozenset[str]
    bookmarks: frozenset[str]
    text: str

    @property
    def any(self) -> bool:
        """Whether it bears any name that could be a field's."""
        return bool(self.tags or self.bookmarks)

    def bear(self, key: str) -> bool:
        """Whether the field *key* has its name on the file, as a tag or as a bookmark."""
        return tag(key) in self.tags or bookmark(key) in self.bookmarks

    def rows(self, grid: FieldGrid) -> tuple[str, ...]:
        """Give the ids of the rows of *grid* that are on the file, at most `MOST_ROWS`.

        Rows whose tags are lost or shortened are known where they are called as rows
        usually are: after an action, or by a number.
        """
        columns = "|".join(re.escape(column.id) for column in grid.columns)
        shape = re.compile(rf"{re.escape(grid.id)}\.([^.]+)\.(?:{columns})")
        tagged = (match[1] for each in self.tags if (match := shape.fullmatch(each)))
        numbers = range(1, MOST_ROWS + 1)
        usual = (*(f"a{number}" for number in numbers), *map(str, numbers))
        named = (
            row
            for row in usual
            if any(self.bear(f"{grid.id}.{row}.{column.id}") for column in grid.columns)
        )
        return tuple(islice(dict.fromkeys((*tagged, *named)), MOST_ROWS))


def names_on(manuscript: Manuscript) -> Names:
    """Give the names on the file that *manuscript* was written from."""
    tags: dict[str, str] = {}
    titles: set[str] = set()
    bookmarks: set[str] = set()
    for control in _controls(manuscript):
        tags.setdefault(control.tag, control.title)
        titles.add(canonical(control.title))
    for line in manuscript.lines:
        for piece in line.pieces:
            bookmarks.update(piece.bookmarks)
    tags.pop("", None)
    text = spaced("\n".join(line.text for line in manuscript.lines))
    return Names(tags, frozenset(titles - {""}), frozenset(bookmarks), text)


def _controls(manuscript: Manuscript) -> Iterator[Control]:
    seen: set[Control] = set()
    for line in manuscript.lines:
        for piece in line.pieces:
            control = piece.control
            while control is not None and control not in seen:
                seen.add(control)
                yield control
                control = control.outer
