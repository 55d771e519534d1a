"""Drawings take the colours of an organisation's own Word file, and leave the bundled look's."""

import docx
from docx.shared import RGBColor

from spark_tools.model import Document, Edition, Look, Picture, Section
from spark_tools.render.docx import draw
from spark_tools.render.docx.house.opened import open_house

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="10" height="10" fill="#1D5560"/></svg>'
)
SHEET = Document(Edition.WORKSHEETS, "Ark", "da", (Section((Picture(SVG, "En flade", 50),)),))


def test_the_accent_of_a_drawing_is_the_houses(tmp_path, house_look):
    made = docx.Document()
    for level in (1, 2, 3, 4):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x8A, 0x15, 0x38)
    path = tmp_path / "hus.docx"
    made.save(str(path))
    assert 'fill="#8A1538"' in open_house(path, "da").painted(SVG)
    own = Look(house_look.template_dirs, house=path)
    assert draw(SHEET, own) != draw(SHEET, house_look)


def test_in_the_bundled_look_a_drawing_keeps_its_colours(house_look):
    assert open_house(house_look.find("word/house.docx"), "da").painted(SVG) == SVG
