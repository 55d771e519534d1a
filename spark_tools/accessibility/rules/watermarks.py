"""Watermarks: pale words that Word draws behind the text, from a header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import CONTRAST, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.wording import _, say

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Drawing
    from spark_tools.accessibility.opened import Opened

_V = "{urn:schemas-microsoft-com:vml}"
_NAME = re.compile(r"watermark|vandm[æa]rke", re.IGNORECASE)


def is_watermark(drawing: Drawing) -> bool:
    """Whether *drawing* is a watermark: named so, or words drawn as a shape."""
    if next(drawing.element.iter(f"{_V}textpath"), None) is not None:
        return True
    return any(
        _NAME.search(str(value))
        for each in drawing.element.iter()
        for name, value in each.attrib.items()
        if name in ("id", "name", "alt", "descr", "title")
    )


def _watermarks(document: Opened) -> Iterator[Found]:
    for drawing in document.drawings:
        if is_watermark(drawing):
            yield say("There is a watermark behind the text."), drawing.where()


RULES = (
    Rule(
        "watermark",
        beyond(CONTRAST),
        _("No watermark lies behind the text."),
        _("In Word: Design › Watermark › Remove Watermark. Say it in words at the top instead."),
        _watermarks,
    ),
)
