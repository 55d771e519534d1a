import copy
import datetime

import pytest
from lxml import etree

from spark_tools.document.form import bookmark
from spark_tools.forms.docx.answers import FoundBy
from spark_tools.model import (
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Meaning,
    Paragraph,
    Role,
    text,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SYMBOLS = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
NAMES = {"w": W[1:-1]}

ANSWERS = {
    "card.name": "Tavlemøde »kl. 9« & 'æøå'",
    "card.what": "Vi mødes ved tavlen\nhver mandag\n\nogså i ferien",
    "card.review": "2027-03-03",
    "card.decision": "Justér",
    "card.told": "x",
    "card.plan.a3.what": "Ny vagtplan",
    "card.plan.a3.who": 'Mona og "Per"',
    "card.plan.2.when": "2027-12-24",
    "card.plan.2.next": "Stop",
    "card.plan.3.done": "x",
    "card.zones.1.signs": "Flere smil\tpå gangen",
}


def control(root, key):
    return root.xpath(f'//w:sdt[w:sdtPr/w:tag/@w:val="{key}"]', namespaces=NAMES)[0]


def paragraph_of(root, key):
    return next(control(root, key).iterancestors(f"{W}p"))


def row_of(root, key):
    return next(control(root, key).iterancestors(f"{W}tr"))


def run(words):
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = words
    made[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def either(choice, fallback):
    return (
        f"<w:r><mc:AlternateContent><mc:Choice>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def say(sdt, words):
    """Write *words* in a control, its prompt gone."""
    properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
    for flag in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(flag)
    for each in list(content):
        content.remove(each)
    content.append(run(words))


def answer(worksheet, key):
    return next(each for each in worksheet.read().answers if each.field.key == key)


def unplaced(worksheet):
    return [each.text for each in worksheet.read().unplaced]


def test_an_empty_sheet_is_blank_but_for_what_was_filled_in_beforehand(card):
    sheet = card.read()
    assert card.values() == {"card.plan.a3.what": "Ny vagtplan"}
    assert all(each.understood and each.found is FoundBy.TAG for each in sheet.answers)
    assert sheet.unplaced == ()
    assert [each.field for each in sheet.answers] == list(card.form.fields)


@pytest.mark.parametrize(
    ("lost", "found"),
    [
        ((), FoundBy.TAG),
        (("tag",), FoundBy.BOOKMARK),
        (("tag", "alias"), FoundBy.BOOKMARK),
        (("tag", "bookmark"), FoundBy.TITLE),
        (("tag", "alias", "bookmark"), FoundBy.LABEL),
    ],
)
def test_every_kind_of_answer_comes_back_whatever_names_the_file_has_lost(card, lost, found):
    worksheet = card.filled(ANSWERS).without(*lost)
    sheet = worksheet.read()
    assert worksheet.values() == ANSWERS
    assert {each.found for each in sheet.answers} == {found}
    assert sheet.unplaced == ()


def test_a_control_that_was_taken_away_leaves_its_answer_in_the_bookmark(card):
    def unwrap(root):
        for sdt in list(root.iter(f"{W}sdt")):
            parent, place = sdt.getparent(), sdt.getparent().index(sdt)
            parent[place : place + 1] = list(sdt.find(f"{W}sdtContent"))

    worksheet = card.filled(ANSWERS).changed(unwrap)
    assert worksheet.values() == ANSWERS
    assert answer(worksheet, "card.what").found is FoundBy.BOOKMARK
    assert worksheet.without("bookmark").values() == ANSWERS


def test_what_is_typed_beside_a_control_is_part_of_its_answer(card):
    def type_beside(root):
        control(root, "card.name").addnext(run(" og kaffe"))
        control(root, "card.plan.2.who").addprevious(run("Mona "))

    worksheet = card.filled(ANSWERS | {"card.plan.2.who": "og Per"}).changed(type_beside)
    assert answer(worksheet, "card.name").value == ANSWERS["card.name"] + " og kaffe"
    assert answer(worksheet, "card.plan.2.who").value == "Mona og Per"
    assert unplaced(worksheet) == []


def test_what_is_typed_instead_of_a_control_is_the_answer(card):
    def type_beside(root):
        control(root, "card.name").addnext(run("Tavlen"))
        control(root, "card.plan.3.what").addnext(run("Kaffe"))

    worksheet = card.changed(type_beside)
    assert answer(worksheet, "card.name").value == "Tavlen"
    assert answer(worksheet, "card.plan.3.what").value == "Kaffe"


def test_a_changed_label_is_told_and_is_no_part_of_the_answer(card):
    def change(root):
        for key in ("card.name", "card.told"):
            label = next(
                each for each in paragraph_of(root, key).findall(f"{W}r/{W}t") if each.text.strip()
            )
            label.text = "Noget andet"

    for answers in ({"card.name": "Tavlen", "card.told": "x"}, {}):
        worksheet = card.filled(answers).changed(change)
        assert answer(worksheet, "card.name").value == answers.get("card.name", "")
        assert answer(worksheet, "card.told").value == answers.get("card.told", "")
        assert unplaced(worksheet) == ["Noget andet", "Noget andet"]


def test_new_paragraphs_in_a_box_or_a_cell_are_lines_of_the_answer(card):
    def split(root):
        for key in ("card.what", "card.plan.2.what"):
            paragraph = paragraph_of(root, key)
            further = etree.Element(f"{W}p")
            properties = paragraph.find(f"{W}pPr")
            if properties is not None:
                further.append(copy.deepcopy(properties))
            further.append(run("linje to"))
            paragraph.addnext(further)

    worksheet = card.filled({"card.what": "linje et", "card.plan.2.what": "linje et"}).changed(
        split
    )
    assert answer(worksheet, "card.what").value == "linje et\nlinje to"
    assert answer(worksheet, "card.plan.2.what").value == "linje et\nlinje to"
    assert unplaced(worksheet) == []


def test_words_beside_a_choice_a_date_or_a_tick_are_told_but_not_mixed_in(card):
    def type_beside(root):
        control(root, "card.decision").addnext(run(" men kun om aftenen"))
        control(root, "card.review").addnext(run(" efter frokost"))
        control(root, "card.plan.3.done").addnext(run(" delvist"))

    worksheet = card.filled(ANSWERS).changed(type_beside)
    assert worksheet.values() == ANSWERS
    assert unplaced(worksheet) == ["efter frokost", "men kun om aftenen", "delvist"]


def test_what_steers_a_terminal_or_turns_text_round_is_no_part_of_an_answer(card):
    sheet = card.filled({"card.name": "r\x9b31mødt, \u202edævgab"})

    assert sheet.values()["card.name"] == "r31mødt, dævgab"


def test_a_row_put_below_a_grid_is_told_and_not_lost(card):
    def add_row(root):
        row = row_of(root, "card.plan.3.what")
        extra = copy.deepcopy(row)
        row.addnext(extra)
        cells = extra.findall(f"{W}tc")
        say(cells[0].find(f".//{W}sdt"), "En fjerde ting")
        say(cells[1].find(f".//{W}sdt"), "Ida")

    worksheet = card.filled(ANSWERS | {"card.plan.3.what": "Den tredje"}).changed(add_row)
    sheet = worksheet.read()
    assert worksheet.values() == ANSWERS | {"card.plan.3.what": "Den tredje"}
    assert [(each.text) for each in sheet.unplaced] == ["En fjerde ting | Ida | x"]
    assert "Hvad | Hvem" in sheet.unplaced[0].where


def test_a_plain_row_in_the_middle_of_a_grid_moves_no_answer(card):
    def add_row(root):
        row = row_of(root, "card.plan.2.what")
        extra = copy.deepcopy(row)
        for cell in extra.findall(f"{W}tc"):
            for paragraph in cell.findall(f"{W}p"):
                cell.remove(paragraph)
            etree.SubElement(cell, f"{W}p").append(run("ekstra"))
        row.addprevious(extra)

    for lost in ((), ("tag",), ("tag", "bookmark")):
        worksheet = card.filled(ANSWERS).changed(add_row).without(*lost)
        assert worksheet.values() == ANSWERS
        assert unplaced(worksheet) == [" | ".join(["ekstra"] * 5)]


def test_a_note_in_the_column_of_labels_is_told(card):
    def note(root):
        label = row_of(root, "card.zones.2.signs").find(f"{W}tc/{W}p")
        label.append(run(" (se bagsiden)"))

    assert unplaced(card.filled(ANSWERS).changed(note)) == ["Under standarden (se bagsiden)"]


def test_of_two_controls_with_one_tag_the_one_in_its_bookmark_counts_and_the_other_is_told(card):
    def copy_paragraph(root):
        paragraph = paragraph_of(root, "card.name")
        twin = copy.deepcopy(paragraph)
        for each in [*twin.iter(f"{W}bookmarkStart"), *twin.iter(f"{W}bookmarkEnd")]:
            each.getparent().remove(each)
        say(twin.find(f".//{W}sdt"), "Kaffemøde")
        paragraph.addprevious(twin)

    worksheet = card.filled(ANSWERS).changed(copy_paragraph)
    assert worksheet.values() == ANSWERS
    assert unplaced(worksheet) == ["Kaffemøde"]


def test_a_field_that_the_form_does_not_know_is_told(card):
    def rename(root):
        control(root, "card.name").find(f"{W}sdtPr/{W}tag").set(f"{W}val", "card.gone")
        start = next(
            each
            for each in root.iter(f"{W}bookmarkStart")
            if each.get(f"{W}name") == bookmark("card.name")
        )
        start.set(f"{W}name", bookmark("card.gone"))
        control(root, "card.gone").find(f"{W}sdtPr/{W}alias").set(f"{W}val", "Gammelt felt")
        paragraph = paragraph_of(root, "card.gone")
        paragraph.remove(paragraph.find(f"{W}r"))

    sheet = card.filled(ANSWERS).changed(rename).read()
    assert sheet.answers[0].found is None
    assert [each.text for each in sheet.unplaced] == [ANSWERS["card.name"]]
    assert "Gammelt felt" in sheet.unplaced[0].where


def test_a_field_whose_place_is_gone_is_told_from_one_left_blank(card):
    def remove(root):
        paragraph = paragraph_of(root, "card.name")
        paragraph.getparent().remove(paragraph)

    gone, blank, *_ = card.changed(remove).read().answers
    assert (gone.value, gone.found) == ("", None)
    assert (blank.value, blank.found) == ("", FoundBy.TAG)


def test_tracked_changes_are_read_as_if_accepted(card):
    def track(root):
        content = control(root, "card.name").find(f"{W}sdtContent")
        deleted = etree.Element(f"{W}del")
        gone = etree.SubElement(deleted, f"{W}r")
        etree.SubElement(gone, f"{W}delText").text = "Kaffe"
        inserted = etree.Element(f"{W}ins")
        inserted.append(run("Tavle"))
        for each in list(content):
            content.remove(each)
        content.extend([deleted, inserted, run("møde")])

    worksheet = card.filled({"card.name": "?"}).changed(track)
    assert answer(worksheet, "card.name").value == "Tavlemøde"


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\u2011b"),
        ("<w:r><w:t>a</w:t><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>", "a"),
        ("<w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag>", "a"),
        ("<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:r><w:t>b</w:t></w:r>", "b"),
        ("<w:moveTo><w:r><w:t>a</w:t></w:r></w:moveTo>", "a"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "b"),
        (
            field("begin")
            + "<w:r><w:instrText>FILLIN</w:instrText><w:t>code</w:t></w:r>"
            + field("separate")
            + "<w:r><w:t>a</w:t></w:r>"
            + field("end"),
            "a",
        ),
        (
            either("<w:t>a</w:t>", "<w:t>b</w:t>"),
            "a",
        ),
        (
            either(f'<n:symEx xmlns:n="{SYMBOLS}" n:font="Segoe" n:char="1F60A"/>', "?"),
            "😊",
        ),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>",
            "a",
        ),
        ("<w:r><w:t>A\u030a og e\u0301</w:t></w:r>", "Å og é"),
    ],
)
def test_what_word_writes_is_read_as_it_looks(card, markup, said):
    start = card.filled({"card.name": "HER"}).xml
    begin = start.rindex("<w:r", 0, start.index("HER"))
    end = start.index("</w:sdtContent>", begin)
    assert answer(card.with_xml(start[:begin] + markup + start[end:]), "card.name").value == said


