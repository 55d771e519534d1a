"""One planted fault gives one message, with its line and what would be right.

Each case replaces one piece of a sound file by another, and gives a piece of the
line that must be named and of the message that must be given.
"""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest

from spark_tools.content.reader import read_folder
from spark_tools.content.schema import schema_files
from spark_tools.content.schema.json_schema import plain
from spark_tools.content.toml_file import parse_toml

EXERCISE = '''\
format = 1
revision = 2
id = "cards"
title = "Kort"
aliases = ["Sedler"]
purpose = "At få alle med"
functions = ["explore", "align"]
participants = { min = 3, max = 20, group = { min = 3, max = 6 } }
themes = ["*"]
repeatable = true
needs = ["wish"]
materials = [
  { what = "A3-ark", per = "group", count = 1 },
  { what = "Tuscher", per = "person", count = 1 },
]
pitfalls = [{ trap = "Én taler", remedy = "Tag en runde" }]
when = """
Når I vil høre alle hos {{ workplace.name }}.

- den **ene** del
- den [anden](https://example.org) del
"""

[source]
status = "own"
text = "Egen udformning"

[[steps]]
id = "write"
title = "Skriv"
form = "alone"
minutes = { min = 4, typical = 5, max = 6 }
text = "Skriv tre sedler."
say = "I har fem minutter"

[[steps]]
id = "share"
title = "Del"
form = "groups"
minutes = { min = 5, typical = 10, max = 15 }
text = "Læs op, én ad gangen."

[[handouts]]
id = "sheet"
title = "Ark"
copies = { per = "group" }

[[handouts.blocks]]
kind = "paragraph"
role = "lead"
text = "Til *jer*"

[[handouts.blocks]]
kind = "field"
id = "topic"
label = "Emne"
field = "text"
means = "learnt"

[[handouts.blocks]]
kind = "field"
id = "next"
label = "Vi ses"
field = "date"

[[handouts.blocks]]
kind = "grid"
id = "actions"
rows_from = "course"
columns = [
  { id = "agreed", title = "Hvad aftalte vi?", means = "what" },
  { id = "now", title = "Nu", field = "choice", means = "decision", choices = ["stop", "JUSTER"] },
  { id = "day", title = "Dag", field = "date", means = "review" },
  { id = "on", title = "I gang", field = "check" },
]
rows = 3

[[handouts.blocks]]
kind = "grid"
id = "rows"
columns = [{ id = "what", title = "Hvad" }, { id = "who", title = "Hvem" }]
rows = 4
height = 14
example = ["ringe", "Bo"]

[[handouts.blocks]]
kind = "picture"
svg = "seats.svg"
alt = "Stole i en rundkreds"
width = 120

[[handouts.blocks]]
kind = "table"
columns = [{ title = "A", width = 2 }, { title = "B" }]
rows = [["1", "2"], ["3", "4"]]
'''

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
  {% for n in range(participants.count) %}<circle r="{{ n + 1 }}"/>{% endfor %}
  <text>{{ workplace.name }}</text>
</svg>
"""

COURSE_TYPE = """\
format = 1
revision = 1
id = "short"
title = "Kort forløb"
summary = "To møder"
participants = { min = 3, max = 12 }
source = { status = "own", text = "Egen udformning" }

[[meetings]]
id = "work"
title = "Arbejde"
purpose = "At arbejde"
minutes = 180
repeat = { min = 1, typical = 1, max = 2 }

[[meetings.slots]]
id = "explore"
title = "Se på det"
functions = ["explore"]

[[meetings.before]]
id = "homework"
title = "Hjemme"
functions = ["prepare"]

[[meetings]]
id = "last"
title = "Slut"
purpose = "At slutte"
minutes = 120

[[meetings.slots]]
id = "evaluate"
title = "Hvad lærte vi"
functions = ["evaluate"]
"""

THEME = """\
format = 1
revision = 1
id = "noise"
title = "Støj"
summary = "Når lyden er for høj"
source = { status = "own", text = "Egen udformning" }
subtopics = [
  { id = "open-office", title = "Storrum" },
  { id = "machines", title = "Maskiner" },
]
cautions = ["Mål først"]
"""

TRANSLATION = """\
format = 1
translates = 1
title = "Noise"
summary = "When it is too loud"
cautions = ["Measure first"]

