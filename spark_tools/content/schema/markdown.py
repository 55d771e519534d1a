"""Outlines as a reference in Markdown: every key, table by table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import tomlkit
from attrs import evolve, frozen

from spark_tools.content.schema.excerpt import excerpts
from spark_tools.content.schema.kind import Kind
from spark_tools.content.schema.outline import Key, Outline, Type

TYPES: Mapping[Type, str] = {
    Type.WORDS: "words",
    Type.PHRASE: "line without variables",
    Type.LINE: "line",
    Type.PROSE: "prose",
    Type.LETTERS: "words",
    Type.LONG_LETTERS: "text",
    Type.PLAIN: "words",
    Type.FILE: "name of a file",
    Type.ID: "id",
    Type.NAME: "name",
    Type.WHOLE: "whole number",
    Type.NUMBER: "number",
    Type.YES_NO: "true or false",
    Type.DATE: "date",
    Type.MOMENT: "date and time",
    Type.CLOCK: "time of day",
    Type.TABLE: "table",
}

_HEAD = ("| key | value | meaning | example |", "|---|---|---|---|")


def reference(kinds: Iterable[Kind]) -> str:
    """Give the whole reference: how to read it, and a section on each of *kinds*."""
    kinds = tuple(kinds)
    preface = Path(__file__).with_name("preface.md").read_text("utf-8")
    contents = [f"- [{kind.title}](#{_anchor(kind.title)}): `{kind.lies}`" for kind in kinds]
    return "\n".join([preface, *contents, "", *map(section, kinds)])


def section(kind: Kind) -> str:
    """Give what the reference says of one *kind* of file, and of its translation."""
    lines = [f"## {kind.title}", "", f"`{kind.lies}`. {kind.meaning}", ""]
    lines += _tables(_Place(kind), kind.outline)
    if kind.entry:
        lies = f"`{kind.overlay_lies}`. {kind.overlay_meaning}"
        lines += [f"### {kind.title}: translation", "", lies, ""]
        lines += _rows(_Place(kind), kind.head.keys)
    return "\n".join(lines)


@frozen
class _Place:
    """A table of a kind of file: the keys that lead to it, and which kind of table it is."""

    kind: Kind
    path: tuple[str, ...] = ()
    variant: str = ""

    def below(self, key: str) -> _Place:
        return evolve(self, path=(*self.path, key))

    @property
    def title(self) -> str:
        """The heading above the table."""
        variant = f", {self.variant}" if self.variant else ""
        return f"{self.kind.title}: `{'.'.join(self.path)}`{variant}"

    @property
    def link(self) -> str:
        return f"#{_anchor(self.title)}"


def _anchor(title: str) -> str:
    """Give the address of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _tables(place: _Place, outline: Outline) -> Iterator[str]:
    if outline.kinds:
        yield from _variants(place, outline)
    elif outline.others:
        yield from _others(outline.others)
    else:
        yield from _rows(place, outline.keys)
        yield from _below(place, outline.keys)


def _below(place: _Place, keys: Iterable[Key]) -> Iterator[str]:
    for key in keys:
        if key.table is not None:
            below = place.below(key.name)
            yield from (f"### {below.title}", "")
            yield from _tables(below, key.table)


def _variants(place: _Place, outline: Outline) -> Iterator[str]:
    yield from _rows(place, [key for key in outline.keys if key.name == outline.by])
    links = (f"[{kind}]({evolve(place, variant=kind).link})" for kind in outline.kinds)
    yield from (f"Each has keys of its own: {', '.join(links)}.", "")
    for variant, keys in outline.kinds.items():
        one = evolve(place, variant=variant)
        own = [key for key in keys if key.name != outline.by]
        told = next(key.meaning for key in keys if key.name == outline.by)
        yield from (f"### {one.title}", "", told, "")
        for excerpt in excerpts(place.kind.samples, place.path, outline.by, variant):
            yield from ("```toml", excerpt, "```", "")
        yield from _rows(one, own)
        yield from _below(one, own)


def _rows(place: _Place, keys: Iterable[Key]) -> Iterator[str]:
    yield from _HEAD
    for key in keys:
        example = "" if key.example is None or key.table is not None else _code(key.example)
        yield _row(f"`{key.name}`", _value(place, key), key.meaning, example)
    yield ""


def _others(keys: Sequence[Key]) -> Iterator[str]:
    values = " or ".join(_bare(key) for key in keys)
    yield from (*_HEAD, _row("of your own", values, keys[0].meaning, _code(keys[0].example)), "")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _value(place: _Place, key: Key) -> str:
    bare = _bare(key)
    said = [f"[{bare}]({place.below(key.name).link})" if key.table is not None else bare]
    if key.required:
        said.append("**required**")
    if key.unless:
        said.append(f"**required** without `{key.unless}`")
    if key.default is not None:
        said.append(f"default {_code(key.default)}")
    return ", ".join(said)


def _bare(key: Key) -> str:
    if key.choices:
        words = ", ".join(_code(choice) for choice in key.choices)
        return f"list of {words}" if key.depth else f"one of {words}"
    one = f"{key.refers} id" if key.refers else TYPES[key.type]
    several = one if one.endswith("s") else f"{one}s"
    said = (one, f"list of {several}", f"list of lists of {several}")[key.depth]
    return said + _bounds(key)


def _bounds(key: Key) -> str:
    least, most = (None if bound is None else f"{bound:g}" for bound in (key.least, key.most))
    steps = f" in steps of {key.step}" if key.step != 1 else ""
    if least == most:
        return f" {least}" if least else ""
    return f" from {least}{steps}" if most is None else f" {least} to {most}{steps}"


def _code(value: object) -> str:
    return f"`{tomlkit.item(value).as_string()}`"
