"""Every Word file passes the gate: samples of every block, and every course type's documents."""

from spark_tools.accessibility import check_document
from spark_tools.render.docx import draw


def test_a_sample_has_no_flaw(sample, look, large_print):
    for each in (look, large_print):
        assert check_document(draw(sample, each)) == ()


def test_a_course_has_no_flaw(course, look, large_print):
    assert len(course) > 3
    for each in course:
        for one in (look, large_print):
            assert check_document(draw(each.document, one)) == (), each.name
