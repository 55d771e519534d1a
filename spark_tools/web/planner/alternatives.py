"""Which other exercises could stand where one stands, by the composer's own rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from spark_tools.compose.candidates import Candidate, candidates, outcome_set
from spark_tools.compose.fitting import START, ends, extend
from spark_tools.compose.frames import frames
from spark_tools.compose.minutes import MARK
from spark_tools.compose.problem import Place, Problem, Where, pose
from spark_tools.content.library import Library
from spark_tools.model import Exercise, SessionPlan
from spark_tools.web.planner.placements import Standing, all_standing

MOST = 12

Spot = tuple[int, str]
"""A meeting's number and the id of an exercise that stands in it, before it or after it."""


@frozen
class Alternative:
    """An exercise that could stand there instead; the meeting is so many minutes too ``short``."""

    exercise: Exercise
    short: int = 0


@frozen
class Choice:
    """What can be done about one exercise.

    ``others`` could stand there instead, the best first and those there is no time for
    last. ``optional`` says that the place may be left empty.
    """

    others: tuple[Alternative, ...] = ()
    optional: bool = False


def choices(plan: SessionPlan, library: Library) -> Mapping[Spot, Choice]:
    """Give what can be done about each exercise of *plan*, all the others left as they are.

    What the brief leaves out is offered too: whoever left it out may want it back.
    """
    brief = evolve(plan.brief, exclude=())
    laid, _ = frames(brief, plan.course_type, plan.logbook.meetings)
    found, _ = candidates(brief, plan.course_type, library)
    posed = pose(brief, laid, found, plan.logbook)
    room = _Room(posed, all_standing(plan))
    return {
        (one.meeting, one.exercise.id): room.choice(index)
        for index, one in enumerate(room.standing)
    }


@frozen(eq=False)
class _Room:
    """The course as it stands, and the composer's view of its places."""

    problem: Problem
    standing: tuple[Standing, ...]
    places: Mapping[tuple[int, Where, str], Place] = field(init=False)
    known: Mapping[str, Candidate] = field(init=False)

    @places.default
    def _places(self) -> Mapping[tuple[int, Where, str], Place]:
        return {
            (place.meeting + 1, place.where, place.slot.id): place
            for place in self.problem.places
            if not place.extra
        }

    @known.default
    def _known(self) -> Mapping[str, Candidate]:
        return {each.exercise.id: each for each in self.problem.candidates}

    def choice(self, index: int) -> Choice:
        """Give what can be done about what stands at *index*."""
        one = self.standing[index]
        place = self.places.get((one.meeting, one.where, one.slot))
        if place is None:
            return Choice()
        others = sorted(self._others(index, place), key=lambda other: other.short)
        return Choice(tuple(others[:MOST]), optional=not place.required)

    def _others(self, index: int, place: Place) -> Iterator[Alternative]:
        one = self.standing[index]
        here = {each.exercise.id for each in self.standing if each.meeting == one.meeting}
        used = {each.exercise.id for each in self.standing}
        for option in sorted(place.options, key=lambda option: -option.score):
            other = option.candidate
            name = other.exercise.id
            if name in here or (name in used and not other.exercise.repeatable):
                continue
            if not self._holds_together(index, other):
                continue
            short = self._short(index, other) if place.timed else 0
            if short is not None:
                yield Alternative(other.exercise, short)

    def _holds_together(self, index: int, other: Candidate) -> bool:
        """Tell whether everything has what it needs with *other* in place of what is at *index*."""
        has = self.problem.past.has
        for place, one in enumerate(self.standing):
            exercise = other.exercise if place == index else one.exercise
            if outcome_set(exercise.needs) & ~has:
                return False
            has |= outcome_set(exercise.yields)
        return True

    def _short(self, index: int, other: Candidate) -> int | None:
        """Give by how many minutes the meeting is too short for *other*; None: it never fits."""
        one = self.standing[index]
        frame = self.problem.frames[one.meeting - 1]
        frontier = START
        for candidate in self._timed(one.meeting, index, other):
            frontier = extend(frontier, candidate.timing, frame.lunch)
        end = ends(frontier, frame.lunch)
        return None if end is None else max(0, end - frame.marks) * MARK

    def _timed(self, meeting: int, index: int, other: Candidate) -> Sequence[Candidate]:
        return [
            other if place == index else self.known[one.exercise.id]
            for place, one in enumerate(self.standing)
            if one.meeting == meeting
            and one.where is Where.MEETING
            and (place == index or one.exercise.id in self.known)
        ]
