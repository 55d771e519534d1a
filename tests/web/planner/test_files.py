"""What is fetched is what `spark plan` writes, and a renderer that breaks breaks only its own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import Result

from spark_tools.i18n import speaking
from spark_tools.model import Document, DocumentRenderer, FaultError, Look, SessionPlan
from spark_tools.web.planner.files import (
    all_files,
    calendar_path,
    file_name,
    one_file,
    plan_documents,
)
from spark_tools.web.planner.form import PlanForm
from spark_tools.web.toolbox import Toolbox

Spark = Callable[..., Result]


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def with_renderer(toolbox: Toolbox, renderer: DocumentRenderer) -> Toolbox:
    return evolve(toolbox, renderers={**toolbox.renderers, renderer.format: renderer})


def broken(name: str, only: str = "") -> DocumentRenderer:
    """A renderer that falls over every document, or those whose title begins like this."""

    def draw(document: Document, look: Look) -> bytes:
        if document.title.startswith(only):
            raise ZeroDivisionError(document.workplace)
        return document.title.encode()

    return DocumentRenderer(name, name, name.upper(), draw)


@pytest.fixture(scope="module")
def word(toolbox: Toolbox, plan: SessionPlan) -> bytes:
    return all_files(plan, toolbox, ["docx"])


def test_the_zip_is_a_course_folder_that_spark_goes_on_with(
    word: bytes, tmp_path: Path, invoke: Spark
) -> None:
    for name, content in unpacked(word).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    planned = invoke("plan", str(tmp_path), "--format", "docx,ics")

    assert planned.exit_code == 0, planned.output
    assert "Kept" not in planned.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_zip_has_the_calendar_the_brief_and_the_plan_as_well(word: bytes) -> None:
    names = set(unpacked(word))

    assert {"course.toml", "plan.json", "moeder.ics", "forloebsplan.docx"} <= names
    assert "meeting-1/drejebog.docx" in names
    assert not [name for name in names if "MISSING" in name]


def test_the_same_plan_gives_the_same_bytes(
    word: bytes, plan: SessionPlan, toolbox: Toolbox
) -> None:
    assert all_files(plan, toolbox, ["docx"]) == word


def test_nothing_in_the_zip_tells_of_a_machine_or_a_time(word: bytes) -> None:
    with zipfile.ZipFile(BytesIO(word)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.extra == b""


def test_without_dates_there_is_no_calendar(
    toolbox: Toolbox, compose: Any, course: PlanForm
) -> None:
    undated = compose(evolve(course, meetings=()))

    assert calendar_path(undated, toolbox) == ""
    assert "moeder.ics" not in unpacked(all_files(undated, toolbox, ["md"]))


def test_one_file_is_the_one_in_the_zip(word: bytes, plan: SessionPlan, toolbox: Toolbox) -> None:
    for path in ("meeting-1/drejebog.docx", "moeder.ics", "course.toml"):
        assert one_file(plan, toolbox, path) == unpacked(word)[path]


@pytest.mark.parametrize("path", ["", "x", "../course.toml", "drejebog.docx", "plan.json", "."])
def test_what_is_not_in_the_plan_is_not_given(
    path: str, plan: SessionPlan, toolbox: Toolbox
) -> None:
    assert one_file(plan, toolbox, path) is None


def test_a_file_is_called_after_its_workplace(plan: SessionPlan) -> None:
    assert file_name(plan, "meeting-1/drejebog.docx") == (
        "plejecenter-lindehaven-meeting-1-drejebog.docx"
    )
    nameless = evolve(plan, brief=evolve(plan.brief, workplace="***"))
    assert file_name(nameless, "course.toml") == "course.toml"


def test_large_print_and_posters_are_drawn_where_they_are_asked_for(
    toolbox: Toolbox, compose: Any, course: PlanForm, plan: SessionPlan
) -> None:
    large = compose(evolve(course, look="large-print", posters="yes"))
    path = "meeting-1/drejebog.docx"

    assert one_file(large, toolbox, path) != one_file(plan, toolbox, path)
    assert any(each.meeting and "planche" in each.name for each in plan_documents(large, toolbox))


def test_a_renderer_that_breaks_leaves_the_other_format_whole(
    plan: SessionPlan, toolbox: Toolbox
) -> None:
    files = unpacked(all_files(plan, with_renderer(toolbox, broken("pdf")), ["md", "pdf"]))
    told = files["MISSING.txt"].decode()

    assert "forloebsplan.md" in files
    assert not [name for name in files if name.endswith(".pdf")]
    assert "- forloebsplan.pdf" in told
    assert "- meeting-3/drejebog.pdf" in told
    assert "Lindehaven" not in told


def test_only_what_cannot_be_drawn_is_missing(plan: SessionPlan, toolbox: Toolbox) -> None:
    picky = with_renderer(toolbox, broken("pdf", only="Drejebog"))
    with speaking("da"):
        files = unpacked(all_files(plan, picky, ["pdf"]))

    assert files["forloebsplan.pdf"] == b"Forl\xc3\xb8bsplan"
    assert [line for line in files["MANGLER.txt"].decode().splitlines() if line[:2] == "- "] == [
        "- meeting-1/drejebog.pdf",
        "- meeting-2/drejebog.pdf",
        "- meeting-3/drejebog.pdf",
    ]


def test_a_format_that_is_not_ready_is_missing_too(plan: SessionPlan, toolbox: Toolbox) -> None:
    unready = evolve(broken("pdf"), missing=lambda look: "install it")
    files = unpacked(all_files(plan, with_renderer(toolbox, unready), ["md", "pdf"]))

    assert "- forloebsplan.pdf" in files["MISSING.txt"].decode()
    assert one_file(plan, with_renderer(toolbox, unready), "forloebsplan.pdf") is None


def test_where_nothing_can_be_drawn_there_is_no_zip(plan: SessionPlan, toolbox: Toolbox) -> None:
    undated = evolve(plan, meetings=tuple(evolve(each, date=None) for each in plan.meetings))
    with pytest.raises(ZeroDivisionError):
        all_files(undated, with_renderer(toolbox, broken("pdf")), ["pdf"])
    with pytest.raises(ZeroDivisionError):
        one_file(plan, with_renderer(toolbox, broken("pdf")), "forloebsplan.pdf")


def test_an_unknown_format_is_a_fault(plan: SessionPlan, toolbox: Toolbox) -> None:
    with pytest.raises(FaultError, match="There is no format “exe”"):
        all_files(plan, toolbox, ["docx", "exe"])
