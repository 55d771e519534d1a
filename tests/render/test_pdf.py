import io
import re
import shutil

import attrs
import page
import pypdf
import pytest

from spark_tools.model import (
    Column,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    Look,
    Meaning,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Section,
    Span,
    Table,
    text,
)
from spark_tools.render.pdf import draw, missing

TITLE = Heading(1, text("Titel"))


def sheet(*blocks, language="da"):
    return Document(Edition.WORKSHEETS, "Titel", language, (Section(blocks),))


def pages(pdf: bytes) -> list[str]:
    """Give the words of each page, put together again where a line parts them."""
    texts = (found.extract_text() for found in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return [text.replace("\N{SOFT HYPHEN}\n", "") for text in texts]


def faults(pdf: bytes) -> list[str]:
    return [failure.message for failure in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def test_a_document_with_every_block_is_accessible(sample_document, house_look):
    report = page.validate_pdf_bytes(draw(sample_document, house_look), profile="ua1")
    assert report.is_compliant, report.to_json()


def test_every_word_is_on_the_pages(sample_document, house_look, words_of):
    seen = re.sub(r"\s+", "", "".join(pages(draw(sample_document, house_look))))
    unseen = [word for word in words_of(sample_document) if word not in seen]
    assert unseen == []


def test_the_name_is_set_as_it_is_written(sample_document, house_look, nasty_name):
    assert "".join(pages(draw(sample_document, house_look))).count(nasty_name) == 6


def test_the_same_document_gives_the_same_bytes(sample_document, house_look):
    assert draw(sample_document, house_look) == draw(sample_document, house_look)


def test_the_properties_hold_title_language_and_sheet_but_no_date_or_author(
    sample_document, house_look
):
    reader = pypdf.PdfReader(io.BytesIO(draw(sample_document, house_look)))
    assert reader.metadata is not None
    assert reader.metadata.title == sample_document.title
    assert reader.metadata.author is None
    assert reader.metadata.creation_date is None
    assert reader.metadata["/Keywords"] == sample_document.identifier
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"


def test_each_section_lies_as_it_says(sample_document, house_look):
    reader = pypdf.PdfReader(io.BytesIO(draw(sample_document, house_look)))
    sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in reader.pages]
    assert sizes[0] == pytest.approx((841.9, 595.3), abs=0.1)
    assert sizes[-1] == pytest.approx((595.3, 841.9), abs=0.1)


def test_every_page_says_where_it_belongs(sample_document, house_look):
    found = pages(draw(sample_document, house_look))
    for number, words in enumerate(found, start=1):
        assert sample_document.header_right in words
        assert f"Side {number} af {len(found)}" in words


def test_only_the_house_fonts_are_used(sample_document, house_look):
    reader = pypdf.PdfReader(io.BytesIO(draw(sample_document, house_look)))
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for found in reader.pages
        for font in found["/Resources"]["/Font"].values()
    }
    assert {name.split("-")[0] for name in fonts} == {"Carlito"}


def test_a_heading_that_keeps_its_start_is_not_left_at_the_foot(house_look):
    lines = [Paragraph(text(f"Linje {number}")) for number in range(27)]
    heading = Heading(2, text("Øvelsen"), keep_start=True)
    after = [Paragraph(text("Trin"))] * 9
    assert "Øvelsen" in pages(draw(sheet(TITLE, *lines, heading, *after), house_look))[1]
    assert "Øvelsen" in pages(draw(sheet(TITLE, *lines[:12], heading, *after), house_look))[0]


def test_a_page_break_starts_a_page_and_leaves_none_empty(house_look):
    found = pages(draw(sheet(TITLE, PageBreak(), Paragraph(text("To")), PageBreak()), house_look))
    assert ["To" in words for words in found] == [False, True]


def test_the_header_row_stands_on_every_page_of_a_long_table(house_look, table_of):
    found = pages(draw(sheet(TITLE, table_of(80)), house_look))
    assert len(found) > 2
    assert all("Kolonnetitel" in words for words in found)


def test_a_row_longer_than_a_page_goes_on_to_the_next(house_look, long_row):
    found = pages(draw(sheet(TITLE, long_row(words=3000)), house_look))
    assert "".join(found).count("ord") == 3000


def test_headings_that_skip_a_level_are_stepped_down(house_look):
    skipping = sheet(Heading(2, text("To")), Heading(4, text("Fire")), Heading(3, ()))
    assert faults(draw(skipping, house_look)) == []


def test_a_drawing_is_never_taller_than_its_page(house_look):
    tower = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 99"><path d="M0 0h9v9z"/></svg>'
    pdf = draw(sheet(TITLE, Picture(tower, "Et tårn", 170), Field("a", "Hvorfor?")), house_look)
    assert len(pages(pdf)) == 2


def test_a_drawing_cannot_read_files(house_look):
    spy = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<image href="/etc/hostname" width="9" height="9"/></svg>'
    )
    with pytest.raises(RuntimeError, match="linked image"):
        draw(sheet(TITLE, Picture(spy, "Et kig", 20)), house_look)


