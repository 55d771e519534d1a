"""Whether what is written on the plugin's sheets comes back."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.plugin.failure import describe
from spark_tools.testing.sheets import filled_in, sample_answer, sheets_of
from spark_tools.testing.toolbox import Toolbox


def round_trips(toolbox: Toolbox) -> Iterator[str]:
    """Every field of every sheet is read back as it was written, and left blank as blank."""
    for entry, form in sheets_of(toolbox):
        answers = {
            field.key: sample_answer(field, number) for number, field in enumerate(form.fields)
        }
        for written in (answers, {}):
            try:
                yield from _differences(filled_in(toolbox, entry, form, written), written)
            except Exception as error:
                yield f"{entry.name} cannot be filled in and read: {describe(error)}"


def _differences(sheet: FilledSheet, written: dict[str, str]) -> Iterator[str]:
    for answer in sheet.answers:
        wanted = written.get(answer.field.key, answer.field.value)
        if answer.value != wanted:
            where = f"{sheet.name}, {answer.field.key}"
            yield f'{where}: "{wanted}" was written, and "{answer.value}" was read'
    for stray in sheet.unplaced:
        yield f"{sheet.name}: what is printed {stray.where} is taken for an answer: {stray.text}"
