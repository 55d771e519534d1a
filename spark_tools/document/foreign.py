"""What a course is made of, with marks round all that is in another language than its documents.

Names of people and workplaces, and what they have written, are in no language that is
known here, and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import attrs

from spark_tools.document.marks import marked, marked_spans
from spark_tools.document.occasions import HandoutSource
from spark_tools.model import (
    AgendaItem,
    Caution,
    Column,
    CourseType,
    Exercise,
    Field,
    FieldGrid,
    GridColumn,
    Handout,
    Material,
    Meeting,
    Picture,
    Pitfall,
    SessionPlan,
    Source,
    Span,
    Step,
    Theme,
)

_TEXTS: Mapping[type, frozenset[str]] = {
    Exercise: frozenset(
        (
            *("title", "purpose", "responsible", "when", "when_not", "seating", "preparation"),
            *("questions", "until_next"),
        )
    ),
    Step: frozenset(("title", "text", "facilitator", "say", "paper", "done")),
    Material: frozenset(("what",)),
    Pitfall: frozenset(("trap", "remedy")),
    Caution: frozenset(("text",)),
    Source: frozenset(("text",)),
    Theme: frozenset(("title", "summary", "cautions", "turn_to")),
    CourseType: frozenset(("title", "summary", "preparation")),
    Meeting: frozenset(("title", "purpose", "outcome")),
    Handout: frozenset(("title", "foot")),
    Column: frozenset(("title",)),
    Field: frozenset(("label", "choices", "prompt")),
    FieldGrid: frozenset(("labels", "corner", "example")),
    GridColumn: frozenset(("title", "choices", "prompt")),
    Picture: frozenset(("alt",)),
}
"""Where the words are in what content is made of; spans hold them too."""

Part = TypeVar("Part")
Thing = Exercise | Theme | CourseType


def marked_course(plan: SessionPlan, handouts: HandoutSource) -> tuple[SessionPlan, HandoutSource]:
    """Give *plan* and what *handouts* gives with marks; as they are where all is in one language.

    *handouts* is still asked with the exercises and meetings as they are.
    """
    own = plan.brief.language
    exercises = {done.id: done for meeting in plan.meetings for done in _exercises(meeting)}
    meetings = {meeting.number: meeting for meeting in plan.meetings}
    things: tuple[Thing, ...] = (plan.course_type, *plan.themes, *exercises.values())
    if all(thing.language == own for thing in things):
        return plan, handouts

    def marked_handouts(exercise: Exercise, meeting: Meeting) -> Iterable[Handout]:
        original = exercises[exercise.id]
        given = tuple(handouts(original, meetings[meeting.number]))
        return marked_part(given, original.language, own)

    titles = dict(_titles(plan, exercises.values()))
    course = attrs.evolve(
        plan,
        course_type=marked_part(plan.course_type, own, own),
        themes=marked_part(plan.themes, own, own),
        meetings=marked_part(plan.meetings, plan.course_type.language, own),
        findings=tuple(
            attrs.evolve(one, details=tuple(titles.get(word, word) for word in one.details))
            for one in plan.findings
        ),
        logbook=attrs.evolve(
            plan.logbook,
            entries=tuple(
                attrs.evolve(one, title=titles.get(one.title, one.title))
                for one in plan.logbook.entries
            ),
        ),
    )
    return course, marked_handouts


def _exercises(meeting: Meeting) -> tuple[Exercise, ...]:
    around = (*meeting.before, *meeting.after)
    return (*meeting.exercises, *(placement.exercise for placement in around))


def _titles(plan: SessionPlan, exercises: Iterable[Exercise]) -> Iterable[tuple[str, str]]:
    """Pair each title that a finding, or a sheet that has come back, may name with it marked."""
    passed_over = (exercise for exercise, _ in plan.passed_over)
    things: tuple[Thing, ...] = (plan.course_type, *plan.themes, *exercises, *passed_over)
    for thing in things:
        if thing.language != plan.brief.language:
            sheets = thing.handouts if isinstance(thing, Exercise) else ()
            for title in (thing.title, *(sheet.title for sheet in sheets)):
                yield title, marked(title, thing.language)


def marked_part(part: Part, language: str, own: str) -> Part:
    """Give *part* of a course, in *language*, with marks round what is not in the language *own*.

    An exercise, a theme or a course type is in the language that it says itself.
    """
    return cast("Part", _marked(part, language, own))


def _marked(part: Any, language: str, own: str) -> Any:
    match part:
        case tuple():
            return tuple(_marked(each, language, own) for each in part)
        case Exercise() | Theme() | CourseType():
            language = part.language
            if language == own:
                return part
        case AgendaItem(exercise=Exercise() as exercise):
            language = exercise.language
        case Span():
            return marked_spans((part,), language)[0] if language != own else part
    if not attrs.has(type(part)):
        return part
    texts = _TEXTS.get(type(part), frozenset()) if language != own else ()
    members = {
        each.name: getattr(part, each.name) for each in attrs.fields(type(part)) if each.init
    }
    changes = {
        name: _words(value, language) if name in texts else _marked(value, language, own)
        for name, value in members.items()
    }
    return attrs.evolve(
        part, **{name: new for name, new in changes.items() if new is not members[name]}
    )


def _words(value: str | tuple[str, ...], language: str) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return marked(value, language)
    return tuple(marked(each, language) for each in value)
