import re
from html.parser import HTMLParser

import attrs
import lxml.html
import pytest
from jinja2 import Environment

from spark_tools.model import (
    Document,
    Edition,
    Heading,
    Look,
    Paragraph,
    Picture,
    Section,
    Span,
    text,
)
from spark_tools.render.html import draw

EMPTY = {"col", "hr", "img", "meta", "br"}


class Balance(HTMLParser):
    """Raises where a tag is closed that is not the open one, or left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def sheet(*blocks):
    return Document(Edition.AGENDA, "Titel", "da", (Section(blocks),))


@pytest.fixture
def page(sample_document, house_look):
    return lxml.html.fromstring(draw(sample_document, house_look))


def test_every_tag_is_closed_where_it_should_be(sample_document, house_look):
    balance = Balance()
    balance.feed(draw(sample_document, house_look).decode())
    assert balance.open == []


def test_no_template_leaves_a_trace(sample_document, house_look, nasty_name):
    markup = draw(sample_document, house_look).decode()
    assert "{%" not in markup
    assert "spark_tools" not in markup


def test_every_word_is_on_the_page(sample_document, page, words_of):
    seen = re.sub(r"\s+", "", page.text_content())
    assert [word for word in words_of(sample_document) if word not in seen] == []


def test_the_name_is_read_as_it_is_written(page, sample_document, nasty_name):
    assert page.findtext("head/title") == sample_document.title
    assert page.find("body").text_content().count(nasty_name) == 3


def test_the_page_says_its_language_and_loads_nothing(page, sample_document, house_look):
    assert page.get("lang") == "da"
    markup = draw(sample_document, house_look).decode()
    assert re.findall(r'(?:src|href)="(?!data:|https://spark\.example)', markup) == []
    assert "url(" not in markup
    assert "@import" not in markup


def test_headings_and_tables_are_what_they_say(page):
    headings = [each.tag for each in page.iter("h1", "h2", "h3", "h4")]
    assert headings == ["h1", "h2", "h3", "h4", "h2", "h3"]
    for table in page.iter("table"):
        assert {head.get("scope") for head in table.find("thead").iter("th")} == {"col"}
        widths = {len(row) for row in table.iter("tr")}
        assert len(widths) == 1
    assert page.xpath("//tbody//th/@scope") == ["row"] * 3


def test_a_drawing_stands_in_the_page_with_what_it_shows_in_words(page):
    (drawing,) = page.iter("img")
    assert drawing.get("src").startswith("data:image/svg+xml;base64,")
    assert drawing.get("alt").startswith("Sagen i midten")


def test_a_drawing_cannot_run_code(house_look):
    drawing = Picture('<svg onload="alert(1)"><script>alert(2)</script></svg>', 'Et "kort"', 20)
    markup = draw(sheet(drawing), house_look).decode()
    assert "alert" not in markup
    assert 'alt="Et &#34;kort&#34;"' in markup


def test_a_link_that_could_run_code_is_only_words(house_look):
    markup = draw(sheet(Paragraph((Span("tryk", link="javascript:alert(1)"),))), house_look)
    assert b"<p>tryk</p>" in markup


def test_the_name_cannot_break_out_of_the_style(sample_document, house_look):
    sly = attrs.evolve(sample_document, header_left='"; } </style><script>alert(1)</script>')
    markup = draw(sly, house_look).decode()
    assert markup.count("</style>") == 1
    assert "<script>" not in markup


def test_the_printed_pages_are_numbered_in_the_documents_words(sample_document, house_look):
    markup = draw(sample_document, house_look).decode()
    assert r'"Side\000020" counter(page) "\000020af\000020" counter(pages) ""' in markup


def test_every_field_has_its_label_and_room(page):
    rooms = page.xpath("//div[@class='room']/@style")
    assert rooms == ["min-height: 21mm", "min-height: 12mm", "min-height: 12mm"]
    labels = [each.text_content() for each in page.find_class("name")]
    assert labels[0] == "Hvad prøver vi?"
    assert len(labels) == 5


def test_what_is_filled_in_beforehand_is_shown(page):
    grid = page.xpath("//table[contains(@class, 'grid')]")[0]
    rows = [[cell.text_content().strip() for cell in row] for row in grid.iter("tr")]
    assert rows[1][0] == "Godmorgen ved tavlen"
    assert rows[2][0] == "Ny vagtplan"
    assert rows[3][3] == "✗"


def test_the_same_document_gives_the_same_bytes(sample_document, house_look):
    assert draw(sample_document, house_look) == draw(sample_document, house_look)


def own_look(tmp_path, house_look, name, template, *extend):
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(template, encoding="utf-8")
    return Look((tmp_path, *house_look.template_dirs), extend)


def test_a_house_may_draw_one_block_its_own_way(tmp_path, house_look):
    look = own_look(
        tmp_path, house_look, "html/blocks/heading.html.j2", "<h1>¤ {{ block.text | inline }}</h1>"
    )
    assert "<h1>¤ A &amp; B</h1>" in draw(sheet(Heading(1, text("A & B"))), look).decode()


def test_a_house_may_add_to_the_bundled_page_by_extending_it(tmp_path, house_look):
    template = (
        '{% extends "default:html/document.html.j2" %}'
        "{% block style %}{{ super() }}h1 { color: #7A1F3D }{% endblock %}"
    )
    look = own_look(tmp_path, house_look, "html/document.html.j2", template)
    markup = draw(sheet(Heading(1, text("Titel"))), look).decode()
    assert "h1 { color: #7A1F3D }" in markup
    assert "--accent: #1D5560" in markup
    assert "<h1>Titel</h1>" in markup


def test_a_plugin_may_add_a_filter(tmp_path, house_look):
    def shout(environment: Environment) -> None:
        environment.filters["shout"] = str.upper

    look = own_look(
        tmp_path,
        house_look,
        "html/blocks/heading.html.j2",
        "<h1>{{ block.text[0].text | shout }}</h1>",
        shout,
    )
    assert "<h1>TITEL</h1>" in draw(sheet(Heading(1, text("Titel"))), look).decode()
