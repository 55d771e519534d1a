def test_a_pdf_without_tags_is_found(pdf):
    assert pdf(marked="false").rules() == ["pdf-untagged"]
    assert pdf(tree="/Nothing 1").rules() == ["pdf-untagged"]
