import pytest

from spark_tools.model import (
    Cell,
    Column,
    Heading,
    ListBlock,
    Orientation,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Row,
    Table,
    text,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<circle cx="50" cy="25" r="20" fill="#1D5560"/></svg>'
)


def styles(opened):
    return opened.values("//w:body/w:p/w:pPr/w:pStyle")


def small_table(rows=1):
    cell = Cell((Paragraph(text("Celle")),))
    return Table((Column("Titel", 1),), (Row((cell,)),) * rows)


def test_headings_have_outline_levels(drawn):
    opened = drawn(*(Heading(level, text(f"Niveau {level}")) for level in (1, 2, 3, 4)))
    for level, style in enumerate(styles(opened)):
        look = f"//w:style[@w:styleId='{style}']"
        assert opened.values(f"{look}/w:name", "word/styles.xml") == [f"heading {level + 1}"]
        assert opened.values(f"{look}/w:pPr/w:outlineLvl", "word/styles.xml") == [str(level)]


def test_no_level_is_skipped(drawn):
    opened = drawn(*(Heading(level, text("Ord")) for level in (1, 3, 4, 2, 4)))
    assert styles(opened) == [f"Heading{level}" for level in (1, 2, 3, 2, 3)]


def test_every_role_has_a_look_of_its_own(drawn):
    opened = drawn(*(Paragraph(text("Ord"), role) for role in Role if role is not Role.BODY))
    assert len(set(styles(opened))) == len(Role) - 1


def test_every_list_is_a_list_of_its_own_that_starts_from_one(drawn):
    list_block = ListBlock((text("Første"), text("Anden")), ordered=True)
    opened = drawn(list_block, Paragraph(text("Imellem")), list_block)
    numbers = opened.values("//w:body/w:p/w:pPr/w:numPr/w:numId")
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    for number in set(numbers):
        path = f"//w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride"
        assert opened.values(path, "word/numbering.xml") == ["1"]


def test_bullets_and_numbers_are_different_lists(drawn):
    opened = drawn(ListBlock((text("Punkt"),)), ListBlock((text("Tal"),), ordered=True))
    looks = []
    for number in opened.values("//w:numPr/w:numId"):
        path = f"//w:num[@w:numId='{number}']/w:abstractNumId"
        (look,) = opened.values(path, "word/numbering.xml")
        path = f"//w:abstractNum[@w:abstractNumId='{look}']/w:lvl/w:numFmt"
        looks += opened.values(path, "word/numbering.xml")
    assert looks == ["bullet", "decimal"]


def test_a_page_break_asks_what_follows_to_start_a_page(drawn, said):
    opened = drawn(Paragraph(text("Før")), PageBreak(), Paragraph(text("Efter")))
    (breaker,) = opened.find("//w:p[w:pPr/w:pageBreakBefore]")
    assert said(breaker) == "Efter"
    assert len(opened.find("//w:body/w:p")) == 2


def test_a_table_can_start_a_page(drawn, said):
    opened = drawn(Paragraph(text("Før")), PageBreak(), small_table())
    (breaker,) = opened.find("//w:p[w:pPr/w:pageBreakBefore]")
    assert said(breaker) == "Titel"


def test_words_that_are_missing_leave_no_empty_paragraph(drawn):
    opened = drawn(
        Heading(2, ()), Paragraph(()), ListBlock(((), text("Ord"))), Paragraph(text("Slut"))
    )
    assert len(opened.find("//w:body/w:p")) == 2


def test_a_heading_asked_to_takes_its_beginning_with_it(drawn, said):
    lines = [Paragraph(text(f"Linje {number}")) for number in range(30)]
    opened = drawn(Heading(2, text("Øvelse"), keep_start=True), *lines)
    kept = [said(each) for each in opened.find("//w:p[w:pPr/w:keepNext]")]
    assert kept[:3] == ["Øvelse", "Linje 0", "Linje 1"]
    assert 8 <= len(kept) <= 15


