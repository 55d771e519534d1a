"""Flaws planted in documents of ours and of somebody else: all are found, and nothing else is.

Each is planted by itself, in a clean document, and must be found by its rule alone.
"""

import pytest

RED_CELL = '<w:tc><w:tcPr><w:shd w:val="clear" w:fill="CC0000"/></w:tcPr><w:p/></w:tc>'


def run(words: str, look: str) -> str:
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


IN_OURS = {
    "title lost": (
        "title-missing",
        "docProps/core.xml",
        "Arbejdsark: Prøvehandlinger i Lindehaven",
        "",
    ),
    "language of the defaults lost": ("language-missing", "word/styles.xml", "da-DK", "x-none"),
    "language of the properties lost": ("language-unsaid", "docProps/core.xml", "da-DK", ""),
    "languages disagree": ("language-contradicted", "docProps/core.xml", "da-DK", "en-GB"),
    "a style in English": (
        "style-language",
        "word/styles.xml",
        '<w:rPr><w:color w:val="5A6469"/></w:rPr>',
        '<w:rPr><w:color w:val="5A6469"/><w:lang w:val="en-US"/></w:rPr>',
    ),
    "the first heading of level 2": ("heading-first-level", "", '"Heading1"', '"Heading2"'),
    "a level skipped": ("heading-skipped", "", '"Heading3"', '"Heading4"'),
    "a heading no longer said to be one": (
        "heading-first-level heading-faked",
        "word/styles.xml",
        '<w:outlineLvl w:val="0"/>',
        "",
    ),
    "header row of a table lost": ("table-header", "", "<w:tblHeader/>", ""),
    "header row of a grid switched off": (
        "table-header",
        "",
        "<w:tblHeader/>",
        '<w:tblHeader w:val="false"/>',
    ),
    "a row that may be split": ("table-row-splits", "", "<w:cantSplit/>", ""),
    "a column too many in the grid": (
        "table-ragged",
        "",
        "<w:gridCol ",
        '<w:gridCol w:w="9"/><w:gridCol ',
    ),
    "cells merged downwards": (
        "table-merged",
        "",
        "</w:tcPr>",
        '<w:vMerge w:val="restart"/></w:tcPr>',
    ),
    "alternative text lost": (
        "picture-undescribed",
        "",
        'descr="Sagen i midten, og ledelsen',
        'd="',
    ),
    "alternative text a file name": (
        "picture-described-poorly",
        "",
        "Sagen i midten, og ledelsen til venstre for den",
        "image1.png",
    ),
    "a list that goes on": ("list-continues", "word/numbering.xml", "<w:startOverride", "<w:x"),
    "a control without a title": ("control-unnamed", "", '"Hvad prøver vi?"', '""'),
    "two controls with one title": (
        "control-name-repeated",
        "",
        '"Hvad, række 2"',
        '"Hvad, række 1"',
    ),
    "a control with somebody else's title": (
        "control-name-unrelated",
        "",
        '"Hvad prøver vi?"',
        '"Adresse"',
    ),
    "two controls with one id": ("control-id", "", '<w:id w:val="2"/>', '<w:id w:val="1"/>'),
    "a tag of 65 characters": (
        "control-tag-long",
        "",
        '<w:tag w:val="what"',
        f'<w:tag w:val="{"a" * 65}"',
    ),
    "a ticked box that looks open": (
        "control-sign",
        "",
        '<w14:checked w14:val="0"/>',
        '<w14:checked w14:val="1"/>',
    ),
    "a prompt lost": ("control-unprompted", "", ">Skriv her<", "><"),
    "a prompt too pale": ("contrast", "word/styles.xml", '"626C72"', '"8A949A"'),
    "pale headings": (
        "contrast",
        "word/styles.xml",
        '<w:b/><w:color w:val="1D5560"/><w:sz w:val="18"/>',
        '<w:b/><w:color w:val="8FA3A8"/><w:sz w:val="18"/>',
    ),
    "w14 not to be passed over": ("namespace-undeclared", "", "w14 w15", "w15"),
    "w16 to be passed over, undeclared": ("namespace-undeclared", "", "w14 w15", "w14 w15 w16"),
    "protected for forms": (
        "protected",
        "word/settings.xml",
        "</w:settings>",
        '<w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>',
    ),
    "a bullet for a dash": ("style-unknown", "", '"ListBullet"', '"Lost"'),
}


@pytest.mark.parametrize("name", IN_OURS)
def test_a_flaw_planted_in_ours_is_found_and_nothing_else(ours, name):
    rules, part, old, new = IN_OURS[name]
    times = -1 if part == "word/numbering.xml" else 1
    planted = ours.replacing(old, new, part or "word/document.xml", times)
    assert planted.rules() == rules.split()


