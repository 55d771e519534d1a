"""Renderers: what turns a document, a plan or a meeting into the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from spark_tools.model.document import Document
from spark_tools.model.plan import SessionPlan
from spark_tools.model.running_order import RunningOrder

if TYPE_CHECKING:
    from jinja2 import Environment


HOUSE_FILES = ("word/house.docx", "word/house.dotx")
LOOK_FILE = "look.json"


@frozen
class Look:
    """Where templates come from: folders in order, the first that has one wins.

    ``jinja`` holds what plugins add to the Jinja2 environment. ``house`` is an
    organisation's own Word file, which stands in for the folders' ``word/house.docx``.
    ``guarded`` are those of the folders that must not run any code: all templates are drawn in
    a sandbox then, and scripts and Typst are not taken from these folders.
    """

    template_dirs: tuple[Path, ...]
    jinja: tuple[Callable[[Environment], None], ...] = ()
    house: Path | None = None
    guarded: tuple[Path, ...] = ()

    @property
    def own_house(self) -> Path | None:
        """An organisation's own Word file, ``house`` or a folder's; None in a look of ours.

        A folder whose house file comes with a look of the same kind for PDF is a look of ours.
        """
        if self.house:
            return self.house
        for folder in self.template_dirs:
            for name in HOUSE_FILES:
                if (folder / name).is_file():
                    return None if (folder / LOOK_FILE).is_file() else folder / name
        return None

    def find(self, name: str) -> Path:
        """Give the first file called *name* (``word/house.docx``), or raise `FileNotFoundError`."""
        for path in self.find_all(name):
            return path
        raise FileNotFoundError(name)

    def find_all(self, name: str) -> tuple[Path, ...]:
        """Give every file called *name*, those of the first folders first."""
        paths = (folder / name for folder in self.template_dirs)
        return tuple(path for path in paths if path.is_file())

    @property
    def unguarded(self) -> Look:
        """The look without its guarded folders, for files that run as they are."""
        folders = (folder for folder in self.template_dirs if folder not in self.guarded)
        return evolve(self, template_dirs=tuple(folders), guarded=())


def _ready(_look: Look) -> str:
    return ""


@frozen
class DocumentRenderer:
    """Draws documents in one format.

    ``format`` is what the user types, ``suffix`` the file's ending without a
    dot, ``title`` a short name for people. ``draw`` gives a file's bytes; it
    imports what it needs when it is called. ``draw_many``, where there is one, gives
    those of several documents in order, for a program that is slow to start.
    ``missing`` says, in words, what has to be installed before documents can be drawn
    in a look, or nothing when the format is ready.
    """

    format: str
    suffix: str
    title: str
    draw: Callable[[Document, Look], bytes]
    missing: Callable[[Look], str] = _ready
    draw_many: Callable[[Sequence[Document], Look], Iterable[bytes]] | None = None

    def draw_all(self, documents: Sequence[Document], look: Look) -> Iterator[bytes]:
        """Give the bytes of each of *documents* in order, one at a time where that will do."""
        if self.draw_many:
            yield from self.draw_many(documents, look)
        else:
            for document in documents:
                yield self.draw(document, look)


@frozen
class PlanRenderer:
    """Draws a whole plan as one file, as a calendar does; else as `DocumentRenderer`."""

    format: str
    suffix: str
    title: str
    draw: Callable[[SessionPlan, Look], bytes]
    missing: Callable[[Look], str] = _ready


@frozen
class MeetingRenderer:
    """Draws each meeting as one file, as slides do; else as `DocumentRenderer`.

    ``name`` is what the file is called in the meeting's folder, without its ending.
    """

    format: str
    suffix: str
    title: str
    name: str
    draw: Callable[[RunningOrder, Look], bytes]
    missing: Callable[[Look], str] = _ready


Renderer = DocumentRenderer | PlanRenderer | MeetingRenderer
