"""The Word files of every course type, held against both validators.

One sees every file. The other takes a second to start, and sees one of each edition and exercise.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from openxml_audit import OpenXmlValidator

from spark_tools.render.docx import draw


@pytest.fixture
def files(look, tmp_path):
    """What writes documents as Word files, and gives their paths."""

    def write(documents):
        paths = []
        for number, each in enumerate(documents):
            paths.append(tmp_path / f"{number}.docx")
            paths[-1].write_bytes(draw(each.document, look))
        assert len(paths) > 3
        return paths

    return write


def test_openxml_audit_finds_no_fault_in_a_course(course, files):
    validator = OpenXmlValidator()
    for path in files(course):
        assert [str(fault) for fault in validator.validate(path).errors] == []


def test_the_open_xml_sdk_finds_no_fault_in_courses(one_of_each, files, open_xml_sdk):
    with ThreadPoolExecutor(2) as two_at_a_time:
        for faults in two_at_a_time.map(open_xml_sdk, files(one_of_each)):
            assert faults == []
