"""On which line of a TOML file each key and value stands.

The scanner is only run on files that a TOML parser has accepted (or refused for
their meaning, not their form), so it need not check anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Where a value is: keys, and numbers from 0 in lists: ``("steps", 0, "title")``."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_LONG_BASIC = re.compile(r'"""(?:\\.|[^\\])*?"""(?:"{0,2})', re.DOTALL)
_BASIC = re.compile(r'"(?:\\.|[^"\\\n])*"')
_LONG_LITERAL = re.compile(r"'''.*?'''(?:'{0,2})", re.DOTALL)
_LITERAL = re.compile(r"'[^'\n]*'")


class Lines:
    """The places in one TOML source; ``twice`` is the line of the first repeated key, or 0."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._position = 0
        self._places: dict[Path, tuple[int, int, int]] = {(): (0, 0, len(source))}
        self._assigned: set[Path] = set()
        self._counts: dict[Path, int] = {}
        self._brackets: list[tuple[int, int]] = []
        self.twice = 0
        self._scan()

    def line(self, path: Path, word: str = "") -> int:
        """Give the line, from 1, of *path* or of what holds it; of *word* in its value if found."""
        while path not in self._places:
            path = path[:-1]
        start, value, end = self._places[path]
        found = self._source.find(word, value, end) if word else -1
        return self._line_at(start if found < 0 else found)

    def spans(self) -> Iterator[tuple[Path, int, int]]:
        """Give each path with where it begins in the source and where its own value ends.

        A table's own value is its header.
        """
        for path, (start, _value, end) in self._places.items():
            if path:
                yield path, start, end

    def opening(self, line: int) -> int:
        """Give the line of the innermost bracket that is open where *line* begins, else *line*."""
        rows = self._source.split("\n")
        position = sum(len(row) + 1 for row in rows[: line - 1])
        around = [start for start, end in self._brackets if start < position <= end]
        return self._line_at(max(around)) if around else line

    def _line_at(self, position: int) -> int:
        return self._source.count("\n", 0, position) + 1

    def _scan(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) < len(self._source):
            start = self._position
            if self._source.startswith("[", start):
                table = self._header()
                self._note(table, start, self._position)
                end_of_line = self._source.find("\n", self._position)
            else:
                self._pair(table)
                end_of_line = self._source.find("\n", self._position)
            self._position = end_of_line if end_of_line >= 0 else len(self._source)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        if found := pattern.match(self._source, self._position):
            self._position = found.end()
        return self._position

    def _header(self) -> Path:
        start = self._position
        several = self._source.startswith("[[", start)
        self._position += 2 if several else 1
        keys = self._keys()
        path: Path = ()
        for number, key in enumerate(keys):
            path += (key,)
            self._places.setdefault(path, (start, start, start))
            if several and number == len(keys) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path += (self._counts[path] - 1,)
        return path

    def _keys(self) -> list[str]:
        keys = []
        while True:
            start = self._skip(_SPACE)
            quote = self._source[start : start + 1]
            if quote in ('"', "'"):
                self._skip(_BASIC if quote == '"' else _LITERAL)
                keys.append(self._source[start + 1 : self._position - 1])
            else:
                keys.append(self._source[start : self._skip(_BARE_KEY)])
            self._skip(_SPACE)
            if not self._source.startswith(".", self._position):
                return keys
            self._position += 1

    def _pair(self, table: Path) -> None:
        start = self._position
        path = table
        for key in self._keys():
            path += (key,)
            self._places.setdefault(path[:-1], (start, start, start))
        self._position += 1  # the equals sign
        value = self._skip(_SPACE)
        self._value(path)
        if path in self._assigned:
            self.twice = self.twice or self._line_at(start)
        self._assigned.add(path)
        self._note(path, start, value)

    def _note(self, path: Path, start: int, value: int) -> None:
        self._places[path] = (start, value, self._position)

    def _value(self, path: Path) -> None:
        head = self._source[self._position : self._position + 3]
        if head == '"""':
            self._skip(_LONG_BASIC)
        elif head == "'''":
            self._skip(_LONG_LITERAL)
        elif head.startswith('"'):
            self._skip(_BASIC)
        elif head.startswith("'"):
            self._skip(_LITERAL)
        elif head.startswith("["):
            self._array(path)
        elif head.startswith("{"):
            self._inline_table(path)
        else:
            self._skip(_BARE_VALUE)

    def _array(self, path: Path) -> None:
        opened = self._position
        self._position += 1
        number = 0
        while not self._closed("]"):
            start = self._position
            self._value((*path, number))
            self._note((*path, number), start, start)
            number += 1
            if self._position == start:  # a stray bracket, in a file that was refused
                self._position += 1
        self._brackets.append((opened, self._position))

    def _inline_table(self, path: Path) -> None:
        opened = self._position
        self._position += 1
        while not self._closed("}"):
            self._pair(path)
        self._brackets.append((opened, self._position))

    def _closed(self, bracket: str) -> bool:
        if self._source.startswith(",", self._skip(_BLANK)):
            self._position += 1
            self._skip(_BLANK)
        if self._position >= len(self._source):
            return True
        closed = self._source.startswith(bracket, self._position)
        self._position += closed
        return closed
