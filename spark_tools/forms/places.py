"""The place of each field on a filled-in sheet, and all that is written in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import evolve, frozen

from spark_tools.forms.answers import FoundBy
from spark_tools.forms.claims import Claims
from spark_tools.forms.labels import Labels, label_pattern
from spark_tools.forms.manuscript import Cell, Line, Manuscript, Piece
from spark_tools.forms.values import Written, has_ticks, spaced
from spark_tools.i18n import LANGUAGES, words
from spark_tools.model import FieldKind, FormField, SheetForm

_OWN = "\0"
"""Stands for a field's own text among what stands beside it; no XML can hold it."""
_RULED = re.compile("\u00a0(?:\n\u00a0)*(?=\n|\\Z)")
"""The lines below a control that a pen writes on."""
_PARTS = re.compile(f"({_OWN})")

WORDS_OWN_PROMPTS = (
    "Klik eller tryk her for at skrive tekst.",
    "Klik eller tryk for at angive en dato.",
    "Klik her for at angive tekst.",
    "Klik her for at angive en dato.",
    "Vælg et element.",
    "Click or tap here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter text.",
    "Click here to enter a date.",
    "Choose an item.",
)
"""What Word puts in a control that has been emptied."""


@frozen(eq=False)
class Place:
    """Where a field stands.

    ``own`` is what is written in its control; ``whole`` is that with what stands beside it
    in its cell or box, and ``beside`` the latter alone. ``stray`` stands before it where
    its label should. ``cell`` is the cell it stands in, ``pieces`` is all that was read.
    """

    found: FoundBy
    own: Written
    whole: Written
    beside: str
    stray: str
    cell: Cell | None
    pieces: Sequence[Piece]


def places(
    manuscript: Manuscript, form: SheetForm, claims: Claims, labels: Labels
) -> dict[str, Place]:
    """Give the place of every field that is found, by its key."""
    others = {piece for copies in claims.values() for each in copies for piece in each.pieces}
    starts = set(labels.lines.values())
    shared = _shared_cells(claims)
    found: dict[str, Place] = {}
    for field in form.fields:
        own: Sequence[Piece] = ()
        by = FoundBy.LABEL
        lines: Sequence[Line] = ()
        if copies := claims.get(field.key):
            own, by = copies[0].pieces, copies[0].found
            cell, line = copies[0].cell, copies[0].line
        elif field.key in labels.cells:
            cell, line = labels.cells[field.key], None
        elif field.key in labels.lines:
            line = labels.lines[field.key]
            cell = line.cell
        else:
            continue
        if field.grid and cell is not None:
            lines = () if cell in shared else cell.lines
        elif line is not None:
            lines = tuple(_box(manuscript, line, own, others, starts))
        found[field.key] = _place(field, by, cell, own, lines, others)
    return found


def prompts(field: FormField) -> frozenset[str]:
    """Give what stands in *field* while it is empty, blanks collapsed."""
    return frozenset((spaced(field.prompt), "", *_general_prompts(field.kind)))


@cache
def _general_prompts(kind: FieldKind) -> tuple[str, ...]:
    asked = "Date" if kind is FieldKind.DATE else "Write here"
    return (*(words("render", language)(asked) for language in LANGUAGES), *WORDS_OWN_PROMPTS)


def _shared_cells(claims: Claims) -> set[Cell]:
    """Give the cells that hold several fields: what stands beside them there is nobody's."""
    seen: dict[Cell, str] = {}
    cells = ((copies[0].cell, key) for key, copies in claims.items())
    return {cell for cell, key in cells if cell and seen.setdefault(cell, key) != key}


def _box(
    manuscript: Manuscript,
    line: Line,
    own: Sequence[Piece],
    others: set[Piece],
    starts: set[Line],
) -> Iterator[Line]:
    """Give the paragraphs of a field outside grids: the first, and those split off from it."""
    mine = set(own)
    last = max((piece.line.place for piece in own), default=line.place)
    for following in itertools.islice(manuscript.lines, line.place, None):
        if following.place > last:
            split_off = following.style and following.style == line.style
            if not split_off or following.cell is not line.cell or following in starts:
                return
            if any(piece in others and piece not in mine for piece in following.pieces):
                return
        yield following


def _place(
    field: FormField,
    by: FoundBy,
    cell: Cell | None,
    own: Sequence[Piece],
    lines: Sequence[Line],
    others: set[Piece],
) -> Place:
    mine = set(own)
    in_box = set(lines)
    outside = {piece.line: None for piece in own if piece.line not in in_box}
    kept: list[Piece] = []
    written: list[str] = []  # one text for each _OWN in `around`
    around = ""
    for line in sorted((*lines, *outside), key=lambda each: each.place):
        around += "\n" if kept else ""
        for piece in line.pieces:
            if piece in mine:
                if not around.endswith(_OWN):
                    around += _OWN
                    written.append("")
                written[-1] += _shown(piece, field)
            elif piece not in others and line in in_box:
                around += _shown(piece, field)
            else:
                continue
            kept.append(piece)
    return _read_around(field, by, cell, kept, written, around)


def _read_around(
    field: FormField,
    by: FoundBy,
    cell: Cell | None,
    kept: Sequence[Piece],
    written: Sequence[str],
    around: str,
) -> Place:
    stray = ""
    if not field.grid:
        around, labels = label_pattern(field).subn("", around, count=1)
        if not labels and _OWN in around:
            stray, _, rest = around.partition(_OWN)
            around = _OWN + rest
        if _OWN in around:
            around = _RULED.sub("", around)
    own = "\n".join(written)
    prompting = any(piece.control and piece.control.prompting for piece in kept)
    if spaced(own) in prompts(field) or (prompting and _boxed(field) and not has_ticks(own)):
        written, own = [""] * len(written), ""
    texts = iter(written)
    whole = "".join(next(texts) if each == _OWN else each for each in _PARTS.split(around))
    if spaced(whole) in prompts(field):
        whole = ""
    controls = [piece.control for piece in kept if piece.control is not None]
    boxes = [each for each in controls if each.checked is not None]
    shown = any(piece.text.strip() for piece in kept)
    own_look = Written(
        own,
        "" if shown and not own else next((each.day for each in controls if each.day), ""),
        boxes[0].checked if boxes else None,
        boxes[0].glyphs if boxes else ("", ""),
    )
    beside = around.replace(_OWN, " ")
    return Place(by, own_look, evolve(own_look, text=whole), beside, stray, cell, kept)


def _shown(piece: Piece, field: FormField) -> str:
    """Give what a person has written in *piece*: nothing where a control shows its prompt.

    Boxes in a prompt are read all the same, since they may have been ticked.
    """
    prompting = piece.control is not None and piece.control.prompting
    return "" if prompting and not _boxed(field) else piece.text


def _boxed(field: FormField) -> bool:
    return field.kind in (FieldKind.CHOICE, FieldKind.CHECK)
