import re
from html.parser import HTMLParser

import attrs
import lxml.html
import pytest
from jinja2 import Environment

from spark_tools.document.form import fields
from spark_tools.model import (
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    Look,
    Paper,
    Paragraph,
    Picture,
    Section,
    Span,
    text,
)
from spark_tools.render.html import draw

EMPTY = {"col", "hr", "img", "meta", "br", "input"}


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
    written = page.xpath("//@value | //@placeholder")
    seen = re.sub(r"\s+", "", "".join((page.text_content(), *written)))
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


def named(page, key):
    """Give the control named *key*, or all of them where there are several to choose between."""
    found = page.xpath(f"//*[@name='{key}']")
    return found if len(found) > 1 else found[0]


def test_every_field_has_its_label_and_room(page):
    rooms = page.xpath("//div[starts-with(@class, 'field')]/@style")
    assert rooms == ["--room: 21mm", "--room: 12mm", "--room: 12mm"]
    assert page.xpath("//label[@for='what']")[0].text == "Hvad prøver vi?"
    assert [each.text_content() for each in page.find_class("name")][3:] == [
        "Hvordan gik det?",
        "Vi har fortalt det til kollegerne",
    ]


def test_every_kind_of_field_is_the_control_it_should_be(page):
    kinds = {key: named(page, key) for key in ("what", "who", "when", "told")}
    assert {key: (each.tag, each.get("type")) for key, each in kinds.items()} == {
        "what": ("textarea", None),
        "who": ("input", "text"),
        "when": ("input", "text"),
        "told": ("input", "checkbox"),
    }
    assert [each.get("type") for each in named(page, "how")] == ["radio"] * 3
    assert named(page, "how")[0].xpath("ancestor::fieldset/legend")[0].text_content() == (
        "Hvordan gik det?"
    )
    assert named(page, "actions.1.when").get("type") == "date"


def test_every_control_has_a_name_that_a_screen_reader_says(sample_document, page):
    controls = page.xpath("//input | //textarea")
    assert {each.get("name") for each in controls} == {f.key for f in fields(sample_document)}
    for each in controls:
        labels = page.xpath("//label[@for=$id]", id=each.get("id") or "")
        by = each.get("aria-labelledby", "").split()
        said = [label.text_content().strip() for label in (*labels, *each.iterancestors("label"))]
        said += [page.get_element_by_id(name).text_content() for name in by]
        said += [each.get("aria-label", "")]
        assert any(said)
    assert named(page, "actions.2.who").get("aria-label") == "Hvem, række 2"
    row, column = named(page, "zones.1.signs").get("aria-labelledby").split()
    assert page.get_element_by_id(row).text == "Over standarden"
    assert page.get_element_by_id(column).text == "Tegn, en kollega kan se"


def test_no_name_is_used_for_two_things(page):
    identifiers = page.xpath("//@id")
    assert len(identifiers) == len(set(identifiers)) > 5


def test_what_is_filled_in_beforehand_is_shown(page):
    grid = page.xpath("//table[contains(@class, 'grid')]")[0]
    rows = [[cell.text_content().strip() for cell in row] for row in grid.iter("tr")]
    assert rows[1][0] == "Godmorgen ved tavlen"
    assert rows[2][0] == "Ny vagtplan"
    assert named(page, "when").get("value") == "3. marts 2027"
    assert named(page, "actions.2.done").get("checked") is not None
    assert named(page, "actions.1.done").get("checked") is None


def test_a_day_and_a_choice_filled_in_beforehand_are_chosen(house_look):
    day = Field("day", "Dag", FieldKind.DATE, value="2027-03-03")
    choice = Field("how", "Hvordan?", FieldKind.CHOICE, choices=("A & B", "C"), value="A & B")
    page = lxml.html.fromstring(draw(sheet(day, choice), house_look))
    assert (named(page, "day").get("type"), named(page, "day").get("value")) == (
        "date",
        "2027-03-03",
    )
    assert [each.get("value") for each in page.xpath("//input[@checked]")] == ["A & B"]


@pytest.mark.parametrize("value", ["\nFørst\nså ]]>", '</textarea><script>alert("1")</script>'])
def test_what_is_filled_in_beforehand_comes_out_letter_by_letter(house_look, value):
    from markupsafe import Markup

    markup = draw(sheet(Field("a", "Hvad?", value=value)), house_look).decode()
    written = markup.split("<textarea")[1].partition(">\n")[2].partition("</textarea>")[0]
    assert Markup(written).unescape() == value


def test_a_row_is_known_by_its_action(house_look):
    grid = FieldGrid("list", (GridColumn("what", "Hvad", 1),), 2, row_ids=("a3",))
    page = lxml.html.fromstring(draw(sheet(grid), house_look))
    assert page.xpath("//textarea/@name") == ["list.a3.what", "list.2.what"]


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


def styled(look, **changes) -> str:
    document = attrs.evolve(sheet(Heading(1, text("Titel"))), **changes)
    return draw(document, look).decode().partition("</style>")[0]


def test_colours_and_sizes_are_the_looks(tmp_path, house_look):
    (tmp_path / "look.json").write_text('{"colours": {"accent": "#7A1F3D"}, "sizes": {"body": 14}}')
    style = styled(Look((tmp_path, *house_look.template_dirs)))
    assert "--accent: #7A1F3D" in style
    assert "font-size: 14pt" in style
    assert "font-size: 14pt" not in styled(house_look)


def test_large_print_is_large_on_the_screen_too(house_look, large_print):
    sizes = [
        float(re.search(r"html { font-size: ([\d.]+)%", styled(look))[1])
        for look in (house_look, large_print)
    ]
    assert sizes == [100, pytest.approx(100 * 18 / 11, abs=0.01)]


def test_a_sheet_for_the_wall_is_printed_on_large_paper(house_look):
    table, wall = styled(house_look), styled(house_look, paper=Paper.A3)
    assert "size: A4 portrait" in table
    assert "zoom" not in table
    assert "size: A3 portrait" in wall
    assert "size: A3 landscape" in wall
    assert "zoom: 1.41421356" in wall
    assert "margin: 31.113mm 28.284mm 28.284mm" in wall


def test_letters_on_large_paper_grow_as_the_look_says(large_print):
    wall = styled(large_print, paper=Paper.A3)
    zoom = float(re.search(r"zoom: ([\d.]+)", wall)[1])
    size = float(re.search(r"body {[^}]*font-size: ([\d.]+)pt", wall)[1])
    assert zoom * size == pytest.approx(18 * 1.125, abs=0.01)
    assert "font: 18.0pt" in wall
