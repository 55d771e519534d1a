"""Word files held against two validators that know nothing of this project."""

import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from spark_tools.render.docx import draw


@pytest.fixture(params=["look", "large_print"])
def drawn(request, sample, tmp_path) -> Path:
    look = request.getfixturevalue(request.param)
    path = tmp_path / "sample.docx"
    path.write_bytes(draw(sample, look))
    return path


def broken(path: Path, to: Path) -> Path:
    """Give a copy of the file whose first paragraph has its properties last."""
    with zipfile.ZipFile(path) as good, zipfile.ZipFile(to, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body><w:p><w:r/><w:pPr/></w:p>")
            bad.writestr(name, content)
    return to


def test_openxml_audit_finds_no_fault(drawn):
    assert [str(fault) for fault in OpenXmlValidator().validate(drawn).errors] == []


def test_the_open_xml_sdk_finds_no_fault(drawn, open_xml_sdk):
    assert open_xml_sdk(drawn) == []


@pytest.mark.parametrize("sample", ["paragraphs"], indirect=True)
def test_both_would_have_found_one(drawn, open_xml_sdk, tmp_path):
    bad = broken(drawn, tmp_path / "bad.docx")
    assert OpenXmlValidator().validate(bad).errors
    assert open_xml_sdk(bad)
