"""Which exercises may come in the course at all, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.compose import scoring
from spark_tools.compose.groups import group_sizes, splits
from spark_tools.compose.minutes import Timing, timing
from spark_tools.model import (
    ANY,
    Brief,
    CourseType,
    Exercise,
    Function,
    Grouping,
    Outcome,
    Reason,
    ReasonKind,
)

if TYPE_CHECKING:
    from spark_tools.content.library import Library

OUTCOMES = {outcome: 1 << index for index, outcome in enumerate(Outcome)}
ACTIONS = OUTCOMES[Outcome.ACTIONS]


@frozen(eq=False)
class Candidate:
    """An exercise that may come, as it is in this room.

    ``bit`` marks it in sets of candidates; ``needs`` and ``yields`` are sets of
    outcomes, marked likewise. ``refusal`` says why it would not come unless it
    was wished for.
    """

    exercise: Exercise
    bit: int
    groups: tuple[int, ...]
    timing: Timing
    fit: int
    needs: int
    yields: int
    refusal: Reason | None = None


def candidates(
    brief: Brief, course_type: CourseType, library: Library
) -> tuple[list[Candidate], list[tuple[Exercise, Reason]]]:
    """Part the library in the candidates and those refused, both in the library's order."""
    wished = {*brief.include, *(name for wish in brief.meetings for name in wish.include)}
    places = frozenset(_functions(course_type))
    titles = {
        theme.id: library.in_language(theme, brief.language).title for theme in library.themes
    }
    found: list[Candidate] = []
    refused: list[tuple[Exercise, Reason]] = []
    for original in library.exercises:
        if places.isdisjoint(original.functions) and original.id not in wished:
            continue
        size = original.participants.group
        groups = group_sizes(
            brief.participants, size, committees=brief.committees, grouping=course_type.grouping
        )
        refusal = _refusal(original, brief, course_type, groups, titles)
        if refusal and original.id not in wished:
            refused.append((original, refusal))
            continue
        exercise = library.in_language(original, brief.language)
        found.append(
            Candidate(
                exercise,
                1 << len(found),
                groups,
                timing(exercise, brief.participants, groups),
                scoring.fit(exercise, brief.themes, groups, brief.language),
                outcome_set(exercise.needs),
                outcome_set(exercise.yields),
                refusal,
            )
        )
    return found, refused


def outcome_set(outcomes: Iterable[Outcome]) -> int:
    """Give *outcomes* as a set of bits."""
    bits = 0
    for outcome in outcomes:
        bits |= OUTCOMES[outcome]
    return bits


def _functions(course_type: CourseType) -> Iterator[Function]:
    yield Function.LOOK_BACK
    for template in course_type.meetings:
        for slot in (*template.before, *template.slots, *template.after):
            yield from slot.functions


def _refusal(
    exercise: Exercise,
    brief: Brief,
    course_type: CourseType,
    groups: tuple[int, ...],
    titles: dict[str, str],
) -> Reason | None:
    if exercise.id in brief.exclude:
        return Reason(ReasonKind.EXCLUDED)
    if not {ANY, course_type.id} & set(exercise.course_types):
        return Reason(ReasonKind.OTHER_COURSE_TYPE, (course_type.title,))
    if ANY not in exercise.themes and not set(exercise.themes) & set(brief.themes):
        named = tuple(titles.get(theme, theme) for theme in exercise.themes)
        return Reason(ReasonKind.OTHER_THEME, named)
    people, room = brief.participants, exercise.participants
    if people < room.min:
        return Reason(ReasonKind.TOO_FEW, (str(people), str(room.min)))
    if people > room.max:
        return Reason(ReasonKind.TOO_MANY, (str(people), str(room.max)))
    if course_type.grouping is Grouping.MIXED and not splits(groups, room.group):
        assert room.group is not None
        return Reason(
            ReasonKind.GROUPS_DO_NOT_SPLIT,
            (str(people), str(room.group.min), str(room.group.max)),
        )
    return None
