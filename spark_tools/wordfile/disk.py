"""Files as they lie on the disk, before anything in them is looked at."""

from __future__ import annotations

from pathlib import Path

from spark_tools.model import Fault, FaultError
from spark_tools.wordfile.wording import say

LARGEST_FILE = 64 * 2**20


def read_file(path: Path) -> bytes:
    """Give what is in the file at *path*.

    Raises:
        FaultError: with one fault where it is missing, a folder, unreadable, larger than
            64 MiB, or one of the ``~$`` files that show that Word has another one open.
    """
    if path.name.startswith("~$"):
        raise _fault(path, say("it only shows that Word has the file open; close Word first"))
    try:
        if path.is_dir():
            raise _fault(path, say("it is a folder; name the files in it"))
        if path.exists() and not path.is_file():
            raise _fault(path, say("it is not a file"))
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise _fault(path, say("there is no such file")) from None
    except (OSError, ValueError):
        raise _fault(path, say("it cannot be read")) from None
    if len(content) > LARGEST_FILE:
        raise _fault(path, say("it is larger than this program takes in"))
    return content


def _fault(path: Path, message: str) -> FaultError:
    return FaultError([Fault(message, str(path))])
