import pytest

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Heading,
    Orientation,
    Paragraph,
    Row,
    Section,
    Table,
    text,
)

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
