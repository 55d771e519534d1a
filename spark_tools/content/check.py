"""Checking what a person wrote, without planning anything: a content folder or a course file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.content.brief_reading import Fit
from spark_tools.content.library import Library
from spark_tools.content.reader import FOLDERS, Contents, read_folder
from spark_tools.content.references import dangling
from spark_tools.content.wording import say
from spark_tools.model import Fault, FaultError

DEEPEST = 4
"""How far down content is looked for: ``PLUGINS/PROJECT/src/PACKAGE/content`` is four."""

_OF_TOOLS = frozenset({"node_modules", "__pycache__"})


def check_path(path: Path, library: Library, fit: Fit = lambda dress: None) -> tuple[Fault, ...]:
    """Give everything that is wrong with the content folder or course file at *path*.

    A folder is checked in full, pictures included; what it refers to must be in
    it or in *library*. A folder with content folders below it is checked as all of
    them, a file in a content folder with its folder. *fit* is that of `read_brief`.
    """
    if path.is_file() and path.parent.name in FOLDERS:
        faults = _check_folder(path.parent.parent, library)
        return tuple(fault for fault in faults if Path(fault.file) == path)
    if path.is_dir():
        folders = content_folders(path) or [path]
        return tuple(fault for folder in folders for fault in _check_folder(folder, library))
    try:
        read_brief(path, BriefOptions(), library, fit)
    except FaultError as error:
        return error.faults
    return ()


def content_folders(folder: Path) -> list[Path]:
    """Give *folder* if it has exercises/, themes/ or course_types/, else those below that have.

    At most `DEEPEST` folders down are looked in, and never hidden ones, nor those of tools
    (`entries`).
    """
    return list(_content_below(folder, DEEPEST))


def count_files(path: Path) -> int:
    """Give how many files `check_path` reads at *path*, a content folder or a file."""
    if not path.is_dir():
        return 1
    return sum(1 for name in FOLDERS for _file in (path / name).glob("*.toml"))


def entries(folder: Path) -> Iterator[Path]:
    """Give the files and folders in *folder* that a person may have put there, by name.

    Left out are hidden ones, folders of a tool's own, links to folders, and what is in a folder
    that cannot be read.
    """
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for path in inside:
        if path.name.startswith(".") or path.name in _OF_TOOLS:
            continue
        if path.is_file() or (
            path.is_dir() and not path.is_symlink() and not (path / "pyvenv.cfg").is_file()
        ):
            yield path


def _content_below(folder: Path, down: int) -> Iterator[Path]:
    if _has_content(folder):
        yield folder
    elif down:
        for each in entries(folder):
            if each.is_dir():
                yield from _content_below(each, down - 1)


def _check_folder(folder: Path, library: Library) -> tuple[Fault, ...]:
    read = read_folder(folder)
    faults = (*read.faults, *dangling(read.references, _together(library, read)))
    if not _has_content(folder) and not faults:
        return (
            Fault(say("the folder has none of exercises/, themes/ and course_types/"), str(folder)),
        )
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))


def _has_content(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in FOLDERS)


def _together(library: Library, read: Contents) -> Library:
    return evolve(
        library,
        exercises=library.exercises + read.exercises,
        themes=library.themes + read.themes,
        course_types=library.course_types + read.course_types,
    )
