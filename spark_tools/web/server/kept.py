"""Files that have been drawn from the toolbox's own content, kept in memory within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock


class Kept:
    """At most so many bytes; what has not been asked for longest gives way.

    What is asked for by several at once is made once. Nothing of a user's belongs here.
    """

    def __init__(self, most_bytes: int) -> None:
        self._room = most_bytes
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._under_way: dict[Hashable, Future[bytes]] = {}
        self._lock = Lock()

    def look_up(self, key: Hashable) -> bytes | None:
        """Give what is kept under *key*, if anything is."""
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Give what is kept under *key*, else what *make* gives; raises whatever that raises."""
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
                return self._files[key]
            others = self._under_way.get(key)
            if others is None:
                mine = self._under_way[key] = Future[bytes]()
        if others is not None:
            return others.result()
        try:
            made = make()
            self._put(key, made)
            mine.set_result(made)
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._under_way[key]
        return made

    def _put(self, key: Hashable, content: bytes) -> None:
        if len(content) > self._room:
            return
        with self._lock:
            self._files[key] = content
            while sum(map(len, self._files.values())) > self._room:
                self._files.popitem(last=False)
