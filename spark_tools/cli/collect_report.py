"""What became of collected sheets, told on the terminal: each value, or counts and problems."""

from __future__ import annotations

import datetime
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from spark_tools.cli.collecting import Collected
from spark_tools.cli.table import echo_table
from spark_tools.document.clock import clock, date
from spark_tools.forms.docx.answers import Answer, FoundBy
from spark_tools.forms.logbook.conflicts import Version
from spark_tools.forms.logbook.intake import Outcome, TakenSheet
from spark_tools.i18n import message_language, messages
from spark_tools.model import FieldKind

WIDTH = 80
FEW = 5
"""So many files are told value by value."""


def tell_each(collected: Iterable[Collected]) -> None:
    """Write each file's values, how they were found, and what is blank or has no place."""
    for each in collected:
        for line in _file_lines(each):
            click.echo(line)
        for note in _problems(each):
            click.secho(f"  {note}", fg="yellow", err=True)
        click.echo()


def _file_lines(collected: Collected) -> Iterator[str]:
    _ = messages("cli")
    filled = collected.received.filled
    yield f"{filled.name}"
    for sheet in collected.sheets:
        answers = [one for one in filled.answers if one.field.sheet == sheet.sheet.id]
        number = filled.form.meeting
        where = [_("meeting {number}", number=number)] if number else []
        parts = (sheet.sheet.title, *where, sheet.committee, _outcome(sheet))
        yield "  " + " · ".join(filter(None, parts))
        written = [one for one in answers if one.value and one.value != one.field.value]
        alike = _found_alike(written)
        if alike:
            yield f"    {alike[1]}"
        for answer in written:
            yield from _value_lines(answer, alike[0] if alike else None)
        if sheet.outcome is not Outcome.BLANK and (blank := ", ".join(_blank(answers))):
            yield from _wrapped(_("Left blank: {names}", names=blank))
    if lost := [one.field.title for one in filled.answers if one.found is None]:
        yield from _wrapped(_("Not in the file: {names}", names=", ".join(lost)))
    for unplaced in filled.unplaced:
        text = " / ".join(unplaced.text.split("\n"))
        said = _("Could not be placed: {where}: {text}", where=unplaced.where, text=text)
        yield from _wrapped(said)


