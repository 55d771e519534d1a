"""The queue of beginnings: the most promising first, and among equals the furthest."""

from __future__ import annotations

import heapq

from attrs import define, field

from spark_tools.compose.walk import Node, depth

Entry = tuple[int, int, int, int, Node, int | None]


@define(eq=False)
class Queue:
    """Nodes, each with its key (lowest first) and the choice that is to be made in it.

    Among nodes with equal keys come first those that stand furthest, then those
    with the least open prices, then those that were pushed first.
    """

    pushed: int = 0
    _heap: list[Entry] = field(factory=list)
    _turned: bool = False

    def __bool__(self) -> bool:
        return bool(self._heap)

    def push(self, key: int, node: Node, choice: int | None, open_prices: int = 0) -> None:
        """Put in *node*; *choice* is None when the node itself is meant."""
        self.pushed += 1
        far = -depth(node, choice)
        order = (far, key) if self._turned else (key, far)
        heapq.heappush(self._heap, (*order, open_prices, self.pushed, node, choice))

    def pop(self) -> tuple[int, Node, int | None]:
        """Take out the first: its key, the node, and the choice."""
        entry = heapq.heappop(self._heap)
        return entry[1] if self._turned else entry[0], entry[4], entry[5]

    def turn(self) -> None:
        """From now on let the furthest come first, and among those the most promising."""
        if not self._turned:
            self._turned = True
            self._heap = [(entry[1], entry[0], *entry[2:]) for entry in self._heap]
            heapq.heapify(self._heap)
