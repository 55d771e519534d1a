"""A content folder becomes exercises, themes and course types, and their translations."""

import pytest

from spark_tools.content.check import check_path
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.content.prose import inline
from spark_tools.content.reader import read_folder, read_one
from spark_tools.model import (
    Copies,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Meaning,
    Minutes,
    PageBreak,
    Paragraph,
    Per,
    Role,
    Table,
)
from spark_tools.plugin.loading import load_plugins

EXERCISE = """\
format = 1
revision = 3
id = "cards"
title = "Kort"
purpose = "At få alle med"
functions = ["explore"]
participants = { min = 3, max = 20 }
themes = ["noise"]
materials = [{ what = "Sedler", per = "person", count = 3 }, { what = "Tavle", per = "meeting" }]
pitfalls = [{ trap = "Én taler", remedy = "Tag en runde" }]
questions = ["Hvad ser du?", "Hvad hører du?"]
cautions = [{ text = "Ingen navne", themes = ["noise"] }]
source = { status = "own", text = "Egen" }

[[steps]]
id = "write"
title = "Skriv"
form = "groups"
minutes = { min = 5, typical = 5, max = 10, per_person = 2 }
text = "Skriv."

[[handouts]]
id = "sheet"
title = "Ark"
orientation = "landscape"
copies = { per = "group" }
foot = "Gem arket"
poster = true
blocks = [
  { kind = "heading", text = "Over", level = 2 },
  { kind = "paragraph", text = "Til *jer*", role = "lead", id = "hello" },
  { kind = "list", items = ["en", "to"], ordered = true },
  { kind = "table", columns = [{ title = "A" }], rows = [["**x**"]] },
  { kind = "field", id = "mood", label = "Humør", field = "choice", choices = ["god", "træt"] },
  { kind = "grid", id = "g", columns = [{ id = "what", title = "Hvad" }], labels = ["I dag"] },
  { kind = "grid", id = "h", columns = [{ id = "a", title = "A", means = "what" }],
    rows = 2, rows_from = "actions" },
  { kind = "page-break" },
]
"""

TRANSLATION = """\
format = 1
translates = 3
title = "Cards"
purpose = "To hear everybody"
materials = [{ what = "Notes" }, { what = "Board" }]
questions = ["What do you see?", "What do you hear?"]
aliases = ["Notes", "Slips"]

[source]
text = "Our own"

[pitfalls.1]
trap = "One talks"
remedy = "Take a round"

[cautions.1]
text = "No names"

[steps.write]
title = "Write"
text = "Write."

[handouts.sheet]
title = "Sheet"
foot = "Keep it"

[handouts.sheet.blocks.1]
text = "Above"
[handouts.sheet.blocks.hello]
text = "To *you*"
[handouts.sheet.blocks.3]
items = ["one", "two"]
[handouts.sheet.blocks.4]
rows = [["**y**"]]
columns = [{ title = "B" }]
[handouts.sheet.blocks.mood]
label = "Mood"
choices = ["good", "tired"]
[handouts.sheet.blocks.g]
labels = ["Today"]
columns = [{ title = "What" }]
[handouts.sheet.blocks.h.columns.a]
title = "A"
"""


@pytest.fixture
def content(tmp_path):
    def write(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def messages(contents):
    return [fault.message for fault in contents.faults]


def test_an_exercise_is_read_whole(content):
    (exercise,) = read_folder(content({"exercises/cards.toml": EXERCISE}), "mine").exercises
    assert (exercise.origin, exercise.language, exercise.revision) == ("mine", "da", 3)
    assert exercise.responsible == "Konsulent"
    assert (exercise.themes, exercise.course_types) == (("noise",), ("*",))
    assert exercise.steps[0].minutes == Minutes(5, 5, 10, per_person=2)
    assert [material.copies for material in exercise.materials] == [
        Copies(Per.PERSON, 3),
        Copies(Per.MEETING),
    ]
    (sheet,) = exercise.handouts
    assert sheet.poster
    heading, lead, items, table, field, labelled, waiting, page = sheet.blocks
    assert heading == Heading(2, inline("Over"))
    assert lead == Paragraph(inline("Til *jer*"), Role.LEAD)
    assert items == ListBlock((inline("en"), inline("to")), ordered=True)
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].blocks == (Paragraph(inline("**x**")),)
    assert field == Field("mood", "Humør", FieldKind.CHOICE, choices=("god", "træt"))
    assert labelled == FieldGrid(
        "g", (GridColumn("what", "Hvad", 1.0),), 1, labels=("I dag",), label_width=1.0
    )
    assert (waiting.rows, waiting.rows_from) == (2, "actions")
    assert waiting.columns[0].means is Meaning.WHAT
    assert page == PageBreak()


