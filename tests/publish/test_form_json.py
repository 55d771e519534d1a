from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from spark_tools.document.printed import mark
from spark_tools.model import FieldKind, FormField, Meaning, Sheet, SheetForm
from spark_tools.publish.form_json import form_as_json, form_from_json
from spark_tools.publish.shape import Shape, as_text

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NAMES = st.sampled_from(["a", "b", "1", "2", "a3", ""])
KINDS = st.sampled_from(FieldKind)
MEANINGS = st.none() | st.sampled_from(Meaning)
CHOICES = st.lists(WORDS, max_size=3).map(tuple)
SMALL = st.integers(0, 3)


@st.composite
def grids(draw: st.DrawFn) -> list[FormField]:
    """Give the fields of a grid as `sheet_form` does, and sometimes not all of them."""
    grid = draw(st.sampled_from(["sheet.plan", "sheet.other"]))
    columns = draw(st.lists(st.tuples(NAMES, WORDS, KINDS, CHOICES, WORDS, MEANINGS), max_size=3))
    rows = draw(st.lists(st.tuples(NAMES, WORDS), max_size=3))
    fields = [
        FormField(
            key=f"{grid}.{row}.{column}",
            title=draw(WORDS),
            label=label,
            kind=kind,
            choices=choices,
            prompt=prompt,
            value=draw(WORDS),
            means=means,
            grid=grid,
            row=row,
            row_label=row_label,
            line=line,
            place=place,
        )
        for line, (row, row_label) in enumerate(rows, 1)
        for place, (column, label, kind, choices, prompt, means) in enumerate(columns)
    ]
    return fields[: draw(st.sampled_from([None, None, -1]))]


ANY_FIELD = st.builds(
    FormField,
    key=WORDS,
    title=WORDS,
    label=WORDS,
    kind=KINDS,
    choices=CHOICES,
    prompt=WORDS,
    value=WORDS,
    means=MEANINGS,
    grid=NAMES,
    row=NAMES,
    row_label=WORDS,
    line=SMALL,
    place=SMALL,
)
FIELDS = st.lists(grids() | st.lists(ANY_FIELD, max_size=3), max_size=4).map(
    lambda parts: tuple(field for part in parts for field in part)
)
SHEETS = st.builds(
    Sheet, id=WORDS, title=WORDS, copies=SMALL, personal=st.booleans(), ahead=st.booleans()
)
FORMS = st.builds(
    SheetForm,
    identifier=WORDS,
    title=WORDS,
    sheets=st.lists(SHEETS, max_size=2).map(tuple),
    fields=FIELDS,
    meeting=SMALL,
    exercise=WORDS,
    printed=st.lists(WORDS.map(mark).filter(bool), max_size=3).map(tuple),
)


@given(FORMS)
def test_every_form_reads_back_equal(form: SheetForm) -> None:
    text = as_text(form_as_json(form))

    assert form_from_json(Shape(json.loads(text))) == form


def test_a_grid_is_told_by_its_columns_and_rows() -> None:
    fields = tuple(
        FormField(
            key=f"card.plan.{row}.{column}",
            title=f"{column}, row {row}",
            label=column,
            kind=FieldKind.LINES,
            grid="card.plan",
            row=row,
            line=line,
            place=place,
        )
        for line, row in enumerate(("a1", "a2"), 1)
        for place, column in enumerate(("who", "what"))
    )
    (grid,) = form_as_json(SheetForm("x", "X", (), fields))["fields"]

    assert [column["id"] for column in grid["columns"]] == ["who", "what"]
    assert [row["id"] for row in grid["rows"]] == ["a1", "a2"]
