"""Files that have been drawn from the toolbox's own content, kept in memory within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Kept:
    """At most so many bytes; what has not been asked for longest gives way.

    What is asked for by several at once is made once. Nothing of a user's belongs here.
    """

    def __init__(self, most_bytes: int) -> None:
        self._room = most_bytes
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._makers: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under *key*, else what *make* gives; raises whatever that raises."""
        if (found := self._look_up(key)) is not None:
            return found
        with self._lock:
            maker = self._makers.setdefault(key, Lock())
        try:
            with maker:
                if (found := self._look_up(key)) is None:
                    found = make()
                    self._put(key, found)
                return found
        finally:
            with self._lock:
                self._makers.pop(key, None)

    def _look_up(self, key: Hashable) -> bytes | None:
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def _put(self, key: Hashable, content: bytes) -> None:
        if len(content) > self._room:
            return
        with self._lock:
            self._files[key] = content
            while sum(map(len, self._files.values())) > self._room:
                self._files.popitem(last=False)