def test_the_text_of_a_text_box_is_read_where_it_is_anchored(card):
    box = (
        "<w:r><w:drawing><x><w:txbxContent><w:p><w:r><w:t>Skrevet i en boks</w:t></w:r></w:p>"
        "</w:txbxContent></x></w:drawing></w:r>"
    )
    xml = card.xml
    place = xml.index("</w:sdt>", xml.index('w:val="card.plan.2.what"')) + len("</w:sdt>")
    worksheet = card.with_xml(xml[:place] + box + xml[place:])
    assert answer(worksheet, "card.plan.2.what").value == "Skrevet i en boks"


def test_controls_round_whole_cells_rows_and_paragraphs_are_read_too(card):
    def around(element):
        sdt = etree.Element(f"{W}sdt")
        etree.SubElement(sdt, f"{W}sdtPr")
        content = etree.SubElement(sdt, f"{W}sdtContent")
        element.addprevious(sdt)
        content.append(element)

    def wrap(root):
        around(row_of(root, "card.plan.2.what"))
        around(next(control(root, "card.plan.3.done").iterancestors(f"{W}tc")))
        around(paragraph_of(root, "card.name"))

    for lost in ((), ("tag", "alias"), ("tag", "bookmark"), ("tag", "bookmark", "alias")):
        assert card.filled(ANSWERS).changed(wrap).without(*lost).values() == ANSWERS


