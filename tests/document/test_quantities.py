import pytest

from spark_tools.document.quantities import Headcount, headcount, merged, needed
from spark_tools.i18n import words
from spark_tools.model import Brief, Copies, Material, Per

DANISH = words("document", "da")
PEOPLE = Headcount(participants=5, groups=2, committees=1)


def line(what: str, per: Per, count: int, people: Headcount = PEOPLE) -> str:
    return needed(Material(what, Copies(per, count)), people).sentence(DANISH)


@pytest.mark.parametrize(
    ("per", "count", "expected"),
    [
        (Per.GROUP, 1, "Ark: 2 stk. (1 pr. gruppe)"),
        (Per.PERSON, 5, "Ark: 25 stk. (5 pr. person)"),
        (Per.COMMITTEE, 2, "Ark: 2 stk."),
        (Per.MEETING, 3, "Ark: 3 stk."),
        (Per.MEETING, 1, "Ark"),
    ],
)
def test_materials_are_counted_for_this_group(per, count, expected):
    assert line("ark", per, count) == expected


def test_an_exercise_without_groups_counts_as_one_group():
    people = headcount(Brief("A", "b", (), 7, committees=2), ())
    assert people == Headcount(participants=7, groups=1, committees=2)


def test_what_is_used_up_adds_up_over_the_meeting():
    sheets = [
        needed(Material("Sedler", Copies(Per.PERSON, 5)), PEOPLE),
        needed(Material("sedler", Copies(Per.PERSON, 3)), PEOPLE),
    ]
    assert [thing.sentence(DANISH) for thing in merged(sheets)] == [
        "Sedler: 40 stk. (8 pr. person)"
    ]


def test_pens_and_clocks_are_used_again():
    pens = [needed(Material("kuglepen", Copies(Per.PERSON)), PEOPLE)] * 3
    clocks = [needed(Material("ur", Copies(Per.MEETING)), PEOPLE)] * 2
    assert [thing.sentence(DANISH) for thing in merged([*pens, *clocks])] == [
        "Kuglepen: 5 stk. (1 pr. person)",
        "Ur",
    ]


def test_a_pen_each_is_enough_when_a_group_also_needs_two():
    pens = [
        needed(Material("Tuscher", Copies(Per.GROUP, 2)), PEOPLE),
        needed(Material("tuscher", Copies(Per.PERSON)), PEOPLE),
    ]
    assert [thing.sentence(DANISH) for thing in merged(pens)] == ["Tuscher: 5 stk. (1 pr. person)"]


def test_a_sum_over_different_groups_gives_no_rate():
    few, many = PEOPLE, Headcount(participants=5, groups=3, committees=1)
    sheets = [needed(Material("Ark", Copies(Per.GROUP)), people) for people in (few, many, few)]
    assert [thing.sentence(DANISH) for thing in merged(sheets)] == ["Ark: 7 stk."]


def test_the_order_of_first_mention_is_kept():
    things = [needed(Material(what, Copies(Per.GROUP, 2)), PEOPLE) for what in ("b", "a", "B", "c")]
    assert [thing.what for thing in merged(things)] == ["b", "a", "c"]
