"""What the logbook holds comes back on the next sheets, in the guide and the overview."""

import datetime
from itertools import count

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.document.action_rows import (
    named,
    state_called,
    state_name,
    told,
    what_written,
)
from spark_tools.document.course import course_documents
from spark_tools.document.form import fields
from spark_tools.document.tool import filled_in_document
from spark_tools.i18n import words
from spark_tools.model import (
    Action,
    ActionState,
    Copies,
    Entry,
    FieldGrid,
    GridColumn,
    Handout,
    Meaning,
    Per,
)

SIDEN_SIDST = "meeting-2/arbejdsark-siden-sidst"
MELLEMRUM = "meeting-1/mellemrum"
MARCH = datetime.date(2027, 3, 3)
TRYING, DONE, DROPPED = ActionState.TRYING, ActionState.DONE, ActionState.DROPPED
BOARD = Action("a1", "Vi mødes ved tavlen", "Aftenvagten", MARCH, TRYING, 1, "Tavlemøde")
CALL = Action("a2", "Vi ringer til de pårørende", "AMR", meeting=1)
ENDED = Action("a3", "Vi flytter mødet", "TR", MARCH, DROPPED, 1, learnt=("Tirsdag er værre.",))
SHEET = Entry(
    "s1", "card", "Kort", 1, (("what", "Vi mødes ved tavlen"),), learnt=("Alle vil være med.",)
)


def by_name(plan, **asked):
    return {made.name: made for made in course_documents(plan, **asked)}


def grid_of(made) -> FieldGrid:
    (grid,) = [
        block
        for section in made.document.sections
        for block in section.blocks
        if isinstance(block, FieldGrid)
    ]
    return grid


def rows_of(grid: FieldGrid) -> dict[str, dict[str, str]]:
    return {
        row: {column: value for n, column, value in grid.values if n == number}
        for number, row in enumerate(grid.row_ids, start=1)
    }


@pytest.mark.parametrize("name", ["forloebsplan", MELLEMRUM, "meeting-2/drejebog", SIDEN_SIDST])
def test_a_document_of_a_course_under_way_reads_as_agreed(name, held_once, dump, golden):
    document = by_name(held_once([BOARD, CALL, ENDED], [SHEET]))[name].document
    assert dump(document) == golden(f"under-way_{name}", document)


def test_a_meeting_that_has_been_held_leaves_only_the_sheets_for_the_time_after_it(held_once):
    assert list(by_name(held_once([BOARD]))) == [
        "forloebsplan",
        MELLEMRUM,
        "meeting-2/drejebog",
        "meeting-2/dagsorden",
        SIDEN_SIDST,
    ]


def test_the_time_after_earlier_meetings_is_over(held_once, plan):
    third = attrs.evolve(plan.meetings[1], number=3)
    meetings = (*plan.meetings, third)
    later = held_once([BOARD])
    logbook = attrs.evolve(later.logbook, held=2, meetings=meetings[:2])
    names = list(by_name(attrs.evolve(later, meetings=meetings, logbook=logbook)))
    assert names[:2] == ["forloebsplan", "meeting-2/mellemrum"]
    assert not any(name.startswith("meeting-1/") for name in names)


def test_only_the_next_meeting_is_filled_in(held_once, plan):
    third = attrs.evolve(plan.meetings[1], number=3)
    later = attrs.evolve(held_once([BOARD]), meetings=(*plan.meetings, third))
    made = by_name(later)
    assert grid_of(made[SIDEN_SIDST]).row_ids[0] == "a1"
    assert not grid_of(made["meeting-3/arbejdsark-siden-sidst"]).row_ids
    assert not grid_of(made["meeting-2/mellemrum"]).row_ids


def test_a_look_back_tells_who_and_when_with_what_and_leaves_what_happens_now_empty(held_once):
    rows = rows_of(grid_of(by_name(held_once([BOARD, CALL]))[SIDEN_SIDST]))
    assert rows["a1"] == {
        "what": "Tavlemøde: Vi mødes ved tavlen (Aftenvagten, 3.\N{NO-BREAK SPACE}marts)"
    }
    assert rows["a2"] == {"what": "Vi ringer til de pårørende (AMR)"}


