"""Reading a content folder: every file checked, every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from spark_tools.content.course_type import read_course_type
from spark_tools.content.exercise import read_exercise
from spark_tools.content.problem import Problem, did_you_mean
from spark_tools.content.table import Table
from spark_tools.content.theme import read_theme
from spark_tools.content.toml_file import Reference, TomlFile, is_newer, read_toml
from spark_tools.content.translation import HEAD, Translated, read_head
from spark_tools.content.wording import say
from spark_tools.i18n import LANGUAGES
from spark_tools.model import CourseType, Exercise, Fault, Theme
from spark_tools.plugin.folders import OF_COURSES

Thing = TypeVar("Thing", Exercise, Theme, CourseType)
Read = Callable[[Table, str, str], Thing]

ORIGINAL = "da"
"""The language that content is written in; the others are translations."""

FOLDERS = ("exercises", "themes", "course_types")


@frozen
class Contents:
    """What a folder holds: the sound things, their translations, and what was faulty.

    ``references`` are the names that must exist once all folders have been read.
    """

    exercises: tuple[Exercise, ...] = ()
    themes: tuple[Theme, ...] = ()
    course_types: tuple[CourseType, ...] = ()
    translations: tuple[Exercise | Theme | CourseType, ...] = ()
    references: tuple[Reference, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_folder(
    folder: Path, origin: str = "", *, trusted: bool = False, kinds: Collection[str] = FOLDERS
) -> Contents:
    """Read what lies in *folder*'s ``exercises``, ``themes`` and ``course_types``.

    A faulty file is left out and its faults are given; nothing is raised.
    *origin* names the plugin that the folder belongs to. In a *trusted* folder,
    whose own tests read it in full, pictures are not drawn to check them. *kinds* are the
    folders that are read.
    """
    reading = _Reading(folder, origin, trusted, kinds)
    reading.check_layout()
    return Contents(
        exercises=reading.kind("exercises", read_exercise),
        themes=reading.kind("themes", read_theme),
        course_types=reading.kind("course_types", read_course_type),
        translations=tuple(reading.translations),
        references=tuple(reading.references),
        faults=tuple(reading.faults),
    )


def read_one(path: Path) -> Contents:
    """Read the exercise at *path*, in whatever folder it lies, and its translations.

    Otherwise as `read_folder`.
    """
    reading = _Reading(path.parent, "", trusted=False)
    exercises = reading.these([path, *overlays(path)], read_exercise)
    return Contents(
        exercises=exercises,
        translations=tuple(reading.translations),
        references=tuple(reading.references),
        faults=tuple(reading.faults),
    )


def overlays(path: Path) -> list[Path]:
    """Give the files beside *path* that are named as its translations are, known ones or not."""
    beside = path.parent.glob("*.toml")
    return sorted(other for other in beside if other.stem.rpartition(".")[0] == path.stem)


class _Reading:
    def __init__(
        self, folder: Path, origin: str, trusted: bool, kinds: Collection[str] = FOLDERS
    ) -> None:
        self.faults: list[Fault] = []
        self.references: list[Reference] = []
        self.translations: list[Exercise | Theme | CourseType] = []
        self._folder = folder
        self._origin = origin
        self._trusted = trusted
        self._kinds = kinds

    def check_layout(self) -> None:
        """Report a folder that is not there, and files that lie where nobody looks."""
        if not self._folder.is_dir():
            self.faults.append(Fault(say("there is no such folder"), str(self._folder)))
            return
        for path in sorted(self._folder.iterdir()):
            if path.suffix == ".toml" and path.name != "pyproject.toml":
                said = say("the file belongs in exercises/, themes/ or course_types/")
                self.faults.append(Fault(said, str(path)))
            elif path.is_dir() and path.name not in FOLDERS and _has_toml(path):
                said = say("the folder is none of exercises/, themes/ and course_types/.")
                self.faults.append(Fault(said + did_you_mean(path.name, FOLDERS), str(path)))

    def kind(self, name: str, read: Read[Thing]) -> tuple[Thing, ...]:
        """Read every file of one kind, in the order of their names."""
        wanted = name in self._kinds
        return self.these(sorted((self._folder / name).glob("*.toml")) if wanted else (), read)

    def these(self, paths: Iterable[Path], read: Read[Thing]) -> tuple[Thing, ...]:
        """Read the originals of one kind among *paths*, in order, and their translations."""
        found = []
        translations = [path for path in paths if "." in path.stem]
        for path in paths:
            if path in translations:
                continue
            file = self._read(path)
            thing = self._original(file, read)
            self._finish(file)
            if thing is not None:
                found.append(thing)
        self._orphans(translations)
        return tuple(found)

    def _original(self, file: TomlFile, read: Read[Thing]) -> Thing | None:
        if not file.sound or is_newer(file):
            return None
        table = Table(file, file.data)
        thing = read(table, ORIGINAL, self._origin)
        table.close()
        if not file.sound:
            return None
        self.references += file.references
        for language, path in _translations(file.path):
            self._translate(file, read, language, path)
        return thing

    def _read(self, path: Path) -> TomlFile:
        file = read_toml(path)
        file.trusted = self._trusted
        return file

    def _translate(self, original: TomlFile, read: Read[Thing], language: str, path: Path) -> None:
        file = self._read(path)
        if file.sound and not is_newer(file):
            head = Table(file, {key: file.data[key] for key in HEAD if key in file.data})
            revision = read_head(head)
            head.close()
            table = Translated(file, original.data, file.data)
            thing = read(table, language, self._origin)
            table.close()
            if file.sound:
                self.translations.append(thing)
            if revision and revision != original.data["revision"]:
                said = say(
                    "the translation is stale: it translates revision {old}, "
                    "and the original is revision {new}",
                    old=revision,
                    new=original.data["revision"],
                )
                file.note(("translates",), Problem(said))
        self._finish(file)

    def _finish(self, file: TomlFile) -> None:
        self.faults += file.faults()

    def _orphans(self, translations: list[Path]) -> None:
        for path in translations:
            stem, _, language = path.stem.rpartition(".")
            if language not in LANGUAGES or language == ORIGINAL:
                said = say('"{language}" is not a language that is known here', language=language)
                self.faults.append(Fault(said, str(path)))
            elif not path.with_name(f"{stem}.toml").is_file():
                said = say("there is no {name} to translate", name=f"{stem}.toml")
                self.faults.append(Fault(said, str(path)))


def _has_toml(folder: Path) -> bool:
    return any(path.name not in OF_COURSES for path in folder.glob("*.toml"))


def _translations(path: Path) -> Iterator[tuple[str, Path]]:
    for language in LANGUAGES:
        overlay = path.with_name(f"{path.stem}.{language}.toml")
        if language != ORIGINAL and overlay.is_file():
            yield language, overlay
