"""House files made with python-docx, and a sheet of every kind of block drawn in them."""

from collections.abc import Callable
from pathlib import Path

import attrs
import docx
import pytest
from docx.shared import Mm
from lxml import etree
from openxml_audit import OpenXmlValidator

from spark_tools.model import Document, Look
from spark_tools.render.docx import draw
from spark_tools.wordfile.styles import Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


@pytest.fixture(scope="session")
def element():
    """What gives an element of that name, such as ``styles``, that holds this XML."""
    return lambda name, xml="": etree.fromstring(f"<w:{name} {NAMESPACES}>{xml}</w:{name}>")


def style_xml(name: str, inside: str = "", **said: str) -> str:
    """Give a style; its id is the name without blanks, and *said* may say otherwise."""
    said = {"type": "paragraph", "styleId": name.replace(" ", ""), **said}
    attributes = " ".join(f'w:{key}="{value}"' for key, value in said.items())
    return f'<w:style {attributes}><w:name w:val="{name}"/>{inside}</w:style>'


@pytest.fixture(scope="session")
def style() -> Callable[..., str]:
    """What gives a style of that name with this XML in it."""
    return style_xml


@pytest.fixture(scope="session")
def styles(element) -> Callable[..., Styles]:
    """What gives the styles of a Word file from the XML of each, and of its defaults."""
    return lambda *each: Styles(element("styles", "".join(each)))


@pytest.fixture
def a4():
    """A Word file as python-docx makes it, on A4."""
    made = docx.Document()
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    return made


@pytest.fixture
def drawn_in(tmp_path: Path, house_look: Look, sample_document: Document, opened):
    """What draws a document in the house file that it is given, and opens it."""

    def draw_in(house, document: Document = sample_document):
        path = tmp_path / "hus.docx"
        house.save(str(path))
        drawn = draw(document, attrs.evolve(house_look, house=path))
        (tmp_path / "tegnet.docx").write_bytes(drawn)
        return opened(drawn)

    return draw_in


@pytest.fixture
def invalid_in(drawn_in, tmp_path: Path) -> Callable[..., list[str]]:
    """What gives the faults that a validator finds in a document drawn in that house file."""

    def faults(house) -> list[str]:
        drawn_in(house)
        return [str(each) for each in OpenXmlValidator().validate(tmp_path / "tegnet.docx").errors]

    return faults
