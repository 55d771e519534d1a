"""One TOML file: its values, and what is found to be wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from spark_tools.content import lines
from spark_tools.content.problem import Problem
from spark_tools.content.wording import say
from spark_tools.model import Fault

FORMAT = 1
"""The newest version of the content format that is known here."""


_CURLY = re.compile("=[ \\[]*[“”„»«]")
"""A value that begins with quotation marks as Word writes them."""

_DAY = re.compile(r"= *\d{1,4}(?:/\d|[-.]\d{1,2}[-.]\d|\. ?[^\W\d])")
"""A value that a person would take for a date."""


@frozen
class Reference:
    """A name in a file that must exist elsewhere: a theme, a course type or an exercise."""

    kind: str
    id: str
    file: TomlFile
    path: lines.Path


class TomlFile:
    """A TOML file that has been read; ``data`` is empty when it could not be parsed.

    A ``trusted`` file has been checked before, so that its pictures need not be
    drawn to see whether they can be. Faults are noted by path, and get their
    lines when somebody asks for them.
    """

    def __init__(self, path: Path, source: str = "") -> None:
        self.path = path
        self.trusted = False
        self.data: dict[str, Any] = {}
        self.references: list[Reference] = []
        self._source = source
        self._noted: list[tuple[lines.Path, Problem]] = []
        self._faults: list[Fault] = []

    @property
    def source(self) -> str:
        """The text of the file."""
        return self._source

    @property
    def sound(self) -> bool:
        """Whether nothing has been found to be wrong."""
        return not (self._noted or self._faults)

    def take_over(self, other: TomlFile) -> None:
        """Take the values, the source and the faults of *other*."""
        self.data, self._source = other.data, other._source
        self._noted, self._faults = other._noted, other._faults

    def called(self, key: str) -> str:
        """Give what the one who wrote the file calls *key*."""
        return key

    def note(self, path: lines.Path, problem: Problem) -> None:
        """Take down what is wrong with the value at *path*."""
        self._noted.append((path, problem))

    def note_missing(self, path: lines.Path, key: str) -> None:
        """Take down that the table at *path* has no *key*."""
        self.note(path, Problem(say('"{key}" is missing', key=self.called(key))))

    def fault(self, message: str, line: int = 0, file: Path | None = None) -> None:
        """Take down what is wrong on a *line* (0 for the file as a whole), here or in *file*."""
        self._faults.append(Fault(message, str(file or self.path), line))

    def place(self, path: lines.Path, message: str) -> Fault:
        """Give a fault at *path* without taking it down."""
        return Fault(message, str(self.path), lines.Lines(self._source).line(path))

    def faults(self) -> tuple[Fault, ...]:
        """Give what is wrong, each thing once, in the order of the lines."""
        found = list(self._faults)
        if self._noted:
            places = lines.Lines(self._source)
            found += [self._placed(places, path, problem) for path, problem in self._noted]
        return tuple(sorted(dict.fromkeys(found), key=lambda fault: (fault.file, fault.line)))

    def _placed(self, places: lines.Lines, path: lines.Path, problem: Problem) -> Fault:
        return Fault(problem.message, str(self.path), places.line(path, problem.word))


def is_newer(file: TomlFile) -> bool:
    """Whether *file* is in a format that is not known here yet, which is then its one fault."""
    version = file.data.get("format")
    newer = isinstance(version, int) and version > FORMAT
    if newer:
        said = say(
            "this file is from a newer spark-tools (format {version}; {known} is known here)",
            version=version,
            known=FORMAT,
        )
        file.note(("format",), Problem(said))
    return newer


def read_toml(path: Path) -> TomlFile:
    """Read and parse one file; what stops that is a fault of the file."""
    try:
        return decode_toml(path, path.read_bytes())
    except OSError as error:
        file = TomlFile(path)
        file.fault(_unreadable(error))
        return file


def decode_toml(path: Path, content: bytes) -> TomlFile:
    """Parse *content* as the bytes of the file at *path*, which need not be there."""
    try:
        source = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        file = TomlFile(path)
        line = len(error.object[: error.start].split(b"\n"))
        file.fault(
            say("the file is not saved as UTF-8; save it again with the encoding UTF-8"), line
        )
        return file
    return parse_toml(path, source)


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return say("there is no such file")
    if isinstance(error, PermissionError):
        return say("you are not allowed to read the file")
    return say("the file cannot be read: {error}", error=error.strerror or error)


def parse_toml(path: Path, source: str) -> TomlFile:
    """Parse *source* as the file at *path*."""
    import tomli

    file = TomlFile(path, source)
    try:
        file.data = tomli.loads(source)
    except tomli.TOMLDecodeError as error:
        file.fault(*_plain_syntax(error, source))
    except (ValueError, RecursionError):
        file.fault(say("the file has a number or a nest of brackets that is far too long"))
    return file


def _plain_syntax(error: Any, source: str) -> tuple[str, int]:
    line = int(error.lineno)
    raw: str = error.msg
    plain: Sequence[tuple[str, str]] = (
        ("Expected '='", say("an equals sign is missing after the key")),
        ("Expected newline", say("there is something left over after the value")),
        ("Expected ']", say("a closing bracket is missing after the table's name")),
        ("Unterminated string", say("a text is not closed with quotation marks")),
        ("Expected", say("a text is not closed with quotation marks")),
        ("Illegal character '\\n'", say("a text is not closed with a quotation mark")),
        ("Unclosed array", say("a closing ] is missing")),
        ("Unclosed inline table", say("a closing } is missing")),
        ("Unescaped '\\'", say("a backslash in a text is written twice: \\\\")),
        ("Cannot declare", say("this table is there twice; several are written [[…]]")),
        ("Invalid date", say("there is no such date or time")),
        (
            "Invalid value",
            say("this is not a value; text stands in quotation marks, and a list in [ ]"),
        ),
        ("Invalid statement", say("here should be a key or a table's name")),
        ("Invalid initial character", say("a key is written with a-z, 0-9, - and _")),
    )
    written = source.split("\n")[line - 1]
    if raw.startswith("Invalid value") and _CURLY.search(written):
        return say('the quotation marks must be straight ones: "'), line
    if raw.startswith("Expected newline") and _DAY.search(written):
        return say("a date is written 2027-02-03"), line
    twice = ("Cannot overwrite", "Duplicate inline", "Cannot mutate", "Cannot redefine")
    if raw.startswith(twice):
        return say("this key is there twice"), lines.Lines(source).twice or line
    if raw.startswith("Unclosed"):
        line = lines.Lines(source).opening(line)
    if raw.startswith("Unterminated"):
        opening = max(source.rfind('"""'), source.rfind("'''"))
        line = source.count("\n", 0, opening) + 1 if opening >= 0 else line
    return next((words for start, words in plain if raw.startswith(start)), raw), line
