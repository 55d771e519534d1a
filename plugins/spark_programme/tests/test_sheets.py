"""One sheet, one job, one page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from spark_tools.compose.composer import compose
from spark_tools.content.library import Library
from spark_tools.content.reader import Contents
from spark_tools.document.course import course_documents
from spark_tools.document.tool import tool_documents
from spark_tools.model import Brief, Edition, Exercise, Field, FieldGrid, Meaning, Per
from spark_tools.plugin.manager import load_plugins
from spark_tools.render import pdf


def test_every_sheet_is_one_page(programme: Contents):
    pytest.importorskip("typst")
    look = load_plugins(strict=True).look()
    pages = {}
    for exercise in programme.exercises:
        for sheets in tool_documents(exercise, "da")[1:]:
            drawn = PdfReader(BytesIO(pdf.draw(sheets.document, look)))
            pages[exercise.id] = len(drawn.pages)
    assert pages == {each.id: len(each.handouts) for each in programme.exercises if each.handouts}


@pytest.mark.parametrize(("course_type", "committees"), [("individual", 1), ("joint", 4)])
def test_every_sheet_of_a_course_is_one_page(course_type: str, committees: int, library: Library):
    pytest.importorskip("typst")
    look = load_plugins(strict=True).look()
    brief = Brief("Kløverskolen", course_type, ("cooperation",), 6 * committees, committees)
    for made in course_documents(compose(brief, library)):
        if made.document.edition is Edition.WORKSHEETS:
            drawn = PdfReader(BytesIO(pdf.draw(made.document, look)))
            assert len(drawn.pages) == len(made.document.sections), made.name


def meanings(exercise: Exercise, sheet: str) -> dict[str, Meaning]:
    (blocks,) = [each.blocks for each in exercise.handouts if each.id == sheet]
    fields = [block for block in blocks if isinstance(block, Field)]
    columns = [one for block in blocks if isinstance(block, FieldGrid) for one in block.columns]
    return {one.id: one.means for one in (*fields, *columns) if one.means}


def test_what_is_agreed_for_next_time_reaches_the_logbook(library: Library):
    assert meanings(library.exercise("next-steps"), "next-steps-sheet") == {
        "what": Meaning.WHAT,
        "who": Meaning.WHO,
        "by": Meaning.REVIEW,
    }


def test_the_learning_sheet_gathers_what_was_tried_and_takes_what_the_course_taught(
    library: Library,
):
    evaluation = library.exercise("learning-and-evaluation")
    assert meanings(evaluation, "learning-sheet") == {
        "what": Meaning.WHAT,
        "state": Meaning.STATE,
        "learnt": Meaning.LEARNT,
        "course": Meaning.LEARNT,
    }


def test_a_persons_own_sheet_tells_the_logbook_nothing(library: Library):
    for exercise in library.exercises:
        for handout in exercise.handouts:
            if handout.copies.per is Per.PERSON:
                assert meanings(exercise, handout.id) == {}, (exercise.id, handout.id)
