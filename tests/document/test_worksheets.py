import attrs
import pytest

from spark_tools.document.course import course_documents
from spark_tools.document.occasions import Occasion
from spark_tools.document.tool import tool_documents
from spark_tools.model import (
    Copies,
    Edition,
    Field,
    FieldGrid,
    GridColumn,
    Handout,
    Heading,
    Orientation,
    Paragraph,
    Per,
    Picture,
    plain,
    text,
)


def test_each_handout_has_a_section_that_lies_its_own_way(documents):
    sections = documents["meeting-1/arbejdsark-kort-over-vinkler"].sections
    assert [section.orientation for section in sections] == [
        Orientation.LANDSCAPE,
        Orientation.PORTRAIT,
    ]


def test_a_sheet_that_is_alone_gives_the_document_its_title(documents):
    document = documents["meeting-1/arbejdsark-hjemmeopgave"]
    assert document.title == "Hjemmeark"
    assert document.identifier == "abc123/worksheets/1/homework/home"


@pytest.mark.parametrize(("waiting", "rows"), [(0, 3), (3, 3), (7, 7)])
def test_a_look_back_has_a_row_for_each_action_that_waits(waiting, rows, look_back_with, blocks_of):
    document = look_back_with(waiting)["meeting-2/arbejdsark-siden-sidst"]
    (grid,) = [one for one in blocks_of(document) if isinstance(one, FieldGrid)]
    assert grid.rows == rows


def test_a_picture_draws_one_mark_for_each_person(documents, blocks_of):
    blocks = blocks_of(documents["meeting-1/arbejdsark-kort-over-vinkler"])
    (picture,) = [one for one in blocks if isinstance(one, Picture)]
    assert picture.svg.count("<circle/>") == 5


def test_the_foot_comes_last(documents):
    last = documents["meeting-1/arbejdsark-kort-over-vinkler"].sections[0].blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.text).startswith("Tag arket med den onsdag")


def test_a_plugin_may_add_a_sheet_to_an_exercise_that_has_none(plan, blocks_of):
    extra = Handout("extra", "Ekstra", Copies(Per.PERSON), (Field("more", "Mere"),))
    made = course_documents(
        plan, lambda exercise, meeting: [extra] * (exercise.id == "actions" and meeting.number == 1)
    )
    documents = {one.name: one for one in made}
    sheet = documents["meeting-1/arbejdsark-proev-noget-af"]
    assert sheet.document.title == "Ekstra"
    assert sheet.exercise == "actions"


def test_a_sheet_whose_headings_begin_too_deep_is_lifted(exercise, blocks_of):
    deep = Handout("d", "Ark", Copies(Per.PERSON), (Heading(3, text("Dybt")),))
    (_, sheets) = tool_documents(attrs.evolve(exercise, handouts=(deep,)), "da")
    assert [one.level for one in blocks_of(sheets.document)] == [1, 2]


def test_one_tool_on_its_own_is_a_guide_and_its_sheets(exercise, dump):
    guide, sheets = tool_documents(exercise, "da")
    assert (guide.name, guide.document.edition) == ("kort-over-vinkler", Edition.GUIDE)
    assert sheets.name == "kort-over-vinkler-arbejdsark"
    assert "FACILITATOR: Print kortet." in dump(guide.document)
    assert "60 min (60–60)" in dump(guide.document)
    assert "Skriv om jeres arbejdsplads." in dump(guide.document)
    assert "FACILITATOR" not in dump(sheets.document)


def test_a_tool_without_sheets_is_a_guide_only(exercise):
    (guide,) = tool_documents(attrs.evolve(exercise, handouts=()), "en")
    assert guide.document.header_right == "Facilitator's guide"


def test_a_sheet_for_each_committee_holds_its_share_of_what_waits(exercise, plan):
    def grid(per: Per) -> Handout:
        rows = FieldGrid("rows", (GridColumn("what", "Hvad", 1),), 2, rows_from="actions")
        return Handout(per.value, "Ark", Copies(per), (rows,))

    meeting = attrs.evolve(plan.meetings[1], waiting_actions=11)
    brief = attrs.evolve(plan.brief, participants=20, committees=4)
    occasion = Occasion(
        plan=attrs.evolve(plan, brief=brief),
        meeting=meeting,
        exercise=exercise,
        items=(),
        group_sizes=(10, 10),
        handouts=(),
    )

    rows = {per: occasion.waiting_on(grid(per)) for per in Per}

    assert rows == {Per.COMMITTEE: 3, Per.GROUP: 6, Per.PERSON: 11, Per.MEETING: 11}
