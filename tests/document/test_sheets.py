"""What the collector has to know of each sheet."""

import attrs
import pytest

from spark_tools.document.course import course_documents
from spark_tools.document.form import fields
from spark_tools.document.quantities import Headcount
from spark_tools.document.sheets import sheets_of
from spark_tools.document.tool import tool_documents
from spark_tools.model import Copies, Field, Handout, Paragraph, Per, Sheet, text

FOUR_TABLES = Headcount(participants=20, groups=8, committees=4)


def sheet(per: Per, count: int = 1) -> Handout:
    return Handout("sheet", "Ark", Copies(per, count), (Field("one", "Et"),))


@pytest.mark.parametrize(
    ("per", "count", "expected"),
    [
        (Per.COMMITTEE, 1, 1),
        (Per.COMMITTEE, 2, 2),
        (Per.MEETING, 1, 1),
        (Per.GROUP, 2, 4),
        (Per.PERSON, 1, 5),
    ],
)
def test_a_committee_fills_in_its_share(per, count, expected):
    (one,) = sheets_of([sheet(per, count)], FOUR_TABLES)
    assert (one.copies, one.personal) == (expected, per is Per.PERSON)


def test_in_mixed_groups_any_sheet_may_be_from_the_same_committee():
    (one,) = sheets_of([sheet(Per.GROUP)], FOUR_TABLES, mixed=True)
    assert one.copies == 8


def test_a_sheet_with_nothing_to_write_on_is_none():
    poster = Handout("poster", "Plakat", Copies(Per.GROUP), (Paragraph(text("Se!")),))
    assert sheets_of([poster], FOUR_TABLES) == ()


def test_the_documents_of_a_course_name_their_sheets(documents):
    named = {name: document.sheets for name, document in documents.items() if document.sheets}
    assert named == {
        "meeting-1/arbejdsark-hjemmeopgave": (Sheet("home", "Hjemmeark", 5, True, True),),
        "meeting-1/arbejdsark-kort-over-vinkler": (
            Sheet("sheet", "Vinkelark", 4),
            Sheet("note", "Huskeseddel", 5, True),
        ),
        "meeting-1/mellemrum": (Sheet("interval", "Mellemrumsark"),),
        "meeting-2/arbejdsark-siden-sidst": (Sheet("since", "Siden sidst"),),
    }


def test_every_field_stands_on_a_sheet_of_its_document(courses):
    for made in (one for course in courses for one in course):
        sheets = {one.id for one in made.document.sheets}
        assert {field.sheet for field in fields(made.document)} == sheets


def test_a_tool_on_its_own_names_its_sheets_for_one_group(exercise):
    (_, made) = tool_documents(exercise, "da")
    assert made.document.sheets == (
        Sheet("sheet", "Vinkelark", 2),
        Sheet("note", "Huskeseddel", 4, True),
    )


def test_what_is_done_before_a_later_meeting_is_ahead_of_it(plan):
    later = attrs.evolve(plan.meetings[1], before=plan.meetings[0].before)
    made = course_documents(attrs.evolve(plan, meetings=(plan.meetings[0], later)))
    ahead = {one.meeting for one in made for sheet in one.document.sheets if sheet.ahead}
    assert ahead == {1, 2}
