"""The course so far on the terminal: meetings with their sheets, actions, what was learnt."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from spark_tools.cli.course_log import CourseLog
from spark_tools.cli.table import echo_table
from spark_tools.document.action_rows import state_name
from spark_tools.document.clock import date
from spark_tools.i18n import message_language, messages, words
from spark_tools.model import Action

WIDTH = 80
WHAT, WHO = 48, 16
"""How many characters of an action's text, and of who it is, a line shows at most."""
LEAST = 20
"""So much of an action's text is shown, however wide the rest of the table is."""


def tell_course(course: CourseLog, *, everything: bool) -> None:
    """Write the whole course; *everything* brings in the actions that have ended."""
    _ = messages("cli")
    click.secho(_heading(course), bold=True)
    for line in _meeting_lines(course):
        _echo_wrapped(line)
    for committee in course.committees:
        actions = course.actions_of(committee)
        shown = [action for action in actions if everything or not action.ended]
        click.echo()
        if len(course.committees) > 1:
            click.secho(committee or _("Committee not stated"), bold=True)
        if shown:
            _tell_actions(course, shown)
        if ended := len(actions) - len(shown):
            said = _.count(
                "{n} action is done or dropped: --all shows it",
                "{n} actions are done or dropped: --all shows them",
                ended,
            )
            click.echo(said)
    if not course.logbook.actions:
        click.echo()
        click.echo(_("No actions yet. Next: spark collect, with the sheets that have come back"))
    if learnt := list(course.learnt()):
        click.echo()
        click.secho(_("What was learnt"), bold=True)
        several = len(course.committees) > 1
        for committee, source, text in learnt:
            whose = f"{committee}, " if several and committee else ""
            about = textwrap.shorten(source, WHAT, placeholder=" …")
            _echo_wrapped(f"- {whose}{about}: {' / '.join(text.splitlines())}")


def tell_overdue(course: CourseLog) -> None:
    """Write the actions that are late, if any."""
    if course.late:
        _tell_actions(course, course.late, committees=len(course.committees) > 1)
    else:
        click.echo(messages("cli")("Nothing is overdue."))


def _heading(course: CourseLog) -> str:
    _ = messages("cli")
    held = _.count("{n} meeting held", "{n} meetings held", course.logbook.held)
    if course.meetings:
        held = _(
            "{held} of {meetings} meetings held",
            held=min(course.logbook.held, len(course.meetings)),
            meetings=len(course.meetings),
        )
    return " · ".join(filter(None, (course.workplace, held)))


def _meeting_lines(course: CourseLog) -> Iterator[str]:
    """Give each meeting with its date, and the sheets that have come back from it."""
    _ = messages("cli")
    planned = {meeting.number: meeting for meeting in course.meetings}
    sheets: dict[int, Counter[str]] = {}
    for entry in course.logbook.entries:
        sheets.setdefault(entry.meeting, Counter())[entry.title or entry.sheet] += 1
    for number in sorted({*planned, *sheets}):
        meeting = planned.get(number)
        name = _("Meeting {number}", number=number) if number else _("The whole course")
        if meeting:
            name = _("Meeting {number}: {title}", number=number, title=meeting.title)
        day = date(meeting.date, message_language()) if meeting and meeting.date else ""
        counts = sheets.get(number, Counter()).items()
        received = "; ".join(f"{n} {title}" if n > 1 else title for title, n in counts)
        back = _("sheets: {sheets}", sheets=received) if received else ""
        yield " · ".join(filter(None, (name, day, back)))


def _tell_actions(
    course: CourseLog, actions: Iterable[Action], *, committees: bool = False
) -> None:
    _ = messages("cli")
    states = words("document", message_language())
    columns = {
        "id": _("id"),
        "committee": _("committee"),
        "what": _("what"),
        "who": _("who"),
        "state": _("how far"),
        "review": _("looked at again"),
    }
    if not committees:
        del columns["committee"]
    rows = [
        {
            "id": action.id,
            "committee": textwrap.shorten(action.committee, WHO, placeholder=" …"),
            "what": action.name or action.what,
            "who": textwrap.shorten(action.who, WHO, placeholder=" …"),
            "state": state_name(action.state, states),
            "review": _review(course, action),
        }
        for action in actions
    ]
    room = min(WHAT, max(LEAST, WIDTH - _taken(rows, columns)))
    for row in rows:
        row["what"] = textwrap.shorten(row["what"], room, placeholder=" …")
    echo_table(rows, columns)


def _taken(rows: Iterable[Mapping[str, str]], columns: Mapping[str, str]) -> int:
    """Give how wide *rows* are in all columns but the action's text, with the space between."""
    rows = tuple(rows)
    return sum(
        max(len(heading), *(len(row[key]) for row in rows)) + 2
        for key, heading in columns.items()
        if key != "what"
    )


def _review(course: CourseLog, action: Action) -> str:
    """Say when *action* is looked at again: on its day, else at the next meeting."""
    _ = messages("cli")
    language = message_language()
    if action.ended:
        return ""
    if not action.review:
        return _("next meeting") if course.next_meeting else ""
    if course.is_late(action):
        return _("overdue: {day}", day=date(action.review, language))
    return date(action.review, language)


def _echo_wrapped(line: str) -> None:
    wrapped = textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
    click.echo("\n".join(wrapped))


def log_as_json(course: CourseLog, *, overdue: bool) -> dict[str, Any]:
    """Give the course as plain data, or only its late actions; dates are ISO 8601."""
    logbook = course.logbook
    actions = course.late if overdue else logbook.actions
    known: dict[str, Any] = {
        "course": logbook.course,
        "workplace": course.workplace,
        "held": logbook.held,
        "actions": [_action(course, action) for action in actions],
    }
    if overdue:
        return known
    meetings = [
        {
            "number": meeting.number,
            "title": meeting.title,
            "date": meeting.date.isoformat() if meeting.date else None,
            "held": meeting.number <= logbook.held,
        }
        for meeting in course.meetings
    ]
    sheets = [
        {
            "id": entry.id,
            "sheet": entry.sheet,
            "title": entry.title,
            "exercise": entry.exercise,
            "meeting": entry.meeting,
            "committee": entry.committee,
            "saved": entry.saved.isoformat() if entry.saved else None,
            "learnt": list(entry.learnt),
        }
        for entry in logbook.entries
    ]
    return {**known, "meetings": meetings, "sheets": sheets}


def _action(course: CourseLog, action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "name": action.name,
        "what": action.what,
        "who": action.who,
        "state": action.state.value,
        "review": action.review.isoformat() if action.review else None,
        "overdue": course.is_late(action),
        "meeting": action.meeting,
        "committee": action.committee,
        "learnt": list(action.learnt),
    }
