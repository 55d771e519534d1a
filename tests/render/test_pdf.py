import io
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import attrs
import page
import pypdf
import pytest
from typst import TypstError

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Look,
    Meaning,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Role,
    Row,
    Section,
    Span,
    Table,
    text,
)
from spark_tools.render.pdf import draw, draw_first_pages, missing

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


def test_threads_that_draw_at_once_do_not_disturb_each_other(house_look):
    documents = [sheet(TITLE, *lines_of(count)) for count in (5, 35, 50)]
    alone = [draw(each, house_look) for each in documents]
    together = Barrier(4)

    def draw_all(_thread: int) -> list[list[bytes]]:
        together.wait()
        return [[draw(each, house_look) for each in documents] for _ in range(5)]

    with ThreadPoolExecutor(4) as threads:
        for drawn in threads.map(draw_all, range(4)):
            assert drawn == [alone] * 5


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
    pdf = draw(sheet(TITLE, long_row(words=3000)), house_look)
    assert "".join(pages(pdf)).count("ord") == 3000
    for found in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        assert min(place for _, place, _ in places(found)) > 20


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


def test_a_fault_in_a_template_names_its_file_and_its_line(sample_document, house_look, tmp_path):
    (tmp_path / "typst").mkdir()
    (tmp_path / "typst/document.typ").write_text('#import "part.typ"', encoding="utf-8")
    (tmp_path / "typst/part.typ").write_text("\n#nope", encoding="utf-8")
    with pytest.raises(TypstError, match="unknown variable") as caught:
        draw(sample_document, Look((tmp_path, *house_look.template_dirs)))
    assert caught.value.filename == str(tmp_path / "typst/part.typ")
    assert caught.value.lineno == 2


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


def lines_of(count: int) -> list[Paragraph]:
    return [Paragraph(text(f"Linje {number}.")) for number in range(count)]


def test_a_page_for_a_few_lines_is_saved_by_a_tighter_setting(house_look):
    usual, tight = (
        pypdf.PdfReader(io.BytesIO(draw(sheet(TITLE, *lines_of(n)), house_look))).pages
        for n in (30, 35)
    )
    assert len(tight) == 1
    assert apart(tight[0]) < apart(usual[0])
    assert sizes_of(tight[0]) == sizes_of(usual[0])


def test_no_more_lines_ever_take_fewer_pages(house_look):
    taken = [len(pages(draw(sheet(TITLE, *lines_of(n)), house_look))) for n in range(28, 50, 3)]
    assert taken == sorted(taken)
    assert taken[0] == 1
    assert taken[-1] == 2


def test_pages_that_no_setting_saves_are_set_as_usual(house_look):
    few, many = (
        pypdf.PdfReader(io.BytesIO(draw(sheet(TITLE, *lines_of(n)), house_look))).pages
        for n in (12, 46)
    )
    assert len(many) == 2
    assert apart(many[0]) == apart(few[0])


def test_only_the_stretch_that_ends_almost_empty_is_set_tighter(house_look):
    blocks = (TITLE, *lines_of(12), PageBreak(), *lines_of(36))
    first, *rest = pypdf.PdfReader(io.BytesIO(draw(sheet(*blocks), house_look))).pages
    assert len(rest) == 1
    assert apart(rest[0]) < apart(first)


def places(found) -> list[tuple[str, float, float]]:
    """Give each piece of text on a page with its place from below and its size."""
    seen = []
    found.extract_text(
        visitor_text=lambda words, cm, tm, _font, size: seen.append(
            (words.strip(), cm[5] + cm[3] * tm[5], abs(size * tm[3] * cm[3]))
        )
    )
    return [each for each in seen if each[0]]


def apart(found) -> float:
    """Give how far from each other two of the lines on a page are."""
    heights = {words: place for words, place, _ in places(found)}
    return round(heights["Linje 1."] - heights["Linje 9."], 2)


def sizes_of(found) -> set[float]:
    return {round(size, 1) for _, _, size in places(found)}


def test_a_sheet_for_the_wall_is_the_same_sheet_enlarged(sample_document, house_look):
    wall = attrs.evolve(sample_document, paper=Paper.A3)
    small, large = (
        pypdf.PdfReader(io.BytesIO(draw(each, house_look))).pages
        for each in (sample_document, wall)
    )
    assert [each.extract_text() for each in large] == [each.extract_text() for each in small]
    for one, other in zip(small, large, strict=True):
        assert float(other.mediabox.width) == pytest.approx(float(one.mediabox.width) * 2**0.5)
        for (words, place, size), (same, higher, larger) in zip(
            places(one), places(other), strict=True
        ):
            assert same == words
            assert larger == pytest.approx(size * 2**0.5, rel=1e-3)
            assert higher == pytest.approx(place * 2**0.5, abs=0.5)


