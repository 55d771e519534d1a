"""What an organisation's own Word file gives to draw in, and what to mind in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen
from docx.oxml.ns import qn

from spark_tools.accessibility import check_document
from spark_tools.accessibility.flaw import Flaw
from spark_tools.accessibility.rules.contrast import floored, is_large, needed
from spark_tools.accessibility.wording import say
from spark_tools.content.problem import did_you_mean
from spark_tools.render.docx import draw
from spark_tools.render.docx.house.file import furniture_of, is_body, read_house_file, words_of
from spark_tools.render.docx.house.furniture import PLACEHOLDER, PLACEHOLDERS
from spark_tools.render.docx.house.opened import bundled, read_styles
from spark_tools.render.docx.house.origin import is_described
from spark_tools.render.docx.house.palette import Palette, palette
from spark_tools.render.docx.house.roles import Part, cast
from spark_tools.render.docx.names import FURNITURE, PARAGRAPH
from spark_tools.wordfile.colours import WHITE, automatic, contrast

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from spark_tools.model import Document, Look
    from spark_tools.wordfile.styles import Styles

_PAGE = re.compile(r"\bPAGE\b")


@frozen
class HouseReport:
    """What a house file gives.

    ``parts`` are the roles and the styles that play them, ``font`` and ``palette`` what its
    text looks like. ``placeholders`` are those in its headers and footers, and ``marked``
    tells whether it says where the text goes; ``words`` are its own, which come with every
    document. ``warnings`` are in words; ``flaws`` are those of a document that is drawn in it.
    """

    parts: tuple[Part, ...]
    font: str
    palette: Palette
    placeholders: tuple[str, ...]
    marked: bool
    words: str
    warnings: tuple[str, ...]
    flaws: tuple[Flaw, ...]


def check_house(path: Path, documents: Sequence[Document], look: Look) -> HouseReport:
    """Look through the house file at *path*, and draw *documents* in it to see how they come out.

    Raises:
        FaultError: the file cannot be used.
    """
    file = read_house_file(path)
    styles = read_styles(file)
    body = styles.default(PARAGRAPH)
    main: Any = file.part
    placeholders = _placeholders(_furniture(file))
    paragraphs = main.element.find(qn("w:body")).findall(qn("w:p"))
    own_words = [each for each in paragraphs if not is_body(each)]
    parts = tuple(cast(styles, bundled()))
    own_look = attrs.evolve(look, house=path)
    found = (flaw for each in documents for flaw in check_document(draw(each, own_look)))
    flaws = {(flaw.rule, flaw.what): flaw for flaw in found}.values()
    return HouseReport(
        parts=parts,
        font=styles.run_look(body.id if body else None).font,
        palette=palette(styles),
        placeholders=tuple(each for each in PLACEHOLDERS if each in placeholders),
        marked=any(map(is_body, paragraphs)),
        words=" ".join(filter(None, (words_of(each).strip() for each in own_words))),
        warnings=_warnings(file, styles, parts),
        flaws=tuple(sorted(flaws, key=lambda flaw: flaw.rule)),
    )


def house_warnings(path: Path) -> tuple[str, ...]:
    """Give what is to be minded in the house file at *path*, in words, without drawing in it.

    Raises:
        FaultError: the file cannot be used.
    """
    file = read_house_file(path)
    styles = read_styles(file)
    return _warnings(file, styles, tuple(cast(styles, bundled())))


def _warnings(file: WordDocument, styles: Styles, parts: Sequence[Part]) -> tuple[str, ...]:
    furniture = _furniture(file)
    placeholders = _placeholders(furniture)
    return (
        *_faint(styles, parts),
        *_unknown(placeholders),
        *_uncounted(furniture, placeholders),
        *_undescribed(furniture),
    )


def _furniture(file: WordDocument) -> list[Any]:
    return [part.element for part in furniture_of(file.part)]


def _placeholders(furniture: Sequence[Any]) -> list[str]:
    texts = (words_of(paragraph) for root in furniture for paragraph in root.iter(qn("w:p")))
    return [name for text in texts for name in PLACEHOLDER.findall(text)]


def _faint(styles: Styles, parts: Sequence[Part]) -> Iterator[str]:
    """Say which styles that are used have too little contrast (WCAG 2.1, 1.4.3)."""
    body = styles.default(PARAGRAPH)
    furniture = (styles.by_name(PARAGRAPH, name) for name in FURNITURE)
    for style in filter(None, (body, *(part.style for part in parts), *furniture)):
        look = styles.run_look(style.id)
        ground = look.ground or styles.ground(style.id) or WHITE
        colour = look.colour or automatic(ground)
        ratio = contrast(colour, ground)
        least = needed(is_large(look))
        if ratio < least:
            yield say(
                "“{style}” is #{colour} on #{ground}: contrast {ratio}:1, and {least}:1 is needed",
                style=style.name,
                colour=colour,
                ground=ground,
                ratio=floored(ratio),
                least=floored(least),
            )


def _unknown(placeholders: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(placeholders):
        if name not in PLACEHOLDERS:
            said = say("there is no placeholder {{{{ {name} }}}}.", name=name)
            yield said + did_you_mean(name, PLACEHOLDERS)


def _uncounted(furniture: Sequence[Any], placeholders: Sequence[str]) -> Iterator[str]:
    fields = (
        each for root in furniture for each in root.iter(qn("w:instrText"), qn("w:fldSimple"))
    )
    told = (each.text or each.get(qn("w:instr"), "") for each in fields)
    if "page_label" not in placeholders and not any(map(_PAGE.search, told)):
        yield say("the pages are not numbered: write {mark} in the footer", mark="{{ page_label }}")


def _undescribed(furniture: Sequence[Any]) -> Iterator[str]:
    pictures = [each for root in furniture for each in root.iter(qn("wp:docPr"))]
    if not all(map(is_described, pictures)):
        yield say(
            "a picture in a header or footer has no alternative text, and is marked as decorative; "
            "describe it in Word if it tells something"
        )
