"""The preview folder: written over at every save, and never a file that is somebody else's.

``preview.json`` in it lists what spark wrote there, so that those files may be written
over, and taken away when the exercise has got another title.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from spark_tools.model import Fault, FaultError
from spark_tools.preview.wording import say
from spark_tools.publish import DrawnFile, at_work
from spark_tools.publish.disk import cannot_write, digest, digest_of
from spark_tools.publish.shape import Shape, as_text, refuse_newer
from spark_tools.publish.standing import Digests, stale
from spark_tools.publish.work import commit

LISTING = "preview.json"
FORMAT = 1

Previews = Mapping[str, Digests]
"""What was written for each exercise: the SHA-256 by path."""


@frozen
class Laid:
    """What became of the files: paths relative to the folder, in order.

    ``unchanged`` stand there as they should already, ``kept`` are somebody else's and were
    left alone. ``waiting`` could not be written, which ``refused`` says why.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    waiting: tuple[DrawnFile, ...] = ()
    refused: tuple[Fault, ...] = ()


def lay_in(folder: Path, exercise: str, files: Sequence[DrawnFile], *, alone: bool = True) -> Laid:
    """Write *files* of *exercise* into *folder*, each whole and for itself.

    A file that spark wrote there is replaced, changed or not; another one is kept. What was
    written for the exercise before in the same formats and is not among them is removed if
    nobody has changed it, unless *alone* is false: then they are a part of its files.

    Raises:
        FaultError: the folder cannot be used, another process is at work there, or its
            ``preview.json`` is not ours.
    """
    written, unchanged, kept = list[str](), list[str](), list[str]()
    waiting, refused = list[DrawnFile](), list[Fault]()
    with at_work(folder):
        previews = _listed(folder)
        ours = {path for files_ in previews.values() for path in files_}
        before = dict(previews.get(exercise, {}))
        drawn = {Path(file.path).suffix for file in files} if alone else ()
        now = {path: wrote for path, wrote in before.items() if Path(path).suffix not in drawn}
        for file in files:
            wanted = digest(file.content)
            try:
                standing = _standing(folder / file.path)
                if standing not in ("", wanted) and file.path not in ours:
                    kept.append(file.path)
                    continue
                now[file.path] = wanted
                if standing == wanted:
                    unchanged.append(file.path)
                    continue
                commit(folder, {file.path: file.content})
                written.append(file.path)
            except FaultError as error:
                waiting.append(file)
                refused += error.faults
        for path, changed in stale(folder, before.keys() - now.keys(), before):
            try:
                if not changed:
                    commit(folder, {}, [path])
            except FaultError:
                now[path] = before[path]
        listing = _listing({**previews, exercise: now})
        if digest_of(folder / LISTING) != digest(listing):
            commit(folder, {LISTING: listing})
    return Laid(tuple(written), tuple(unchanged), tuple(kept), tuple(waiting), tuple(refused))


def _standing(path: Path) -> str:
    try:
        return digest_of(path)
    except OSError as error:
        raise FaultError([cannot_write(error, path)]) from error


def _listing(previews: Previews) -> bytes:
    content = {name: dict(sorted(files.items())) for name, files in sorted(previews.items())}
    return f"{as_text({'format': FORMAT, 'previews': content})}\n".encode()


def _listed(folder: Path) -> Previews:
    path = folder / LISTING
    try:
        whole = Shape(json.loads(path.read_bytes()))
        refuse_newer(whole, FORMAT, path)
        if whole.number("format") == FORMAT:
            previews = whole.shape("previews")
            return {name: _digests(previews.shape(name)) for name in previews.names}
    except FileNotFoundError:
        return {}
    except OSError as error:
        said = say("it cannot be read: {why}", why=error.strerror or str(error))
        raise FaultError([Fault(said, str(path))]) from None
    except (ValueError, RecursionError):
        pass
    said = say("this is no list of a preview that spark has written; choose another folder with -o")
    raise FaultError([Fault(said, str(path))])


def _digests(files: Shape) -> Digests:
    return {name: files.text(name) for name in files.names}
