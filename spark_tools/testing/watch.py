"""Watching a plugin: ``python -m spark_tools.testing.watch PLUGIN`` tells what it should not do.

Python tells an audit hook of everything that opens, connects and starts something. What has the
plugin's own code on its stack is the plugin's doing; the rest is ours.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spark_tools.model import SessionPlan
    from spark_tools.testing.toolbox import Toolbox

NETWORK = ("socket.", "ssl.", "http.client.", "urllib.", "ftplib.", "smtplib.", "asyncio.")
PROGRAMS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork")
FILES = (
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "os.utime", "shutil.", "tempfile."),
)
QUICK = ("html", "md")
"""The formats of ours that show what a plugin's templates and filters do."""

WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC

_seen: dict[tuple[str, tuple[str, ...]], None] = {}


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Take down *event*, with the files whose code has led to it."""
    if (what := _offence(event, arguments)) and (stack := tuple(_stack(sys._getframe(1)))):
        _seen[what, stack] = None


def _offence(event: str, arguments: Sequence[object]) -> str:
    if event == "open":
        name, _mode, flags = arguments
        if (
            isinstance(flags, int)
            and flags & WRITES
            and isinstance(name, str | bytes | os.PathLike)
        ):
            return f"it writes to {os.fsdecode(name)}"
        return ""
    first = next(iter(arguments), "")
    if event.startswith(NETWORK) and event not in ("socket.__new__", "socket.gethostname"):
        return f"it uses the network ({event})"
    if event.startswith(PROGRAMS):
        return f"it starts a program ({event}: {first})"
    if event.startswith(FILES):
        return f"it changes files ({event}: {first})"
    return ""


def _stack(frame: FrameType | None) -> Iterator[str]:
    while frame is not None:
        yield frame.f_code.co_filename
        frame = frame.f_back


def main(tested: str) -> None:
    """Open the toolbox with the plugin *tested*, ask all its hooks, draw, and tell what it did."""
    sys.addaudithook(watch)
    from spark_tools.plugin.rehearsal import rehearse
    from spark_tools.plugin.trace import homes_of, is_inside
    from spark_tools.testing.toolbox import open_toolbox

    toolbox = open_toolbox(Path(tested) if os.sep in tested else tested)
    _draw(toolbox, rehearse(toolbox.plugins, toolbox.library))
    loaded = (each for each in toolbox.plugins.loaded if each.name == toolbox.plugin)
    homes = [home for plugin in loaded for home in homes_of(plugin)]
    for what, stack in list(_seen):
        if any(is_inside(name, homes) for name in stack):
            sys.stdout.write(f"{what}\n")


def _draw(toolbox: Toolbox, plan: SessionPlan | None) -> None:
    """Draw whatever the plugin may have a part in; what cannot be drawn is another rule's."""
    from spark_tools.model import DocumentRenderer
    from spark_tools.publish import draw_course

    ours = [toolbox.renderers[name] for name in QUICK if name in toolbox.renderers]
    for renderer in (*toolbox.own_renderers, *ours):
        for look in toolbox.looks.values():
            if isinstance(renderer, DocumentRenderer):
                for entry in toolbox.to_draw(renderer):
                    with suppress(Exception, SystemExit):
                        renderer.draw(entry.document, look)
            elif plan is not None:
                with suppress(Exception, SystemExit):
                    list(draw_course(plan, (), [renderer], look))


if __name__ == "__main__":
    main(sys.argv[1])
