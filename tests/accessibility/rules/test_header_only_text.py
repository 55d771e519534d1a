import pytest

LONG = "Send skemaet til arbejdsmiljøgruppen på adressen Parkvej 7, så vi kan nå at læse det"


@pytest.mark.parametrize("words", [LONG, "Svar senest 3. februar"])
def test_what_stands_in_a_header_alone_is_found(foreign, paragraph, words):
    assert foreign.adding_header(paragraph(words)).rules() == ["header-only-text"]


def test_the_long_name_of_a_workplace_is_no_message(foreign, paragraph):
    name = "Center for Sundhed og Omsorg, Område Syd, Plejecenter Lindehaven, Afdeling Øst"
    assert foreign.adding_header(paragraph(name)).rules() == []


def test_a_line_on_the_first_page_counts_sooner(foreign, paragraph):
    line = paragraph("Til alle ledere i Lindehaven")
    assert foreign.adding_header(line).rules() == []
    assert foreign.adding_header(line, kind="first").rules() == ["header-only-text"]


def test_what_stands_in_the_text_too_passes(foreign, paragraph):
    assert foreign.adding_header(paragraph(LONG)).adding(paragraph(LONG)).rules() == []


@pytest.mark.parametrize(
    "sender",
    [
        "Rådhuspladsen 1 · 1234 Byen · www.kommunen.example",
        "Børneforvaltningen i Kommunen, telefon 12 34 56 78",
        "Skriv til os på post@kommunen.example om alt andet",
    ],
)
def test_the_senders_address_is_no_message(foreign, paragraph, sender):
    assert foreign.adding_header(paragraph(sender), kind="first").rules() == []
