"""The queue of beginnings: the most promising first, and among equals the furthest."""

from __future__ import annotations

import heapq

from attrs import define, field

from spark_tools.compose.walk import Node, depth

Order = tuple[int, int, int]
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

    def turn(self, coarse: int) -> None:
        """From now on keys count by the *coarse* only: then the furthest come first."""
        if not self._coarse:
            self._coarse = coarse
            self._heap = [
                (self._order(key, node, choice, 0), number, key, node, choice)
                for _, number, key, node, choice in self._heap
            ]
            heapq.heapify(self._heap)

    def _order(self, key: int, node: Node, choice: int | None, left_open: int) -> Order:
        far = -depth(node, choice)
        return (key // self._coarse, far, key) if self._coarse else (key, far, left_open)