[source]
text = "Our own"

[subtopics.open-office]
title = "Open office"

[subtopics.machines]
title = "Machines"
"""

FILES = {
    "exercises/cards.toml": EXERCISE,
    "exercises/seats.svg": PICTURE,
    "course_types/short.toml": COURSE_TYPE,
    "themes/noise.toml": THEME,
    "themes/noise.en.toml": TRANSLATION,
}

E, P = "exercises/cards.toml", "exercises/seats.svg"
C, T, N = "course_types/short.toml", "themes/noise.toml", "themes/noise.en.toml"

CONTENT_FAULTS = [
    # What TOML itself does not allow
    (E, 'title = "Kort"', 'title "Kort"', 'title "Kort"', "equals sign is missing"),
    (E, 'title = "Kort"', 'title = "Kort', 'title = "Kort', "not closed"),
    (E, 'title = "Kort"', "title = Kort", "title = Kort", "quotation marks"),
    (E, 'title = "Kort"', 'title = "Kort" !', "!", "left over"),
    (E, "revision = 2", 'revision = 2\ntitle = "A"', 'title = "Kort"', "there twice"),
    (E, 'status = "own"\n', 'status = "own"\nstatus = "own"\n', 'status = "own"\ntext', "twice"),
    (E, '  { what = "Tuscher"', '  { what "Tuscher"', '"Tuscher"', "equals sign"),
    (E, '{ title = "B" }', '[ title = "B" }', '"B"', "this is not a value"),
    (E, "[[steps]]", "[[steps]", "[[steps]", "closing bracket"),
    (T, 'cautions = ["Mål først"]', 'cautions = ["Mål først"', "cautions", "closing ]"),
    (T, "revision = 1", "revision = true1", "true1", "left over"),
    # Keys
    (E, 'purpose = "At få alle med"\n', "", "format = 1", '"purpose" is missing'),
    (E, "purpose =", "purpos =", "purpos =", 'Did you mean "purpose"?'),
    (E, "repeatable = true", "repeatable = true\ncolour = 1", "colour", 'no key "colour"'),
    (E, 'form = "groups"\n', "", '[[steps]]\nid = "share"', '"form" is missing'),
    (E, 'text = "Læs op', 'txt = "Læs op', "txt", 'Did you mean "text"?'),
    (E, 'remedy = "', 'remdy = "', "pitfalls", 'Did you mean "remedy"?'),
    (
        E,
        '[source]\nstatus = "own"\ntext = "Egen udformning"\n',
        "",
        "format",
        '"source" is missing',
    ),
    # Types, without any coercion
    (E, "revision = 2", 'revision = "2"', "revision", "must be a whole number, and is text"),
    (E, "revision = 2", "revision = 2.0", "revision", "number with decimals"),
    (E, "revision = 2", "revision = true", "revision", "is true or false"),
    (E, "repeatable = true", 'repeatable = "true"', "repeatable", "must be true or false"),
    (E, 'aliases = ["Sedler"]', 'aliases = "Sedler"', "aliases", "must be a list"),
    (E, 'aliases = ["Sedler"]', "aliases = [\n  1,\n]", "  1,", "must be text"),
    (E, "minutes = { min = 5, typical = 10, max = 15 }", "minutes = 10", "= 10", "a table"),
    (E, 'title = "Del"', "title = 2027-02-03", "2027", "must be text"),
    (E, "count = 1 },\n]", 'count = "1" },\n]', "Tuscher", "must be a whole number"),
    # Closed vocabularies
    (E, 'form = "groups"', 'form = "grups"', "grups", 'Did you mean "groups"?'),
    (E, '["explore", "align"]', '["explore", "alien"]', "alien", 'Did you mean "align"?'),
    (E, '["explore", "align"]', "[]", "functions", "is empty"),
    (E, '["explore", "align"]', '["explore", "explore"]', "functions", "there twice"),
    (E, 'per = "person"', 'per = "persons"', "Tuscher", 'Did you mean "person"?'),
    (E, 'status = "own"', 'status = "mine"', "mine", "sourced, adapted, own"),
    (E, 'role = "lead"', 'role = "laed"', "laed", 'Did you mean "lead"?'),
    (E, 'kind = "paragraph"\n', "", "[[handouts.blocks]]", '"kind" is missing'),
    (E, 'kind = "paragraph"', 'knd = "paragraph"', "knd", 'Did you mean "kind"?'),
    (E, 'kind = "grid"', 'kind = "gird"', "gird", 'Did you mean "grid"?'),
    (E, 'field = "text"', 'field = "txt"', "txt", 'Did you mean "text"?'),
    (E, 'needs = ["wish"]', 'needs = ["wishes"]', "needs", 'Did you mean "wish"?'),
    # Numbers that do not fit together
    (E, "min = 5, typical = 10", "min = 12, typical = 10", "= 12", "less than"),
    (E, "min = 3, max = 20", "min = 30, max = 20", "= 30", "less than"),
    (E, "group = { min = 3, max = 6 }", "group = { min = 30, max = 40 }", "= 30", "more people"),
    (E, "min = 4, typical = 5, max = 6", "min = 0, typical = 0, max = 6", "= 0,", "at least 1"),
    (E, "min = 5, typical = 10, max = 15", "min = 7, typical = 7, max = 7", "min = 4", "of five"),
    (E, "height = 14", "height = 9", "height", "at least 12"),
    (E, "width = 120", "width = 190", "190", "at most 170"),
    (E, "revision = 2", "revision = 0", "revision", "at least 1"),
    (E, "rows = 4", "rows = 0", "rows = 0", "at least 1"),
    # Ids
    (E, 'id = "cards"', 'id = "card"', 'id = "card"', "the file is cards.toml"),
    (E, 'id = "cards"', 'id = "Cards Æ"', "Cards", "must be an id"),
    (E, 'id = "share"', 'id = "write"', 'write"\ntitle = "Del', "there twice"),
    (E, 'id = "topic"\n', "", '[[handouts.blocks]]\nkind = "field"', '"id" is missing'),
    (E, 'id = "topic"', 'id = "rows"', 'id = "rows"\ncolumns', "there twice"),
    (E, '{ id = "who"', '{ id = "what"', "columns = [{ id", "there twice"),
    (T, '{ id = "machines"', '{ id = "open-office"', "Maskiner", "there twice"),
    # Variables and markup in prose
    (
        E,
        "{{ workplace.name }}.",
        "{{ workplace.nam }}.",
        "hos {{",
        'Did you mean "workplace.name"?',
    ),
    (E, "{{ workplace.name }}.", "{{ workplace.name.", "hos {{", "is not closed"),
    (E, "{{ workplace.name }}.", "{% if x %}.", "{%", "cannot be used in a text"),
    (E, "{{ workplace.name }}.", "{{ workplace.name|upper }}.", "upper", "plain variable"),
    (E, '"I har fem minutter"', '"Hej {{ workplace.name }}"', "Hej", "only in prose and lines"),
    (E, "\n- den **ene** del", "\n# Den ene del", "# Den", "heading"),
    (E, "\n- den **ene** del", "\n> Den ene del", "> Den", "quote"),
    (E, "\n- den **ene** del", "\n---\n", "---", "line across"),
    (E, "\n- den **ene** del", "\n    - den ene del", "den ene", "four spaces"),
    (E, "- den [anden]", "  - den [anden]", "  - den", "inside a list"),
    (E, "den **ene** del", "den <b>ene</b> del", "<b>", "HTML"),
    (E, "den **ene** del", "den `ene` del", "`ene`", "code"),
    (E, "den **ene** del", "![ene](a.png)", "![ene]", "picture"),
    (E, "- den **ene** del", "2. den ene", "2. den", "starts with 1"),
    (E, '"Til *jer*"', '"Til `jer`"', "Til `", "code"),
    (
        E,
        "den **ene** del",
        "den [one](lang:english) del",
        "english",
        '"lang:english" names no lang',
    ),
    (E, "den **ene** del", "den [one](lang:) del", "[one]", "written like lang:en"),
    (E, "den **ene** del", "den [one](LANG:en) del", "LANG", "written like lang:en"),
    (E, '"Til *jer*"', '"Til [you](lang:EN)"', "lang:EN", "names no language"),
    (E, 'text = "Egen udformning"', 'text = "[A](lang:a)"', "lang:a", "names no language"),
    (E, 'text = "Egen udformning"', 'text = "{{ x }}"', "{{ x", "only in prose and lines"),
    (E, '"Skriv tre sedler."', '" "', 'text = " "', "is empty"),
    (E, '"Skriv tre sedler."', '"Skriv \\u0007"', "u0007", "U+0007"),
    (E, 'title = "Del"', 'title = """Del\nto"""', 'title = """Del', "one line"),
    # Blocks and pictures
    (E, "alt = ", "alternative = ", "alternative", 'Did you mean "alt"?'),
    (E, 'alt = "Stole i en rundkreds"', 'alt = ""', 'alt = ""', "is empty"),
    (E, 'svg = "seats.svg"', 'svg = "seat.svg"', "seat.svg", 'Did you mean "seats.svg"?'),
    (E, 'svg = "seats.svg"', 'svg = "../seats.svg"', "../", "beside this one"),
    (E, 'svg = "seats.svg"', 'svg = ""', 'svg = ""', "beside this one"),
    (E, '["ringe", "Bo"]', '["ringe"]', "ringe", "one cell for each column: 2, not 1"),
    (E, '["3", "4"]', '["3"]', "rows = [[", "one cell for each column: 2, not 1"),
    (E, 'field = "text"', 'field = "choice"', "choice", 'two "choices"'),
    (E, "rows = 4", 'rows = 4\nlabels = ["A"]', "rows = 4", "cannot go together"),
    # What answers mean to the logbook
    (E, 'means = "learnt"', 'means = "learned"', "learned", 'Did you mean "learnt"?'),
    (E, 'means = "learnt"', 'means = "committee"', "committee", "is not one of: name, what"),
    (E, 'field = "date"\n', 'field = "date"\nmeans = "who"\n', '"who"', '"text" or "lines"'),
    (E, 'field = "date"\n', 'means = "review"\n', '"review"', 'of the kind "date"'),
    (E, 'title = "I gang", field = "check"', 'title = "I", means = "started"', '"I"', '"check"'),
    (E, '["stop", "JUSTER"]', '["stop", "vent"]', "vent", "known decision: Fortsæt, Justér"),
    (E, 'title = "Hvad aftalte vi?", means = "what"', 'title = "?"', "rows_from", 'means = "what"'),
    (
        E,
        'id = "on", title = "I gang", field = "check"',
        'id = "on", title = "I", means = "what"',
        'id = "on"',
        '"what" is told twice',
    ),
    (
        E,
        'field = "date"\n',
        'means = "learnt"\n',
        'means = "learnt"\n\n[[handouts.blocks]]\nkind = "grid"',
        '"learnt" is told twice',
    ),
    (E, 'copies = { per = "group" }', 'copies = { per = "person" }', "copies", "own sheet"),
    (E, 'copies = { per = "group" }', 'copies = { per = "groups" }', "copies", '"group"?'),
    (E, 'rows_from = "course"', 'rows_from = "actoins"', "actoins", 'Did you mean "actions"?'),
    (P, "</text>", "</txt>", "</txt>", "not well-formed XML"),
    (P, "workplace.name", "workplace.nam", "nam", 'Did you mean "workplace.name"?'),
    (P, "range(participants.count)", "range(people)", "people", "no variable {{ people }}"),
    (P, "{% endfor %}", "", "<text>", "Jinja2 cannot read this"),
    (P, "<circle", '<image href="http://x/y.png"/><circle', "{%", "cannot refer to"),
    (P, "http://www.w3.org/2000/svg", "http://x", "<svg", "outermost element"),
    # Versions
    (E, "format = 1", "format = 2", "format", "newer spark-tools"),
    # Course types and themes
    (C, "minutes = 180", "minutes = 182", "182", "multiple of 5"),
    (C, "minutes = 180", "minutes = 900", "900", "at most 600"),
    (C, 'functions = ["evaluate"]', 'functions = ["leave"]', '[[meetings]]\nid = "last"', "takes"),
    (C, '["explore"]', '["explore", "look-back"]', "look-back", "nothing to look back at"),
    (C, '["prepare"]', '["align"]', "align", 'only "prepare"'),
    (C, '["explore"]', '["between"]', "between", "before or after a meeting"),
    (
        C,
        "minutes = 120",
        "minutes = 120\nrepeat = { min = 1, typical = 1, max = 3 }",
        "max = 3",
        "only one meeting",
    ),
    (T, '"Når lyden er for høj"', "“Når lyden er for høj”", "summary", "must be straight"),
    (T, "summary =", "sumary =", "sumary", 'Did you mean "summary"?'),
    (T, '["Mål først"]', '["Mål først", ""]', "cautions", "is empty"),
    # Translations
    (N, "translates = 1", "translates = 3", "translates", "stale"),
    (N, 'title = "Noise"\n', "", "format", '"title" is not translated'),
    (N, 'summary = "', 'sumary = "', "sumary", 'Did you mean "summary"?'),
    (N, '["Measure first"]', '["Measure", "first"]', "cautions", "1 in the original and 2 here"),
    (N, '[subtopics.machines]\ntitle = "Machines"\n', "", "[subtopics", "subtopics.machines"),
    (N, "[subtopics.machines]", "[subtopics.machine]", "machine]", 'mean "machines"?'),
    (N, "translates = 1", "translates = 1\nrevision = 2", "revision", "cannot be changed"),
]

