"""Posters from the command line: drawn on request, left alone otherwise, and collected."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

SHEET = "meeting-2/arbejdsark-siden-sidst.docx"
POSTER = "meeting-2/planche-siden-sidst.docx"
MAP = "meeting-1/planche-perspektivkort.docx"
MAPPING = "arbejdsark-belys-problemstillingen-fra-flere.docx"
KEY = "since-last-time-sheet.actions"
FIRST = {f"{KEY}.1.agreed": "Tavlemøde", f"{KEY}.1.done": "Hver dag i fem minutter"}
SECOND = {f"{KEY}.2.agreed": "Ro ved overlap"}


@pytest.fixture
def planned(spark, course: Path) -> Path:
    """A course that has been planned with posters, as Word files."""
    result = spark("plan", str(course), "--posters", "--format", "docx")
    assert result.exit_code == 0, result.output
    return course.parent


def entries(course: Path) -> list[dict]:
    return tomllib.loads((course / "logbook.toml").read_text(encoding="utf-8"))["sheets"]


def test_posters_are_drawn_on_request_and_listed(planned: Path) -> None:
    listed = json.loads((planned / "plan.json").read_bytes())["files"]
    posters = [file["path"] for file in listed if file["edition"] == "posters"]

    assert POSTER in posters
    assert all((planned / path).is_file() for path in posters)


def test_planning_without_posters_leaves_those_there_are_and_says_so(spark, planned: Path) -> None:
    before = (planned / MAP).read_bytes()
    assert (planned / "meeting-1" / MAPPING).is_file()
    result = spark("plan", str(planned), "--exclude", "perspektiv", "--format", "docx")

    assert result.exit_code == 0, result.output
    assert "poster files as they were: --posters draws them anew" in result.stdout
    assert (planned / MAP).read_bytes() == before
    assert not (planned / "meeting-1" / MAPPING).exists()


def test_with_posters_those_that_belong_to_the_plan_no_more_are_removed(
    spark, planned: Path
) -> None:
    result = spark("plan", str(planned), "--exclude", "perspektiv", "--format", "docx", "--posters")

    assert result.exit_code == 0, result.output
    assert not (planned / MAP).exists()
    assert (planned / POSTER).exists()


def test_a_poster_that_comes_back_is_the_sheet_that_it_enlarges(spark, planned: Path, send) -> None:
    result = spark("collect", str(send(planned / POSTER, planned / "in" / "p.docx", FIRST)))

    assert result.exit_code == 0, result.output
    [entry] = entries(planned)
    assert (entry["sheet"], entry["meeting"]) == ("since-last-time-sheet", 2)
    assert entry["values"] == {key.partition(".")[2]: value for key, value in FIRST.items()}


def test_poster_and_worksheet_filled_in_are_one_sheet(spark, planned: Path, send) -> None:
    send(planned / POSTER, planned / "in" / "planche.docx", FIRST, "2027-03-04T10:00:00Z")
    send(planned / SHEET, planned / "in" / "ark.docx", SECOND, "2027-03-04T11:00:00Z")
    result = spark("collect", str(planned / "in"))

    assert result.exit_code == 0, result.output
    [entry] = entries(planned)
    both = {**FIRST, **SECOND}
    assert entry["values"] == {key.partition(".")[2]: value for key, value in both.items()}


def test_poster_and_worksheet_that_differ_are_for_the_consultant_to_decide(
    spark, planned: Path, send
) -> None:
    send(planned / POSTER, planned / "in" / "planche.docx", FIRST, "2027-03-04T10:00:00Z")
    other = {**FIRST, f"{KEY}.1.agreed": "Morgenmøde"}
    send(planned / SHEET, planned / "in" / "ark.docx", other, "2027-03-04T11:00:00Z")
    result = spark("collect", str(planned / "in"), "--prefer", "newest")

    assert result.exit_code == 0, result.output
    [entry] = entries(planned)
    assert entry["values"]["actions.1.agreed"] == "Morgenmøde"
    assert entry["earlier"] == {"actions.1.agreed": ["Tavlemøde"]}


def test_a_worksheet_that_comes_back_alone_asks_for_no_poster(spark, planned: Path, send) -> None:
    send(planned / SHEET, planned / "in" / "ark.docx", FIRST)
    spark("collect", str(planned / "in"))
    result = spark("log", str(planned))

    assert len(entries(planned)) == 1
    assert "poster" not in result.output.lower()


def test_where_neither_is_filled_in_there_is_nothing_to_collect(spark, planned: Path) -> None:
    result = spark("collect", str(planned / POSTER), str(planned / SHEET))

    assert result.exit_code == 0, result.output
    assert not (planned / "logbook.toml").exists()


def test_one_exercise_gives_its_posters(spark, tmp_path: Path) -> None:
    result = spark("handout", "perspektiv", "--posters", "--format", "docx,html")

    assert result.exit_code == 0, result.output
    posters = sorted(path.name for path in tmp_path.glob("*planche*"))
    assert [Path(name).suffix for name in posters] == [".docx", ".html"]


def test_an_exercise_without_posters_says_so(spark, tmp_path: Path) -> None:
    result = spark("handout", "check-in", "--posters", "--format", "html")

    assert result.exit_code == 0, result.output
    assert "there is no poster" in result.stderr
