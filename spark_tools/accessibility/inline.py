"""What stands in a paragraph: visible runs, and the links, fields, controls and drawings there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import define

from spark_tools.accessibility.content import Link, Run
from spark_tools.accessibility.wrapping import ALTERNATE, SDT, seen_through
from spark_tools.wordfile.markup import MATHS, RELATIONS, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Paragraph
    from spark_tools.accessibility.walk import Walk

_R, _HYPERLINK, _SIMPLE = f"{W}r", f"{W}hyperlink", f"{W}fldSimple"
_DRAWN = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_MATHS = (f"{{{MATHS}}}oMath", f"{{{MATHS}}}oMathPara")
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}sym": "\u25a1",
}
_PAGE = ("page", "column")
_DEEPEST_FIELD = 32
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\\w\s+)*"([^"]*)"', re.IGNORECASE)
_LEADS = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)


@define(eq=False)
class OpenField:
    """A field that has begun: its instruction so far, and whether its result is being shown."""

    instruction: str = ""
    shows: bool = False
    link: Link | None = None


class Inline:
    """The inside of one paragraph.

    ``holds`` says that there is something to see beside characters: a drawing, a formula,
    a page break.
    """

    def __init__(self, walk: Walk, paragraph: Paragraph) -> None:
        self._walk = walk
        self._paragraph = paragraph
        self.drawings: list[_Element] = []
        self.controls: list[_Element] = []
        self.holds = False

    def runs(
        self,
        container: _Element,
        link: Link | None = None,
        control: _Element | None = None,
        field: str = "",
    ) -> Iterator[Run]:
        """Give the visible runs in *container*; links, controls and drawings are noted."""
        for child in container:
            tag = child.tag
            if tag == _R:
                yield from self._run(child, link, control, field)
            elif tag == _HYPERLINK:
                inside = Link(self._walk.links.get(child.get(f"{{{RELATIONS}}}id", ""), ""))
                yield from self.runs(child, inside, control, field)
            elif tag == _SIMPLE:
                instruction = child.get(f"{W}instr", "")
                yield from self.runs(child, led(instruction) or link, control, instruction.strip())
            elif tag in _MATHS:
                self.holds = True
            else:
                if tag == SDT:
                    self.controls.append(child)
                inside_it = seen_through(child)
                if inside_it is not None:
                    inner = child if tag == SDT else control
                    yield from self.runs(inside_it, link, inner, field)

    def _run(
        self, element: _Element, link: Link | None, control: _Element | None, field: str
    ) -> Iterator[Run]:
        properties = element.find(f"{W}rPr")
        look = self._walk.look(self._paragraph.style, self._paragraph.cell, properties)
        characters: list[str] = []
        for child in element:
            characters += self._piece(child)
        if not characters or look.hidden:
            return
        for opened in self._walk.open_fields:
            if not opened.shows:
                return
            field, link = opened.instruction.strip(), opened.link or link
        yield Run("".join(characters), look, element, link, control, field)

    def _piece(self, child: _Element) -> Iterator[str]:
        tag = child.tag
        if tag == f"{W}t":
            if child.text:
                yield child.text
        elif tag == f"{W}br":
            if child.get(f"{W}type") in _PAGE:
                self.holds = True
            else:
                yield "\n"
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag in _DRAWN:
            self.holds = True
            self.drawings.append(child)
        elif tag == ALTERNATE:
            if (chosen := seen_through(child)) is not None:
                for each in chosen:
                    yield from self._piece(each)
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType", ""))
        elif tag == f"{W}instrText" and self._walk.open_fields:
            self._walk.open_fields[-1].instruction += child.text or ""

    def _field(self, kind: str) -> None:
        fields = self._walk.open_fields
        if kind == "begin" and len(fields) < _DEEPEST_FIELD:
            fields.append(OpenField())
        elif fields and kind == "separate":
            fields[-1].shows, fields[-1].link = True, led(fields[-1].instruction)
        elif fields and kind == "end":
            fields.pop()


def led(instruction: str) -> Link | None:
    """Give the link that a field with that *instruction* is, or None where it is none."""
    if not _LEADS.match(instruction):
        return None
    found = _ADDRESS.search(instruction)
    return Link(found[1] if found and "\\l" not in instruction[: found.start(1)] else "")
