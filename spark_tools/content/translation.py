"""Reading a thing in another language: its texts from one file, all else from the original.

The same readers that read the original read its translation, given a `Translated`
table. So the two cannot differ in anything but their texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spark_tools.content.lines import Path
from spark_tools.content.problem import did_you_mean, nearest
from spark_tools.content.table import Check, Table
from spark_tools.content.text_check import line_problems
from spark_tools.content.toml_file import FORMAT, TomlFile
from spark_tools.content.types import of_type
from spark_tools.content.wording import say

HEAD = ("format", "translates")
ALIASES = "aliases"


def read_head(table: Table) -> int:
    """Read what a translation's file begins with; give the revision that it translates."""
    table.whole("format", least=1, most=FORMAT)
    return table.whole("translates", least=1)


class Translated(Table):
    """A table of the original, whose texts come from *texts* in the translation's file.

    *texts* is None where the translation has nothing at all for this table.
    """

    def __init__(
        self,
        file: TomlFile,
        original: dict[str, Any],
        texts: dict[str, Any] | None,
        path: Path = (),
    ) -> None:
        super().__init__(file, original, path)
        self._texts_there = texts is not None
        self._translated: dict[str, Any] = texts or {}
        self._asked: list[str] = [] if path else list(HEAD)
        self._untranslated: list[str] = []

    def close(self) -> None:
        """Report the texts that are missing, unknown, or no texts."""
        if not self._texts_there:
            if self._untranslated:
                name = ".".join(str(part) for part in self._path)
                self.fault(say("{name} is not translated", name=name))
            return
        missing = list(self._untranslated)
        for key in self._translated:
            if key in self._asked:
                continue
            if key in self._data:
                self.fault(say('"{key}" cannot be changed in a translation', key=key), key)
                continue
            if meant := nearest(key, missing):
                missing.remove(meant)
            hint = did_you_mean(key, [meant] if meant else self._asked)
            self.fault(say('the original has no "{key}".', key=key) + hint, key)
        for key in missing:
            self.fault(say('"{key}" is not translated', key=key))
        for child in self._children:
            child.close()

    def _translation(self, key: str, wanted: str, *, optional: bool = False) -> Any:
        """Give the translated value of *key*, or None where there is or should be none."""
        self._known.append(key)
        if key not in self._data:
            return None
        self._asked.append(key)
        if key in self._translated:
            return self._typed(self._translated[key], wanted, key)
        if not optional:
            self._untranslated.append(key)
        return None

    def _text(self, key: str, default: str | None, check: Check) -> str:
        value = self._translation(key, "text")
        return self._checked(value, check, key) if value is not None else default or ""

    def _texts(self, key: str, required: bool, check: Check) -> tuple[str, ...]:
        if key == ALIASES:  # a thing may have other names in the other language, or none
            self._asked.append(key)
            values = self._typed(self._translated.get(key, []), "list", key)
        else:
            values = self._translation(key, "list")
        if values is None or (key != ALIASES and not self._same_length(key, values)):
            return ()
        return self._checked_list(values, check, key)

    def _same_length(self, key: str, values: list[Any]) -> bool:
        there, here = len(self._data.get(key, [])), len(values)
        if there == here:
            return True
        said = say(
            '"{key}" has {there} in the original and {here} here', key=key, there=there, here=here
        )
        self.fault(said, key)
        return False

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Give the translated rows; there are as many, and each is as long, as in the original."""
        values = self._translation(key, "list")
        if values is None or not self._same_length(key, values):
            return ()
        return tuple(
            self._checked_list(self._typed(row, "list", key, n) or [], line_problems, key, n)
            for n, row in enumerate(values)
        )

    def file_name(self, key: str, ending: str) -> str:
        """Give the translation's own file where it names one."""
        own = self._translation(key, "text", optional=True)
        return self._checked_name(self._data[key] if own is None else own, key, ending)

    def table(self, key: str, *, required: bool = True) -> Table:
        """Give a table below this one with its texts."""
        if key not in self._data:
            return super().table(key, required=required)
        return self._with_texts(self._data[key], self._below(key, "table"), key)

    def tables(self, key: str, *, required: bool = False) -> list[Table]:
        """Give the tables of a list with their texts, found by id, or by number from 1."""
        originals = self._data.get(key, [])
        names = [str(original.get("id", n)) for n, original in enumerate(originals, start=1)]
        below = self._below(key, "list", "table")
        if isinstance(below, list):
            if not self._same_length(key, below):
                return []
            texts = [self._typed(value, "table", key, n) for n, value in enumerate(below)]
            return [
                self._with_texts(original, texts[n], key, n) for n, original in enumerate(originals)
            ]
        meant = {self._unknown(key, name, names) for name in below or {} if name not in names}
        return [
            self._with_texts(original, self._named(below, key, name), key, name)
            for original, name in zip(originals, names, strict=True)
            if name not in meant
        ]

    def _unknown(self, key: str, name: str, names: list[str]) -> str:
        """Report a table that the original does not have; give the one that was meant."""
        hint = did_you_mean(name, names)
        self.fault(say('the original has no "{key}".', key=f"{key}.{name}") + hint, key, name)
        return nearest(name, names)

    def _below(self, key: str, *wanted: str) -> Any:
        self._asked.append(key)
        value = self._translated.get(key)
        if value is None or any(of_type(value, type_) for type_ in wanted):
            return value
        self.fault(say('"{key}" cannot be changed in a translation', key=key), key)
        return None

    def _named(self, below: Mapping[str, Any] | None, key: str, name: str) -> dict[str, Any] | None:
        value = (below or {}).get(name)
        return None if value is None else self._typed(value, "table", key, name)

    def _with_texts(
        self, original: dict[str, Any], texts: dict[str, Any] | None, *place: str | int
    ) -> Table:
        child = Translated(self.file, original, texts, (*self._path, *place))
        self._children.append(child)
        return child
