"""A brief comes from a file, the command line, or both; all that is wrong comes at once."""

import datetime

import pytest
from attrs import evolve

from spark_tools.content.brief import BriefOptions, read_brief
from spark_tools.model import Brief, Dress, Fault, FaultError, MeetingWish

COURSE = """\
format = 1
workplace = 'Børn & Unge <Øst> | "A" {{x}} *'
course_type = "individual"
themes = ["Samarbejde"]
participants = 5
committees = 1
language = "da"
start = "9.00"
minutes = 180
include = ["check-in"]
exclude = ["check-out"]
wish = "At få ro"

[[meetings]]
date = 2027-02-03
start = 12:30:00
place = "Kantinen"

[[meetings]]
date = 2027-03-03
minutes = 120
include = ["round"]
"""

DATES = (datetime.date(2027, 2, 3), datetime.date(2027, 3, 3))
WHOLE = BriefOptions(
    workplace="Kløverskolen", course_type="individual", themes=("samarb",), participants=5
)


@pytest.fixture
def course(tmp_path):
    def write(text):
        path = tmp_path / "course.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def faults(path, options, library):
    with pytest.raises(FaultError) as caught:
        read_brief(path, options, library)
    return caught.value.faults


def test_a_course_file_becomes_a_brief(course, library):
    assert read_brief(course(COURSE), BriefOptions(), library) == Brief(
        workplace='Børn & Unge <Øst> | "A" {{x}} *',
        course_type="individual",
        themes=("cooperation",),
        participants=5,
        start=datetime.time(9, 0),
        minutes=180,
        include=("check-in",),
        exclude=("check-out",),
        wish="At få ro",
        meetings=(
            MeetingWish(date=DATES[0], start=datetime.time(12, 30), place="Kantinen"),
            MeetingWish(date=DATES[1], minutes=120, include=("round",)),
        ),
    )


def test_the_command_line_is_enough(library):
    brief = read_brief(None, WHOLE, library)
    assert brief == Brief("Kløverskolen", "individual", ("cooperation",), 5)


def test_options_override_the_file_and_keep_the_rest(course, library):
    later = tuple(date.replace(year=2028) for date in DATES)
    options = BriefOptions(workplace="Åen", themes=("støj",), dates=later, start="8:45")
    brief = read_brief(course(COURSE), options, library)
    assert (brief.workplace, brief.themes, brief.participants) == ("Åen", ("noise",), 5)
    assert brief.start == datetime.time(8, 45)
    assert [wish.date for wish in brief.meetings] == list(later)
    assert brief.meetings[0].place == "Kantinen"


def test_a_start_or_a_length_on_the_command_line_holds_for_every_meeting(course, library):
    path = course(COURSE + '\n[[meetings]]\ndate = 2027-05-05\nstart = "10:00"\nminutes = 120\n')
    brief = read_brief(path, BriefOptions(start=datetime.time(13), minutes=100, dates=()), library)
    assert {wish.start for wish in brief.meetings} == {None}
    assert {wish.minutes for wish in brief.meetings} == {None}
    assert (brief.start, brief.minutes) == (datetime.time(13), 100)


@pytest.fixture
def house(tmp_path):
    """An organisation's own Word file in the course file's folder."""
    (tmp_path / "hus").mkdir()
    (tmp_path / "hus" / "kommune.dotx").touch()
    return tmp_path / "hus" / "kommune.dotx"


def dressed(words):
    """Give the course file with these words under ``[house]``."""
    return f"{COURSE}\n[house]\n{words}\n"


@pytest.mark.parametrize(
    ("words", "dress"),
    [
        ("", Dress()),
        ('look = "large-print"', Dress(look="large-print")),
        ("posters = true", Dress(posters=True)),
    ],
)
def test_how_documents_look_is_said_in_a_table_of_its_own(words, dress, course, library):
    assert read_brief(course(dressed(words)), BriefOptions(), library).dress == dress


def test_a_word_file_is_named_from_the_course_files_folder(
    course, library, house, tmp_path, monkeypatch
):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for named in ("hus/kommune.dotx", str(house)):
        path = course(dressed(f'file = "{named}"\nposters = true'))
        assert read_brief(path, BriefOptions(), library).dress == Dress(house, posters=True)


def test_a_word_file_on_the_command_line_is_named_from_where_one_stands(
    course, library, house, monkeypatch
):
    monkeypatch.chdir(house.parent)
    for path in (None, course(COURSE)):
        options = evolve(WHOLE, house="kommune.dotx")
        assert read_brief(path, options, library).dress == Dress(house)


