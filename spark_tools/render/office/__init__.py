"""PDF by LibreOffice: for documents in the look of an organisation's own Word file.

`program` finds and runs LibreOffice, once for all the documents of a course; `mending`
puts right what it leaves wanting.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from spark_tools.i18n import messages
from spark_tools.render.office.program import find_office


def missing() -> str:
    """Say what has to be installed before LibreOffice can make PDF; nothing when it is there."""
    _ = messages("render")
    if find_office() is None:
        return _(
            "PDF in your own house style is made by LibreOffice, which is not installed here: "
            "install it, or print the Word files"
        )
    if find_spec("pypdf") is None:
        return _("To make PDF files in your own house style, first run: pip install pypdf")
    return ""


def to_pdf(files: Sequence[bytes]) -> list[bytes]:
    """Give each of the Word *files* as the bytes of a PDF/UA-1 file, in order.

    One start of LibreOffice makes them all; the same files give the same bytes with the
    same version of it and the same fonts.

    Raises:
        FaultError: LibreOffice cannot be run, or does not make one of them.
    """
    from spark_tools.render.office.mending import mend
    from spark_tools.render.office.program import convert

    return [mend(pdf) for pdf in convert(files)]
