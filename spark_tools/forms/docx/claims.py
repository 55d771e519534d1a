"""Which field a stretch of text belongs to, by the names that a file still bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spark_tools.document.form import bookmark, tag
from spark_tools.forms.docx.answers import FoundBy
from spark_tools.forms.docx.manuscript import Cell, Control, Line, Manuscript, Piece
from spark_tools.forms.docx.values import canonical
from spark_tools.model import FormField, SheetForm


class Claim:
    """Text that bears one field's name once: the pieces, and by which name they were found."""

    __slots__ = ("field", "found", "pieces")

    def __init__(self, field: FormField, found: FoundBy) -> None:
        self.field = field
        self.found = found
        self.pieces: list[Piece] = []

    @property
    def line(self) -> Line:
        """The paragraph it begins in."""
        return self.pieces[0].line

    @property
    def around_label(self) -> bool:
        """Whether it takes in whole paragraphs, and so the label beside the control too."""
        control = self.pieces[0].control
        return control is not None and control.block

    @property
    def cell(self) -> Cell | None:
        """The cell it begins in."""
        return self.line.cell


Claims = dict[str, list[Claim]]
"""All claims of each field by its key, the one that is taken for the field's own first."""


def claims(manuscript: Manuscript, form: SheetForm) -> Claims:
    """Give what is claimed in *manuscript* for each field of *form* that bears any name.

    A field's tag goes before its bookmark and that before its title: what is found by the
    first of them is all that counts.
    """
    found: Claims = {}
    taken: set[Piece] = set()
    for names in (_ByTag(form), _ByBookmark(form), _ByTitle(form)):
        groups: dict[object, Claim] = {}
        for piece in _pieces(manuscript):
            if piece in taken or (named := names.of(piece)) is None:
                continue
            field, source = named
            if field.key in found:
                continue
            claim = groups.get(source)
            if claim is None:
                groups[source] = claim = Claim(field, names.found)
            claim.pieces.append(piece)
        for claim in groups.values():
            taken.update(claim.pieces)
            copies = found.setdefault(claim.field.key, [])
            if copies and _goes_on(copies[-1], claim):
                copies[-1].pieces += claim.pieces
            else:
                copies.append(claim)
    for each in found.values():
        if len(each) > 1:
            each.sort(key=_strangeness)
    return found


def _pieces(manuscript: Manuscript) -> Iterator[Piece]:
    for line in manuscript.lines:
        yield from line.pieces


def _goes_on(before: Claim, claim: Claim) -> bool:
    """Say whether *claim* is the same control, cut in two by a new paragraph in it."""
    last, first = before.pieces[-1], claim.pieces[0]
    if last.control is None or first.control is None or not first.control.id:
        return False
    return (
        first.control.id == last.control.id
        and first.line.cell is last.line.cell
        and first.line.place == last.line.place + 1
        and next((each for each in first.line.pieces if each.text), first) in claim.pieces
    )


def _strangeness(claim: Claim) -> tuple[bool, bool]:
    """Order the copies of a control: in its bookmark before in its row before elsewhere."""
    own = bookmark(claim.field.key)
    outside = not any(own in piece.bookmarks for piece in claim.pieces)
    cell = claim.cell
    return outside, bool(claim.field.line) and (cell is None or cell.row != claim.field.line)


_Named = tuple[FormField, object] | None
"""A field, and what bears its name."""


class _ByControl:
    """A way to name fields by the controls round a piece; each control is asked once."""

    def __init__(self, fields: Mapping[str, FormField]) -> None:
        self._fields = fields
        self._known: dict[Control, _Named] = {}

    def of(self, piece: Piece) -> _Named:
        return self._inside(piece.control) if piece.control else None

    def _inside(self, control: Control) -> _Named:
        if control not in self._known:
            self._known[control] = self._named(control)
        return self._known[control]

    def _named(self, control: Control) -> _Named:
        raise NotImplementedError


class _ByTag(_ByControl):
    found = FoundBy.TAG

    def __init__(self, form: SheetForm) -> None:
        super().__init__({tag(field.key): field for field in form.fields})

    def _named(self, control: Control) -> _Named:
        """Give the field of the innermost control round *control* that bears a known tag."""
        if field := self._fields.get(control.tag):
            return field, control
        return self._inside(control.outer) if control.outer else None


class _ByBookmark:
    found = FoundBy.BOOKMARK

    def __init__(self, form: SheetForm) -> None:
        self._fields = {bookmark(field.key): field for field in form.fields}
        self._cells: dict[str, Cell | None] = {}

    def of(self, piece: Piece) -> _Named:
        """Give the field of the bookmark round *piece*; in another cell it counts no more."""
        cell = piece.line.cell
        for name in piece.bookmarks:
            field = self._fields.get(name)
            if field and self._cells.setdefault(name, cell) is cell:
                return field, name
        return None


class _ByTitle(_ByControl):
    found = FoundBy.TITLE

    def __init__(self, form: SheetForm) -> None:
        super().__init__({canonical(field.title): field for field in form.fields})

    def _named(self, control: Control) -> _Named:
        """Give the field of the innermost control round *control* that bears a known title.

        LibreOffice 7.4 draws a second control round the paragraph of a check box, or round
        several of them, and gives that one the first title: it counts for what it holds,
        where that is one control, and never for the paragraph.
        """
        outer = control.outer
        if field := self._fields.get(canonical(control.title)):
            return None if control.block and control.holds else (field, control)
        if outer is None:
            return None
        if outer.block and outer.holds == 1 and not control.tag and not control.title:
            held = self._fields.get(canonical(outer.title))
            if held:
                return held, control
        return self._inside(outer)
