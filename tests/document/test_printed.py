"""What is printed on a sheet, as marks that a returned file is held against."""

from __future__ import annotations

from spark_tools.document.printed import mark, printed
from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Field,
    FieldGrid,
    GridColumn,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Row,
    Section,
    Table,
    text,
)


def document(*blocks) -> Document:
    return Document(Edition.WORKSHEETS, "Ark", "da", (Section(blocks),))


def test_every_paragraph_that_holds_no_field_is_marked_once() -> None:
    sheet = document(
        Heading(1, text("Ark")),
        Paragraph(text("Sig »goddag«"), Role.SAY),
        ListBlock((text("Én ting"), text("Ark"))),
        Table((Column("Navn", 1),), (Row((Cell((Paragraph(text("Mona")),)),)),)),
        Field("card.what", "Hvad?", prompt="Kort"),
        FieldGrid("card.plan", (GridColumn("who", "Hvem?", 1),), 1, example=("AMR",)),
    )
    texts = ("Ark", "Sig goddag", "Én ting", "Navn", "Mona", "Hvad?", "Hvad? Kort", "Hvem?", "AMR")
    assert printed(sheet) == tuple(sorted(map(mark, texts)))


def test_blanks_and_quotation_marks_do_not_count() -> None:
    assert mark("»Sig  goddag«\n") == mark("Sig goddag") != mark("Sig farvel")
    assert mark(" \u00a0\n") == mark("") == ""
