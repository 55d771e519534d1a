import pytest

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    FieldGrid,
    GridColumn,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    text,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = Table((Column("Titel", 1),), (Row((Cell((Paragraph(text("Celle")),)),)),))


def document(*sections, **words):
    return Document(Edition.WORKSHEETS, "Ark", "da", sections, **words)


def sheet(title, orientation=Orientation.PORTRAIT, *more):
    return Section((Heading(2, text(title)), Paragraph(text("Tekst")), *more), orientation)


@pytest.fixture
def turned(drawn):
    return drawn(
        document(
            sheet("Et"),
            sheet("To", Orientation.LANDSCAPE, TABLE),
            sheet("Tre"),
            header_left="Forløb",
            header_right="Møde 1",
        )
    )


def sizes(opened):
    attributes = [
        {name.rpartition("}")[2]: value for name, value in each.items()}
        for each in opened.find("//w:sectPr/w:pgSz")
    ]
    return [(int(a["w"]), int(a["h"]), a.get("orient", "portrait")) for a in attributes]


def test_each_section_lies_as_it_should(turned):
    assert sizes(turned) == [
        (11906, 16838, "portrait"),
        (16838, 11906, "landscape"),
        (11906, 16838, "portrait"),
    ]


def test_a_section_ends_in_its_last_paragraph_and_the_last_one_in_the_body(turned, said):
    first, second = turned.find("//w:p[w:pPr/w:sectPr]")
    assert said(first) == "Tekst"
    assert second.getprevious().tag.endswith("}tbl")
    assert turned.find("//w:body/*[last()]")[0].tag.endswith("}sectPr")


def test_the_header_reaches_the_right_margin_both_ways(turned):
    edges = [
        int(turned.find("//w:tab[@w:pos]", f"word/header1-{way}.xml")[0].values()[-1])
        for way in ("portrait", "landscape")
    ]
    assert edges == pytest.approx([170 * 56.69, 257 * 56.69], abs=2)


def test_a_document_that_lies_one_way_has_no_headers_for_the_other(drawn):
    opened = drawn(document(sheet("Et")))
    assert [name for name in opened.parts if "landscape" in name] == []


def test_pages_are_counted(drawn, said):
    opened = drawn(document(sheet("Et"), page_label="Page {page} of {pages}"))
    fields = [
        each.values()[0].strip()
        for each in opened.find("//w:fldSimple", "word/footer1-portrait.xml")
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    assert said(opened.root("word/footer1-portrait.xml")) == "\tPage 1 of 1"


def test_a_section_without_blocks_still_is_a_page(drawn):
    opened = drawn(document(Section(()), sheet("Et")))
    assert len(opened.find("//w:sectPr")) == 2


@pytest.mark.parametrize("foot", [(), (Paragraph(text("Gem arket."), Role.NOTE),)])
def test_what_ends_a_section_takes_the_row_before_it_along(drawn, foot):
    grid = FieldGrid("g", (GridColumn("a", "A", 1), GridColumn("b", "B", 1)), 3)
    opened = drawn(document(Section((grid, *foot), Orientation.LANDSCAPE)))

    kept = [len(row.findall(f".//{W}keepNext")) for row in opened.find("//w:tr")]
    assert kept == [0, 0, 0, 2]


def test_the_last_of_several_paragraphs_is_not_left_alone(drawn):
    words = [Paragraph(text(word)) for word in ("en", "to", "tre")]
    opened = drawn(document(Section(tuple(words))))
    assert [bool(p.findall(f".//{W}keepNext")) for p in opened.find("//w:p")] == [
        False,
        True,
        False,
    ]


def test_a_page_that_was_asked_for_is_had(drawn):
    blocks = (Paragraph(text("en")), PageBreak(), Paragraph(text("to")))
    assert not drawn(document(Section(blocks))).find("//w:keepNext")
