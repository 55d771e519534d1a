import pytest

from spark_tools.model import (
    Cell,
    Column,
    FieldGrid,
    FieldKind,
    GridColumn,
    ListBlock,
    Orientation,
    Paragraph,
    Row,
    RowRole,
    Table,
    TableRole,
    text,
)

COLUMNS = (Column("Tid", 1), Column("Indhold", 3), Column("Formål", 4))


def cell(words):
    return Cell((Paragraph(text(words)),))


def row(*words, role=RowRole.NORMAL, height=0.0):
    return Row(tuple(cell(word) for word in words), role, height)


def agenda(*rows):
    return Table(COLUMNS, rows, TableRole.AGENDA)


def attribute(element, name):
    return element.get(f"{{{element.nsmap['w']}}}{name}")


@pytest.mark.parametrize(("orientation", "width"), [("portrait", 170), ("landscape", 257)])
def test_a_table_is_as_wide_as_the_text_and_its_columns_share_that(drawn, orientation, width):
    opened = drawn(agenda(row("9.00", "Tjek ind", "")), orientation=Orientation(orientation))
    shares = [int(attribute(each, "w")) for each in opened.find("//w:gridCol")]
    assert sum(shares) == pytest.approx(width * 56.69, abs=1)
    assert [share / sum(shares) for share in shares] == pytest.approx(
        [1 / 8, 3 / 8, 4 / 8], abs=0.01
    )
    assert [int(attribute(each, "w")) for each in opened.find("//w:tr[2]/w:tc//w:tcW")] == shares


def test_the_first_row_repeats_and_says_the_titles(drawn, said):
    opened = drawn(agenda(row("9.00", "Tjek ind", "At begynde")))
    first, *others = opened.find("//w:tr")
    assert first.find(".//{*}tblHeader") is not None
    assert [said(each) for each in first.iter("{*}tc")] == ["Tid", "Indhold", "Formål"]
    assert all(each.find(".//{*}tblHeader") is None for each in others)


def test_no_row_splits_over_two_pages(drawn):
    opened = drawn(agenda(row("9.00", "a", "b"), row("9.10", "c", "d")))
    assert len(opened.find("//w:tr[w:trPr/w:cantSplit]")) == 3


def test_times_stand_out_and_pauses_step_back(drawn):
    opened = drawn(agenda(row("9.00", "a", "b"), row("9.10", "Pause", "", role=RowRole.BREAK)))
    looks = [
        [style.get(f"{{{style.nsmap['w']}}}val") for style in each.iter("{*}pStyle")]
        for each in opened.find("//w:tr")[1:]
    ]
    assert looks == [["TableTime", "TableText", "TableText"], ["TablePause"] * 3]


def test_lists_in_cells_are_lists(drawn):
    items = ListBlock((text("A3-ark"), text("Tuscher")))
    opened = drawn(Table((Column("Ting", 1),), (Row((Cell((items,)),)),)))
    assert len(opened.find("//w:tc/w:p[w:pPr/w:numPr]")) == 2


def test_a_row_is_as_high_as_asked(drawn):
    opened = drawn(Table((Column("Skriv", 1),), (row("", height=20.0),)))
    (height,) = opened.find("//w:trHeight")
    assert int(attribute(height, "val")) == pytest.approx(20 * 56.69, abs=1)
    assert attribute(height, "hRule") == "atLeast"


def test_two_tables_after_each_other_stay_two(drawn):
    opened = drawn(agenda(row("9.00", "a", "b")), agenda(row("9.10", "c", "d")))
    tags = [each.tag.rpartition("}")[2] for each in opened.find("//w:body/*")]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def grid(**changes):
    columns = (
        GridColumn("what", "Hvad", 3, prompt="én ting"),
        GridColumn("who", "Hvem", 1),
        GridColumn("done", "Gjort", 1, FieldKind.CHECK),
        GridColumn("how", "Hvordan", 2, FieldKind.CHOICE, ("Godt", "Skidt")),
    )
    return FieldGrid("actions", columns, **{"rows": 2, **changes})


def cells_of(opened, said):
    return [[said(cell) for cell in each.iter("{*}tc")] for each in opened.find("//w:tr")]


def test_a_grid_has_a_row_for_each_thing_to_write(drawn, said):
    opened = drawn(grid(values=((2, "who", "Mona"), (2, "done", "x"), (2, "how", "Skidt"))))
    assert cells_of(opened, said) == [
        ["Hvad", "Hvem", "Gjort", "Hvordan"],
        ["én ting", "Skriv her", "☐", "☐\u00a0Godt\n☐\u00a0Skidt"],
        ["én ting", "Mona", "☒", "Skidt"],
    ]


def test_a_grid_with_labels_names_its_rows(drawn, said):
    opened = drawn(grid(rows=0, labels=("Over", "Under"), corner="Zone", label_width=7))
    assert [line[0] for line in cells_of(opened, said)] == ["Zone", "Over", "Under"]
    widths = [int(attribute(each, "w")) for each in opened.find("//w:gridCol")]
    assert widths[0] == pytest.approx(sum(widths) / 2, abs=1)


def test_an_example_shows_how_before_the_rows_to_fill_in(drawn, said):
    opened = drawn(grid(example=("Godmorgen", "Mona", "", "Godt")))
    assert cells_of(opened, said)[1] == ["Godmorgen", "Mona", "", "Godt"]
    assert len(cells_of(opened, said)) == 4


@pytest.mark.parametrize(("asked", "given"), [(5, 12), (14, 14), (26, 26)])
def test_rows_to_write_in_are_never_lower_than_twelve_millimetres(drawn, asked, given):
    opened = drawn(grid(height=float(asked)))
    heights = [int(attribute(each, "val")) / 56.69 for each in opened.find("//w:trHeight")]
    assert heights == pytest.approx([given, given], abs=0.05)
