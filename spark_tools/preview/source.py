"""Which exercise a path means, and which files it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from spark_tools.content.check import content_folders
from spark_tools.content.reader import FOLDERS, ORIGINAL, overlays
from spark_tools.content.toml_file import read_toml
from spark_tools.i18n import LANGUAGES
from spark_tools.model import Fault, FaultError
from spark_tools.preview.wording import say

EXERCISES, *_OTHERS = FOLDERS


@frozen
class Source:
    """An exercise's file, and the language that was asked for with a translation of it."""

    path: Path
    language: str = ORIGINAL

    @property
    def folder(self) -> Path:
        """The content folder that the exercise belongs to."""
        parent = self.path.parent
        return parent.parent if parent.name == EXERCISES else parent

    def files(self) -> Iterator[Path]:
        """Give the files that decide how the exercise looks, as they are now."""
        yield self.path
        yield from overlays(self.path)
        yield from sorted(self.path.parent.glob("*.svg"))
        for kind in _OTHERS:
            yield from sorted((self.folder / kind).glob("*.toml"))


def find_source(path: Path) -> Source:
    """Give the exercise that *path* means: its file, a translation, or a folder with one exercise.

    Raises:
        FaultError: there is none, there are several, or it is a file of another kind.
    """
    if path.is_dir():
        return Source(_only_one(path))
    if not path.is_file():
        raise FaultError([Fault(say("there is no such file or folder"), str(path))])
    if path.suffix.lower() != ".toml":
        said = say("this is no exercise; name the exercise's file, which ends in .toml")
        raise FaultError([Fault(said, str(path))])
    if said := _other_kind(path):
        raise FaultError([Fault(said, str(path))])
    stem, _, language = path.stem.rpartition(".")
    original = path.with_name(f"{stem}.toml")
    if language in LANGUAGES and original.is_file():
        return Source(original, language)
    return Source(path)


def _only_one(folder: Path) -> Path:
    homes = [each / EXERCISES for each in content_folders(folder)] or [folder]
    found = [path for home in homes for path in sorted(home.glob("*.toml")) if "." not in path.stem]
    if homes == [folder] and folder.name != EXERCISES:
        found = []
    match found:
        case [path]:
            return path
        case []:
            said = say("there is no exercise in it: no file in exercises/ that ends in .toml")
        case _:
            names = ", ".join(str(path.relative_to(folder)) for path in found)
            said = say("there are several exercises in it; name one: {names}", names=names)
    raise FaultError([Fault(said, str(folder))])


def _other_kind(path: Path) -> str:
    """Say what *path* is and what is done with it, if it is no exercise."""
    if path.parent.name == EXERCISES:
        return ""
    data = read_toml(path).data
    if path.parent.name == "themes" or _is_theme(data):
        return say(
            "this is a theme, which is not drawn by itself: spark check finds its faults, "
            "spark list, spark show and spark plan use it"
        )
    if path.parent.name == "course_types" or ("meetings" in data and "workplace" not in data):
        return say(
            "this is a course type, which is not drawn by itself: spark check finds its faults, "
            "spark list, spark show and spark plan use it"
        )
    if "workplace" in data:
        return say("this is a course: spark check finds its faults, and spark plan draws it")
    return ""


def _is_theme(data: dict[str, Any]) -> bool:
    return "summary" in data and not data.keys() & {"steps", "functions", "meetings"}
