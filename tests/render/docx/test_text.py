import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.model import (
    Document,
    Edition,
    Field,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Section,
    Span,
    text,
)

UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
ROOM = re.compile("[ \u00a0\u2000-\u200a\u3000]{3,}|\t[ \t\u00a0]*\t")
SEVERAL = re.compile("[ \u00a0\u2000-\u200a\u3000]{2,}|\t[ \t\u00a0]*\t")


def paragraphs(opened):
    return opened.find("//w:body/w:p")


def test_a_name_full_of_mark_up_comes_out_letter_by_letter(drawn, said, nasty_name):
    opened = drawn(
        Heading(1, text(nasty_name)), Paragraph(text(nasty_name)), ListBlock((text(nasty_name),))
    )
    assert [said(each) for each in paragraphs(opened)] == [nasty_name] * 3


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1))
def test_every_character_that_xml_can_hold_survives(drawn, said, characters):
    opened = drawn(Heading(1, text("Titel")), Paragraph(text(characters)), Paragraph(text("Slut")))
    expected = UNWRITABLE.sub("", characters)
    if ROOM.search(expected):
        expected = SEVERAL.sub(lambda several: "\t" if "\t" in several[0] else " ", expected)
    expected = LINE_END.sub("\n", expected)
    assert said(paragraphs(opened)[1]) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1))
def test_header_footer_and_title_say_what_they_were_given(drawn, said, words):
    opened = drawn(
        Document(
            Edition.GUIDE,
            words,
            "da",
            (Section((Heading(1, text("Titel")),)),),
            header_left=words,
            header_right="{{ header_left }}",
            footer_left=words,
        )
    )
    (header,) = opened.find("//w:p", "word/header1-portrait.xml")
    (footer,) = opened.find("//w:p", "word/footer1-portrait.xml")
    assert said(header) == f"{words}\t{{{{ header_left }}}}"
    assert said(footer) == f"{words}\tSide 1 af 1"
    assert opened.find("//dc:title", "docProps/core.xml")[0].text == words[:255]


@pytest.mark.parametrize("blanks", ["   ", "\u00a0" * 8, "\u2003 \u00a0"])
def test_blanks_that_make_room_become_one(drawn, said, blanks):
    opened = drawn(
        Heading(1, text(f"a{blanks}b")),
        Paragraph((Span(f"a {blanks}"), Span(f"{blanks} b", strong=True))),
        Field("what", f"a{blanks}b"),
    )
    heading, paragraph, field = map(said, paragraphs(opened))
    assert (heading, paragraph) == ("a b", "a  b")
    assert field.startswith("a b\n")


def test_strong_and_emphasis_are_seen(drawn):
    opened = drawn(
        Paragraph((Span("a"), Span("b", strong=True), Span("c", emphasis=True, strong=True)))
    )
    assert [letter.text for letter in opened.find("//w:r[w:rPr/w:b]/w:t")] == ["b", "c"]
    assert [letter.text for letter in opened.find("//w:r[w:rPr/w:i]/w:t")] == ["c"]


def test_a_link_leads_where_it_should_and_looks_like_one(drawn, said):
    address = "https://spark.example/a b?c=1&d=ø"
    opened = drawn(Paragraph((Span("Læs på "), Span("SPARKs side", link=address))))
    (link,) = opened.find("//w:hyperlink")
    assert said(link) == "SPARKs side"
    assert link.find(".//{*}rStyle") is not None
    (target,) = opened.find("//rel:Relationship[@TargetMode]", "word/_rels/document.xml.rels")
    assert target.get("Id") == link.get(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    )
    assert target.get("Target") == "https://spark.example/a%20b?c=1&d=%C3%B8"


def test_a_link_used_twice_is_one_relationship(drawn):
    link = Paragraph((Span("her står den", link="https://spark.example"),))
    opened = drawn(link, link)
    assert len(opened.find("//rel:Relationship[@TargetMode]", "word/_rels/document.xml.rels")) == 1


def test_what_is_said_aloud_stands_in_danish_quotation_marks(drawn, said):
    opened = drawn(
        Paragraph(text("Hvad ser vi?"), Role.SAY), Paragraph(text("»Hvad nu?«"), Role.SAY)
    )
    assert [said(each) for each in paragraphs(opened)] == ["»Hvad ser vi?«", "»Hvad nu?«"]


def test_speech_in_an_english_document_has_english_quotation_marks(drawn, said):
    speech = Paragraph(text("What do we see?"), Role.SAY)
    opened = drawn(Document(Edition.GUIDE, "Title", "en", (Section((speech,)),)))
    assert said(paragraphs(opened)[0]) == "“What do we see?”"
