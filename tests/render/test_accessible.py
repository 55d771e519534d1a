"""What blocks of anybody's become before they are drawn."""

import pytest

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Row,
    Section,
    Span,
    Table,
    plain,
    text,
)
from spark_tools.render.accessible import accessible


def blocks(*given, language="da"):
    document = Document(Edition.GUIDE, "Titel", language, (Section(given),))
    return accessible(document).sections[0].blocks


def cells(table: Table) -> list[str]:
    return [
        " ".join(plain(block.text) for block in cell.blocks)
        for row in table.rows
        for cell in row.cells
    ]


def row(*words: str) -> Row:
    return Row(tuple(Cell((Paragraph(text(each)),)) for each in words))


def test_a_long_heading_is_cut_between_words_and_stands_whole_below():
    whole = (Span("Vi ses på mandag "), Span("i kantinen " * 10, strong=True))
    heading, paragraph = blocks(Heading(1, whole, keep_start=True))
    assert plain(heading.text).endswith("kantinen i…")
    assert len(plain(heading.text)) <= 100
    assert heading.keep_start
    assert paragraph == Paragraph(whole, Role.LEAD)


def test_a_heading_without_blanks_is_cut_as_well():
    heading, _whole = blocks(Heading(1, text("x" * 200)))
    assert plain(heading.text) == "x" * 99 + "…"


def test_a_heading_of_100_characters_stands_as_it_is():
    assert blocks(Heading(1, text("x" * 100))) == (Heading(1, text("x" * 100)),)


@pytest.mark.parametrize(("language", "word"), [("da", "Kolonne"), ("en", "Column")])
def test_a_column_without_a_title_is_named_by_its_number(language, word):
    columns = (Column("", 1), Column(" ", 2), Column("Hvad", 1))
    (table,) = blocks(Table(columns, (row("a", "b", "c"),)), language=language)
    assert [column.title for column in table.columns] == ["", f"{word} 2", "Hvad"]
    assert [column.width for column in table.columns] == [1, 2, 1]


def test_a_table_that_is_mostly_empty_says_so_cell_by_cell():
    columns = (Column("Hvem", 1), Column("Hvad", 1))
    bullets = Row((Cell((ListBlock((text("et punkt"),)),)), Cell()))
    given = Table(columns, (row("", "a"), row(" ", ""), row("", ""), bullets))
    (table,) = blocks(given)
    assert cells(Table(columns, table.rows[:3])) == ["–", "a", "–", "–", "–", "–"]
    assert table.rows[3].cells[0] == bullets.cells[0]


def test_a_table_that_is_half_empty_stands_as_it_is():
    table = Table((Column("Hvem", 1), Column("Hvad", 1)), (row("", ""),))
    assert blocks(table) == (table,)
