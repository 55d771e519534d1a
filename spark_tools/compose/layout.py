"""An agenda on five-minute marks: where the pauses go and how long everything takes.

The layout is the cheapest there is. The costs say what good is, dearest first:
an item cut in two, one more break, spare time beyond a quarter of an hour; then
items away from their typical length (squared, in proportion to their play),
short pauses, uneven stretches of work and lunch away from noon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define, field, frozen

from spark_tools.compose.minutes import Play, Timing
from spark_tools.model import ItemKind

WORK = 18
"""The most marks of work without a pause."""
BREAKS = (3, 2)
LUNCHES = (9, 8, 7, 6)
BUFFER = 3
"""Up to this many marks of spare time are healthy."""

CUT = 8_000
BREAK = 3_000
WAIT = 2_000
SPARE = 800
SQUEEZE = 1_000
STRETCH = 100
SHORTER = 30
NO_BUFFER = 20
PAUSE_THEN_BUFFER = 200


@frozen
class Line:
    """One line of an agenda, in marks.

    ``item`` is the position of the exercise, ``steps`` the first and the last
    step (not included) of a part, and ``part`` is 1 or 2 when a pause cuts it.
    """

    kind: ItemKind
    marks: int
    item: int = -1
    steps: tuple[int, int] = (0, 0)
    part: int = 0


Boundary = tuple[int, int]
"""A place for a pause: before item (i, 0), or in item i after step j (i, j)."""


@frozen
class _Stretch:
    """Work without a pause: what it costs, and how long each piece takes."""

    cost: int
    lengths: tuple[int, ...]


@frozen
class _Pause:
    """A pause after ``marks`` of work: waiting time before it, its kind and its length."""

    marks: int
    wait: int
    kind: ItemKind
    length: int


@frozen
class _State:
    """The cheapest way to a boundary: its cost and the pauses on the way."""

    cost: int
    path: tuple[tuple[Boundary, _Pause], ...]


def lay_out(
    items: Sequence[Timing], marks: int, lunch: tuple[int, int] | None
) -> tuple[Line, ...] | None:
    """Lay out *items* in exactly *marks*, or give None when they cannot be.

    *lunch* holds the first and last mark at which a lunch has to start. An
    item is cut only where the pauses cannot all go between items, and spare
    time goes before lunch only where lunch would otherwise be too early.
    """
    if not items:
        return (Line(ItemKind.BUFFER, marks),)
    for cutting, waiting in ((False, False), (True, False), (False, True), (True, True)):
        if waiting and lunch is None:
            return None
        layout = _Layout(tuple(items), marks, lunch, cutting, waiting)
        if best := layout.best():
            return tuple(layout.lines(best))
    return None


@define
class _Layout:
    items: tuple[Timing, ...]
    marks: int
    lunch: tuple[int, int] | None
    cutting: bool
    waiting: bool
    _known: dict[Boundary, dict[Boundary, dict[int, _Stretch]]] = field(factory=dict)

    @cached_property
    def end(self) -> Boundary:
        return len(self.items), 0

    def best(self) -> _State | None:
        """Search by number of pauses until one more cannot be cheaper."""
        states = {((0, 0), 0, False): _State(0, ())}
        best: _State | None = None
        pauses = 0
        while states:
            for (boundary, at, eaten), state in states.items():
                for total in self._finished(boundary, at, eaten, state):
                    if best is None or total.cost < best.cost:
                        best = total
            pauses += 1
            if best and best.cost <= BREAK * (pauses - (self.lunch is not None)):
                break
            states = self._next(states)
        return best

    def _finished(
        self, boundary: Boundary, at: int, eaten: bool, state: _State
    ) -> Iterator[_State]:
        if eaten == (self.lunch is None):
            return
        for work, stretch in self._stretches(boundary).get(self.end, {}).items():
            spare = self.marks - at - work
            if spare >= 0:
                cost = _spare_cost(spare)
                if spare and at and len(stretch.lengths) == 1:
                    cost += PAUSE_THEN_BUFFER
                last = _Pause(work, 0, ItemKind.BUFFER, spare)
                yield _State(state.cost + stretch.cost + cost, (*state.path, (self.end, last)))

    def _next(
        self, states: dict[tuple[Boundary, int, bool], _State]
    ) -> dict[tuple[Boundary, int, bool], _State]:
        following: dict[tuple[Boundary, int, bool], _State] = {}
        for (boundary, at, eaten), state in states.items():
            for stop, works in self._stretches(boundary).items():
                if stop == self.end:
                    continue
                least = self._least_after(stop)
                for work, stretch in works.items():
                    for pause, price in self._pauses(at + work, work, eaten):
                        then = at + work + pause.wait + pause.length
                        if then + least > self.marks:
                            continue
                        key = (stop, then, eaten or pause.kind is ItemKind.LUNCH)
                        cost = state.cost + stretch.cost + price + (CUT if stop[1] else 0)
                        if (known := following.get(key)) is None or cost < known.cost:
                            following[key] = _State(cost, (*state.path, (stop, pause)))
        return following

    def _pauses(self, at: int, work: int, eaten: bool) -> Iterator[tuple[_Pause, int]]:
        for length in BREAKS:
            price = BREAK + SHORTER * (BREAKS[0] - length)
            yield _Pause(work, 0, ItemKind.BREAK, length), price
        if self.lunch is None or eaten:
            return
        first, last = self.lunch
        noon = first + (last - first) // 2
        for start in range(max(at, first), last + 1) if self.waiting else (at,):
            if not first <= start <= last:
                continue
            waited = start - at
            for length in LUNCHES:
                price = SHORTER * (LUNCHES[0] - length) + abs(start - noon)
                if waited:
                    price += WAIT + SPARE * waited
                yield _Pause(work, waited, ItemKind.LUNCH, length), price

    def _least_after(self, boundary: Boundary) -> int:
        item, step = boundary
        rest = sum(timing.whole.least for timing in self.items[item + (step > 0) :])
        return rest + (self.items[item].cuts[step - 1][1].least if step else 0)

    def _stretches(self, start: Boundary) -> dict[Boundary, dict[int, _Stretch]]:
        """Give the ways to work on from *start*, by where the next pause is and by length."""
        if (known := self._known.get(start)) is not None:
            return known
        item, step = start
        reached = {0: _Stretch(0, ())}
        found: dict[Boundary, dict[int, _Stretch]] = {}
        if step:
            reached = _onward(reached, self.items[item].cuts[step - 1][1])
            item += 1
            found[item, 0] = reached
        while reached and item < len(self.items):
            if self.cutting:
                for cut, (before, _) in enumerate(self.items[item].cuts, 1):
                    found[item, cut] = _onward(reached, before)
            reached = _onward(reached, self.items[item].whole)
            item += 1
            found[item, 0] = reached
        balanced = {
            stop: {
                work: _Stretch(stretch.cost + work * work, stretch.lengths)
                for work, stretch in works.items()
            }
            for stop, works in found.items()
            if works
        }
        self._known[start] = balanced
        return balanced

    def lines(self, state: _State) -> Iterator[Line]:
        """Spell out the agenda of *state*, its spare time before the last line."""
        written: list[Line] = []
        start: Boundary = (0, 0)
        for stop, pause in state.path:
            stretch = self._stretches(start)[stop][pause.marks]
            written += self._pieces(start, stop, stretch.lengths)
            if pause.kind is ItemKind.BUFFER:
                if pause.length:
                    where = len(written) - (len(written) > 1)
                    written.insert(where, Line(ItemKind.BUFFER, pause.length))
            else:
                if pause.wait:
                    written.append(Line(ItemKind.BUFFER, pause.wait))
                written.append(Line(pause.kind, pause.length))
            start = stop
        yield from written

    def _pieces(self, start: Boundary, stop: Boundary, lengths: tuple[int, ...]) -> Iterator[Line]:
        item, step = start
        for length in lengths:
            steps = len(self.items[item].steps)
            if step:
                yield Line(ItemKind.EXERCISE, length, item, (step, steps), 2)
            elif stop[0] == item:
                yield Line(ItemKind.EXERCISE, length, item, (0, stop[1]), 1)
            else:
                yield Line(ItemKind.EXERCISE, length, item, (0, steps))
            item, step = item + 1, 0


def _onward(reached: dict[int, _Stretch], play: Play) -> dict[int, _Stretch]:
    further: dict[int, _Stretch] = {}
    for length in range(play.least, min(play.most, WORK) + 1):
        price = _deviation(length, play)
        for work, stretch in reached.items():
            total = work + length
            if total > WORK:
                continue
            cost = stretch.cost + price
            if (known := further.get(total)) is None or cost < known.cost:
                further[total] = _Stretch(cost, (*stretch.lengths, length))
    return further


def _deviation(length: int, play: Play) -> int:
    change = length - play.typical
    if change > 0:
        return STRETCH * change * change // (play.most - play.typical)
    return SQUEEZE * change * change // (play.typical - play.least) if change else 0


def _spare_cost(spare: int) -> int:
    if spare <= BUFFER:
        return 0 if spare else NO_BUFFER
    return SPARE * (spare - BUFFER)
