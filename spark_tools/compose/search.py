"""The exact choice: the best course there is, found best-first.

The course is walked place by place. A beginning stands in the queue with the
best that it can become, so the first whole course to come out is the best one.
Beginnings that leave the same open are merged. How good the meetings to come
can get is worked out beforehand, each meeting on its own, in the same way.

Among a great many exercises there can be more near ties than anyone wants to
wait for. After `EFFORT` the search leans towards the beginnings that stand
furthest: what it then finds is the same every time and good, but no longer
proved to be the best.
"""

from __future__ import annotations

from attrs import define, field, frozen

from spark_tools.compose.bounds import Bounds
from spark_tools.compose.fitting import START, Frontier, covers, earliest
from spark_tools.compose.problem import Option, Problem
from spark_tools.compose.queue import Queue
from spark_tools.compose.walk import ONWARD, Node, Walk, chosen

EFFORT = 4_000_000
"""How much is weighed at most: the choices times the number of candidates."""

STRIDE = 20
HASTE = 3
"""What a place further on is worth once the effort is spent, and how it grows from then on."""

UNMET = 1_000
"""How much more a wish left open weighs than prices, among beginnings that promise the same."""

PATIENCE = 4
"""After so many times the effort the search gives up."""

NOTHING = -(10**9)


@frozen(eq=False)
class Solution:
    """A whole course: what it holds, by place, its score, and whether none scores higher."""

    chosen: tuple[tuple[int, Option], ...]
    score: int
    proved: bool = True


def best_course(problem: Problem, bounds: Bounds) -> Solution | None:
    """Find the best course of *problem* that has neither gaps nor overrun.

    Gives None when there is none, or when none has come out long after `EFFORT`.
    """
    search = _Search(problem, bounds)
    node, _ = search.run(search.walk.start(), len(problem.places), whole=True)
    return Solution(chosen(node), node.score, not search.hurried) if node else None


