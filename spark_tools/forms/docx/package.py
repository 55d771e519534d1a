"""A filled-in sheet: a Word file with our marks, opened within the bounds of a sheet."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.document.form import is_bookmark
from spark_tools.forms.wording import say
from spark_tools.model import Fault, FaultError
from spark_tools.wordfile.archive import Unreadable
from spark_tools.wordfile.markup import WORD
from spark_tools.wordfile.opening import WordFile, open_word_file

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CONTROLS = 5_000
MOST_TEXT = 60_000
"""How many characters the text may have: some twenty pages, on sheets of one or two."""

_CONTROL = f"{{{WORD}}}sdt"
_BOOKMARK = f"{{{WORD}}}bookmarkStart"
_NAME = f"{{{WORD}}}name"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_COURSE, _SHEET = "spark-course", "spark-sheet"


@frozen(eq=False)
class Package:
    """A filled-in sheet that has been opened.

    ``identifier`` is the document's own, or nothing where it is lost; ``saved`` is when
    it was last saved, in UTC without a zone; ``main`` is the root of its text.
    """

    identifier: str
    saved: datetime.datetime | None
    main: _Element


def open_package(content: bytes, name: str = "") -> Package:
    """Open the bytes of a filled-in sheet; *name* is what the file is called in a fault.

    Raises:
        FaultError: with one fault where it is damaged, is not a Word file, is hostile, or
            was not made by this toolbox.
    """
    try:
        return _opened(open_word_file(content))
    except Unreadable as reason:
        raise FaultError([Fault(str(reason), name)]) from None


def _opened(file: WordFile) -> Package:
    main = file.main
    if sum(1 for _ in main.iter(_CONTROL)) > MOST_CONTROLS:
        raise Unreadable(say("it holds more than any sheet of ours could"))
    if sum(map(len, main.itertext())) > MOST_TEXT:
        raise Unreadable(say("it holds far more text than a sheet has room for; shorten it"))
    core = file.related("core-properties")
    identifier = _identifier(core, file.related("custom-properties"))
    if not identifier and not _bears_our_marks(main):
        raise Unreadable(say("it is not a sheet from this toolbox"))
    return Package(identifier, _saved(core), main)


def _identifier(core: _Element | None, custom: _Element | None) -> str:
    """Give the document's identifier from its core properties, else its custom ones."""
    if core is not None and (written := (core.findtext(_IDENTIFIER) or "").strip()):
        return written
    if custom is None:
        return ""
    values = {each.get("name"): str(each.xpath("string()")).strip() for each in custom}
    course, sheet = values.get(_COURSE), values.get(_SHEET)
    return f"{course}/{sheet}" if course and sheet else ""


def _saved(core: _Element | None) -> datetime.datetime | None:
    written = core.findtext(_MODIFIED) if core is not None else None
    try:
        saved = datetime.datetime.fromisoformat((written or "").strip())
        if saved.tzinfo:
            saved = saved.astimezone(datetime.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return saved.replace(microsecond=0)


def _bears_our_marks(main: _Element) -> bool:
    return any(is_bookmark(each.get(_NAME, "")) for each in main.iter(_BOOKMARK))
