"""Why each exercise is where it is, and why each other one is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from spark_tools.compose.actions import Waiting
from spark_tools.compose.candidates import ACTIONS, OUTCOMES, Candidate, outcome_set
from spark_tools.compose.minutes import MARK
from spark_tools.compose.problem import Option, Place, Problem
from spark_tools.compose.scoring import net_marks
from spark_tools.model import ANY, Brief, Exercise, Function, Reason, ReasonKind, Theme

Chosen = Sequence[tuple[Place, Option]]


@frozen
class Reasoner:
    """Looks over a whole course to explain its parts."""

    problem: Problem
    brief: Brief
    themes: tuple[Theme, ...]
    chosen: Chosen
    waiting: tuple[Waiting, ...]

    def why(self, index: int) -> tuple[Reason, ...]:
        """Give the reasons for choice number *index*, the most telling first."""
        place, option = self.chosen[index]
        exercise = option.candidate.exercise
        wished = any(
            wish.exercise == exercise.id and wish.meeting in (-1, place.meeting)
            for wish in self.problem.wishes
        )
        reasons = []
        if wished:
            reasons.append(Reason(ReasonKind.REQUESTED))
        reasons += self._connections(index)
        if exercise.id in place.slot.prefer and place.slot.title:
            reasons.append(Reason(ReasonKind.PREFERRED, (place.slot.title,)))
        settled = bool(reasons)
        named = tuple(theme.title for theme in self.themes if theme.id in exercise.themes)
        if named:
            reasons.append(Reason(ReasonKind.FITS_THEME, named))
        if len(option.candidate.groups) > 1 and exercise.participants.group:
            sizes = option.candidate.groups
            details = (str(len(sizes)), str(sizes[-1]), str(sizes[0]))
            reasons.append(Reason(ReasonKind.FITS_GROUP, details))
        if not settled and len(place.options) == 1:
            reasons.append(Reason(ReasonKind.ONLY_CANDIDATE))
        elif not settled:
            if ANY in exercise.themes and not named:
                reasons.append(Reason(ReasonKind.FITS_ALL_THEMES))
            reasons.append(Reason(ReasonKind.BEST_TOTAL, (str(len(place.options)),)))
        return tuple(reasons)

    def _connections(self, index: int) -> Iterator[Reason]:
        place, option = self.chosen[index]
        candidate = option.candidate
        agreed = self.waiting[place.meeting].meetings
        if option.looks_back and agreed:
            yield Reason(ReasonKind.FOLLOWS_UP, tuple(str(number) for number in agreed if number))
        needs = candidate.needs & ~(ACTIONS if option.looks_back else 0)
        if needs:
            before = (
                *self.problem.past.exercises,
                *(other.candidate.exercise for _, other in self.chosen[:index]),
            )
            earlier = [each.title for each in before if outcome_set(each.yields) & needs]
            if earlier:
                yield Reason(ReasonKind.BUILDS_ON, tuple(dict.fromkeys(earlier)))
        later = [
            other.candidate.exercise.title
            for _, other in self.chosen[index + 1 :]
            if other.candidate.needs & candidate.yields
        ]
        if later:
            yield Reason(ReasonKind.NEEDED_LATER, (later[0],))

    def passed_over(
        self, refused: Iterable[tuple[Exercise, Reason]]
    ) -> tuple[tuple[Exercise, Reason], ...]:
        """Pair each exercise that is not in the course with the one most telling reason."""
        used = {*self.problem.past.came, *(each.candidate.exercise.id for _, each in self.chosen)}
        offered: dict[int, dict[Place, int]] = {}
        for place in self.problem.places:
            for option in place.options:
                scores = offered.setdefault(option.candidate.bit, {})
                scores[place] = max(option.score, scores.get(place, option.score))
        free = self._free_marks()
        unused = [
            (candidate.exercise, self._why_not(candidate, offered.get(candidate.bit, {}), free))
            for candidate in self.problem.candidates
            if candidate.exercise.id not in used
        ]
        return (*unused, *(pair for pair in refused if pair[0].id not in used))

    def _free_marks(self) -> list[int]:
        """Give for each meeting the marks left when every exercise takes its least."""
        frames = self.problem.frames
        free = [net_marks(frame.marks, frame.lunch is not None) for frame in frames]
        for place, option in self.chosen:
            if place.timed:
                free[place.meeting] -= option.candidate.timing.whole.least
        return free

    def _why_not(self, candidate: Candidate, places: dict[Place, int], free: list[int]) -> Reason:
        """Say why *candidate* is not in any of *places*, where it has these scores."""
        if not places:
            return why_nowhere(candidate, self.problem)
        rivals = [(place, option) for place, option in self.chosen if place in places]
        least = candidate.timing.whole.least
        if all(place.timed for place in places) and not any(
            least <= free[place.meeting] + self._freed(place) for place in places
        ):
            return Reason(ReasonKind.NO_TIME, (str(least * MARK),))
        language = self.brief.language
        if rivals:
            _, rival = min(rivals, key=lambda chosen: chosen[1].score - places[chosen[0]])
            if candidate.exercise.language != language == rival.candidate.exercise.language:
                return Reason(ReasonKind.NOT_TRANSLATED, (rival.candidate.exercise.title,))
            return Reason(ReasonKind.LOWER_TOTAL, (rival.candidate.exercise.title,))
        return Reason(ReasonKind.NO_TIME, (str(least * MARK),))

    def _freed(self, place: Place) -> int:
        """Give the marks that *place* would have if it held something else."""
        taken = [
            option.candidate.timing.whole.least for other, option in self.chosen if other is place
        ]
        return max(taken, default=0) if len(taken) >= place.most else 0


def why_nowhere(candidate: Candidate, problem: Problem) -> Reason:
    """Say why *candidate* has no place at all, though nothing in the brief speaks against it."""
    exercise = candidate.exercise
    if exercise.id in problem.past.came and not exercise.repeatable:
        return Reason(ReasonKind.USED_ELSEWHERE, (str(problem.past.came[exercise.id]),))
    if candidate.needs:
        missing = tuple(outcome.value for outcome, bit in OUTCOMES.items() if bit & candidate.needs)
        return Reason(ReasonKind.NEEDS_MISSING, missing)
    if Function.LOOK_BACK in candidate.exercise.functions:
        return Reason(ReasonKind.NO_LOOK_BACK_YET)
    return Reason(ReasonKind.NO_PLACE)
