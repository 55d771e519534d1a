"""The second door: a folder of plugins that nobody has installed.

Each ``.py`` file and each sub-folder with code or content in it is a plugin. A folder that holds
``exercises/``, ``themes/``, ``course_types/`` or ``looks/`` and no Python is a plugin
that offers its content and its looks; so is the plugins folder itself. Folders with something else
in them, such as schemas, documents or a course, are nobody's plugin.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

from spark_tools.plugin.candidate import Candidate, LoadedPlugin
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.hookspecs import hookimpl
from spark_tools.plugin.looks import LOOKS
from spark_tools.plugin.wording import say

CONTENT_FOLDERS = ("exercises", "themes", "course_types")
_FOLDERS = (*CONTENT_FOLDERS, LOOKS)
OF_COURSES = ("course.toml", "logbook.toml")
"""TOML files that a course folder has: it may lie among plugins and is none."""

PREFIX = "spark_tools_local_"


class ContentFolder:
    """A plugin without Python: a folder whose files are its content and its looks.

    None of its files is ever imported, nothing in it leads elsewhere, and its templates are drawn
    in a sandbox.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @hookimpl
    def spark_content_dirs(self) -> list[Path]:
        """Offer the folder, where it has content."""
        return [self.folder] if _has(self.folder, CONTENT_FOLDERS) else []

    @hookimpl
    def spark_template_dirs(self) -> list[Path]:
        """Offer the folder, where it has looks."""
        return [self.folder] if _has(self.folder, (LOOKS,)) else []


def local_plugins(folder: Path) -> list[Candidate]:
    """Give the plugins that lie in *folder*, by name; raises `NotADirectoryError`."""
    if not folder.is_dir():
        raise NotADirectoryError(say("there is no folder {folder}", folder=folder))
    return [local_plugin(path) for path in _inside(folder)]


def local_plugin(path: Path) -> Candidate:
    """Give the one plugin that *path* is: a ``.py`` file, a package, or a folder of content."""
    is_module = path.suffix == ".py" or (path / "__init__.py").is_file()
    loader = _module_loader(path) if is_module else _content_loader(path)
    whole = path.resolve()
    return Candidate(
        LoadedPlugin(whole.stem if path.suffix == ".py" else whole.name, path=path), loader
    )


def _inside(folder: Path) -> Iterator[Path]:
    if _has(folder, _FOLDERS):
        yield folder
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "_")) or path.name in _FOLDERS:
            continue
        if path.suffix == ".py" or (path.is_dir() and _meant(path)):
            yield path


def _meant(folder: Path) -> bool:
    """Whether *folder* holds what a plugin does, be it in the wrong place."""
    written = (
        path
        for end in ("py", "toml")
        for path in (*folder.glob(f"*.{end}"), *folder.glob(f"*/*.{end}"))
    )
    return _has(folder, _FOLDERS) or any(path.name not in OF_COURSES for path in written)


def _has(folder: Path, names: Iterable[str]) -> bool:
    return any((folder / name).is_dir() for name in names)


def _content_loader(folder: Path) -> Callable[[], object]:
    def load() -> object:
        if not _has(folder, _FOLDERS):
            raise BadPluginError(
                say(
                    "the folder has neither __init__.py nor any of exercises/, themes/, "
                    "course_types/, looks/"
                ),
                _how_to_offer(folder),
            )
        if (link := _leading_out(folder)) is not None:
            raise BadPluginError(
                say("{path} is a link that leads out of the folder", path=link),
                say("Put the file itself there, in place of the link."),
            )
        return ContentFolder(folder)

    return load


def _how_to_offer(folder: Path) -> str:
    if (folder / "pyproject.toml").is_file():
        return say("This is a project: install it, python -m pip install FOLDER.")
    return say("Put its files in one of these, or begin the folder's name with _.")


def _leading_out(folder: Path) -> Path | None:
    """Give a link in *folder* that does not stay in it, if there is one."""
    inside = folder.resolve()
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            if not path.resolve().is_relative_to(inside):
                return path
    return None


def _module_loader(path: Path) -> Callable[[], object]:
    def load() -> object:
        return import_local(path)

    return load


def import_local(path: Path) -> ModuleType:
    """Import a file or package that is not on the path, under a name of its own.

    The name has no dot, so that no parent package is looked for, and relative
    imports inside a package work. Whatever its code raises is raised.
    """
    name = PREFIX + re.sub(r"\W", "_", path.stem)
    package = path.is_dir()
    spec = importlib.util.spec_from_file_location(
        name,
        path / "__init__.py" if package else path,
        submodule_search_locations=[str(path)] if package else None,
    )
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    for known in [known for known in sys.modules if known.partition(".")[0] == name]:
        del sys.modules[known]
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
