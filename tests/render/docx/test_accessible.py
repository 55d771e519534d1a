"""What a checker of accessible documents asks, on a document with every block."""

import pytest


@pytest.fixture
def opened(drawn, sample_document):
    return drawn(sample_document)


def test_every_table_is_regular(opened):
    for table in opened.find("//w:tbl"):
        columns = len(table.findall("{*}tblGrid/{*}gridCol"))
        rows = table.findall("{*}tr")
        assert rows[0].find("{*}trPr/{*}tblHeader") is not None
        for row in rows:
            assert row.find("{*}trPr/{*}cantSplit") is not None
            assert len(row.findall("{*}tc")) == columns
    assert opened.find("//w:gridSpan | //w:vMerge | //w:tc//w:tbl") == []


def test_every_cell_ends_in_a_paragraph(opened):
    assert all(cell[-1].tag.endswith("}p") for cell in opened.find("//w:tc"))


def test_no_paragraph_is_there_for_the_air(opened, said):
    empty = [
        p
        for p in opened.find("//w:body/w:p")
        if not said(p) and not len(p.findall(".//{*}drawing"))
    ]
    needed = {"TableGap", "SectionEnd"}
    assert {p.find(".//{*}pStyle").values()[0] for p in empty} <= needed
    assert all(p.getprevious().tag.endswith("}tbl") for p in empty)


def test_every_drawing_is_inline_and_described(opened):
    assert all(len(each.get("descr")) > 10 for each in opened.find("//wp:docPr"))
    assert len(opened.find("//wp:docPr")) == len(opened.find("//w:drawing/wp:inline")) == 1
    assert opened.find("//wp:anchor | //w:pict | //w:txbxContent") == []


def test_headings_stand_outside_tables_and_start_with_the_title(opened):
    headings = [
        style for style in opened.values("//w:body/w:p/w:pPr/w:pStyle") if "Heading" in style
    ]
    assert headings[0] == "Heading1"
    assert headings.count("Heading1") == 1
    assert not any("Heading1" in style for style in opened.values("//w:tc//w:pStyle"))


def test_no_style_is_asked_for_that_the_house_file_lacks(opened):
    asked = set(opened.values("//w:pStyle | //w:rStyle | //w:tblStyle"))
    owned = {
        style.get(f"{{{style.nsmap['w']}}}styleId")
        for style in opened.find("//w:style", "word/styles.xml")
    }
    assert len(asked) > 25
    assert asked <= owned


def test_nothing_is_protected_and_text_is_hyphenated(opened):
    assert opened.find("//w:documentProtection", "word/settings.xml") == []
    assert len(opened.find("//w:autoHyphenation", "word/settings.xml")) == 1


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_text_can_be_read_on_the_paper_and_on_the_tint(opened):
    colours = set(opened.values("//w:rPr/w:color", "word/styles.xml"))
    assert len(colours) >= 3
    for colour in colours:
        for ground in ("FFFFFF", "EAF1F2"):
            assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 4.5
