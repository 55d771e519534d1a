"""Content controls: what each is called, what stands in it, and what an office program sees."""

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spark_tools.document.form import bookmark, fields, tag
from spark_tools.model import (
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Orientation,
    Section,
)

NEWER = "{http://schemas.microsoft.com/office/word/2010/wordml}"
UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
STATES = {"1": "☒", "0": "☐"}
KINDS = tuple(FieldKind)


def document(*blocks, language="da"):
    return Document(Edition.WORKSHEETS, "Ark", language, (Section(blocks),))


def controls(opened):
    return opened.find("//w:sdt")


def names_of(control):
    properties = control.find("{*}sdtPr")
    return {name: properties.find(f"{{*}}{name}").values()[0] for name in ("alias", "tag", "id")}


def content(control, said):
    return said(control.find("{*}sdtContent"))


def grid(identifier="ark.liste", **changes):
    columns = tuple(
        GridColumn(kind.value, f"Kolonne {kind}", 10, kind, ("Godt", "Skidt")) for kind in KINDS
    )
    return FieldGrid(identifier, columns, **{"rows": 2, **changes})


def single(value=""):
    return [Field(f"ark.{kind}", f"Felt {kind}", kind, 2, ("a", "b"), "", value) for kind in KINDS]


LONG = Field("ark." + "æ" * 80, "En lang etiket " * 14, FieldKind.TEXT)
SHEET = document(
    *single(),
    LONG,
    attrs.evolve(LONG, id=LONG.id + "2"),
    grid(example=("a", "b", "c", "", "d")),
    grid("ark.navne", rows=0, labels=("Over", "Under"), corner="Zone"),
    grid("ark.kendte", row_ids=("a3",), example=("",) * 6, labels=("Tavle", "Runde")),
)


@pytest.fixture(scope="module")
def opened(drawn):
    return drawn(SHEET)


def test_every_field_is_one_control_named_after_it(opened):
    form = fields(SHEET)
    assert len(form) == 5 + 2 + 3 * 10
    found = [names_of(control) for control in controls(opened)]
    assert [each["alias"] for each in found] == [field.title for field in form]
    assert [each["tag"] for each in found] == [tag(field.key) for field in form]


def test_every_name_is_used_once_and_is_short_enough(opened):
    found = [names_of(control) for control in controls(opened)]
    for name in ("alias", "tag", "id"):
        assert len({each[name] for each in found}) == len(found)
    assert all(len(each["alias"]) <= 64 for each in found)
    assert all(len(each["tag"]) <= 64 for each in found)


def test_a_bookmark_of_its_own_stands_round_every_control(opened):
    marks = [control.getprevious() for control in controls(opened)]
    ends = [control.getnext() for control in controls(opened)]
    assert [mark.get(f"{{{mark.nsmap['w']}}}name") for mark in marks] == [
        bookmark(field.key) for field in fields(SHEET)
    ]
    number = f"{{{marks[0].nsmap['w']}}}id"
    assert [mark.get(number) for mark in marks] == [end.get(number) for end in ends]
    assert len({mark.get(number) for mark in marks}) == len(marks)


def test_a_control_stands_inside_a_paragraph_outside_header_and_footer(opened):
    assert {control.getparent().tag.rpartition("}")[2] for control in controls(opened)} == {"p"}
    for part in opened.parts:
        if "header" in part or "footer" in part:
            assert opened.find("//w:sdt", part) == []


def test_only_in_cells_does_a_control_end_its_paragraph(opened):
    ending = [control for control in controls(opened) if control.getnext().getnext() is None]
    assert {control.getparent().getparent().tag.rpartition("}")[2] for control in ending} == {"tc"}


def test_properties_stand_in_the_order_that_word_wants(opened):
    order = ("alias", "tag", "id", "showingPlcHdr")
    types = ("richText", "date", "dropDownList", "checkbox")
    for control in controls(opened):
        names = [each.tag.rpartition("}")[2] for each in control.find("{*}sdtPr")]
        assert names[-1] in types
        assert names[:-1] == [name for name in order if name in names]


def test_what_word_reads_as_new_is_declared(opened):
    root = opened.root()
    assert {"w14", "w15", "mc"} <= set(root.nsmap)
    ignorable = root.get(f"{{{root.nsmap['mc']}}}Ignorable").split()
    assert {"w14", "w15"} <= set(ignorable) <= set(root.nsmap)


def test_an_empty_control_says_what_to_do(opened, said):
    first: dict[str, int] = {}
    for control, field in zip(controls(opened), fields(SHEET), strict=True):
        below = field.line > first.setdefault(field.grid, field.line)
        prompting = control.find("{*}sdtPr/{*}showingPlcHdr") is not None
        assert prompting == (field.kind is not FieldKind.CHECK)
        expected = {
            FieldKind.CHOICE: ("\n" if field.grid else "\u2003").join(
                f"☐\u00a0{choice}" for choice in field.choices
            ),
            FieldKind.CHECK: "☐",
        }
        asked = "Dato" if field.kind is FieldKind.DATE else "Skriv her"
        assert content(control, said) == expected.get(field.kind, "…" if below else asked)


