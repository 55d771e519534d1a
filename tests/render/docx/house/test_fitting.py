"""A house file is made fit to write in: its language, its headings and its settings."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from spark_tools.render.docx.house.fitting import (
    raise_headings,
    round_lengths,
    set_language,
    settle,
)
from spark_tools.render.docx.house.opened import bundled
from spark_tools.render.docx.house.roles import cast
from spark_tools.wordfile.styles import Styles

STYLES = "word/styles.xml"
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
MODE = (
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="{}"/>'
)


def names(element) -> list[str]:
    return [etree.QName(each).localname for each in element]


@pytest.fixture(scope="session")
def settled(element):
    """What gives the settings that these become."""

    def made(xml: str = ""):
        settings = element("settings", xml)
        settle(settings)
        return settings

    return made


@pytest.mark.parametrize(
    "telling",
    [
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        '<w:writeProtection w:recommended="1"/>',
        "<w:trackRevisions/>",
        '<w:updateFields w:val="true"/>',
        "<w:linkStyles/>",
    ],
)
def test_what_keeps_people_out_or_asks_them_questions_is_set_aside(settled, telling):
    assert names(settled(telling)) == ["autoHyphenation", "compat"]


@pytest.mark.parametrize(
    "said", ["", "<w:autoHyphenation/>", '<w:autoHyphenation w:val="0"/>', "<w:zoom/>"]
)
def test_words_are_hyphenated_whatever_was_said(settled, said):
    (hyphenation,) = settled(said).findall(qn("w:autoHyphenation"))
    assert hyphenation.attrib == {}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "<w:compat/>",
        f"<w:compat>{MODE.format(11)}</w:compat>",
        f"<w:compat>{MODE.format(15)}</w:compat>",
        f"<w:compat><w:useFELayout/>{MODE.format(12)}{MODE.format(14)}</w:compat>",
    ],
)
def test_the_layout_is_that_of_word_today_whatever_was_there(settled, said):
    (compat,) = settled(said).findall(qn("w:compat"))
    modes = [
        each.get(qn("w:val"))
        for each in compat.findall(qn("w:compatSetting"))
        if each.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]
    assert names(compat)[-1] == "compatSetting"


def test_other_ways_of_being_compatible_are_left_alone(settled):
    other = '<w:compatSetting w:name="differentiateMultirowTableHeaders" w:val="1"/>'
    (compat,) = settled(f"<w:compat><w:useFELayout/>{other}</w:compat>").findall(qn("w:compat"))
    assert names(compat) == ["useFELayout", "compatSetting", "compatSetting"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "<w:zoom/><w:defaultTabStop/><w:evenAndOddHeaders/><w:rsids/><w:themeFontLang/>",
            "zoom defaultTabStop autoHyphenation evenAndOddHeaders compat rsids themeFontLang",
        ),
        (
            "<w:zoom/><w:endnotePr/><m:mathPr/><w:themeFontLang/>",
            "zoom autoHyphenation endnotePr compat mathPr themeFontLang",
        ),
        ("<w:footnotePr/><w15:docId/>", "autoHyphenation footnotePr compat docId"),
        ("<w:docVars/><w:rsids/>", "autoHyphenation compat docVars rsids"),
        ("<w:autoHyphenation/><w:hyphenationZone/>", "autoHyphenation hyphenationZone compat"),
    ],
)
def test_settings_stand_in_the_order_that_word_wants(settled, said, expected):
    assert names(settled(said)) == expected.split()


@pytest.fixture(scope="session")
def raised(styles):
    """What gives the styles that these become when their headings are raised."""

    def made(*each: str) -> Styles:
        own = styles(*each)
        raise_headings(tuple(cast(own, bundled())), own)
        return Styles(next(iter(own)).element.getparent())

    return made


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["heading", "Overskrift"])
@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<w:rPr><w:b/></w:rPr>",
        '<w:pPr><w:keepNext w:val="0"/><w:jc w:val="left"/></w:pPr>',
        '<w:pPr><w:spacing w:after="0"/><w:outlineLvl w:val="9"/></w:pPr><w:rPr/>',
    ],
)
def test_a_heading_is_one_to_a_screen_reader_and_stays_with_what_follows(
    raised, style, level, name, inside
):
    (heading,) = raised(style(f"{name} {level}", inside))
    found = names(heading.element.find(qn("w:pPr")))
    assert (found[0], found[-1]) == ("keepNext", "outlineLvl")
    assert heading.paragraph.outline == level - 1
    assert heading.element.find(f"{qn('w:pPr')}/{qn('w:keepNext')}").attrib == {}
    assert names(heading.element) in (["name", "pPr"], ["name", "pPr", "rPr"])


def test_a_heading_whose_level_comes_from_what_it_is_based_on_says_no_more(raised, style):
    base = style("Kommunens", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    own = style("heading 2", '<w:basedOn w:val="Kommunens"/>')
    found = raised(base, own)
    assert found.outline_level("heading2") == 2
    assert names(found.get("heading2").element.find(qn("w:pPr"))) == ["keepNext"]


def test_body_text_becomes_no_heading(raised, style):
    found = raised(style("Normal", default="1"), style("heading 5"), style("Overskrift 1"))
    assert [found.outline_level(name) for name in ("Normal", "heading5", "Overskrift1")] == [
        None,
        None,
        1,
    ]


@pytest.mark.parametrize(
    "defaults",
    [
        "",
        "<w:docDefaults/>",
        "<w:docDefaults><w:rPrDefault/></w:docDefaults>",
        DEFAULTS.format("<w:b/>"),
        DEFAULTS.format('<w:lang w:val="en-US" w:eastAsia="ja-JP"/>'),
    ],
)
def test_there_is_one_language_and_styles_speak_no_other(element, style, defaults):
    english = '<w:rPr><w:b/><w:lang w:val="en-GB"/></w:rPr>'
    root = element("styles", defaults + style("Normal", english) + style("Lead", english))
    set_language(root, "da-DK")
    assert [each.get(qn("w:val")) for each in root.iter(qn("w:lang"))] == ["da-DK"]
    path = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")))
    assert root.find(path) is not None
    assert names(root)[0] == "docDefaults"


def test_lengths_with_decimals_as_other_programs_write_them_are_rounded(element):
    root = element(
        "x",
        '<w:pgSz w:w="11906.5" w:h="16838.0"/><w:ind w:left="-719.9999999999999"/>'
        '<w:sz w:val="36.56250317891439"/><w:lvlText w:val="1.2"/><w:pgMar w:left="1134"/>'
        '<w:listItem w:displayText="1.5" w:value="1.5"/><w:tblW w:w="50.4%"/>',
    )
    round_lengths(root)
    values = [value for each in root for value in each.attrib.values()]
    assert values == ["11906", "16838", "-720", "37", "1.2", "1134", "1.5", "1.5", "50.4%"]


def test_a_house_file_with_decimals_is_drawn_in(a4, drawn_in, invalid_in):
    section = a4.sections[0]
    section._sectPr.find(qn("w:pgMar")).set(qn("w:left"), "1440.0000000000002")
    section.header.paragraphs[0].text = "{{ title }}"
    stops = f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="9025.6"/></w:tabs>'
    section.header.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(stops))
    size = a4.styles["Normal"].element.get_or_add_rPr().get_or_add_sz()
    size.set(qn("w:val"), "21.5")

    assert invalid_in(a4) == []
    own = drawn_in(a4)
    assert set(own.find("//w:pgMar/@w:left")) == {"1440"}
    assert own.values("//w:style[w:name/@w:val='Normal']//w:sz", STYLES) == ["22"]


def test_a_protected_old_file_with_flat_headings_gives_a_valid_document(a4, invalid_in, drawn_in):
    settings = a4.settings.element
    locked = f'<w:documentProtection {nsdecls("w")} w:edit="forms" w:enforcement="1"/>'
    settings.insert(2, parse_xml(locked))
    settings.remove(settings.find(qn("w:compat")))
    for level in (1, 2, 3):
        heading = a4.styles[f"Heading {level}"].element
        heading.remove(heading.find(qn("w:pPr")))
    a4.styles.add_style("Overskrift", WD_STYLE_TYPE.PARAGRAPH)

    assert invalid_in(a4) == []
    own = drawn_in(a4)
    assert own.find("//w:documentProtection", "word/settings.xml") == []
    assert len(own.find("//w:autoHyphenation", "word/settings.xml")) == 1
    levels = own.values("//w:style[starts-with(w:name/@w:val,'heading ')]//w:outlineLvl", STYLES)
    assert levels == ["0", "1", "2", *map(str, range(3, 9))]


def test_a_file_without_a_word_of_compatibility_or_revisions_stays_in_order(a4, invalid_in):
    settings = a4.settings.element
    for name in ("compat", "rsids"):
        settings.remove(settings.find(qn(f"w:{name}")))
    assert invalid_in(a4) == []
