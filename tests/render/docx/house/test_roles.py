"""Which style plays a role is told by its name alone: English or Danish, in any capitals."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import RGBColor

from spark_tools.model import Document, Edition, Paragraph, Role, Section, text
from spark_tools.render.docx import names
from spark_tools.render.docx.house.opened import bundled
from spark_tools.render.docx.house.roles import CALLED, cast, find, wanted

KINDS = {role: kind for kind, role in wanted(bundled())}


def test_every_role_that_is_called_something_else_is_one_that_documents_ask_for():
    assert set(CALLED) <= set(KINDS)


def test_no_name_stands_for_two_roles():
    every = [name for role, called in CALLED.items() for name in (role.lower(), *called)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("role", "name"), [(role, name) for role, called in CALLED.items() for name in (role, *called)]
)
@pytest.mark.parametrize("capitals", [str.lower, str.upper, str.title])
def test_a_style_is_found_by_its_english_and_danish_names_in_any_capitals(
    role, name, capitals, styles, style
):
    own = styles(style(capitals(name), type=KINDS[role], styleId="a1"))
    assert find(own, KINDS[role], role).id == "a1"


def test_the_english_name_goes_before_the_danish(styles, style):
    own = styles(style("Obs", styleId="danish"), style("caution", styleId="english"))
    assert find(own, names.PARAGRAPH, "Caution").id == "english"


def test_a_style_of_another_kind_plays_no_role(styles, style):
    own = styles(style("Obs", type="character"), style("Hyperlink", type="paragraph"))
    assert find(own, names.PARAGRAPH, "Caution") is None
    assert find(own, names.CHARACTER, names.LINK) is None


def test_every_role_is_cast_and_those_that_nobody_plays_are_told(styles, style):
    parts = {part.role: part for part in cast(styles(style("Overskrift 1")), bundled())}
    assert set(parts) == set(KINDS)
    assert [part.style.name for part in parts.values() if part.style] == ["Overskrift 1"]
    assert parts["heading 1"].kind == names.PARAGRAPH


def test_neither_the_body_nor_the_pages_furniture_is_a_role():
    assert {*names.FURNITURE, names.BODY, "Normal Table"}.isdisjoint(KINDS)


def test_a_document_is_drawn_in_the_style_of_the_danish_name(a4, drawn_in):
    box = a4.styles.add_style("FAKTABOKS", WD_STYLE_TYPE.PARAGRAPH)
    box.font.color.rgb = RGBColor.from_string("7A1F3D")
    blocks = (Paragraph(text("Stop i tide."), Role.CAUTION),)
    opened = drawn_in(a4, Document(Edition.GUIDE, "Titel", "da", (Section(blocks),)))
    assert opened.values("//w:p[w:r/w:t='Stop i tide.']/w:pPr/w:pStyle") == [box.style_id]
    assert opened.values("//w:style/w:name[@w:val='Caution']", "word/styles.xml") == []
