"""In a document in one language, what is in another says so, and the rest does not.

Here the content is written in Greek letters, so that it can be told from what the
documents say of their own, and from names and what people have written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

import attrs
import pytest

from spark_tools.document.course import course_documents
from spark_tools.document.framing import CourseDocument
from spark_tools.document.marks import bare, language_of, marked, parted, within
from spark_tools.document.tool import tool_documents
from spark_tools.model import (
    Action,
    Copies,
    CourseType,
    Document,
    Entry,
    Exercise,
    Field,
    FieldGrid,
    Finding,
    Handout,
    Heading,
    Per,
    Picture,
    Prose,
    SessionPlan,
    Severity,
    Span,
    Table,
    Text,
    Theme,
)

LATIN = "abcdefghijklmnopqrstuvwxyzæøå"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωάέήίό"
TO_GREEK = str.maketrans(LATIN + LATIN.upper(), GREEK + GREEK.upper())
GREEK_LETTER = re.compile("[α-ωΑ-Ωάέήίό]")
LATIN_LETTER = re.compile("[a-zæøåA-ZÆØÅ]")
NOT_WORDS = {
    *("id", "origin", "language", "url", "aliases", "themes", "course_types", "prefer"),
    *("variable", "link", "svg", "rows_from", "template", "slot", "place"),
}
VARIABLE = re.compile(r"(\{\{.*?\}\})")


def greek(value: Any) -> Any:
    """Write all words of *value* in Greek letters; names of variables and codes stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        pieces = VARIABLE.split(value)
        return "".join(
            piece if n % 2 else piece.translate(TO_GREEK) for n, piece in enumerate(pieces)
        )
    if isinstance(value, tuple):
        return tuple(map(greek, value))
    if not attrs.has(type(value)):
        return value
    return attrs.evolve(
        value,
        **{
            each.name: greek(getattr(value, each.name))
            for each in attrs.fields(type(value))
            if each.name not in NOT_WORDS
        },
    )


@pytest.fixture(scope="module")
def foreign(plan: SessionPlan) -> SessionPlan:
    """A course in English whose content is not."""
    title = greek(plan.meetings[0].exercises[0].title)
    return attrs.evolve(
        plan,
        brief=attrs.evolve(plan.brief, language="en"),
        course_type=greek(plan.course_type),
        themes=greek(plan.themes),
        meetings=greek(plan.meetings),
        findings=(Finding("untranslated", Severity.NOTE, details=(title,)),),
    )


@pytest.fixture(scope="module")
def course(foreign: SessionPlan) -> tuple[CourseDocument, ...]:
    return course_documents(foreign)


def in_language(part: Any, language: str) -> Any:
    """Say that all that *part* is made of is in *language*."""
    if isinstance(part, tuple):
        return tuple(in_language(each, language) for each in part)
    if not attrs.has(type(part)):
        return part
    changed = {
        each.name: in_language(getattr(part, each.name), language)
        for each in attrs.fields(type(part))
    }
    if isinstance(part, Exercise | Theme | CourseType):
        changed["language"] = language
    return attrs.evolve(part, **changed)


