"""Groups: as few as keep within the size, and as even as can be."""

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.compose.groups import group_sizes
from spark_tools.model import Grouping, GroupSize


def test_five_people_in_groups_of_three_to_six_stay_together():
    assert group_sizes(5, GroupSize(3, 6)) == (5,)


def test_seven_people_in_groups_of_three_to_six_become_four_and_three():
    assert group_sizes(7, GroupSize(3, 6)) == (4, 3)


def test_fewer_people_than_a_group_are_one_group():
    assert group_sizes(2, GroupSize(4, 6)) == (2,)


def test_without_a_size_everybody_is_one_group():
    assert group_sizes(40, None) == (40,)


def test_committees_sit_at_their_own_tables():
    groups = group_sizes(17, GroupSize(3, 6), committees=4, grouping=Grouping.COMMITTEE)
    assert groups == (5, 4, 4, 4)


def test_a_committee_too_large_for_one_table_takes_two():
    groups = group_sizes(20, GroupSize(3, 6), committees=2, grouping=Grouping.COMMITTEE)
    assert groups == (5, 5, 5, 5)


sizes = st.integers(1, 8).flatmap(
    lambda least: st.builds(GroupSize, st.just(least), st.integers(least, 12))
)


@given(
    participants=st.integers(1, 200),
    size=sizes,
    committees=st.integers(1, 35),
    grouping=st.sampled_from(Grouping),
)
def test_everybody_has_a_seat_and_no_group_is_too_large(participants, size, committees, grouping):
    groups = group_sizes(participants, size, committees=committees, grouping=grouping)
    assert sum(groups) == participants
    assert max(groups) <= size.max
    assert min(groups) >= 1
    assert list(groups) == sorted(groups, reverse=True)


@given(participants=st.integers(1, 200), size=sizes)
def test_mixed_groups_are_even_and_as_few_as_can_be(participants, size):
    groups = group_sizes(participants, size)
    assert groups[0] - groups[-1] <= 1
    assert (len(groups) - 1) * size.max < participants
