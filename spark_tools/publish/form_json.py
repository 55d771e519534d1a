"""Forms as plain data and back: a grid is told once by its columns, then row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spark_tools.model import FieldKind, FormField, Meaning, Sheet, SheetForm
from spark_tools.publish.shape import Json, Shape


def form_as_json(form: SheetForm) -> Json:
    """Give *form* as plain data; what is empty is left out."""
    rest = {
        "title": form.title,
        "meeting": form.meeting,
        "exercise": form.exercise,
        "sheets": [_sheet(sheet) for sheet in form.sheets],
        "fields": list(_fields(form.fields)),
        "printed": " ".join(form.printed),
    }
    return {"document": form.identifier, **_filled(rest)}


def form_from_json(form: Shape) -> SheetForm:
    """Give back the form that `form_as_json` told of, or raise `ValueError`."""
    return SheetForm(
        identifier=form.text("document"),
        title=form.text("title", ""),
        sheets=tuple(
            Sheet(
                id=sheet.text("id"),
                title=sheet.text("title", ""),
                copies=sheet.number("copies"),
                personal=sheet.truth("personal", default=False),
                ahead=sheet.truth("ahead", default=False),
            )
            for sheet in form.shapes("sheets")
        ),
        fields=tuple(field for entry in form.shapes("fields") for field in _read(entry)),
        meeting=form.number("meeting", 0),
        exercise=form.text("exercise", ""),
        printed=tuple(form.text("printed", "").split()),
    )


def _sheet(sheet: Sheet) -> Json:
    rest = {"title": sheet.title, "personal": sheet.personal, "ahead": sheet.ahead}
    return {"id": sheet.id, "copies": sheet.copies, **_filled(rest)}


def _fields(fields: Iterable[FormField]) -> Iterator[Json]:
    for grid, run in groupby(fields, lambda field: field.grid):
        together = tuple(run)
        rows = [tuple(row) for _, row in groupby(together, lambda field: field.row)]
        even = grid and len({len(row) for row in rows}) == 1
        whole = _grid(grid, rows) if even else {}
        if whole and tuple(_read_grid(Shape(whole))) == together:
            yield whole
        else:
            yield from map(_field, together)


def _field(field: FormField) -> Json:
    rest = {
        "title": field.title,
        **_kind(field),
        "value": field.value,
        "grid": field.grid,
        "row": field.row,
        "row_label": field.row_label,
        "line": field.line,
        "place": field.place,
    }
    return {"key": field.key, **_filled(rest)}


def _kind(field: FormField) -> Json:
    return {
        "label": field.label,
        "kind": field.kind.value,
        "choices": list(field.choices),
        "prompt": field.prompt,
        "means": field.means.value if field.means else "",
    }


def _grid(grid: str, rows: Sequence[Sequence[FormField]]) -> Json:
    """Tell of *rows* as if all had the columns of the first."""
    return {
        "rows_of": grid,
        "columns": [
            _filled({"id": field.key.rpartition(".")[2], "place": field.place, **_kind(field)})
            for field in rows[0]
        ],
        "rows": [
            _filled(
                {
                    "id": row[0].row,
                    "label": row[0].row_label,
                    "line": row[0].line,
                    "titles": [field.title for field in row],
                    "values": _unless_empty([field.value for field in row]),
                }
            )
            for row in rows
        ],
    }


def _read(entry: Shape) -> Iterator[FormField]:
    if entry.has("rows_of"):
        yield from _read_grid(entry)
        return
    yield FormField(
        key=entry.text("key"),
        title=entry.text("title", ""),
        label=entry.text("label", ""),
        kind=entry.one_of(FieldKind, "kind"),
        choices=entry.texts("choices"),
        prompt=entry.text("prompt", ""),
        value=entry.text("value", ""),
        means=_means(entry),
        grid=entry.text("grid", ""),
        row=entry.text("row", ""),
        row_label=entry.text("row_label", ""),
        line=entry.number("line", 0),
        place=entry.number("place", 0),
    )


def _read_grid(entry: Shape) -> Iterator[FormField]:
    grid = entry.text("rows_of")
    columns = tuple(entry.shapes("columns"))
    for row in entry.shapes("rows"):
        titles = row.texts("titles")
        values = row.texts("values") or ("",) * len(columns)
        name = row.text("id", "")
        for column, title, value in zip(columns, titles, values, strict=True):
            yield FormField(
                key=f"{grid}.{name}.{column.text('id', '')}",
                title=title,
                label=column.text("label", ""),
                kind=column.one_of(FieldKind, "kind"),
                choices=column.texts("choices"),
                prompt=column.text("prompt", ""),
                value=value,
                means=_means(column),
                grid=grid,
                row=name,
                row_label=row.text("label", ""),
                line=row.number("line", 0),
                place=column.number("place", 0),
            )


def _means(entry: Shape) -> Meaning | None:
    return entry.one_of(Meaning, "means") if entry.has("means") else None


def _unless_empty(values: list[str]) -> list[str]:
    return values if any(values) else []


def _filled(entry: Json) -> Json:
    return {key: value for key, value in entry.items() if value not in ("", 0, False, [])}
