"""Minutes of exercises and steps in a given room."""

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.compose.minutes import MARK, Play, share, timing
from spark_tools.model import Form, Minutes, Prose, Step


def test_a_step_in_groups_takes_longer_by_the_largest_group(make):
    step = Step("a", "A", Form.GROUPS, Minutes(5, 6, 10, per_person=2), Prose("Tal."))
    timed = timing(make.exercise("x", steps=(step,)), 9, (5, 4))
    assert timed.steps == (Minutes(15, 16, 20),)


def test_a_step_in_plenary_takes_longer_by_everybody_and_by_every_group(make):
    step = Step("a", "A", Form.PLENARY, Minutes(5, 6, 10, 1, 3), Prose("Tal."))
    timed = timing(make.exercise("x", steps=(step,)), 9, (5, 4))
    assert timed.steps == (Minutes(20, 21, 25),)


def test_an_exercise_without_a_mark_in_its_range_is_lengthened_to_the_next(make):
    exercise = make.exercise("x", minutes=(11, 12, 13))
    timed = timing(exercise, 6, (6,))
    assert timed.whole == Play(3, 3, 3)
    assert [step.minutes for step in share(exercise, timed, 0, 1, 15)] == [13]


def test_what_is_over_is_shared_in_proportion_to_what_each_step_can_take(make):
    steps = (make.step(5, 10, 20), make.step(5, 10, 15), make.step(5, 10, 10))
    exercise = make.exercise("x", steps=steps)
    timed = timing(exercise, 6, (6,))
    assert [step.minutes for step in share(exercise, timed, 0, 3, 36)] == [14, 12, 10]


ranges = st.tuples(st.integers(0, 30), st.integers(0, 10), st.integers(0, 15)).map(
    lambda parts: (parts[0], parts[0] + parts[1], sum(parts))
)


@given(data=st.data(), minutes=st.lists(ranges, min_size=1, max_size=6))
def test_steps_keep_within_their_range_and_fill_the_item(make, data, minutes):
    steps = tuple(make.step(*each) for each in minutes)
    exercise = make.exercise("x", steps=steps)
    timed = timing(exercise, 6, (6,))
    marks = data.draw(st.integers(timed.whole.least, timed.whole.most))
    shared = share(exercise, timed, 0, len(steps), marks * MARK)
    assert [each.step for each in shared] == list(steps)
    for each, (least, _, most) in zip(shared, minutes, strict=True):
        assert least <= each.minutes <= most
    over = marks * MARK - sum(each.minutes for each in shared)
    assert over == 0 or (over <= 5 and all(e.minutes == e.step.minutes.max for e in shared))
