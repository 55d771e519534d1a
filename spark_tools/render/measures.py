"""The measures of a look: fonts, colours, sizes and space, the same for every format."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Any

from spark_tools.content.problem import did_you_mean
from spark_tools.i18n import messages
from spark_tools.model import LOOK_FILE, Fault, FaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spark_tools.model import Look

FORMAT = 1
"""The version of the format of ``look.json``, which a file need not say."""

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def measures(look: Look) -> dict[str, Any]:
    """Give the measures of *look*: those of each ``look.json`` laid over the folders' after it.

    Colours are ``#RRGGBB``, sizes and lines are points, margins are mm. The last file is
    the bundled one; it has every measure, and the others need say only what they change.

    Raises:
        FaultError: a file is not JSON, or says something that the last one does not know.
        FileNotFoundError: no folder has such a file.
    """
    files = look.find_all(LOOK_FILE)
    if not files:
        raise FileNotFoundError(LOOK_FILE)
    read: dict[str, Any] = json.loads(_laid_over(tuple((p, p.read_bytes()) for p in files)))
    return read


@lru_cache(maxsize=8)
def _laid_over(files: tuple[tuple[Path, bytes], ...]) -> str:
    _ = messages("render")
    whole: dict[str, Any] = {}
    faults: list[Fault] = []
    for path, content in reversed(files):
        try:
            own = json.loads(content)
        except ValueError as error:
            faults.append(Fault(_("this is not JSON: {error}", error=error), str(path)))
            continue
        version = own.pop("format", FORMAT) if isinstance(own, dict) else FORMAT
        if version != FORMAT:
            faults.append(Fault(_said_of(version), str(path)))
            continue
        if not whole:
            whole = own
            continue
        faults += [Fault(said, str(path)) for said in _differences(own, whole, "")]
        if not faults:
            whole = _over(whole, own)
    if faults:
        raise FaultError(faults)
    return json.dumps(whole)


def _said_of(version: object) -> str:
    _ = messages("render")
    if isinstance(version, int) and version > FORMAT:
        return _(
            "this file is from a newer spark-tools (format {version}; {known} is known here); "
            "update spark-tools",
            version=version,
            known=FORMAT,
        )
    return _("“format” should be {known}", known=FORMAT)


def _over(below: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = {
        name: _over(below[name], value) if isinstance(value, dict) else value
        for name, value in own.items()
    }
    return {**below, **merged}


def _differences(own: Any, known: Any, name: str) -> Iterator[str]:
    """Say what in *own* cannot stand where *known* does."""
    _ = messages("render")
    if isinstance(known, dict):
        if not isinstance(own, dict):
            yield _("“{name}” should be a group of measures in braces", name=name or LOOK_FILE)
            return
        for key, value in own.items():
            whole_name = f"{name}.{key}" if name else key
            if key in known:
                yield from _differences(value, known[key], whole_name)
            else:
                said = _("there is no measure called “{name}”.", name=whole_name)
                yield said + did_you_mean(key, known)
    elif isinstance(known, str):
        if not isinstance(own, str) or not own:
            yield _("“{name}” should be words in quotation marks", name=name)
        elif _COLOUR.fullmatch(known) and not _COLOUR.fullmatch(own):
            yield _("“{name}” should be a colour such as #1D5560", name=name)
    elif isinstance(own, bool) or not isinstance(own, int | float) or not 0 < own < inf:
        yield _("“{name}” should be a number above 0", name=name)
