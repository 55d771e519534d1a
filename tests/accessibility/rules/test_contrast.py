import pytest


def look(colour: str, more: str = "") -> str:
    return f'<w:color w:val="{colour}"/>{more}'


@pytest.mark.parametrize(
    ("properties", "run"),
    [
        ("", look("777777")),
        ("", look("000000", '<w:highlight w:val="darkBlue"/>')),
        ("", look("FFFFFF", '<w:shd w:val="clear" w:fill="FFFF00"/>')),
        ('<w:shd w:val="clear" w:fill="404040"/>', look("1D5560")),
        ('<w:shd w:val="solid" w:color="333333"/>', look("444444")),
        ("", look("8A8A8A", '<w:sz w:val="26"/><w:b/>')),
        ("", look("9A9A9A", '<w:sz w:val="48"/>')),
    ],
)
def test_text_that_hardly_parts_from_its_ground_is_found(word, paragraph, properties, run):
    assert word.adding(paragraph("Kan du læse det her?", properties, run)).rules() == ["contrast"]


@pytest.mark.parametrize(
    ("properties", "run"),
    [
        ("", look("767676")),
        ("", look("949494", '<w:sz w:val="36"/>')),
        ("", look("949494", '<w:sz w:val="28"/><w:b/>')),
        ("", look("DDDDDD", "<w:vanish/>")),
        ('<w:shd w:val="clear" w:fill="1D5560"/>', look("auto", '<w:highlight w:val="white"/>')),
        ('<w:shd w:val="clear" w:fill="000000"/>', look("auto")),
        ('<w:shd w:val="clear" w:fill="1D5560"/>', look("FFFFFF")),
    ],
)
def test_text_that_parts_from_it_passes(word, paragraph, properties, run):
    words = "Kan du læse det her?"
    assert word.adding(paragraph(words, properties, run), paragraph("Slut.")).rules() == []


def test_a_cell_is_the_ground_of_what_stands_in_it(word, table, paragraph):
    shade = '<w:shd w:val="clear" w:fill="1D5560"/>'
    dark = paragraph("Mørkt", "", look("1B1F23"))
    light = paragraph("Lyst", "", look("FFFFFF"))
    assert word.adding(table((dark, dark), cell=shade)).rules() == ["contrast"]
    assert word.adding(table((light, light), cell=shade)).rules() == []


def test_a_table_style_gives_its_first_row_ground_and_colour(foreign, table):
    style = (
        '<w:style w:type="table" w:styleId="Blå"><w:name w:val="Blå"/>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="{}"/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:fill="1D5560"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    )
    asking = '<w:tblPr><w:tblStyle w:val="Blå"/><w:tblLook w:val="0020"/></w:tblPr>'
    word = foreign.adding(table(("A", "B"), ("1", "2")).replace("<w:tblPr/>", asking))
    light = word.replacing("</w:styles>", style.format("FFFFFF"), "word/styles.xml")
    dark = word.replacing("</w:styles>", style.format("333333"), "word/styles.xml")
    assert (light.rules(), dark.rules()) == ([], ["contrast"])


def test_the_same_two_colours_are_one_flaw_with_a_count(word, paragraph):
    (flaw,) = word.adding(*[paragraph("Bleg tekst", "", look("AAAAAA"))] * 3).flaws()
    assert flaw.what == (
        "“Bleg tekst” is #AAAAAA on #FFFFFF: contrast 2.32:1, and 4.5:1 is needed."
        " And 2 places more."
    )


def test_a_dane_reads_the_ratio_with_a_comma(word, paragraph, monkeypatch):
    monkeypatch.setenv("SPARK_LANG", "da")
    (flaw,) = word.adding(paragraph("Bleg tekst", "", look("AAAAAA"))).flaws()
    assert "kontrasten er 2,32:1, og der skal være 4,5:1" in flaw.what


def test_theme_colours_are_looked_up(ours, paragraph):
    pale = '<w:color w:val="000000" w:themeColor="accent4"/>'
    assert ours.adding(paragraph("Bleg tekst", "", pale)).rules() == ["contrast"]


def test_the_prompt_of_a_control_is_text_as_well(word, control):
    pale = control().replace("<w:r><w:t>Skriv", f"<w:r><w:rPr>{look('BBBBBB')}</w:rPr><w:t>Skriv")
    assert word.adding(pale).rules() == ["contrast"]


def test_a_page_may_have_a_colour(foreign):
    dark = foreign.replacing("<w:body>", '<w:background w:color="595959"/><w:body>')
    shown = dark.replacing(
        "</w:settings>", "<w:displayBackgroundShape/></w:settings>", "word/settings.xml"
    )
    assert (dark.rules(), shown.rules()) == ([], ["contrast"])
