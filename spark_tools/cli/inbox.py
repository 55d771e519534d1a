"""Which sheets are to be collected, and which courses they may belong to."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish import MANIFEST
from spark_tools.publish.disk import digest_of
from spark_tools.publish.record import Record, read_record


def sheet_files(given: Iterable[str]) -> tuple[Path, ...]:
    """Give the files that are *given*, and the Word files below the folders that are, each once.

    A file that is named itself counts whatever it holds; one in a folder counts unless it
    stands as spark wrote it in a course.

    Raises:
        FaultError: there is none.
    """
    given = tuple(given)
    found: dict[Path, Path] = {}
    for name in given:
        path = Path(name)
        for each in _word_files(path) if path.is_dir() else (path,):
            found.setdefault(_real(each), each)
    if not found:
        _ = messages("cli")
        raise FaultError([Fault(_("there are no filled-in sheets in it"), name) for name in given])
    return tuple(found.values())


def _word_files(folder: Path) -> list[Path]:
    courses: dict[Path, Record | None] = {}
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in inside)
        if hidden or path.suffix.lower() != ".docx" or not path.is_file():
            continue
        course = _course_round(path)
        if course and course not in courses:
            courses[course] = read_record(course)
        record = courses[course] if course else None
        if not (course and record and _as_written(path, course, record)):
            found.append(path)
    return found


def _real(path: Path) -> Path:
    """Give where *path* leads; links round in a ring are left, where `Path` would refuse them."""
    return Path(os.path.realpath(path))


def _as_written(path: Path, course: Path, record: Record) -> bool:
    """Whether nothing has been changed in it; one that cannot be read is told of later."""
    place, whole = path.parent.resolve() / path.name, course.resolve()
    name = place.relative_to(whole).as_posix() if place.is_relative_to(whole) else ""
    entry = record.files.get(name)
    try:
        return entry is not None and digest_of(path) == entry.sha256
    except OSError:
        return False


def names(files: Sequence[Path]) -> Mapping[Path, str]:
    """Give what each file is called: its name, and as many of its folders as tell it apart."""
    called: dict[Path, str] = {}
    waiting = list(files)
    depth = 1
    while waiting:
        tails = {path: "/".join(_real(path).parts[-depth:]) for path in waiting}
        taken = Counter(tails.values())
        called |= {path: tail for path, tail in tails.items() if taken[tail] == 1}
        waiting = [path for path in waiting if path not in called]
        depth += 1
    return called


def course_folders(named: str | None, files: Iterable[Path]) -> tuple[Path, ...]:
    """Give the folders of the courses that sheets may belong to.

    That is the one *named* or those in it, else the current folder, else the nearest
    round each of the *files*.

    Raises:
        FaultError: there is no course in any of them.
    """
    _ = messages("cli")
    if named is not None:
        folder = Path(named)
        below = sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))
        found = [folder] if (folder / MANIFEST).is_file() else below
        if not found:
            said = _("there is no course that spark has planned, neither here nor one level down")
            raise FaultError([Fault(said, named)])
        return tuple(found)
    if Path(MANIFEST).is_file():
        return (Path(),)
    around = {
        folder: None for file in files for folder in [_course_round(file)] if folder is not None
    }
    if not around:
        raise FaultError([Fault(_("say which course the sheets belong to: --course DIR"))])
    return tuple(around)


def _course_round(file: Path) -> Path | None:
    folders = (file.parent, *_real(file).parents)
    return next((folder for folder in folders if (folder / MANIFEST).is_file()), None)
