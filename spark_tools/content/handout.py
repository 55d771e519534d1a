"""Reading a handout: a sheet made of the closed block kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spark_tools.content.meanings import ROWS_FROM, check_meanings, read_means, tells
from spark_tools.content.picture import svg_problems
from spark_tools.content.problem import did_you_mean
from spark_tools.content.prose import inline
from spark_tools.content.table import Table, distinct
from spark_tools.content.wording import say
from spark_tools.model import (
    Block,
    Cell,
    Column,
    Copies,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Handout,
    Heading,
    ListBlock,
    Orientation,
    PageBreak,
    Paragraph,
    Per,
    Picture,
    Role,
    Row,
)
from spark_tools.model import Table as TableBlock

LEAST_ROW = 12
"""The least height in mm of a row that is written in by hand."""

WIDEST = {Orientation.PORTRAIT: 170, Orientation.LANDSCAPE: 257}
"""The width in mm between the margins of an A4 page."""

ROLES = (
    Role.BODY,
    Role.LEAD,
    Role.NOTE,
    Role.CAUTION,
    Role.LABEL,
    Role.EXAMPLE,
    Role.SOURCE,
)


def read_copies(table: Table) -> Copies:
    """Read how many there are of something, and for each what."""
    return Copies(table.choice("per", Per), table.whole("count", 1, least=1, most=1000))


def read_handout(table: Table) -> Handout:
    """Read one handout with its blocks."""
    orientation = table.choice("orientation", Orientation, Orientation.PORTRAIT)
    tables = table.tables("blocks", required=True)
    kinds = [one.one_of("kind", READERS) for one in tables]
    ids = [_block_id(one, kind) for one, kind in zip(tables, kinds, strict=True)]
    distinct(tables, ids)
    read = [each for each in zip(tables, kinds, ids, strict=True) if each[1]]
    blocks = tuple(READERS[kind](one, id_, orientation) for one, kind, id_ in read)
    copying = table.table("copies")
    copies = read_copies(copying)
    check_meanings([one for one, _, _ in read], blocks)
    if copying.sound("per") and copies.per is Per.PERSON and any(map(tells, blocks)):
        said = say('each person\'s own sheet tells the logbook nothing: leave "means" out')
        table.fault(said, "copies", "per")
    return Handout(
        id=table.id(),
        title=table.words("title"),
        copies=copies,
        blocks=blocks,
        orientation=orientation,
        foot=table.line("foot", ""),
        poster=table.yes("poster", default=False),
    )


def _block_id(table: Table, kind: str) -> str:
    if not kind:
        table.overlook()
    return table.id(required=kind in ("field", "grid"))


def _read_heading(table: Table, _id: str, _orientation: Orientation) -> Block:
    return Heading(table.whole("level", least=2, most=3), inline(table.line("text")))


def _read_paragraph(table: Table, _id: str, _orientation: Orientation) -> Block:
    role = table.one_of("role", ROLES, Role.BODY)
    return Paragraph(inline(table.line("text")), Role(role or Role.BODY))


def _read_list(table: Table, _id: str, _orientation: Orientation) -> Block:
    items = tuple(map(inline, table.line_list("items", required=True)))
    return ListBlock(items, table.yes("ordered", default=False))


def _read_table(table: Table, _id: str, _orientation: Orientation) -> Block:
    columns = tuple(
        Column(one.words("title"), one.number("width", 1.0, least=0.1, most=1000))
        for one in table.tables("columns", required=True)
    )
    rows = table.rows("rows")
    for number, row in enumerate(rows):
        if columns and len(row) != len(columns):
            said = say(
                "a row has one cell for each column: {columns}, not {cells}",
                cells=len(row),
                columns=len(columns),
            )
            table.fault(said, "rows", number)
    return TableBlock(columns, tuple(Row(tuple(map(_cell, row))) for row in rows))


def _cell(line: str) -> Cell:
    return Cell((Paragraph(inline(line)),))


def _read_field(table: Table, id_: str, _orientation: Orientation) -> Block:
    kind, choices = _read_kind(table)
    return Field(
        id=id_,
        label=table.words("label"),
        kind=kind,
        lines=table.whole("lines", 1, least=1, most=40),
        choices=choices,
        prompt=table.words("prompt", ""),
        means=read_means(table, kind, choices),
    )


def _read_kind(table: Table) -> tuple[FieldKind, tuple[str, ...]]:
    kind = table.choice("field", FieldKind, FieldKind.LINES)
    choices = table.words_list("choices")
    if kind is FieldKind.CHOICE and len(choices) < 2:
        table.fault(say('a field to choose in needs two "choices" or more'), "field")
    elif choices and kind is not FieldKind.CHOICE:
        table.fault(say('"choices" belong to a field of the kind "choice"'), "choices")
    return kind, choices


def _read_grid(table: Table, id_: str, _orientation: Orientation) -> Block:
    tables = table.tables("columns", required=True)
    columns = tuple(map(_read_grid_column, tables))
    distinct(tables, [column.id for column in columns])
    labels = table.words_list("labels")
    return FieldGrid(
        id=id_,
        columns=columns,
        rows=_read_row_count(table, labels),
        labels=labels,
        corner=table.words("corner", ""),
        label_width=table.number("label_width", 1.0 if labels else 0.0, least=0.1, most=1000),
        rows_from=table.one_of("rows_from", ROWS_FROM, ""),
        height=table.number("height", 14.0, least=LEAST_ROW, most=200),
        example=_read_example(table, len(columns)),
    )


def _read_row_count(table: Table, labels: tuple[str, ...]) -> int:
    if not labels:
        return table.whole("rows", least=1, most=40)
    for key in ("rows", "rows_from"):
        if table.has(key):
            table.fault(say('"{key}" and "labels" cannot go together', key=key), key)
    return len(labels)


def _read_example(table: Table, columns: int) -> tuple[str, ...]:
    example = table.words_list("example")
    if example and columns and len(example) != columns:
        said = say(
            "a row has one cell for each column: {columns}, not {cells}",
            cells=len(example),
            columns=columns,
        )
        table.fault(said, "example")
    return example


def _read_grid_column(table: Table) -> GridColumn:
    kind, choices = _read_kind(table)
    return GridColumn(
        id=table.id(),
        title=table.words("title"),
        width=table.number("width", 1.0, least=0.1, most=1000),
        kind=kind,
        choices=choices,
        prompt=table.words("prompt", ""),
        means=read_means(table, kind, choices),
    )


def _read_picture(table: Table, _id: str, orientation: Orientation) -> Block:
    return Picture(
        svg=_read_svg(table),
        alt=table.words("alt"),
        width=table.number("width", least=10, most=WIDEST[orientation]),
    )


def _read_svg(table: Table) -> str:
    name, file = table.file_name("svg", ".svg"), table.file
    if not name:
        return ""
    path = file.path.parent / name
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        near = [other.name for other in file.path.parent.glob("*.svg")]
        said = say("there is no readable file {name} beside this one.", name=name)
        table.fault(said + did_you_mean(name, near), "svg")
        return ""
    for line, message in [] if file.trusted else svg_problems(source):
        file.fault(message, line, path)
    return source


def _read_page_break(_table: Table, _id: str, _orientation: Orientation) -> Block:
    return PageBreak()


READERS: Mapping[str, Callable[[Table, str, Orientation], Block]] = {
    "heading": _read_heading,
    "paragraph": _read_paragraph,
    "list": _read_list,
    "table": _read_table,
    "field": _read_field,
    "grid": _read_grid,
    "picture": _read_picture,
    "page-break": _read_page_break,
}