def test_a_title_that_libreoffice_moved_to_the_paragraph_finds_the_box_alone(card):
    def move(root):
        inner = control(root, "card.told")
        paragraph = next(inner.iterancestors(f"{W}p"))
        phantom = etree.Element(f"{W}sdt")
        properties = etree.SubElement(phantom, f"{W}sdtPr")
        properties.append(inner.find(f"{W}sdtPr/{W}alias"))
        content = etree.SubElement(phantom, f"{W}sdtContent")
        paragraph.addprevious(phantom)
        content.append(paragraph)

    worksheet = card.filled(ANSWERS).changed(move).without("tag", "bookmark")
    assert worksheet.values() == ANSWERS
    assert answer(worksheet, "card.told").found is FoundBy.TITLE


@pytest.mark.parametrize(
    "prompt", ["Skriv her", "Write here", "Klik eller tryk her for at skrive tekst."]
)
def test_a_prompt_that_has_become_plain_text_is_blank(card, prompt):
    worksheet = card.changed(lambda root: say(control(root, "card.name"), prompt))
    assert answer(worksheet, "card.name").value == ""


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ("Tavlemøde", "Tavlemøde"),
        ("TavlemødeSkriv her", "Tavlemøde"),
        ("Skriv her Tavlemøde", "Tavlemøde"),
        ("Skriv her", ""),
        ("Click or tap here to enter text.", ""),
    ],
)
def test_what_is_typed_in_libreoffice_counts_though_the_control_is_flagged_as_empty(
    card, held, value
):
    def type_over(root):
        content = control(root, "card.name").find(f"{W}sdtContent")
        for each in list(content):
            content.remove(each)
        content.append(run(held))

    for lost in ((), ("tag", "bookmark", "alias")):
        assert answer(card.changed(type_over).without(*lost), "card.name").value == value


