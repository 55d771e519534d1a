"""What is taken down of the readers: all that they ask, explained and shown."""

import inspect
from collections.abc import Iterator

import pytest

from spark_tools.content.reader import read_folder
from spark_tools.content.schema import kinds
from spark_tools.content.schema.explained import Explanations
from spark_tools.content.schema.kind import HEAD, Kind
from spark_tools.content.schema.kinds import CONTENT, COURSE, COURSE_TYPE, EXERCISE, KINDS
from spark_tools.content.schema.outline import Key, Outline, Type
from spark_tools.content.schema.recording import Recording
from spark_tools.content.schema.walk import outline_of
from spark_tools.content.table import Table
from spark_tools.content.toml_file import read_toml
from spark_tools.forms.logbook.schema import LOGBOOK

EVERY = (*KINDS, LOGBOOK)


def all_keys(outline: Outline) -> Iterator[tuple[str, Key]]:
    """Give each key with the kind that it belongs to, if any."""
    if not outline.kinds:
        yield from (("", key) for key in outline.keys)
    for kind, keys in outline.kinds.items():
        yield from ((kind, key) for key in keys)


def keys_below(outline: Outline, path: str) -> Iterator[tuple[str, Key]]:
    for variant, key in [*all_keys(outline), *(("", other) for other in outline.others)]:
        place = f"{path}.{variant}" if variant else path
        yield f"{place}:{key.name}", key
        if key.table is not None:
            yield from keys_below(key.table, f"{place}.{key.name}")


def key(kind: Kind, place: str) -> Key:
    return dict(keys_below(kind.outline, kind.name))[f"{kind.name}{place}"]


def sentences(outline: Outline, known: Explanations) -> Iterator[tuple[str, str]]:
    """Give every place in the meanings where a key's sentence may stand."""
    yield from (
        (home, each.name) for home in known.homes for each in (*outline.keys, *outline.others)
    )
    groups = {variant: known.of_kind(outline.by, variant) for variant in outline.kinds}
    for variant, each in all_keys(outline):
        there = groups.get(variant, known)
        yield from ((home, each.name) for home in there.homes)
        if each.table is not None:
            yield from sentences(each.table, there.below(each.name))


def test_a_recording_answers_all_that_a_reader_can_ask() -> None:
    asked = {
        name
        for name, member in inspect.getmembers(Table, inspect.isfunction)
        if not name.startswith("_") and name != "overlook"
    }

    assert asked <= set(vars(Recording))


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_every_key_has_a_meaning_and_an_example(kind: Kind) -> None:
    for place, each in keys_below(kind.outline, kind.name):
        assert each.meaning.endswith("."), place
        assert each.example is not None, place


@pytest.mark.parametrize("kinds", [KINDS, (LOGBOOK,)], ids=["content", "logbook"])
def test_no_meaning_is_left_over(kinds: tuple[Kind, ...]) -> None:
    told = {
        (home, name)
        for home, section in kinds[0].known.meanings.items()
        if home != "kinds"
        for name in section
    }
    used = {place for kind in kinds for place in sentences(kind.outline, kind.known)}
    used |= {(HEAD, "format"), (HEAD, "translates")} if kinds == KINDS else set()

    assert told - used == set()


def test_the_samples_are_sound() -> None:
    samples = kinds._FOLDER / "samples" / "content"
    read = read_folder(samples)

    assert read.faults == ()
    assert len(read.translations) == len(CONTENT)


@pytest.mark.parametrize("kind", [COURSE, LOGBOOK], ids=lambda kind: kind.name)
def test_the_samples_of_a_course_are_sound(kind: Kind, messages) -> None:
    for path in kind.samples:
        assert messages(kind, path, read_toml(path).data) == []


def test_what_a_reader_asks_is_taken_down_with_its_bounds() -> None:
    minutes = key(COURSE_TYPE, ".meetings:minutes")

    assert (minutes.type, minutes.least, minutes.most, minutes.step) == (Type.WHOLE, 30, 600, 5)
    assert minutes.required
    assert key(EXERCISE, ":themes").default == ["*"]
    assert key(EXERCISE, ":themes").refers == "theme"
    assert key(EXERCISE, ".steps:form").choices[0] == "alone"


def test_a_bound_that_depends_on_something_else_is_the_loosest() -> None:
    assert key(EXERCISE, ".handouts.blocks.picture:width").most == 257


def test_each_kind_of_block_has_its_own_keys() -> None:
    blocks = dict(keys_below(EXERCISE.outline, ""))[".handouts:blocks"].table

    assert blocks is not None
    assert blocks.by == "kind"
    assert [each.name for each in blocks.kinds["page-break"]] == ["kind", "id"]
    assert key(EXERCISE, ".handouts.blocks.field:id").required
    assert not key(EXERCISE, ".handouts.blocks.heading:id").required


def test_rows_are_required_where_there_are_no_labels() -> None:
    rows = key(EXERCISE, ".handouts.blocks.grid:rows")

    assert not rows.required
    assert rows.unless == "labels"


def test_a_key_that_is_asked_for_as_two_types_is_refused() -> None:
    def read(table: Table) -> None:
        if table.words_list("several"):
            table.whole("one")
        else:
            table.words("one")

    with pytest.raises(TypeError, match="one is asked for"):
        outline_of(read)
