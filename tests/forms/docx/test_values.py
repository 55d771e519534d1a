import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.forms.docx.days import day_written
from spark_tools.forms.docx.values import Reading, Written, read
from spark_tools.model import FieldKind, FormField

CHOICES = ("Fortsæt", "Justér", "Stop", "Udbred")
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


def field(kind, choices=CHOICES):
    return FormField("card.f", "F", "F", kind, choices)


@pytest.mark.parametrize(
    "written",
    [
        "3. marts 2027",
        "3 marts 2027",
        "3.marts 2027",
        "d. 3. marts 2027",
        "onsdag den 3. marts 2027",
        "Onsdag d. 3. marts 2027.",
        "3. mar. 2027",
        "3/3-27",
        "3/3 27",
        "3/3/2027",
        "03-03-2027",
        "3-3-27",
        "03\u201103\u20112027",
        "3.3.2027",
        "3. 3. 2027",
        "03.03.27",
        "2027-03-03",
        "3 March 2027",
        "3rd March 2027",
        "March 3, 2027",
        "Wednesday 3 March 2027",
        "3.\u00a0marts\u00a02027",
        "  3. MARTS 2027\n",
    ],
)
def test_a_day_is_understood_as_danes_and_britons_write_it(written):
    assert day_written(written) == datetime.date(2027, 3, 3)


@pytest.mark.parametrize(
    "written",
    [
        "3. marts",
        "3/3",
        "uge 9",
        "marts 2027",
        "31. februar 2027",
        "3/25/2027",
        "0/3-2027",
        "3. marts 2027 og 4. marts 2027",
        "3. marts 2027 efter frokost",
        "efter ferien",
        "2027",
        "3. blomst 2027",
        "99999999999999999999",
        "3/3-227",
    ],
)
def test_what_is_no_certain_day_is_not_understood(written):
    assert day_written(written) is None
    assert read(Written(written), field(FieldKind.DATE)) == Reading(written, understood=False)


@pytest.mark.parametrize(
    ("written", "held", "day"),
    [
        ("", "2027-03-03T00:00:00Z", "2027-03-03"),
        ("3. marts", "2027-03-03T00:00:00Z", "2027-03-03"),
        ("3 mars 2027", "2027-03-03", "2027-03-03"),
        ("4. marts 2027", "2027-03-03", "2027-03-04"),
        ("4. marts", "2027-03-03", None),
        ("3 mars 2028", "2027-03-03", None),
        ("3. marts 2027 efter frokost", "2027-03-03", None),
        ("", "ikke en dag", None),
        ("", "", None),
    ],
)
def test_what_is_seen_goes_before_the_day_that_the_control_holds(written, held, day):
    assert day_written(written, held) == (datetime.date.fromisoformat(day) if day else None)


@given(st.dates(datetime.date(1000, 1, 1)))
def test_every_day_comes_back_however_it_is_written(day):
    for pattern in ("{0:%Y-%m-%d}", "{0.day}/{0.month}-{0:%Y}", "{0.day}.{0.month}.{0:%Y}"):
        assert day_written(pattern.format(day)) == day


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Justér", "Justér"),
        ("juster", "Justér"),
        ("JUSTÉR.", "Justér"),
        ("  fortsæt ", "Fortsæt"),
        ("☐ Fortsæt\u2003☒ Justér\u2003☐ Stop\u2003☐ Udbred", "Justér"),
        ("☐\u00a0Fortsæt\n☐\u00a0Justér\n☑\u00a0Stop\n☐\u00a0Udbred", "Stop"),
        ("☐ Fortsæt x Justér ☐ Stop ☐ Udbred", "Justér"),
        ("☐ Fortsæt ☐ Justér xStop ☐ Udbred", "Stop"),
        ("☐ Fortsæt [x] Justér ☐ Stop ☐ Udbred", "Justér"),
        ("☐ Fortsæt (X) Justér ☐ Stop ☐ Udbred", "Justér"),
        ("[ ] Fortsæt [ ] Justér [x] Stop [ ] Udbred", "Stop"),
        ("Fortsæt ✓ Justér Stop Udbred", "Justér"),
        ("☒ Justér", "Justér"),
        ("x Stop", "Stop"),
        ("☐ Fortsæt ☐ Justér ☐ Stop ☐ Udbred", ""),
        ("", ""),
    ],
)
def test_a_choice_is_its_word_or_the_box_ticked_before_it(written, value):
    assert read(Written(written), field(FieldKind.CHOICE)) == Reading(value)


@pytest.mark.parametrize(
    "written",
    [
        "☒ Fortsæt ☒ Justér ☐ Stop ☐ Udbred",
        "Fortsæt eller justér",
        "Fortsæt Justér Stop Udbred",
        "☐ Fortsæt",
        "måske",
        "x",
        "Stopper",
        "☒ Stopper",
        "☒",
    ],
)
def test_a_choice_that_is_not_certain_is_not_made(written):
    assert read(Written(written), field(FieldKind.CHOICE)) == Reading(written, understood=False)


def test_words_beside_a_ticked_choice_are_told_besides():
    reading = read(
        Written("☐ Fortsæt ☒ Justér ☐ Stop ☐ Udbred – kun om aftenen"), field(FieldKind.CHOICE)
    )
    assert reading == Reading("Justér", besides="– kun om aftenen")


def test_choices_that_differ_only_in_case_or_accents_are_told_apart():
    choices = ("Får", "Far", "far")
    for choice in choices:
        assert read(Written(choice), field(FieldKind.CHOICE, choices)).value == choice
    assert not read(Written("FAR"), field(FieldKind.CHOICE, choices)).understood


def test_a_long_choice_is_not_taken_for_the_short_one_it_begins_with():
    choices = ("Enig", "Enig til dels")
    reading = read(Written("☐ Enig ☒ Enig til dels"), field(FieldKind.CHOICE, choices))
    assert reading == Reading("Enig til dels")


@pytest.mark.parametrize(
    "written",
    ["☒", "☑", "✓", "x", "X", "[x]", "( x )", "ja", "Yes", "✔", "☐x", "☐ X", "x☐", "[ ] x"],
)
def test_a_tick_is_a_tick_however_it_is_made(written):
    assert read(Written(written), field(FieldKind.CHECK)) == Reading("x")


@pytest.mark.parametrize("written", ["☐", "□", "[ ]", "()", "", " \u00a0"])
def test_an_open_box_is_blank(written):
    assert read(Written(written), field(FieldKind.CHECK)) == Reading("")


@pytest.mark.parametrize("written", ["delvist", "nej", "☐ delvist", "☐ ☒", "xx"])
def test_a_tick_that_is_not_certain_is_not_made(written):
    assert not read(Written(written), field(FieldKind.CHECK)).understood


def test_a_control_with_boxes_of_its_own_is_known_by_them():
    for glyph, value in (("▲", "x"), ("△", "")):
        written = Written(glyph, checked=False, glyphs=("△", "▲"))
        assert read(written, field(FieldKind.CHECK)) == Reading(value)
    assert read(Written("", checked=True), field(FieldKind.CHECK)) == Reading("x")


@given(WORDS, st.sampled_from(FieldKind))
def test_whatever_is_written_is_kept_or_understood(words, kind):
    reading = read(Written(words), field(kind))
    if not reading.understood or kind in (FieldKind.TEXT, FieldKind.LINES):
        assert reading == Reading(reading.value, reading.understood)
        assert "".join(reading.value.split()) in "".join(
            read(Written(words), field(FieldKind.LINES)).value.split()
        )