def test_the_interval_sheet_has_what_who_when_and_a_tick_where_it_is_being_tried(held_once):
    rows = rows_of(grid_of(by_name(held_once([BOARD, CALL]))[MELLEMRUM]))
    assert rows["a1"] == {
        "what": "Tavlemøde: Vi mødes ved tavlen",
        "who": "Aftenvagten",
        "when": "2027-03-03",
        "started": "x",
    }
    assert "started" not in rows["a2"]


def test_what_the_interval_sheet_said_last_about_telling_the_colleagues_stands(held_once):
    back = [
        Entry("s1", "interval", "Mellemrum", 1, (("tell", "AMR siger det"),)),
        Entry("s2", "interval", "Mellemrum", 1, (("tell", "TR siger det\npå fredag"),)),
        Entry("s3", "interval", "Mellemrum", 2, (("tell", "Ingen"),)),
    ]
    form = fields(by_name(held_once([BOARD], back))[MELLEMRUM].document)
    assert form[-1].value == "TR siger det\npå fredag"


@pytest.mark.parametrize(("actions", "rows"), [(1, 3), (2, 3), (3, 4), (9, 10)])
def test_there_is_always_a_row_left_to_write_in(actions, rows, held_once):
    agreed = [attrs.evolve(CALL, id=f"a{number}") for number in range(1, actions + 1)]
    grid = grid_of(by_name(held_once(agreed))[SIDEN_SIDST])
    assert grid.rows == len(grid.row_ids) == rows


def test_the_agreements_stay_on_their_page_as_long_as_a_pen_has_room(held_once):
    heights = []
    for number in (1, 9, 30):
        agreed = [attrs.evolve(CALL, id=f"a{n}") for n in range(number)]
        grid = grid_of(by_name(held_once(agreed))[MELLEMRUM])
        heights.append((grid.rows, grid.height))
    assert heights == [(8, 18), (10, 18), (31, 12)]


def test_what_has_ended_stays_out_unless_it_is_asked_for(held_once):
    plan = held_once([BOARD, ENDED])
    for name in (SIDEN_SIDST, MELLEMRUM):
        assert "a3" not in grid_of(by_name(plan)[name]).row_ids
        assert "a3" in grid_of(by_name(plan, with_ended=True)[name]).row_ids


def test_a_row_to_write_in_has_a_number_that_no_sheet_has_come_back_with(held_once):
    back = Entry("s1", "since", "Siden sidst", 2, (("rows.7.what", "Nyt"), ("rows.a1.what", "x")))
    grid = grid_of(by_name(held_once([BOARD], [back]))[SIDEN_SIDST])
    assert grid.row_ids == ("a1", "8", "9")


def test_a_form_that_is_filled_in_otherwise_is_another_form(held_once):
    one, same, other = (
        by_name(held_once(actions))[SIDEN_SIDST].document.identifier
        for actions in ([BOARD], [attrs.evolve(BOARD, who="TR")], [BOARD, CALL])
    )
    assert one == same != other
    assert one.startswith("abc123/worksheets/2/look-back/since/")


def test_the_course_keeps_its_identity_when_it_is_planned_again(held_once):
    plan = attrs.evolve(held_once([BOARD]), id="other", course="abc123")
    assert all(made.document.identifier.startswith("abc123/") for made in by_name(plan).values())


def learning_sheet() -> Handout:
    columns = (
        GridColumn("what", "Det prøvede vi", 1, means=Meaning.WHAT),
        GridColumn("state", "Så langt kom vi", 1, means=Meaning.STATE),
        GridColumn("learnt", "Det lærte vi", 1, means=Meaning.LEARNT),
    )
    grid = FieldGrid("tried", columns, 2, rows_from="course")
    return Handout("learning", "Læring", Copies(Per.COMMITTEE), (grid,))


def test_a_sheet_of_the_whole_course_gathers_what_was_tried_and_what_was_learnt(held_once):
    made = course_documents(
        held_once([BOARD, ENDED]),
        lambda exercise, _: [learning_sheet()] * (exercise.id == "check-in"),
    )
    (sheet,) = [one for one in made if one.exercise == "check-in" and one.meeting == 2]
    assert rows_of(grid_of(sheet)) == {
        "a1": {"what": "Tavlemøde: Vi mødes ved tavlen", "state": "I gang"},
        "a3": {"what": "Vi flytter mødet", "state": "Stoppet", "learnt": "Tirsdag er værre."},
        "3": {},
    }


# Several committees


