"""The running orders of a course: what renderers of meetings draw."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.document.clock import clock, duration, meeting_day, meeting_hours
from spark_tools.document.filling import prose
from spark_tools.document.foreign import marked_course
from spark_tools.document.occasions import document_words
from spark_tools.document.told_apart import block_told_apart, text_told_apart
from spark_tools.document.variables import Values, values
from spark_tools.document.wording import form_name, group_sentence, item_title
from spark_tools.i18n import Words
from spark_tools.model import (
    AgendaItem,
    Exercise,
    Meeting,
    Role,
    RunningItem,
    RunningOrder,
    RunningStep,
    SessionPlan,
    Text,
    TimedStep,
    text,
)


def running_orders(plan: SessionPlan) -> tuple[RunningOrder, ...]:
    """Give the running order of each meeting of *plan* that has not been held yet."""
    course, _ = marked_course(plan, _no_handouts)
    return tuple(_order(course, meeting) for meeting in course.meetings[course.held :])


def _no_handouts(_exercise: Exercise, _meeting: Meeting) -> tuple[()]:
    return ()


def _order(plan: SessionPlan, meeting: Meeting) -> RunningOrder:
    words = document_words(plan)
    return RunningOrder(
        number=meeting.number,
        title=_text(meeting.title, words),
        language=words.language,
        workplace=plan.brief.workplace,
        course=_text(plan.course_type.title, words),
        day=meeting_day(meeting, words),
        hours=meeting_hours(meeting, words.language),
        items=tuple(_items(plan, meeting, words)),
        place=meeting.place,
        purpose=_text(meeting.purpose, words),
        outcome=_text(meeting.outcome, words),
        identifier=f"{plan.course or plan.id}/{meeting.number}",
    )


def _items(plan: SessionPlan, meeting: Meeting, words: Words) -> Iterator[RunningItem]:
    for item in meeting.items:
        filled = values(plan, meeting, item.group_sizes, words)
        yield RunningItem(
            kind=item.kind,
            title=_text(item_title(item, words), words),
            begins=clock(meeting.clock(item.start), words.language),
            ends=clock(meeting.clock(item.start + item.minutes), words.language),
            minutes=item.minutes,
            length=duration(item.minutes, words),
            purpose=_purpose(item, words),
            groups=group_sentence(item.group_sizes, words),
            steps=tuple(_step(timed, filled, words) for timed in item.steps),
        )


def _purpose(item: AgendaItem, words: Words) -> Text:
    return _text(item.exercise.purpose, words) if item.exercise and item.part < 2 else ()


def _step(timed: TimedStep, filled: Values, words: Words) -> RunningStep:
    step, own = timed.step, words.language
    for_facilitator = prose(step.facilitator, filled, Role.FACILITATOR)
    return RunningStep(
        title=_text(step.title, words),
        minutes=timed.minutes,
        length=duration(timed.minutes, words),
        form=form_name(step.form, words),
        told=tuple(block_told_apart(block, own) for block in prose(step.text, filled)),
        facilitator=tuple(block_told_apart(block, own) for block in for_facilitator),
        say=_text(step.say, words),
        paper=_text(step.paper, words),
        done=_text(step.done, words),
    )


def _text(line: str, words: Words) -> Text:
    return text_told_apart(text(line), words.language)
