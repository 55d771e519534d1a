"""Every format says the document's language in the same way, and marks what is in another."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import attrs
import pypdf
import pytest
from lxml import etree, html

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Look,
    Paragraph,
    Picture,
    Role,
    Row,
    Section,
    Span,
    Table,
    text,
)
from spark_tools.render import docx, markdown, pdf
from spark_tools.render import html as web

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOCALES = {"da": "da-DK", "en": "en-GB"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'


def foreign(words: str) -> Span:
    return Span(words, language="da")


MIXED = Document(
    Edition.WORKSHEETS,
    "Sheet",
    "en",
    (
        Section(
            (
                Heading(1, (Span("Meeting 1: "), foreign("Første møde"))),
                Paragraph((foreign("Læs "), Span("hele", True, language="da"), Span(" it"))),
                Paragraph((foreign("Hvad ser vi?"),), Role.SAY),
                ListBlock(((foreign("Et punkt"),), text("A point"))),
                Table(
                    (Column("Titel", 1, "da"), Column("Time", 1)),
                    (Row((Cell((Paragraph((foreign("Celle"),)),)), Cell())),),
                ),
                Field("one", "Emne", prompt="Stikord er nok", language="da"),
                Field(
                    "two", "Gik det?", FieldKind.CHOICE, choices=("Godt", "Skidt"), language="da"
                ),
                Field("three", "Fortalt", FieldKind.CHECK, prompt="sæt kryds", language="da"),
                Field("four", "Committee", value="Udvalg Nord"),
                FieldGrid(
                    "grid",
                    (
                        GridColumn("what", "Hvad", 2, prompt="skriv her"),
                        GridColumn("now", "Nu", 1, FieldKind.CHOICE, ("Fortsæt", "Slut")),
                    ),
                    2,
                    labels=("Mandag", "Tirsdag"),
                    corner="Dag",
                    example=("Godmorgen", "Fortsæt"),
                    values=((1, "what", "Said hello"), (2, "now", "Slut")),
                    language="da",
                ),
                Picture(SVG, "En rund cirkel", 40, "da"),
            )
        ),
    ),
    page_label="Page {page} of {pages}",
)
DANISH = {
    *("Første møde", "Læs ", "hele", "Hvad ser vi?", "Et punkt", "Titel", "Celle", "Emne"),
    *("Gik det?", "Fortalt", "Hvad", "Nu", "Mandag", "Tirsdag", "Dag", "Godmorgen", "Fortsæt"),
    *("Godt", "Skidt", "Slut", "Stikord er nok", "sæt kryds", "skriv her"),
}
ENGLISH = {"Meeting 1: ", " it", "A point", "Time", "Committee", "Udvalg Nord", "Said hello"}


def parts(packed: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(".xml")
        }


def info(packed: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(packed)).trailer["/Root"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_format_says_the_same_language(language: str, sample_document, house_look: Look):
    document = attrs.evolve(sample_document, language=language)
    word = parts(docx.draw(document, house_look))
    (default,) = word["word/styles.xml"].iterfind(f"{W}docDefaults//{W}lang")
    assert default.get(f"{W}val") == LOCALES[language]
    assert word["docProps/core.xml"].findtext("{*}language") == LOCALES[language]
    assert info(pdf.draw(document, house_look))["/Lang"] == LOCALES[language]
    assert html.fromstring(web.draw(document, house_look)).get("lang") == language
    others = [each for root in word.values() for each in root.iter(f"{W}lang")]
    assert others == [default]


def word_runs(look: Look) -> Iterator[tuple[str, str]]:
    for run in parts(docx.draw(MIXED, look))["word/document.xml"].iter(f"{W}r"):
        tongue = run.find(f"{W}rPr/{W}lang")
        yield (
            "".join(run.itertext()).replace("\N{NO-BREAK SPACE}", ""),
            "" if tongue is None else tongue.get(f"{W}val"),
        )


def test_word_runs_say_what_is_foreign(house_look: Look):
    found = list(word_runs(house_look))
    marked = {words.lstrip() for words, language in found if language}
    assert marked == {words.lstrip() for words in DANISH}
    assert {language for _, language in found} == {"", "da-DK"}
    assert {words for words, language in found if not language} >= ENGLISH


def test_a_words_language_is_the_last_of_its_properties(house_look: Look):
    main = parts(docx.draw(MIXED, house_look))["word/document.xml"]
    languages = list(main.iter(f"{W}lang"))
    assert languages
    assert all(each.getnext() is None for each in languages)


def tongue_of(element: Any) -> str:
    return next(one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang"))


def page_words(look: Look) -> Iterator[tuple[str, str]]:
    page = html.fromstring(web.draw(MIXED, look))
    for element in page.find("body").iter(etree.Element):
        yield element.text or "", tongue_of(element)
        yield element.tail or "", tongue_of(element.getparent())
        for name in ("placeholder", "alt"):
            yield element.get(name, ""), tongue_of(element)


def test_a_web_page_says_what_is_foreign(house_look: Look):
    found = {(words.strip("\n “”"), language) for words, language in page_words(house_look)}
    said = {words: language for words, language in found if words}
    assert {words for words in said if said[words] == "da"} == {
        *(words.strip() for words in DANISH),
        "En rund cirkel",
    }
    assert {said[words.strip()] for words in ENGLISH - {"Udvalg Nord"}} == {"en"}


def tagged(element: Any, above: str) -> Iterator[tuple[str, str]]:
    """Give each kind of element of a PDF's structure with its language."""
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from tagged(each, above)
    elif isinstance(element, dict):
        language = str(element.get("/Lang", above))
        yield str(element.get("/S")), language
        if "/K" in element:
            yield from tagged(element["/K"], language)


def test_a_pdf_says_what_is_foreign(house_look: Look):
    root = info(pdf.draw(MIXED, house_look))
    assert root["/Lang"] == "en-GB"
    found = set(tagged(root["/StructTreeRoot"]["/K"], "en-GB"))
    assert ("/Figure", "da-DK") in found
    assert {"da-DK", "en-GB"} == {language for _, language in found}


def test_the_words_of_a_mixed_document_come_out_as_they_are(house_look: Look):
    unmarked = attrs.evolve(MIXED, sections=without_languages(MIXED.sections))
    assert markdown.draw(MIXED, house_look) == markdown.draw(unmarked, house_look)
    pages = [
        [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
        for made in (pdf.draw(MIXED, house_look), pdf.draw(unmarked, house_look))
    ]
    assert pages[0] == pages[1]


def without_languages(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(without_languages, value))
    if not attrs.has(type(value)):
        return value
    changes = {
        each.name: without_languages(getattr(value, each.name))
        for each in attrs.fields(type(value))
    }
    return attrs.evolve(value, **changes | ({"language": ""} if "language" in changes else {}))


def test_hyphenation_follows_the_language(house_look: Look):
    def lines(*spans: Span) -> str:
        narrow = Row((Cell((Paragraph(spans),)), Cell()))
        table = Table((Column("A", 1), Column("B", 9)), (narrow,))
        document = Document(Edition.GUIDE, "T", "da", (Section((Heading(1, text("T")), table)),))
        (page,) = pypdf.PdfReader(io.BytesIO(pdf.draw(document, house_look))).pages
        return page.extract_text()

    words = "straightforward rethinking of everything international "
    assert lines(Span(words, language="en")) != lines(Span(words))
    assert lines(Span(words, language="da")) == lines(Span(words))