def passages(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """Give every passage of *documents* with the language it says it is in."""
    for document in documents:
        for section in document.sections:
            for block in section.blocks:
                yield from of_block(block)


def of_block(block: object) -> Iterator[tuple[str, str]]:
    match block:
        case Field():
            for words in (block.label, block.prompt, *block.choices):
                yield words, block.language
        case FieldGrid():
            yield from ((words, block.language) for words in (block.corner, *block.labels))
            yield from ((words, block.language) for words in block.example)
            for column in block.columns:
                for words in (column.title, column.prompt, *column.choices):
                    yield words, block.language
        case Picture():
            yield block.alt, block.language
        case Table():
            yield from ((column.title, column.language) for column in block.columns)
            for row in block.rows:
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from of_block(inner)
        case _ if attrs.has(type(block)):
            texts: Iterable[Text] = getattr(block, "items", (getattr(block, "text", ()),))
            yield from ((span.text, span.language) for spans in texts for span in spans)


def assert_told_apart(documents: Iterable[Document]) -> None:
    found = list(passages(documents))
    assert [words for words, language in found if GREEK_LETTER.search(words) and not language] == []
    assert {language for _, language in found} == {"", "da"}
    assert [words for words, language in found if language and LATIN_LETTER.search(words)] == []


def test_all_that_is_foreign_says_so_and_nothing_else_does(course):
    assert_told_apart(made.document for made in course)


def test_the_words_are_the_same_as_where_nothing_is_foreign(foreign, course):
    own = course_documents(in_language(foreign, "en"))
    assert {language for _, language in passages(made.document for made in own)} == {""}
    for marked_one, own_one in zip(course, own, strict=True):
        assert marked_one.name == own_one.name
        assert stripped(marked_one.document) == stripped(own_one.document)


def stripped(value: Any) -> Any:
    """Give *value* with its languages gone, and spans put together where only they differed."""
    if isinstance(value, tuple):
        parts = [stripped(each) for each in value]
        joined: list[Any] = []
        for part in parts:
            last = joined[-1] if joined else None
            if isinstance(part, Span) and isinstance(last, Span):
                alike = attrs.evolve(last, text="") == attrs.evolve(part, text="")
                if alike:
                    joined[-1] = attrs.evolve(last, text=last.text + part.text)
                    continue
            joined.append(part)
        return tuple(joined)
    if not attrs.has(type(value)):
        return value
    changes = {each.name: stripped(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if "language" in changes:
        changes["language"] = ""
    return attrs.evolve(value, **changes)


def test_a_title_among_the_documents_own_words_is_marked_alone(course):
    guide = next(made.document for made in course if made.name == "meeting-1/facilitators-guide")
    heading = guide.sections[0].blocks[0]
    assert isinstance(heading, Heading)
    own, title = heading.text
    assert own == Span("Facilitator's guide to meeting 1: ")
    assert title.language == "da"
    assert guide.title == own.text + title.text


def test_a_tool_on_its_own_says_what_is_foreign(exercise):
    given = tool_documents(greek(exercise), "en")
    assert_told_apart(made.document for made in given)
    own = tool_documents(exercise, "da")
    assert {language for _, language in passages(made.document for made in own)} == {""}


def test_a_passage_in_the_documents_own_language_is_not_marked_among_foreign_words(exercise):
    marked_up = attrs.evolve(
        exercise, when=Prose("Når [a team](lang:en) og [ein Team](lang:de) mødes.")
    )
    (guide, _) = tool_documents(marked_up, "en")
    found = dict(passages([guide.document]))
    assert found["a team"] == ""
    assert found["ein Team"] == "de"
    assert found["Når "] == found[" mødes."] == "da"


def test_further_sheets_are_asked_for_with_what_is_not_marked(foreign):
    asked = []

    def handouts(exercise, meeting):
        asked.append((exercise, meeting))
        return (Handout("more", greek("Mere"), Copies(Per.GROUP), (Field("one", greek("Et")),)),)

    documents = course_documents(foreign, handouts)
    assert asked
    for exercise, meeting in asked:
        assert meeting in foreign.meetings
        assert bare(exercise.title) == exercise.title
    assert_told_apart(made.document for made in documents)


def test_what_people_have_written_is_in_no_language_that_is_known(foreign, held_once):
    action = Action("a1", "Godmorgen ved tavlen", "Mona", datetime.date(2027, 3, 1), meeting=1)
    entry = Entry("s1", "home", greek("Hjemmeark"), 1, (), learnt=("Vi lærte",))
    after = attrs.evolve(
        foreign,
        logbook=attrs.evolve(held_once([action], [entry]).logbook, meetings=foreign.meetings[:1]),
    )
    documents = [made.document for made in course_documents(after)]
    assert_told_apart(documents)
    assert "Godmorgen ved tavlen" in " ".join(words for words, _ in passages(documents))


def test_a_document_in_one_language_is_laid_out_without_a_mark(plan):
    assert {language for _, language in passages(m.document for m in course_documents(plan))} == {
        ""
    }


def test_marks_go_with_the_words():
    words = f"Meeting 1: {marked('Første møde', 'da')}."
    assert list(parted(words)) == [("Meeting 1: ", ""), ("Første møde", "da"), (".", "")]
    assert bare(words) == "Meeting 1: Første møde."
    assert language_of(marked("Et", "da") + " " + marked("To", "da")) == "da"
    assert language_of(marked("Et", "da") + " " + marked("Two", "en")) == ""
    assert language_of(marked("Et", "en-GB")) == "en-GB"
    assert bare(within(str.upper, marked("et", "da"))) == "ET"
    assert language_of(within(lambda one: one.split(",")[0], marked("et, to", "da"))) == "da"
    assert within(str.upper, "et") == "ET"
    assert marked(" ", "da") == " "
