"""Where in a plugin's files an error came from."""

from __future__ import annotations

import sysconfig
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from spark_tools.plugin.candidate import LoadedPlugin

Homes = Sequence[Path]
"""The folders and files that are a plugin's own, the innermost first."""

_NOT_A_PLUGINS = tuple(
    str(folder)
    for folder in (
        Path(sysconfig.get_path("stdlib"), "importlib"),
        Path(__file__).parents[1],
        "<frozen ",
    )
)


def described(error: BaseException, homes: Homes) -> str:
    """Say in one line what *error* is, and the last line of code in *homes* on the way to it.

    Where there is none, the last line that is not ours or Python's own will do.
    """
    line, file = getattr(error, "lineno", None), getattr(error, "filename", None)
    words = " ".join(str(getattr(error, "msg", None) or _message(error)).split())
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    if line and file:  # Python or Jinja2 cannot read it
        return f"{said} ({file}:{line})"
    places = [(file, line) for file, line in code_places(error) if is_inside(file, homes)]
    places = places or [
        (file, line) for file, line in code_places(error) if not file.startswith(_NOT_A_PLUGINS)
    ]
    return f"{said} ({places[-1][0]}:{places[-1][1]})" if places else said


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""


def code_places(error: BaseException) -> Iterator[tuple[str, int]]:
    """Give file and line of each call on the way to *error*, the last one last."""
    for frame in traceback.extract_tb(error.__traceback__):
        yield frame.filename, frame.lineno or 0


def homes_of(plugin: LoadedPlugin) -> Homes:
    """Give the folder or the file that *plugin* is, where known, and the package it belongs to."""
    if plugin.path is None:
        return ()
    own = plugin.path.parent if plugin.path.name == "__init__.py" else plugin.path
    package = own
    while plugin.distribution and not plugin.bundled and (package.parent / "__init__.py").is_file():
        package = package.parent
    return (own,) if package == own else (own, package)


def is_inside(file: str, homes: Homes) -> bool:
    """Whether *file* is one of *homes* or lies in one of them."""
    path = Path(file)
    return any(home == path or home in path.parents for home in homes)
