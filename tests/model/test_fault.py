"""A fault is one message on one line, whatever a file is called."""

from __future__ import annotations

import pytest

from spark_tools.model import Fault


def test_a_fault_says_where_it_is_and_what_is_wrong() -> None:
    assert str(Fault("a key is missing", "course.toml", 3)) == "course.toml:3: a key is missing"
    assert str(Fault("say which course")) == "say which course"


@pytest.mark.parametrize(
    "name", ["to\nlinjer.docx", "r\x1b[31md.docx", "r\x9b31md.docx", "bag\u202eom.docx"]
)
def test_a_files_name_neither_breaks_the_line_nor_steers_the_terminal(name: str) -> None:
    said = str(Fault("it is empty", name))

    assert said.isprintable()
    assert said.endswith(".docx: it is empty")
    assert "\N{REPLACEMENT CHARACTER}" in said
