import pytest


@pytest.mark.parametrize("without", [{"title": ""}, {"shown": "false"}])
def test_a_pdf_without_a_title_that_is_shown_is_found(pdf, without):
    assert pdf(**without).rules() == ["pdf-title"]
