"""Writing a site: whole files only, and never over somebody else's work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError
from spark_tools.publish.disk import digest
from spark_tools.publish.folder import Published
from spark_tools.publish.shape import Shape, as_text, refuse_newer
from spark_tools.publish.standing import Digests, kept_and_written, stale
from spark_tools.publish.work import at_work, commit

LISTING = "site.json"
"""The file that lists what a site was written as."""

FORMAT = 1


def write_site(folder: Path, contents: Mapping[str, bytes], *, force: bool = False) -> Published:
    """Write *contents* by path into *folder*, and remove what an earlier site had besides.

    Files that stand there otherwise than spark wrote them are left alone, unless
    *force*. All is changed or nothing is, wherever the writing is stopped.

    Raises:
        FaultError: the folder cannot be used, a file cannot be written, another
            process is at work there, or the listing there is not one of ours.
    """
    with at_work(folder):
        earlier = _listed(folder)
        kept, writing = kept_and_written(folder, contents, earlier, force=force)
        gone = stale(folder, earlier.keys() - contents.keys(), earlier)
        removed = tuple(name for name, changed in gone if force or not changed)
        left = tuple(name for name, changed in gone if not force and changed)
        remembered = {name: earlier[name] for name in left}
        listing = {path: digest(content) for path, content in contents.items()} | remembered
        commit(folder, {**writing, LISTING: _listing(listing)}, removed)
    return Published(tuple(writing), kept, removed, left)


def _listing(files: Digests) -> bytes:
    return f"{as_text({'format': FORMAT, 'files': dict(sorted(files.items()))})}\n".encode()


def _listed(folder: Path) -> Digests:
    path = folder / LISTING
    try:
        whole = Shape(json.loads(path.read_bytes()))
        refuse_newer(whole, FORMAT, path)
        if whole.number("format") == FORMAT:
            files = whole.shape("files")
            return {name: files.text(name) for name in files.names}
    except FileNotFoundError:
        return {}
    except OSError as error:
        why = messages("publish")("cannot be read: {why}", why=error.strerror or str(error))
        raise FaultError([Fault(why, str(path))]) from None
    except (ValueError, RecursionError):
        pass
    _ = messages("publish")
    said = _("this is no list of a site that spark has written; choose another folder")
    raise FaultError([Fault(said, str(path))])