@pytest.fixture
def joint(held_once):
    def plan_with(*actions, entries=()):
        return held_once(actions, entries, committees=3)

    return plan_with


SKOVBO = attrs.evolve(BOARD, committee="Skovbo")
AAKANDEN = attrs.evolve(CALL, committee="Åkanden")
NOBODY = attrs.evolve(CALL, id="a9")


def test_each_committee_with_agreements_has_its_own_copy_besides_the_empty_one(joint):
    made = by_name(joint(SKOVBO, AAKANDEN, attrs.evolve(ENDED, committee="Nord"), NOBODY))
    names = [name for name in made if "siden-sidst" in name or "mellemrum" in name]
    assert names == [
        MELLEMRUM,
        f"{MELLEMRUM}-skovbo",
        f"{MELLEMRUM}-aakanden",
        f"{MELLEMRUM}-uden-udvalg",
        SIDEN_SIDST,
        f"{SIDEN_SIDST}-skovbo",
        f"{SIDEN_SIDST}-aakanden",
        f"{SIDEN_SIDST}-uden-udvalg",
    ]
    assert grid_of(made[SIDEN_SIDST]).row_ids == ()
    assert grid_of(made[f"{SIDEN_SIDST}-skovbo"]).row_ids[0] == "a1"


def test_sheets_that_do_not_say_whose_they_are_are_not_put_together(joint):
    made = by_name(
        joint(
            attrs.evolve(CALL, id="a1", source="s1:agreements.1"),
            attrs.evolve(BOARD, id="a2", source="s2:agreements.1"),
            attrs.evolve(BOARD, id="a3", source="s1:agreements.2"),
        )
    )
    rows = {
        name: [row for row in grid_of(made[name]).row_ids if row.startswith("a")]
        for name in made
        if name.startswith(f"{SIDEN_SIDST}-")
    }
    assert rows == {
        f"{SIDEN_SIDST}-uden-udvalg": ["a1", "a3"],
        f"{SIDEN_SIDST}-uden-udvalg-2": ["a2"],
    }


def test_ways_to_write_a_committee_that_differ_in_case_and_blanks_are_one(joint):
    again = attrs.evolve(CALL, committee=" skovbo ")
    grid = grid_of(by_name(joint(SKOVBO, again))[f"{SIDEN_SIDST}-skovbo"])
    assert grid.row_ids[:2] == ("a1", "a2")


def test_a_letter_with_its_ring_apart_is_the_same_letter(joint):
    again = attrs.evolve(AAKANDEN, id="a8", committee="A\u030akanden")
    grid = grid_of(by_name(joint(AAKANDEN, again))[f"{SIDEN_SIDST}-aakanden"])
    assert grid.row_ids[:2] == (AAKANDEN.id, "a8")


def test_committees_whose_names_are_alike_have_files_of_their_own(joint):
    names = by_name(joint(SKOVBO, attrs.evolve(CALL, committee="Skov-bo"), NOBODY))
    assert len([name for name in names if name.startswith(SIDEN_SIDST)]) == 4


@pytest.mark.parametrize("name", ["/", "/../../..", "🙂", "Комитет"])
def test_a_name_that_no_file_can_bear_is_written_on_the_sheet_alone(joint, name):
    made = by_name(joint(attrs.evolve(BOARD, committee=name)))
    (first, *_) = fields(made[f"{SIDEN_SIDST}-udvalg"].document)
    assert first.value == name


def test_a_committees_copy_bears_its_name_and_its_identifier_does_not(joint):
    made = by_name(joint(SKOVBO, AAKANDEN))
    document = made[f"{SIDEN_SIDST}-skovbo"].document
    first = fields(document)[0]
    assert (first.key, first.label, first.value) == ("since.committee", "Udvalg", "Skovbo")
    assert first.means is Meaning.COMMITTEE
    assert not any("skovbo" in one.document.identifier.lower() for one in made.values())


def test_a_shared_sheet_asks_whose_it_is_and_a_personal_one_does_not(plan):
    several = attrs.evolve(plan, brief=attrs.evolve(plan.brief, committees=3))
    made = by_name(several)
    first = fields(made["meeting-1/arbejdsark-kort-over-vinkler"].document)[0]
    assert (first.key, first.value) == ("sheet.committee", "")
    assert fields(made[MELLEMRUM].document)[0].key == "interval.committee"
    home = fields(made["meeting-1/arbejdsark-hjemmeopgave"].document)
    assert Meaning.COMMITTEE not in {field.means for field in home}


