"""Agendas on five-minute marks: pauses where they belong, and time that adds up."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.compose.fitting import START, ends, extend
from spark_tools.compose.layout import WORK, lay_out
from spark_tools.compose.minutes import Play, Timing
from spark_tools.model import ItemKind, Minutes

PAUSES = (ItemKind.BREAK, ItemKind.LUNCH)


def item(least, typical, most, cuts=()):
    """An exercise of so many marks, which may be cut in the given pairs."""
    return Timing((Minutes(1, 1, 1),) * (len(cuts) + 1), Play(least, typical, most), tuple(cuts))


def kinds(lines):
    return [line.kind.value for line in lines]


def lengths(lines):
    return [line.marks for line in lines]


def test_spare_time_comes_before_the_last_item():
    lines = lay_out([item(3, 3, 3), item(6, 6, 6), item(2, 2, 2)], 13, None)
    assert kinds(lines) == ["exercise", "exercise", "buffer", "exercise"]
    assert lengths(lines) == [3, 6, 2, 2]


def test_items_stretch_before_the_spare_time_grows_beyond_a_quarter_of_an_hour():
    lines = lay_out([item(3, 3, 6), item(3, 3, 3)], 11, None)
    assert lengths(lines) == [5, 3, 3]


def test_two_hours_get_a_pause_between_two_items():
    lines = lay_out([item(8, 8, 8), item(8, 8, 8), item(4, 4, 4)], 24, None)
    assert kinds(lines).count("break") == 1
    assert kinds(lines)[1] == "break"


def test_an_item_is_cut_only_where_no_pause_fits_between():
    long = item(20, 20, 20, [(10, 10)])
    cuts = [(Play(10, 10, 10), Play(10, 10, 10))]
    assert lay_out([item(20, 20, 20)], 24, None) is None
    lines = lay_out([Timing(long.steps, long.whole, tuple(cuts))], 24, None)
    assert [line.part for line in lines if line.kind is ItemKind.EXERCISE] == [1, 2]


def test_lunch_comes_in_its_window_and_serves_as_a_pause():
    lines = lay_out([item(6, 10, 16)] * 5, 72, (24, 48))
    before = next(i for i, line in enumerate(lines) if line.kind is ItemKind.LUNCH)
    assert 24 <= sum(lengths(lines)[:before]) <= 48
    assert 6 <= lines[before].marks <= 9


def test_when_there_is_too_little_work_before_lunch_the_spare_time_comes_there():
    lines = lay_out([item(3, 3, 3), item(3, 3, 3)], 60, (30, 48))
    assert kinds(lines)[:3] == ["exercise", "buffer", "lunch"]


plays = st.tuples(st.integers(1, 12), st.integers(0, 4), st.integers(0, 5)).map(
    lambda parts: Play(parts[0], parts[0] + parts[1], sum(parts))
)


@st.composite
def timings(draw):
    cut = draw(st.booleans())
    if not cut:
        play = draw(plays)
        return Timing((Minutes(1, 1, 1),), play, ())
    one, two = draw(plays), draw(plays)
    whole = Play(one.least + two.least, one.typical + two.typical, one.most + two.most)
    return Timing((Minutes(1, 1, 1),) * 2, whole, ((one, two),))


@settings(deadline=None, max_examples=150)
@given(
    items=st.lists(timings(), min_size=1, max_size=7),
    marks=st.integers(6, 90),
    lunch=st.none() | st.integers(0, 30).map(lambda first: (first, first + 24)),
)
def test_every_layout_adds_up_and_pauses_in_time(items, marks, lunch):
    lines = lay_out(items, marks, lunch)
    frontier = START
    for each in items:
        frontier = extend(frontier, each, lunch)
    end = ends(frontier, lunch)
    assert (lines is not None) == (end is not None and end <= marks)
    if lines is None:
        return
    assert sum(line.marks for line in lines) == marks
    assert [line.item for line in lines if line.part < 2 and line.item >= 0] == [*range(len(items))]
    work = at = 0
    for line in lines:
        if line.kind in PAUSES:
            work = 0
        elif line.kind is ItemKind.EXERCISE:
            work += line.marks
        assert work <= WORK
        if line.kind is ItemKind.LUNCH:
            assert lunch[0] <= at <= lunch[1]
        at += line.marks
    assert lines[0].kind not in PAUSES
    assert lines[-1].kind not in PAUSES
    assert kinds(lines).count("lunch") == (lunch is not None)
    for one, two in pairwise(lines):
        assert not (one.kind in PAUSES and two.kind in PAUSES)
    for line in lines:
        if line.kind is ItemKind.BREAK:
            assert 2 <= line.marks <= 3
        if line.kind is ItemKind.EXERCISE:
            timing = items[line.item]
            play = timing.cuts[0][line.part - 1] if line.part else timing.whole
            assert play.least <= line.marks <= play.most
