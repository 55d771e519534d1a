"""Walking through a course place by place: what may come next, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from spark_tools.compose import scoring
from spark_tools.compose.candidates import ACTIONS
from spark_tools.compose.fitting import START, Frontier, ends, extend
from spark_tools.compose.problem import Option, Place, Problem

ONWARD = -1
"""The choice to leave a place for the next one."""

PLACE = 64
"""How much further a place is than an exercise in it."""


@frozen
class Gap:
    """A requirement that is not met.

    ``kind`` is ``slot`` (a required place is empty), ``wish``, ``look-back``,
    ``evaluate`` or ``work`` (nothing in the meeting, or no way to fit lunch
    in); ``index`` is that of the place, the wish or the meeting.
    """

    kind: str
    index: int


@define(eq=False)
class Node:
    """A beginning of a course: where it stands, and all that matters for what may follow.

    In this place: ``count`` exercises, the ``last`` of them option number so.
    In this meeting: the ``frontier``, the ``typical`` marks, the candidates
    ``here``, whether it has ``looked`` back, ``agreed`` on actions and
    ``evaluated``, and the ``base`` (score and open prices) it began with.
    Before: what is ``used``, the outcomes it ``has``, whether actions are
    ``waiting``, the wishes ``met``, the ``score``, the prices still ``open``,
    the marks of ``overrun`` and the ``gaps``.
    """

    place: int = 0
    count: int = 0
    last: int = -1
    frontier: Frontier = START
    typical: int = 0
    here: int = 0
    looked: bool = False
    agreed: bool = False
    evaluated: bool = False
    base: int = 0
    used: int = 0
    has: int = 0
    waiting: bool = False
    met: int = 0
    score: int = 0
    open: int = 0
    overrun: int = 0
    gaps: tuple[Gap, ...] = ()
    parent: Node | None = None
    option: Option | None = None


def depth(node: Node, choice: int | None) -> int:
    """Tell how far *node* stands, or its child by *choice* when there is one."""
    if choice is None:
        return node.place * PLACE + node.count
    if choice == ONWARD:
        return (node.place + 1) * PLACE
    return node.place * PLACE + node.count + 1


def chosen(node: Node) -> tuple[tuple[int, Option], ...]:
    """Give what has been placed on the way to *node*, with the place of each."""
    found: list[tuple[int, Option]] = []
    step: Node | None = node
    while step is not None:
        if step.option is not None and step.parent is not None:
            found.append((step.parent.place, step.option))
        step = step.parent
    return tuple(reversed(found))


@define(eq=False)
class Walk:
    """The steps from node to node in *problem*, under *prices* (see `bounds`).

    A price that nothing is left to claim ``expires``: it is open no longer.
    ``rest`` tells by place the marks that it and the places after it in its
    meeting take at least.
    """

    problem: Problem
    prices: Mapping[int, int] = field(factory=dict)
    expires: bool = True
    places: tuple[Place, ...] = field(init=False)
    later_bits: list[int] = field(init=False)
    later_needs: list[int] = field(init=False)
    expiring: list[list[int]] = field(init=False)
    rest: list[int] = field(init=False)
    until: list[int] = field(init=False)
    _wishes: dict[tuple[str, int], int] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.places = self.problem.places
        count = len(self.places)
        self.later_bits = [0] * (count + 1)
        self.later_needs = [0] * (count + 1)
        self.expiring = [[] for _ in range(count)]
        self.rest = [0] * (count + 1)
        for index in reversed(range(count)):
            bits = needs = 0
            for option in self.places[index].options:
                bits |= option.candidate.bit
                needs |= option.candidate.needs
            later = self.later_bits[index + 1]
            self.later_bits[index] = later | bits
            self.later_needs[index] = self.later_needs[index + 1] | needs
            if self.expires:
                self.expiring[index] = [
                    bit for bit in self.prices if bit & bits and not bit & later
                ]
            place = self.places[index]
            if self.same_meeting(index + 1, place.meeting):
                self.rest[index] = self.rest[index + 1]
            self.rest[index] += place.shortest
        self.until = [
            max(
                (
                    index
                    for index, place in enumerate(self.places)
                    if wish.meeting in (-1, place.meeting)
                    and any(each.candidate.exercise.id == wish.exercise for each in place.options)
                ),
                default=-1,
            )
            for wish in self.problem.wishes
        ]

    def lost(self, node: Node) -> int:
        """Count the wishes that nothing ahead of *node* can meet, and that are not gaps yet."""
        if node.place == len(self.places):
            return 0
        now = self.places[node.place].meeting
        return sum(
            node.place > last
            and not node.met >> index & 1
            and not 0 <= self.problem.wishes[index].meeting < now
            for index, last in enumerate(self.until)
        )

    def start(self) -> Node:
        """Give the beginning in which nothing has been placed since the meetings held.

        What they have used has no open price.
        """
        used = self.problem.used
        everything = sum(price for bit, price in self.prices.items() if not bit & used)
        return Node(
            used=used,
            has=self.problem.past.has,
            waiting=bool(self.problem.past.waiting.rows),
            met=self.problem.met,
            open=everything,
            base=everything,
        )

    def same_meeting(self, place: int, meeting: int) -> bool:
        """Tell whether place number *place* exists and belongs to *meeting*."""
        return place < len(self.places) and self.places[place].meeting == meeting

    def choices(self, node: Node) -> Iterator[int]:
        """Give what may come in *node*'s place, as numbers of its options."""
        place = self.places[node.place]
        if place.waiting and (not node.waiting or node.looked):
            return
        here, used, has = node.here, node.used, node.has
        for index in range(node.last + 1, len(place.options)):
            candidate = place.options[index].candidate
            bit = candidate.bit
            if here & bit or candidate.needs & ~has:
                continue
            if used & bit and not candidate.exercise.repeatable:
                continue
            yield index

    def expired(self, node: Node) -> int:
        """Add up the open prices that nothing can claim once *node*'s place is left."""
        used = node.used
        return sum(max(0, self.prices[bit]) for bit in self.expiring[node.place] if not bit & used)

    def worth(self, node: Node, option: Option) -> tuple[int, int]:
        """Give what *option* adds to the score and takes from the open prices."""
        place = self.places[node.place]
        score = option.score + scoring.filling(node.count, extra=place.extra)
        if option.candidate.bit & node.used:
            return score - scoring.REPEATED, 0
        return score, self.prices.get(option.candidate.bit, 0)

    def step(self, node: Node, choice: int) -> Node | None:
        """Take *choice* in *node*, or give None when it cannot be laid out at all.

        A place that is full is left at once.
        """
        if choice == ONWARD:
            return self._onward(node, None)
        place = self.places[node.place]
        option = place.options[choice]
        candidate = option.candidate
        frontier, typical = node.frontier, node.typical
        if place.timed:
            lunch = self.problem.frames[place.meeting].lunch
            frontier = extend(frontier, candidate.timing, lunch)
            if not frontier:
                return None
            typical += candidate.timing.whole.typical
        score, price = self.worth(node, option)
        child = evolve(
            node,
            count=node.count + 1,
            last=choice,
            frontier=frontier,
            typical=typical,
            here=node.here | candidate.bit,
            looked=node.looked or option.looks_back,
            agreed=node.agreed or bool(candidate.yields & ACTIONS),
            evaluated=node.evaluated or option.evaluates,
            used=node.used | candidate.bit,
            has=node.has | candidate.yields,
            met=node.met | self._meets(candidate.exercise.id, place.meeting),
            score=node.score + score,
            open=node.open - price,
            parent=node,
            option=option,
        )
        return self._onward(child, option) if child.count == place.most else child

    def _onward(self, node: Node, option: Option | None) -> Node:
        place = self.places[node.place]
        gaps = node.gaps
        if place.required and not node.count:
            gaps += (Gap("slot", node.place),)
        onward = evolve(
            node,
            place=node.place + 1,
            count=0,
            last=-1,
            open=node.open - self.expired(node),
            gaps=gaps,
            parent=node.parent if option else node,
            option=option,
        )
        if not self.same_meeting(node.place + 1, place.meeting):
            self._close(onward, place.meeting)
        return onward

    def _close(self, node: Node, meeting: int) -> None:
        """End *meeting*: add up what it lacks, and start the next with a clean sheet."""
        problem = self.problem
        frame = problem.frames[meeting]
        gaps = list(node.gaps)
        end = ends(node.frontier, frame.lunch)
        if end is not None:
            node.overrun += max(0, end - frame.marks)
        elif node.frontier != START:
            gaps.append(Gap("work", meeting))
        if node.frontier == START and not any(
            gap.kind == "slot" and problem.places[gap.index].meeting == meeting for gap in gaps
        ):
            gaps.append(Gap("work", meeting))
        if node.waiting and not node.looked and problem.look_back[meeting]:
            gaps.append(Gap("look-back", meeting))
        if problem.evaluate[meeting] and not node.evaluated:
            gaps.append(Gap("evaluate", meeting))
        over = node.place == len(self.places)
        for index, wish in enumerate(problem.wishes):
            due = wish.meeting == meeting or (over and wish.meeting < 0)
            if due and not node.met >> index & 1:
                gaps.append(Gap("wish", index))
        net = scoring.net_marks(frame.marks, frame.lunch is not None)
        node.score -= scoring.time_penalty(node.typical, net)
        node.waiting = node.agreed or (node.waiting and not node.looked)
        node.looked = node.agreed = node.evaluated = False
        node.frontier, node.typical, node.here = START, 0, 0
        node.base = node.score + node.open
        node.gaps = tuple(gaps)

    def _meets(self, exercise: str, meeting: int) -> int:
        key = (exercise, meeting)
        if key not in self._wishes:
            self._wishes[key] = sum(
                1 << index
                for index, wish in enumerate(self.problem.wishes)
                if wish.exercise == exercise and wish.meeting in (-1, meeting)
            )
        return self._wishes[key]
