"""Checking paths of any kind: what each is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from spark_tools.cli.course_folder import BRIEF
from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError

if TYPE_CHECKING:
    import click

    from spark_tools.accessibility import Flaw

WORD, PDF, TOML = (".docx", ".dotx"), ".pdf", ".toml"
MACROS = (".docm", ".dotm")


@frozen
class Checked:
    """A document that could be opened, and what stands in a reader's way in it."""

    path: Path
    flaws: tuple[Flaw, ...]


@frozen
class Report:
    """What is wrong with what was given; ``checked`` counts the files that were read.

    ``faults`` are those of content and course files, and of documents that cannot be opened.
    """

    checked: int
    faults: tuple[Fault, ...]
    documents: tuple[Checked, ...]

    @property
    def passed(self) -> bool:
        """Whether there is nothing wrong."""
        return not self.faults and not any(each.flaws for each in self.documents)


def check_all(paths: Iterable[str], context: click.Context) -> Report:
    """Check everything at *paths*; plugins are loaded only where content is to be checked."""
    found = _Found()
    for name in paths:
        _find(Path(name), found)
    faults, checked = list(found.faults), 0
    if found.content:
        from spark_tools.cli.dress_options import dressed
        from spark_tools.cli.toolbox import open_toolbox
        from spark_tools.content.check import check_path, count_files

        plugins, library = open_toolbox(context)
        for path in found.content:
            faults += check_path(path, library, partial(dressed, plugins))
            checked += count_files(path)
    opened = []
    for path in found.documents:
        try:
            opened.append(Checked(path, _flaws(path)))
        except FaultError as error:
            faults += error.faults
    return Report(checked + len(found.documents), tuple(faults), tuple(opened))


def _flaws(path: Path) -> tuple[Flaw, ...]:
    from spark_tools.accessibility import check_document, check_pdf
    from spark_tools.wordfile.disk import read_file

    check = check_pdf if path.suffix.lower() == PDF else check_document
    return check(read_file(path), str(path))


@define
class _Found:
    """What is to be checked, each path once, and what is wrong with the paths themselves."""

    content: dict[Path, None] = field(factory=dict)
    documents: dict[Path, None] = field(factory=dict)
    faults: list[Fault] = field(factory=list)


def _find(path: Path, found: _Found) -> None:
    """Put *path*, or what is in it, where it belongs: content and course files, or documents."""
    if path.is_dir():
        _find_in(path, found)
    elif path.suffix.lower() in (*WORD, PDF):
        found.documents[path] = None
        twin = path.with_suffix(PDF)
        if twin.is_file():
            found.documents[twin] = None
    elif path.suffix.lower() == TOML or not path.is_file():
        found.content[path] = None
    else:
        found.faults.append(Fault(_unknown(path), str(path)))


def _unknown(path: Path) -> str:
    """Say what is wrong with a file of a kind that cannot be checked."""
    _ = messages("cli")
    if path.suffix.lower() in MACROS:
        return _(
            "spark can check .docx, .dotx, .pdf and .toml files and folders; save it without"
            " macros, as .docx"
        )
    return _("spark can check .docx, .dotx, .pdf and .toml files and folders; save it as .docx")


def _find_in(folder: Path, found: _Found) -> None:
    """Find the content folders in *folder*, the documents outside them, and its course file."""
    from spark_tools.content.check import content_folders

    content = content_folders(folder)
    documents = list(_documents(folder, content))
    brief = folder / BRIEF
    if brief.is_file() and folder not in content:
        content = [brief, *content]
    found.content.update(dict.fromkeys(content))
    found.documents.update(dict.fromkeys(documents))
    if not content and not documents:
        _ = messages("cli")
        said = _(
            "there is nothing to check in it: no Word files or PDFs, no course.toml, and none of"
            " exercises/, themes/ and course_types/"
        )
        found.faults.append(Fault(said, str(folder)))


def _documents(folder: Path, content: Container[Path]) -> Iterator[Path]:
    """Give the documents below *folder*, those that Word has open left out, none in *content*."""
    from spark_tools.content.check import entries

    if folder in content:
        return
    for path in entries(folder):
        if path.is_dir():
            yield from _documents(path, content)
        elif path.suffix.lower() in (*WORD, PDF) and not path.name.startswith("~$"):
            yield path
