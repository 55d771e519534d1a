"""A schema refuses nothing that the reader accepts, and much of what it does not."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spark_tools.content.schema import schema_files
from spark_tools.content.schema.kind import Kind
from spark_tools.content.schema.kinds import CONTENT, COURSE, KINDS
from spark_tools.content.toml_file import read_toml
from spark_tools.forms.logbook.schema import LOGBOOK

ROOT = Path(__file__).parents[3]
BUNDLED = sorted(ROOT.glob("plugins/*/*/content/*/*.toml"))
EVERY = (*KINDS, LOGBOOK)

SAID_BY_A_SCHEMA = re.compile(
    r"is missing|there is no key|must be (?:a|text|true)\b|is not one of|must be at least \d"
)
"""What the readers say of faults that a schema can tell."""

VALUES = [True, -1, 0.5, 7, 10**9, "", " ", "no-such-word", "A b", "two\nlines", [], [1], ["a"]]
VALUES += [{}, {"zzz": 1}, "07:30", "7.30", ["a", "a"]]


def overlay(path: Path) -> Path:
    return path.with_name(f"{path.stem}.en.toml")


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to everything in *value*, itself included."""
    yield path
    if isinstance(value, dict):
        inside: Any = value.items()
    else:
        inside = enumerate(value) if isinstance(value, list) else ()
    for key, below in inside:
        yield from places(below, (*path, key))


GONE = object()
"""What stands for nothing at all."""


def changed(data: Any, path: tuple[Any, ...], value: object) -> Any:
    """Give *data* with *value* at *path*; without what is there where it is `GONE`."""
    data = copy.deepcopy(data)
    inside = data
    for part in path[:-1]:
        inside = inside[part]
    if value is GONE:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return data


def changes(data: Any) -> Iterator[Any]:
    """Give *data* with everything in it replaced by each of `VALUES`, left out, or added to."""
    for path in places(data):
        if path:
            yield from (changed(data, path, value) for value in (*VALUES, GONE))
        inside = data
        for part in path:
            inside = inside[part]
        if isinstance(inside, dict):
            yield changed(data, (*path, "zzz"), 1)


@pytest.mark.parametrize("name", schema_files(EVERY))
def test_a_schema_is_one_of_draft_7(name: str) -> None:
    schema = json.loads(schema_files(EVERY)[name])

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema_rs.meta.validate(schema)


def test_a_plugin_gets_the_schemas_of_its_content() -> None:
    assert list(schema_files()) == [
        f"{kind}{of}.schema.json"
        for kind in ("exercise", "theme", "course-type")
        for of in ("", "-translation")
    ]


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.name)
def test_bundled_content_is_accepted(path: Path, accepts, content) -> None:
    of = "-translation" if "." in path.stem else ""

    assert accepts(content[path.parent.name].name + of, read_toml(path).data)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_samples_are_accepted(kind: Kind, accepts) -> None:
    for path in kind.samples:
        assert accepts(kind.name, read_toml(path).data)
        if kind.entry:
            assert accepts(f"{kind.name}-translation", read_toml(overlay(path)).data)


def test_the_course_in_the_documentation_is_accepted(accepts) -> None:
    assert accepts("course", read_toml(ROOT / "docs/examples/lindehaven/course.toml").data)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_what_is_changed_in_a_file_is_refused_by_both(kind: Kind, accepts, messages) -> None:
    for path in kind.samples:
        for data in changes(read_toml(path).data):
            said = messages(kind, path, data)
            if not said:
                assert accepts(kind.name, data), data
            elif any(map(SAID_BY_A_SCHEMA.search, said)):
                assert not accepts(kind.name, data), said


@pytest.mark.parametrize("kind", CONTENT, ids=lambda kind: kind.name)
def test_a_translation_that_the_reader_accepts_is_accepted(
    kind: Kind, accepts, translation_messages
) -> None:
    for path in kind.samples:
        original = read_toml(path).data
        for data in changes(read_toml(overlay(path)).data):
            if not translation_messages(kind, path, original, data):
                assert accepts(f"{kind.name}-translation", data), data


@pytest.mark.parametrize("kind", CONTENT, ids=lambda kind: kind.name)
def test_a_translation_that_changes_more_than_texts_is_refused(kind: Kind, accepts) -> None:
    for path in kind.samples:
        data = read_toml(overlay(path)).data

        assert not accepts(f"{kind.name}-translation", {**data, "revision": 2})
        assert not accepts(f"{kind.name}-translation", changed(data, ("title",), GONE))


@given(chance=st.randoms(use_true_random=False))
def test_whatever_several_changes_make_a_schema_refuses_no_more_than_the_reader(
    chance, accepts, messages
) -> None:
    kind = chance.choice(EVERY)
    path = chance.choice(kind.samples)
    data = read_toml(path).data
    for _ in range(chance.randint(2, 4)):
        place = chance.choice([each for each in places(data) if each])
        data = changed(data, place, chance.choice([*VALUES, GONE, GONE, GONE]))
        if not data:
            return
    if not messages(kind, path, data):
        assert accepts(kind.name, data)


@pytest.mark.parametrize("start", ["9:00", "09.05", " 9:00 ", "23:55", "0:00"])
def test_a_time_of_day_may_be_written_as_people_do(start: str, accepts, messages) -> None:
    data = {**read_toml(COURSE.samples[1]).data, "start": start, "minutes": 30}

    assert accepts("course", data)


@pytest.mark.parametrize("start", ["9", "9:03", "25:00", "9:60", "nine"])
def test_what_is_no_time_of_day_is_refused(start: str, accepts, messages) -> None:
    data = {**read_toml(COURSE.samples[1]).data, "start": start}

    assert messages(COURSE, COURSE.samples[1], data)
    assert not accepts("course", data)


def test_an_empty_text_in_the_logbook_counts_as_left_out(accepts, messages) -> None:
    action = {"what": "Tavlemøde", "who": "", "review": " ", "state": "", "meeting": ""}
    data = {"actions": [action], "held": ""}

    assert messages(LOGBOOK, LOGBOOK.samples[0], data) == []
    assert accepts("logbook", data)
    assert not accepts("logbook", {"actions": [{**action, "what": ""}]})
