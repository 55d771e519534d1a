import pytest

from spark_tools.wordfile.markup import W


@pytest.mark.parametrize("words", ["https://spark.example/side", "www.spark.dk", "spark.dk/side"])
def test_a_link_whose_words_are_its_address_is_found(word, words):
    changed = word.adding_link(words)
    assert changed.rules() == ["link-bare"]
    assert changed.flaws()[0].where.endswith("link to https://spark.example/side")


def test_a_link_in_a_heading_is_found_by_the_heading(word):
    link = word.adding_link("www.spark.dk")
    changed = link.changing(_last_paragraph_to_heading)
    assert changed.flaws()[0].where == (
        "the heading “Se www.spark.dk”, link to https://spark.example/side"
    )


def _last_paragraph_to_heading(root):
    *_, last = root.iter(f"{W}p")
    properties = last.makeelement(f"{W}pPr")
    properties.append(last.makeelement(f"{W}outlineLvl", {f"{W}val": "1"}))
    last.insert(0, properties)


def test_words_and_an_address_for_mail_pass(word):
    assert word.adding_link("SPARKs side om samarbejde").rules() == []
    assert word.adding_link("post@spark.example", "mailto:post@spark.example").rules() == []


def test_a_link_in_a_field_counts(word):
    def run(inside: str) -> str:
        return f'<w:r><w:rPr><w:u w:val="single"/></w:rPr>{inside}</w:r>'

    field = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText> HYPERLINK "https://spark.example" </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>www.spark.example</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    changed = word.adding(f"<w:p>{field}</w:p>")
    assert changed.rules() == ["link-bare"]
    assert changed.flaws()[0].where.endswith("link to https://spark.example")
