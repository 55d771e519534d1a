"""Rules for every test of the house and of the bundled plugins."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

# Timing never decides a test, and continuous integration tries the same examples every time.
settings.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("house")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when a test was skipped on a machine that should have what it needs."""
    if os.environ.get("SPARK_TESTS_NO_SKIP") != "1":
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped:
        reporter.write_line(f"{len(skipped)} tests were skipped, and none may be", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test that needs a program which is not installed."""
    for mark in item.iter_markers("needs"):
        if not shutil.which(mark.args[0]):
            pytest.skip(f"{mark.args[0]} is not installed")


@pytest.fixture(scope="session", autouse=True)
def _read_content_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what content holds for this run alone, so that it is read from the files once."""
    os.environ["SPARK_TOOLS_CACHE"] = str(tmp_path_factory.mktemp("kept"))


@pytest.fixture(autouse=True)
def _english_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let messages be English, whatever the machine's language, unless a test says otherwise."""
    monkeypatch.setenv("SPARK_LANG", "en")
