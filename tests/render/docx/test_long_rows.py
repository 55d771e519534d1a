"""A row that no page holds becomes rows that it does; every other row stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.model import Cell, Column, ListBlock, Orientation, Paragraph, Row, Table, text

POINT = "Et punkt med så mange ord, at det fylder et par linjer i en smal spalte."
COLUMNS = (Column("Tag med", 1), Column("Print", 1), Column("Del ud", 2))


def points(count: int, *, ordered: bool = False) -> Cell:
    return Cell((ListBlock(tuple(text(f"{n} {POINT}") for n in range(count)), ordered),))


def rows_of(drawn, *cells: Cell):
    opened = drawn(Table(COLUMNS, (Row(cells),)), orientation=Orientation.LANDSCAPE)
    return opened.find("//w:tbl/w:tr")[1:]


def words(rows, column: int) -> list[str]:
    return [
        "".join(each.itertext())
        for row in rows
        for each in row.findall("{*}tc")[column].findall("{*}p")
        if "".join(each.itertext())
    ]


def test_a_row_that_fits_is_one_row(drawn):
    assert len(rows_of(drawn, points(5), points(3), points(1))) == 1


def test_a_row_that_no_page_holds_is_parted_between_its_points(drawn):
    rows = rows_of(drawn, points(40), points(3), points(1))
    assert len(rows) > 1
    assert all(row.find("{*}trPr/{*}cantSplit") is not None for row in rows)
    assert [len(row.findall("{*}tc")) for row in rows] == [3] * len(rows)


def test_a_numbered_list_stays_whole(drawn):
    rows = rows_of(drawn, points(40, ordered=True), points(3), points(1))
    assert len(rows) == 1


@given(counts=st.tuples(*[st.integers(0, 60)] * 3), paragraphs=st.integers(0, 40))
def test_every_word_stays_in_its_column_and_its_order(drawn, counts, paragraphs):
    cells = [points(count) if count else Cell() for count in counts]
    written = tuple(Paragraph(text(f"{n} {POINT}")) for n in range(paragraphs))
    rows = rows_of(drawn, *cells[:2], Cell((*cells[2].blocks, *written)))
    wanted = [[f"{n} {POINT}" for n in range(count)] for count in counts]
    wanted[2] += [f"{n} {POINT}" for n in range(paragraphs)]
    assert [words(rows, column) for column in range(3)] == wanted
