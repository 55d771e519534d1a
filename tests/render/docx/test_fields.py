import attrs
import pytest

from spark_tools.model import Field, FieldKind, Meaning

ROOM = "\u00a0"
LINE_HEIGHT_OF_A_POINT = 1.2207 * 25.4 / 72
LINE_OF_TEXT = 11 * LINE_HEIGHT_OF_A_POINT


def size(opened, style):
    path = f"//w:style[@w:styleId='{style}']/w:rPr/w:sz"
    return int(opened.values(path, "word/styles.xml")[0]) / 2 * LINE_HEIGHT_OF_A_POINT


def heights(opened):
    """Give the height in mm of each line that is kept open, by the size of its space."""
    return [
        size(opened, run.find(".//{*}rStyle").values()[0])
        for run in opened.find("//w:r[w:t]")
        if run.findtext("{*}t") == ROOM and run.find(".//{*}rStyle") is not None
    ]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (Field("a", "Hvem?", FieldKind.TEXT), 1),
        (Field("a", "Hvornår?", FieldKind.DATE), 1),
        (Field("a", "Hvad?"), 1),
        (Field("a", "Hvad?", lines=4), 4),
    ],
)
def test_there_is_room_for_a_pen(drawn, field, lines):
    first, *further = heights(drawn(field))
    assert LINE_OF_TEXT + first >= 12
    assert len(further) == lines - 1
    assert all(height >= 9 for height in further)


def test_label_prompt_and_room_are_one_paragraph(drawn, said):
    opened = drawn(Field("a", "Hvad?", prompt="én ting", lines=2))
    (paragraph,) = opened.find("//w:body/w:p")
    assert said(paragraph) == f"Hvad? én ting\nSkriv her\n{ROOM}\n{ROOM}"


def test_what_is_filled_in_beforehand_is_printed_and_takes_of_the_room(drawn, said):
    opened = drawn(Field("a", "Hvad?", lines=3, value="Først\nså"))
    assert said(opened.find("//w:body/w:p")[0]) == f"Hvad?\nFørst\nså\n{ROOM}\n{ROOM}"


def test_whose_sheet_it_is_takes_one_line(drawn, said):
    opened = drawn(Field("a", "Udvalg", FieldKind.TEXT, means=Meaning.COMMITTEE, value="Skovbo"))
    assert said(opened.find("//w:body/w:p")[0]) == f"Udvalg\u2003Skovbo{ROOM}"


def test_a_choice_has_a_box_before_each_word_until_one_is_chosen(drawn, said):
    choice = Field("a", "Hvordan?", FieldKind.CHOICE, choices=("Godt", "Skidt"))
    opened = drawn(choice)
    assert said(opened.find("//w:body/w:p")[0]) == f"Hvordan?\n☐\u00a0Godt\u2003☐\u00a0Skidt{ROOM}"
    opened = drawn(attrs.evolve(choice, value="Godt"))
    assert said(opened.find("//w:body/w:p")[0]) == f"Hvordan?\nGodt{ROOM}"


def test_a_check_is_a_box_and_its_label(drawn, said):
    opened = drawn(
        Field("a", "Sagt", FieldKind.CHECK), Field("b", "Gjort", FieldKind.CHECK, value="x")
    )
    first, second = (said(each).rstrip(ROOM) for each in opened.find("//w:body/w:p"))
    assert (first, second) == ("☐\u00a0Sagt", "☒\u00a0Gjort")