def test_a_control_that_a_new_paragraph_cuts_in_two_is_one_answer(card):
    def cut(root):
        paragraph = paragraph_of(root, "card.what")
        further = etree.Element(f"{W}p")
        further.append(copy.deepcopy(paragraph.find(f"{W}pPr")))
        further.append(copy.deepcopy(control(root, "card.what")))
        say(further.find(f"{W}sdt"), "linje to")
        paragraph.addnext(further)

    worksheet = card.filled({"card.what": "linje et"}).changed(cut)
    assert answer(worksheet, "card.what").value == "linje et\nlinje to"
    assert unplaced(worksheet) == []


def test_a_control_cut_in_two_and_emptied_is_blank(card):
    def cut(root):
        paragraph = paragraph_of(root, "card.what")
        further = etree.Element(f"{W}p")
        further.append(copy.deepcopy(control(root, "card.what")))
        for sdt in (control(root, "card.what"), further[0]):
            say(sdt, "")
        paragraph.addnext(further)

    assert answer(card.changed(cut), "card.what").value == ""


def test_a_control_that_takes_in_its_label_is_read_without_it(card):
    def widen(root):
        sdt = control(root, "card.what")
        paragraph = next(sdt.iterancestors(f"{W}p"))
        content = sdt.find(f"{W}sdtContent")
        for each in list(content):
            sdt.addprevious(each)
        paragraph.addprevious(sdt)
        further = copy.deepcopy(paragraph)
        for each in further.findall(f"{W}r"):
            further.remove(each)
        further.append(run("linje to"))
        content.extend([paragraph, further])

    worksheet = card.filled({"card.what": "linje et"}).changed(widen)
    assert answer(worksheet, "card.what").value == "linje et\nlinje to"


def test_a_columns_own_prompt_is_blank_and_an_answer_like_another_fields_is_not(card):
    worksheet = card.changed(
        lambda root: [
            say(control(root, "card.plan.2.what"), "Én ting"),
            say(control(root, "card.name"), "Én ting"),
        ]
    )
    assert answer(worksheet, "card.plan.2.what").value == ""
    assert answer(worksheet, "card.name").value == "Én ting"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("☐ Fortsæt ☒ Justér ☐ Stop", "Justér"),
        ("☐ Fortsæt x Justér ☐ Stop", "Justér"),
        ("☐ Fortsæt [x] Justér ☐ Stop", "Justér"),
        ("☐ Fortsæt ☐ Justér ☐ Stop", ""),
    ],
)
def test_a_box_ticked_in_the_drawn_list_is_a_choice_even_where_the_prompt_is_still_flagged(
    card, said, value
):
    def tick(root):
        content = control(root, "card.decision").find(f"{W}sdtContent")
        for each in list(content):
            content.remove(each)
        content.append(run(said))

    found = answer(card.changed(tick), "card.decision")
    assert (found.value, found.understood) == (value, True)


