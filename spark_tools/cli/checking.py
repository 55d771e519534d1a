"""Checking paths of any kind: what each is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from spark_tools.cli.course_folder import BRIEF
from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError

if TYPE_CHECKING:
    import click

    from spark_tools.accessibility import Flaw

WORD, PDF = (".docx", ".dotx"), ".pdf"


@frozen
class Checked:
    """A document that could be opened, and what stands in a reader's way in it."""

    path: Path
    flaws: tuple[Flaw, ...]


@frozen
class Report:
    """What is wrong with what was given; ``checked`` counts content, course files and documents.

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
    faults = list(found.faults)
    if found.content:
        from spark_tools.cli.toolbox import open_toolbox
        from spark_tools.content.check import check_path

        _plugins, library = open_toolbox(context)
        for path in found.content:
            faults += check_path(path, library)
    opened = []
    for path in found.documents:
        try:
            opened.append(Checked(path, _flaws(path)))
        except FaultError as error:
            faults += error.faults
    checked = len(found.content) + len(found.documents)
    return Report(checked, tuple(faults), tuple(opened))


def _flaws(path: Path) -> tuple[Flaw, ...]:
    from spark_tools.accessibility import check_document, check_pdf
    from spark_tools.wordfile.disk import read_file

    check = check_pdf if path.suffix.lower() == PDF else check_document
    return check(read_file(path), str(path))


@define
class _Found:
    """What is to be checked, each path once, and the folders with nothing in them."""

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
    else:
        found.content[path] = None


def _find_in(folder: Path, found: _Found) -> None:
    from spark_tools.content.check import holds_content

    if holds_content(folder):
        found.content[folder] = None
        return
    documents = _documents(folder)
    found.documents.update(dict.fromkeys(documents))
    brief = folder / BRIEF
    if brief.is_file():
        found.content[brief] = None
    elif not documents:
        _ = messages("cli")
        said = _(
            "there is nothing to check in it: no Word files or PDFs, no course.toml, and none of"
            " exercises/, themes/ and course_types/"
        )
        found.faults.append(Fault(said, str(folder)))


def _documents(folder: Path) -> list[Path]:
    """Give the documents below *folder*, hidden ones and those that Word has open left out."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (*WORD, PDF)
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and path.is_file()
    ]
