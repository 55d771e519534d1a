"""A document with every block passes the gate, and is set as it should be."""

from spark_tools.accessibility import check_document
from spark_tools.render.docx import draw


def test_a_document_with_every_block_has_no_flaw(sample_document, house_look):
    assert check_document(draw(sample_document, house_look)) == ()


def test_the_title_is_the_only_heading_of_the_first_level(drawn, sample_document):
    styles = drawn(sample_document).values("//w:body/w:p/w:pPr/w:pStyle")
    assert styles.count("Heading1") == 1


def test_text_is_hyphenated(drawn, sample_document):
    opened = drawn(sample_document)
    assert len(opened.find("//w:autoHyphenation", "word/settings.xml")) == 1
