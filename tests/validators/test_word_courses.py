"""Every Word file of every course type, held against both validators."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from openxml_audit import OpenXmlValidator

from spark_tools.render.docx import draw


@pytest.fixture
def files(course, look, tmp_path):
    """The paths of a whole course's Word files."""
    paths = []
    for number, each in enumerate(course):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(draw(each.document, look))
    return paths


def test_openxml_audit_finds_no_fault_in_a_course(files):
    validator = OpenXmlValidator()
    assert len(files) > 3
    for path in files:
        assert [str(fault) for fault in validator.validate(path).errors] == []


def test_the_open_xml_sdk_finds_no_fault_in_a_course(files, open_xml_sdk):
    with ThreadPoolExecutor(2) as two_at_a_time:
        for faults in two_at_a_time.map(open_xml_sdk, files):
            assert faults == []
