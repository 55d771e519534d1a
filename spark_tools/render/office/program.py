"""LibreOffice as a program: where it is, and one run of it for many files."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from spark_tools.i18n import messages
from spark_tools.model import Fault, FaultError

SECONDS_TO_START, SECONDS_A_FILE = 120, 30

_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "win32": (
        "C:/Program Files/LibreOffice/program/soffice.com",
        "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_EXPORT = {
    "UseTaggedPDF": ("boolean", "true"),
    "PDFUACompliance": ("boolean", "true"),
    # A form made by LibreOffice prints without its ticks; the Word file is the form.
    "ExportFormFields": ("boolean", "false"),
}


def find_office() -> str | None:
    """Give the path of LibreOffice's program, or None where it is not installed."""
    places = (place for place in _PLACES.get(sys.platform, ()) if Path(place).is_file())
    return next(filter(None, map(shutil.which, _NAMES)), None) or next(places, None)


def convert(files: Sequence[bytes]) -> list[bytes]:
    """Give each of the Word *files* as LibreOffice's PDF, in order, by one run of it.

    It runs with a profile of its own in a temporary folder, so that one that is open
    on the screen is not disturbed, and nothing is left behind.

    Raises:
        FaultError: it cannot be run, takes far too long, or leaves one of them out.
    """
    _ = messages("render")
    program = find_office()
    if not files:
        return []
    if program is None:
        raise FaultError([Fault(_("LibreOffice is not installed"))])
    with tempfile.TemporaryDirectory(prefix="spark-") as folder:
        named = [Path(folder, f"{number}.docx") for number in range(len(files))]
        for path, content in zip(named, files, strict=True):
            path.write_bytes(content)
        seconds = SECONDS_TO_START + SECONDS_A_FILE * len(files)
        _run(_command(program, Path(folder), named), Path(folder), seconds)
        return list(_made(named))


def _command(program: str, folder: Path, files: Sequence[Path]) -> list[str]:
    """Give the command, run in *folder* and short: Windows takes no more than 32,000 letters."""
    options = {name: {"type": kind, "value": value} for name, (kind, value) in _EXPORT.items()}
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options)}",
        *(path.name for path in files),
    ]


def _run(command: Sequence[str], folder: Path, seconds: int) -> None:
    _ = messages("render")
    none = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            command, cwd=folder, stdin=none, stdout=none, stderr=none, start_new_session=True
        )
    except OSError as error:
        said = _("LibreOffice cannot be run: {why}", why=error.strerror or str(error))
        raise FaultError([Fault(said)]) from None
    try:
        running.wait(seconds)
    except BaseException as error:
        _stop(running)
        if isinstance(error, subprocess.TimeoutExpired):
            said = _("LibreOffice was not done after {seconds} seconds", seconds=seconds)
            raise FaultError([Fault(said)]) from None
        raise


def _stop(running: subprocess.Popen[bytes]) -> None:
    """Stop the program and those that it has begun: the one that was asked for only waits."""
    if sys.platform == "win32":
        running.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _made(files: Sequence[Path]) -> Iterator[bytes]:
    """Give what was made of each of *files*; raises when one is missing."""
    _ = messages("render")
    for path in files:
        try:
            yield path.with_suffix(".pdf").read_bytes()
        except FileNotFoundError:
            said = _("LibreOffice did not make the PDF files; the Word files can still be made")
            raise FaultError([Fault(said)]) from None
