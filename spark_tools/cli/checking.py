"""Checking paths of any kind: what each is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.cli.course_folder import BRIEF
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
    content, documents = _sorted(paths)
    faults: list[Fault] = []
    if content:
        from spark_tools.cli.toolbox import open_toolbox
        from spark_tools.content.check import check_path

        _plugins, library = open_toolbox(context)
        for path in content:
            faults += check_path(path, library)
    opened = []
    for path in documents:
        try:
            opened.append(Checked(path, _flaws(path)))
        except FaultError as error:
            faults += error.faults
    return Report(len(content) + len(documents), tuple(faults), tuple(opened))


def _flaws(path: Path) -> tuple[Flaw, ...]:
    from spark_tools.accessibility import check_document, check_pdf
    from spark_tools.wordfile.disk import read_file

    check = check_pdf if path.suffix.lower() == PDF else check_document
    return check(read_file(path), str(path))


def _sorted(paths: Iterable[str]) -> tuple[list[Path], list[Path]]:
    """Part *paths* into content and course files, and documents with their PDFs, each once."""
    content: dict[Path, None] = {}
    documents: dict[Path, None] = {}
    for name in paths:
        path = Path(name)
        if path.suffix.lower() in (*WORD, PDF) and not path.is_dir():
            documents[path] = None
            twin = path.with_suffix(PDF)
            if twin.is_file():
                documents[twin] = None
        elif path.is_dir() and (found := _in_folder(path)):
            documents.update(dict.fromkeys(found))
            if (path / BRIEF).is_file():
                content[path / BRIEF] = None
        else:
            content[path] = None
    return list(content), list(documents)


def _in_folder(folder: Path) -> list[Path]:
    """Give the documents below *folder*; none where it holds exercises, themes or course types."""
    from spark_tools.content.check import holds_content

    if holds_content(folder):
        return []
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (*WORD, PDF)
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and path.is_file()
    ]
