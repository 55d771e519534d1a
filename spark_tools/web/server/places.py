"""Places to wait: how many jobs may be waited for at once, in all and by one client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from spark_tools.web.jobs import OverloadError, TooManyError

IN_ALL, EACH = 32, 20
"""How many places a server has, and how many of them one client may have."""


class Places:
    """So many places *in_all*, and *each* for one client."""

    def __init__(self, in_all: int = IN_ALL, each: int = EACH) -> None:
        self._in_all = in_all
        self._each = each
        self._taken: Counter[str] = Counter()
        self._lock = Lock()

    @contextmanager
    def one_for(self, client: str) -> Iterator[None]:
        """Hold a place for *client*.

        Raises:
            TooManyError: the client has all that are for one.
            OverloadError: there is none left.
        """
        with self._lock:
            if self._taken[client] >= self._each:
                raise TooManyError(f"{self._each} jobs at once")
            if self._taken.total() >= self._in_all:
                raise OverloadError(f"{self._in_all} jobs at once")
            self._taken[client] += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken[client] -= 1
                self._taken += Counter()
