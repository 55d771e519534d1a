import pytest

from spark_tools.model import (
    Copies,
    Exercise,
    Field,
    FieldGrid,
    Form,
    Function,
    GridColumn,
    Handout,
    Minutes,
    Participants,
    Per,
    Prose,
    Source,
    SourceStatus,
    Step,
)
from spark_tools.testing.readability import lix, participants_text


def test_lix_is_words_a_period_plus_long_words_a_hundred() -> None:
    # 8 words, 2 periods, 3 words of more than six letters
    assert lix("Skriv tre tegn. Arbejdsmiljø handler om opgaven her.") == pytest.approx(
        8 / 2 + 100 * 3 / 8
    )


def test_a_word_of_six_letters_is_short_and_one_of_seven_is_long() -> None:
    assert lix("lærere") == 1.0
    assert lix("lærerne") == 101.0


def test_the_stop_of_an_abbreviation_or_a_clock_time_ends_no_sentence() -> None:
    assert lix("Mød kl. 9.00 med ét ark pr. gruppe nu") == 9.0


@pytest.mark.parametrize("end", [".", "!", "?", ":", ".**", "?«"])
def test_a_sentence_ends_with_its_mark(end: str) -> None:
    assert lix(f"Skriv nu{end} Vent nu.") == 2.0


def test_items_and_paragraphs_without_a_mark_end_as_sentences() -> None:
    assert lix("Tag med\n\n- sedler\n- et ark\n1. en pen") == pytest.approx(7 / 4)


def test_a_line_that_only_wraps_goes_on() -> None:
    assert lix("Skriv en\ntanke ned.") == 4.0


def test_marks_links_and_variables_are_not_read() -> None:
    assert (
        lix("**Se** [vores ark](https://example.org/meget-lang-adresse) hos {{ workplace.name }}.")
        == 5.0
    )


def test_text_without_words_has_no_lix() -> None:
    assert lix(" – \n\n**") == 0.0


def test_what_participants_read_is_steps_and_sheets_but_not_the_facilitators_notes() -> None:
    sheet = Handout(
        id="sheet",
        title="Arket",
        copies=Copies(Per.GROUP),
        blocks=(
            Field(id="issue", label="Sagen"),
            FieldGrid(id="grid", columns=(GridColumn("a", "Hvem?", 1),), rows=2, example=("Os",)),
        ),
        foot="Gem arket.",
    )
    exercise = Exercise(
        id="x",
        title="X",
        purpose="",
        functions=(Function.EXPLORE,),
        participants=Participants(2, 8),
        steps=(
            Step("s", "S", Form.ALONE, Minutes(1, 2, 3), Prose("Skriv nu."), Prose("Hemmeligt.")),
        ),
        source=Source(SourceStatus.OWN, "Egen udformning"),
        handouts=(sheet,),
    )

    read = participants_text(exercise).split("\n\n")

    assert read == ["Skriv nu.", "Arket", "Sagen", "Os", "Hvem?", "Gem arket."]
