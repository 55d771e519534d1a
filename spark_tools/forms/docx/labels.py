"""Fields that bear no name any more, found by what is printed beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from spark_tools.forms.docx.claims import Claims
from spark_tools.forms.docx.manuscript import Cell, Line, Manuscript, Table
from spark_tools.forms.docx.values import BOXES, canonical, spaced
from spark_tools.model import FormField, SheetForm

_LEADING = f" \u00a0{BOXES}"


@frozen(eq=False)
class Labels:
    """What the labels tell: the paragraph or cell of each field, by its key.

    ``lines`` holds paragraphs of fields that stand alone, ``cells`` those of fields in
    grids. ``doubtful_lines`` and ``doubtful_tables`` bear the labels of the fields beside
    them, but stand there more or less often than they should.
    """

    lines: Mapping[str, Line]
    cells: Mapping[str, Cell]
    doubtful_lines: Sequence[tuple[FormField, Line]]
    doubtful_tables: Mapping[Table, Sequence[FormField]]


def labels(manuscript: Manuscript, form: SheetForm, claims: Claims) -> Labels:
    """Find by table row and label what *claims* lacks.

    Where a label stands more or less often than it should, nothing is found by it.
    """
    tables, doubtful_tables = _tables(manuscript, form, claims)
    cells: dict[str, Cell] = {}
    claimed = {each.cell for copies in claims.values() for each in copies}
    for grid, fields in grids(form).items():
        if table := tables.get(grid):
            cells.update(
                (key, cell) for key, cell in _cells(table, fields, claims) if cell not in claimed
            )
    of_grids = {*tables.values(), *doubtful_tables}
    loose = (line for line in manuscript.lines if not line.cell or line.cell.table not in of_grids)
    lines, doubtful_lines = _lines(loose, form, claims)
    return Labels(lines, cells, doubtful_lines, doubtful_tables)


def grids(form: SheetForm) -> dict[str, list[FormField]]:
    """Give the fields of each grid of *form*."""
    found = defaultdict(list)
    for field in form.fields:
        if field.grid:
            found[field.grid].append(field)
    return found


def label_pattern(field: FormField) -> re.Pattern[str]:
    """Give what matches the label of *field* and the prompt beside it."""
    label, prompt = _words(field.label), _words(field.prompt)
    return re.compile(rf"{label}(?:\s*{prompt})?" if prompt else label)


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, canonical(text).split()))


def _lines(
    loose: Iterable[Line], form: SheetForm, claims: Claims
) -> tuple[dict[str, Line], list[tuple[FormField, Line]]]:
    """Give those of *loose* that begin with the label of a field outside grids.

    First the paragraph of each field that is known for certain, then those in doubt.
    """
    taken = {each.line for copies in claims.values() for each in copies}
    lost: dict[str, list[FormField]] = defaultdict(list)
    for field in form.fields:
        if not field.grid and field.key not in claims and (label := spaced(field.label)):
            lost[label].append(field)
    beginnings = defaultdict(list)
    for label, fields in lost.items():
        beginnings[label.split()[0]].append((label, _beginning(fields)))
    candidates: dict[str, list[Line]] = defaultdict(list)
    for line in loose:
        text = canonical(line.text).lstrip(_LEADING)
        for label, pattern in beginnings.get("".join(text.split(maxsplit=1)[:1]), ()):
            if line not in taken and pattern.match(text):
                candidates[label].append(line)
    found: dict[str, Line] = {}
    doubtful: list[tuple[FormField, Line]] = []
    for label, fields in lost.items():
        lines = candidates[label]
        if len(lines) != len(fields):
            # A heading may say the same, but has no room below it and no box before it.
            lines = [line for line in lines if "\n" in line.text or _has_box(line)]
        if len(lines) == len(fields):
            found.update((field.key, line) for field, line in zip(fields, lines, strict=True))
        else:
            doubtful += [(fields[0], line) for line in lines]
    return found, doubtful


def _has_box(line: Line) -> bool:
    return canonical(line.text).startswith(tuple(BOXES))


def _beginning(fields: Sequence[FormField]) -> re.Pattern[str]:
    """Give what a paragraph begins with where the fields of one label stand."""
    prompts = "".join(rf"|\s*{_words(field.prompt)}" for field in fields if _words(field.prompt))
    return re.compile(rf"{_words(fields[0].label)}(?=\s*\n|\s*\Z|\u2003{prompts})")


def _tables(
    manuscript: Manuscript, form: SheetForm, claims: Claims
) -> tuple[dict[str, Table], dict[Table, list[FormField]]]:
    """Give the table of each grid: where its fields stand, else where its labels do.

    Then the tables in doubt, each with the fields it may hold.
    """
    by_grid = grids(form)
    doubtful: dict[Table, list[FormField]] = {}
    found: dict[str, Table] = {}
    lost: dict[tuple[tuple[int, str], ...], list[str]] = defaultdict(list)
    for grid, fields in by_grid.items():
        cells = (claims[field.key][0].cell for field in fields if field.key in claims)
        if table := next((cell.table for cell in cells if cell is not None), None):
            found[grid] = table
        else:
            header = {field.place: spaced(field.label) for field in fields}
            lost[tuple(sorted(header.items()))].append(grid)
    taken = set(found.values())
    for titles, missing in lost.items():
        tables = [
            table
            for table in manuscript.tables
            if table not in taken and _bears(table, dict(titles))
        ]
        if len(tables) == len(missing):
            found.update(zip(missing, tables, strict=True))
            taken.update(tables)
        else:
            doubtful.update(dict.fromkeys(tables, by_grid[missing[0]]))
    return found, doubtful


def _bears(table: Table, header: Mapping[int, str]) -> bool:
    """Say whether the first row of *table* holds the labels of *header*, by column."""
    if not table.rows or len(table.rows[0]) < len(header):
        return False
    titles = {cell.column: spaced(cell.text) for cell in table.rows[0]}
    return all(titles.get(place) == label for place, label in header.items())


def _cells(table: Table, fields: Sequence[FormField], claims: Claims) -> Iterator[tuple[str, Cell]]:
    """Give the cell of each of a grid's *fields* that is not claimed by name."""
    rows = _rows(table, fields, claims)
    for field in fields:
        number = rows.get(field.row)
        if field.key in claims or number is None or not 0 < number < len(table.rows):
            continue
        for cell in table.rows[number]:
            if cell.column == field.place:
                yield field.key, cell


def _rows(table: Table, fields: Sequence[FormField], claims: Claims) -> dict[str, int]:
    """Give the table row of each of a grid's rows.

    It is where other fields of the row are; else where its label stands, once; else, for a
    row without a label, the line it was printed on, unless rows have been put in between.
    """
    rows: dict[str, int] = {}
    for field in fields:
        cell = claims[field.key][0].cell if field.key in claims else None
        if cell is not None and cell.table is table:
            rows.setdefault(field.row, cell.row)
    shifts = {rows[field.row] - field.line for field in fields if field.row in rows} or {0}
    labelled = defaultdict(list)
    for number, row in enumerate(table.rows):
        if number and row and any(field.row_label for field in fields):
            labelled[spaced(row[0].text)].append(number)
    for field in fields:
        if field.row in rows:
            continue
        if not field.row_label:
            if len(shifts) == 1:
                rows[field.row] = field.line + min(shifts)
        elif len(same := labelled[spaced(field.row_label)]) == 1:
            rows[field.row] = same[0]
    return rows
