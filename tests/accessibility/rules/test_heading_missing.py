def test_a_long_text_without_headings_is_found(foreign, paragraph):
    word = foreign.adding(*[paragraph("Mål støjen hver morgen, og skriv tallet ned.")] * 20)
    for level in (1, 2):
        word = word.replacing(f'<w:pStyle w:val="Overskrift{level}"/>', "")
    assert word.rules() == ["heading-missing"]


def test_a_note_of_a_few_lines_needs_none(foreign):
    word = foreign.replacing('<w:pStyle w:val="Overskrift1"/>', "")
    assert word.replacing('<w:pStyle w:val="Overskrift2"/>', "").rules() == []
