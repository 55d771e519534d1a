"""The trouble that is sure to come, however a course goes on from a node.

Four things are foreseen. A wish that has no place ahead will not be met. Places
that take only exercises which come once compete for them. The required places
ahead take at least their shortest options. And the wishes not met yet take more
minutes than the places ahead have counted for them, wherever they come.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field, frozen

from spark_tools.compose.fitting import START, earliest
from spark_tools.compose.problem import Problem
from spark_tools.compose.walk import Node, Walk

MARK_OVER = 100
MISSING = 100_000_000
"""What a mark of overrun and a requirement that is not met weigh against an empty place.

The last only says which of two courses with equal trouble tells more.
"""


@frozen
class _Ahead:
    """What wishes and later meetings bring at least, in marks.

    ``here`` has to come in this meeting and ``anywhere`` in any; ``over`` is
    the overrun of the later meetings, and ``slack`` what they have left.
    """

    here: int
    over: int
    slack: int
    anywhere: int


@define(eq=False)
class Foresight:
    """Bounds the trouble of every course that begins as a node of *walk*."""

    walk: Walk
    problem: Problem = field(init=False)
    scarce: list[int] = field(init=False)
    repeatable: set[str] = field(init=False)
    _ahead: dict[tuple[int, int], _Ahead] = field(init=False, factory=dict)
    _short: dict[tuple[int, int], int] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.problem = self.walk.problem
        places = self.problem.places
        self.repeatable = {
            candidate.exercise.id
            for candidate in self.problem.candidates
            if candidate.exercise.repeatable
        }
        self.scarce = [
            index
            for index, place in enumerate(places)
            if place.required
            and not any(option.candidate.exercise.repeatable for option in place.options)
        ]

    def past(self, node: Node) -> int:
        """Give the trouble that *node* has had."""
        empty = sum(gap.kind == "slot" for gap in node.gaps)
        return MISSING * len(node.gaps) + MARK_OVER * node.overrun + empty

    def trouble(self, node: Node) -> int:
        """Give the least trouble that *node* can end in."""
        trouble = self.past(node)
        if node.place == len(self.problem.places):
            return trouble
        first = node.place + bool(node.count)
        if short := self._shortage(first, node.used) + self.walk.lost(node):
            return trouble + MISSING * short
        place = self.problem.places[node.place]
        frame = self.problem.frames[place.meeting]
        ahead = self._look_ahead(node.place, node.met)
        work = ahead.here
        if self.walk.same_meeting(first, place.meeting):
            work += self.walk.rest[first]
        spare = frame.marks
        if work or node.frontier != START:
            spare -= earliest(node.frontier, work, frame.lunch)
        homeless = ahead.anywhere - ahead.slack - max(0, spare)
        return trouble + MARK_OVER * (max(0, -spare) + ahead.over + max(0, homeless))

    def _look_ahead(self, first: int, met: int) -> _Ahead:
        if (first, met) not in self._ahead:
            self._ahead[first, met] = self._seen_ahead(first, met)
        return self._ahead[first, met]

    def _seen_ahead(self, first: int, met: int) -> _Ahead:
        now = self.problem.places[first].meeting
        added = [0] * len(self.problem.frames)
        anywhere = 0
        for meetings, marks in self._wished(first, met):
            if len(meetings) == 1:
                added[min(meetings)] += marks
            else:
                anywhere += marks
        over = slack = 0
        begins = {
            place.meeting: index for index, place in reversed([*enumerate(self.problem.places)])
        }
        for frame in self.problem.frames[now + 1 :]:
            meeting = frame.number - 1
            work = added[meeting] + (self.walk.rest[begins[meeting]] if meeting in begins else 0)
            spare = frame.marks - (earliest(START, work, frame.lunch) if work else 0)
            over += max(0, -spare)
            slack += max(0, spare)
        return _Ahead(added[now], over, slack, anywhere)

    def _wished(self, first: int, met: int) -> Iterator[tuple[frozenset[int], int]]:
        """Give the marks that wishes not met add at least, by the meetings they can come in.

        A wish that takes a required place spares that place's shortest option;
        wishes that share their places share what they can spare.
        """
        groups: dict[frozenset[int], list[tuple[int, int]]] = {}
        for exercise, wanted in self._open_wishes(met):
            where = [
                (number, option.candidate.timing.whole.least if place.timed else 0)
                for number, place in enumerate(self.problem.places[first:], first)
                for option in place.options
                if option.candidate.exercise.id == exercise
                and (not wanted or place.meeting in wanted)
            ]
            if where and min(marks for _, marks in where) > 0:
                numbers = frozenset(number for number, _ in where)
                shortest = [self.problem.places[number].shortest for number in numbers]
                groups.setdefault(numbers, []).append((where[0][1], max(shortest)))
        for numbers, alike in groups.items():
            shortest = [self.problem.places[number].shortest for number in numbers]
            spared = min(sum(shortest), sum(spares for _, spares in alike))
            marks = sum(least for least, _ in alike) - spared
            meetings = frozenset(self.problem.places[number].meeting for number in numbers)
            yield meetings, max(0, marks)

    def _open_wishes(self, met: int) -> Iterator[tuple[str, frozenset[int]]]:
        """Give each time that an exercise is still to come, and the meetings it may come in.

        No meetings stand for any. What comes in a meeting of its own is not also
        wished for in any; what comes only once is wished for in one of them all.
        """
        meetings: dict[str, list[int]] = {}
        for index, wish in enumerate(self.problem.wishes):
            if not met >> index & 1:
                meetings.setdefault(wish.exercise, []).append(wish.meeting)
        for exercise, wanted in meetings.items():
            settled = [meeting for meeting in wanted if meeting >= 0]
            if exercise in self.repeatable and settled:
                yield from ((exercise, frozenset((meeting,))) for meeting in settled)
            else:
                yield exercise, frozenset(settled)

    def _shortage(self, first: int, used: int) -> int:
        """Count the required places from *first* on for which exercises run out."""
        places = [index for index in self.scarce if index >= first]
        if len(places) < 2:
            return 0
        offered = 0
        for index in places:
            for option in self.problem.places[index].options:
                offered |= option.candidate.bit
        key = (first, used & offered)
        if key not in self._short:
            self._short[key] = len(places) - self._matched(places, used)
        return self._short[key]

    def _matched(self, places: list[int], used: int) -> int:
        """Match as many places as possible with exercises of their own (augmenting paths)."""
        taken: dict[int, int] = {}

        def match(index: int, tried: set[int]) -> bool:
            for option in self.problem.places[index].options:
                bit = option.candidate.bit
                if bit & used or bit in tried:
                    continue
                tried.add(bit)
                if bit not in taken or match(taken[bit], tried):
                    taken[bit] = index
                    return True
            return False

        return sum(match(index, set()) for index in places)
