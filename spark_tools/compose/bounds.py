"""How good the rest of a course can get at best: what keeps the search short.

A table for each place tells the best score from there to the end of its
meeting, by the typical marks so far. It forgets what may come only once, and
what needs what. Prices make up for the first: each use of a priced exercise
pays its price, and one price is handed back, so the bound stays true whatever
the prices are. They rise on exercises that the bound would use too often, and
fall below nothing on a wish that it would miss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import define, field, frozen

from spark_tools.compose import scoring
from spark_tools.compose.problem import Option, Place, Problem

STEPS = (160, 120, 90, 60, 45, 30, 20, 15, 10, 8, 5, 4, 3, 2, 1)
"""By how much the prices move in each round."""

Prices = dict[int, int]
"""The price of each candidate that has one, by its bit."""

Row = list[int]


@frozen(eq=False)
class Bounds:
    """The best that can come: ``tables[place][count]`` by typical marks, plus ``later[place]``.

    ``prices`` are those handed back while the exercise has not been used.
    """

    tables: tuple[tuple[Row, ...], ...]
    later: tuple[int, ...]
    prices: Prices

    def after(self, place: int, count: int, typical: int) -> int:
        """Bound what comes after *count* exercises in *place*, no price handed back."""
        row = self.tables[place][count]
        return row[typical if typical < len(row) else -1] + self.later[place]

    @property
    def total(self) -> int:
        """The bound on the whole course."""
        return self.after(0, 0, 0) + sum(self.prices.values())


def worth(option: Option, place: Place, count: int) -> int:
    """Score *option* as the exercise that follows *count* others in *place*."""
    return option.score + _constant(place, count)


def bounds(problem: Problem) -> Bounds:
    """Find prices under which the bound is as low as it gets in a few rounds."""
    tables = _Tables(problem)
    best = tried = tables.bounds({})
    for step in STEPS:
        moves = tables.moves(tried, step)
        if not moves:
            break
        tried = tables.bounds({**tried.prices, **moves})
        if tried.total < best.total:
            best = tried
    return best


@define(eq=False)
class _Tables:
    problem: Problem
    meetings: list[list[int]] = field(init=False)
    wished: frozenset[int] = field(init=False)
    repeatable: frozenset[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        places = self.problem.places
        self.meetings = [
            [index for index, place in enumerate(places) if place.meeting == meeting]
            for meeting in range(len(self.problem.frames))
        ]
        names = {wish.exercise for wish in self.problem.wishes}
        candidates = self.problem.candidates
        self.wished = frozenset(each.bit for each in candidates if each.exercise.id in names)
        self.repeatable = frozenset(each.bit for each in candidates if each.exercise.repeatable)

    def bounds(self, prices: Prices) -> Bounds:
        best = _BestOptions(prices)
        tables: list[tuple[Row, ...]] = [()] * len(self.problem.places)
        known: dict[object, list[tuple[Row, ...]]] = {}
        for indices in self.meetings:
            net = self._net(indices)
            key = (net, *(id(self.problem.places[index].options) for index in indices))
            if key not in known:
                known[key] = self._meeting(indices, net, best)
            for index, rows in zip(indices, known[key], strict=True):
                tables[index] = rows
        later = [0] * len(tables)
        total = 0
        for indices in reversed(self.meetings):
            for index in indices:
                later[index] = total
            total += tables[indices[0]][0][0] if indices else 0
        return Bounds(tuple(tables), tuple(later), prices)

    def _net(self, indices: list[int]) -> int:
        frame = self.problem.frames[self.problem.places[indices[0]].meeting] if indices else None
        return scoring.net_marks(frame.marks, frame.lunch is not None) if frame else 1

    def _meeting(self, indices: list[int], net: int, best: _BestOptions) -> list[tuple[Row, ...]]:
        row = [-scoring.time_penalty(typical, net) for typical in range(2 * net + 40)]
        tables: list[tuple[Row, ...]] = []
        for index in reversed(indices):
            place = self.problem.places[index]
            following = row
            rows = [row]
            for count in reversed(range(place.most)):
                stop = following if count or not place.required or not place.options else None
                row = _row(best.of(place), _constant(place, count), row, stop)
                rows.append(row)
            tables.append(tuple(reversed(rows)))
        return tables[::-1]

    def moves(self, bounds: Bounds, step: int) -> Prices:
        """Move the prices of what the bound uses more or less than once."""
        used = Counter(self._path(bounds))
        moved: Prices = {}
        for bit in {*used, *bounds.prices, *self.wished}:
            price = bounds.prices.get(bit, 0)
            new = price + step * (used[bit] - 1)
            if bit not in self.wished:
                new = max(0, new)
            if bit in self.repeatable:
                new = min(scoring.REPEATED, new)
            if new != price:
                moved[bit] = new
        return moved

    def _path(self, bounds: Bounds) -> Iterator[int]:
        """Walk a best way through the tables, on unused exercises where they are as good."""
        best = _BestOptions(bounds.prices)
        used: set[int] = set()
        for indices in self.meetings:
            typical = 0
            for index in indices:
                place = self.problem.places[index]
                rows = bounds.tables[index]
                for count in range(place.most):
                    here = _at(rows[count], typical)
                    if (count or not place.required) and here == _at(rows[-1], typical):
                        break
                    constant = _constant(place, count)
                    ways = [
                        (marks, bit)
                        for marks, (value, bits) in best.of(place).items()
                        if value + constant + _at(rows[count + 1], typical + marks) == here
                        for bit in bits
                    ]
                    if not ways:
                        break
                    marks, bit = next((way for way in ways if way[1] not in used), ways[0])
                    used.add(bit)
                    typical += marks
                    yield bit


@define(eq=False)
class _BestOptions:
    """For each length, the best score among a place's options and those that reach it."""

    prices: Prices
    known: dict[int, dict[int, tuple[int, list[int]]]] = field(factory=dict)

    def of(self, place: Place) -> dict[int, tuple[int, list[int]]]:
        if (known := self.known.get(id(place.options))) is not None:
            return known
        found: dict[int, tuple[int, list[int]]] = {}
        for option in place.options:
            candidate = option.candidate
            marks = candidate.timing.whole.typical if place.timed else 0
            value = option.score - self.prices.get(candidate.bit, 0)
            known_value, bits = found.get(marks, (value - 1, []))
            if value > known_value:
                found[marks] = (value, [candidate.bit])
            elif value == known_value:
                bits.append(candidate.bit)
        self.known[id(place.options)] = found
        return found


def _constant(place: Place, count: int) -> int:
    if place.extra:
        return scoring.FURTHER - scoring.EXTRA
    return scoring.FURTHER if count else scoring.FILLED


def _row(
    options: dict[int, tuple[int, list[int]]], constant: int, following: Row, stop: Row | None
) -> Row:
    row = stop
    for marks, (value, _) in options.items():
        gain = value + constant
        shifted = following[marks:] + [following[-1]] * marks
        taken = [each + gain for each in shifted]
        row = taken if row is None else list(map(max, row, taken))
    return following if row is None else row


def _at(row: Row, typical: int) -> int:
    return row[typical if typical < len(row) else -1]
