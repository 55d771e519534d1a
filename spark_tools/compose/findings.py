"""What the consultant should know about a plan that does fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from spark_tools.compose.check import all_exercises
from spark_tools.compose.layout import BUFFER
from spark_tools.compose.minutes import MARK
from spark_tools.compose.past import looked_back
from spark_tools.compose.problem import Problem
from spark_tools.model import (
    Brief,
    CourseType,
    Exercise,
    Finding,
    GroupSize,
    ItemKind,
    Meeting,
    Severity,
)

if TYPE_CHECKING:
    from spark_tools.content.library import Library

SATURDAY = 5
SHORTEST_DAYS, LONGEST_DAYS = 7, 70
TIGHT = 4
"""An exercise is squeezed when it has less than a quarter of its play below typical left."""


def findings(
    brief: Brief,
    course_type: CourseType,
    problem: Problem,
    meetings: Sequence[Meeting],
    of_held: Iterable[Finding] = (),
    *,
    proved: bool,
) -> tuple[Finding, ...]:
    """Look *meetings* over; warnings first, then notes, each in order of the meetings.

    Of those held only what is in *of_held* is said. *proved* tells that no other
    course scores higher.
    """
    held = problem.past.held
    found = [
        *_numbers("participants", brief.participants, course_type.participants),
        *_numbers("committees", brief.committees, course_type.committees),
        *of_held,
        *_wishes(problem, meetings),
        *_duties(problem, meetings),
        *_time(problem, meetings[held:]),
        *_dates(meetings, held),
        *_language(brief, meetings[held:]),
        *(() if proved else (Finding("not-proved", Severity.NOTE),)),
    ]
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.NOTE))


def held_findings(
    brief: Brief, library: Library, held: Sequence[Meeting], *, over: bool
) -> tuple[Finding, ...]:
    """Say what *brief* wishes for in meetings that were held without it, or on another day.

    When the course is *over*, that holds for wishes for any meeting too.
    """
    titles = {
        each.id: library.in_language(each, brief.language).title for each in library.exercises
    }
    found: list[Finding] = []
    for meeting, wish in zip(held, brief.meetings, strict=False):
        number = str(meeting.number)
        came = {exercise.id for exercise in all_exercises((meeting,))}
        if wish.date not in (None, meeting.date):
            found.append(Finding("held-another-day", Severity.NOTE, meeting.number, (number,)))
        for name in wish.include:
            if name not in came:
                details = (number, titles.get(name, name))
                found.append(Finding("held-without", Severity.WARNING, meeting.number, details))
    came = {exercise.id for exercise in all_exercises(held)}
    for name in brief.include:
        if over and name not in came:
            found.append(Finding("over-without", Severity.WARNING, 0, (titles.get(name, name),)))
    return tuple(found)


def _numbers(what: str, number: int, usual: GroupSize) -> Iterator[Finding]:
    details = (str(number), str(usual.min), str(usual.max))
    if number < usual.min:
        yield Finding(f"few-{what}", Severity.WARNING, details=details)
    if number > usual.max:
        yield Finding(f"many-{what}", Severity.WARNING, details=details)


def _wishes(problem: Problem, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    placed = {exercise.id for exercise in all_exercises(meetings)}
    for candidate in problem.candidates:
        if candidate.refusal and candidate.exercise.id in placed:
            why = (candidate.refusal.kind.value, *candidate.refusal.details)
            yield Finding(
                "against-advice", Severity.WARNING, details=(candidate.exercise.title, *why)
            )


def _duties(problem: Problem, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    if not problem.evaluate[-1]:
        yield Finding("no-evaluation", Severity.WARNING, len(meetings))
    for frame, meeting in zip(problem.frames, meetings, strict=True):
        if meeting.number <= problem.past.held or not meeting.waiting_actions:
            continue
        if not looked_back(frame, meeting):
            details = (str(meeting.number),)
            yield Finding("no-look-back", Severity.WARNING, meeting.number, details)


def _time(problem: Problem, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    timings = {each.exercise.id: each.timing.whole for each in problem.candidates}
    for meeting in meetings:
        tightest: tuple[float, Exercise, int, int] | None = None
        for exercise in meeting.exercises:
            got = sum(item.minutes for item in meeting.items if item.exercise == exercise)
            play = timings[exercise.id]
            lost = play.typical - got // MARK
            if lost > 1 and lost * TIGHT > (play.typical - play.least) * (TIGHT - 1):
                share = lost / play.typical
                if tightest is None or share > tightest[0]:
                    tightest = (share, exercise, got, play.typical * MARK)
        if tightest:
            _, exercise, got, usual = tightest
            minutes = (str(got), str(usual))
            details = (str(meeting.number), exercise.title, *minutes)
            yield Finding("squeezed", Severity.WARNING, meeting.number, details)
        spare = sum(item.minutes for item in meeting.items if item.kind is ItemKind.BUFFER)
        if spare > BUFFER * MARK:
            spared = (str(meeting.number), str(spare))
            yield Finding("large-buffer", Severity.NOTE, meeting.number, spared)


def _dates(meetings: Sequence[Meeting], held: int) -> Iterator[Finding]:
    ahead = meetings[held:]
    undated = [str(meeting.number) for meeting in ahead if meeting.date is None]
    if not any(meeting.date for meeting in meetings):
        yield Finding("no-dates", Severity.NOTE)
    elif undated:
        yield Finding("some-dates", Severity.NOTE, details=(", ".join(undated),))
    for meeting in ahead:
        if meeting.date and meeting.date.weekday() >= SATURDAY:
            details = (str(meeting.number), _day(meeting))
            yield Finding("weekend", Severity.WARNING, meeting.number, details)
    for one, two in pairwise(meeting for meeting in meetings if meeting.date):
        if two.number > held:
            yield from _interval(one, two)


def _interval(one: Meeting, two: Meeting) -> Iterator[Finding]:
    assert one.date is not None
    assert two.date is not None
    days = (two.date - one.date).days
    numbers = (str(one.number), str(two.number))
    if days < 0 or (days == 0 and two.start < one.end):
        details = (numbers[1], _day(two), numbers[0], _day(one))
        yield Finding("order", Severity.WARNING, two.number, details)
    elif two.number != one.number + 1 or not one.weeks:
        return
    elif days < SHORTEST_DAYS:
        yield Finding("short-interval", Severity.NOTE, two.number, (str(days), *numbers))
    elif days > LONGEST_DAYS:
        yield Finding("long-interval", Severity.NOTE, two.number, (str(days // 7), *numbers))


def _day(meeting: Meeting) -> str:
    return f"{meeting.date.day}.{meeting.date.month}.{meeting.date.year}" if meeting.date else ""


def _language(brief: Brief, meetings: Sequence[Meeting]) -> Iterator[Finding]:
    placed = all_exercises(meetings)
    titles = dict.fromkeys(each.title for each in placed if each.language != brief.language)
    if titles:
        yield Finding("untranslated", Severity.NOTE, details=tuple(titles))