def test_a_translation_changes_texts_and_nothing_else(content):
    files = {"exercises/cards.toml": EXERCISE, "exercises/cards.en.toml": TRANSLATION}
    contents = read_folder(content(files))
    assert contents.faults == ()
    (danish,), (english,) = contents.exercises, contents.translations
    assert (english.id, english.language, english.title) == ("cards", "en", "Cards")
    assert english.responsible == "Consultant"
    assert english.aliases == ("Notes", "Slips")
    assert [step.minutes for step in english.steps] == [step.minutes for step in danish.steps]
    assert [material.what for material in english.materials] == ["Notes", "Board"]
    assert english.pitfalls[0].remedy == "Take a round"
    assert english.cautions[0].themes == ("noise",)
    sheet = english.handouts[0]
    assert sheet.poster
    assert sheet.blocks[3].rows[0].cells[0].blocks == (Paragraph(inline("**y**")),)
    assert sheet.blocks[4].choices == ("good", "tired")
    assert sheet.blocks[5].labels == ("Today",)
    assert [type(block) for block in sheet.blocks] == [
        type(block) for block in danish.handouts[0].blocks
    ]


def test_a_stale_translation_is_reported_and_still_used(content):
    stale = TRANSLATION.replace("translates = 3", "translates = 2")
    contents = read_folder(
        content({"exercises/cards.toml": EXERCISE, "exercises/cards.en.toml": stale})
    )
    assert [twin.title for twin in contents.translations] == ["Cards"]
    assert messages(contents) == [
        "the translation is stale: it translates revision 2, and the original is revision 3"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ('title = "Cards"\n', "", '"title" is not translated'),
        ('text = "Write."\n', "", '"text" is not translated'),
        ('[pitfalls.1]\ntrap = "One talks"\nremedy = "Take a round"', "", "pitfalls.1 is not"),
        ('foot = "Keep it"', "foot = 3", "must be text"),
        ('[handouts.sheet.blocks.3]\nitems = ["one"', '[handouts.sheet.blocks.3]\nitems = [""', ""),
        ('rows = [["**y**"]]', 'rows = [["**y**"], ["z"]]', "1 in the original and 2 here"),
        ('[{ what = "Notes" }, ', "[", '"materials" has 2 in the original and 1 here'),
        ('[steps.write]\ntitle = "Write"', "[steps.write]\nminutes = 4\ntitle = 'W'", "changed"),
        ('title = "Sheet"', 'title = "Sheet"\nprompt = "x"', 'no "prompt"'),
        ("[cautions.1]", "[cautions.2]", 'no "cautions.2"'),
        ('text = "To *you*"', 'text = "To `you`"', "code"),
    ],
)
def test_a_faulty_translation_is_left_out_and_the_original_stays(right, wrong, words, content):
    assert right in TRANSLATION
    overlay = TRANSLATION.replace(right, wrong, 1)
    contents = read_folder(
        content({"exercises/cards.toml": EXERCISE, "exercises/cards.en.toml": overlay})
    )
    assert words in " ".join(messages(contents))
    assert {fault.file.rsplit("/", 1)[-1] for fault in contents.faults} == {"cards.en.toml"}
    assert contents.translations == ()
    assert [exercise.id for exercise in contents.exercises] == ["cards"]


def test_a_translated_list_that_the_original_lacks_is_a_fault(content):
    original = EXERCISE.replace('pitfalls = [{ trap = "Én taler", remedy = "Tag en runde" }]\n', "")
    overlay = TRANSLATION.replace(
        '[pitfalls.1]\ntrap = "One talks"\nremedy = "Take a round"\n', ""
    ).replace("\n[source]", '\npitfalls = [{ trap = "One talks" }]\n\n[source]', 1)
    assert "pitfalls" not in original
    contents = read_folder(
        content({"exercises/cards.toml": original, "exercises/cards.en.toml": overlay})
    )
    assert messages(contents)[0] == '"pitfalls" has 0 in the original and 1 here'


