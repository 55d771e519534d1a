"""House files as organisations have them: five, made with python-docx and by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from spark_tools.content.load import load_library
from spark_tools.plugin.loading import load_plugins
from spark_tools.render.pictures import to_png

if TYPE_CHECKING:
    from docx.document import Document

    from spark_tools.content.library import Library

DANISH_IDS = {
    "Heading1": "Overskrift1",
    "Heading2": "Overskrift2",
    "Heading3": "Overskrift3",
    "Heading4": "Overskrift4",
    "ListBullet": "Opstilling-punkttegn",
    "ListNumber": "Opstilling-talellerbogst",
    "Header": "Sidehoved",
    "Footer": "Sidefod",
    "TableNormal": "Tabel-Normal",
    "DefaultParagraphFont": "Standardskrifttypeiafsnit",
}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
    '<rect width="40" height="40" rx="8" fill="#7A1F3D"/></svg>'
)
BARE = {"Normal", "Heading 1", "Heading 2", "Default Paragraph Font", "Normal Table", "No List"}


def a4() -> Document:
    made = docx.Document()
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    made.core_properties.author = "Hemmelig Person"
    return made


def colour_headings(made: Document, colour: str) -> None:
    for level in (1, 2, 3, 4):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor.from_string(colour)


def danish_ids(path: Path) -> None:
    """Save a file as Word in Danish does: its own ids under the English names."""
    made = a4()
    colour_headings(made, "8A1538")
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Verdana", Pt(10)
    section = made.sections[0]
    section.header.paragraphs[0].text = "Lindebjerg Kommune\t\t{{ title }}"
    section.footer.paragraphs[0].text = "{{ workplace }} · {{ date }}\t\t{{ page_label }}"
    roots = (made.styles.element, section.header._element, section.footer._element)
    for element in (each for root in roots for each in root.iter()):
        for name in (qn("w:styleId"), qn("w:val")):
            if element.get(name) in DANISH_IDS:
                element.set(name, DANISH_IDS[element.get(name)])
    made.save(str(path))


def template(path: Path) -> None:
    """Save a Word template, a ``.dotx``."""
    made = a4()
    colour_headings(made, "005A3C")
    made.styles["Normal"].font.name = "Arial"
    made.sections[0].footer.paragraphs[0].text = "{{title}}"
    content = repacked(
        made,
        lambda name, part: (
            part.replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
            if name == "[Content_Types].xml"
            else part
        ),
    )
    path.write_bytes(content)


def bare(path: Path) -> None:
    """Save a file that has hardly a style: no lists, two headings."""
    made = a4()
    for style in list(made.styles):
        if style.name not in BARE:
            style.element.getparent().remove(style.element)
    for level in (1, 2):
        style = made.styles[f"Heading {level}"]
        style.font.color.rgb = RGBColor.from_string("1F3A7A")
        style.element.remove(style.element.find(qn("w:link")))
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Times New Roman", Pt(12)
    made.save(str(path))


def theme_colours(path: Path) -> None:
    """Save a file whose headings name a colour of the theme, in a darker shade."""
    made = a4()
    for level in (1, 2, 3, 4):
        colour = made.styles[f"Heading {level}"].element.get_or_add_rPr().find(qn("w:color"))
        for name, value in (("val", "00B050"), ("themeColor", "accent3"), ("themeShade", "80")):
            colour.set(qn(f"w:{name}"), value)
    orange = rb'<a:accent3><a:srgbClr val="B5530B"/></a:accent3>'
    content = repacked(
        made,
        lambda name, part: (
            re.sub(rb"<a:accent3>.*?</a:accent3>", orange, part, flags=re.DOTALL)
            if "theme/theme" in name
            else part
        ),
    )
    path.write_bytes(content)


def letterhead(path: Path) -> None:
    """Save a file with another first page, and a logo and words in a table in its headers."""
    made = a4()
    colour_headings(made, "7A1F3D")
    section = made.sections[0]
    section.different_first_page_header_footer = True
    section.left_margin = section.right_margin = Mm(20)
    for header, words in (
        (section.first_page_header, "Børneforvaltningen\n{{ workplace }}"),
        (section.header, "{{ title }}"),
    ):
        table = header.add_table(1, 2, Mm(170))
        picture = io.BytesIO(to_png(LOGO, 20).bytes)
        table.cell(0, 0).paragraphs[0].add_run().add_picture(picture, width=Mm(20))
        table.cell(0, 1).paragraphs[0].text = words
    section.footer.paragraphs[0].text = "{{ date }}\t\t{{ page_label }}"
    made.add_paragraph("{{ body }}")
    made.save(str(path))


def repacked(made: Document, change: Callable[[str, bytes], bytes]) -> bytes:
    saved, packed = io.BytesIO(), io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return packed.getvalue()


HOUSES: dict[str, Callable[[Path], None]] = {
    "danish-ids.docx": danish_ids,
    "template.dotx": template,
    "bare.docx": bare,
    "theme-colours.docx": theme_colours,
    "letterhead.docx": letterhead,
}


@pytest.fixture(scope="session")
def houses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The paths of the house files by name."""
    folder = tmp_path_factory.mktemp("houses")
    for name, make in HOUSES.items():
        make(folder / name)
    return {name: folder / name for name in HOUSES}


@pytest.fixture(params=HOUSES)
def house(request: pytest.FixtureRequest, houses: dict[str, Path]) -> Path:
    """One house file after the other."""
    return houses[request.param]


@pytest.fixture(scope="session")
def library() -> Library:
    """What the bundled plugins offer."""
    return load_library(load_plugins(strict=True))
