"""A section lies down where a table needs it, and only there."""

import pytest

from spark_tools.model import (
    Column,
    FieldGrid,
    FieldKind,
    GridColumn,
    Orientation,
    Paragraph,
    Row,
    Section,
    Table,
    text,
)
from spark_tools.render.accessible import accessible
from spark_tools.render.breadth import with_breadth

LONG = "Arbejdsmiljørepræsentant"


def grid(columns: int, **facts) -> FieldGrid:
    return FieldGrid(
        "g", tuple(GridColumn(f"c{n}", facts.get("title", LONG), 1) for n in range(columns)), 2
    )


def read(columns: int) -> Table:
    return Table(tuple(Column(LONG, 1) for _ in range(columns)), (Row(()),))


@pytest.mark.parametrize("make", [grid, read])
@pytest.mark.parametrize(
    ("columns", "orientation"), [(2, Orientation.PORTRAIT), (5, Orientation.LANDSCAPE)]
)
def test_many_long_titles_turn_the_page(make, columns, orientation):
    assert with_breadth(Section((make(columns),))).orientation is orientation


def test_words_to_tick_count_whole():
    choices = ("Vi fortsætter som aftalt", "Vi justerer og prøver igen", "Vi stopper her og nu")
    columns = tuple(GridColumn(f"c{n}", "Nu?", 1, FieldKind.CHOICE, choices) for n in range(4))
    assert with_breadth(Section((FieldGrid("g", columns, 2),))).orientation is Orientation.LANDSCAPE


def test_a_section_that_lies_down_stays_so_and_text_alone_stands():
    lying = Section((Paragraph(text(LONG)),), Orientation.LANDSCAPE)
    assert with_breadth(lying) is lying
    standing = Section((Paragraph(text(f"{LONG} " * 40)),))
    assert with_breadth(standing) is standing


def test_only_the_section_that_needs_it_is_turned(sample_document):
    turned = accessible(sample_document)
    ways = [section.orientation for section in sample_document.sections]
    assert [section.orientation for section in turned.sections] == ways
