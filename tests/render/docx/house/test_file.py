"""A house file that cannot be used says why, once and clearly."""

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from spark_tools.model import FaultError, Look
from spark_tools.render.docx.house.file import read_house_file, starting_point
from spark_tools.wordfile.opening import open_word_file


def saved(tmp_path, document, name="hus.docx"):
    path = tmp_path / name
    document.save(str(path))
    return path


def said(path) -> list[str]:
    with pytest.raises(FaultError) as caught:
        read_house_file(path)
    assert all(fault.file == str(path) for fault in caught.value.faults)
    return [fault.message for fault in caught.value.faults]


def in_a_table():
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ body }}"
    return document


def among_words():
    document = docx.Document()
    document.add_paragraph("Her: {{ body }}")
    return document


def twice():
    document = docx.Document()
    document.add_paragraph("{{ body }}")
    document.add_paragraph("{{body}}")
    return document


def linked_picture():
    document = docx.Document()
    header = document.sections[0].header
    header.is_linked_to_previous = False
    identifier = header.part.relate_to("file:///P:/logo.png", RT.IMAGE, is_external=True)
    blip = f'<a:blip {nsdecls("a", "r")} r:link="{identifier}"/>'
    header.paragraphs[0]._p.append(parse_xml(blip))
    return document


def chart():
    document = docx.Document()
    part = Part(PackURI("/word/charts/chart1.xml"), "application/xml", b"<c/>")
    identifier = document.part.relate_to(part, RT.CHART)
    drawn = f'<c:chart xmlns:c="urn:c" {nsdecls("r")} r:id="{identifier}"/>'
    document.add_paragraph()._p.append(parse_xml(drawn))
    return document


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (in_a_table, "paragraph of its own"),
        (among_words, "paragraph of its own"),
        (twice, "there 2 times"),
        (linked_picture, "linked to a file elsewhere"),
        (chart, "cannot be taken along"),
    ],
)
def test_what_cannot_be_used_is_said(make, words, tmp_path):
    (message,) = said(saved(tmp_path, make()))
    assert words in message


def test_a_file_that_is_missing_or_no_word_file_is_said(tmp_path):
    assert said(tmp_path / "mangler.docx") == ["there is no such file"]
    (tmp_path / "tekst.docx").write_text("Kære alle")
    assert said(tmp_path / "tekst.docx") == ["it is not a Word file"]


def test_a_starting_point_is_the_look_as_a_document_or_a_template(house_look: Look, tmp_path):
    for as_template, name in ((False, "hus.docx"), (True, "hus.dotx")):
        content = starting_point(house_look, as_template=as_template)
        assert open_word_file(content).is_template is as_template
        (tmp_path / name).write_bytes(content)
        assert read_house_file(tmp_path / name).styles["Caution"].name == "Caution"
    assert starting_point(house_look) == starting_point(house_look)


def test_a_starting_point_opens_in_python_docx(house_look):
    assert docx.Document(io.BytesIO(starting_point(house_look))).paragraphs[0].text == "{{ body }}"
