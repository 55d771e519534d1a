import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Field,
    FieldKind,
    Heading,
    ListBlock,
    Look,
    Paragraph,
    Role,
    Row,
    Section,
    Span,
    Table,
    plain,
    text,
)
from spark_tools.render.accessible import LONGEST_HEADING
from spark_tools.render.commonmark import inline
from spark_tools.render.markdown import draw

READER = MarkdownIt("commonmark").enable("table")

MARKS = "#-+=>*_`~|[](){}<>!&;:\\\"'$^@./ 1.2)x0A\n"
LETTERS = st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(MARKS)
PHRASES = st.sampled_from(
    [
        'Børn & Unge <Øst> | "A" {{x}} *',
        "# ikke en overskrift #",
        "- ikke en liste",
        "1. ikke et nummer",
        "+ plus",
        "> ikke et citat",
        "~~~",
        "```",
        "---",
        "===",
        r"C:\mappe\| fil \\",
        "&amp; &#42; &copy",
        "[a]: https://b.example",
        "![a](b)",
        "<b>fed</b> <https://c.example>",
        "    indrykket",
        "linje  \nlinje",
    ]
)
WORDS = PHRASES | st.text(LETTERS, max_size=20)
SPANS = st.builds(
    Span,
    WORDS,
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.sampled_from(["", "", "https://a.example/?b=1&copy=(2)", "javascript:alert(1)"]),
)
TEXTS = st.lists(SPANS, min_size=1, max_size=4).map(tuple)
# A line that is empty, or that would begin or end a paragraph's text, is no text.
FULL = TEXTS.filter(lambda spans: all(line.strip() for line in plain(spans).split("\n")))


def read(markdown: str) -> list[str]:
    """Give what a reader sees, paragraph by paragraph."""
    return [
        "".join(
            "\n" if child.type == "hardbreak" or child.content == "<br>" else child.content
            for child in token.children or ()
        )
        for token in READER.parse(markdown)
        if token.type == "inline"
    ]


def written(look: Look, *blocks: object) -> str:
    page = Document(Edition.AGENDA, "Titel", "da", (Section(blocks),))  # type: ignore[arg-type]
    return draw(page, look).decode()


@given(FULL)
def test_running_text_comes_out_letter_by_letter(spans):
    assert read(inline(spans)) == [plain(spans)]


@given(heading=FULL, paragraph=FULL, items=st.lists(FULL, min_size=1, max_size=3))
def test_every_block_comes_out_letter_by_letter(house_look, heading, paragraph, items):
    assume(len(plain(heading)) <= LONGEST_HEADING)  # a longer one goes on in a paragraph
    markdown = written(
        house_look,
        Heading(1, heading),
        Paragraph(paragraph),
        ListBlock(tuple(items)),
        ListBlock(tuple(items), ordered=True),
    )
    seen = [plain(heading).replace("\n", " "), plain(paragraph), *map(plain, items)]
    assert read(markdown) == [*seen, *map(plain, items)]


@given(rows=st.lists(st.tuples(FULL, FULL), min_size=1, max_size=3))
def test_a_cell_comes_out_letter_by_letter(house_look, rows):
    table = Table(
        (Column("Første | kolonne", 1), Column("Anden", 2)),
        tuple(Row((Cell((Paragraph(a),)), Cell((Paragraph(b),)))) for a, b in rows),
    )
    cells = [plain(cell) for row in rows for cell in row]
    assert read(written(house_look, table)) == ["Første | kolonne", "Anden", *cells]


def test_strong_words_emphasis_and_links_are_marked():
    spans = (
        Span("Læs "),
        Span("begge ", strong=True),
        Span("sider", emphasis=True),
        Span(" på "),
        Span("spark.example", link="https://spark.example"),
    )
    assert inline(spans) == "Læs **begge** *sider* på [spark.example](<https://spark.example>)"


def test_a_link_that_could_run_code_is_only_words():
    assert inline((Span("Tryk", link="javascript:alert(1)"),)) == "Tryk"


def test_lists_that_follow_each_other_stay_apart(house_look):
    one = ListBlock((text("en"),))
    tokens = READER.parse(written(house_look, one, one))
    assert sum(token.type == "bullet_list_open" for token in tokens) == 2


def test_headings_tables_and_lists_are_what_they_say(sample_document, house_look):
    html = READER.render(draw(sample_document, house_look).decode())
    assert html.count("<h1>") == 1
    assert html.count("<table>") == 6
    assert "<ol>" in html
    assert "<blockquote>\n<p>»Nu er vi aftenvagten." in html


def test_the_name_is_read_as_it_is_written(sample_document, house_look, nasty_name):
    assert read(draw(sample_document, house_look).decode()).count(nasty_name) == 2


def test_a_line_to_say_has_the_languages_quotation_marks(house_look):
    english = Document(Edition.GUIDE, "T", "en", (Section((Paragraph(text("Hello"), Role.SAY),)),))
    assert draw(english, house_look).decode() == "> “Hello”\n"
    danish = attrs.evolve(english, language="da")
    assert draw(danish, house_look).decode() == "> »Hello«\n"


def test_a_drawing_is_told_in_words(sample_document, house_look):
    assert "*Tegning: Sagen i midten" in draw(sample_document, house_look).decode()


def test_every_field_has_its_label_and_room(sample_document, house_look):
    markdown = draw(sample_document, house_look).decode()
    assert "**Hvad prøver vi?**\n\n*Én ting, på mandag*\n\n……" in markdown
    assert "- [ ] Delvist" in markdown
    assert "| Ny vagtplan |  |  | [ ] |" in markdown
    assert "| **På standarden** |  |" in markdown


def test_the_same_document_gives_the_same_bytes(sample_document, house_look):
    assert draw(sample_document, house_look) == draw(sample_document, house_look)


def test_a_day_filled_in_beforehand_is_written_as_it_is_read(house_look):
    day = Field("day", "Dag", FieldKind.DATE, value="2027-03-03")
    assert "3\\.\u00a0marts 2027" in written(house_look, day)
