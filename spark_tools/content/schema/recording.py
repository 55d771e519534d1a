"""A table that takes down what a reader asks of it, instead of reading a file.

It is handed to the readers of the content format. What they may meet in a file, a
recording answers in one way at a time; `walk` sees to it that it gives every answer.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from spark_tools.content.lines import Path as Place
from spark_tools.content.schema.outline import Key, Type
from spark_tools.content.table import Choice, Table
from spark_tools.content.toml_file import TomlFile
from spark_tools.model import Prose

Point = tuple[Place, str]
"""Where a reader may go more than one way: a table, and the key that decides."""

SAMPLES: Mapping[str, object] = {
    "a tick": True,
    "a date": datetime.date(2027, 2, 3),
    "a text": "",
}
"""What may stand in a table whose keys are the writer's own."""


@frozen
class Run:
    """One way through a reader: what is answered at some points, and what else could be."""

    answers: Mapping[Point, Hashable] = field(factory=dict)
    points: dict[Point, tuple[Hashable, ...]] = field(factory=dict)


class Recording(Table):
    """One table of a file that is not there.

    ``keys`` are those that were asked for, ``asked_after`` those whose presence was,
    ``answered`` what was answered where there was a choice.
    """

    def __init__(self, run: Run, path: Place = ()) -> None:
        super().__init__(TomlFile(Path()), {}, path, mute=True)
        self.keys: dict[str, Key] = {}
        self.asked_after: list[str] = []
        self.answered: dict[str, Hashable] = {}
        self.below: dict[str, Recording] = {}
        self.others = False
        self._run = run

    def _note(self, name: str, type_: Type, required: bool = False, **more: Any) -> None:
        self.keys[name] = Key(name, type_, required, **more)

    def _answer(self, name: str, options: tuple[Hashable, ...]) -> Any:
        point = (self._path, name)
        self._run.points[point] = options
        self.answered[name] = self._run.answers.get(point, options[0])
        return self.answered[name]

    def fault(self, message: str, *place: str | int, word: str = "") -> None:
        """Pass over a fault: there is no file that has it."""

    def close(self) -> None:
        """Report nothing."""

    def has(self, key: str) -> bool:
        """Answer that *key* is there, or is not."""
        self.asked_after.append(key)
        return bool(self._answer(f"{key}?", (True, False)))

    def sound(self, key: str) -> bool:
        """Answer that nothing can be told of the value of *key*."""
        return False

    def anything(self) -> dict[str, Any]:
        """Give something of every type."""
        self.others = True
        return dict(SAMPLES)

    def words(self, key: str, default: str | None = None) -> str:
        """Take down words."""
        return self._noted_text(key, Type.WORDS, default)

    def phrase(self, key: str) -> str:
        """Take down a phrase."""
        return self._noted_text(key, Type.PHRASE, None)

    def line(self, key: str, default: str | None = None) -> str:
        """Take down a line."""
        return self._noted_text(key, Type.LINE, default)

    def prose(self, key: str, default: str | None = None) -> Prose:
        """Take down prose."""
        return Prose(self._noted_text(key, Type.PROSE, default))

    def letters(self, key: str, default: str | None = None, *, lines: bool = False) -> str:
        """Take down letters."""
        return self._noted_text(key, Type.LONG_LETTERS if lines else Type.LETTERS, default)

    def plain(self, key: str, default: str | None = None) -> str:
        """Take down words that are the same in every language."""
        return self._noted_text(key, Type.PLAIN, default)

    def _noted_text(self, key: str, type_: Type, default: str | None) -> str:
        self._note(key, type_, default is None, default=default or None)
        return default or ""

    def words_list(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Take down a list of words."""
        return self._noted_list(key, Type.WORDS, required)

    def line_list(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Take down a list of lines."""
        return self._noted_list(key, Type.LINE, required)

    def letters_list(self, key: str) -> tuple[str, ...]:
        """Take down a list of letters."""
        return self._noted_list(key, Type.LONG_LETTERS, required=False)

    def _noted_list(self, key: str, type_: Type, required: bool) -> tuple[str, ...]:
        self._note(key, type_, required, depth=1)
        return tuple(self._answer(key, ((), ("", ""))))

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Take down a list of lists of lines."""
        self._note(key, Type.LINE, required=True, depth=2)
        return ()

    def file_name(self, key: str, ending: str) -> str:
        """Take down the name of a file; none is read."""
        self._note(key, Type.FILE, required=True, ending=ending)
        return ""

    def whole(
        self,
        key: str,
        default: int | None = None,
        *,
        least: int = 0,
        most: int | None = None,
        step: int = 1,
    ) -> int:
        """Take down a whole number."""
        bounds = {"least": least, "most": most, "step": step}
        self._note(key, Type.WHOLE, default is None, default=default, **bounds)
        return default or least

    def number(
        self, key: str, default: float | None = None, *, least: float, most: float | None = None
    ) -> float:
        """Take down a number."""
        self._note(key, Type.NUMBER, default is None, default=default, least=least, most=most)
        return default or least

    def yes(self, key: str, *, default: bool) -> bool:
        """Take down a true or false."""
        self._note(key, Type.YES_NO, default=default)
        return default

    def id(self, key: str = "id", *, required: bool = True) -> str:
        """Take down an id."""
        self._note(key, Type.ID, required)
        return ""

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Take down a choice, and answer with one of its members."""
        return kind(self.one_of(key, list(kind), default))

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """Take down a choice, and answer with one of the *known* words."""
        words = tuple(map(str, known))
        usual = None if default is None else str(default)
        self._note(key, Type.CHOICE, usual is None, default=usual or None, choices=words)
        first = words[:1] if usual is None else (usual,)
        return str(self._answer(key, tuple(dict.fromkeys((*first, *words)))))

    def choices(
        self, key: str, kind: type[Choice], *, required: bool = False
    ) -> tuple[Choice, ...]:
        """Take down a list of choices."""
        words = tuple(map(str, kind))
        self._note(key, Type.CHOICE, required, depth=1, filled=required, choices=words)
        return ()

    def single_words(self, key: str, *, required: bool = False) -> list[tuple[int, str]]:
        """Take down a list of names."""
        self._note(key, Type.NAME, required, depth=1, filled=required)
        return []

    def references(self, key: str, kind: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Take down a list of names of another *kind* of thing."""
        self._note(key, Type.NAME, depth=1, refers=kind, default=list(default) or None)
        return default

    def date(self, key: str) -> datetime.date | None:
        """Take down a date."""
        self._note(key, Type.DATE)
        return None

    def moment(self, key: str) -> datetime.datetime | None:
        """Take down a date with a time of day."""
        self._note(key, Type.MOMENT)
        return None

    def clock(self, key: str) -> datetime.time | None:
        """Take down a time of day."""
        self._note(key, Type.CLOCK)
        return None

    def table(self, key: str, *, required: bool = True) -> Table:
        """Take down a table, and give one to go on with."""
        self._note(key, Type.TABLE, required)
        return self._noted_below(key)

    def tables(self, key: str, *, required: bool = False) -> list[Table]:
        """Take down a list of tables, and give one of them."""
        self._note(key, Type.TABLE, required, depth=1, filled=required)
        return [self._noted_below(key)]

    def _noted_below(self, key: str) -> Table:
        self.below[key] = Recording(self._run, (*self._path, key))
        return self.below[key]
