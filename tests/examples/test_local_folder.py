"""A consultant's own folder: TOML, a picture and a look, and no Python."""

from __future__ import annotations

import re
import runpy
import shlex
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from spark_tools import Library, SessionPlan
from spark_tools.document.tool import tool_documents
from spark_tools.render import pdf
from spark_tools.testing import (
    PluginSuite,
    Toolbox,
    handout_text,
    lix,
    participants_text,
)

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "examples" / "local_folder"
COMMANDS = re.findall(r"^spark .*$", (PLUGIN / "README.md").read_text("utf-8"), re.MULTILINE)
EVERYDAY = 40


class TestLocalFolder(PluginSuite):
    plugin = PLUGIN


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Callable[..., Result]
) -> Callable[[str], str]:
    """Run a command of the README where its paths lie; give what it says."""
    monkeypatch.setenv("SPARK_LANG", "da")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)

    def do(command: str) -> str:
        result = invoke(*shlex.split(command)[1:])
        assert result.exit_code == 0, result.output
        return result.output

    return do


def test_every_command_of_the_readme_works(run: Callable[[str], str], tmp_path: Path) -> None:
    checked, shown, planned = map(run, COMMANDS)

    assert "uden fejl" in checked
    assert "Arbejdsark: Følg overleveringen" in shown
    assert "Følg overleveringen" in planned
    for suffix in ("docx", "pdf"):
        sheet = f"min-eftermiddag/meeting-1/arbejdsark-foelg-overleveringen.{suffix}"
        assert (tmp_path / sheet).is_file()


def test_the_afternoon_holds_the_exercise_and_what_a_meeting_needs(
    compose: Callable[..., SessionPlan],
) -> None:
    for people in (4, 12, 40):
        course = compose(course_type="temaeftermiddag", themes=["vagtskifte"], participants=people)
        assert [each.id for each in course.meetings[0].exercises] == [
            "check-in",
            "handover-map",
            "try-out-actions",
            "learning-and-evaluation",
            "check-out",
        ]


def test_what_is_made_for_cooperation_is_there_too(library: Library) -> None:
    assert "handover" in library.exercise("speaking-listening-positions").themes


def test_participants_read_everyday_danish(library: Library) -> None:
    exercise = library.exercise("handover-map")
    for text in (participants_text(exercise), *map(handout_text, exercise.handouts)):
        assert lix(text) <= EVERYDAY


@pytest.mark.parametrize("name", ["house", "plum"])
def test_the_sheet_is_one_page_in_either_look(name: str, tested: Toolbox) -> None:
    pytest.importorskip("typst")
    exercise = tested.library.exercise("handover-map")
    _, sheet = tool_documents(exercise, "da")
    drawn = pdf.draw(sheet.document, tested.plugins.look(name=name))
    assert len(PdfReader(BytesIO(drawn)).pages) == 1


def test_the_word_file_of_the_look_is_the_one_its_measures_make() -> None:
    look = PLUGIN / "looks" / "plum"
    house = runpy.run_path(str(ROOT / "templates" / "make_house.py"))["house"]
    assert (look / "word" / "house.docx").read_bytes() == house(look)
