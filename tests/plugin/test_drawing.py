"""Whose fault it is that something cannot be drawn."""

from pathlib import Path

from spark_tools.plugin.candidate import LoadedPlugin
from spark_tools.plugin.drawing import guilty
from spark_tools.plugin.trace import homes_of


def test_of_two_plugins_in_one_package_the_closest_is_blamed(tmp_path: Path) -> None:
    (tmp_path / "pair").mkdir()
    files = {name: tmp_path / "pair" / f"{name}.py" for name in ("__init__", "one", "two", "aid")}
    for path in files.values():
        path.write_text("")
    homes = {
        name: homes_of(LoadedPlugin(name, "pair", "1.0", "entry point", files[name]))
        for name in ("two", "one")
    }

    def blamed(file: Path) -> str:
        return guilty(SyntaxError("?", (str(file), 1, 1, "")), {}, homes)[0]

    assert blamed(files["one"]) == "one"
    assert blamed(files["two"]) == "two"
    assert blamed(files["aid"]) in homes
    assert blamed(tmp_path / "other.py") == ""
