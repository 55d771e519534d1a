"""What stands on one file, for the page to show."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spark_tools.document.clock import date
from spark_tools.forms.docx.answers import Answer, FilledSheet, FoundBy
from spark_tools.i18n import Words, message_language, messages
from spark_tools.model import FieldKind
from spark_tools.web.sheets.bounds import MOST_NOTES
from spark_tools.web.sheets.form import KnownBy
from spark_tools.web.sheets.view import FileView, Grid, Line, SheetView


def file_view(filled: FilledSheet, known_by: KnownBy) -> FileView:
    """Give what stands on *filled*; only sheets that the file has a place of are shown."""
    _ = messages("web")
    by_sheet: dict[str, list[Answer]] = defaultdict(list)
    for each in filled.answers:
        by_sheet[each.field.sheet].append(each)
    there = [
        sheet
        for sheet in filled.form.sheets
        if any(each.found is not None for each in by_sheet[sheet.id])
    ]
    title = there[0].title if len(there) == 1 else filled.form.title
    # A personal sheet's file may be called after the person.
    personal = bool(there) and all(sheet.personal for sheet in there)
    return FileView(
        name=_("A personal sheet") if personal else filled.name,
        title=title,
        sheets=tuple(_sheet(sheet.title, by_sheet[sheet.id], _) for sheet in there),
        notes=tuple(_notes(filled, known_by, title, _)),
    )


def _notes(filled: FilledSheet, known_by: KnownBy, title: str, _: Words) -> Iterator[str]:
    if known_by is KnownBy.FIELDS:
        yield _("It does not say which sheet it is. It was read as “{title}”.", title=title)
    if known_by is KnownBy.NOTHING:
        yield _("It is not known which sheet this is.")
    for each in filled.unplaced[:MOST_NOTES]:
        yield _("Could not be placed: {text}", text=f"{each.where}: {each.text}")
    if more := len(filled.unplaced[MOST_NOTES:]):
        yield _.count(
            "{n} thing more could not be placed.", "{n} things more could not be placed.", more
        )


def _sheet(title: str, answers: Sequence[Answer], _: Words) -> SheetView:
    rows = [tuple(cells) for _row, cells in groupby(answers, _row_of)]
    counted = Counter(row[0].field.grid for row in rows if row[0].field.grid)
    several = {grid for grid, number in counted.items() if number > 1}
    lines = tuple(
        Line(each.field.label, _in_words(each, _), _hint(each, _))
        for each in answers
        if each.value and each.field.grid not in several
    )
    grids = tuple(
        grid
        for name, cells in groupby(answers, lambda each: each.field.grid)
        if name in several
        for grid in _grid(tuple(cells), _)
    )
    written = {_row_of(each) for each in answers if each.value}
    blank = sum(
        not each.value and each.found is not None
        for each in answers
        if each.field.grid not in several or _row_of(each) in written
    )
    return SheetView(title, lines, grids, blank)


def _row_of(answer: Answer) -> tuple[str, str]:
    """Give the row that *answer* stands in; fields outside grids have a row each."""
    return answer.field.grid, answer.field.row or answer.field.key


def _grid(answers: Iterable[Answer], _: Words) -> Iterator[Grid]:
    rows = [tuple(cells) for _row, cells in groupby(answers, _row_of)]
    labelled = any(row[0].field.row_label for row in rows)
    written = [row for row in rows if any(each.value for each in row)]
    if written:
        titles = tuple(each.field.label for each in rows[0])
        yield Grid(
            ("", *titles) if labelled else titles,
            tuple(
                (
                    *([row[0].field.row_label] if labelled else []),
                    *(_with_hint(_in_words(each, _), _hint(each, _)) for each in row),
                )
                for row in written
            ),
            labelled,
        )


def _with_hint(answer: str, hint: str) -> str:
    return f"{answer} ({hint})" if answer and hint else answer


def _hint(answer: Answer, _: Words) -> str:
    if not answer.understood:
        return _("not understood: check it")
    if answer.found is FoundBy.LABEL:
        return _("found by its label: check it")
    if answer.reckoned:
        return _("the year is not written: check it")
    return ""


def _in_words(answer: Answer, _: Words) -> str:
    """Give the answer as a person says it: a day with its month, a tick as yes."""
    if answer.understood and answer.value and answer.field.kind is FieldKind.DATE:
        return date(datetime.date.fromisoformat(answer.value), message_language())
    if answer.understood and answer.value and answer.field.kind is FieldKind.CHECK:
        return _("yes")
    return answer.value
