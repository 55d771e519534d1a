"""The queue of beginnings: the most promising first, and among equals the furthest."""

from __future__ import annotations

import heapq

from attrs import define, field

from spark_tools.compose.walk import PLACE, Node, depth

Order = tuple[int, int, int, int]
Entry = tuple[Order, int, int, Node, int | None]


@define(eq=False)
class Queue:
    """Nodes, each with its key (lowest first) and the choice that is to be made in it.

    Among nodes with equal keys come first those that stand furthest, then those
    that leave the least ``open`` (prices, or wishes), then those that were
    pushed first.
    """

    pushed: int = 0
    _heap: list[Entry] = field(factory=list)
    _coarse: int = 0
    _stride: int = 0

    def __bool__(self) -> bool:
        return bool(self._heap)

    def push(self, key: int, node: Node, choice: int | None, left_open: int) -> None:
        """Put in *node*; *choice* is None when the node itself is meant."""
        self.pushed += 1
        order = self._order(key, node, choice, left_open)
        heapq.heappush(self._heap, (order, self.pushed, key, node, choice))

    def pop(self) -> tuple[int, Node, int | None]:
        """Take out the first: its key, the node, and the choice."""
        return heapq.heappop(self._heap)[2:]

    def turn(self, stride: int, coarse: int = 1) -> None:
        """From now on let each place further make up for *stride* of the key.

        With a stride, what is left open counts too; keys count by the *coarse* only.
        """
        if (stride, coarse) != (self._stride, self._coarse):
            self._stride, self._coarse = stride, coarse
            self._heap = [
                (self._order(key, node, choice, order[-1]), number, key, node, choice)
                for order, number, key, node, choice in self._heap
            ]
            heapq.heapify(self._heap)

    def _order(self, key: int, node: Node, choice: int | None, left_open: int) -> Order:
        far = depth(node, choice)
        if not self._coarse:
            return key, -far, key, left_open
        leaning = key - self._stride * (far // PLACE) + (left_open if self._stride else 0)
        return leaning // self._coarse, -far, key, left_open
