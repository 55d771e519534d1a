"""Prose comes out as it was written, and what is filled in comes out letter by letter."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spark_tools.content import markdown
from spark_tools.content.prose import blocks, fill_block, fill_text, inline
from spark_tools.content.text_check import line_problems, prose_problems
from spark_tools.content.variables import protect, variable_problems
from spark_tools.model import (
    VARIABLES,
    Cell,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Prose,
    Row,
    Span,
    Table,
    plain,
)
from spark_tools.model import Column as TableColumn

NASTY = 'Børn & Unge <Øst> | "A" {{x}} *'

MARKS = [
    *"abcæ.,:;!?)( \n*_`#>-+=~|\\<&[]\"'1239\t",
    "\n\n",
    "\n- ",
    "\n* ",
    "\n1. ",
    "\n2. ",
    "\n2) ",
    "\n  ",
    "\n    ",
    "**",
    "](",
    "![",
    "---",
    "{{ workplace.name }}",
    "{",
    "{{",
    "}}",
    "{%",
    "Å ",
    "word",
    "&amp;",
    "http://x.dk",
    "](lang:en)",
    "](lang:",
    "lang",
    "Lang:da-DK",
]
marked_up = st.lists(st.sampled_from(MARKS), max_size=14).map("".join)
anything = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=40)
values = st.fixed_dictionaries(dict.fromkeys(VARIABLES, anything))


def test_paragraphs_and_flat_lists_become_blocks():
    source = Prose(
        "Skriv på\ntre sedler.\n\n- **en**\n- *to*\n\n1. først\n2. så [her](https://x.dk)"
    )
    assert blocks(source) == (
        Paragraph((Span("Skriv på tre sedler."),)),
        ListBlock(((Span("en", strong=True),), (Span("to", emphasis=True),))),
        ListBlock(
            ((Span("først"),), (Span("så "), Span("her", link="https://x.dk"))), ordered=True
        ),
    )


def test_a_variable_is_a_span_of_its_own_and_takes_the_look_around_it():
    assert inline("Til **{{ workplace.name }}** i dag") == (
        Span("Til "),
        Span("", strong=True, variable="workplace.name"),
        Span(" i dag"),
    )


def test_a_link_to_a_language_marks_words_as_being_in_it():
    assert inline("Efter [*Liberating* Structures](lang:en) og [Spiel](lang:de-AT).") == (
        Span("Efter "),
        Span("Liberating", emphasis=True, language="en"),
        Span(" Structures", language="en"),
        Span(" og "),
        Span("Spiel", language="de-AT"),
        Span("."),
    )
    assert line_problems("Efter [Liberating Structures](lang:en).") == []
    assert prose_problems("- et [team](lang:en)\n- ord") == []


def test_words_in_no_known_language_are_in_the_documents_own():
    assert inline("Et [ord](lang:dansk)") == (Span("Et ord"),)
    assert len(line_problems("Et [ord](lang:dansk)")) == 1


def test_a_link_that_only_begins_like_a_language_is_a_link():
    assert inline("[øen](langeland.dk)") == (Span("øen", link="langeland.dk"),)
    assert line_problems("[øen](langeland.dk)") == []


def test_empty_prose_has_no_blocks():
    assert blocks(Prose(" \n\n ")) == ()


@given(marked_up)
@example("**a** *b*, c")
@example("*a***b**")
@example("1. a\n2. b\n   c\n3. d")
@example("a *b\n** c*")
@example("a\n- b\n  c\n- **d:** e\n\nf\n\n1. g\n2. h")
@example("- a\n\n- b")
@example("- a\n   b")
@example("a\n2. b")
def test_the_quick_way_gives_what_the_parser_gives(source):
    stripped = protect(source.strip("\n"))
    expected = markdown.parse_prose(stripped)[0] if stripped.strip() else ()
    assert blocks(Prose(source)) == expected
    assert inline(source) == markdown.parse_line(protect(source.strip()))[0]


@given(marked_up)
@example("1. a\n2. b")
@example("1. a\n2) b")
@example("- - a")
@example("- **a**")
@example("a\n    b")
@example("- a\n\n  b")
@example("a | b\n- | -")
@example("[a](lang:en)")
@example("[a](lang:english)")
@example("[a]( <lang:x> )")
@example("[a](\nLang:en)")
def test_a_text_without_doubt_has_no_fault(source):
    if not variable_problems(source):
        parsed = protect(source.strip("\n"))
        assert prose_problems(source) == markdown.parse_prose(parsed)[1]
        if "\n\n" not in source:
            expected = markdown.parse_line(protect(source.strip()))[1]
            assert [one for one in line_problems(source) if one in expected] == expected


@given(anything, anything, st.sampled_from(sorted(VARIABLES)))
@example("*", NASTY, "workplace.name")
@example("", "{{ workplace.name }}", "course.wish")
def test_a_value_is_never_read_as_markup(around, value, name):
    text = (Span(around), Span("", strong=True, variable=name), Span(around))
    filled = fill_text(text, {name: value})
    assert plain(filled) == around + value + around
    assert [span.text for span in filled if span.strong] == ([value] if value else [])


@given(values)
def test_every_variable_is_filled_in_letter_by_letter_between_its_neighbours(given_values):
    source = "x ".join(f"{{{{ {name} }}}}" for name in VARIABLES)
    filled = fill_text(inline(source), given_values)
    assert plain(filled) == "x ".join(given_values[name] for name in VARIABLES)


def test_a_name_survives_in_every_block_that_holds_text():
    line = inline("*{{ workplace.name }}*")
    paragraph = Paragraph(line)
    row = Row((Cell((paragraph, ListBlock((line,)))),))
    filled = [
        fill_block(block, {"workplace.name": NASTY})
        for block in (Heading(2, line), paragraph, Table((TableColumn("a", 1),), (row,)))
    ]
    assert filled[0] == Heading(2, (Span(NASTY, emphasis=True),))
    assert filled[1] == Paragraph((Span(NASTY, emphasis=True),))
    cell = filled[2].rows[0].cells[0]
    assert cell.blocks == (filled[1], ListBlock(((Span(NASTY, emphasis=True),),)))
    assert fill_block(PageBreak(), {}) == PageBreak()


@given(anything)
@example(NASTY)
@example("]]>")
def test_a_name_survives_in_a_picture(name):
    from lxml import etree

    for extra in ("", "{% for n in range(participants.count) %}<g/>{% endfor %}"):
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg"><text id="{{ workplace.name }}">'
            f"{{{{ workplace.name }}}}</text>{extra}</svg>"
        )
        picture = Picture(svg, "et navn", 100)
        drawn = fill_block(picture, {"workplace.name": name, "participants.count": 3}).svg
        root = etree.fromstring(drawn)
        assert (root[0].text or "") == name
        assert len(root) == (4 if extra else 1)


def test_a_variable_without_a_value_is_an_error():
    with pytest.raises(KeyError, match=r"meeting\.date"):
        fill_text(inline("{{ meeting.date }}"), {})
