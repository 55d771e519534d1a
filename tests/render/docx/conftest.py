"""Word files opened as their XML, so that tests can read what stands in them."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from spark_tools.model import Block, Document, Edition, Look, Orientation, Section
from spark_tools.render.docx import draw

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
W = f"{{{NAMES['w']}}}"


class Opened:
    """A Word file's parts by name; ``find`` looks in one with the usual prefixes."""

    def __init__(self, packed: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(packed)) as package:
            assert package.testzip() is None
            self.infos = package.infolist()
            self.parts = {name: package.read(name) for name in package.namelist()}

    def root(self, part: str = "word/document.xml"):
        return etree.fromstring(self.parts[part])

    def find(self, path: str, part: str = "word/document.xml"):
        return self.root(part).xpath(path, namespaces=NAMES)

    def values(self, path: str, part: str = "word/document.xml"):
        """Give the w:val of each element on *path*."""
        return [each.get(f"{W}val") for each in self.find(path, part)]


def letters(element) -> str:
    """Give what *element* says, with line breaks and tabs."""
    said = {
        f"{W}t": lambda each: each.text or "",
        f"{W}br": lambda _: "\n",
        f"{W}tab": lambda _: "\t",
    }
    return "".join(
        said[each.tag](each) for each in element.iter(*said) if each.getparent().tag != f"{W}tabs"
    )


@pytest.fixture(scope="session")
def drawn(house_look: Look) -> Callable[..., Opened]:
    """What draws a document, or one of these blocks, and opens it."""

    def open_drawn(*blocks: Block | Document, orientation=Orientation.PORTRAIT) -> Opened:
        if len(blocks) == 1 and isinstance(blocks[0], Document):
            return Opened(draw(blocks[0], house_look))
        section = Section(blocks, orientation)
        return Opened(draw(Document(Edition.GUIDE, "Titel", "da", (section,)), house_look))

    return open_drawn


@pytest.fixture(scope="session")
def said() -> Callable[..., str]:
    """What gives the characters of an element, line breaks and tabs with them."""
    return letters


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Opened]:
    """What opens a Word file by its bytes."""
    return Opened
