"""What Word wraps round paragraphs, rows, cells and runs, taken off."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import TYPE_CHECKING

from spark_tools.wordfile.markup import COMPATIBILITY, W

if TYPE_CHECKING:
    from lxml.etree import _Element

SDT = f"{W}sdt"
ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
WRAPPERS = frozenset(
    f"{W}{name}" for name in ("customXml", "smartTag", "ins", "moveTo", "dir", "bdo")
)
"""Elements that hold others and are seen through; what is deleted or moved away is not seen."""

_CHOICE, _FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
_BOX = f"{W}txbxContent"


def unwrapped(
    container: _Element,
    tags: Container[object],
    note: Callable[[_Element], None] = lambda control: None,
) -> Iterator[_Element]:
    """Give the children of *container* with those *tags*, out of whatever is wrapped round them.

    *note* is called with each content control that is.
    """
    for child in container:
        if child.tag in tags:
            yield child
            continue
        if child.tag == SDT:
            note(child)
        inside = seen_through(child)
        if inside is not None:
            yield from unwrapped(inside, tags, note)


def seen_through(element: _Element) -> _Element | None:
    """Give what holds the content of a wrapper, or None where *element* is no wrapper."""
    if element.tag in WRAPPERS:
        return element
    if element.tag == SDT:
        return element.find(f"{W}sdtContent")
    if element.tag == ALTERNATE:
        first = element.find(_CHOICE)
        return element.find(_FALLBACK) if first is None else first
    return None


def text_boxes(drawing: _Element) -> Iterator[_Element]:
    """Give the contents of the text boxes in *drawing*, those inside others left out."""
    for child in drawing:
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATE:
            if (chosen := seen_through(child)) is not None:
                yield from text_boxes(chosen)
        else:
            yield from text_boxes(child)
