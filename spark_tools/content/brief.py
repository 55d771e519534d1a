"""Reading the brief: a course file, what the command line says over it, or only that."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.brief_reading import BriefReading, Fit
from spark_tools.content.course_file import CourseFile
from spark_tools.content.library import Library
from spark_tools.content.table import Table
from spark_tools.content.toml_file import is_newer
from spark_tools.content.wording import say
from spark_tools.model import Brief, FaultError

__all__ = ["BriefOptions", "read_brief"]


def read_brief(
    path: Path | None,
    options: BriefOptions,
    library: Library,
    fit: Fit = lambda dress: None,
) -> Brief:
    """Read the course file at *path*, if any, with *options* over it.

    Names of course types, themes and exercises are looked up in *library*. *fit* raises
    `FaultError` where documents cannot look as they are to.
    Raises `FaultError` with everything that is wrong; a fault names the line of
    the file, or the option as its file.
    """
    file = CourseFile(path, options)
    if not file.sound or is_newer(file):
        raise FaultError(file.faults())
    house = partial(word_file, file.path.parent)
    brief = BriefReading(Table(file, file.data), library, house, fit).brief()
    if not file.sound:
        raise FaultError(file.faults())
    return brief


def word_file(folder: Path, table: Table) -> Path | None:
    """Give the Word file that *table* names from *folder*, and report one that is not there."""
    named = table.plain("file", "").strip()
    path = (folder / named).absolute() if named else None
    if path and not path.is_file():
        table.fault(say("there is no such file: {path}", path=path), "file")
    return path
