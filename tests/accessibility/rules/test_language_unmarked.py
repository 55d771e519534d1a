DANISH = "Vi kan ikke gøre det alene, og derfor skal alle være med til mødet om det."
ENGLISH = "This is what we have agreed to do with each other before the next meeting of the group."


def test_an_english_passage_in_a_danish_document_is_found(word, paragraph):
    changed = word.adding(*[paragraph(DANISH)] * 3, paragraph(ENGLISH))
    assert changed.rules() == ["language-unmarked"]


def test_a_passage_that_is_marked_passes(word, paragraph):
    assert word.adding(paragraph(ENGLISH, "", '<w:lang w:val="en-US"/>')).rules() == []


def test_a_few_foreign_words_pass(word, paragraph):
    title = paragraph("The Power of Habit af Charles Duhigg er en god bog om vaner på jobbet")
    assert word.adding(title, paragraph("Work in progress")).rules() == []
