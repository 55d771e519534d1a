"""What tells of a house file's author, machine or history is left behind."""

import pytest
from lxml import etree

from spark_tools.render.docx.house.origin import forget_origin

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def forgotten(xml: str) -> str:
    root = etree.fromstring(f"<w:hdr {NAMES}>{xml}</w:hdr>")
    forget_origin(root)
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    "telling",
    [
        '<w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D"/>',
        '<w:p><w:commentRangeStart w:id="1"/></w:p>',
        '<w:p><w:r><w:rPr><w:rPrChange w:author="Anna" w:id="1"/></w:rPr></w:r></w:p>',
        '<w:attachedTemplate r:id="rId1" xmlns:r="urn:r"/>',
        '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>',
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr></w:sdt>',
    ],
)
def test_who_and_when_is_taken_out(telling):
    left = forgotten(telling)
    for word in ("rsid", "paraId", "comment", "author", "attached", "dataBinding"):
        assert word not in left


def test_what_was_inserted_stays_and_what_was_deleted_goes():
    tracked = (
        '<w:p><w:ins w:author="Anna" w:id="1"><w:r><w:t>nyt</w:t></w:r></w:ins>'
        '<w:del w:author="Anna" w:id="2"><w:r><w:delText>gammelt</w:delText></w:r></w:del></w:p>'
    )
    left = forgotten(tracked)
    assert "nyt" in left
    assert "gammelt" not in left
    assert "Anna" not in left


def picture(description: str) -> str:
    return (
        f'<wp:docPr id="1" name="C:\\logo.png" descr="{description}"/>'
        '<pic:cNvPr id="1" name="C:\\Users\\anna\\logo.png" descr="C:\\logo.png"/>'
    )


@pytest.mark.parametrize("description", ["", "logo.png", "\\\\drev\\billeder\\logo", " "])
def test_a_picture_that_no_words_describe_is_decorative(description):
    left = forgotten(picture(description))
    assert "decorative" in left
    assert "logo" not in left


def test_a_picture_that_is_described_keeps_its_words():
    left = forgotten(picture("Kommunens byvåben"))
    assert "Kommunens byvåben" in left
    assert "decorative" not in left
