"""Connections: whatever is refused before it gets to the pages is told so in a page of ours."""

from __future__ import annotations

import contextlib
import socket
import struct
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask

Refusal = Callable[[int, str], tuple[Mapping[str, str], bytes]]
"""Gives the headers and the page for an HTTP status; the path may be empty."""

PATIENCE = 60
"""How many seconds a request may take to arrive, and how long a connection may idle."""

LONGEST_ANSWER = 300
"""How many seconds somebody may take to fetch an answer."""

MOST, CROWD = 400, 300
"""How many connections there may be, and when those that have idled longest must leave."""

LARGEST_UNREAD = 64_000_000
"""A body that is too large is read and forgotten up to this many bytes: a browser that is cut
off in the middle of a file shows its own failure instead of our page."""

_AT_ONCE = struct.pack("ii", 1, 0)


def bound_connections(listener: Any, refuse: Refusal) -> None:
    """Let a *listener* of waitress's have connections that are bounded, and refuse by *refuse*."""
    listener.channel_class = _connection(refuse)
    mark_the_idle = listener.maintenance

    def close_the_idle(now: float) -> None:
        mark_the_idle(now)
        connections = tuple(listener.active_channels.values())
        for channel in _idle_longest(connections)[: max(0, len(connections) - CROWD)]:
            channel.will_close = True
        for channel in connections:
            if channel.will_close:  # which waitress waits to do until the client has read on
                with contextlib.suppress(OSError):
                    channel.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                    channel.socket.shutdown(socket.SHUT_RDWR)

    listener.maintenance = close_the_idle


def _idle_longest(connections: Sequence[Any]) -> list[Any]:
    """Give the connections on which nothing is done, those first that have idled longest."""
    idle = (each for each in connections if not each.requests and not each.total_outbufs_len)
    return sorted(idle, key=lambda each: each.last_activity)


def _connection(refuse: Refusal) -> type[Any]:

    class PageTask(ErrorTask):  # type: ignore[misc]
        def execute(self) -> None:
            error = self.request.error
            headers, body = refuse(error.code, getattr(self.request, "path", ""))
            self.status = f"{error.code} {error.reason}"
            self.response_headers.extend(headers.items())
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    class OwnConnection(Connection):
        error_task_class = PageTask

    return OwnConnection


class BoundedRequest(HTTPRequestParser):  # type: ignore[misc]
    """A request; of one that is too large the body is forgotten as it comes."""

    unread = 0
    expect_continue: bool

    def received(self, data: bytes) -> int:
        """Take what belongs to this request from the beginning of *data*; give how much it was."""
        if self.unread:
            forgotten = min(len(data), self.unread)
            self.unread -= forgotten
            self.completed = not self.unread
            return forgotten
        taken: int = super().received(data)
        if self.error and self.error.code == 413 and not self.body_bytes_received:
            if self.expect_continue:
                self.expect_continue = False  # whoever asks first is told at once
            elif self.content_length <= LARGEST_UNREAD:
                self.unread = self.content_length
                self.completed = False
        return taken


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection on which nothing may take for ever, however slowly it trickles.

    waitress closes those whose ``last_activity`` is `PATIENCE` seconds ago.
    """

    parser_class = BoundedRequest
    _receiving_since = 0.0
    _sending_since = 0.0

    def received(self, data: bytes) -> bool:
        """Take *data*: a request, or a part of one, whose time runs from its first byte."""
        before = self.request
        taken: bool = super().received(data)
        if self.request is not None:
            if self.request is not before:
                self._receiving_since = time.time()
            self.last_activity = self._receiving_since
        return taken

    def handle_write(self) -> None:
        """Send what can be sent of an answer, whose time runs from the first wait."""
        super().handle_write()
        if self.total_outbufs_len:
            self._sending_since = self._sending_since or time.time()
            self.last_activity = self._sending_since + LONGEST_ANSWER - PATIENCE
        elif self._sending_since:
            self._sending_since = 0.0
            self.last_activity = time.time()
