def test_a_pdf_that_does_not_say_that_it_is_pdf_ua_is_found(pdf):
    assert pdf(part="").rules() == ["pdf-ua"]
