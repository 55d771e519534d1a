from __future__ import annotations

from pathlib import Path

OPTIONS = (
    *("--workplace", "Lindehaven", "--course-type", "individuelt", "--theme", "samarbejde"),
    *("--participants", "5", "--date", "2027-02-03", "--date", "2027-03-03"),
)


def test_a_new_folder_holds_a_brief_that_plans(spark, tmp_path: Path) -> None:
    assert spark("new", "lindehaven", *OPTIONS).exit_code == 0
    assert spark("plan", "lindehaven", "--dry-run").exit_code == 0


def test_what_comes_next_can_be_typed_as_it_stands(spark) -> None:
    assert "Next: spark plan lindehaven\n" in spark("new", "lindehaven", *OPTIONS).stdout
    assert 'Next: spark plan "nord og syd"\n' in spark("new", "nord og syd", *OPTIONS).stdout


def test_the_brief_explains_itself(spark, tmp_path: Path) -> None:
    spark("new", "lindehaven", *OPTIONS)

    written = (tmp_path / "lindehaven/course.toml").read_text(encoding="utf-8")
    assert "# One of: " in written
    assert "over-under-standard" not in written
    assert "work-content-and-demands" in written


def test_a_brief_that_is_there_is_left_alone(spark, course: Path) -> None:
    before = course.read_text(encoding="utf-8")
    result = spark("new", str(course.parent), *OPTIONS)

    assert result.exit_code == 1
    assert "is there already; choose another folder" in result.stderr
    assert course.read_text(encoding="utf-8") == before


def test_what_is_missing_is_told_at_once_where_nobody_can_be_asked(spark, tmp_path: Path) -> None:
    result = spark("new", "lindehaven", "--theme", "samarbejde")

    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 3
    assert not (tmp_path / "lindehaven").exists()


def test_a_brief_that_cannot_be_planned_yet_is_written_and_says_why(spark, tmp_path: Path) -> None:
    result = spark("new", "lindehaven", *OPTIONS[:8], "--date", "2027-02-03")

    assert result.exit_code == 0
    assert "It cannot be planned as it stands" in result.stdout
    assert "meetings" in result.stderr
    assert (tmp_path / "lindehaven/course.toml").is_file()
