"""A brief may come in a request; what is wrong with it is told field by field, or line by line."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.content.brief_data import read_brief_data, read_brief_text
from spark_tools.content.brief_text import brief_as_toml
from spark_tools.model import Brief, Dress, Fault, FaultError, MeetingWish

WHOLE = {
    "workplace": "Kløverskolen",
    "course_type": "individual",
    "themes": ["samarb"],
    "participants": 5,
    "start": datetime.time(9),
    "meetings": [{"date": datetime.date(2027, 2, 3), "include": ["round"]}, {}],
}


def faults(data, library, **more):
    with pytest.raises(FaultError) as caught:
        read_brief_data(data, library, **more)
    return caught.value.faults


def test_plain_data_becomes_a_brief(library):
    wishes = (MeetingWish(datetime.date(2027, 2, 3), include=("round",)), MeetingWish())
    assert read_brief_data(WHOLE, library) == Brief(
        "Kløverskolen", "individual", ("cooperation",), 5, meetings=wishes
    )


def test_reading_leaves_the_data_as_it_was(library):
    before = {**WHOLE, "meetings": [dict(meeting) for meeting in WHOLE["meetings"]]}
    read_brief_data(WHOLE, library)
    assert before == WHOLE


FAULTS = [
    ({"workplace": ""}, "workplace", "is empty"),
    ({"course_type": "x"}, "course_type", 'no course type "x"'),
    ({"themes": ["cooperation", "støy"]}, "themes.1", 'Did you mean "Støj"?'),
    ({"participants": "5"}, "participants", "must be a whole number"),
    ({"participants": 0}, "participants", "at least 1"),
    ({"committees": 9}, "participants", "too few"),
    ({"start": datetime.time(9, 7)}, "start", "five-minute mark"),
    ({"minutes": 7}, "minutes", "at least 30"),
    ({"language": "sv"}, "language", "da, en"),
    ({"exclude": ["round"]}, "exclude.0", "both included and excluded"),
    ({"exclude": [["round"]]}, "exclude.0", "must be text"),
    ({"meetings": [{"date": "3/3"}]}, "meetings.0.date", "must be a date"),
    ({"meetings": [{}, {"minutes": 31}]}, "meetings.1.minutes", "multiple of 5"),
    ({"meetings": [{}, {"include": ["x"]}]}, "meetings.1.include.0", 'no exercise "x"'),
    ({"meetings": [{"rum": "A"}]}, "meetings.0.rum", 'no key "rum"'),
    ({"meetings": "two"}, "meetings", "must be a list"),
    ({"wish": "\0"}, "wish", "U+0000"),
    ({"format": 7}, "format", "newer spark-tools"),
    ({"house": {"file": "/etc/passwd"}}, "house.file", "cannot be used here"),
]


@pytest.mark.parametrize(("wrong", "field", "said"), FAULTS)
def test_a_fault_names_its_field(wrong, field, said, library):
    (fault,) = faults({**WHOLE, **wrong}, library)
    assert (fault.file, fault.line) == (field, 0)
    assert said in fault.message


def test_what_is_missing_is_told_at_once(library):
    found = faults({}, library)
    assert [fault.file for fault in found] == [
        "course_type",
        "participants",
        "themes",
        "workplace",
    ]
    assert found[0].message == '"course_type" is missing'


def test_a_field_is_called_what_its_writer_calls_it(library):
    names = {"participants": "How many", "workplace": "Workplace"}
    data = {**WHOLE, "participants": 0}
    del data["workplace"]
    assert [fault.message for fault in faults(data, library, names=names)] == [
        '"How many" must be at least 1',
        '"Workplace" is missing',
    ]


def test_a_look_that_does_not_fit_is_told(library):
    def fit(dress):
        raise FaultError([Fault("there is no such look")])

    (fault,) = faults({**WHOLE, "house": {"look": "neon"}}, library, fit=fit)
    assert (fault.file, fault.message) == ("house.look", "there is no such look")


TEXT = """\
workplace = "Kløverskolen"
course_type = "individual"
themes = ["cooperation"]
participants = 5

[house]
file = "hus.docx"
posters = true

[[meetings]]
date = 2027-02-03
"""


def test_the_text_of_a_course_file_becomes_a_brief_and_its_word_file_is_left_out(library):
    read = read_brief_text(TEXT.encode(), library)
    assert read.brief.meetings == (MeetingWish(datetime.date(2027, 2, 3)),)
    assert read.brief.dress == Dress(posters=True)
    (left_out,) = read.left_out
    assert str(left_out) == "course.toml:7: the Word file hus.docx is not used here"


def test_the_word_file_of_a_text_is_never_looked_for(library, monkeypatch):
    def touched(path, *_):
        raise AssertionError(path)

    for name in ("is_file", "exists", "stat", "open", "absolute"):
        monkeypatch.setattr(Path, name, touched)
    assert read_brief_text(TEXT.encode(), library).brief.dress.house is None


@pytest.mark.parametrize(
    ("right", "wrong", "line", "said"),
    [
        ("participants = 5", "particpants = 5", 4, 'Did you mean "participants"?'),
        ("participants = 5", "participants = 5 5", 4, "left over"),
        ("2027-02-03", "2027-02-30", 11, "no such date"),
        ('"hus.docx"', '"hus.docx"\nlook = 3', 8, "must be text"),
    ],
)
def test_a_fault_in_a_text_names_its_line(right, wrong, line, said, library):
    with pytest.raises(FaultError) as caught:
        read_brief_text(TEXT.replace(right, wrong).encode(), library)
    fault = caught.value.faults[0]
    assert (fault.file, fault.line) == ("course.toml", line)
    assert said in fault.message


def test_a_text_from_windows_is_read_and_one_in_another_encoding_is_a_fault(library):
    assert read_brief_text(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), library)
    with pytest.raises(FaultError, match=r"course\.toml:1: .*UTF-8"):
        read_brief_text(TEXT.encode("latin-1"), library)


@given(data=st.data())
def test_any_brief_that_is_written_reads_back_from_its_bytes(data, briefs, library):
    brief = data.draw(briefs(library))
    read = read_brief_text(brief_as_toml(brief, library).encode(), library)
    assert (read.brief, read.brief.dress, read.left_out) == (brief, brief.dress, ())


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_more_than_a_fault(content, library):
    with pytest.raises(FaultError):
        read_brief_text(content, library)