def test_one_committee_is_not_asked_for_its_name(course):
    for made in course:
        assert Meaning.COMMITTEE not in {field.means for field in fields(made.document)}


def test_the_guide_has_a_row_for_each_committee(joint, dump):
    back = Entry("s1", "card", "Kort", 1, (), committee="Vest", learnt=("Spørg først.",))
    guide = dump(by_name(joint(SKOVBO, AAKANDEN, entries=[back]))["meeting-2/drejebog"].document)
    assert (
        "Skovbo | - Tavlemøde: Vi mødes ved tavlen (Aftenvagten, 3.\N{NO-BREAK SPACE}marts" in guide
    )
    assert "Modtagne ark: 1 »Kort«, fra 1 udvalg" in guide
    assert "- Vest: Spørg først." in guide


def test_the_overview_counts_what_several_committees_have_agreed(joint, dump):
    overview = dump(by_name(joint(SKOVBO, AAKANDEN))["forloebsplan"].document)
    assert "2 aftaler: 1 aftalt og 1 i gang" in overview
    assert "Tavlemøde" not in overview


# What holds for any logbook

NAMES = st.text("abc æø:()", max_size=6).map(str.strip)
WORDS = st.text("abc æø:,.\n", min_size=1, max_size=12).map(str.strip).filter(bool)


@st.composite
def logbooks(draw):
    numbers = count(1)
    return [
        Action(
            f"a{next(numbers)}",
            draw(WORDS),
            draw(NAMES),
            draw(st.none() | st.dates()),
            draw(st.sampled_from(ActionState)),
            1,
            draw(NAMES),
            draw(st.sampled_from(["", "Nord", "nord", "Syd"])),
        )
        for _ in range(draw(st.integers(0, 8)))
    ]


@given(actions=logbooks(), committees=st.sampled_from([1, 3]))
def test_every_open_action_waits_on_one_sheet_of_its_committee_and_no_ended_one(
    actions, committees, held_once
):
    made = by_name(held_once(actions, committees=committees))
    for sheet in (SIDEN_SIDST, MELLEMRUM):
        rows = [
            (field.row, form[0].value.casefold() if committees > 1 else "")
            for name, one in made.items()
            if name.startswith(sheet)
            for form in [fields(one.document)]
            for field in form
            if field.means is Meaning.WHAT and field.row.startswith("a")
        ]
        expected = [
            (action.id, action.committee.casefold() if committees > 1 else "")
            for action in actions
            if not action.ended
        ]
        assert sorted(rows) == sorted(expected)


@given(actions=logbooks())
def test_an_answer_that_nobody_has_changed_tells_nothing_new(actions):
    for action in actions:
        for answer in (told(action, "da"), told(action, "en"), named(action)):
            assert what_written(answer, action).split() == action.what.split()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("state", ActionState)
def test_how_far_an_action_has_come_is_read_as_it_is_printed(language, state):
    printed = state_name(state, words("document", language))

    assert state_called(f" {printed.upper()}\n") is state
    assert state_called(f"{printed} måske") is None


def look_back() -> Handout:
    columns = (GridColumn("what", "Hvad?", 1, means=Meaning.WHAT),)
    grid = FieldGrid("rows", columns, 2, rows_from="actions")
    return Handout("board", "Tavlen", Copies(Per.COMMITTEE), (grid,))


def test_a_tool_alone_lays_out_the_sheets_that_have_rows_for_actions(exercise):
    made = filled_in_document(exercise, "da", (look_back(),), (BOARD, CALL))

    assert [sheet.id for sheet in made.document.sheets] == ["board"]
    assert rows_of(grid_of(made)) == {
        "a1": {"what": "Tavlemøde: Vi mødes ved tavlen (Aftenvagten, 3.\xa0marts)"},
        "a2": {"what": "Vi ringer til de pårørende (AMR)"},
        "3": {},
    }
    tool, edition, mark = made.document.identifier.split("/")
    assert (tool, edition, len(mark)) == (f"{exercise.id}.{exercise.revision}", "worksheets", 12)


def test_a_tool_without_such_sheets_lays_out_none(exercise):
    assert filled_in_document(exercise, "da", (), (BOARD,)) is None