def test_letters_and_air_grow_on_the_wall_as_the_look_says(house_look, tmp_path):
    own = '{"a3": {"letters": 2, "air": 1}}'
    (tmp_path / "look.json").write_text(own, encoding="utf-8")
    look = Look((tmp_path, *house_look.template_dirs))
    small = attrs.evolve(sheet(TITLE, *lines_of(3)), header_left="Lindehaven")
    table, wall = (page_of(attrs.evolve(small, paper=paper), look) for paper in Paper)
    assert sizes_of(wall) == {2 * size for size in sizes_of(table)}
    assert float(wall.mediabox.width) == pytest.approx(float(table.mediabox.width) * 2**0.5)


def test_on_the_wall_a_large_print_has_nothing_small(sample_document, large_print):
    wall = draw(attrs.evolve(sample_document, paper=Paper.A3), large_print)
    written = {
        size for found in pypdf.PdfReader(io.BytesIO(wall)).pages for size in sizes_of(found)
    }
    assert min(written) >= 18
    assert faults(wall) == []


def test_a_large_print_is_large_and_accessible(sample_document, large_print):
    pdf = draw(sample_document, large_print)
    assert faults(pdf) == []
    written = {size for found in pypdf.PdfReader(io.BytesIO(pdf)).pages for size in sizes_of(found)}
    assert min(written) >= 16
    assert 18 in written


LONG = "Ældre- og Handicapforvaltningen i Vesterbjerg Kommune · Individuelt forløb"


