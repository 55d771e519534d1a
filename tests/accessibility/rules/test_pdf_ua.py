from spark_tools.accessibility import check_pdf


def test_a_pdf_that_does_not_say_that_it_is_pdf_ua_is_found(pdf):
    assert pdf(part="").rules() == ["pdf-ua"]


def test_the_advice_is_what_gives_the_mark(pdf):
    """Word's own tick gives tags, and no mark."""
    (flaw,) = check_pdf(pdf(part="").content)
    assert "Universal Accessibility (PDF/UA)" in flaw.remedy
    assert "Word seldom writes the mark" in flaw.remedy
    (untagged,) = check_pdf(pdf(marked="false").content)
    assert "Document structure tags" in untagged.remedy