def test_one_look_on_the_command_line_gives_way_to_no_other(course, library, house):
    file = course(dressed('look = "large-print"\nposters = true'))
    options = BriefOptions(house=str(house))
    assert read_brief(file, options, library).dress == Dress(house, posters=True)

    file = course(dressed('file = "hus/kommune.dotx"'))
    options = BriefOptions(look="large-print", posters=True)
    assert read_brief(file, options, library).dress == Dress(look="large-print", posters=True)


def test_how_it_looks_has_no_part_in_what_the_course_is(course, library, house):
    plain = read_brief(course(COURSE), BriefOptions(), library)
    path = course(dressed('file = "hus/kommune.dotx"'))
    assert repr(read_brief(path, BriefOptions(), library)) == repr(plain)


DRESS_FAULTS = [
    ('file = "mangler.docx"', "file", "there is no such file"),
    ('file = "hus"', "file", "there is no such file"),
    ("file = 3", "file", "must be"),
    ('file = ""', "file", "is empty"),
    ('look = " "', "look", "is empty"),
    ('file = "hus/kommune.dotx"\nlook = "large-print"', "look", "leave one of them out"),
    ('posters = "ja"', "posters", "must be"),
    ('hose = "kommune.dotx"', "hose", 'no key "hose"'),
]


@pytest.mark.parametrize(("words", "key", "said"), DRESS_FAULTS)
def test_a_fault_in_how_it_looks_has_its_line(words, key, said, course, library, house):
    planted = dressed(words)
    path = course(planted)
    (fault,) = faults(path, BriefOptions(), library)
    assert said in fault.message
    assert (fault.file, fault.line) == (
        str(path),
        planted[: planted.rindex(f"{key} =")].count("\n") + 1,
    )


