"""What holds for every document of a course."""

import itertools
from collections.abc import Iterator

import attrs
import pytest

from spark_tools.document.course import course_documents
from spark_tools.document.filling import prose
from spark_tools.model import (
    Block,
    Document,
    Edition,
    Exercise,
    Field,
    FieldGrid,
    Heading,
    Picture,
    SessionPlan,
    Table,
    plain,
    running_text,
)

NAMES = [
    "forloebsplan",
    "meeting-1/foer-moedet",
    "meeting-1/drejebog",
    "meeting-1/dagsorden",
    "meeting-1/arbejdsark-hjemmeopgave",
    "meeting-1/arbejdsark-kort-over-vinkler",
    "meeting-1/mellemrum",
    "meeting-2/drejebog",
    "meeting-2/dagsorden",
    "meeting-2/arbejdsark-siden-sidst",
]
FOR_PARTICIPANTS = (Edition.AGENDA, Edition.WORKSHEETS, Edition.INTERVAL)
NASTY = 'Børn & Unge <Øst> | "A" {{x}} *'


def texts(block: Block) -> Iterator[str]:
    match block:
        case Field():
            yield block.label
        case FieldGrid():
            yield from (column.title for column in block.columns)
        case _:
            yield from running_text(block)


def exercises_in(plan: SessionPlan) -> Iterator[Exercise]:
    for meeting in plan.meetings:
        yield from meeting.exercises
        yield from (placement.exercise for placement in (*meeting.before, *meeting.after))


def all_texts(document: Document, blocks_of) -> list[str]:
    return [line for block in blocks_of(document) for line in texts(block)]


def test_a_course_has_these_documents_in_this_order(course):
    assert [made.name for made in course] == NAMES


def test_english_courses_have_english_file_names(plan):
    english = attrs.evolve(plan, brief=attrs.evolve(plan.brief, language="en"))
    names = [made.name for made in course_documents(english)]
    assert names[:4] == [
        "course-plan",
        "meeting-1/before-the-meeting",
        "meeting-1/facilitators-guide",
        "meeting-1/agenda",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_document_reads_as_agreed(name, documents, dump, golden):
    assert dump(documents[name]) == golden(name, documents[name])


def test_each_document_knows_its_meeting_and_exercise(course):
    places = {made.name: (made.meeting, made.exercise) for made in course}
    assert places["forloebsplan"] == (0, "")
    assert places["meeting-2/dagsorden"] == (2, "")
    assert places["meeting-1/arbejdsark-kort-over-vinkler"] == (1, "map")


def test_identifiers_and_names_are_unique_and_hold_no_names(courses):
    for course in courses:
        identifiers = [made.document.identifier for made in course]
        assert len(set(identifiers)) == len(identifiers) == len({made.name for made in course})
        assert not any("Kløver" in identifier for identifier in identifiers)


def test_only_the_title_is_a_heading_of_level_one_and_no_level_is_skipped(
    every_document, blocks_of
):
    for document in every_document:
        headings = [one for one in blocks_of(document) if isinstance(one, Heading)]
        levels = [heading.level for heading in headings]
        assert levels.count(1) == 1
        assert plain(headings[0].text) == document.title
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
        assert all(0 < len(plain(heading.text)) <= 100 for heading in headings)


def test_every_row_has_a_cell_for_each_column_and_every_column_a_title(every_document, blocks_of):
    for document in every_document:
        for table in blocks_of(document):
            if isinstance(table, Table):
                assert table.rows
                assert all(column.title and column.width > 0 for column in table.columns)
                assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_no_paragraph_is_empty_and_no_variable_is_left(every_document, blocks_of):
    for document in every_document:
        for line in all_texts(document, blocks_of):
            assert line.strip()
            assert "{{" not in line


def test_texts_keep_within_sensible_lengths(every_document, blocks_of):
    for document in every_document:
        assert len(document.title) <= 100
        assert len(document.header_right) <= 100
        assert max(map(len, all_texts(document, blocks_of))) <= 1200


def test_participants_never_see_what_only_the_facilitator_reads(plans, blocks_of):
    for plan in plans:
        only_facilitators = {
            text
            for exercise in exercises_in(plan)
            for step in exercise.steps
            for block in prose(step.facilitator, {})
            for text in texts(block)
        }
        for made in course_documents(plan):
            if made.document.edition in FOR_PARTICIPANTS:
                assert only_facilitators.isdisjoint(all_texts(made.document, blocks_of))


def test_participants_see_no_mark_of_the_facilitator_anywhere(course, dump):
    for made in course:
        if made.document.edition in FOR_PARTICIPANTS:
            assert "FACILITATOR" not in dump(made.document)
            assert "only exercise that fits" not in dump(made.document)


def test_a_caution_of_another_theme_stays_away(course, dump):
    assert not any("ALDRIG" in dump(made.document) for made in course)


def test_field_ids_are_unique_in_their_document(every_document, blocks_of):
    for document in every_document:
        fields = [one for one in blocks_of(document) if isinstance(one, Field | FieldGrid)]
        assert len({field.id for field in fields}) == len(fields)


def test_a_nasty_workplace_name_comes_out_letter_by_letter(plan, blocks_of):
    brief = attrs.evolve(plan.brief, workplace=NASTY)
    documents = {
        made.name: made.document for made in course_documents(attrs.evolve(plan, brief=brief))
    }
    guide = all_texts(documents["meeting-1/drejebog"], blocks_of)
    assert f"Skriv om {NASTY}." in guide
    assert any(line.startswith(f"{NASTY} · Lille forløb") for line in guide)
    sheets = documents["meeting-1/arbejdsark-kort-over-vinkler"]
    assert f"Sagen på {NASTY}" in all_texts(sheets, blocks_of)
    assert all(made.header_left == f"{NASTY} · Lille forløb" for made in documents.values())
    (drawing,) = [one for one in blocks_of(sheets) if isinstance(one, Picture)]
    assert "<text>Børn &amp; Unge &lt;Øst&gt; | &#34;A&#34; {{x}} *</text>" in drawing.svg


def test_the_same_plan_gives_the_same_documents(plan, course):
    assert course_documents(plan) == course
