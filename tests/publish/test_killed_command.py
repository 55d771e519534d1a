"""``spark plan`` in a course folder, killed on the way."""

from __future__ import annotations

import os
import shutil
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from spark_tools.cli.app import group
from spark_tools.publish.work import finish

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes to kill")

BRIEF = """\
format = 1
workplace = "Lindehaven"
course_type = "individual"
themes = ["cooperation"]
participants = {participants}
"""


def plan(folder: Path) -> None:
    result = CliRunner().invoke(group(), ("plan", str(folder), "--format", "md,ics"))
    assert result.exit_code == 0, result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course folder whose brief has changed since it was planned."""
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "course.toml").write_text(BRIEF.format(participants=5))
    plan(folder)
    (folder / "course.toml").write_text(BRIEF.format(participants=60) + "[[meetings]]\n" * 2)
    return folder


def test_a_plan_that_is_killed_is_as_good_as_not_begun_or_done(
    folder: Path, tmp_path: Path, killed, snapshot
) -> None:
    done = tmp_path / "done"
    shutil.copytree(folder, done)
    plan(done)
    before, after = snapshot(folder), snapshot(done)
    ends = []
    for number in count(1, step=11):
        copy = tmp_path / f"killed-{number}"
        shutil.copytree(folder, copy)
        if not killed(lambda copy=copy: plan(copy), number, after=False):
            break
        finish(copy)
        ends.append(snapshot(copy))
        assert ends[-1] in (before, after)
    assert before in ends
    assert after in ends
    assert len(ends) > 10
