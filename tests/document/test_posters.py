"""The sheets that hang on the wall, once more on A3."""

import attrs
import pytest

from spark_tools.document.course import course_documents
from spark_tools.document.form import sheet_form
from spark_tools.document.tool import tool_documents
from spark_tools.model import Action, Edition, FieldGrid, Paper


@pytest.fixture
def wall(plan):
    """The plan whose map sheet and look-back sheet hang on the wall."""

    def hung(exercise):
        hanging = exercise.id in ("map", "look-back")
        first, *rest = exercise.handouts or (None,)
        return attrs.evolve(
            exercise, handouts=(attrs.evolve(first, poster=True), *rest) if hanging else ()
        )

    def with_posters(meeting):
        items = tuple(
            attrs.evolve(item, exercise=hung(item.exercise)) if item.exercise else item
            for item in meeting.items
        )
        return attrs.evolve(meeting, items=items)

    return attrs.evolve(plan, meetings=tuple(map(with_posters, plan.meetings)))


def named(plan, **asked):
    return {made.name: made for made in course_documents(plan, posters=True, **asked)}


def test_each_poster_is_a_document_of_its_own_on_a3(wall):
    made = named(wall)
    posters = {name: one for name, one in made.items() if one.document.paper is Paper.A3}

    assert list(posters) == ["meeting-1/planche-vinkelark", "meeting-2/planche-siden-sidst"]
    assert {one.document.edition for one in posters.values()} == {Edition.POSTERS}
    assert posters["meeting-1/planche-vinkelark"].document.title == "Vinkelark"


def test_without_being_asked_for_there_are_none(wall):
    assert {one.document.paper for one in course_documents(wall)} == {Paper.A4}


def test_a_poster_is_the_sheet_that_it_enlarges(wall):
    made = named(wall)
    sheet = made["meeting-2/arbejdsark-siden-sidst"].document
    poster = made["meeting-2/planche-siden-sidst"].document

    same = attrs.evolve(
        poster, edition=sheet.edition, paper=sheet.paper, identifier=sheet.identifier
    )
    assert same == sheet
    assert poster.identifier == "abc123/posters/2/look-back/since"


def test_its_fields_are_called_as_on_the_worksheet_and_belong_to_the_same_sheet(wall):
    made = named(wall)
    whole = sheet_form(made["meeting-1/arbejdsark-kort-over-vinkler"])
    form = sheet_form(made["meeting-1/planche-vinkelark"])

    assert [field.key for field in form.fields] == [
        field.key for field in whole.fields if field.sheet == "sheet"
    ]
    assert form.sheets == whole.sheets[:1]
    assert (form.meeting, form.exercise) == (whole.meeting, whole.exercise)


def test_it_is_filled_in_as_the_worksheet_is(wall, held_once):
    plan = held_once([Action("a1", "Tavlemøde", "AMR", meeting=1)])
    posters = named(attrs.evolve(plan, meetings=wall.meetings))
    (grid,) = [
        block
        for block in posters["meeting-2/planche-siden-sidst"].document.sections[0].blocks
        if isinstance(block, FieldGrid)
    ]
    assert (1, "what", "Tavlemøde (AMR)") in grid.values


def test_each_of_several_committees_has_its_own_besides_the_empty_one(wall, held_once):
    actions = [
        Action("a1", "Tavlemøde", meeting=1, committee="Skovbo"),
        Action("a2", "Ro", meeting=1, committee="Engen"),
    ]
    plan = held_once(actions, committees=2)
    names = [
        name for name in named(attrs.evolve(plan, meetings=wall.meetings)) if "planche" in name
    ]
    assert names == [
        "meeting-2/planche-siden-sidst",
        "meeting-2/planche-siden-sidst-engen",
        "meeting-2/planche-siden-sidst-skovbo",
    ]


def test_the_guide_says_what_is_printed_on_a3(wall, dump):
    asked = dump(named(wall)["meeting-1/drejebog"].document)
    assert "»Vinkelark« i A3: " in asked
    assert "»Huskeseddel« i A3" not in asked
    usual = {made.name: made.document for made in course_documents(wall)}
    assert "A3:" not in dump(usual["meeting-1/drejebog"]).replace("A3-ark", "")


def test_one_tool_on_its_own_has_its_posters_too(exercise, dump):
    sheet, note = exercise.handouts
    hung = attrs.evolve(exercise, handouts=(attrs.evolve(sheet, poster=True), note))
    guide, _, poster = tool_documents(hung, "da", posters=True)

    assert poster.name == "kort-over-vinkler-planche-vinkelark"
    assert (poster.document.paper, poster.document.header_right) == (Paper.A3, "Planche")
    assert "Vinkelark i A3: " in dump(guide.document)
    assert len(tool_documents(hung, "da")) == 2
