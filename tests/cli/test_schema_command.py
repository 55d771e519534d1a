from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Spark = Callable[..., Result]

NAMES = (
    "exercise",
    "exercise-translation",
    "theme",
    "theme-translation",
    "course-type",
    "course-type-translation",
    "course",
    "logbook",
)


def test_alone_it_lists_the_kinds_of_files_and_their_schemas(spark: Spark) -> None:
    result = spark("schema")

    assert result.exit_code == 0
    for name in NAMES:
        assert f"{name}.schema.json" in result.output
    assert "exercises/ID.en.toml" in result.output


@pytest.mark.parametrize("name", NAMES)
def test_one_schema_is_written_on_the_screen(spark: Spark, name: str) -> None:
    assert json.loads(spark("schema", name).output)["type"] == "object"


def test_all_are_written_to_a_folder_and_replace_what_was_there(
    spark: Spark, tmp_path: Path
) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/theme.schema.json").write_text("{}")

    result = spark("schema", "-o", "schemas")

    assert "Wrote 8 schemas" in result.output
    written = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert written == {f"{name}.schema.json" for name in NAMES}
    assert json.loads((tmp_path / "schemas/theme.schema.json").read_text("utf-8"))["properties"]


def test_one_kind_is_written_with_its_translation(spark: Spark, tmp_path: Path) -> None:
    spark("schema", "theme", "-o", "schemas")

    written = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert written == {"theme.schema.json", "theme-translation.schema.json"}


def test_a_reference_tells_of_every_key(spark: Spark) -> None:
    assert "| `turn_to` |" in spark("schema", "--markdown").output
    assert spark("schema", "theme", "--markdown").output.startswith("## Theme\n")


def test_a_kind_that_there_is_none_of_is_named_with_those_that_are(spark: Spark) -> None:
    result = spark("schema", "exrcise")

    assert result.exit_code == 2
    assert "“exrcise” is none of: exercise, exercise-translation, theme" in result.output


def test_a_course_file_that_names_its_schema_is_read_as_before(spark: Spark, course: Path) -> None:
    written = course.read_text("utf-8")
    course.write_text(f"#:schema ./course.schema.json\n{written}", encoding="utf-8")

    assert spark("check", str(course)).exit_code == 0