def test_a_heading_takes_the_first_rows_of_a_table_with_it(drawn, said):
    opened = drawn(Heading(2, text("Øvelse"), keep_start=True), small_table(rows=40))
    rows = opened.find("//w:tr[w:tc/w:p/w:pPr/w:keepNext]")
    assert 4 <= len(rows) <= 15


def test_what_a_heading_keeps_ends_where_the_next_begins(drawn, said):
    opened = drawn(
        Heading(2, text("Aftaler"), keep_start=True),
        small_table(rows=3),
        Heading(2, text("Forberedelse"), keep_start=True),
        Paragraph(text("Linje")),
        Heading(2, text("Slut"), keep_start=True),
        Heading(3, text("Til allersidst"), keep_start=True),
        Paragraph(text("Farvel")),
    )
    rows = [bool(row.findall(".//{*}keepNext")) for row in opened.find("//w:tr")]
    assert rows == [True] * (len(rows) - 1) + [False]
    paragraphs = opened.find("//w:body/w:p[w:pPr/w:keepNext]")
    assert [said(each) for each in paragraphs][:4] == [
        *("Aftaler", "Forberedelse", "Slut", "Til allersidst"),
    ]


def test_a_heading_not_asked_to_keeps_to_its_style(drawn):
    opened = drawn(Heading(2, text("Øvelse")), Paragraph(text("Linje")))
    assert opened.find("//w:p[w:pPr/w:keepNext]") == []


def test_a_picture_is_described_inline_and_as_wide_as_asked(drawn):
    opened = drawn(Picture(SVG, 'Sagen "midt" i <rummet>', 120))
    (inline,) = opened.find("//wp:inline")
    assert inline.find("{*}docPr").get("descr") == 'Sagen "midt" i <rummet>'
    assert int(inline.find("{*}extent").get("cx")) == 120 * 36000
    assert int(inline.find("{*}extent").get("cy")) == pytest.approx(60 * 36000, rel=0.01)
    (picture,) = [name for name in opened.parts if name.endswith(".png")]
    assert opened.parts[picture].startswith(b"\x89PNG")


def test_a_picture_is_never_wider_than_the_text(drawn):
    opened = drawn(Picture(SVG, "Sagen", 400))
    assert int(opened.find("//wp:extent")[0].get("cx")) == pytest.approx(170 * 36000, rel=0.001)


def test_the_same_picture_twice_is_stored_once_and_numbered_twice(drawn):
    opened = drawn(Picture(SVG, "Først", 80), Picture(SVG, "Sidst", 80))
    assert sum(name.endswith(".png") for name in opened.parts) == 1
    assert [each.get("id") for each in opened.find("//wp:docPr")] == ["1", "2"]


def sizes_of(opened):
    """Give the picture's width and height in mm."""
    (extent,) = opened.find("//wp:extent")
    return int(extent.get("cx")) / 36000, int(extent.get("cy")) / 36000


TALL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><circle r="9"/></svg>'


def test_a_picture_leaves_room_for_the_title_of_its_sheet(drawn):
    above = (Heading(1, text("Kort")), Paragraph(text("Læg sedlerne i felterne.")))
    landscape = Orientation.LANDSCAPE
    width, height = sizes_of(drawn(*above, Picture(TALL, "Et kort", 257), orientation=landscape))

    assert 0.8 < width / 257 < 1
    assert height / width == pytest.approx(0.6, abs=0.01)


def test_a_picture_with_room_enough_is_as_wide_as_it_should_be(drawn):
    above = (Heading(1, text("Kort")), Paragraph(text("Læg sedlerne i felterne.")))
    assert sizes_of(drawn(*above, Picture(TALL, "Et kort", 120)))[0] == pytest.approx(120)


def test_a_picture_far_down_has_a_page_of_its_own_instead(drawn):
    above = [Paragraph(text(f"Linje {number}")) for number in range(20)]
    picture = Picture(TALL, "Et kort", 200)
    size = sizes_of(drawn(*above, picture, orientation=Orientation.LANDSCAPE))
    assert size[0] == pytest.approx(200)