def test_where_box_and_control_disagree_the_box_counts(card):
    def disagree(root):
        for key, state in (("card.told", "0"), ("card.plan.2.done", "1")):
            control(root, key).find(f".//{W14}checked").set(f"{W14}val", state)

    worksheet = card.filled({"card.told": "x"}).changed(disagree)
    assert answer(worksheet, "card.told").value == "x"
    assert answer(worksheet, "card.plan.2.done").value == ""


@pytest.mark.parametrize("key", ["card.review", "card.decision", "card.told"])
def test_what_is_not_understood_is_said_and_kept_as_written(card, key):
    found = answer(card.changed(lambda root: say(control(root, key), "det ved vi ikke")), key)
    assert (found.value, found.understood) == ("det ved vi ikke", False)


def test_two_grids_with_the_same_columns_are_told_apart_by_their_order(drawn):
    columns = (GridColumn("what", "Hvad", 1), GridColumn("who", "Hvem", 1))
    worksheet = drawn(
        FieldGrid("card.a", columns, 2),
        Heading(2, text("Og")),
        FieldGrid("card.b", columns, 2),
    )
    answers = {"card.a.1.what": "a", "card.b.2.who": "b"}
    spoiled = worksheet.filled(answers).without("tag", "alias", "bookmark")
    assert spoiled.values() == answers

    def copy_table(root):
        table = root.find(f".//{W}tbl")
        table.addnext(copy.deepcopy(table))

    torn = spoiled.changed(copy_table).read()
    assert {each.found for each in torn.answers} == {None}
    assert [each.text for each in torn.unplaced] == ["a", "a", "b"]


def test_what_stands_beside_a_label_that_is_there_twice_is_told(card):
    def copy_box(root):
        box = paragraph_of(root, "card.name")
        box.addnext(copy.deepcopy(box))

    sheet = (
        card.filled({"card.name": "Tavlen"}).changed(copy_box).without("tag", "alias", "bookmark")
    ).read()
    assert sheet.answers[0].found is None
    assert [each.text for each in sheet.unplaced] == ["Tavlen", "Tavlen"]


def test_what_is_written_between_the_fields_is_told_with_what_stands_above_it(drawn):
    worksheet = drawn(
        Paragraph(text("Skriv »kort« og klart."), Role.LEAD),
        Field("card.what", "Hvad prøver vi?"),
        ListBlock((text("Én ting"), text("På mandag"))),
    )
    assert worksheet.read().unplaced == ()

    def write_between(root):
        body = root.find(f"{W}body")
        for place, words in ((len(body) - 1, "Spørg Mona først"), (1, "Kun på hverdage")):
            made = etree.Element(f"{W}p")
            made.append(run(words))
            body.insert(place, made)

    sheet = worksheet.changed(write_between).read()
    assert [(each.where, each.text) for each in sheet.unplaced] == [
        ("below “Prøvehandlingskort”", "Kun på hverdage"),
        ("below “På mandag”", "Spørg Mona først"),
    ]


def test_whose_sheet_it_is_stands_beside_its_label(drawn):
    worksheet = drawn(Field("card.committee", "Udvalg", FieldKind.TEXT, means=Meaning.COMMITTEE))
    for lost in ((), ("tag", "alias", "bookmark")):
        filled = worksheet.filled({"card.committee": "Skovbo og Åbrink"}).without(*lost)
        assert filled.values() == {"card.committee": "Skovbo og Åbrink"}
        assert worksheet.without(*lost).values() == {}


def test_when_a_sheet_was_saved_comes_with_it(card):
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:identifier>5f0c/x</dc:identifier>'
        "<dcterms:modified>2027-02-04T11:12:00+01:00</dcterms:modified></cp:coreProperties>"
    )
    sheet = card.with_parts({"docProps/core.xml": core.encode()}).read("kort-1.docx")
    assert sheet.saved == datetime.datetime(2027, 2, 4, 10, 12)
    assert sheet.name == "kort-1.docx"