SCHEMAS = {
    E: "exercise",
    C: "course-type",
    T: "theme",
    N: "theme-translation",
}

BEYOND_A_SCHEMA = re.compile(
    # JSON has no dates, and 2.0 is as whole as 2
    r"number with decimals|is a date$"
    # What has to fit something else, in the file or beside it
    r"|is less than|more people|of five|at most 170|the file is|the id .* there twice"
    r"|one cell for each|own sheet|two \"choices\"|go together|needs a|decision:|told twice"
    r"|(?:first|last) meeting|this slot|before or after|only one meeting|readable file|stale"
    r"|in the original and|subtopics\."
    # What is written in a text
    r"|variable|\{\{|\{%|supported|four spaces|inside a list|starts with 1|a picture goes"
    r"|no language|cannot be printed"
)
"""What is said of faults that only the readers find."""


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def line_of(text, piece):
    return text[: text.index(piece)].count("\n") + 1


def test_the_files_are_sound_without_a_planted_fault(tmp_path):
    write(tmp_path, FILES)
    contents = read_folder(tmp_path)
    assert contents.faults == ()
    assert [one.id for one in contents.exercises] == ["cards"]
    assert [one.id for one in contents.course_types] == ["short"]
    assert [one.title for one in (*contents.themes, *contents.translations)] == ["Støj", "Noise"]


