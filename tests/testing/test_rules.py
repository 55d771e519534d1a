"""Each rule catches what it is for, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from spark_tools.testing.rules import ALL
from spark_tools.testing.toolbox import Toolbox, open_toolbox
from tests.testing.bad_plugins import BAD, TRANSLATION, BadPlugin, content


def broken_rules(toolbox: Toolbox) -> dict[str, list[str]]:
    found = {rule.__name__: list(rule(toolbox)) for rule in ALL}
    return {name: said for name, said in found.items() if said}


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name.replace(" ", "-"))
def test_a_bad_plugin_breaks_the_rule_meant_and_no_other(bad: BadPlugin, tmp_path: Path) -> None:
    found = broken_rules(open_toolbox(bad.make(tmp_path)))

    assert list(found) == [bad.rule], found
    assert any(bad.said in said for said in found[bad.rule]), found


def test_every_rule_has_a_bad_plugin() -> None:
    assert {bad.rule for bad in BAD} == {rule.__name__ for rule in ALL}


def test_a_good_plugin_breaks_none(tmp_path: Path) -> None:
    assert broken_rules(open_toolbox(content(translation=TRANSLATION)(tmp_path))) == {}
