"""The kinds of files in this room: content, and the course file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from spark_tools.content.brief import word_file
from spark_tools.content.brief_reading import BriefReading
from spark_tools.content.course_type import read_course_type
from spark_tools.content.exercise import read_exercise
from spark_tools.content.library import Library
from spark_tools.content.reader import ORIGINAL
from spark_tools.content.schema.kind import Kind
from spark_tools.content.table import Table
from spark_tools.content.theme import read_theme

_FOLDER = Path(__file__).parent
_MEANINGS = _FOLDER / "meanings.toml"


def _content(name: str, folder: str, read: Callable[[Table, str, str], object]) -> Kind:
    samples = tuple(sorted((_FOLDER / "samples" / "content" / folder).glob("*.toml")))
    return Kind(
        name=name,
        lies=f"{folder}/ID.toml",
        read=lambda table: read(table, ORIGINAL, ""),
        meanings=_MEANINGS,
        samples=tuple(path for path in samples if "." not in path.stem),
        entry=True,
    )


def _read_course(table: Table) -> object:
    house = partial(word_file, Path())
    return BriefReading(table, Library(), house, lambda dress: None).brief()


EXERCISE = _content("exercise", "exercises", read_exercise)
THEME = _content("theme", "themes", read_theme)
COURSE_TYPE = _content("course-type", "course_types", read_course_type)
COURSE = Kind(
    name="course",
    lies="course.toml",
    read=_read_course,
    meanings=_MEANINGS,
    samples=tuple(sorted((_FOLDER / "samples" / "courses").glob("*.toml"))),
)

CONTENT = (EXERCISE, THEME, COURSE_TYPE)
"""What a plugin offers."""

KINDS = (*CONTENT, COURSE)
