"""The course with the least trouble, whatever it scores.

Trouble is counted in requirements that are not met, and then in marks of
overrun. Only what can lessen trouble is tried: an exercise that something needs,
and the shortest where there has to be one.
"""

from __future__ import annotations

from attrs import define, field, frozen

from spark_tools.compose.fitting import Frontier, covers
from spark_tools.compose.foresight import MISSING, Foresight
from spark_tools.compose.problem import Option, Problem
from spark_tools.compose.queue import Queue
from spark_tools.compose.thinning import thinned
from spark_tools.compose.walk import ONWARD, Gap, Node, Walk, chosen

GLANCE = 20_000
"""How many choices a quick look takes in."""
PATIENCE = 200_000
"""How many choices are weighed before the search settles."""

_Standing = tuple[int, int, int, Frontier]
"""The trouble so far, what has been used up, what is in this meeting, and the frontier."""


@frozen(eq=False)
class Trouble:
    """The course with the least trouble: what it holds, lacks, and how far it runs over."""

    chosen: tuple[tuple[int, Option], ...]
    gaps: tuple[Gap, ...]
    overrun: int


def glance(problem: Problem) -> Trouble | None:
    """Find what `least_trouble` does when that is quickly done, else give None."""
    node = _Search(thinned(problem)).run(GLANCE)
    return Trouble(chosen(node), node.gaps, node.overrun) if node else None


def least_trouble(problem: Problem) -> Trouble:
    """Find a course with the fewest gaps and then the least overrun.

    Where there are so many ways that `PATIENCE` runs out, the furthest of the
    best beginnings are followed to their end.
    """
    node = _Search(problem).run(GLANCE) or _Search(thinned(problem)).run()
    assert node is not None, "a course that lacks everything is always possible"
    return Trouble(chosen(node), node.gaps, node.overrun)


@define(eq=False)
class _Search:
    problem: Problem
    walk: Walk = field(init=False)
    foresight: Foresight = field(init=False)
    once: int = field(init=False)
    wished: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.walk = Walk(self.problem)
        self.foresight = Foresight(self.walk)
        self.wished = frozenset(wish.exercise for wish in self.problem.unmet)
        self.once = sum(
            candidate.bit
            for candidate in self.problem.candidates
            if not candidate.exercise.repeatable
        )

    def run(self, effort: int | None = None) -> Node | None:
        """Take beginnings from the queue, least trouble first, until a whole course comes out.

        Gives None when it has not come out after so much *effort*.
        """
        queue = Queue()
        start = self.walk.start()
        queue.push(self.foresight.trouble(start), start, None, 0)
        known: dict[object, list[_Standing]] = {}
        while effort is None or queue.pushed < effort:
            least, node, choice = queue.pop()
            if choice is not None:
                child = self.walk.step(node, choice)
                if child is None:
                    continue
                node = child
                bound = self.foresight.trouble(node)
                if bound > least:
                    queue.push(bound, node, None, 0)
                    continue
            if node.place == len(self.problem.places):
                return node
            if self._dominated(node, known):
                continue
            if queue.pushed > PATIENCE:
                queue.turn(stride=0, coarse=MISSING)
            unmet = len(self.problem.wishes) - node.met.bit_count()
            for option in (ONWARD, *self.walk.choices(node)):
                queue.push(least, node, option, unmet - self._meets(node, option))
        return None

    def _meets(self, node: Node, choice: int) -> bool:
        """Tell whether *choice* is an exercise that somebody has asked for."""
        if choice == ONWARD:
            return False
        option = self.problem.places[node.place].options[choice]
        return option.candidate.exercise.id in self.wished

    def _dominated(self, node: Node, known: dict[object, list[_Standing]]) -> bool:
        """Tell whether a beginning that leaves no less open has had no more trouble."""
        later = self.walk.later_bits[node.place]
        key = (
            node.place,
            node.count,
            node.last,
            node.has & self.walk.later_needs[node.place],
            node.waiting,
            node.looked,
            node.agreed,
            node.evaluated,
            node.met,
        )
        mine = (
            self.foresight.past(node),
            node.used & later & self.once,
            node.here & later,
            node.frontier,
        )
        seen = known.setdefault(key, [])
        for trouble, used, here, frontier in seen:
            if (
                trouble <= mine[0]
                and not used & ~mine[1]
                and not here & ~mine[2]
                and covers(frontier, mine[3])
            ):
                return True
        seen.append(mine)
        return False
