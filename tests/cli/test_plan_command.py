from __future__ import annotations

import json
from pathlib import Path

import pytest

ONE_LINE = (
    *("plan", "--course-type", "individual", "--theme", "samarbejde"),
    *("--workplace", "Kløverskolen", "--participants", "5"),
    *("--date", "2027-02-03", "--date", "2027-03-03", "--date", "2027-04-07"),
)


def minutes_of_day(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def manifest(folder: Path) -> dict:
    return json.loads((folder / "plan.json").read_text(encoding="utf-8"))


def test_one_line_gives_a_whole_course(spark, tmp_path: Path) -> None:
    result = spark(*ONE_LINE, "--format", "docx,md", "-o", "out")

    assert result.exit_code == 0, result.output
    listed = manifest(tmp_path / "out")["files"]
    present = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    assert {file["path"] for file in listed} | {"plan.json", "course.toml"} == present
    assert {file["edition"] for file in listed} == {
        "overview", "guide", "agenda", "worksheets", "interval",
    }  # fmt: skip


def test_after_one_line_the_course_goes_on_from_its_folder(spark, tmp_path: Path) -> None:
    first = spark(*ONE_LINE, "--format", "docx", "-o", "out")
    assert "Next time: spark plan out\n" in first.stdout
    before = manifest(tmp_path / "out")

    assert spark("plan", "out", "--format", "docx").exit_code == 0
    assert manifest(tmp_path / "out") == before


def test_a_course_file_that_is_there_is_left_alone(spark, tmp_path: Path) -> None:
    spark(*ONE_LINE, "--format", "docx", "-o", "out")
    written = (tmp_path / "out" / "course.toml").read_text(encoding="utf-8")
    again = spark(*ONE_LINE, "--participants", "7", "--format", "docx", "-o", "out")

    assert "course.toml is as it was" in again.stderr
    assert (tmp_path / "out" / "course.toml").read_text(encoding="utf-8") == written


def test_the_clock_adds_up_in_every_meeting(spark, tmp_path: Path) -> None:
    spark(*ONE_LINE, "--format", "md", "-o", "out")

    meetings = manifest(tmp_path / "out")["plan"]["meetings"]
    assert [meeting["date"] for meeting in meetings] == ["2027-02-03", "2027-03-03", "2027-04-07"]
    for meeting in meetings:
        now = minutes_of_day(meeting["start"])
        for item in meeting["items"]:
            assert minutes_of_day(item["start"]) == now
            now += item["minutes"]
            assert minutes_of_day(item["end"]) == now
        assert now == minutes_of_day(meeting["end"])
        assert now - minutes_of_day(meeting["start"]) == meeting["minutes"]


def test_the_second_meeting_looks_back_and_the_last_evaluates(spark, tmp_path: Path) -> None:
    spark(*ONE_LINE, "--format", "md", "-o", "out")

    first, second, last = manifest(tmp_path / "out")["plan"]["meetings"]
    in_meeting = lambda meeting: {item.get("exercise") for item in meeting["items"]}  # noqa: E731
    assert "since-last-time" not in in_meeting(first)
    assert "since-last-time" in in_meeting(second)
    assert "learning-and-evaluation" in in_meeting(last)


def test_the_terminal_shows_each_meeting_with_clock_times(spark) -> None:
    shown = spark(*ONE_LINE, "--dry-run").stdout

    assert "Kløverskolen" in shown
    assert "Wednesday 3\N{NO-BREAK SPACE}February 2027" in shown
    assert " 9:00–9:" in shown


def test_a_dry_run_writes_nothing(spark, tmp_path: Path) -> None:
    assert spark(*ONE_LINE, "--dry-run").exit_code == 0
    assert list(tmp_path.iterdir()) == []


def test_explain_says_why_and_what_was_passed_over(spark) -> None:
    shown = spark(*ONE_LINE, "--dry-run", "--explain").stdout

    assert "Why these exercises" in shown
    assert "Passed over" in shown


def test_the_brief_is_read_from_its_folder_and_written_beside(spark, course: Path) -> None:
    result = spark("plan", str(course.parent), "--format", "md")

    assert result.exit_code == 0, result.output
    assert (course.parent / "plan.json").is_file()
    assert (course.parent / "meeting-2").is_dir()


def test_in_a_course_folder_nothing_needs_to_be_named(
    spark, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.parent)

    assert spark("plan", "--format", "md").exit_code == 0
    assert (course.parent / "plan.json").is_file()


def test_no_course_anywhere_is_one_clear_message(spark) -> None:
    result = spark("plan", "--dry-run")

    assert result.exit_code == 1
    assert result.stderr == (
        "no course is named, and there is none here: spark plan DIR, or spark new DIR\n"
    )


def test_options_that_say_a_whole_course_leave_the_brief_here_alone(
    spark, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.parent)
    result = spark(*ONE_LINE, "--dry-run")

    assert "Kløverskolen" in result.stdout


def test_options_override_the_file(spark, course: Path) -> None:
    spark("plan", str(course), "--participants", "7", "--format", "md")

    assert manifest(course.parent)["plan"]["brief"]["participants"] == 7


def test_every_fault_of_a_brief_is_told_at_once_with_its_line(spark, course: Path) -> None:
    words = course.read_text(encoding="utf-8")
    words = words.replace("participants = 5", 'participants = "5"')
    course.write_text(words.replace('"cooperation"', '"coperation"'), encoding="utf-8")

    result = spark("plan", str(course))

    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 2
    assert f"{course}:4:" in lines[0]
    assert "Did you mean" in lines[0]
    assert f"{course}:5:" in lines[1]
    assert not (course.parent / "plan.json").exists()


def test_a_brief_that_cannot_fit_says_by_how_much_and_what_would_help(
    spark, tmp_path: Path
) -> None:
    result = spark(
        *("plan", "--course-type", "full-day", "--theme", "samarbejde", "--workplace", "A"),
        *("--participants", "6", "--minutes", "90"),
        *("--include", "perspective-mapping", "--include", "over-under-standard"),
        *("--include", "try-out-actions", "--include", "speaking-listening-positions"),
        *("--include", "wish-for-change", "-o", "out"),
    )

    assert result.exit_code == 1
    assert "minutes" in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_file_the_user_changed_is_kept_and_named(spark, course: Path) -> None:
    spark("plan", str(course), "--format", "md")
    guide = course.parent / "meeting-1" / "drejebog.md"
    guide.write_text("min egen udgave", encoding="utf-8")

    kept = spark("plan", str(course), "--format", "md")
    assert "drejebog.md" in kept.stderr
    assert guide.read_text(encoding="utf-8") == "min egen udgave"

    spark("plan", str(course), "--format", "md", "--force")
    assert guide.read_text(encoding="utf-8") != "min egen udgave"


def test_the_same_brief_gives_the_same_bytes(spark, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        spark(*ONE_LINE, "--format", "docx,html,md,ics", "-o", folder)

    for path in (tmp_path / "one").rglob("*.*"):
        twin = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert path.read_bytes() == twin.read_bytes(), path.name


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--date", "2027-02-30"), "“2027-02-30” is not a date; write it as 2027-02-03"),
        (("--start", "25:00"), "“25:00” is not a time; write it as 9:00"),
        (("--participants", "five"), "'five' is not a valid integer"),
    ],
)
def test_a_mistyped_option_is_a_usage_error(spark, option: tuple[str, str], words: str) -> None:
    result = spark(*ONE_LINE, *option)

    assert result.exit_code == 2
    assert words in result.stderr


