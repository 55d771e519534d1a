"""From the bytes of sheets to what stands on them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from spark_tools.document.clock import date
from spark_tools.forms.docx.answers import Answer, FilledSheet, FoundBy
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.forms.docx.transcribe import transcribe
from spark_tools.forms.logbook.conflicts import newest
from spark_tools.forms.logbook.intake import Intake
from spark_tools.i18n import Words, message_language, messages
from spark_tools.model import Action, Fault, FaultError, FieldKind, Logbook, Meaning, Sheet
from spark_tools.web.sheets.form import form_of
from spark_tools.web.sheets.view import ActionLine, FileView, Grid, Line, SheetsView, SheetView
from spark_tools.web.toolbox import Toolbox

MOST_FILES = 12
MOST_ACTIONS = 40

Sent = tuple[str, bytes]
"""A file as it was sent: what it is called, and its bytes."""


def read_sheets(files: Sequence[Sent], toolbox: Toolbox) -> SheetsView:
    """Read the *files*, each by itself; the same sheet sent twice counts once.

    Raises:
        FaultError: there is none, or there are more than `MOST_FILES`.
    """
    _ = messages("web")
    if not files:
        raise FaultError([Fault(_("Choose a sheet first: a Word file from these pages."))])
    if len(files) > MOST_FILES:
        said = _("Send at most {most} files at once; these are {n}.", most=MOST_FILES, n=len(files))
        raise FaultError([Fault(said)])
    views: list[FileView] = []
    faults: list[str] = []
    lines: dict[ActionLine, None] = {}
    for name, content in dict.fromkeys(files):
        try:
            filled = _read(name, content, toolbox)
        except FaultError as error:
            faults += (str(fault) for fault in error.faults)
            continue
        actions, notes = _actions(filled)
        lines |= dict.fromkeys(map(_line, actions))
        views.append(_file(filled, notes, _))
    return SheetsView(tuple(views), tuple(faults), tuple(lines)[:MOST_ACTIONS])


def _read(name: str, content: bytes, toolbox: Toolbox) -> FilledSheet:
    package = open_package(content, name)
    form = form_of(package.identifier, transcribe(package.main), toolbox)
    if not form.fields:
        said = messages("web")("There is nothing to fill in on it that these pages know.")
        raise FaultError([Fault(said, name)])
    return read_sheet(package, form, name)


def _actions(filled: FilledSheet) -> tuple[tuple[Action, ...], tuple[str, ...]]:
    """Give the actions on the sheet that wait for a look-back, and what to tell about it.

    A row that was filled in beforehand is an action of a sheet before this one.
    """
    rows = _rows_of_actions(filled)
    before = tuple(Action(id_, what) for id_, what in rows.items())
    answers = tuple(
        attrs.evolve(answer, field=attrs.evolve(answer.field, value=answer.value))
        if answer.field.row in rows and answer.field.means is Meaning.WHAT
        else answer
        for answer in filled.answers
    )
    fields = tuple(answer.field for answer in answers)
    form = attrs.evolve(filled.form, fields=fields)
    intake = Intake(Logbook(actions=before), newest)
    _sheets, notes = intake.take(attrs.evolve(filled, form=form, answers=answers))
    return intake.logbook.open_actions, notes


def _rows_of_actions(filled: FilledSheet) -> dict[str, str]:
    """Give what the rows that were filled in beforehand say that their actions are, by id."""
    return {
        answer.field.row: answer.value
        for answer in filled.answers
        if answer.field.means is Meaning.WHAT
        and answer.field.row
        and not answer.field.row.isdecimal()
        and answer.value
    }


def _line(action: Action) -> ActionLine:
    name = action.name if action.what != action.name else ""
    what = ": ".join(filter(None, (name, action.what)))
    return ActionLine(" ".join(what.split()), " ".join(action.who.split()), action.review)


def _file(filled: FilledSheet, notes: Iterable[str], _: Words) -> FileView:
    sheets = tuple(
        _sheet(sheet, [each for each in filled.answers if each.field.sheet == sheet.id], _)
        for sheet in filled.form.sheets
    )
    # A personal sheet's file may be called after the person.
    personal = all(sheet.personal for sheet in filled.form.sheets)
    loose = (f"{each.where}: {each.text}" for each in filled.unplaced)
    return FileView(
        name=_("A personal sheet") if personal else filled.name,
        title=filled.form.title,
        sheets=sheets,
        notes=(
            *([] if filled.form.title else [_("It is not known which sheet this is.")]),
            *(_("Could not be placed: {text}", text=text) for text in loose),
            *notes,
        ),
    )


def _sheet(sheet: Sheet, answers: Sequence[Answer], _: Words) -> SheetView:
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
    return SheetView(sheet.title, lines, grids, blank)


def _row_of(answer: Answer) -> tuple[str, str]:
    """Give the row that *answer* stands in; fields outside grids have a row each."""
    return answer.field.grid, answer.field.row or answer.field.key


def _grid(answers: Sequence[Answer], _: Words) -> Iterator[Grid]:
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
        )


def _with_hint(answer: str, hint: str) -> str:
    return f"{answer} ({hint})" if answer and hint else answer


def _hint(answer: Answer, _: Words) -> str:
    if not answer.understood:
        return _("not understood: check it")
    if answer.found is FoundBy.LABEL:
        return _("found by its label: check it")
    return ""


def _in_words(answer: Answer, _: Words) -> str:
    """Give the answer as a person says it: a day with its month, a tick as yes."""
    if answer.understood and answer.value and answer.field.kind is FieldKind.DATE:
        return date(datetime.date.fromisoformat(answer.value), message_language())
    if answer.understood and answer.value and answer.field.kind is FieldKind.CHECK:
        return _("yes")
    return answer.value