def test_files_that_lie_where_nobody_looks_are_reported(content):
    folder = content(
        {
            "cards.toml": EXERCISE,
            "exercise/cards.toml": EXERCISE,
            "exercises/dice.en.toml": TRANSLATION,
            "exercises/dice.fr.toml": TRANSLATION,
        }
    )
    assert sorted(messages(read_folder(folder))) == [
        '"fr" is not a language that is known here',
        "the file belongs in exercises/, themes/ or course_types/",
        'the folder is none of exercises/, themes/ and course_types/. Did you mean "exercises"?',
        "there is no dice.toml to translate",
    ]


def test_one_exercise_is_read_with_its_translation_in_whatever_folder_it_lies(content):
    files = {"cards.toml": EXERCISE, "cards.en.toml": TRANSLATION, "dice.toml": "format = 0"}
    contents = read_one(content(files) / "cards.toml")

    assert [each.id for each in contents.exercises] == ["cards"]
    assert [each.title for each in contents.translations] == ["Cards"]
    assert [each.id for each in contents.references] == ["noise", "noise"]
    assert messages(contents) == []


def test_only_the_kinds_that_are_asked_for_are_read(content):
    contents = read_folder(content({"exercises/cards.toml": "format = 0"}), kinds=("themes",))

    assert messages(contents) == []


def test_a_folder_that_is_not_there_is_a_fault(tmp_path):
    assert messages(read_folder(tmp_path / "no")) == ["there is no such folder"]


def test_a_file_in_another_encoding_names_the_line(content):
    folder = content({"exercises/cards.toml": EXERCISE})
    (folder / "exercises/cards.toml").write_bytes(EXERCISE.encode("latin-1"))
    (fault,) = read_folder(folder).faults
    assert (fault.message, fault.line) == (
        "the file is not saved as UTF-8; save it again with the encoding UTF-8",
        5,
    )


def test_two_faults_in_one_file_are_told_in_the_order_of_the_lines(content):
    planted = EXERCISE.replace("= 20 }", '= "20" }').replace("Skriv.", "# Skriv")
    faults = read_folder(content({"exercises/cards.toml": planted.replace("\n", "\r\n")})).faults
    assert [fault.line for fault in faults] == [7, 20]


def test_checking_a_folder_looks_for_what_it_refers_to(content, library):
    folder = content({"exercises/cards.toml": EXERCISE.replace('["noise"]\nmat', '["nosie"]\nmat')})
    (fault,) = check_path(folder, library)
    assert fault.message == 'there is no theme with the id "nosie". Did you mean "noise"?'
    assert fault.line == 8
    assert check_path(folder / "exercises/cards.toml", library) == (fault,)
    assert len(check_path(folder, Library())) == 2


def test_checking_takes_a_course_file_too(tmp_path, library):
    course = tmp_path / "course.toml"
    course.write_text("workplace = 1\n")
    words = " ".join(fault.message for fault in check_path(course, library))
    assert '"workplace" must be text' in words
    assert '"participants" is missing' in words
    assert [fault.message for fault in check_path(tmp_path, library)] != []


def test_the_bundled_content_is_sound_in_full():
    plugins = load_plugins()
    library = load_library(plugins)
    folders = [folder for _, folder in plugins.gather("spark_content_dirs")]
    assert [fault for folder in folders for fault in check_path(folder, library)] == []
    assert plugins.failures == ()


def test_a_picture_is_the_same_whatever_its_line_ends(content):
    picture = """
[[handouts]]
id = "drawn"
title = "Tegning"
copies = { per = "group" }
blocks = [{ kind = "picture", svg = "a.svg", alt = "Et billede", width = 50 }]
"""
    folder = content({"exercises/cards.toml": EXERCISE + picture})
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">\n<g/>\n</svg>\n'
    read = []
    for source in (svg, svg.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + svg):
        (folder / "exercises" / "a.svg").write_bytes(source)
        (exercise,) = read_folder(folder).exercises
        read.append(exercise.handouts[-1].blocks[0].svg)
    assert read == [svg.decode()] * 3
