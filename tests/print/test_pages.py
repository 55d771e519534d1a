"""What comes out of the printer: whole pages, numbered, lying as they should."""

import pytest

from spark_tools.model import Edition, Orientation, Paper, Table

pytestmark = pytest.mark.needs("soffice")

FEW = 4
"""A page with fewer lines than these below its header is nearly empty."""
A4, A3 = (210, 297), (297, 420)


def own_lines(printed, page):
    """Give the lines of a page that are neither in its header nor in its footer."""
    document = printed.document
    around = (document.header_left, document.header_right, document.footer_left)
    label = document.page_label.format(page=page + 1, pages=len(printed.sizes))
    kept = [line.replace(label, "") for line in printed.lines[page]]
    for words in filter(None, around):
        kept = [line.replace(words, "") for line in kept]
    return [line for line in kept if line.strip()]


def test_every_page_says_which_it_is_and_of_how_many(printed):
    for each in printed.values():
        count = len(each.sizes)
        for number, lines in enumerate(each.lines, 1):
            assert f"Side {number} af {count}" in " ".join(lines)


def test_no_last_page_is_nearly_empty(printed):
    for name, each in printed.items():
        if len(each.sizes) > 1 and each.document.edition not in (
            Edition.POSTERS,
            Edition.WORKSHEETS,
        ):
            assert len(own_lines(each, len(each.sizes) - 1)) >= FEW, name


def test_a_sheet_is_one_page(printed):
    sheets = (Edition.WORKSHEETS, Edition.POSTERS)
    found = [each for each in printed.values() if each.document.edition in sheets]
    assert len(found) > len(sheets)
    for each in found:
        assert len(each.sizes) == len(each.document.sections), each.document.title


def test_pages_lie_as_their_sections_do(printed):
    for name, each in printed.items():
        short, long = A3 if each.document.paper is Paper.A3 else A4
        ways = [section.orientation for section in each.document.sections]
        asked = {(long, short) if way is Orientation.LANDSCAPE else (short, long) for way in ways}
        assert set(each.sizes) == asked, name


def test_posters_are_printed_on_a3(printed):
    posters = [each for each in printed.values() if each.document.paper is Paper.A3]
    assert {each.document.title for each in posters} >= {
        "Perspektivkort",
        "Tre zoner",
        "Standardark",
        "Siden sidst",
        "Forløbets tidslinje",
    }
    for each in posters:
        assert sorted(each.sizes[0]) == list(A3)


def test_the_head_of_a_table_comes_back_on_its_next_page(printed):
    guide = printed["full-day/meeting-1/drejebog"]
    steps = [
        block
        for section in guide.document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    titles = {block.columns[0].title for block in steps}
    begun = [own_lines(guide, page)[0] for page in range(1, len(guide.sizes))]
    assert any(line.startswith(tuple(titles - {""})) for line in begun)