def _wrapped(line: str) -> Iterator[str]:
    yield from textwrap.wrap(
        line,
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 6,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _outcome(sheet: TakenSheet) -> str:
    _ = messages("cli")
    return {
        Outcome.BLANK: _("left blank"),
        Outcome.SAME: _("nothing new"),
        Outcome.UPDATED: _("brought up to date"),
        Outcome.NEW: _("new"),
        Outcome.CONFLICT: _("to be decided"),
    }[sheet.outcome]


def _found_alike(answers: Sequence[Answer]) -> tuple[FoundBy, str] | None:
    """Say how all of several answers were found, where that is one way and not the surest."""
    _ = messages("cli")
    sentences = {
        FoundBy.BOOKMARK: _("All answers were found by their bookmarks."),
        FoundBy.TITLE: _("All answers were found by their titles."),
    }
    ways = {one.found for one in answers}
    way = ways.pop() if len(answers) > 1 and len(ways) == 1 else None
    return (way, sentences[way]) if way in sentences else None


def _value_lines(answer: Answer, said: FoundBy | None) -> Iterator[str]:
    """Give the lines of an answer; that it was found by *said* has been told."""
    _ = messages("cli")
    hints = {
        FoundBy.BOOKMARK: _("found by its bookmark"),
        FoundBy.TITLE: _("found by its title"),
        FoundBy.LABEL: _("found by its label: check it"),
    }
    hint = hints.get(answer.found) if answer.found not in (None, said) else None
    if not answer.understood:
        hint = _("not understood: check it")
    if answer.reckoned:
        hint = _("the year was not written: check it")
    title, row = answer.field.title, answer.field.row
    if row and not row.isdecimal():
        title = f"{row} · {title}"
    if not title.endswith(("?", ":", "…")):
        title += ":"
    first, *rest = _in_words(answer).split("\n")
    yield f"    {title} {first}" + (f"  [{hint}]" if hint else "")
    yield from (" " * (len(title) + 5) + line for line in rest)


def _in_words(answer: Answer) -> str:
    """Give the answer as a person says it: a day with its month, a tick as yes."""
    if answer.understood and answer.field.kind is FieldKind.DATE:
        return date(datetime.date.fromisoformat(answer.value), message_language())
    if answer.understood and answer.field.kind is FieldKind.CHECK:
        return messages("cli")("yes")
    return answer.value


def _blank(answers: Sequence[Answer]) -> Iterator[str]:
    """Name the fields that are blank: a column once, and rows that are wholly blank by number."""
    _ = messages("cli")
    written = {(one.field.grid, one.field.row) for one in answers if one.value}
    blank = [one.field for one in answers if not one.value and one.found]
    rows = {(field.grid, field.row) for field in blank if field.grid} - written
    names = Counter(
        field.label if field.grid else field.title
        for field in blank
        if (field.grid, field.row) not in rows
    )
    yield from (f"{name} ({n})" if n > 1 else name for name, n in names.items())
    if rows:
        yield _.count("{n} empty row", "{n} empty rows", len(rows))


def tell_counts(collected: Sequence[Collected]) -> None:
    """Write a table with a line for each course and committee, then the problems of each file."""
    _ = messages("cli")
    echo_table(
        _rows(collected),
        {
            "course": _("course"),
            "committee": _("committee"),
            "sheets": _("sheets"),
            "values": _("answers"),
            "blank": _("blank"),
            "unplaced": _("not placed"),
            "actions": _("new actions"),
            "conflicts": _("to be decided"),
        },
    )
    for each in collected:
        for note in (*_checks(each), *_problems(each)):
            click.secho(f"{each.received.filled.name}: {note}", fg="yellow", err=True)


def _rows(collected: Iterable[Collected]) -> list[dict[str, str | int]]:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for each in collected:
        workplace = each.received.course.record.workplace
        for sheet in each.sheets:
            row = counts.setdefault((workplace, sheet.committee), Counter())
            row["blank" if sheet.outcome is Outcome.BLANK else "sheets"] += 1
            row["values"] += sheet.values
            row["actions"] += len(sheet.actions)
            row["conflicts"] += len(sheet.conflicts)
        owner = max(each.sheets, key=lambda sheet: sheet.values, default=None)
        if owner:
            counts[workplace, owner.committee]["unplaced"] += len(each.received.filled.unplaced)
    columns = ("sheets", "values", "blank", "unplaced", "actions", "conflicts")
    return [
        {"course": workplace, "committee": committee, **{name: row[name] for name in columns}}
        for (workplace, committee), row in sorted(counts.items())
    ]


def _checks(collected: Collected) -> Iterator[str]:
    """Say how much somebody should look at, where it is not shown."""
    _ = messages("cli")
    filled = collected.received.filled
    doubtful = sum(
        one.found is FoundBy.LABEL or one.reckoned or not one.understood
        for one in filled.answers
        if one.value
    )
    if doubtful:
        yield _.count(
            "{n} answer should be checked; see it with --verbose",
            "{n} answers should be checked; see them with --verbose",
            doubtful,
        )
    if filled.unplaced:
        yield _.count(
            "{n} text could not be placed; see it with --verbose",
            "{n} texts could not be placed; see them with --verbose",
            len(filled.unplaced),
        )


def _problems(collected: Collected) -> Iterator[str]:
    """Give what to tell about a file, and what is still to be decided in it."""
    _ = messages("cli")
    yield from collected.notes
    for sheet in collected.sheets:
        for conflict in sheet.conflicts:
            yield _(
                "“{field}”: {known} stands; this sheet says {other}. "
                "Decide with --prefer newest, first or ask",
                field=conflict.field,
                known=version_line(conflict.known),
                other=version_line(conflict.other),
            )


def version_line(version: Version) -> str:
    """Give an answer in quotation marks with its file and time (the reader's own), where known."""
    _ = messages("cli")
    parts = [version.file]
    if version.saved:
        parts.append(_("saved {time}", time=_local(version.saved)))
    both = ", ".join(filter(None, parts))
    quoted = _("“{text}”", text=" / ".join(version.value.split("\n")))
    return f"{quoted} ({both})" if both else quoted


def _local(saved: datetime.datetime) -> str:
    language = message_language()
    here = saved.replace(tzinfo=datetime.UTC).astimezone()
    return f"{date(here.date(), language)} {clock(here.time(), language)}"
