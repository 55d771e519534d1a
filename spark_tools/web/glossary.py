"""The glossary: words that a TRIO or MED member meets, each explained in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from spark_tools.content.problem import did_you_mean
from spark_tools.content.table import Table, distinct
from spark_tools.content.toml_file import FORMAT, is_newer, read_toml
from spark_tools.i18n import LANGUAGES, messages
from spark_tools.model import FaultError

GLOSSARY = "web/glossary.toml"
"""The name of the file in the folders of a look."""

_AFTER_Z = str.maketrans("æøå", "{|}")
"""The characters that follow z, for the letters that Danish puts there."""


@frozen
class Entry:
    """A term in one language: its name, what an abbreviation stands for, and what it is.

    ``text`` is a line with inline marks.
    """

    name: str
    stands_for: str
    text: str


@frozen
class Term:
    """A term in every language, and the ids of what it goes with."""

    id: str
    entries: Mapping[str, Entry]
    see: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    course_types: tuple[str, ...] = ()


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Give the terms in the file at *path*, in its order.

    Exercises, themes and course types may be named that are not there: not every
    library has them all.

    Raises:
        FaultError: all that is wrong with the file, by line.
    """
    file = read_toml(path)
    terms: tuple[Term, ...] = ()
    if file.sound and not is_newer(file):
        root = Table(file, file.data)
        root.whole("format", least=1, most=FORMAT)
        tables = root.tables("terms", required=True)
        terms = tuple(map(_read_term, tables))
        distinct(tables, [term.id for term in terms])
        _check_see(tables, terms)
        root.close()
    if faults := file.faults():
        raise FaultError(faults)
    return terms


def in_order(terms: Iterable[Term], language: str) -> list[Term]:
    """Give *terms* by their names in *language*, as its alphabet has them."""
    return sorted(
        terms, key=lambda term: term.entries[language].name.casefold().translate(_AFTER_Z)
    )


def _read_term(table: Table) -> Term:
    return Term(
        id=table.id(),
        entries={language: _read_entry(table.table(language)) for language in LANGUAGES},
        see=_ids(table, "see"),
        exercises=_ids(table, "exercises"),
        themes=_ids(table, "themes"),
        course_types=_ids(table, "course_types"),
    )


def _read_entry(table: Table) -> Entry:
    return Entry(
        name=table.words("name"),
        stands_for=table.words("stands_for", ""),
        text=table.phrase("text"),
    )


def _ids(table: Table, key: str) -> tuple[str, ...]:
    return tuple(id_ for _, id_ in table.single_words(key))


def _check_see(tables: Sequence[Table], terms: Sequence[Term]) -> None:
    _ = messages("web")
    known = [term.id for term in terms]
    for table, term in zip(tables, terms, strict=True):
        others = [id_ for id_ in known if id_ != term.id]
        for id_ in term.see:
            if id_ not in others:
                said = _('there is no other term with the id "{id}".', id=id_)
                table.fault(said + did_you_mean(id_, others), "see", word=id_)
