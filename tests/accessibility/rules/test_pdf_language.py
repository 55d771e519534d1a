def test_a_pdf_without_a_language_is_found(pdf):
    assert pdf(language="()").rules() == ["pdf-language"]
