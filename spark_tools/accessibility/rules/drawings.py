"""Pictures, charts and shapes: described, in line with the text, and none that hides text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import NON_TEXT, SEQUENCE, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote
from spark_tools.accessibility.rules.watermarks import is_watermark
from spark_tools.accessibility.wording import _, say
from spark_tools.accessibility.wrapping import text_boxes
from spark_tools.wordfile.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Drawing
    from spark_tools.accessibility.opened import Opened

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SHAPES = tuple(f"{_V}{name}" for name in ("shape", "rect", "oval", "group", "line", "roundrect"))
_OFF = ("0", "false", "off")
_SAYS_NOTHING = re.compile(
    r"\S*\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp|heic)|[\w-]*(img|dsc|image)[-_]?\d+"
    r"|(et )?(picture|image|billede|figur|figure|grafik|graphic|diagram|chart|tekstfelt|text box"
    r"|foto|photo|logo|shape|figurform|rectangle|rektangel|tegning|drawing|skærmbillede|screenshot"
    r"|ikon|icon|alt|alt[- ]?(tekst|text)|pladsholder|placeholder)[ \d.:#_-]*"
    r"|https?://\S*|[\W\d_]*",
    re.IGNORECASE,
)
_MADE_BY_WORD = re.compile(
    r"automatisk genereret|automatically generated|AI-generated content|AI-genereret", re.IGNORECASE
)


def description(drawing: _Element) -> str:
    """Give the alternative text of *drawing*, with its title where that is all there is."""
    properties = drawing.find(f".//{_WP}docPr")
    if properties is not None:
        return (properties.get("descr") or properties.get("title") or "").strip()
    shape = next(drawing.iter(*_SHAPES), None)
    return "" if shape is None else (shape.get("alt") or "").strip()


def is_decorative(drawing: _Element) -> bool:
    """Whether *drawing* is marked as decoration only."""
    return any(each.get("val", "1").lower() not in _OFF for each in drawing.iter(_DECORATIVE))


def _to_describe(document: Opened) -> Iterator[Drawing]:
    """Give the drawings that are there to be seen: those of text boxes say what they say."""
    for drawing in document.drawings:
        box = next(text_boxes(drawing.element), None)
        if box is None and not is_decorative(drawing.element) and not is_watermark(drawing):
            yield drawing


def _undescribed(document: Opened) -> Iterator[Found]:
    for drawing in _to_describe(document):
        if not description(drawing.element):
            yield say("The picture has no alternative text."), drawing.where()


def _poorly_described(document: Opened) -> Iterator[Found]:
    for drawing in _to_describe(document):
        words = description(drawing.element)
        if words and (_SAYS_NOTHING.fullmatch(words) or _MADE_BY_WORD.search(words)):
            said = say(
                "The alternative text {text} does not say what the picture shows.",
                text=quote(words),
            )
            yield said, drawing.where()


def _floating(document: Opened) -> Iterator[Found]:
    for drawing in document.drawings:
        if drawing.paragraph.story.is_body and drawing.element.find(f"{_WP}anchor") is not None:
            yield (
                say("The picture floats beside the text instead of standing in it."),
                (drawing.where()),
            )


def _old(document: Opened) -> Iterator[Found]:
    for drawing in document.drawings:
        if drawing.element.tag != f"{W}drawing" and not is_watermark(drawing):
            yield (
                say("The drawing is in an old format that screen readers pass over."),
                (drawing.where()),
            )


def _boxes(document: Opened) -> Iterator[Found]:
    for drawing in document.drawings:
        if next(text_boxes(drawing.element), None) is not None:
            said = say("Text stands in a text box, which screen readers read out of order or not.")
            yield said, drawing.where()


RULES = (
    Rule(
        "picture-undescribed",
        NON_TEXT,
        _("Every picture has alternative text, or is marked as decorative."),
        _(
            "In Word: right-click the picture › View Alt Text, and write what it shows; or mark it"
            " as decorative."
        ),
        _undescribed,
    ),
    Rule(
        "picture-described-poorly",
        NON_TEXT,
        _("The alternative text says what the picture shows: no file name, no “Picture 3”."),
        _("In Word: right-click the picture › View Alt Text, and write what it shows."),
        _poorly_described,
    ),
    Rule(
        "picture-floating",
        beyond(SEQUENCE),
        _("Pictures stand in line with the text."),
        _("In Word: right-click the picture › Wrap Text › In Line with Text."),
        _floating,
    ),
    Rule(
        "picture-old-format",
        beyond(NON_TEXT),
        _("No drawing is in the old format (VML) or an embedded object."),
        _("In Word: insert it anew as a picture (save it as PNG first), with alternative text."),
        _old,
    ),
    Rule(
        "text-box",
        beyond(SEQUENCE),
        _("No text stands in a text box."),
        _("Move the text into a paragraph, with a border or a ground where it must stand out."),
        _boxes,
    ),
)