@pytest.mark.parametrize("look_name", ["house_look", "large_print"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("left", ["Lindehaven", LONG, " · ".join([LONG] * 3)])
def test_a_header_of_any_length_touches_neither_the_edge_nor_the_title(
    look_name, paper, left, request
):
    document = attrs.evolve(
        sheet(TITLE, *lines_of(3)),
        paper=paper,
        header_left=left,
        header_right="Vores næste personalemøde · Møde 3",
        footer_left=left,
        page_label="Side {page} af {pages}",
    )
    found = page_of(document, request.getfixturevalue(look_name))
    standing = places(found)
    (at,) = (n for n, (words, _, _) in enumerate(standing) if words == "Titel")
    last = next(n for n, (words, _, _) in enumerate(standing) if words == "Linje 2.")
    title, above, below = standing[at], standing[:at], standing[last + 1 :]
    assert " ".join(words for words, _, _ in above).startswith(left.split()[0])
    assert below
    edge = 6 * 72 / 25.4 * paper.scale - 0.1
    assert max(place + 0.75 * size for _, place, size in above) <= float(found.mediabox.top) - edge
    assert min(place - 0.25 * size for _, place, size in above) > title[1] + 0.75 * title[2]
    assert min(place - 0.25 * size for _, place, size in below) >= edge
    assert max(place + 0.75 * size for _, place, size in below) < standing[last][1]


def test_a_header_on_one_line_leaves_the_page_as_large_as_it_was(house_look):
    short, none = (
        attrs.evolve(sheet(TITLE, *lines_of(3)), header_left=left) for left in ("Lindehaven", "")
    )
    heights = [
        next(place for words, place, _ in places(page_of(each, house_look)) if words == "Titel")
        for each in (short, none)
    ]
    assert heights[0] == heights[1]


def page_of(document: Document, look: Look):
    """Give the only page of *document*."""
    (found,) = pypdf.PdfReader(io.BytesIO(draw(document, look))).pages
    return found


def row_of(*cells: str) -> Row:
    return Row(tuple(Cell((Paragraph(text(words)),)) for words in cells))


def test_a_row_stays_on_one_page(house_look):
    columns = (Column("Hvem", 1), Column("Hvad", 3))
    rows = tuple(row_of(f"Række{n}", f"begin{n} {'ord ' * 220}end{n}.") for n in range(12))
    found = pages(draw(sheet(TITLE, Table(columns, rows)), house_look))
    assert len(found) > 2
    for words in found:
        for n in range(12):
            assert (f"begin{n} " in words) == (f"end{n}." in words)


def test_a_row_as_high_as_a_page_does_not_leave_its_heading_behind(large_print):
    columns = (Column("Tag med", 1), Column("Print", 9))
    items = ListBlock(tuple(text(f"ting{n} og noget mere") for n in range(11)))
    table = Table(columns, (Row((Cell((items,)), Cell())),))
    blocks = (TITLE, Heading(2, text("Forberedelse")), table)
    first, *_ = pages(draw(sheet(*blocks), large_print))
    assert "Forberedelse" in first
    assert "ting0" in first


def test_a_heading_goes_along_with_the_table_after_it(house_look, table_of):
    for count in range(24, 33):
        blocks = (TITLE, *lines_of(count), Heading(2, text("Overskriften")), table_of(30))
        for words in pages(draw(sheet(*blocks), house_look)):
            assert ("Overskriften" in words) <= ("Række 0" in words)


@pytest.mark.parametrize("start", [TITLE, Heading(2, text("Titel"))], ids=["title", "heading"])
def test_no_line_of_a_paragraph_is_left_alone(house_look, start):
    parted = set()
    for words in (30, 42, 56):
        long = Paragraph(text(" ".join(f"ord{n}" for n in range(words))))
        for count in range(30, 33):
            blocks = (start, *lines_of(count), long, *lines_of(12))
            for found in pages(draw(sheet(*blocks), house_look)):
                lines = [line for line in found.splitlines() if "ord" in line]
                parted.add(len(lines))
    assert 1 not in parted
    assert 2 in parted


def test_a_column_is_as_wide_as_its_longest_word(large_print):
    columns = (GridColumn("when", "Ikrafttrædelsesdatoen", 1), GridColumn("what", "Hvad", 9))
    pdf = draw(sheet(TITLE, FieldGrid("g", columns, 1)), large_print)
    (found,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    lefts: dict[str, float] = {}
    found.extract_text(
        visitor_text=lambda words, cm, tm, _font, _size: lefts.setdefault(
            words.strip(), cm[4] + cm[0] * tm[4]
        )
    )
    assert lefts["Hvad"] - lefts["Ikrafttrædelsesdatoen"] > 21 * 16 * 0.47


def test_words_in_columns_that_are_too_many_are_parted_as_they_should_be(large_print):
    columns = tuple(GridColumn(f"c{n}", "Prøvehandlinger", 1) for n in range(9))
    document = sheet(TITLE, FieldGrid("g", columns, 1))
    landscape = attrs.evolve(document.sections[0], orientation=Orientation.LANDSCAPE)
    pdf = draw(attrs.evolve(document, sections=(landscape,)), large_print)
    (words,) = pages(pdf)
    assert words.count("Prøvehandlinger") == 9
    assert faults(pdf) == []


def test_a_field_grows_with_what_is_filled_in_beforehand(house_look):
    filled = Field("a", "Hvad?", value="\n".join(f"Linje {n}." for n in range(9)))
    found = pypdf.PdfReader(io.BytesIO(draw(sheet(TITLE, filled, Field("b", "Og?")), house_look)))
    heights = {words: place for words, place, _ in places(found.pages[0])}
    assert heights["Og?"] < heights["Linje 8."] - 10


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


def lying(*blocks):
    return Section(blocks, Orientation.LANDSCAPE)


def test_each_section_has_a_picture_as_large_as_its_paper(house_look):
    sections = (Section((TITLE,)), lying(Heading(2, text("Bordet"))))
    document = attrs.evolve(sheet(), sections=sections)
    wall = attrs.evolve(document, paper=Paper.A3)
    small, large = (draw_first_pages(each, house_look, 100) for each in (document, wall))
    assert [(each.width, each.height) for each in small] == [(827, 1169), (1169, 827)]
    assert [(each.width, each.height) for each in large] == [(1169, 1654), (1654, 1169)]
    for each in (*small, *large):
        assert each.bytes.startswith(b"\x89PNG")


def test_the_same_document_gives_the_same_pictures(sample_document, house_look):
    first, again = (draw_first_pages(sample_document, house_look, 50) for _ in range(2))
    assert first == again


def test_a_section_that_goes_on_moves_no_picture(house_look):
    card, board = (Paragraph(text(words)) for words in ("Kortet", "Bordet"))
    back = (PageBreak(), Paragraph(text("Bagsiden")), PageBreak())
    long, short = (
        attrs.evolve(sheet(), sections=tuple(map(Section, parts)), page_label="-")
        for parts in (
            ((TITLE, *lines_of(80)), (card, *back), (board,)),
            ((TITLE,), (card,), (board,)),
        )
    )
    assert len(pages(draw(long, house_look))) == 6
    shown, expected = (draw_first_pages(each, house_look, 40) for each in (long, short))
    assert len(shown) == 3
    assert [expected.index(each) for each in shown[1:]] == [1, 2]


@pytest.mark.parametrize(("lines", "on_the_first_page"), [(35, True), (46, False)])
def test_a_picture_shows_what_is_printed_on_the_page(house_look, lines, on_the_first_page):
    document, other = (
        sheet(TITLE, *lines_of(lines - 1), Paragraph(text(last))) for last in ("Sidst", "Til sidst")
    )
    assert ("Sidst" in pages(draw(document, house_look))[0]) is on_the_first_page
    one, two = (draw_first_pages(each, house_look, 40) for each in (document, other))
    assert (one != two) is on_the_first_page


def test_a_house_that_sets_the_document_itself_has_a_picture_of_each_section(house_look, tmp_path):
    shutil.copytree(house_look.find("typst/document.typ").parent, tmp_path / "typst")
    (tmp_path / "typst/document.typ").write_text("Vores eget", encoding="utf-8")
    look = Look((tmp_path, *house_look.template_dirs))
    document = attrs.evolve(sheet(), sections=(Section((TITLE,)), Section((TITLE,))))
    one, other = draw_first_pages(document, look, 40)
    assert one == other
