from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.web.meant import perhaps_meant
from spark_tools.web.toolbox import Toolbox


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("siden", ["since-last-time-long", "since-last-time"]),
        ("proevehandelinger", ["try-out-actions"]),
        ("check", ["check-in", "check-out"]),
        ("xylofon", []),
        ("", []),
        ("!?", []),
    ],
)
def test_a_name_may_mean_what_it_begins_or_looks_like(
    toolbox: Toolbox, name: str, meant: list[str]
) -> None:
    found = {each.id for each in perhaps_meant(name, toolbox.library.exercises)}

    assert found == set(meant)


@given(st.text(max_size=30))
def test_any_name_means_some_of_what_there_is(toolbox: Toolbox, name: str) -> None:
    assert set(perhaps_meant(name, toolbox.library.themes)) <= set(toolbox.library.themes)
