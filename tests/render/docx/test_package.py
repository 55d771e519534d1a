import pytest

from spark_tools.model import Document, Edition, Heading, Section, text
from spark_tools.render.docx import draw


def test_the_same_document_gives_the_same_bytes(sample_document, house_look):
    assert draw(sample_document, house_look) == draw(sample_document, house_look)


def test_no_member_has_a_time(drawn, sample_document):
    assert {info.date_time for info in drawn(sample_document).infos} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_say_what_it_is_and_not_who_made_it(drawn, sample_document):
    opened = drawn(sample_document)
    said = {each.tag.rpartition("}")[2]: each.text for each in opened.root("docProps/core.xml")}
    assert said == {
        "title": sample_document.title,
        "language": "da-DK",
        "identifier": "0f3a/2/drejebog",
    }
    assert not any("app.xml" in name for name in opened.parts)


def own_properties(opened):
    part = "docProps/custom.xml"
    if part not in opened.parts:
        return {}
    return {each.get("name"): each[0].text for each in opened.root(part)}


@pytest.mark.parametrize(
    ("identifier", "properties"),
    [
        ("0f3a/worksheets/2/card", {"spark-course": "0f3a", "spark-sheet": "worksheets/2/card"}),
        ("0f3a", {"spark-course": "0f3a"}),
        ('a&<"/]]>', {"spark-course": 'a&<"', "spark-sheet": "]]>"}),
        ("", {}),
    ],
)
def test_the_course_and_the_sheet_are_named_once_more(drawn, identifier, properties):
    section = Section((Heading(1, text("Titel")),))
    opened = drawn(Document(Edition.AGENDA, "T", "da", (section,), identifier=identifier))
    assert own_properties(opened) == properties


@pytest.mark.parametrize(("language", "locale"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_language_is_said_in_both_places(drawn, language, locale):
    section = Section((Heading(1, text("Titel")),))
    opened = drawn(Document(Edition.AGENDA, "Titel", language, (section,)))
    assert opened.values("//w:docDefaults//w:lang", "word/styles.xml") == [locale]
    assert opened.values("//w:style//w:lang", "word/styles.xml") == []
    assert opened.find("//dc:language", "docProps/core.xml")[0].text == locale


def test_every_part_has_a_content_type_and_every_relationship_a_target(drawn, sample_document):
    opened = drawn(sample_document)
    types = opened.root("[Content_Types].xml")
    named = {each.get("PartName").lstrip("/") for each in types if each.get("PartName")}
    endings = {each.get("Extension") for each in types if each.get("Extension")}
    for name in opened.parts:
        assert name in named or name.rpartition(".")[2] in endings
    for each in opened.find("//rel:Relationship[not(@TargetMode)]", "word/_rels/document.xml.rels"):
        assert f"word/{each.get('Target')}" in opened.parts


def test_python_docx_reads_what_was_drawn(sample_document, house_look, tmp_path):
    import docx

    (tmp_path / "a.docx").write_bytes(draw(sample_document, house_look))
    read = docx.Document(str(tmp_path / "a.docx"))
    assert [section.orientation for section in read.sections] == [1, 0]
    assert read.paragraphs[0].style.name == "Heading 1"
    assert read.core_properties.author == ""
