"""What is written on a sheet where no field is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spark_tools.document.form import is_bookmark
from spark_tools.document.printed import mark
from spark_tools.forms.docx.answers import Unplaced
from spark_tools.forms.docx.claims import Claims
from spark_tools.forms.docx.labels import Labels, label_pattern
from spark_tools.forms.docx.manuscript import Manuscript, Piece, Table
from spark_tools.forms.docx.places import Place
from spark_tools.forms.docx.prompts import typed
from spark_tools.forms.docx.values import Written, canonical, read, spaced
from spark_tools.forms.wording import say
from spark_tools.model import FormField, SheetForm


def leftovers(
    manuscript: Manuscript,
    form: SheetForm,
    claims: Claims,
    labels: Labels,
    found: Mapping[str, Place],
) -> Iterator[Unplaced]:
    """Give what is written in rows put into a grid, in copies of a field, in unknown fields.

    And what is written where a label stands that may be one field's or another's, and
    in paragraphs of its own.
    """
    seen = {piece for place in found.values() for piece in place.pieces}
    tables = {**_grids(form, found), **labels.doubtful_tables}
    for table, fields in tables.items():
        for number, text, pieces in _loose_rows(table, fields, found):
            seen.update(pieces)
            if text:
                header = " | ".join(canonical(cell.text) for cell in table.rows[0])
                where = say("row {number} of the table “{header}”", number=number, header=header)
                yield Unplaced(where, text)
    for field, line in labels.doubtful_lines:
        seen.update(line.pieces)
        if text := _shown(line.pieces, field):
            yield Unplaced(say("beside “{title}”", title=field.label), text)
    for copies in claims.values():
        field = copies[0].field
        answer = _shown(copies[0].pieces, field)
        for copy in copies[1:]:
            text = "" if seen.issuperset(copy.pieces) else _shown(copy.pieces, field)
            seen.update(copy.pieces)
            if text and text != answer:
                yield Unplaced(say("in a copy of “{title}”", title=field.title), text)
    yield from _unknown(manuscript, form, seen)
    if form.printed:
        yield from _between(manuscript, frozenset(form.printed), seen)


def _grids(form: SheetForm, found: Mapping[str, Place]) -> Mapping[Table, Sequence[FormField]]:
    """Give the tables that hold fields of grids, each with its fields."""
    tables: dict[Table, list[FormField]] = defaultdict(list)
    for field in form.fields:
        place = found.get(field.key)
        if field.grid and place and place.cell:
            tables[place.cell.table].append(field)
    return tables


def _loose_rows(
    table: Table, fields: Iterable[FormField], found: Mapping[str, Place]
) -> Iterator[tuple[int, str, list[Piece]]]:
    """Give each row with what is written in it outside its fields: number, text, pieces."""
    columns = {field.place: field for field in fields}
    labels = {spaced(field.row_label) for field in fields}
    held = {cell for field in fields if field.key in found and (cell := found[field.key].cell)}
    rows = {cell.row for cell in held}
    first = min(field.line for field in fields)
    for number, row in enumerate(table.rows):
        if number < first and number not in rows:
            continue  # the header and the example
        texts, pieces = [], []
        for cell in row:
            if cell in held:
                continue
            here = [piece for line in cell.lines for piece in line.pieces]
            pieces += here
            text = _shown(here, columns.get(cell.column))
            if text and spaced(text) not in labels:
                texts.append(text)
        yield number, " | ".join(texts), pieces


def _shown(pieces: Iterable[Piece], field: FormField | None) -> str:
    """Give what a person has written in *pieces*, as in a copy of *field*."""
    text = ""
    line = None
    flagged = False
    for piece in pieces:
        if line is not None and piece.line is not line:
            text += "\n"
        line = piece.line
        text += piece.text
        flagged = flagged or (piece.control is not None and piece.control.prompting)
    if field is None:
        return "" if flagged else canonical(text)
    if not field.grid:
        text = label_pattern(field).sub("", text, count=1)
    reading = read(Written(typed(text, field, flagged=flagged)), field)
    return canonical(f"{reading.value} {reading.besides}")


def _unknown(manuscript: Manuscript, form: SheetForm, seen: set[Piece]) -> Iterator[Unplaced]:
    """Give what stands in controls and bookmarks of ours that *form* does not know."""
    ours = tuple(f"{sheet.id}." for sheet in form.sheets)
    strangers: dict[str, list[Piece]] = defaultdict(list)
    for line in manuscript.lines:
        for piece in line.pieces:
            if piece in seen:
                continue
            control = piece.control
            if control is not None and control.tag.startswith(ours):
                strangers[control.title or control.tag].append(piece)
            elif any(map(is_bookmark, piece.bookmarks)):
                strangers[control.title if control else ""].append(piece)
    for name, pieces in strangers.items():
        seen.update(pieces)
        if text := _shown(pieces, None):
            yield Unplaced(say("in “{title}”, which this sheet does not have", title=name), text)


def _between(
    manuscript: Manuscript, printed: frozenset[str], seen: set[Piece]
) -> Iterator[Unplaced]:
    """Give the paragraphs that hold no field and were not printed."""
    above = ""
    for line in manuscript.lines:
        if not seen.isdisjoint(line.pieces):
            continue
        text = canonical(line.text)
        if mark(text) in printed:
            above = spaced(text)
        elif any(map(str.isalnum, text)):
            yield Unplaced(
                say("below “{text}”", text=above) if above else say("at the top of the sheet"), text
            )
