"""The package as somebody installs it, far from the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))


def run(*command: str | Path, folder: Path) -> str:
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_every_path_to_be_packed_exists() -> None:
    for path in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        assert (ROOT / path / "__init__.py").is_file(), path


def test_every_bundled_plugin_is_packed_and_announced() -> None:
    packed = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    announced = PROJECT["project"]["entry-points"]["spark_tools"]
    for plugin in PLUGINS:
        package = f"spark_tools_{plugin.name}"
        assert f"plugins/{plugin.name}/{package}" in packed
        assert package in announced.values()


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_announces_itself_as_the_bundle_does(plugin: Path) -> None:
    own = tomllib.loads((plugin / "pyproject.toml").read_text())
    announced = PROJECT["project"]["entry-points"]["spark_tools"]

    for name, module in own["project"]["entry-points"]["spark_tools"].items():
        assert announced[name] == module
    assert (plugin / "README.md").is_file()
    assert list((plugin / "tests").glob("test_*.py"))


def test_a_wheel_plans_a_course_in_a_fresh_environment(tmp_path: Path) -> None:
    run(
        *(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"),
        *("-w", tmp_path, ROOT),
        folder=tmp_path,
    )
    [wheel] = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for source in (*ROOT.glob("plugins/*/spark_tools_*/**/*"), *ROOT.glob("templates/*/**/*")):
        if source.is_file() and "__pycache__" not in source.parts:
            parts = source.relative_to(ROOT).parts
            packed = "/".join(parts[2 if parts[0] == "plugins" else 1 :])
            assert packed in names

    venv.create(tmp_path / "env", with_pip=True, symlinks=True)
    python = tmp_path / "env/bin/python"
    pip = (python, "-m", "pip", "install", "-q", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements/run.txt", folder=tmp_path)
    run(*pip, "--no-deps", wheel, folder=tmp_path)
    run(
        *(tmp_path / "env/bin/spark", "plan", "--course-type", "individual"),
        *("--theme", "samarbejde", "--workplace", "Lindehaven", "--participants", "5"),
        *("-o", "course"),
        folder=tmp_path,
    )

    plan = json.loads((tmp_path / "course/plan.json").read_text())
    assert {file["format"] for file in plan["files"]} == {"docx", "pdf"}
    for file in plan["files"]:
        assert (tmp_path / "course" / file["path"]).stat().st_size > 1000
