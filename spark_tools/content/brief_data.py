"""Reading a brief that comes in a request: as plain data, or as the text of a ``course.toml``.

Nothing here touches a disk: an organisation's own Word file belongs to the machine that
it lies on, and cannot be named from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from spark_tools.content.brief_reading import BriefReading, Fit
from spark_tools.content.library import Library
from spark_tools.content.lines import Lines
from spark_tools.content.lines import Path as Place
from spark_tools.content.problem import Problem
from spark_tools.content.table import Table
from spark_tools.content.toml_file import TomlFile, decode_toml, is_newer
from spark_tools.content.wording import say
from spark_tools.model import Brief, Fault, FaultError

COURSE_FILE = "course.toml"
_OWN_NAMES: Mapping[str, str] = {}


@frozen
class BriefText:
    """What a text says: the brief, and a word on each thing in it that has no meaning here."""

    brief: Brief
    left_out: tuple[Fault, ...] = ()


def read_brief_data(
    data: Mapping[str, Any],
    library: Library,
    fit: Fit = lambda dress: None,
    names: Mapping[str, str] = _OWN_NAMES,
) -> Brief:
    """Read a brief from *data*: what TOML gives for a ``course.toml``, with the same keys.

    *names* say what its writer calls a key; otherwise as `read_brief`.
    Raises `FaultError` with everything that is wrong; a fault names its field as its
    file, with dots and numbers from 0: ``meetings.0.date``.
    """
    file = _Fields(data, names)
    if is_newer(file):
        raise FaultError(file.faults())

    def no_house(table: Table) -> None:
        if table.plain("file", ""):
            table.fault(say("a Word file of your own cannot be used here"), "file")

    brief = BriefReading(Table(file, file.data), library, no_house, fit).brief()
    if not file.sound:
        raise FaultError(file.faults())
    return brief


def read_brief_text(content: bytes, library: Library, fit: Fit = lambda dress: None) -> BriefText:
    """Read the brief that is written in *content*, the bytes of a ``course.toml``.

    The Word file that it may name is left out. Raises `FaultError` with everything that
    is wrong, line by line; otherwise as `read_brief`.
    """
    file = decode_toml(Path(COURSE_FILE), content)
    if not file.sound or is_newer(file):
        raise FaultError(file.faults())
    left_out: list[Fault] = []

    def without_house(table: Table) -> None:
        if named := table.plain("file", "").strip():
            said = say("the Word file {name} is not used here", name=named)
            left_out.append(file.place(("house", "file"), said))

    brief = BriefReading(Table(file, file.data), library, without_house, fit).brief()
    if not file.sound:
        raise FaultError(file.faults())
    return BriefText(brief, tuple(left_out))


class _Fields(TomlFile):
    """Data that no file holds; a fault has the dotted name of its field in a file's place."""

    def __init__(self, data: Mapping[str, Any], names: Mapping[str, str]) -> None:
        super().__init__(Path())
        self.data = dict(data)
        self._names = names

    def called(self, key: str) -> str:
        return self._names.get(key, key)

    def note_missing(self, path: Place, key: str) -> None:
        self.note((*path, key), Problem(say('"{key}" is missing', key=self.called(key))))

    def _placed(self, places: Lines, path: Place, problem: Problem) -> Fault:
        return Fault(problem.message, ".".join(map(str, path)))
