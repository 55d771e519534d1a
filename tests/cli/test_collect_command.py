"""What comes back is read, told and written, and one bad file stops none of the others."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
import zipfile
from pathlib import Path

import click
import pytest

from spark_tools.cli import collect_command

STEPS = "meeting-1/arbejdsark-naeste-skridt.docx"
CARD = "meeting-2/arbejdsark-proevehandlinger.docx"
KEY = "next-steps-sheet.steps"
BOARD = {f"{KEY}.1.what": "Tavlemøde", f"{KEY}.1.who": "AMR", f"{KEY}.1.by": "2027-03-03"}


@pytest.fixture
def course(courses: Path) -> Path:
    return courses / "lindehaven"


def logbook(course: Path) -> dict:
    return tomllib.loads((course / "logbook.toml").read_text(encoding="utf-8"))


def test_one_sheet_is_told_value_by_value_and_written(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD, "2027-02-04T10:12:00Z")
    result = spark("collect", str(sheet))

    assert result.exit_code == 0, result.output
    assert "Det gør vi, række 1: Tavlemøde" in result.stdout
    assert "3\N{NO-BREAK SPACE}March 2027" in result.stdout
    assert "Left blank: " in result.stdout
    assert f"Next: spark plan {course}" in result.stdout
    written = logbook(course)
    [action] = written["actions"]
    assert (action["what"], action["who"], action["state"]) == ("Tavlemøde", "AMR", "agreed")
    assert written["sheets"][0]["file"] == "skridt.docx"
    assert written["course"] == json.loads((course / "plan.json").read_bytes())["course"]


def test_a_day_without_its_year_is_that_near_the_meeting_and_is_told(spark, course, send) -> None:
    answers = {**BOARD, f"{KEY}.1.by": "3. marts"}
    result = spark("collect", str(send(course / STEPS, course / "inbox" / "en.docx", answers)))

    assert "3\N{NO-BREAK SPACE}March 2027  [the year was not written: check it]" in result.stdout
    assert logbook(course)["actions"][0]["review"] == datetime.date(2027, 3, 3)


def test_the_same_sheet_twice_changes_nothing(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    spark("collect", str(sheet))
    before = (course / "logbook.toml").read_bytes()
    result = spark("collect", str(sheet))

    assert result.exit_code == 0
    assert "Nothing new for" in result.stdout
    assert (course / "logbook.toml").read_bytes() == before


def test_what_a_person_wrote_in_the_logbook_stays(spark, course, send) -> None:
    spark("collect", str(send(course / STEPS, course / "inbox" / "en.docx", BOARD)))
    path = course / "logbook.toml"
    edited = path.read_text(encoding="utf-8").replace(
        'who = "AMR"\n', 'who = "Kim"  # har overtaget\n', 1
    )
    path.write_text(edited, encoding="utf-8")
    spark(
        "collect",
        str(send(course / CARD, course / "inbox" / "to.docx", {"action-card.what": "Ro"})),
    )

    assert 'who = "Kim"  # har overtaget\n' in path.read_text(encoding="utf-8")
    assert [action["what"] for action in logbook(course)["actions"]] == ["Tavlemøde", "Ro"]


def test_a_folder_stands_for_the_sheets_in_it(spark, course, send) -> None:
    send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    (course / "inbox" / "~$skridt.docx").write_bytes(b"lock")
    (course / "inbox" / "notes.txt").write_text("x")

    assert spark("collect", str(course / "inbox")).exit_code == 0
    assert len(logbook(course)["sheets"]) == 1


def test_folders_in_the_folder_count_too(spark, course, send) -> None:
    send(course / STEPS, course / "inbox" / "uge 5" / "skridt.docx", BOARD)
    send(course / STEPS, course / "inbox" / ".gemt" / "skridt.docx", BOARD)
    result = spark("collect", str(course / "inbox"))

    assert result.exit_code == 0, result.output
    assert len(logbook(course)["sheets"]) == 1


def test_sheets_may_be_filled_in_where_they_lie(spark, course, send) -> None:
    filled = send(course / STEPS, course / "filled.docx", BOARD)
    filled.replace(course / STEPS)
    result = spark("collect", str(course))

    assert result.exit_code == 0, result.output
    assert [entry["file"] for entry in logbook(course)["sheets"]] == [Path(STEPS).name]
    assert "left blank" not in result.stdout


def test_a_course_folder_with_nothing_filled_in_is_one_clear_message(spark, course) -> None:
    result = spark("collect", str(course))

    assert result.exit_code == 1
    assert result.stderr.strip() == f"{course}: there are no filled-in sheets in it"


def test_a_document_that_is_no_sheet_is_one_clear_message(spark, course) -> None:
    result = spark("collect", str(course / "meeting-1" / "drejebog.docx"))

    assert result.exit_code == 1
    assert "drejebog.docx: this is no sheet that the course in " in result.stderr


def test_a_folder_without_sheets_is_one_clear_message(spark, course) -> None:
    (course / "inbox").mkdir()
    result = spark("collect", str(course / "inbox"))

    assert result.exit_code == 1
    assert result.stderr.strip().endswith("inbox: there are no filled-in sheets in it")


def test_one_bad_file_does_not_stop_the_others(spark, course, send) -> None:
    send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    (course / "inbox" / "broken.docx").write_bytes(b"PK\x03\x04")
    (course / "inbox" / "letter.docx").write_bytes(b"Kaere alle")
    result = spark("collect", str(course / "inbox"))

    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 2
    assert "letter.docx: it is not a Word file" in result.stderr
    assert len(logbook(course)["sheets"]) == 1


def test_a_link_that_leads_round_in_a_ring_is_one_clear_message(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    ring = course / "inbox" / "ring.docx"
    try:
        ring.symlink_to(ring.name)
    except OSError:
        pytest.skip("this system makes no links")
    result = spark("collect", str(ring), str(sheet))

    assert result.stderr.strip() == f"{ring}: it cannot be read"
    assert len(logbook(course)["sheets"]) == 1


def test_a_blank_sheet_is_told_and_not_written(spark, course, send) -> None:
    result = spark("collect", str(send(course / STEPS, course / "inbox" / "tom.docx", {})))

    assert result.exit_code == 0
    assert "left blank" in result.stdout
    assert not (course / "logbook.toml").exists()


@pytest.mark.parametrize(
    ("lost", "hint"),
    [
        ("w:tag", "bookmark"),
        ("w:tag|w:bookmarkStart|w:bookmarkEnd", "title"),
        ("w:tag|w:bookmarkStart|w:bookmarkEnd|w:alias", "label"),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_answers_that_have_lost_their_tags_say_how_they_were_found(
    spark, course, send, lost: str, hint: str, alone: bool
) -> None:
    answers = dict([next(iter(BOARD.items()))]) if alone else BOARD
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", answers)
    spoiled = course / "inbox" / "spoiled.docx"
    with zipfile.ZipFile(sheet) as whole, zipfile.ZipFile(spoiled, "w") as written:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content = re.sub(rf"<(?:{lost})\b[^>]*/>".encode(), b"", content)
            written.writestr(name, content)

    said = spark("collect", str(spoiled)).stdout
    if hint == "label":
        assert said.count("  [found by its label: check it]\n") == len(answers)
    elif alone:
        assert f"Tavlemøde  [found by its {hint}]\n" in said
    else:
        assert said.count("found by") == 1
        assert f"    All answers were found by their {hint}s.\n" in said
    assert "found by" not in spark("collect", str(sheet)).stdout


def test_a_dry_run_shows_and_writes_nothing(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    before = sorted(course.rglob("*"))
    result = spark("collect", str(sheet), "--dry-run")

    assert "Tavlemøde" in result.stdout
    assert "Nothing was written." in result.stdout
    assert sorted(course.rglob("*")) == before


def test_a_sheet_of_another_course_is_one_clear_message(spark, courses, send) -> None:
    sheet = send(courses / "lindehaven" / STEPS, courses / "inbox" / "skridt.docx", BOARD)
    result = spark("collect", str(sheet), "--course", str(courses / "faelles"))

    assert result.exit_code == 1
    assert "the sheet belongs to a course that is not here" in result.stderr


def test_a_sheet_that_the_plan_has_no_more_is_one_clear_message(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    plan = json.loads((course / "plan.json").read_bytes())
    (course / "plan.json").write_text(json.dumps({**plan, "forms": []}), encoding="utf-8")
    result = spark("collect", str(sheet))

    assert result.exit_code == 1
    assert "this is no sheet that the course in" in result.stderr


def test_no_course_anywhere_says_what_to_do(spark, courses, send, tmp_path) -> None:
    sheet = send(courses / "lindehaven" / STEPS, tmp_path / "inbox" / "skridt.docx", BOARD)
    result = spark("collect", str(sheet))

    assert result.exit_code == 1
    assert result.stderr.strip() == "say which course the sheets belong to: --course DIR"
    assert "one level down" in spark("collect", str(sheet), "--course", "inbox").stderr


def test_a_faulty_logbook_is_told_with_its_lines_and_left_alone(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    path = course / "logbook.toml"
    path.write_text('[[actions]]\nwhat = "En"\nreview = "2027-03-03"\n', encoding="utf-8")
    result = spark("collect", str(sheet))

    assert result.exit_code == 1
    assert f'{path}:3: "review" must be a date' in result.stderr
    assert path.read_text(encoding="utf-8").count("\n") == 3


def test_another_courses_logbook_is_refused(spark, course, send) -> None:
    sheet = send(course / STEPS, course / "inbox" / "skridt.docx", BOARD)
    (course / "logbook.toml").write_text('course = "another"\n', encoding="utf-8")

    brief = ("--course-type", "individual", "--theme", "samarbejde", "--participants", "5")
    plan = ("plan", *brief, "--workplace", "Lindehaven", "-o", str(course))
    for command in (("collect", str(sheet)), plan):
        result = spark(*command)
        assert result.exit_code == 1
        assert "logbook.toml: this is the logbook of another course" in result.stderr


# Two versions


@pytest.fixture
def versions(course, send) -> tuple[str, ...]:
    """Two versions of one shared sheet that do not say the same."""
    other = {**BOARD, f"{KEY}.1.who": "Kim", f"{KEY}.2.what": "Makkerpar"}
    first = send(course / STEPS, course / "inbox" / "a.docx", BOARD, "2027-02-04T10:12:00Z")
    second = send(course / STEPS, course / "inbox" / "b.docx", other, "2027-02-05T10:12:00Z")
    return str(first), str(second)


def who(course: Path) -> str:
    return logbook(course)["actions"][0]["who"]


def test_a_conflict_is_told_with_both_answers_and_left_undecided(spark, course, versions) -> None:
    result = spark("collect", *versions)

    assert result.exit_code == 1
    assert "“AMR” (a.docx, saved " in result.stderr
    assert "“Kim” (b.docx, saved " in result.stderr
    assert "--prefer newest, first or ask" in result.stderr
    assert who(course) == "AMR"
    assert [action["what"] for action in logbook(course)["actions"]] == ["Tavlemøde", "Makkerpar"]


@pytest.mark.parametrize(
    ("prefer", "stands", "gives_way"), [("newest", "Kim", "AMR"), ("first", "AMR", "Kim")]
)
def test_a_preference_decides_and_nothing_is_lost(
    spark, course, versions, prefer: str, stands: str, gives_way: str
) -> None:
    result = spark("collect", *versions, "--prefer", prefer)

    assert result.exit_code == 0, result.output
    assert who(course) == stands
    [sheet] = logbook(course)["sheets"]
    assert sheet["earlier"] == {"steps.1.who": [gives_way]}
    assert spark("collect", *versions).exit_code == 0


def test_the_person_at_the_keyboard_may_choose(spark, course, versions) -> None:
    result = spark("collect", *versions, "--prefer", "ask", typed="2\n")

    assert result.exit_code == 0, result.output
    assert "  1  “AMR” (a.docx" in result.stdout
    assert who(course) == "Kim"


def test_a_question_that_is_broken_off_leaves_everything_as_it_was(
    spark, course, versions, monkeypatch
) -> None:
    def interrupted(*_words: object, **_options: object) -> None:
        raise click.Abort

    monkeypatch.setattr(collect_command.click, "prompt", interrupted)
    result = spark("collect", *versions, "--prefer", "ask")

    assert result.exit_code == 1
    assert not (course / "logbook.toml").exists()


# Several courses and committees


def test_many_sheets_are_sorted_by_course_and_committee_in_a_table(spark, courses, send) -> None:
    several = courses / "faelles"
    form = next(
        form
        for form in json.loads((several / "plan.json").read_bytes())["forms"]
        if any(field.get("means") == "committee" for field in form["fields"])
        and any(field.get("means") == "what" for field in form["fields"])
    )
    what = next(field["key"] for field in form["fields"] if field.get("means") == "what")
    whose = next(field["key"] for field in form["fields"] if field.get("means") == "committee")
    sheet = sheet_of(several, form)
    inbox = courses / "inbox"
    for number, name in enumerate(("Skovbo", "Engbo", "skovbo ", "Skovbbo", "Engbo")):
        answers = {what: f"Prøve {number}", whose: name}
        send(sheet, inbox / str(number) / "ark.docx", answers)
    send(courses / "lindehaven" / STEPS, inbox / "skridt.docx", BOARD)
    result = spark(
        "collect", *(str(path) for path in sorted(inbox.rglob("*.docx"))), "--course", str(courses)
    )

    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["Lindehaven", "1", "3", "0", "0", "1", "0"] in rows
    assert ["Faelles", "Skovbbo", "1", "1", "0", "0", "1", "0"] in rows
    assert "“Skovbbo” looks like “Skovbo”; they are kept apart" in result.stderr
    entries = logbook(several)["sheets"]
    assert {entry["committee"] for entry in entries} == {"Skovbo", "Engbo", "Skovbbo"}
    assert {entry["file"] for entry in entries} >= {"0/ark.docx", "1/ark.docx", "3/ark.docx"}
    assert (courses / "lindehaven" / "logbook.toml").exists()


def sheet_of(course: Path, form: dict) -> Path:
    """Give the file that is the document of *form*."""
    return next(
        path
        for path in sorted(course.rglob("*.docx"))
        if form["document"].encode() in zipfile.ZipFile(path).read("docProps/core.xml")
    )
