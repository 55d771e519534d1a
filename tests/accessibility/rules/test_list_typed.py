import pytest

TYPED = (
    "- Skriv alene",
    "• Skriv alene",
    "•Skriv",
    "1. Skriv alene",
    "12) Skriv",
    "a) Skriv alene",
)


@pytest.mark.parametrize("words", [*TYPED, "(b) Skriv", "ii. Skriv", "– Skriv alene", "o) Skriv"])
def test_a_bullet_or_number_typed_by_hand_is_found(word, paragraph, words):
    assert word.adding(paragraph(words)).rules() == ["list-typed"]


@pytest.mark.parametrize(
    "words",
    [
        *("3. februar 2027", "9.00 Velkommen", "9.00–12.00", "1. udgave er fra 2024", "2. maj"),
        *("-5 grader", "V. Hansen har ordet", "A er bedre end B", "*", "2027", "10. Januar 2027"),
        *("3 ark A3", "–", "- ", "Vi ses kl. 9. Kom til tiden", "1. Sal, afdeling B · Møde 2"),
    ],
)
def test_dates_times_and_the_like_pass(word, paragraph, words):
    assert word.adding(paragraph(words)).rules() == []


def test_an_item_of_a_real_list_may_begin_so(ours, paragraph):
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert ours.adding(paragraph("- 5 grader", listed)).rules() == []


def test_ordinals_that_count_are_a_list(word, paragraph):
    steps = paragraph("1. skriv alene"), paragraph("2. læs op"), paragraph("4. klasse er med")
    assert [flaw.rule for flaw in word.adding(*steps).flaws()] == ["list-typed"] * 2


def test_one_line_in_a_cell_or_a_header_is_a_name_and_two_are_a_list(foreign, table, paragraph):
    name = paragraph("1. Sal, afdeling Støj")
    assert foreign.adding_header(name).adding(table((name, "B"))).rules() == []
    assert foreign.adding(table((name + name, "B"))).rules() == ["list-typed"]
    assert foreign.adding(table(("A", "• Støj"))).rules() == ["list-typed"]


def test_a_number_that_is_part_of_a_controls_title_is_a_name(word, control):
    label = "1. Hvad gør vi?"
    assert word.adding(control(label, label)).rules() == []
    assert word.adding(control(label, "Hvad gør vi?")).rules() == ["list-typed"]
