"""The trouble that is sure to come, however a course goes on from a node.

Three things are foreseen. The required places ahead take at least their
shortest options. Places that take only exercises which come once compete for
them. And the wishes not met yet take more minutes than the places ahead have
counted for them, wherever they come.
"""

from __future__ import annotations

from attrs import define, field

from spark_tools.compose.fitting import START, earliest
from spark_tools.compose.problem import Place, Problem
from spark_tools.compose.walk import Node

MISSING = 1_000_000
"""What a requirement that is not met weighs against a mark of overrun."""


@define(eq=False)
class Foresight:
    """Bounds the trouble of every course that begins as a node of *problem*."""

    problem: Problem
    rest: list[int] = field(init=False)
    over: list[int] = field(init=False)
    slack: list[int] = field(init=False)
    scarce: list[int] = field(init=False)
    excess: list[list[int]] = field(init=False)
    _short: dict[tuple[int, int], int] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Look ahead from every place: marks to come, and overrun and slack of later meetings."""
        places, frames = self.problem.places, self.problem.frames
        count = len(places)
        self.rest, self.over, self.slack = [0] * (count + 1), [0] * (count + 1), [0] * (count + 1)
        over = slack = 0
        for index in reversed(range(count)):
            place = places[index]
            if self._same_meeting(index + 1, place.meeting):
                self.rest[index] = self.rest[index + 1]
            else:
                coming_over, coming_slack = over, slack
            self.rest[index] += _shortest(place)
            self.over[index], self.slack[index] = coming_over, coming_slack
            if not index or places[index - 1].meeting != place.meeting:
                frame = frames[place.meeting]
                work = self.rest[index]
                spare = frame.marks - (earliest(START, work, frame.lunch) if work else 0)
                over, slack = coming_over + max(0, -spare), coming_slack + max(0, spare)
        self.scarce = [
            index
            for index, place in enumerate(places)
            if place.required
            and not any(option.candidate.exercise.repeatable for option in place.options)
        ]
        self.excess = [self._excess(index) for index in range(count)]

    def _same_meeting(self, index: int, meeting: int) -> bool:
        places = self.problem.places
        return index < len(places) and places[index].meeting == meeting

    def _excess(self, first: int) -> list[int]:
        """Give for each wish the marks it adds at least, from place *first* on."""
        excess = []
        for wish in self.problem.wishes:
            added = [
                max(0, option.candidate.timing.whole.least - self._counted(place))
                if place.timed
                else 0
                for place in self.problem.places[first:]
                for option in place.options
                if option.candidate.exercise.id == wish.exercise
                and wish.meeting in (-1, place.meeting)
            ]
            excess.append(min(added, default=0))
        return excess

    def _counted(self, place: Place) -> int:
        """Give the most that a required place for the same exercise has been counted with."""
        return max(
            (
                _shortest(other)
                for other in self.problem.timed(place.meeting)
                if set(other.slot.functions) & set(place.slot.functions)
            ),
            default=0,
        )

    def past(self, node: Node) -> int:
        """Give the trouble that *node* has had."""
        return node.overrun + MISSING * len(node.gaps)

    def trouble(self, node: Node) -> int:
        """Give the least trouble that *node* can end in."""
        trouble = self.past(node)
        if node.place == len(self.problem.places):
            return trouble
        place = self.problem.places[node.place]
        frame = self.problem.frames[place.meeting]
        ahead = node.place + bool(node.count)
        work = self.rest[ahead] if self._same_meeting(ahead, place.meeting) else 0
        spare = frame.marks
        if work or node.frontier != START:
            spare -= earliest(node.frontier, work, frame.lunch)
        wished = sum(
            excess
            for index, excess in enumerate(self.excess[node.place])
            if not node.met >> index & 1
        )
        slack = max(0, spare) + self.slack[node.place]
        trouble += max(0, -spare) + self.over[node.place] + max(0, wished - slack)
        return trouble + MISSING * self._shortage(ahead, node.used)

    def _shortage(self, ahead: int, used: int) -> int:
        """Count the required places from *ahead* on for which exercises run out."""
        places = [index for index in self.scarce if index >= ahead]
        if len(places) < 2:
            return 0
        offered = 0
        for index in places:
            for option in self.problem.places[index].options:
                offered |= option.candidate.bit
        key = (ahead, used & offered)
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


def _shortest(place: Place) -> int:
    """Give the marks that *place* takes at least."""
    if not place.timed or not place.required or not place.options:
        return 0
    return min(option.candidate.timing.whole.least for option in place.options)
