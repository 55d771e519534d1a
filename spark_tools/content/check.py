"""Checking what a person wrote, without planning anything: a content folder or a course file."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.content.library import Library
from spark_tools.content.reader import FOLDERS, Contents, read_folder
from spark_tools.content.references import dangling
from spark_tools.content.wording import say
from spark_tools.model import Fault, FaultError


def check_path(path: Path, library: Library) -> tuple[Fault, ...]:
    """Give everything that is wrong with the content folder or course file at *path*.

    A folder is checked in full, pictures included; what it refers to must be in
    it or in *library*. A folder of content folders is checked as all of them, a
    file in a content folder with its folder.
    """
    if path.is_file() and path.parent.name in FOLDERS:
        faults = _check_folder(path.parent.parent, library)
        return tuple(fault for fault in faults if Path(fault.file) == path)
    if path.is_dir():
        inside = _content_inside(path)
        folders = [path] if _has_content(path) or not inside else inside
        return tuple(fault for folder in folders for fault in _check_folder(folder, library))
    try:
        read_brief(path, BriefOptions(), library)
    except FaultError as error:
        return error.faults
    return ()


def holds_content(folder: Path) -> bool:
    """Whether *folder*, or a folder in it, has exercises/, themes/ or course_types/."""
    return _has_content(folder) or bool(_content_inside(folder))


def _content_inside(folder: Path) -> list[Path]:
    return [each for each in sorted(folder.iterdir()) if _has_content(each)]


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
