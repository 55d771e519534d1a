"""What cannot be, whatever is chosen: wishes without a place, places without an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spark_tools.compose.explanation import (
    functions,
    listed,
    mid_sentence,
    quoted,
    reason_sentence,
)
from spark_tools.compose.problem import Place, Problem, Wish
from spark_tools.compose.reasons import why_nowhere
from spark_tools.i18n import messages
from spark_tools.model import Brief, Exercise, Fault, Reason, ReasonKind

Refused = Sequence[tuple[Exercise, Reason]]


def impossible(problem: Problem, brief: Brief, refused: Refused) -> tuple[Fault, ...]:
    """Give every fault that can be seen before anything is chosen."""
    found = [
        *_contradictions(problem, brief),
        *(message for wish in problem.unmet for message in _wish(problem, wish)),
        *_twice(problem),
        *_empty_places(problem, refused),
    ]
    return tuple(map(Fault, dict.fromkeys(found)))


def _contradictions(problem: Problem, brief: Brief) -> Iterator[str]:
    for candidate in problem.candidates:
        if candidate.exercise.id in brief.exclude:
            words = messages("compose")
            yield words(
                "{exercise} is both asked for and left out; it can only be one of them.",
                exercise=quoted(candidate.exercise.title, words),
            )


def _wish(problem: Problem, wish: Wish) -> Iterator[str]:
    """Say why a wish has no place, if it has none."""
    words = messages("compose")
    candidate = next(each for each in problem.candidates if each.exercise.id == wish.exercise)
    exercise = candidate.exercise
    offered = _offering(problem, wish.exercise)
    if any(wish.meeting in (-1, place.meeting) for place in offered):
        return
    accepting = [
        place
        for place in problem.places
        if not place.extra and set(place.slot.functions) & set(exercise.functions)
    ]
    said = {
        "exercise": quoted(exercise.title, words),
        "functions": functions(exercise.functions, words),
    }
    here = [place for place in accepting if wish.meeting in (-1, place.meeting)]
    if here:
        yield words(
            "{exercise} cannot come in meeting {meeting}: {why}.",
            exercise=quoted(exercise.title, words),
            meeting=listed(dict.fromkeys(str(place.meeting + 1) for place in here), words),
            why=mid_sentence(reason_sentence(why_nowhere(candidate, problem), words)),
        )
    elif accepting:
        meetings = dict.fromkeys(str(place.meeting + 1) for place in accepting)
        yield words(
            "{exercise} is for {functions}, and meeting {meeting} has no place for that; "
            "meeting {others} has.",
            **said,
            meeting=wish.meeting + 1,
            others=listed(meetings, words),
        )
    else:
        yield words(
            "{exercise} is for {functions}, and no meeting of this course type has a place "
            "for that.",
            **said,
        )


def _offering(problem: Problem, exercise: str) -> list[Place]:
    return [
        place
        for place in problem.places
        if any(option.candidate.exercise.id == exercise for option in place.options)
    ]


def _twice(problem: Problem) -> Iterator[str]:
    words = messages("compose")
    for candidate in problem.candidates:
        name = candidate.exercise.id
        meetings = [
            str(wish.meeting + 1)
            for wish in problem.wishes
            if wish.exercise == name and wish.meeting >= 0
        ]
        if len(meetings) > 1 and not candidate.exercise.repeatable:
            yield words(
                "{exercise} is asked for in meeting {meetings}, and is made to come once "
                "in a course.",
                exercise=quoted(candidate.exercise.title, words),
                meetings=listed(meetings, words),
            )


def _empty_places(problem: Problem, refused: Refused) -> Iterator[str]:
    """Say which required places nothing fits, the same place of several meetings together."""
    words = messages("compose")
    empty: dict[tuple[str, str], list[str]] = {}
    for place in problem.places:
        if place.options or place.extra or not place.required:
            continue
        why = _near_misses(problem, place, refused) or words(
            "there is none for {functions}", functions=functions(place.slot.functions, words)
        )
        empty.setdefault((place.slot.title, why), []).append(str(place.meeting + 1))
    for (title, why), meetings in empty.items():
        yield words(
            "No exercise fits {slot} in meeting {meetings}: {why}.",
            slot=quoted(title, words),
            meetings=listed(dict.fromkeys(meetings), words),
            why=why,
        )


def _near_misses(problem: Problem, place: Place, refused: Refused) -> str:
    """Group the exercises that have the function by why they do not fit."""
    wanted = set(place.slot.functions)
    words = messages("compose")
    misses: dict[Reason, list[str]] = {}
    near: Iterable[tuple[Exercise, Reason]] = (
        *((each.exercise, why_nowhere(each, problem)) for each in problem.candidates),
        *refused,
    )
    for exercise, reason in near:
        if wanted & set(exercise.functions) and reason.kind is not ReasonKind.NO_PLACE:
            misses.setdefault(reason, []).append(quoted(exercise.title, words))
    return "; ".join(
        f"{listed(titles[:3], words)} ({mid_sentence(reason_sentence(reason, words))})"
        for reason, titles in misses.items()
    )
