"""What the manual says of texts is all there is."""

from __future__ import annotations

import re
from pathlib import Path

from spark_tools import VARIABLES, Function

PAGE = (Path(__file__).parents[2] / "docs/plugins/content-format.md").read_text("utf-8")


def first_column(heading: str) -> list[str]:
    section = PAGE.split(heading, 1)[1].split("\n#", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.M)


def test_every_variable_is_explained() -> None:
    assert first_column("### Variables") == list(VARIABLES)


def test_every_function_is_explained() -> None:
    assert first_column("## What an exercise does") == list(Function)
