from __future__ import annotations

import datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.cli.brief_file import brief_as_toml
from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.content.load import load_library
from spark_tools.model import Brief, MeetingWish
from spark_tools.plugin.manager import load_plugins

OPTIONS = (
    *("--workplace", "Lindehaven", "--course-type", "individuelt", "--theme", "samarbejde"),
    *("--participants", "5", "--date", "2027-02-03", "--date", "2027-03-03"),
)
LIBRARY = load_library(load_plugins())
names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


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


@given(
    workplace=names,
    wish=names,
    participants=st.integers(1, 60),
    start=st.sampled_from([datetime.time(7), datetime.time(8, 55), datetime.time(12, 30)]),
    dates=st.lists(st.dates(datetime.date(2027, 1, 1)), unique=True, max_size=3).map(sorted),
    themes=st.lists(st.sampled_from([each.id for each in LIBRARY.themes]), min_size=1, unique=True),
)
def test_what_is_written_reads_back_equal(
    tmp_path_factory, workplace, wish, participants, start, dates, themes
) -> None:
    brief = Brief(
        workplace=workplace.strip() or "A",
        course_type="individual",
        themes=tuple(themes),
        participants=participants,
        start=start,
        wish=" ".join(wish.split()),
        meetings=tuple(MeetingWish(date=date) for date in dates),
    )
    path = tmp_path_factory.mktemp("brief") / "course.toml"
    path.write_text(brief_as_toml(brief, LIBRARY), encoding="utf-8")

    assert read_brief(path, BriefOptions(), LIBRARY) == brief
