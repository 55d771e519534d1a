"""Looks by name: folders ``looks/NAME`` in the template folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spark_tools.model import Fault, FaultError
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.validation import hint
from spark_tools.plugin.wording import say

LOOKS = "looks"
"""The folder in a template folder that holds looks, each in a folder of its name."""

HOUSE = "house"
"""The name of the look that the template folders have without any of their own looks."""

_CODE = ("typst/*.typ", "web/*.js", "preview/*.js")


def look_folders(name: str, template_dirs: Sequence[Path]) -> tuple[Path, ...]:
    """Give the folders of the look *name* in *template_dirs*, in their order.

    Raises:
        FaultError: there is no such look, or several begin so.
    """
    known = look_names(template_dirs)
    wanted = name.casefold()
    meant = [each for each in known if each == wanted]
    meant = meant or [each for each in known if wanted and each.startswith(wanted)]
    if len(meant) != 1:
        there = ", ".join(meant or known)
        said = say('there is no look "{name}"; there is {known}', name=name, known=there)
        if meant:
            said = say('the look "{name}" could be {known}', name=name, known=there)
        raise FaultError([Fault(said + ("" if meant else hint(wanted, known)))])
    folders = (folder / LOOKS / meant[0] for folder in template_dirs)
    return tuple(folder for folder in folders if folder.is_dir())


def look_names(template_dirs: Sequence[Path]) -> list[str]:
    """Give the names of the looks there are: ``house``, then the others by name."""
    folders = (path for each in template_dirs for path in each.glob(f"{LOOKS}/*") if path.is_dir())
    others = {path.name for path in folders if not path.name.startswith((".", "_"))}
    return [HOUSE, *sorted(others - {HOUSE})]


def unused_code(folder: Path) -> BadPluginError | None:
    """Give the fault of a *folder* without code that holds scripts or Typst, or None."""
    for files in _CODE:
        for path in sorted((*folder.glob(files), *folder.glob(f"{LOOKS}/*/{files}"))):
            return BadPluginError(
                say("{path} is not used: a folder without code has no scripts or Typst", path=path),
                say("Remove it, or make the folder a plugin with an __init__.py."),
            )
    return None
