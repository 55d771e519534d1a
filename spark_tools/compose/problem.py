"""The brief and the library as one problem of choice: places, options and wishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from attrs import field, frozen

from spark_tools.compose import scoring
from spark_tools.compose.candidates import Candidate
from spark_tools.compose.frames import Frame
from spark_tools.compose.past import LOOK_BACK_SLOT, Past, past
from spark_tools.model import Brief, Function, Logbook, Slot


class Where(IntEnum):
    """When a place comes: before the meeting, in it, or in the interval after it."""

    BEFORE = 0
    MEETING = 1
    AFTER = 2


@frozen(eq=False)
class Option:
    """A candidate in a place: what it scores there and whether it serves a duty."""

    candidate: Candidate
    score: int
    looks_back: bool
    evaluates: bool


@frozen(eq=False)
class Place:
    """A slot of one meeting with its options, best preferred first.

    An ``extra`` place follows a slot and takes only wished exercises, beyond
    the slot's most. A place for ``waiting`` is used only when actions wait.
    """

    meeting: int
    where: Where
    slot: Slot
    options: tuple[Option, ...]
    most: int
    required: bool
    extra: bool = False
    waiting: bool = False

    @property
    def timed(self) -> bool:
        """Whether the place takes minutes of the meeting."""
        return self.where is Where.MEETING

    @property
    def shortest(self) -> int:
        """The marks of the meeting that the place takes at least."""
        if not self.timed or not self.required or not self.options:
            return 0
        return min(option.candidate.timing.whole.least for option in self.options)


@frozen
class Wish:
    """An exercise that must come; ``meeting`` counts from 0, and -1 is any meeting."""

    exercise: str
    meeting: int = -1


@frozen(eq=False)
class Problem:
    """All that the search needs; meetings count from 0.

    ``past`` tells where it begins: the meetings held have frames and no places.
    ``look_back`` and ``evaluate`` tell for each meeting whether that duty can be
    served there.
    """

    frames: tuple[Frame, ...]
    candidates: tuple[Candidate, ...]
    places: tuple[Place, ...]
    wishes: tuple[Wish, ...]
    past: Past
    look_back: tuple[bool, ...] = field()
    evaluate: tuple[bool, ...] = field()

    @look_back.default
    def _look_back(self) -> tuple[bool, ...]:
        return tuple(
            any(option.looks_back for place in self.timed(meeting) for option in place.options)
            for meeting in range(len(self.frames))
        )

    @evaluate.default
    def _evaluate(self) -> tuple[bool, ...]:
        last = len(self.frames) - 1
        return tuple(
            meeting == last
            and any(Function.EVALUATE in place.slot.functions for place in self.timed(meeting))
            for meeting in range(len(self.frames))
        )

    @property
    def used(self) -> int:
        """The candidates that the meetings held have had."""
        return sum(each.bit for each in self.candidates if each.exercise.id in self.past.came)

    @property
    def met(self) -> int:
        """The wishes that the meetings held have met, by their numbers."""
        return sum(
            1 << index
            for index, wish in enumerate(self.wishes)
            if self.past.meets(wish.exercise, wish.meeting)
        )

    @property
    def unmet(self) -> tuple[Wish, ...]:
        """The wishes that are still to be met."""
        return tuple(
            wish for wish in self.wishes if not self.past.meets(wish.exercise, wish.meeting)
        )

    def timed(self, meeting: int) -> Iterator[Place]:
        """Give the places in *meeting* itself."""
        return (
            place
            for place in self.places
            if place.meeting == meeting and place.where is Where.MEETING
        )


def pose(
    brief: Brief, frames: Sequence[Frame], candidates: Sequence[Candidate], logbook: Logbook
) -> Problem:
    """Pose the problem of filling *frames* with *candidates*."""
    before = past(brief, frames, candidates, logbook)
    wishes = tuple(dict.fromkeys(_wishes(brief, before.held)))
    offered = [
        each
        for each in candidates
        if each.exercise.repeatable or each.exercise.id not in before.came
    ]
    builder = _Builder(_by_function(offered), wishes, before.history, {})
    places: list[Place] = []
    reached = before.has
    for frame in frames[before.held :]:
        for where, slot, only_waiting in _slots(frame, waiting=bool(before.waiting.rows)):
            for place in builder.places(frame.number - 1, where, slot, only_waiting, reached):
                places.append(place)
                for option in place.options:
                    reached |= option.candidate.yields
    return Problem(tuple(frames), tuple(candidates), tuple(places), wishes, before)


def _wishes(brief: Brief, held: int) -> Iterator[Wish]:
    for meeting, wish in enumerate(brief.meetings[held:], held):
        for exercise in wish.include:
            yield Wish(exercise, meeting)
    for exercise in brief.include:
        yield Wish(exercise)


def _slots(frame: Frame, *, waiting: bool) -> Iterator[tuple[Where, Slot, bool]]:
    template = frame.template
    for slot in template.before:
        yield Where.BEFORE, slot, False
    timed = list(template.slots)
    wanted = frame.number > 1 or waiting
    if wanted and not any(Function.LOOK_BACK in slot.functions for slot in timed):
        arriving = sum(slot.functions == (Function.ARRIVE,) for slot in timed[:1])
        timed.insert(arriving, LOOK_BACK_SLOT)
    for slot in timed:
        yield Where.MEETING, slot, slot is LOOK_BACK_SLOT
    for slot in template.after:
        yield Where.AFTER, slot, False


def _by_function(candidates: Iterable[Candidate]) -> dict[Function, list[Candidate]]:
    found: dict[Function, list[Candidate]] = {}
    for candidate in candidates:
        for function in candidate.exercise.functions:
            found.setdefault(function, []).append(candidate)
    return found


@frozen
class _Builder:
    by_function: dict[Function, list[Candidate]]
    wishes: tuple[Wish, ...]
    history: bool
    known: dict[tuple[Slot, Where, int, bool, frozenset[str], bool], tuple[Option, ...]]

    def places(
        self, meeting: int, where: Where, slot: Slot, only_waiting: bool, reached: int
    ) -> Iterator[Place]:
        wished = frozenset(wish.exercise for wish in self.wishes if wish.meeting in (-1, meeting))
        early = meeting == 0 and not self.history
        options = self._options(slot, where, reached, early, wished, False)
        yield Place(meeting, where, slot, options, slot.max, slot.required, waiting=only_waiting)
        if not only_waiting:
            for option in options:
                reached |= option.candidate.yields
            if extras := self._options(slot, where, reached, early, wished, True):
                yield Place(meeting, where, slot, extras, len(extras), False, extra=True)

    def _options(
        self,
        slot: Slot,
        where: Where,
        reached: int,
        early: bool,
        wished: frozenset[str],
        extra: bool,
    ) -> tuple[Option, ...]:
        key = (slot, where, reached, early, wished, extra)
        if key not in self.known:
            self.known[key] = tuple(self._found(slot, reached, early, wished, extra))
        return self.known[key]

    def _found(
        self, slot: Slot, reached: int, early: bool, wished: frozenset[str], extra: bool
    ) -> Iterator[Option]:
        fitting = {
            candidate.bit: candidate
            for function in slot.functions
            for candidate in self.by_function.get(function, ())
        }
        for candidate in sorted(fitting.values(), key=lambda found: _order(slot, found)):
            exercise = candidate.exercise
            if (extra or candidate.refusal) and exercise.id not in wished:
                continue
            if early and Function.LOOK_BACK in exercise.functions:
                continue
            if candidate.needs & ~reached:
                continue
            if slot.max > 1 or extra:
                reached |= candidate.yields
            serves = set(exercise.functions) & set(slot.functions)
            yield Option(
                candidate,
                candidate.fit + scoring.preference(slot, exercise.id),
                Function.LOOK_BACK in serves,
                Function.EVALUATE in serves,
            )


def _order(slot: Slot, candidate: Candidate) -> tuple[int, int]:
    name = candidate.exercise.id
    rank = slot.prefer.index(name) if name in slot.prefer else len(slot.prefer)
    return rank, candidate.bit
