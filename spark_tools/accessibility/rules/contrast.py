"""Colours: enough contrast to read, and never the only thing that tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import define

from spark_tools.accessibility.clauses import COLOUR, CONTRAST
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote
from spark_tools.accessibility.wording import _, count, say
from spark_tools.i18n import number
from spark_tools.wordfile.colours import WHITE, automatic, contrast
from spark_tools.wordfile.looks import AUTOMATIC, shading
from spark_tools.wordfile.markup import DRAWING, W
from spark_tools.wordfile.theme import drawn_colour

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Cell, Paragraph, Row, Run
    from spark_tools.accessibility.opened import Opened
    from spark_tools.wordfile.looks import RunLook

ENOUGH, ENOUGH_FOR_LARGE = 4.5, 3.0

_LARGE, _LARGE_BOLD = 36, 28
_A = f"{{{DRAWING}}}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


@define
class _Pair:
    """Two colours that do not part well enough: where first, what stood there, and how often."""

    where: str
    text: str
    times: int = 0


def _too_low(document: Opened) -> Iterator[Found]:
    found: dict[tuple[str, str, bool], _Pair] = {}
    for paragraph in document.paragraphs:
        ground = _ground(paragraph, document)
        for run in paragraph.runs:
            behind = run.look.ground or ground
            if behind is None or not run.text.strip():
                continue
            front = run.look.colour or automatic(behind)
            large = is_large(run.look)
            if contrast(front, behind) < needed(large):
                key = (front, behind, large)
                pair = found.setdefault(key, _Pair(paragraph.where(), run.text))
                pair.times += 1
    for (front, behind, large), pair in found.items():
        said = say(
            "{text} is {front} on {behind}: contrast {ratio}:1, and {least}:1 is needed.",
            text=quote(pair.text),
            front=f"#{front}",
            behind=f"#{behind}",
            ratio=floored(contrast(front, behind)),
            least=floored(needed(large)),
        )
        if pair.times > 1:
            more = count("And {n} place more.", "And {n} places more.", pair.times - 1)
            said = f"{said} {more}"
        yield said, pair.where


def needed(large: bool) -> float:
    """Give the least contrast of text that is *large* or not (WCAG 2.1, 1.4.3)."""
    return ENOUGH_FOR_LARGE if large else ENOUGH


def is_large(look: RunLook) -> bool:
    """Whether text that looks so counts as large: 18 points, or 14 where it is bold."""
    return look.size >= (_LARGE_BOLD if look.bold else _LARGE)


def floored(ratio: float) -> str:
    """Give *ratio* with at most two decimals, never rounded up to one that would do."""
    return number(int(ratio * 100) / 100)


def _ground(paragraph: Paragraph, document: Opened) -> str | None:
    """Give the colour behind *paragraph*, or None where it cannot be told."""
    own = paragraph.says.ground
    if own is not None and own != AUTOMATIC:
        return own
    if paragraph.box is not None:
        return _box_ground(paragraph, document)
    cell = paragraph.cell
    while cell is not None:
        if cell.ground:
            return cell.ground
        cell = cell.table.outer
    return document.page_ground


def _box_ground(paragraph: Paragraph, document: Opened) -> str | None:
    """Give the fill of the text box round *paragraph*; white where it says it has none."""
    shape = (
        next(paragraph.box.iterancestors(f"{_SHAPE}wsp"), None)
        if paragraph.box is not None
        else None
    )
    properties = None if shape is None else shape.find(f"{_SHAPE}spPr")
    if properties is None:
        return None
    fill = properties.find(f"{_A}solidFill")
    if fill is not None and len(fill):
        return drawn_colour(fill[0], document.styles.theme)
    return WHITE if properties.find(f"{_A}noFill") is not None else None


def _links_by_colour(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        ground = _ground(paragraph, document) or WHITE
        plain = [run for run in paragraph.runs if run.link is None and run.text.strip()]
        if not plain:
            continue
        around = plain[0].look.colour or automatic(ground)
        for run in paragraph.runs:
            if run.link is None or run.look.underlined or not run.text.strip():
                continue
            colour = run.look.colour or automatic(ground)
            if (
                colour != around
                and contrast(colour, around) < ENOUGH_FOR_LARGE
                and _same(run, plain[0])
            ):
                said = say("Only its colour shows that {text} is a link.", text=quote(run.text))
                yield said, paragraph.where()


def _same(one: Run, other: Run) -> bool:
    """Whether they look alike but for their colours."""
    return one.look.bold == other.look.bold and one.look.ground == other.look.ground


def _cells_by_colour(document: Opened) -> Iterator[Found]:
    for table in document.tables:
        told = [cell for row in table.rows for cell in _told_by_colour(row, document)]
        if table.story.is_body and told:
            said = count(
                "{n} empty cell says something by its colour alone.",
                "{n} empty cells say something by their colour alone.",
                len(told),
            )
            yield said, told[0].where()


def _told_by_colour(row: Row, document: Opened) -> Iterator[Cell]:
    """Give the cells without a word that have been given a colour of their own in *row*."""
    grounds = {
        cell: shading(cell.element.find(f"{W}tcPr/{W}shd"), document.styles.theme)
        for cell in row.cells
    }
    if len(set(grounds.values())) > 1:
        for cell, ground in grounds.items():
            words = any((each.text or "").strip() for each in cell.element.iter(f"{W}t"))
            if ground not in (None, AUTOMATIC, WHITE) and not words:
                yield cell


RULES = (
    Rule(
        "contrast",
        CONTRAST,
        _(
            "Text parts from its ground by 4.5:1; by 3:1 where it is large (18 points, or 14 in"
            " bold)."
        ),
        _("In Word: give the style (right-click › Modify) a darker colour, or a lighter ground."),
        _too_low,
    ),
    Rule(
        "colour-only-link",
        COLOUR,
        _("A link is shown by more than its colour."),
        _("In Word: underline the link, best in the style Hyperlink."),
        _links_by_colour,
    ),
    Rule(
        "colour-only-cell",
        COLOUR,
        _("No empty cell says something by its colour."),
        _("Write a word in the cell, so that the colour is not alone in saying it."),
        _cells_by_colour,
    ),
)