@pytest.mark.parametrize("typed", ["2027-02-03", "3.2.2027", "3-2-2027", "3/2-2027"])
def test_dates_may_be_written_as_danes_write_them(spark, typed: str) -> None:
    words = (*ONE_LINE[:9], "--date", typed, "--date", "2027-03-03", "--dry-run")

    assert "3\N{NO-BREAK SPACE}February 2027" in spark(*words).stdout


def test_an_unknown_format_names_those_there_are(spark) -> None:
    result = spark(*ONE_LINE, "--format", "doc")

    assert result.exit_code == 1
    assert "unknown format “doc”; there is docx, pdf, html, md, ics" in result.stderr


def test_a_plugin_may_find_something_about_a_plan_and_break_at_something_else(
    spark, tmp_path: Path
) -> None:
    plugin = tmp_path / "mine" / "coffee"
    plugin.mkdir(parents=True)
    (plugin / "__init__.py").write_text(
        """\
from spark_tools.model import Finding, Severity
from spark_tools.plugin import hookimpl


@hookimpl
def spark_check_plan(plan):
    yield Finding("coffee", Severity.NOTE, text="Husk kaffe.")


@hookimpl
def spark_handouts(exercise, meeting, plan):
    raise RuntimeError("boom")
""",
        encoding="utf-8",
    )

    result = spark("--plugins-dir", "mine", *ONE_LINE, "--format", "md", "-o", "out")

    assert result.exit_code == 0
    assert "Husk kaffe." in result.stderr
    assert "Husk kaffe." in (tmp_path / "out/forloebsplan.md").read_text(encoding="utf-8")
    assert "Faults in plugins: coffee. See: spark --plugins-dir mine plugins" in result.stderr