def refuse(dress):
    """Find fault with every look."""
    raise FaultError([Fault("it is damaged", str(dress.house or ""))])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('posters = true\nlook = "storskrift"', "it is damaged"),
        ('file = "hus/kommune.dotx"', "kommune.dotx: it is damaged"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_the_other_faults(
    words, said, course, library, house
):
    planted = dressed(words).replace("participants = ", "particpants = ")
    path = course(planted)
    with pytest.raises(FaultError) as caught:
        read_brief(path, BriefOptions(), library, refuse)
    *others, fault = caught.value.faults
    assert "particpants" in others[-1].message
    assert fault.message.endswith(said)
    assert (fault.file, fault.line) == (str(path), planted.count("\n"))


@pytest.mark.parametrize("words", ['house = "kommune.dotx"', "house = 3", "[[house]]"])
def test_what_is_no_table_is_one_fault(words, course, library):
    written = f"{words}\n{COURSE}" if "[" not in words else f"{COURSE}\n{words}\n"
    for options in (BriefOptions(), BriefOptions(look="large-print")):
        (fault,) = faults(course(written), options, library)
        assert fault.line == written[: written.index("house")].count("\n") + 1


def test_dates_alone_settle_how_many_meetings_there_are(library):
    brief = read_brief(None, evolve(WHOLE, dates=DATES), library)
    assert [wish.date for wish in brief.meetings] == list(DATES)


def test_a_mark_from_a_windows_editor_is_no_fault(tmp_path, library):
    path = tmp_path / "course.toml"
    path.write_bytes(b"\xef\xbb\xbf" + COURSE.replace("\n", "\r\n").encode())
    assert read_brief(path, BriefOptions(), library).wish == "At få ro"


FILE_FAULTS = [
    ("workplace = ", "workplce = ", "workplce", 'Did you mean "workplace"?'),
    ('course_type = "individual"', 'course_type = "indvidual"', "indv", 'mean "individual"?'),
    ('["Samarbejde"]', '["Samarbjede"]', "Samarbj", 'Did you mean "Samarbejde"?'),
    ('["Samarbejde"]', '["samarbejde", "cooperation"]', "themes", "there twice"),
    ('["Samarbejde"]', "[]", "themes", '"themes" is empty'),
    ('themes = ["Samarbejde"]\n', "", "format", '"themes" is missing'),
    ("participants = 5", 'participants = "5"', "participants", "must be a whole number"),
    ("participants = 5", "participants = 0", "participants", "at least 1"),
    ("committees = 1", "committees = 3", "participants", "too few for 3 committees"),
    ("committees = 1", "committees = 0", "committees", "at least 1"),
    ('language = "da"', 'language = "dk"', "language", "da, en"),
    ('start = "9.00"', 'start = "kl. 9"', "kl. 9", "a time of day"),
    ('start = "9.00"', 'start = "24:00"', "24:00", "a time of day"),
    ('start = "9.00"', "start = 9", "start = 9", "a time of day"),
    ('start = "9.00"', 'start = "9:07"', "9:07", "five-minute mark"),
    ('start = "9.00"\n', 'start = "21:30"\n', "21:30", "ends after 23:00"),
    ("start = 12:30:00", "start = 20:05:00", "20:05", "ends after 23:00"),
    ("minutes = 180", "minutes = 29", "29", "at least 30"),
    ("minutes = 180", "minutes = 601", "601", "at most 600"),
    ("minutes = 120", "minutes = 121", "121", "multiple of 5"),
    ('["check-in"]', '["check"]', "include", "could be check-in"),
    ('["check-in"]', '["check-ni"]', "include", 'Did you mean "check-in"?'),
    ('exclude = ["check-out"]', 'exclude = ["round"]', "exclude", "both included and excluded"),
    ("date = 2027-03-03", "date = 2027-02-03", "date = 2027-02-03\nminutes", "not after"),
    ("date = 2027-03-03", 'date = "2027-03-03"', '"2027', "must be a date"),
    ("date = 2027-03-03", "date = 2027-02-30", "2027-02-30", "no such date"),
    ("date = 2027-03-03", "date = 2027-13-03", "2027-13-03", "written 2027-02-03"),
    ("date = 2027-03-03", "date = 3/3", "date = 3/3", "written 2027-02-03"),
    ("date = 2027-03-03", "date = 3.3.2027", "3.3.2027", "written 2027-02-03"),
    ("date = 2027-03-03", "date = 3. marts 2027", "3. marts", "written 2027-02-03"),
    ("minutes = 120", "minutes = 12.5 !", "12.5", "left over"),
    ("date = 2027-03-03", "date = 2027-03-03T09:00:00", "T09", "date with a time of day"),
    ('place = "Kantinen"', "room = 2", "room", 'no key "room"'),
    ("format = 1", "format = 7", "format", "newer spark-tools"),
    ('wish = "At få ro"', 'wish = "\\u0000"', "wish", "U+0000"),
    ("'Børn", '"Børn', "workplace", "left over"),
]


@pytest.mark.parametrize(("right", "wrong", "piece", "words"), FILE_FAULTS)
def test_a_planted_fault_gives_one_message_with_its_line(
    right, wrong, piece, words, course, library
):
    assert right in COURSE
    planted = COURSE.replace(right, wrong, 1)
    path = course(planted)
    (fault,) = faults(path, BriefOptions(), library)
    assert words in fault.message
    assert fault.file == str(path)
    assert fault.line == planted[: planted.index(piece)].count("\n") + 1


OPTION_FAULTS = [
    ({"workplace": " "}, "--workplace", "is empty"),
    ({"course_type": "x"}, "--course-type", 'no course type "x"'),
    ({"themes": ("støy",)}, "--theme", 'Did you mean "Støj"?'),
    ({"participants": 0}, "--participants", "at least 1"),
    ({"committees": 9}, "--participants", "too few"),
    ({"dates": DATES[::-1]}, "--date", "not after"),
    ({"start": "9.99"}, "--start", "a time of day"),
    ({"start": datetime.time(22, 0)}, "--start", "ends after 23:00"),
    ({"minutes": 5}, "--minutes", "at least 30"),
    ({"include": ("x",)}, "--include", 'no exercise "x"'),
    ({"exclude": ("round",), "include": ("round",)}, "--exclude", "both"),
    ({"language": "sv"}, "--lang", "da, en"),
    ({"house": "mangler.docx"}, "--house", "there is no such file"),
    ({"house": __file__, "look": "large-print"}, "--look", "leave one of them out"),
]


@pytest.mark.parametrize(("given", "option", "words"), OPTION_FAULTS)
def test_a_fault_on_the_command_line_names_its_option(given, option, words, library):
    (fault,) = faults(None, evolve(WHOLE, **given), library)
    assert (fault.file, fault.line) == (option, 0)
    assert words in fault.message


def test_without_a_file_what_is_missing_is_named_by_option(library):
    found = {fault.message for fault in faults(None, BriefOptions(), library)}
    assert found == {
        f"{option} is missing"
        for option in ("--workplace", "--course-type", "--theme", "--participants")
    }


def test_dates_that_do_not_match_the_files_meetings_are_a_fault(course, library):
    (fault,) = faults(course(COURSE), BriefOptions(dates=DATES[:1]), library)
    assert str(fault) == "--date: there are 1 dates, and the course file has 2 meetings"


def test_every_fault_comes_at_once_in_the_order_of_the_lines(course, library):
    planted = COURSE.replace("= 5", '= "5"').replace('"da"', '"dk"').replace("= 120", "= 7")
    found = faults(course(planted), BriefOptions(), library)
    assert [fault.line for fault in found] == [5, 7, 21]


def test_a_file_that_is_not_there_is_a_fault(tmp_path, library):
    (fault,) = faults(tmp_path / "none.toml", WHOLE, library)
    assert "there is no such file" in fault.message
