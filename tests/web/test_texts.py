"""The prose pages: what they are, what they keep, for whom they work."""

from __future__ import annotations

import re
from itertools import pairwise, product

import html5lib
import pytest

from spark_tools.i18n import LANGUAGES, words
from spark_tools.testing.readability import lix
from spark_tools.web.links import Links, address
from spark_tools.web.origins import origins
from spark_tools.web.page import Frame
from spark_tools.web.toolbox import Toolbox

TEXTS = ("about", "privacy", "accessibility")
CONTACTS = ("", "arbejdsmiljoe@kommune.example")
EDITIONS = [(served, contact) for served in (True, False) for contact in CONTACTS]
EVERYDAY = 40
OFFICE_WORDS = re.compile(r"\b(faciliter|italesæt|implementer|proces)\w*", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
ENDS_A_PASSAGE = {"h2", "h3", "p", "li"}


@pytest.fixture(scope="module")
def drawn(frame: Frame, toolbox: Toolbox) -> dict[tuple[str, str, bool, str], str]:
    """Every text in every language and edition, by name, language, served and contact."""
    made = {}
    for name, language, (served, contact) in product(TEXTS, LANGUAGES, EDITIONS):
        template = frame.environment.get_template(f"web/texts/{name}.{language}.html.j2")
        made[name, language, served, contact] = template.render(
            _=words("web", language),
            link=Links(address(name, language), language, "" if served else ".html").page,
            lang=language,
            version="1.2.3",
            contact=contact,
            served=served,
            origins=origins(toolbox.library, language),
        )
    return made


def told(html: str) -> str:
    """The words of *html*, a paragraph for each heading, paragraph and item."""
    text = TAG.sub(lambda tag: "\n\n" if tag[2] in ENDS_A_PASSAGE else "", html)
    return "\n\n".join(" ".join(piece.split()) for piece in text.split("\n\n") if piece.strip())


def without_sources(html: str) -> str:
    return re.sub(r"<h3>.*</ul>", "", html, flags=re.DOTALL)


def tags(html: str) -> list[str]:
    return [closing + name for closing, name in TAG.findall(html)]


def test_every_text_is_html_without_an_error(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for key, html in drawn.items():
        parser = html5lib.HTMLParser(strict=True)
        assert parser.parse(f"<!doctype html><title>x</title><main>{html}</main>") is not None, key


def test_headings_begin_below_the_title_and_skip_no_level(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for key, html in drawn.items():
        levels = [int(level) for level in re.findall(r"<h(\d)", html)]
        assert levels[0] == 2, key
        assert all(after <= before + 1 for before, after in pairwise(levels)), key


def test_a_text_carries_no_style_and_no_script(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for key, html in drawn.items():
        assert not re.search(r"<(script|style|img|iframe)|\s(style|on\w+)=", html), key


def test_the_english_text_has_the_shape_of_the_danish_one(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for name, (served, contact) in product(TEXTS, EDITIONS):
        danish, english = (
            tags(without_sources(drawn[name, language, served, contact])) for language in LANGUAGES
        )
        assert [tag for tag in english if not tag.endswith("span")] == danish, name


def test_danish_texts_are_in_everyday_danish(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for (name, language, *_edition), html in drawn.items():
        if language == "da":
            said = told(without_sources(html))
            assert lix(said) <= EVERYDAY, name
            assert not OFFICE_WORDS.search(said), name
            for sentence in re.split(r"(?<=[.?:!])\s|\n\n", said):
                assert len(sentence.split()) <= 24, sentence


def test_whoever_may_be_asked_is_named_and_otherwise_nobody(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for (name, _language, _served, contact), html in drawn.items():
        links = re.findall(r'href="mailto:([^"]*)"', html)
        assert set(links) == ({contact} if contact else set()), name


def test_about_names_the_source_of_everything_there_is(
    drawn: dict[tuple[str, str, bool, str], str], toolbox: Toolbox
) -> None:
    library = toolbox.library
    html = drawn["about", "da", True, ""]
    for path, things in (
        ("exercises", library.exercises),
        ("themes", library.themes),
        ("course-types", library.course_types),
    ):
        for thing in things:
            item = re.search(rf'<li><a href="{path}/{thing.id}".*?</li>', html, re.DOTALL)
            assert item, thing.id
            assert "bearbejdet" in item[0] or "Egen udformning" in item[0], thing.id
            assert not thing.source.url or f'href="{thing.source.url}"' in item[0], thing.id


def test_no_two_links_of_about_have_one_text_and_different_ends(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for (name, *_edition), html in drawn.items():
        ends: dict[str, set[str]] = {}
        for end, text in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', html):
            ends.setdefault(text, set()).add(end)
        assert all(len(each) == 1 for each in ends.values()), (name, ends)


def test_about_says_that_it_is_not_spark(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    assert "ikke SPARKs" in told(drawn["about", "da", True, ""])
    assert "not SPARK’s" in told(drawn["about", "en", True, ""])


def test_danish_words_on_an_english_page_are_marked_as_danish(
    drawn: dict[tuple[str, str, bool, str], str], toolbox: Toolbox
) -> None:
    html = drawn["about", "en", False, ""]
    for exercise in toolbox.library.exercises:
        translated = toolbox.library.in_language(exercise, "en").language == "en"
        marked = f'<a href="exercises/{exercise.id}.html" lang="da">' in html
        assert marked is not translated, exercise.id


def test_only_the_served_pages_speak_of_what_is_sent_to_a_server(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    for contact in CONTACTS:
        served, files = (told(drawn["privacy", "da", each, contact]) for each in (True, False))
        assert "Når I sender et udfyldt ark ind" in served
        assert "tegnet #" in served
        assert "sender et" not in files
        assert "plan" not in files.replace("plejer", "")


def test_the_pages_claim_no_conformance_that_nobody_has_established(
    drawn: dict[tuple[str, str, bool, str], str],
) -> None:
    said = told(drawn["accessibility", "da", True, ""])

    assert "Det siger vi ikke, at de gør." in said
    assert "ikke den erklæring, som loven kræver" in said
    assert "ikke i Microsoft Word" in said
    assert "1.2.3" in said
