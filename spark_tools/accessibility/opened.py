"""A document that has been opened and walked through, ready for the rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from spark_tools.accessibility.content import Cell, Control, Drawing, Paragraph, Table
from spark_tools.accessibility.place import Story
from spark_tools.accessibility.walk import Walk
from spark_tools.accessibility.wording import say
from spark_tools.wordfile.archive import Unreadable
from spark_tools.wordfile.bounds import REPORT
from spark_tools.wordfile.colours import WHITE, colour
from spark_tools.wordfile.markup import RELATIONS, W
from spark_tools.wordfile.opening import open_word_file
from spark_tools.wordfile.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PIECES = 150_000
"""How many paragraphs, runs and cells a text may have: a report of 200 pages has some 30,000."""

_PIECES = tuple(f"{W}{name}" for name in ("p", "r", "tc"))
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


class Opened:
    """A Word file with its styles, settings and properties, and all its texts walked through.

    ``stories`` gives each text with its root, the body first.

    Raises:
        Unreadable: as `open_word_file`, or a text has more than `MOST_PIECES`.
    """

    def __init__(self, content: bytes) -> None:
        self.file = open_word_file(content, REPORT)
        main = self.file.name
        self.main = self.file.main
        self.styles = Styles(self.file.related("styles", main), self.file.related("theme", main))
        self.settings = self.file.related("settings", main)
        self.numbering = self.file.related("numbering", main)
        self.core = self.file.related("core-properties")
        self.stories = tuple(self._stories())
        for _story, root in self.stories:
            if sum(1 for _piece in root.iter(*_PIECES)) > MOST_PIECES:
                raise Unreadable(say("it holds more than this program takes in"))
        walks = [
            Walk(root, story, self.styles, self._links(story.part)) for story, root in self.stories
        ]
        self.paragraphs: list[Paragraph] = [each for walk in walks for each in walk.paragraphs]
        self.tables: list[Table] = [each for walk in walks for each in walk.tables]
        self.drawings: list[Drawing] = [each for walk in walks for each in walk.drawings]
        self.controls: list[Control] = [each for walk in walks for each in walk.controls]

    @property
    def body(self) -> list[Paragraph]:
        """The paragraphs of the body."""
        return [each for each in self.paragraphs if each.story.is_body]

    @cached_property
    def page_ground(self) -> str:
        """The colour of the page: white unless the document says that another is shown."""
        shown = self.settings is not None and (
            self.settings.find(f"{W}displayBackgroundShape") is not None
        )
        ground = self.main.find(f"{W}background") if shown else None
        return (None if ground is None else colour(ground.get(f"{W}color"))) or WHITE

    def paragraph_before(self, paragraph: Paragraph) -> Paragraph | None:
        """Give the paragraph with words before *paragraph* in its story, or None."""
        return self._before.get(paragraph)

    def text_of(self, cell: Cell) -> str:
        """Give the words in *cell* that are not in controls."""
        return " ".join(
            "".join(run.text for run in each.runs if run.control is None)
            for each in self._in_cells.get(cell, ())
        )

    @cached_property
    def _before(self) -> dict[Paragraph, Paragraph]:
        found: dict[Paragraph, Paragraph] = {}
        last: Paragraph | None = None
        for each in self.paragraphs:
            if last is not None and last.story is each.story:
                found[each] = last
            if not each.is_empty:
                last = each
        return found

    @cached_property
    def _in_cells(self) -> dict[Cell, list[Paragraph]]:
        found: dict[Cell, list[Paragraph]] = {}
        for each in self.paragraphs:
            if each.cell is not None:
                found.setdefault(each.cell, []).append(each)
        return found

    def _stories(self) -> list[tuple[Story, _Element]]:
        main = self.file.name
        found = [(Story("body", main), self.main)]
        first = {
            each.get(f"{{{RELATIONS}}}id")
            for each in self.main.iter(*_REFERENCES)
            if each.get(f"{W}type") == "first"
        }
        for relation in self.file.relations(main):
            if relation.kind in ("header", "footer") and not relation.external:
                root = self.file.part(relation.target)
                if root is not None:
                    story = Story(relation.kind, relation.target, relation.id in first)
                    found.append((story, root))
        return found

    def _links(self, part: str) -> dict[str, str]:
        return {
            each.id: each.target
            for each in self.file.relations(part)
            if each.external and each.kind == "hyperlink"
        }
