"""Whatever is written on a sheet is read back equal, whatever names the file has lost."""

import datetime
from functools import cache

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from spark_tools.content.load import load_library
from spark_tools.document.form import fields
from spark_tools.document.tool import tool_documents
from spark_tools.forms.docx.answers import FoundBy
from spark_tools.forms.docx.prompts import typed
from spark_tools.forms.docx.values import canonical
from spark_tools.model import (
    Block,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    FormField,
    GridColumn,
    Heading,
    Paragraph,
    Role,
    Section,
    Sheet,
    text,
)
from spark_tools.plugin.loading import load_plugins

LOSSES = {
    (): FoundBy.TAG,
    ("tag",): FoundBy.BOOKMARK,
    ("tag", "alias"): FoundBy.BOOKMARK,
    ("tag", "bookmark"): FoundBy.TITLE,
    ("tag", "alias", "bookmark"): FoundBy.LABEL,
}
ILLEGAL = (
    "".join(map(chr, (*range(9), *range(11), *range(14, 32))))
    + "\r\x0b\x0c\x85\u202d\u202e\ufffe\uffff"
)
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=ILLEGAL
) | st.sampled_from("æøåÆØÅ »«“”'\"&<>{}%\n\t\u2011")
LABELS = st.text("abcæøå .?-", min_size=1, max_size=20).map(canonical).filter(bool)
WORDS = st.lists(
    LABELS, min_size=2, max_size=4, unique_by=lambda word: word.casefold().strip(" .-?")
)


@cache
def handouts() -> tuple[Document, ...]:
    """All the sheets of all bundled tools."""
    library = load_library(load_plugins(strict=True))
    documents = (
        entry.document for exercise in library.exercises for entry in tool_documents(exercise, "da")
    )
    return tuple(document for document in documents if fields(document))


def days():
    return st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(
        datetime.date.isoformat
    )


def answer_to(field: FormField):
    match field.kind:
        case FieldKind.CHECK:
            return st.sampled_from(("", "x"))
        case FieldKind.CHOICE:
            return st.sampled_from(("", *field.choices))
        case FieldKind.DATE:
            return days() | st.just("")
        case _:
            words = st.text(LETTERS, max_size=20).map(canonical)
            return words.filter(lambda text: not text or typed(text, field, flagged=False))


def answers_to(form):
    return st.fixed_dictionaries({field.key: answer_to(field) for field in form.fields})


@st.composite
def third_party(draw) -> Document:
    """Draw a sheet that a tool of somebody else's could have."""
    blocks: list[Block] = [Heading(1, text("Ark"))]
    labels = iter(draw(st.lists(LABELS, min_size=30, max_size=30, unique=True)))
    for number in range(draw(st.integers(1, 5))):
        blocks.append(Paragraph(text(draw(LABELS)), draw(st.sampled_from(Role))))
        if draw(st.booleans()):
            kind = draw(st.sampled_from(FieldKind))
            blocks.append(
                Field(
                    f"ark.f{number}",
                    next(labels),
                    kind,
                    draw(st.integers(1, 4)),
                    tuple(draw(WORDS)) if kind is FieldKind.CHOICE else (),
                    draw(st.sampled_from(("", "Kort"))),
                )
            )
        else:
            blocks.append(draw(grids(f"ark.g{number}", labels)))
    assume(any(isinstance(block, Field | FieldGrid) for block in blocks))
    return Document(
        Edition.WORKSHEETS,
        "Ark",
        "da",
        (Section(tuple(blocks)),),
        identifier="x/worksheets/1/other/ark",
        sheets=(Sheet("ark", "Ark"),),
    )


@st.composite
def grids(draw, name, labels) -> FieldGrid:
    kinds = draw(st.lists(st.sampled_from(FieldKind), min_size=1, max_size=4))
    columns = tuple(
        GridColumn(
            f"c{place}",
            next(labels),
            10,
            kind,
            tuple(draw(WORDS)) if kind is FieldKind.CHOICE else (),
            draw(st.sampled_from(("", "Skriv"))),
        )
        for place, kind in enumerate(kinds)
    )
    rows = draw(st.integers(1, 3))
    named = draw(st.booleans())
    return FieldGrid(
        name,
        columns,
        rows,
        labels=tuple(next(labels) for _ in range(rows)) if named else (),
        corner="Hvor" if named else "",
        example=("Sådan",) * len(columns) if draw(st.booleans()) else (),
        row_ids=tuple(f"a{row}" for row in range(draw(st.integers(0, rows)))),
    )


def came_back(worksheet, answers, seed):
    filled = worksheet.filled(answers, seed)
    for lost, found in LOSSES.items():
        sheet = filled.without(*lost).read()
        assert {each.field.key: each.value for each in sheet.answers} == answers
        assert all(each.understood for each in sheet.answers)
        assert {each.found for each in sheet.answers} == {found}
        assert sheet.unplaced == ()


SEEDS = st.integers(0, 2**32)


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(document=st.deferred(lambda: st.sampled_from(handouts())), seed=SEEDS, data=st.data())
def test_the_sheets_of_the_bundled_tools_come_back_as_filled_in(drawn, document, seed, data):
    worksheet = drawn(document=document)
    came_back(worksheet, data.draw(answers_to(worksheet.form)), seed)


@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(document=third_party(), seed=SEEDS, data=st.data())
def test_the_sheets_of_other_tools_come_back_as_filled_in(drawn, document, seed, data):
    worksheet = drawn(document=document)
    came_back(worksheet, data.draw(answers_to(worksheet.form)), seed)
