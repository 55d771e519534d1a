"""Every PDF of every course type is PDF/UA-1, in both looks."""

import page

from spark_tools.render.pdf import draw


def faults(document, look) -> list[str]:
    report = page.validate_pdf_bytes(draw(document, look), profile="ua1")
    return [failure.message for failure in report.failures]


def test_every_pdf_of_a_course_is_accessible(course, look):
    assert len(course) > 3
    for each in course:
        assert faults(each.document, look) == [], each.name


def test_every_kind_of_pdf_in_a_course_is_accessible_in_large_print(one_of_each, large_print):
    assert len(one_of_each) > 3
    for each in one_of_each:
        assert faults(each.document, large_print) == [], each.name
