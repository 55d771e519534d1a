"""Every PDF of every course type is PDF/UA-1."""

import page

from spark_tools.render.pdf import draw


def test_every_pdf_of_a_course_is_accessible(course, look):
    assert len(course) > 3
    for each in course:
        report = page.validate_pdf_bytes(draw(each.document, look), profile="ua1")
        assert [failure.message for failure in report.failures] == [], each.name
