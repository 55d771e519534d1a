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
from spark_tools.compose.problem import Place, Problem

ROUNDS, FEWER_ROUNDS = 28, 5
MANY = 200
"""How many times the prices are moved at most, and among many candidates without a wish."""

WISHED = 48
"""How many tens the price of a missed wish falls, shared by the number of the round."""

Prices = dict[int, int]
"""The price of each candidate that has one, by its bit."""

Row = list[int]
BEYOND = 24
"""How many marks beyond the meeting's length the tables tell apart."""

NEVER = 10**9
NEVER_LESS = -NEVER


@frozen(eq=False)
class Bounds:
    """The best that can come: ``tables[place][count]`` by typical marks so far.

    ``total`` bounds the whole course, every one of the ``prices`` handed back.
    """

    tables: tuple[tuple[Row, ...], ...]
    prices: Prices
    total: int

    def after(self, place: int, count: int, typical: int) -> int:
        """Bound the rest of the meeting after *count* exercises in *place*."""
        return _at(self.tables[place][count], typical)


def bounds(problem: Problem) -> Bounds:
    """Find prices under which the bound is as low as it gets in a few rounds.

    The prices of wishes are found first, the others held still.
    """
    tables = _Tables(problem)
    best = tried = tables.bounds({})
    moves = tables.contested() if tables.moves(tried, WISHED) else {}
    rounds = ROUNDS if len(problem.candidates) < MANY else FEWER_ROUNDS
    courting = ROUNDS // 2 if problem.unmet else 0
    for turn in range(courting + rounds):
        if not moves:
            break
        tried = tables.bounds({**tried.prices, **moves})
        if tried.total < best.total:
            best = tried
        if turn == courting:
            tried = best
        moves = tables.moves(tried, scoring.TEN * max(1, WISHED // (turn + 3)))
        if turn < courting:
            moves = {bit: price for bit, price in moves.items() if bit in tables.wished}
            courting = courting if moves else turn
            moves = moves or tables.moves(tried, scoring.TEN)
    return best


@define(eq=False)
class _Tables:
    problem: Problem
    meetings: list[list[int]] = field(init=False)
    wished: frozenset[int] = field(init=False)
    repeatable: frozenset[int] = field(init=False)
    used: int = field(init=False)
    menus: dict[int, _Menu] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        places = self.problem.places
        self.meetings = [
            [index for index, place in enumerate(places) if place.meeting == meeting]
            for meeting in range(len(self.problem.frames))
        ]
        names = {wish.exercise for wish in self.problem.unmet}
        candidates = self.problem.candidates
        self.wished = frozenset(each.bit for each in candidates if each.exercise.id in names)
        self.used = self.problem.used
        self.repeatable = frozenset(each.bit for each in candidates if each.exercise.repeatable)
        for place in places:
            if id(place.options) not in self.menus:
                self.menus[id(place.options)] = _menu(place)

    def bounds(self, prices: Prices) -> Bounds:
        """Build the tables under *prices*; meetings that are alike share theirs."""
        best: dict[int, Best] = {}
        for options, menu in self.menus.items():
            best[options] = _best(menu, prices)
        tables: list[tuple[Row, ...]] = [()] * len(self.problem.places)
        known: dict[object, list[tuple[Row, ...]]] = {}
        for indices in self.meetings:
            net = self._net(indices)
            key = (net, *(id(self.problem.places[index].options) for index in indices))
            if key not in known:
                known[key] = self._meeting(indices, net, best)
            for index, rows in zip(indices, known[key], strict=True):
                tables[index] = rows
        total = sum(tables[indices[0]][0][0] for indices in self.meetings if indices)
        handed_back = sum(price for bit, price in prices.items() if not bit & self.used)
        return Bounds(tuple(tables), prices, total + handed_back)

    def _net(self, indices: list[int]) -> int:
        frame = self.problem.frames[self.problem.places[indices[0]].meeting] if indices else None
        return scoring.net_marks(frame.marks, frame.lunch is not None) if frame else 1

    def _meeting(
        self, indices: list[int], net: int, best: dict[int, Best]
    ) -> list[tuple[Row, ...]]:
        row = [-scoring.time_penalty(typical, net) for typical in range(net + BEYOND)]
        tables: list[tuple[Row, ...]] = []
        for index in reversed(indices):
            place = self.problem.places[index]
            following = row
            rows = [row]
            for count in reversed(range(place.most)):
                stop = following if count or not place.required or not place.options else None
                row = _row(
                    best[id(place.options)], scoring.filling(count, extra=place.extra), row, stop
                )
                rows.append(row)
            tables.append(tuple(reversed(rows)))
        return tables[::-1]

    def contested(self) -> Prices:
        """Price what the places compete for: what it is worth over the best that is left.

        A wish that is worth less is priced below nothing.
        """
        prices: Prices = {}
        demand: Counter[int] = Counter()
        for place in self.problem.places:
            if not place.extra:
                demand.update({option.candidate.bit: place.most for option in place.options})
        for place in self.problem.places:
            if place.extra or not place.options:
                continue
            scores = sorted((option.score for option in place.options), reverse=True)
            for option in place.options:
                bit = option.candidate.bit
                left = scores[min(demand[bit], len(scores) - 1)]
                most = scoring.REPEATED if bit in self.repeatable else option.score - left
                price = min(option.score - left, most)
                least = NEVER_LESS if bit in self.wished else 0
                if price > prices.get(bit, least) and demand[bit] > 1:
                    prices[bit] = price
        return prices

    def moves(self, bounds: Bounds, step: int) -> Prices:
        """Move the prices of what the bound uses more or less than once."""
        used = Counter(self._path(bounds))
        moved: Prices = {}
        for bit in {*used, *bounds.prices, *self.wished}:
            price = bounds.prices.get(bit, 0)
            missed = bit in self.wished and not used[bit]
            new = price + (step if missed else scoring.TEN) * (used[bit] - 1)
            if bit not in self.wished:
                new = max(0, new)
            if bit in self.repeatable:
                new = min(scoring.REPEATED, new)
            if new != price:
                moved[bit] = new
        return moved

    def _path(self, bounds: Bounds) -> Iterator[int]:
        """Walk a best way through the tables, on unused exercises where they are as good."""
        used: set[int] = set()
        for indices in self.meetings:
            typical = 0
            for index in indices:
                place = self.problem.places[index]
                rows = bounds.tables[index]
                best = _best(self.menus[id(place.options)], bounds.prices)
                for count in range(place.most):
                    here = _at(rows[count], typical)
                    if (count or not place.required) and here == _at(rows[-1], typical):
                        break
                    constant = scoring.filling(count, extra=place.extra)
                    ways = [
                        (marks, bit)
                        for marks, (value, bits) in best.items()
                        if value + constant + _at(rows[count + 1], typical + marks) == here
                        for bit in bits
                    ]
                    if not ways:
                        break
                    marks, bit = min(
                        ways, key=lambda way: (way[1] in used, -bounds.prices.get(way[1], 0))
                    )
                    used.add(bit)
                    typical += marks
                    yield bit


_Menu = dict[int, list[tuple[int, int]]]
"""The options of a place by their length: (score, bit), the best first."""

Best = dict[int, tuple[int, list[int]]]
"""For each length the best score under the prices, and the candidates that reach it."""


def _menu(place: Place) -> _Menu:
    menu: _Menu = {}
    for option in place.options:
        candidate = option.candidate
        marks = candidate.timing.whole.typical if place.timed else 0
        menu.setdefault(marks, []).append((option.score, candidate.bit))
    for options in menu.values():
        options.sort(key=lambda option: -option[0])
    return menu


def _best(menu: _Menu, prices: Prices) -> Best:
    """Find the best of each length; what has no price and scores less need not be looked at."""
    best: Best = {}
    gifts = any(price < 0 for price in prices.values())
    for marks, options in menu.items():
        highest, bits = options[0][0] - NEVER, []
        free = False
        for score, bit in options:
            if free and score < highest and not gifts:
                break
            price = prices.get(bit, 0)
            free = free or not price
            value = score - price
            if value > highest:
                highest, bits = value, [bit]
            elif value == highest:
                bits.append(bit)
        best[marks] = (highest, bits)
    return best


def _row(options: Best, constant: int, following: Row, stop: Row | None) -> Row:
    row = stop
    for marks, (value, _) in options.items():
        gain = value + constant
        shifted = following[marks:] + [following[-1]] * marks
        taken = [each + gain for each in shifted[: len(following)]]
        row = taken if row is None else list(map(max, row, taken))
    return following if row is None else row


def _at(row: Row, typical: int) -> int:
    return row[typical if typical < len(row) else -1]
