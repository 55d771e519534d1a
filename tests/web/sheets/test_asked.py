from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.i18n import words
from spark_tools.web.sheets.asked import Row, actions_from, rows_from, rows_of
from spark_tools.web.sheets.bounds import LONGEST, MOST_ACTIONS
from spark_tools.web.sheets.view import ActionLine

ENGLISH = words("web", "en")
LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


def test_what_is_typed_becomes_actions() -> None:
    typed = {"what-1": "Sig godmorgen", "who-1": "Mona", "review-1": "3.3.2027", "what-4": "Ring"}

    rows = rows_from(typed, ENGLISH)

    assert actions_from(rows) == (
        ActionLine("Sig godmorgen", "Mona", datetime.date(2027, 3, 3)),
        ActionLine("Ring"),
    )


def test_a_day_stands_as_people_type_it() -> None:
    first, empty = rows_of([ActionLine("Ring", "Mona", datetime.date(2027, 3, 3))])

    assert first == Row("Ring", "Mona", "3.3.2027")
    assert empty == Row()


def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost() -> None:
    (row,) = rows_from({"who-2": "Mona", "review-2": "snart"}, ENGLISH)

    assert row.faults == {"what": "Write what you agreed.", "review": "Write the day as 3.2.2027."}
    assert (row.who, row.review) == ("Mona", "snart")


def test_a_row_that_is_emptied_is_gone_although_it_is_known_whose_it_was() -> None:
    assert rows_from({"what-1": " ", "whose-1": "Linde"}, ENGLISH) == ()


def test_a_value_without_end_is_cut() -> None:
    (row,) = rows_from({"what-1": "a" * 100_000}, ENGLISH)

    assert len(row.what) == LONGEST["what"]


def test_rows_beyond_the_most_there_can_be_are_left_out() -> None:
    assert rows_from({f"what-{MOST_ACTIONS + 1}": "Ring"}, ENGLISH) == ()


@given(
    st.lists(
        st.builds(ActionLine, LINE, LINE, st.none() | st.dates(datetime.date(2000, 1, 1)), LINE),
        max_size=5,
    )
)
def test_actions_stand_in_the_form_as_they_are(actions: list[ActionLine]) -> None:
    typed = {
        f"{name}-{number}": getattr(row, name)
        for number, row in enumerate(rows_of(actions), start=1)
        for name in LONGEST
    }

    assert actions_from(rows_from(typed, ENGLISH)) == tuple(actions)
