"""The suite and the fixtures, as an author meets them: in a run of pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from spark_tools.testing import PluginSuite
from spark_tools.testing.rules import ALL
from tests.testing.bad_plugins import content

TESTS = """\
from pathlib import Path

from spark_tools.testing import PluginSuite

PLUGIN = {plugin}


class TestNoise(PluginSuite):
    plugin = PLUGIN


def test_it_is_there(library):
    assert library.exercise("noise").title == "Støjkort"


def test_it_comes_when_it_is_wished_for(compose):
    plan = compose("støjkort", participants=7)
    assert "noise" in [each.id for meeting in plan.meetings for each in meeting.exercises]


def test_what_is_written_comes_back(collect):
    written = {{"sheet.where": "Ved døren"}}
    assert collect("noise", written).answers == written


def test_it_is_drawn(compose, draw):
    assert any("stoejkort" in path for path in draw(compose("noise"), "md"))
"""


def pytest_run(tests: str, folder: Path) -> str:
    (folder / "test_noise.py").write_text(tests, encoding="utf-8")
    alone = {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTEST_PLUGINS": "spark_tools.testing.fixtures",
    }
    command = (sys.executable, "-m", "pytest", "-q", "test_noise.py")
    environment = {**os.environ, **alone}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return ran.stdout + ran.stderr


def test_a_good_plugin_passes_whole(tmp_path: Path) -> None:
    path = content()(tmp_path)

    said = pytest_run(TESTS.format(plugin=f"Path({str(path)!r})"), tmp_path)

    assert f"{len(ALL) + 4} passed" in said


def test_a_bad_one_is_told_what_is_wrong_without_a_traceback(tmp_path: Path) -> None:
    path = content("{{ workplace.name }}", "{{ workplace.nam }}")(tmp_path)

    said = pytest_run(TESTS.format(plugin=f"Path({str(path)!r})"), tmp_path)

    assert 'noise.toml:9: there is no variable {{ workplace.nam }}. Did you mean "workplace' in said
    assert "Traceback" not in said
    assert "library.py" not in said
    assert "1 failed, 10 passed, 4 errors" in said


def test_a_plugin_that_is_not_installed_is_told_how_to_be(tmp_path: Path) -> None:
    said = pytest_run(TESTS.format(plugin='"noise"'), tmp_path)

    assert 'no plugin called "noise" is installed' in said
    assert "python -m pip install -e ." in said


def test_it_must_be_said_which_plugin_is_tested(tmp_path: Path) -> None:
    said = pytest_run("def test_it(library):\n    pass\n", tmp_path)

    assert 'say which plugin is tested: PLUGIN = "fishbone"' in said


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.__name__)
def test_the_suite_has_a_test_for_each_rule(rule: object) -> None:
    tests = [each for name, each in vars(PluginSuite).items() if name.startswith("test_")]
    asked = {name for test in tests for name in test.__code__.co_names}

    assert rule.__name__ in asked
