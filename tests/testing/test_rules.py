"""Each rule catches what it is for, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from spark_tools.testing.rules import ALL, keeps_to_itself
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


def test_a_plugin_in_a_module_is_watched_in_its_whole_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "inky/__init__.py": "",
        "inky/pen.py": (
            "from pathlib import Path\n\n"
            "def draw(document, look):\n"
            "    Path(__file__).with_name('copy.txt').write_text('-')\n    return b'-'\n"
        ),
        "inky/plugin.py": (
            "from spark_tools import DocumentRenderer, hookimpl\nfrom inky.pen import draw\n\n"
            "@hookimpl\ndef spark_renderers():\n"
            "    return [DocumentRenderer('ink', 'ink', 'Ink', draw)]\n"
        ),
        "inky-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: inky\nVersion: 1.0\n",
        "inky-1.0.dist-info/entry_points.txt": "[spark_tools]\ninky = inky.plugin\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    said = "\n".join(keeps_to_itself(open_toolbox("inky")))

    assert "copy.txt" in said


def test_every_rule_has_a_bad_plugin() -> None:
    assert {bad.rule for bad in BAD} == {rule.__name__ for rule in ALL}


def test_a_good_plugin_breaks_none(tmp_path: Path) -> None:
    assert broken_rules(open_toolbox(content(translation=TRANSLATION)(tmp_path))) == {}
