import itertools

from spark_tools.model import Edition, Heading, Orientation, Role, RowRole, Table, TableRole, plain

COLUMNS = ["Tid", "Min.", "Indhold", "Formål", "Form", "Ansvarlig", "Materialer"]


def programme(document, blocks_of) -> Table:
    (table,) = [
        one
        for one in blocks_of(document)
        if isinstance(one, Table) and one.role is TableRole.AGENDA
    ]
    return table


def words_in(cell) -> str:
    return " ".join(plain(block.text) for block in cell.blocks)


def test_the_guide_lies_on_its_side_throughout(documents):
    sections = documents["meeting-1/drejebog"].sections
    assert {section.orientation for section in sections} == {Orientation.LANDSCAPE}


def test_the_programme_has_exactly_the_seven_columns(documents, blocks_of):
    table = programme(documents["meeting-1/drejebog"], blocks_of)
    assert [column.title for column in table.columns] == COLUMNS


def test_the_rows_add_up_to_the_meeting_and_the_last_row_says_so(plans, courses, blocks_of):
    for plan, course in zip(plans, courses, strict=True):
        guides = [made for made in course if made.document.edition is Edition.GUIDE]
        assert [made.meeting for made in guides] == [meeting.number for meeting in plan.meetings]
        for made, meeting in zip(guides, plan.meetings, strict=True):
            table = programme(made.document, blocks_of)
            minutes = [int(words_in(row.cells[1])) for row in table.rows]
            assert sum(minutes[:-1]) == minutes[-1] == meeting.minutes


def test_each_row_begins_when_the_one_before_it_ends(documents, blocks_of):
    table = programme(documents["meeting-1/drejebog"], blocks_of)
    times = [words_in(row.cells[0]) for row in table.rows]
    assert times[0].startswith("9.00–")
    for one, following in itertools.pairwise(times):
        assert one.split("–")[1] == following.split("–")[0]
    assert times[-1] == "11.30"


def test_breaks_and_spare_time_are_rows_of_their_own_kind(documents, blocks_of):
    table = programme(documents["meeting-1/drejebog"], blocks_of)
    kinds = {words_in(row.cells[2]): row.role for row in table.rows}
    assert kinds["Pause"] is RowRole.BREAK
    assert kinds["Luft"] is RowRole.BUFFER
    assert kinds["Kort over vinkler (fortsat)"] is RowRole.NORMAL


def test_each_exercise_stands_in_full_once_and_asks_for_a_good_start(documents, blocks_of):
    headings = [
        one
        for one in blocks_of(documents["meeting-1/drejebog"])
        if isinstance(one, Heading) and one.level == 2
    ]
    titles = [plain(heading.text).replace("\N{NO-BREAK SPACE}", " ") for heading in headings]
    assert [title.split(" kl. ")[0] for title in titles[:3]] == [
        "Program",
        "Forberedelse",
        "Vær opmærksom på",
    ]
    assert titles[3:] == [
        "Tjek ind · kl. 9.00–9.10",
        "Kort over vinkler · kl. 9.10–9.55 og 10.10–10.25",
        "Prøv noget af · kl. 10.25–11.05",
    ]
    assert all(heading.keep_start for heading in headings)


def test_a_break_stands_between_the_steps_that_it_parts(documents, blocks_of):
    tables = [
        one
        for one in blocks_of(documents["meeting-1/drejebog"])
        if isinstance(one, Table) and one.role is TableRole.STEPS
    ]
    assert [row.role for row in tables[1].rows] == [
        RowRole.NORMAL,
        RowRole.NORMAL,
        RowRole.BREAK,
        RowRole.NORMAL,
    ]


def test_a_line_to_say_aloud_has_its_own_role_and_leaves_the_quotation_marks_to_the_page(
    documents, blocks_of
):
    said = [
        plain(block.text)
        for table in blocks_of(documents["meeting-1/drejebog"])
        if isinstance(table, Table)
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if getattr(block, "role", None) is Role.SAY
    ]
    assert said == ["Hvad fylder?", "Hvad nu?"]


def test_the_sheets_to_print_are_counted(documents, dump):
    guide = dump(documents["meeting-1/drejebog"])
    assert "»Vinkelark«: 4 stk. (2 pr. gruppe)" in guide
    assert "Dagsorden: 5 stk. (1 pr. person)" in guide
    assert "Mellemrumsark: 5 stk. (1 pr. person)" in guide
