def box(inside: str) -> str:
    return (
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='9' name='x'/><wps:wsp><wps:spPr>"
        f"<a:solidFill><a:srgbClr val='1D5560'/></a:solidFill></wps:spPr><wps:txbx>"
        f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></wp:inline>"
        "</w:drawing></w:r></w:p>"
    )


def test_text_in_a_text_box_is_found(word, paragraph):
    white = paragraph("Husk mødet", "", '<w:color w:val="FFFFFF"/>')
    assert word.adding(box(white)).rules() == ["text-box"]


def test_what_stands_in_it_is_checked_as_well(word, paragraph):
    changed = word.adding(box(paragraph("Navn: ______", "", '<w:color w:val="000000"/>')))
    assert changed.rules() == ["text-box", "write-line", "contrast"]


def test_a_text_box_in_the_old_format_is_found(word, paragraph):
    inside = f"<v:textbox><w:txbxContent>{paragraph('Husk')}</w:txbxContent></v:textbox>"
    old = f"<w:p><w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r></w:p>"
    assert word.adding(old).rules() == ["picture-old-format", "text-box"]
