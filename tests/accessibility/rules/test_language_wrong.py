DANISH = "Vi kan ikke gøre det alene, og derfor skal alle være med til mødet om det."
ENGLISH = "This is what we have agreed to do with each other before the next meeting of the group."


def test_a_danish_document_marked_as_english_is_found(foreign, paragraph):
    word = foreign.adding(*[paragraph(DANISH)] * 3)
    word = word.replacing('w:val="da-DK"', 'w:val="en-GB"', "word/styles.xml")
    word = word.replacing(">da-DK<", ">en-GB<", "docProps/core.xml")
    assert word.rules() == ["language-wrong"]


def test_an_english_document_marked_as_english_passes(foreign, paragraph):
    word = foreign.adding(*[paragraph(ENGLISH)] * 3)
    word = word.replacing('w:val="da-DK"', 'w:val="en-GB"', "word/styles.xml")
    word = word.replacing(">da-DK<", ">en-GB<", "docProps/core.xml")
    word = word.replacing("Den er det, vi ikke kan vælge fra.", "")
    word = word.replacing("Mål i en uge, og tal om det bagefter.", "Mål.")
    assert word.rules() == []