def test_a_calendar_alone_leaves_the_documents_as_they_are(spark, course: Path) -> None:
    spark("plan", str(course), "--format", "md")

    result = spark("plan", str(course), "--format", "ics")

    assert "Removed" not in result.output
    assert "files of other formats as they were" in result.output
    assert (course.parent / "forloebsplan.md").exists()


def test_a_logbook_that_is_not_used_is_told_of(spark, course: Path, tmp_path: Path) -> None:
    (course.parent / "logbook.toml").write_text("format = 1\n", encoding="utf-8")

    result = spark("plan", str(course), "--format", "md", "-o", str(tmp_path / "copy"))

    assert "is not used for another folder" in result.output
    assert "is not used" not in spark("plan", str(course), "--format", "md").output


def test_a_course_whose_plan_is_lost_keeps_its_id_and_says_that_it_starts_anew(
    spark, course: Path
) -> None:
    entry = '[[sheets]]\nid = "s1"\nsheet = "interval"\ntitle = "Ark"\nmeeting = 1\n'
    logbook = f'format = 1\ncourse = "5f0c"\n\n{entry}\n[sheets.values]\ntell = "TR"\n'
    (course.parent / "logbook.toml").write_text(logbook, encoding="utf-8")

    result = spark("plan", str(course), "--format", "md")

    assert "every meeting is planned anew" in result.output
    assert json.loads((course.parent / "plan.json").read_text("utf-8"))["course"] == "5f0c"


def test_a_look_is_chosen_by_name(spark, course: Path) -> None:
    for look, folder in (("house", "usual"), ("large", "large")):
        words = ("--format", "md,docx,html", "--look", look, "-o", folder)
        result = spark("plan", str(course), *words)
        assert result.exit_code == 0, result.output
    usual, large = ({p.name: p for p in Path(f, "meeting-1").iterdir()} for f in ("usual", "large"))
    assert set(usual) == set(large)
    assert large["dagsorden.md"].read_bytes() == usual["dagsorden.md"].read_bytes()
    assert b"font-size: 18pt" in large["dagsorden.html"].read_bytes()
    assert b"font-size: 18pt" not in usual["dagsorden.html"].read_bytes()
    assert large["dagsorden.docx"].read_bytes() != usual["dagsorden.docx"].read_bytes()


@pytest.mark.parametrize("command", ["plan", "check"])
def test_an_unknown_look_in_the_course_file_has_its_line(spark, course: Path, command: str) -> None:
    written = course.read_text("utf-8") + '\n[house]\nposters = true\nlook = "storskrift"\n'
    course.write_text(written, encoding="utf-8")

    result = spark(command, str(course))

    assert result.exit_code == 1
    line = written.count("\n")
    assert result.stderr.startswith(f'{course}:{line}: there is no look "storskrift"; there is ')
    assert [path.name for path in course.parent.iterdir()] == ["course.toml"]


def test_an_unknown_look_is_one_message_and_nothing_is_written(spark, course: Path) -> None:
    result = spark("plan", str(course), "--look", "larg-print")
    assert result.exit_code == 1
    assert result.stderr.startswith("--look: ")
    assert 'there is house, large-print (did you mean "large-print"?)' in result.stderr
    assert [path.name for path in course.parent.iterdir()] == ["course.toml"]
