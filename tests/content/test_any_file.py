"""Whatever is in a file, reading it ends, raises nothing, and points inside the file."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spark_tools.content.course_type import read_course_type
from spark_tools.content.exercise import read_exercise
from spark_tools.content.table import Table
from spark_tools.content.theme import read_theme
from spark_tools.content.toml_file import parse_toml
from spark_tools.content.translation import Translated
from spark_tools.plugin.loading import load_plugins

READERS = {
    "exercises": read_exercise,
    "themes": read_theme,
    "course_types": read_course_type,
}
SCRAPS = ["", "[", "]", "{", "}", "[[", '"', '"""', "'", "=", "\n", "#", "1", "true", ",", "\\"]
VALUES = ["3", "-1", '"x"', "[]", "[1]", "{}", "[{}]", "true", "2027-02-03", "1e400", "9" * 400]


@pytest.fixture(scope="module")
def originals():
    folders = [folder for _, folder in load_plugins().gather("spark_content_dirs")]
    paths = sorted(path for folder in folders for path in folder.glob("*/*.toml"))
    return [path for path in paths if "." not in path.stem]


def faults_of(path, source):
    file = parse_toml(path, source)
    if file.sound:
        table = Table(file, file.data)
        READERS[path.parent.name](table, "da", "")
        table.close()
    return file.faults()


@given(st.randoms(use_true_random=False))
def test_a_damaged_file_gets_faults_with_lines_inside_it(originals, chance):
    path = chance.choice(originals)
    source = path.read_text("utf-8")
    for _ in range(chance.randint(1, 3)):
        source = damage(source, chance)
    for fault in faults_of(path, source):
        assert fault.message
        assert 0 <= fault.line <= source.count("\n") + 1


def damage(source: str, chance: random.Random) -> str:
    """Take something out of *source*, or put something into it."""
    rows = source.split("\n")
    number = chance.randrange(len(rows))
    match chance.randrange(4):
        case 0:
            del rows[number]
        case 1:
            key, equals, _ = rows[number].partition("=")
            rows[number] = f"{key}= {chance.choice(VALUES)}" if equals else ""
        case 2:
            cut = chance.randrange(len(rows[number]) + 1)
            rows[number] = rows[number][:cut] + chance.choice(SCRAPS) + rows[number][cut:]
        case _:
            other = chance.randrange(len(rows))
            rows[number], rows[other] = rows[other], rows[number]
    return "\n".join(rows)


@given(st.text(alphabet="ab=[]{}\"'\n#,.\\1 -", max_size=60))
@example("a = [ 1 }")
@example("a = [[[[")
@example("a = " + "[" * 5000)
@example("a = " + "9" * 5000)
def test_any_characters_at_all_are_read_or_refused(source):
    for fault in faults_of(Path("themes/a.toml"), source):
        assert 0 <= fault.line <= source.count("\n") + 1


@given(st.randoms(use_true_random=False))
def test_a_damaged_translation_gets_faults_in_its_own_file(originals, chance):
    path = chance.choice(originals)
    source = path.read_text("utf-8")
    original = parse_toml(path, source)
    overlay = parse_toml(Path("overlay.toml"), damage(source, chance))
    if overlay.sound:
        table = Translated(overlay, original.data, overlay.data)
        READERS[path.parent.name](table, "en", "")
        table.close()
        assert not overlay.sound
    pictures = {fault.file for fault in overlay.faults() if fault.file.endswith(".svg")}
    assert {fault.file for fault in overlay.faults()} - pictures == {"overlay.toml"}
