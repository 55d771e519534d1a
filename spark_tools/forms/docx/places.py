"""The place of each field on a filled-in sheet, and all that is written in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from spark_tools.forms.docx.answers import FoundBy
from spark_tools.forms.docx.claims import Claim, Claims
from spark_tools.forms.docx.labels import Labels, label_pattern
from spark_tools.forms.docx.manuscript import Cell, Line, Manuscript, Piece
from spark_tools.forms.docx.prompts import typed
from spark_tools.forms.docx.values import Written
from spark_tools.model import FormField, SheetForm

_OWN = "\0"
"""Stands for a field's own text among what stands beside it; no XML can hold it."""
_RULED = re.compile("(?:\n?\u00a0)+(?=\n|\\Z)")
"""The lines below a control that a pen writes on."""
_PARTS = re.compile(f"({_OWN})")

Owners = Mapping[Piece, Claim]


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
    owners = {piece: each for copies in claims.values() for each in copies for piece in each.pieces}
    starts = set(labels.lines.values())
    shared = _shared_cells(claims)
    found: dict[str, Place] = {}
    for field in form.fields:
        claim = claims[field.key][0] if field.key in claims else None
        line = claim.line if claim else labels.lines.get(field.key)
        cell = line.cell if line else labels.cells.get(field.key)
        lines: Sequence[Line] = ()
        if field.grid and cell is not None:
            lines = () if cell in shared else cell.lines
        elif line is not None:
            lines = tuple(_box(manuscript, line, claim, owners, starts))
        else:
            continue
        found[field.key] = _place(field, claim, cell, lines, owners)
    return found


def _shared_cells(claims: Claims) -> set[Cell]:
    """Give the cells that hold several fields: what stands beside them there is nobody's."""
    seen: dict[Cell, str] = {}
    cells = ((copies[0].cell, key) for key, copies in claims.items())
    return {cell for cell, key in cells if cell and seen.setdefault(cell, key) != key}


def _box(
    manuscript: Manuscript,
    line: Line,
    claim: Claim | None,
    owners: Owners,
    starts: set[Line],
) -> Iterator[Line]:
    """Give the paragraphs of a field outside grids: the first, and those split off from it."""
    own = list(dict.fromkeys(piece.line for piece in claim.pieces)) if claim else [line]
    yield from own
    for following in itertools.islice(manuscript.lines, own[-1].place + 1, None):
        split_off = following.style and following.style == line.style
        if not split_off or following.cell is not line.cell or following in starts:
            return
        if any(owners.get(piece, claim) is not claim for piece in following.pieces):
            return
        yield following


def _place(
    field: FormField,
    claim: Claim | None,
    cell: Cell | None,
    lines: Sequence[Line],
    owners: Owners,
) -> Place:
    in_box = set(lines)
    outside = {piece.line for piece in claim.pieces} - in_box if claim else set()
    pieces: list[Piece] = []
    own: list[str] = []  # one text for each _OWN in `around`
    around = ""
    for line in sorted(in_box | outside, key=lambda each: each.place):
        around += "\n" if pieces else ""
        for piece in line.pieces:
            owner = owners.get(piece)
            if owner is not claim and (owner is not None or line not in in_box):
                continue
            pieces.append(piece)
            if owner is None or (owner.around_label and not field.grid):
                around += piece.text
                continue
            if not around.endswith(_OWN):
                around += _OWN
                own.append("")
            own[-1] += piece.text
    stray = ""
    if not field.grid:
        around, stray = _without_label(field, around, ruled=claim is not None)
    flagged = any(piece.control and piece.control.prompting for piece in pieces)
    held = "\n".join(own)
    written = typed(held, field, flagged=flagged)
    if written != held:
        own = [written, *[""] * (len(own) - 1)]
    texts = iter(own)
    whole = "".join(next(texts) if each == _OWN else each for each in _PARTS.split(around))
    look = _look(pieces, with_day=bool(written.strip()) or not held.strip())
    return Place(
        claim.found if claim else FoundBy.LABEL,
        evolve(look, text=written),
        evolve(look, text=typed(whole, field, flagged=flagged)),
        around.replace(_OWN, " "),
        stray,
        cell,
        pieces,
    )


def _without_label(field: FormField, around: str, *, ruled: bool) -> tuple[str, str]:
    """Take the label from what stands *around* a field outside grids.

    Gives what is left, and what stands before the field where the label should. *ruled*
    says to take away the lines to write on by hand, too.
    """
    stray = ""
    around, labels = label_pattern(field).subn("", around, count=1)
    if not labels and _OWN in around:
        stray, _, rest = around.partition(_OWN)
        around = _OWN + rest
    if ruled:
        around = _RULED.sub("", around).replace("\n\u00a0", "\n")
    return around, stray


def _look(pieces: Iterable[Piece], *, with_day: bool) -> Written:
    """Give what the controls among *pieces* say of themselves; the day only where asked for."""
    controls = [piece.control for piece in pieces if piece.control is not None]
    boxes = [each for each in controls if each.checked is not None]
    return Written(
        "",
        next((each.day for each in controls if each.day and with_day), ""),
        boxes[0].checked if boxes else None,
        boxes[0].glyphs if boxes else ("", ""),
    )
