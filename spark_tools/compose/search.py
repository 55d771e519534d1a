"""The exact choice: the best course there is, found best-first.

The course is walked place by place. A node is a beginning of a course; its key
is the best that it can become (`bounds`), so the first whole course to come out
of the queue is the best one. Beginnings that leave the same possibilities open
are merged. The search runs twice: once for the least that is missing and the
least overrun, whatever the score; and where nothing is, once for the score.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from spark_tools.compose import scoring
from spark_tools.compose.bounds import Bounds, worth
from spark_tools.compose.fitting import START, Frontier, ends, extend
from spark_tools.compose.problem import ACTIONS, Option, Place, Problem

MISSING = 1_000_000
"""What a requirement that is not met weighs against a mark of overrun."""


@frozen
class Gap:
    """A requirement that no course can meet together with all the others.

    ``kind`` is ``slot`` (a required place is empty), ``wish``, ``look-back``,
    ``evaluate`` or ``work`` (nothing in the meeting, or no way to fit lunch
    in); ``index`` is that of the place, the wish or the meeting.
    """

    kind: str
    index: int


@define(eq=False)
class Node:
    """A beginning of a course: what has been placed, and where the search stands."""

    place: int = 0
    count: int = 0
    last: int = -1
    frontier: Frontier = START
    typical: int = 0
    used: int = 0
    here: int = 0
    has: int = 0
    waiting: bool = False
    looked: bool = False
    agreed: bool = False
    evaluated: bool = False
    met: int = 0
    score: int = 0
    handed: int = 0
    overrun: int = 0
    gaps: tuple[Gap, ...] = ()
    parent: Node | None = None
    option: Option | None = None


@frozen(eq=False)
class Solution:
    """A whole course: the options by place, and what is wrong with it, if anything."""

    chosen: tuple[tuple[int, Option], ...]
    score: int
    overrun: int
    gaps: tuple[Gap, ...]


def least_trouble(problem: Problem) -> Solution:
    """Find a course with the fewest gaps and then the least overrun, whatever it scores."""
    return _Search(problem, None).run()


def best_course(problem: Problem, bounds: Bounds) -> Solution:
    """Find the best course of a *problem* that has one without gaps or overrun."""
    return _Search(problem, bounds).run()


@define(eq=False)
class _Search:
    problem: Problem
    bounds: Bounds | None
    places: tuple[Place, ...] = field(init=False)
    later_bits: list[int] = field(init=False)
    later_needs: list[int] = field(init=False)
    later_least: list[int] = field(init=False)
    later_overrun: list[int] = field(init=False)
    expiring: list[list[int]] = field(init=False)
    wish_masks: dict[tuple[str, int], int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.places = self.problem.places
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Work out, for each place, what the places after it can use and must take."""
        count = len(self.places)
        self.later_bits = [0] * (count + 1)
        self.later_needs = [0] * (count + 1)
        self.later_least = [0] * (count + 1)
        self.later_overrun = [0] * (count + 1)
        self.expiring = [[] for _ in range(count)]
        seen = 0
        for index in reversed(range(count)):
            place = self.places[index]
            bits = needs = 0
            for option in place.options:
                bits |= option.candidate.bit
                needs |= option.candidate.needs
            self.later_bits[index] = self.later_bits[index + 1] | bits
            self.later_needs[index] = self.later_needs[index + 1] | needs
            if self.bounds:
                for bit in self.bounds.prices:
                    if bit & bits and not bit & seen:
                        self.expiring[index].append(bit)
            seen |= bits
            last = index + 1 == count or self.places[index + 1].meeting != place.meeting
            least = 0 if last else self.later_least[index + 1]
            if place.timed and place.required and place.options:
                least += min(option.candidate.timing.whole.least for option in place.options)
            self.later_least[index] = least
            first = index == 0 or self.places[index - 1].meeting != place.meeting
            over = self.later_overrun[index + 1]
            if first:
                over += max(0, least - self.problem.frames[place.meeting].marks)
            self.later_overrun[index] = over

    def run(self) -> Solution:
        """Take beginnings from the queue, best first, until a whole course comes out."""
        start = Node(has=self.problem.has, waiting=self.problem.waiting)
        if self.bounds:
            start.handed = sum(self.bounds.prices.values())
        queue: list[tuple[int, int, int, Node | None, Node, int]] = []
        counter = 0
        seen: dict[object, tuple[int, int]] = {}
        heapq.heappush(queue, (0, 0, 0, None, start, -1))
        while queue:
            key, depth, _, parent, node, index = heapq.heappop(queue)
            if parent is not None:
                made = self._child(parent, index)
                if made is None:
                    continue
                node = made
                exact = -self._promise(node)
                if exact > key:
                    counter += 1
                    heapq.heappush(queue, (exact, depth, counter, None, node, -1))
                    continue
            if node.place == len(self.places):
                return _solution(node)
            state = self._state(node)
            value = (-self._trouble(node), node.score)
            if (known := seen.get(state)) is not None and known >= value:
                continue
            seen[state] = value
            for choice in self._choices(node):
                counter += 1
                guess = -self._guess(node, choice)
                below = -((node.place + (choice < 0)) * 64 + (0 if choice < 0 else node.count + 1))
                heapq.heappush(queue, (max(guess, key), below, counter, node, node, choice))
        raise AssertionError("a course with gaps is always possible")

    # what a node is worth

    def _trouble(self, node: Node) -> int:
        return node.overrun + MISSING * len(node.gaps)

    def _promise(self, node: Node) -> int:
        """Give the best that *node* can become; higher is better."""
        if self.bounds:
            if node.place == len(self.places):
                return node.score
            return (
                node.score + node.handed + self.bounds.after(node.place, node.count, node.typical)
            )
        trouble = self._trouble(node)
        if node.place < len(self.places):
            trouble += self._coming_overrun(node)
        return -trouble

    def _coming_overrun(self, node: Node) -> int:
        place = self.places[node.place]
        marks = self.problem.frames[place.meeting].marks
        least = min(state[0] for state in node.frontier) if node.frontier else 0
        if not node.count:
            least += self.later_least[node.place]
        elif self._same_meeting(node.place + 1, place.meeting):
            least += self.later_least[node.place + 1]
        return max(0, least - marks) + self.later_overrun[self._next_meeting(node.place)]

    def _same_meeting(self, place: int, meeting: int) -> bool:
        return place < len(self.places) and self.places[place].meeting == meeting

    def _next_meeting(self, place: int) -> int:
        meeting = self.places[place].meeting
        while self._same_meeting(place, meeting):
            place += 1
        return place

    def _guess(self, node: Node, choice: int) -> int:
        """Bound the child of *node* by *choice* without making it."""
        if not self.bounds:
            return self._promise(node)
        place = self.places[node.place]
        if choice < 0:
            return (
                node.score + node.handed + self.bounds.after(node.place, place.most, node.typical)
            )
        option = place.options[choice]
        candidate = option.candidate
        typical = node.typical + (candidate.timing.whole.typical if place.timed else 0)
        handed = node.handed
        score = node.score + worth(option, place, node.count)
        if candidate.bit & node.used:
            score -= scoring.REPEATED
        else:
            handed -= self.bounds.prices.get(candidate.bit, 0)
        return score + handed + self.bounds.after(node.place, node.count + 1, typical)

    def _state(self, node: Node) -> object:
        later = self.later_bits[node.place]
        return (
            node.place,
            node.count,
            node.last,
            node.frontier,
            node.typical if self.bounds else 0,
            node.used & later,
            node.here & later,
            node.has & self.later_needs[node.place],
            node.waiting,
            node.looked,
            node.agreed,
            node.evaluated,
            node.met,
        )

    # from a node to the next

    def _choices(self, node: Node) -> Iterator[int]:
        """Give the choices in *node*: -1 to go on to the next place, else an option."""
        place = self.places[node.place]
        if node.count or not place.required or not self.bounds:
            yield -1
        if node.count == place.most:
            return
        if place.waiting and (not node.waiting or node.looked):
            return
        blocked, has = node.here, node.has
        for index in range(node.last + 1, len(place.options)):
            candidate = place.options[index].candidate
            bit = candidate.bit
            if blocked & bit or candidate.needs & ~has:
                continue
            if node.used & bit and not candidate.exercise.repeatable:
                continue
            yield index

    def _child(self, node: Node, choice: int) -> Node | None:
        child = self._onward(node) if choice < 0 else self._with(node, choice)
        if child and self.bounds and (child.gaps or child.overrun):
            return None
        return child

    def _with(self, node: Node, choice: int) -> Node | None:
        place = self.places[node.place]
        option = place.options[choice]
        candidate = option.candidate
        frame = self.problem.frames[place.meeting]
        frontier, typical = node.frontier, node.typical
        if place.timed:
            frontier = extend(frontier, candidate.timing, frame.lunch)
            if not frontier:
                return None
            if self.bounds:
                typical += candidate.timing.whole.typical
                rest = (
                    self.later_least[node.place + 1]
                    if self._same_meeting(node.place + 1, place.meeting)
                    else 0
                )
                if min(state[0] for state in frontier) + rest > frame.marks:
                    return None
        score, handed = node.score, node.handed
        if self.bounds:
            score += worth(option, place, node.count)
            if candidate.bit & node.used:
                score -= scoring.REPEATED
            else:
                handed -= self.bounds.prices.get(candidate.bit, 0)
        return evolve(
            node,
            count=node.count + 1,
            last=choice,
            frontier=frontier,
            typical=typical,
            used=node.used | candidate.bit,
            here=node.here | candidate.bit,
            has=node.has | candidate.yields,
            looked=node.looked or option.looks_back,
            agreed=node.agreed or bool(candidate.yields & ACTIONS),
            evaluated=node.evaluated or option.evaluates,
            met=node.met | self._meets(candidate.exercise.id, place.meeting),
            score=score,
            handed=handed,
            parent=node,
            option=option,
        )

    def _meets(self, exercise: str, meeting: int) -> int:
        key = (exercise, meeting)
        if key not in self.wish_masks:
            self.wish_masks[key] = sum(
                1 << index
                for index, wish in enumerate(self.problem.wishes)
                if wish.exercise == exercise and wish.meeting in (-1, meeting)
            )
        return self.wish_masks[key]

    def _onward(self, node: Node) -> Node:
        place = self.places[node.place]
        gaps = node.gaps
        if place.required and not node.count:
            gaps += (Gap("slot", node.place),)
        handed = node.handed
        if self.bounds:
            for bit in self.expiring[node.place]:
                if not bit & node.used:
                    handed -= max(0, self.bounds.prices[bit])
        onward = evolve(
            node,
            place=node.place + 1,
            count=0,
            last=-1,
            handed=handed,
            gaps=gaps,
            parent=node,
            option=None,
        )
        if not self._same_meeting(node.place + 1, place.meeting):
            self._close(onward, place.meeting)
        return onward

    def _close(self, node: Node, meeting: int) -> None:
        """End *meeting*: add up what it lacks, and start the next with a clean sheet."""
        problem = self.problem
        frame = problem.frames[meeting]
        gaps = list(node.gaps)
        end = ends(node.frontier, frame.lunch)
        if end is None or node.frontier == START:
            gaps.append(Gap("work", meeting))
        else:
            node.overrun += max(0, end - frame.marks)
        if node.waiting and not node.looked and problem.look_back[meeting]:
            gaps.append(Gap("look-back", meeting))
        if problem.evaluate[meeting] and not node.evaluated:
            gaps.append(Gap("evaluate", meeting))
        over = node.place == len(self.places)
        for index, wish in enumerate(problem.wishes):
            due = wish.meeting == meeting or (over and wish.meeting < 0)
            if due and not node.met >> index & 1:
                gaps.append(Gap("wish", index))
        if self.bounds:
            net = scoring.net_marks(frame.marks, frame.lunch is not None)
            node.score -= scoring.time_penalty(node.typical, net)
        node.waiting = node.agreed or (node.waiting and not node.looked)
        node.looked = node.agreed = node.evaluated = False
        node.frontier, node.typical, node.here = START, 0, 0
        node.gaps = tuple(gaps)


def _solution(node: Node) -> Solution:
    chosen: list[tuple[int, Option]] = []
    score, overrun, gaps = node.score, node.overrun, node.gaps
    step: Node | None = node
    while step is not None:
        if step.option is not None:
            chosen.append((step.place, step.option))
        step = step.parent
    return Solution(tuple(reversed(chosen)), score, overrun, gaps)