@pytest.mark.parametrize(("name", "right", "wrong", "piece", "words"), CONTENT_FAULTS)
def test_a_planted_fault_gives_one_message_with_its_line(
    name, right, wrong, piece, words, tmp_path
):
    assert right in FILES[name]
    planted = FILES[name].replace(right, wrong, 1)
    write(tmp_path, {**FILES, name: planted})
    (fault,) = read_folder(tmp_path).faults
    assert words in fault.message
    assert Path(fault.file) == tmp_path / name
    assert fault.line == line_of(planted, piece)


def planted(name, right, wrong):
    return parse_toml(Path(name), FILES[name].replace(right, wrong, 1))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [fault[:3] for fault in CONTENT_FAULTS if fault[0] in SCHEMAS and planted(*fault[:3]).sound],
)
def test_a_schema_catches_a_planted_fault_that_a_schema_can_tell(name, right, wrong, tmp_path):
    file = planted(name, right, wrong)
    write(tmp_path, {**FILES, name: file.source})
    (fault,) = read_folder(tmp_path).faults
    schema = json.loads(schema_files()[f"{SCHEMAS[name]}.schema.json"])
    caught = not jsonschema_rs.Draft7Validator(schema).is_valid(plain(file.data))
    assert caught == (BEYOND_A_SCHEMA.search(fault.message) is None), fault.message
