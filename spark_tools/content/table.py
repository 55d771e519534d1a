"""A TOML table being read: typed values out, and every fault taken down on the way.

A reader asks for each key it knows, once, and gets a value of the right type
whatever the file holds; ``close`` then reports what was missing or unknown. What
is made from a file that turned out faulty is thrown away.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from spark_tools.content.lines import Path
from spark_tools.content.problem import Problem, did_you_mean, nearest, unusable
from spark_tools.content.text_check import (
    line_problems,
    one_line_problems,
    phrase_problems,
    prose_problems,
    words_problems,
)
from spark_tools.content.toml_file import Reference, TomlFile
from spark_tools.content.typed import typed_clock
from spark_tools.content.types import found_name, of_type, type_name
from spark_tools.content.wording import say
from spark_tools.model import ANY, Prose

Choice = TypeVar("Choice", bound=StrEnum)
Check = Callable[[str], list[Problem]]

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
"""What an id looks like, as a regular expression."""

_ID = re.compile(ID)


class Table:
    """One table of *file*; a *mute* one stands in for what could not be read."""

    def __init__(
        self, file: TomlFile, data: dict[str, Any], path: Path = (), *, mute: bool = False
    ) -> None:
        self.file = file
        self._data = data
        self._path = path
        self._mute = mute
        self._known: list[str] = []
        self._missing: list[str] = []
        self._faulty: set[str | int] = set()
        self._children: list[Table] = []

    def fault(self, message: str, *place: str | int, word: str = "") -> None:
        """Take down what is wrong at *place* below this table, or with the table itself."""
        self._faulty.update(place[:1])
        if not self._mute:
            self.file.note((*self._path, *place), Problem(message, word))

    def overlook(self) -> None:
        """Take every key for known that nobody asks for, unless a missing one was meant by it."""
        self._known += [key for key in self._data if not nearest(key, self._missing)]

    def close(self) -> None:
        """Report the keys that are missing or unknown, here and in all tables below."""
        missing = list(self._missing)
        for key in self._data:
            if key in self._known:
                continue
            if meant := nearest(key, missing):
                missing.remove(meant)
            hint = did_you_mean(key, [meant] if meant else self._known)
            self.fault(say('there is no key "{key}".', key=key) + hint, key)
        for key in missing if not self._mute else ():
            self.file.note_missing(self._path, key)
        for child in self._children:
            child.close()

    def has(self, key: str) -> bool:
        """Whether *key* is there; it counts as known from now on."""
        self._known.append(key)
        return key in self._data

    def _called(self, key: str) -> str:
        return self.file.called(key)

    def anything(self) -> dict[str, Any]:
        """Give all that is there, in a table whose keys are the writer's own."""
        self._known += self._data
        return self._data

    def sound(self, key: str) -> bool:
        """Whether *key* is there and nothing has been found to be wrong with it."""
        return self.has(key) and key not in self._faulty

    def _take(self, key: str, wanted: str, required: bool) -> Any:
        """Give the value of *key* when it is there and of the *wanted* type, else None."""
        if not self.has(key):
            if required:
                self._missing.append(key)
            return None
        return self._typed(self._data[key], wanted, key)

    def _typed(self, value: object, wanted: str, *place: str | int) -> Any:
        if of_type(value, wanted):
            return value
        message = say(
            '"{key}" must be {wanted}, and is {found}',
            key=self._called(next(part for part in reversed(place) if isinstance(part, str))),
            wanted=type_name(wanted),
            found=found_name(value),
        )
        self.fault(message, *place)
        return None

    # Texts. A translation gets these from another file, and everything else from here.

    def words(self, key: str, default: str | None = None) -> str:
        """Give plain words of one line; required unless there is a *default*."""
        return self._text(key, default, words_problems)

    def phrase(self, key: str) -> str:
        """Give one line with inline marks, but without variables; required."""
        return self._text(key, None, phrase_problems)

    def line(self, key: str, default: str | None = None) -> str:
        """Give one paragraph with inline marks; required unless there is a *default*."""
        return self._text(key, default, line_problems)

    def prose(self, key: str, default: str | None = None) -> Prose:
        """Give prose; required unless there is a *default*."""
        return Prose(self._text(key, default, prose_problems))

    def letters(self, key: str, default: str | None = None, *, lines: bool = False) -> str:
        """Give text that is printed letter by letter; of one line unless *lines* are allowed."""
        return self._text(key, default, unusable if lines else one_line_problems)

    def _text(self, key: str, default: str | None, check: Check) -> str:
        value = self._take(key, "text", default is None)
        return self._checked(value, check, key) if value is not None else default or ""

    def words_list(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of plain words."""
        return self._texts(key, required, words_problems)

    def line_list(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Give a list of lines."""
        return self._texts(key, required, line_problems)

    def letters_list(self, key: str) -> tuple[str, ...]:
        """Give a list of texts that are printed letter by letter, of any number of lines."""
        return self._texts(key, required=False, check=unusable)

    def _texts(self, key: str, required: bool, check: Check) -> tuple[str, ...]:
        return self._checked_list(self._take(key, "list", required) or [], check, key)

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Give a list of lists of lines."""
        found = self._take(key, "list", required=True) or []
        return tuple(
            self._checked_list(self._typed(row, "list", key, n) or [], line_problems, key, n)
            for n, row in enumerate(found)
        )

    def _checked_list(
        self, values: Sequence[object], check: Check, *place: str | int
    ) -> tuple[str, ...]:
        typed = [self._typed(value, "text", *place, n) for n, value in enumerate(values)]
        return tuple(
            self._checked(value, check, *place, n) if value is not None else ""
            for n, value in enumerate(typed)
        )

    def _checked(self, value: str, check: Check, *place: str | int) -> str:
        if not value.strip():
            self.fault(say("this text is empty"), *place)
        for problem in check(value):
            self.fault(problem.message, *place, word=problem.word)
        return value

    def file_name(self, key: str, ending: str) -> str:
        """Give the name of a file with this *ending* beside this one, or nothing.

        A translation may name another one.
        """
        value = self._take(key, "text", required=True)
        return "" if value is None else self._checked_name(value, key, ending)

    def _checked_name(self, name: str, key: str, ending: str) -> str:
        if "/" not in name and "\\" not in name and name.endswith(ending):
            return name
        said = say('"{name}" is not an {ending} file beside this one', name=name, ending=ending)
        self.fault(said, key)
        return ""

    # Everything that a translation cannot change.

    def whole(
        self,
        key: str,
        default: int | None = None,
        *,
        least: int = 0,
        most: int | None = None,
        step: int = 1,
    ) -> int:
        """Give a whole number from *least* to *most* in whole *step*s.

        Required unless there is a *default*; one that is out of bounds counts as none.
        """
        value: int | None = self._take(key, "whole number", default is None)
        if value is None or not self._within(key, value, least, most):
            return default or 0
        if value % step:
            self.fault(
                say('"{key}" must be a multiple of {step}', key=self._called(key), step=step), key
            )
        return value

    def number(
        self, key: str, default: float | None = None, *, least: float, most: float | None = None
    ) -> float:
        """Give a number, whole or not; else as `whole`."""
        value: float | None = self._take(key, "number", default is None)
        if value is None or not self._within(key, value, least, most):
            return default or 0.0
        return float(value)

    def _within(self, key: str, value: float, least: float, most: float | None) -> bool:
        if value < least:
            self.fault(
                say('"{key}" must be at least {least}', key=self._called(key), least=least), key
            )
        elif most is not None and value > most:
            self.fault(say('"{key}" must be at most {most}', key=self._called(key), most=most), key)
        return self.sound(key)

    def yes(self, key: str, *, default: bool) -> bool:
        """Give true or false."""
        value = self._take(key, "true or false", required=False)
        return default if value is None else bool(value)

    def plain(self, key: str, default: str | None = None) -> str:
        """Give words that are the same in every language, such as an address."""
        value = self._take(key, "text", default is None)
        return self._checked(value, words_problems, key) if value is not None else default or ""

    def id(self, key: str = "id", *, required: bool = True) -> str:
        """Give an id: a-z, 0-9 and single hyphens; nothing when it is not one."""
        value = self._take(key, "text", required)
        if value is None or _ID.fullmatch(value):
            return str(value or "")
        self.fault(
            say('"{id}" must be an id: a-z first, then a-z, 0-9 and single hyphens', id=value), key
        )
        return ""

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Give a member of *kind*; required unless there is a *default*."""
        value = self.one_of(key, list(kind), default)
        return kind(value) if value else next(iter(kind))

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """Give one of the *known* words, or nothing when it is not one of them."""
        value = self._take(key, "text", default is None)
        if value is None:
            return default or ""
        return self._known_word(value, list(known), key)

    def choices(
        self, key: str, kind: type[Choice], *, required: bool = False
    ) -> tuple[Choice, ...]:
        """Give several members of *kind*, each once."""
        found = self.single_words(key, required=required)
        members = [self._known_word(word, list(kind), key, number) for number, word in found]
        return tuple(kind(member) for member in members if member)

    def _known_word(self, value: str, known: list[str], *place: str | int) -> str:
        if value in known:
            return value
        said = say('"{word}" is not one of: {known}.', word=value, known=", ".join(known))
        self.fault(said + did_you_mean(value, known), *place)
        return ""

    def single_words(self, key: str, *, required: bool = False) -> list[tuple[int, str]]:
        """Give words that each stand there once, with their numbers in the list."""
        found = list[tuple[int, str]]()
        values = self._take(key, "list", required)
        if required and values == []:
            self.fault(say('"{key}" is empty', key=self._called(key)), key)
        for number, value in enumerate(values or []):
            if self._typed(value, "text", key, number) is None:
                continue
            if value in values[:number]:
                self.fault(say('"{word}" is there twice', word=value), key, number)
            else:
                found.append((number, value))
        return found

    def references(self, key: str, kind: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give ids of another *kind* of thing, to be checked when everything has been read."""
        found = self.single_words(key)
        for number, word in found:
            place = (*self._path, key, number)
            if word != ANY:
                self.file.references.append(Reference(kind, word, self.file, place))
            elif default != (ANY,) or len(found) > 1:
                self.fault(say('"*" stands alone, for all'), key, number)
        return tuple(word for _, word in found) if key in self._data else default

    def date(self, key: str) -> datetime.date | None:
        """Give a date, or None when there is none."""
        value: datetime.date | None = self._take(key, "date", required=False)
        return value

    def moment(self, key: str) -> datetime.datetime | None:
        """Give a date with a time of day, or None; one with a zone is told in UTC, without it."""
        value: datetime.datetime | None = self._take(key, "date and time", required=False)
        if value is None or value.tzinfo is None:
            return value
        return value.astimezone(datetime.UTC).replace(tzinfo=None)

    def clock(self, key: str) -> datetime.time | None:
        """Give a time of day on a five-minute mark, or None: 09:00:00, "9:00" or "9.00"."""
        if not self.has(key):
            return None
        value = self._data[key]
        time = typed_clock(value) if isinstance(value, str) else value
        if not isinstance(time, datetime.time):
            said = say('"{key}" must be a time of day such as "9:00"', key=self._called(key))
            self.fault(said, key)
            return None
        if time.minute % 5 or time.second or time.microsecond:
            self.fault(
                say('"{key}" must be on a five-minute mark, such as 10:05', key=self._called(key)),
                key,
            )
        return time

    def table(self, key: str, *, required: bool = True) -> Table:
        """Give a table below this one; an empty mute one when it is not there."""
        value = self._take(key, "table", required)
        if value is None:
            return Table(self.file, {}, (*self._path, key), mute=True)
        return self._child(value, key)

    def tables(self, key: str, *, required: bool = False) -> list[Table]:
        """Give the tables of a list, in order."""
        values = self._take(key, "list", required)
        if required and values == []:
            self.fault(say('"{key}" is empty', key=self._called(key)), key)
        typed = [self._typed(value, "table", key, n) for n, value in enumerate(values or [])]
        return [self._child(value, key, n) for n, value in enumerate(typed) if value is not None]

    def _child(self, value: dict[str, Any], *place: str | int) -> Table:
        child = Table(self.file, value, (*self._path, *place), mute=self._mute)
        self._children.append(child)
        return child


def distinct(tables: Iterable[Table], ids: Iterable[str]) -> None:
    """Report each of the *tables* whose id one before it already has."""
    seen: set[str] = set()
    for table, id_ in zip(tables, ids, strict=True):
        if id_ and id_ in seen:
            table.fault(say('the id "{id}" is there twice', id=id_), "id")
        seen.add(id_)
