"""Placeholders in headers and footers: filled in, and no sign left that parts from nothing."""

import pytest
from lxml import etree

from spark_tools.render.docx.house.furniture import fill, isolate_placeholders

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(*runs: str) -> str:
    """Give a footer of one paragraph; each of *runs* holds the XML of a run."""
    whole = "".join(f"<w:r><w:rPr><w:b/></w:rPr>{run}</w:r>" for run in runs)
    root = etree.fromstring(f'<w:ftr xmlns:w="{W}"><w:p>{whole}</w:p></w:ftr>')
    isolate_placeholders(root)
    return etree.tostring(root, encoding="unicode")


def words(xml: str) -> str:
    found = etree.fromstring(xml).iter(f"{{{W}}}t", f"{{{W}}}tab", f"{{{W}}}fldSimple")
    return "".join("\t" if each.tag.endswith("tab") else each.text or "" for each in found)


@pytest.mark.parametrize(
    ("written", "workplace", "date", "said"),
    [
        ("{{ workplace }} · {{ date }}", "Lind", "3. marts", "Lind · 3. marts"),
        ("{{ workplace }} · {{ date }}", "Lind", "", "Lind"),
        ("{{ workplace }} · {{ date }}", "", "3. marts", "3. marts"),
        ("{{ workplace }} · {{ date }}", "", "", ""),
        ("Kommunen – {{date}}", "", "", "Kommunen"),
        ("Kommunen – {{ date }} – side", "", "3. marts", "Kommunen – 3. marts – side"),
        ("{{ stranger }} {{ date }}", "", "3. marts", "{{ stranger }} 3. marts"),
    ],
)
def test_the_sign_that_parts_goes_with_what_stands_for_nothing(written, workplace, date, said):
    xml = paragraph(f"<w:t>{written}</w:t>")
    assert words(fill(xml, {"workplace": workplace, "date": date})) == said


def test_a_placeholder_may_be_split_between_runs_and_stand_beside_a_tab():
    xml = paragraph("<w:t>Kommunen</w:t><w:tab/><w:t>{{ ti</w:t>", "<w:t>tle }}</w:t>")
    assert words(fill(xml, {"title": "A & B"})) == "Kommunen\tA & B"


def test_each_side_of_a_tab_is_parted_for_itself():
    xml = paragraph("<w:t>{{ date }}</w:t>", "<w:tab/>", "<w:t>· {{ title }}</w:t>")
    assert words(fill(xml, {"date": "3. marts", "title": "Plan"})) == "3. marts\tPlan"


def test_what_is_filled_in_looks_like_its_placeholder():
    xml = fill(paragraph("<w:t>{{ title }}</w:t>"), {"title": "Plan"})
    assert "<w:rPr><w:b/></w:rPr>" in xml


def test_pages_are_counted_by_fields():
    xml = fill(paragraph("<w:t>{{ page_label }}</w:t>"), {"page_label": "Side {page} af {pages}"})
    fields = etree.fromstring(xml).iter(f"{{{W}}}fldSimple")
    assert [each.get(f"{{{W}}}instr") for each in fields] == ["PAGE", "NUMPAGES"]
