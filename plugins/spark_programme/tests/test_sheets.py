"""One sheet, one job, one page."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader

from spark_tools import Edition, Exercise, Field, FieldGrid, Library, Meaning, Per, SessionPlan
from spark_tools.testing import Toolbox

PLUGIN = "spark-programme"


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_every_sheet_is_one_page(tested: Toolbox):
    drawn = {
        exercise.id: pages(tested.draw(entry, "pdf"))
        for exercise in tested.exercises
        for entry in tested.documents_of(exercise)
        if entry.document.edition is Edition.WORKSHEETS
    }
    assert drawn == {each.id: len(each.handouts) for each in tested.exercises if each.handouts}


@pytest.mark.parametrize(("course_type", "committees"), [("individual", 1), ("joint", 4)])
def test_every_sheet_of_a_course_is_one_page(
    course_type: str, committees: int, tested: Toolbox, compose: Callable[..., SessionPlan]
):
    plan = compose(
        course_type=course_type,
        themes=("cooperation",),
        participants=6 * committees,
        committees=committees,
    )
    for entry in tested.documents_of_course(plan):
        if entry.document.edition is Edition.WORKSHEETS:
            assert pages(tested.draw(entry, "pdf")) == len(entry.document.sections), entry.name


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