@define(eq=False)
class _Search:
    problem: Problem
    bounds: Bounds
    walk: Walk = field(init=False)
    own: list[int | None] = field(init=False)
    later: list[int] = field(init=False)
    effort: int = field(init=False)
    hurried: bool = field(init=False, default=False)
    wished: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.walk = Walk(self.problem, self.bounds.prices)
        self.wished = frozenset(wish.exercise for wish in self.problem.unmet)
        self.effort = max(1, EFFORT // max(1, len(self.problem.candidates)))
        self.own = [None] * len(self.problem.frames)
        self.later = [0] * (len(self.problem.frames) + 1)
        self._meetings()

    def _meetings(self) -> None:
        """Find the best of each meeting on its own, the last first."""
        first = {
            place.meeting: index for index, place in reversed([*enumerate(self.problem.places)])
        }
        reached = [self.problem.past.has]
        for place in self.problem.places:
            yields = reached[-1]
            for option in place.options:
                yields |= option.candidate.yields
            reached.append(yields)
        anywhere = sum(
            1 << index for index, wish in enumerate(self.problem.wishes) if wish.meeting < 0
        )
        known: dict[object, int] = {}
        walk, self.walk = self.walk, Walk(self.problem, self.bounds.prices, expires=False)
        for meeting in reversed(range(self.problem.past.held, len(self.problem.frames))):
            begin = first[meeting]
            end = begin
            while self.walk.same_meeting(end, meeting):
                end += 1
            frame = self.problem.frames[meeting]
            alike = (
                frame.marks,
                frame.lunch,
                self.problem.evaluate[meeting],
                reached[begin],
                *(wish for wish in self.problem.wishes if wish.meeting == meeting),
                *(id(place.options) for place in self.problem.places[begin:end]),
            )
            if alike not in known:
                ways = (
                    Node(place=begin, has=reached[begin], waiting=waiting, met=anywhere)
                    for waiting in (False, True)
                )
                known[alike] = max(self.run(start, end, whole=False)[1] for start in ways)
            self.own[meeting] = known[alike]
        self.walk = walk
        for meeting in reversed(range(len(self.own))):
            self.later[meeting] = self.later[meeting + 1] + (self.own[meeting] or 0)

    def run(self, start: Node, stop: int, whole: bool) -> tuple[Node | None, int]:
        """Take beginnings from the queue, best first, until one reaches place *stop*.

        Gives it with the best that anything can reach, or None when nothing
        can. When the effort is spent on a *whole* course, the furthest
        beginnings come first from then on; otherwise the bound so far is given.
        """
        queue = Queue()
        queue.push(-self._promise(start, stop), start, None, self._left_open(start))
        known: dict[object, list[tuple[int, Frontier]]] = {}
        while queue:
            key, node, choice = queue.pop()
            if choice is not None:
                child = self._step(node, choice)
                if child is None:
                    continue
                node = child
                exact = -self._promise(node, stop)
                if exact > key:
                    queue.push(exact, node, None, self._left_open(node))
                    continue
            if node.place == stop:
                return node, -key
            if self._dominated(node, known):
                continue
            if spent := queue.pushed // self.effort:
                if not whole or spent > PATIENCE:
                    return None, -key
                self.hurried = True
                queue.turn(STRIDE * HASTE ** (spent - 1))
            expired = self.walk.expired(node)
            if node.count or not self.problem.places[node.place].required:
                guess, open_ = self._guess(node, ONWARD, expired)
                queue.push(max(-guess, key), node, ONWARD, open_)
            for option in self.walk.choices(node):
                guess, open_ = self._guess(node, option, expired)
                queue.push(max(-guess, key), node, option, open_)
        return None, NOTHING

    def _step(self, node: Node, choice: int) -> Node | None:
        child = self.walk.step(node, choice)
        if child is None or child.gaps or child.overrun or self.walk.lost(child):
            return None
        if child.frontier is not node.frontier and child.frontier != START:
            place = self.problem.places[child.place]
            frame = self.problem.frames[place.meeting]
            onward = child.place + bool(child.count)
            work = self.walk.rest[onward] if self.walk.same_meeting(onward, place.meeting) else 0
            if earliest(child.frontier, work, frame.lunch) > frame.marks:
                return None
        return child

    def _promise(self, node: Node, stop: int) -> int:
        """Give the best that *node* can become before place *stop*."""
        if node.place == stop:
            return node.score + node.open
        after = self.bounds.after(node.place, node.count, node.typical)
        return self._capped(node, node.score + node.open + after)

    def _guess(self, node: Node, choice: int, expired: int) -> tuple[int, int]:
        """Give the promise of the child by *choice* without making it, and what it leaves open."""
        place = self.problem.places[node.place]
        unmet = self._left_open(node) - node.open
        if choice == ONWARD:
            open_ = node.open - expired
            total = node.score + open_ + self.bounds.after(node.place, place.most, node.typical)
            return self._capped(node, total), open_ + unmet
        option = place.options[choice]
        candidate = option.candidate
        typical = node.typical + (candidate.timing.whole.typical if place.timed else 0)
        score, price = self.walk.worth(node, option)
        open_ = node.open - price
        if node.count + 1 == place.most:
            open_ -= expired
            if expired and price > 0 and candidate.bit in self.walk.expiring[node.place]:
                open_ += price
        total = node.score + score + open_
        total += self.bounds.after(node.place, node.count + 1, typical)
        if candidate.exercise.id in self.wished:
            unmet -= UNMET
        return self._capped(node, total), open_ + unmet

    def _left_open(self, node: Node) -> int:
        return node.open + UNMET * (len(self.problem.wishes) - node.met.bit_count())

    def _capped(self, node: Node, total: int) -> int:
        """Add what the later meetings can give, and let this one give no more than it can."""
        meeting = self.problem.places[node.place].meeting
        own = self.own[meeting]
        if own is not None:
            total = min(total, node.base + own)
        return total + self.later[meeting + 1]

    def _dominated(self, node: Node, known: dict[object, list[tuple[int, Frontier]]]) -> bool:
        """Tell whether something that leaves the same open has scored as well already."""
        later = self.walk.later_bits[node.place]
        key = (
            node.place,
            node.count,
            node.last,
            node.typical,
            node.used & later,
            node.here & later,
            node.has & self.walk.later_needs[node.place],
            node.waiting,
            node.looked,
            node.agreed,
            node.evaluated,
            node.met,
        )
        value = node.score + node.open
        seen = known.setdefault(key, [])
        if any(other >= value and covers(ways, node.frontier) for other, ways in seen):
            return True
        seen.append((value, node.frontier))
        return False
