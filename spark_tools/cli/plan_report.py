"""A plan on the terminal: its meetings with clock times, its reasons, its findings."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.compose.explanation import finding_sentence, reason_sentence
from spark_tools.document.clock import at, clock, span, weekday_and_date
from spark_tools.i18n import message_language, messages, words
from spark_tools.model import AgendaItem, ItemKind, Meeting, SessionPlan


def agenda_lines(plan: SessionPlan) -> Iterator[str]:
    """Give the course's heading and a table of each meeting."""
    _ = messages("cli")
    brief = plan.brief
    people = _.count("{n} participant", "{n} participants", brief.participants)
    themes = ", ".join(theme.title for theme in plan.themes)
    yield f"{plan.course_type.title} · {brief.workplace} · {people} · {themes}"
    yield from _logbook_line(plan)
    for meeting in plan.meetings:
        yield ""
        if meeting.number <= plan.held:
            yield _("{meeting} · held", meeting=_meeting_line(meeting))
            continue
        yield _meeting_line(meeting)
        for item in meeting.items:
            begins = clock(meeting.clock(item.start), message_language())
            ends = clock(meeting.clock(item.start + item.minutes), message_language())
            yield f"  {begins:>5}–{ends:<5} {item.minutes:>4} min  {_title(item)}"


def _logbook_line(plan: SessionPlan) -> Iterator[str]:
    logbook = plan.logbook
    if logbook.entries or logbook.actions:
        _ = messages("cli")
        sheets = _.count("{n} sheet", "{n} sheets", len(logbook.entries))
        waiting = _.count("{n} open action", "{n} open actions", len(logbook.open_actions))
        yield _("From the logbook: {sheets}, {actions}", sheets=sheets, actions=waiting)


def explanation_lines(plan: SessionPlan) -> Iterator[str]:
    """Give why each exercise was chosen, then what was passed over and why."""
    _ = messages("cli")
    reason_words = words("compose", message_language())
    yield _("Why these exercises")
    for meeting in plan.meetings:
        placed = [(placement.exercise, placement.reasons) for placement in meeting.before]
        placed += [
            (item.exercise, item.reasons)
            for item in meeting.items
            if item.exercise and item.part < 2
        ]
        placed += [(placement.exercise, placement.reasons) for placement in meeting.after]
        yield f"  {meeting.number}. {meeting.title}"
        for exercise, reasons in placed:
            why = "; ".join(reason_sentence(reason, reason_words) for reason in reasons)
            yield f"     {exercise.title}: {why}"
    if plan.passed_over:
        yield _("Passed over")
        for exercise, reason in plan.passed_over:
            yield f"     {exercise.title}: {reason_sentence(reason, reason_words)}"


def finding_lines(plan: SessionPlan) -> Iterator[str]:
    """Give what the consultant should know, one line a finding."""
    finding_words = words("compose", message_language())
    for finding in plan.findings:
        yield finding_sentence(finding, finding_words)


def _meeting_line(meeting: Meeting) -> str:
    _ = messages("cli")
    language = message_language()
    when = weekday_and_date(meeting.date, language) if meeting.date else _("no date yet")
    hours = at(span(meeting.start, meeting.end, language), language)
    name = _("Meeting {number}: {title}", number=meeting.number, title=meeting.title)
    return f"{name} · {when} · {hours}"


def _title(item: AgendaItem) -> str:
    _ = messages("cli")
    if item.exercise:
        return f"{item.exercise.title} ({item.part}/2)" if item.part else item.exercise.title
    names = {
        ItemKind.BREAK: _("break"),
        ItemKind.LUNCH: _("lunch"),
        ItemKind.BUFFER: _("spare time"),
    }
    return f"– {names[item.kind]}"