IN_ANY = {
    "heading empty": ("heading-empty", lambda kit: kit["heading"](2, "")),
    "heading long": ("heading-long", lambda kit: kit["heading"](2, "Vi ses " * 20)),
    "heading in a table": (
        "heading-in-table",
        lambda kit: kit["table"]((kit["heading"](3, "A"), "B")),
    ),
    "heading of bold text": (
        "heading-faked",
        lambda kit: run("Det gør vi", "<w:b/>") + kit["paragraph"]("Vi mødes."),
    ),
    "table last in a cell": (
        "table-nested table-cell-end",
        lambda kit: kit["table"](("A", kit["table"](("B", "C")))),
    ),
    "table in a table": (
        "table-nested",
        lambda kit: kit["table"](("A", kit["table"](("B", "C")) + kit["paragraph"]("D"))),
    ),
    "cells merged across": (
        "table-merged",
        lambda kit: kit["table"](("A", "B"), cell='<w:gridSpan w:val="2"/>', columns=4),
    ),
    "a row short of a cell": ("table-ragged", lambda kit: kit["table"](("A", "B"), ("1",))),
    "a table to write in by hand": (
        "table-empty",
        lambda kit: kit["table"](("A", "B"), ("", ""), ("", "")),
    ),
    "a column without a header": (
        "table-header-empty",
        lambda kit: kit["table"](("A", ""), ("1", "2")),
    ),
    "a picture that floats": (
        "picture-floating",
        lambda kit: kit["picture"]("Tavlen med tre sedler", shape="anchor"),
    ),
    "a shape in the old format": (
        "picture-old-format",
        lambda kit: "<w:p><w:r><w:pict><v:oval alt='Tavlen med sedler'/></w:pict></w:r></w:p>",
    ),
    "a typed bullet": ("list-typed", lambda kit: kit["paragraph"]("• Skriv alene")),
    "a typed number": ("list-typed", lambda kit: kit["paragraph"]("2) Skriv alene")),
    "an empty line for air": (
        "paragraph-empty",
        lambda kit: kit["paragraph"]("") + kit["paragraph"]("Slut."),
    ),
    "blanks for a column": ("blanks", lambda kit: kit["paragraph"]("Navn:        Dato:")),
    "tabs for a column": (
        "blanks",
        lambda kit: "<w:p><w:r><w:t>Navn</w:t><w:tab/><w:tab/><w:t>Dato</w:t></w:r></w:p>",
    ),
    "a line of underscores": ("write-line", lambda kit: kit["paragraph"]("Navn: ______")),
    "a line of dots": ("write-line", lambda kit: kit["paragraph"]("Navn ..........")),
    "grey on white": ("contrast", lambda kit: run("Bleg", '<w:color w:val="999999"/>')),
    "yellow on white": ("contrast", lambda kit: run("Bleg", '<w:color w:val="FFFF00"/>')),
    "black on a dark highlight": (
        "contrast",
        lambda kit: run("Mørk", '<w:color w:val="000000"/><w:highlight w:val="blue"/>'),
    ),
    "a red cell that says nothing": (
        "colour-only-cell",
        lambda kit: kit["table"](("Uge", "Status"), ("1",), columns=2).replace(
            "</w:tr></w:tbl>", f"{RED_CELL}</w:tr></w:tbl>"
        ),
    ),
    "a drop-down list without choices": (
        "control-without-choices",
        lambda kit: kit["control"](kind="<w:dropDownList/>"),
    ),
    "a control without an id": ("control-id", lambda kit: kit["control"](number="")),
    "an English passage": (
        "language-unmarked",
        lambda kit: (
            kit["paragraph"]("Vi kan ikke gøre det alene, og derfor skal alle være med.") * 3
            + kit["paragraph"](
                "This is what we have agreed to do with each other before the next one."
            )
        ),
    ),
    "a footnote": (
        "notes",
        lambda kit: "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='1'/></w:r></w:p>",
    ),
    "a comment": (
        "comments",
        lambda kit: "<w:p><w:r><w:t>a</w:t><w:commentReference w:id='1'/></w:r></w:p>",
    ),
    "a tracked change": (
        "tracked-changes",
        lambda kit: "<w:p><w:ins w:id='1'><w:r><w:t>a</w:t></w:r></w:ins></w:p>",
    ),
}
LINKS = {
    "her": "link-vague",
    "Read more": "link-vague",
    "www.spark.dk": "link-bare",
    " ": "link-empty",
}


@pytest.fixture(scope="session")
def kit(paragraph, heading, table, picture, control):
    return {
        "paragraph": paragraph,
        "heading": heading,
        "table": table,
        "picture": picture,
        "control": control,
    }


@pytest.mark.parametrize("name", IN_ANY)
def test_a_flaw_planted_in_anybodys_is_found_and_nothing_else(word, kit, name):
    rules, planted = IN_ANY[name]
    assert word.adding(planted(kit)).rules() == rules.split()


@pytest.mark.parametrize("words", LINKS)
def test_a_bad_link_is_found_and_nothing_else(word, words):
    assert word.adding_link(words).rules() == [LINKS[words]]


def test_at_least_40_different_flaws_are_planted():
    assert len(IN_OURS) + len(IN_ANY) + len(LINKS) >= 60