def test_a_grid_says_what_to_do_in_its_first_row_and_stays_quiet_below(drawn, said):
    columns = (GridColumn("a", "A", 10), GridColumn("b", "B", 10, FieldKind.DATE))
    opened = drawn(document(FieldGrid("g", columns, 3, example=("Fx", "3. marts"))))
    said_in = [content(control, said) for control in controls(opened)]
    assert said_in == ["Skriv her", "Dato", "…", "…", "…", "…"]


def test_a_columns_own_prompt_stands_in_its_cells(drawn, said):
    column = GridColumn("a", "A", 10, prompt="Vi vil gerne …")
    opened = drawn(document(FieldGrid("g", (column,), 2)))
    assert [content(control, said) for control in controls(opened)] == ["Vi vil gerne …"] * 2


def test_prompts_are_small_and_what_is_typed_is_not(opened, drawn):
    prompts = opened.values("//w:sdt[.//w:showingPlcHdr][.//w:richText]//w:rStyle")
    assert set(prompts) == {"PlaceholderText"}
    filled = drawn(document(*single("Et svar"), grid(values=((1, "text", "Et svar"),))))
    assert filled.find("//w:sdt[not(.//w:showingPlcHdr)]//w:rStyle") == []
    assert filled.find("//w:sdtPr/w:rPr") == []


@pytest.mark.parametrize(
    ("language", "shown", "form", "locale"),
    [
        ("da", "3. marts 2027", "d. MMMM yyyy", "da-DK"),
        ("en", "3 March 2027", "d MMMM yyyy", "en-GB"),
    ],
)
def test_a_day_filled_in_beforehand_is_a_day_to_word(drawn, said, language, shown, form, locale):
    field = Field("a", "Dag", FieldKind.DATE, value="2027-03-03")
    opened = drawn(document(field, language=language))
    (control,) = controls(opened)
    date = control.find("{*}sdtPr/{*}date")
    assert content(control, said) == shown
    assert date.values() == ["2027-03-03T00:00:00Z"]
    assert [each.values()[0] for each in date][:2] == [form, locale]


def test_a_date_that_is_no_day_stands_as_it_was_written(drawn, said):
    opened = drawn(document(Field("a", "Dag", FieldKind.DATE, value="først i marts")))
    (control,) = controls(opened)
    assert content(control, said) == "først i marts"
    assert control.find("{*}sdtPr/{*}date").values() == []


def test_a_box_is_ticked_where_its_state_says_so(drawn, said):
    opened = drawn(document(*single("x"), grid(values=((1, "check", "x"),))))
    boxes = [
        each for each in controls(opened) if each.find(f"{{*}}sdtPr/{NEWER}checkbox") is not None
    ]
    states = [each.find(f".//{NEWER}checked").values()[0] for each in boxes]
    assert states == ["1", "1", "0"]
    assert [content(each, said) for each in boxes] == [STATES[state] for state in states]


def test_a_choice_is_offered_once_however_often_it_is_written(drawn):
    field = Field("a", "Valg", FieldKind.CHOICE, choices=("Ja & nej", "Måske", "Ja & nej", ""))
    (listed,) = drawn(document(field)).find("//w:dropDownList")
    assert [item.values() for item in listed] == [["Ja & nej"] * 2, ["Måske"] * 2]


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1).filter(lambda value: UNWRITABLE.sub("", value)))
def test_what_is_filled_in_beforehand_comes_out_letter_by_letter(drawn, said, value):
    opened = drawn(document(Field("a", "Et felt", value=value), Field("b", "Sidst")))
    control = controls(opened)[0]
    assert content(control, said) == LINE_END.sub("\n", UNWRITABLE.sub("", value))
    assert control.find("{*}sdtPr/{*}showingPlcHdr") is None


@pytest.mark.parametrize(
    "words", ["Børn & Unge <Øst> \"A\" 'b' ]]>", "æ\u00a0ø\u2003å", "a  b\tc\nd"]
)
def test_a_title_is_written_letter_by_letter(drawn, words):
    opened = drawn(document(Field("a", words, FieldKind.TEXT), Field("b", words, FieldKind.DATE)))
    titles = [names_of(control)["alias"] for control in controls(opened)]
    assert titles == [words, f"{words} (2)"]


def test_a_sheet_across_the_page_has_its_controls_too(drawn):
    turned = attrs.evolve(SHEET, sections=(Section((grid(),), Orientation.LANDSCAPE),))
    assert len(controls(drawn(turned))) == 10