def test_links_lead_where_they_say_and_only_to_safe_places(house_look):
    linked = Paragraph(
        (Span("siden", link="https://spark.example/?a=1"), Span("tryk", link="javascript:1"))
    )
    reader = pypdf.PdfReader(io.BytesIO(draw(sheet(TITLE, linked), house_look)))
    annotations = [a.get_object() for a in reader.pages[0].get("/Annots", [])]
    assert [a["/A"]["/URI"] for a in annotations] == ["https://spark.example/?a=1"]


def test_a_line_to_say_has_the_languages_quotation_marks(house_look):
    said = Paragraph(text("Godmorgen"), Role.SAY)
    assert "»Godmorgen«" in pages(draw(sheet(TITLE, said), house_look))[0]
    assert "“Godmorgen”" in pages(draw(sheet(TITLE, said, language="en"), house_look))[0]


def test_a_letter_that_no_font_has_does_not_stop_the_rest(house_look):
    strange = Paragraph(text("Vi prøver \U000f0000 på mandag"))
    assert "på mandag" in pages(draw(sheet(TITLE, strange), house_look))[0]


def test_a_house_may_change_the_colours_and_leave_the_rest(sample_document, house_look, tmp_path):
    own = '{"colours": {"accent": "#7A1F3D"}}'
    (tmp_path / "look.json").write_text(own, encoding="utf-8")
    look = Look((tmp_path, *house_look.template_dirs))
    pdf = draw(sample_document, look)
    assert pdf != draw(sample_document, house_look)
    assert faults(pdf) == []


def test_a_house_may_set_the_whole_document_itself(sample_document, house_look, tmp_path):
    shutil.copytree(house_look.find("typst/document.typ").parent, tmp_path / "typst")
    (tmp_path / "typst/document.typ").write_text(
        "#let doc = json(bytes(sys.inputs.document))\n"
        "#set document(title: doc.title)\n#heading[Vores eget]\n#doc.title",
        encoding="utf-8",
    )
    look = Look((tmp_path, *house_look.template_dirs))
    assert "Vores eget" in pages(draw(sample_document, look))[0]


def test_without_typst_the_user_is_told_what_to_install(monkeypatch):
    assert missing() == ""
    monkeypatch.setattr("spark_tools.render.pdf.find_spec", lambda name: None)
    monkeypatch.setenv("SPARK_LANG", "da")
    assert missing().endswith("pip install typst")
    assert missing().startswith("Vil du have PDF-filer")


def test_a_document_without_blocks_is_still_a_page(house_look):
    assert len(pages(draw(sheet(), house_look))) == 1


def test_a_table_without_rows_is_still_accessible(house_look):
    assert faults(draw(sheet(TITLE, Table((Column("Hvad", 1),), ())), house_look)) == []


def test_an_english_document_says_so(sample_document, house_look):
    english = attrs.evolve(sample_document, language="en")
    reader = pypdf.PdfReader(io.BytesIO(draw(english, house_look)))
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_what_is_filled_in_beforehand_is_shown(house_look):
    columns = (GridColumn("what", "Hvad", 2), GridColumn("review", "Hvornår", 1, FieldKind.DATE))
    values = ((1, "what", "Runde ved tavlen"), (1, "review", "2027-03-03"))
    (words,) = pages(
        draw(
            sheet(
                TITLE,
                Field("name", "Udvalg", FieldKind.TEXT, value="Skovbo"),
                FieldGrid("list", columns, 2, values=values),
            ),
            house_look,
        )
    )
    assert "Skovbo" in words
    assert "Runde ved tavlen" in words
    assert "3. marts 2027" in words


def test_what_the_logbook_is_told_changes_nothing_on_paper(house_look):
    column = GridColumn("what", "Hvad", 1)
    known = attrs.evolve(column, means=Meaning.WHAT)
    plain, told = (
        draw(sheet(TITLE, FieldGrid("list", (each,), 2, row_ids=ids)), house_look)
        for each, ids in ((column, ()), (known, ("a3",)))
    )
    assert plain == told


@pytest.mark.parametrize("letters", [200, 40_000])
def test_a_word_without_end_breaks_at_the_edge_of_the_page(house_look, letters):
    blocks = (
        Heading(1, text("Ark")),
        Paragraph(text("æ" * letters)),
        Field("a", "A", value="ø" * letters),
        FieldGrid("g", (GridColumn("c", "C", 1),), 1, values=((1, "c", "å" * letters),)),
    )
    document = Document(Edition.WORKSHEETS, "Ark", "da", (Section(blocks),))
    reader = pypdf.PdfReader(io.BytesIO(draw(document, house_look)))
    set_words = "".join(each.extract_text() for each in reader.pages)
    for letter in "æøå":
        assert set_words.count(letter) == letters
        lines = [line for line in set_words.splitlines() if letter in line]
        assert max(map(len, lines)) < 150
