"""A Word file from a stranger: hostile until it has been opened here."""

from __future__ import annotations

import datetime
import posixpath
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.document.form import is_bookmark
from spark_tools.forms.docx.archive import Parts, Unreadable
from spark_tools.forms.docx.markup import WORD, parse
from spark_tools.forms.wording import say
from spark_tools.model import Fault, FaultError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CONTROLS = 5_000
MOST_TEXT = 60_000
"""How many characters the text may have: some twenty pages, on sheets of one or two."""

_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_WORD_TYPE = "wordprocessingml"
_CONTROL = f"{{{WORD}}}sdt"
_BOOKMARK = f"{{{WORD}}}bookmarkStart"
_NAME = f"{{{WORD}}}name"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_COURSE, _SHEET = "spark-course", "spark-sheet"


@frozen(eq=False)
class Package:
    """A Word file that has been opened.

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
        _refuse_other_kinds(content)
        return _opened(Parts(content))
    except Unreadable as reason:
        raise FaultError([Fault(str(reason), name)]) from None


def _refuse_other_kinds(content: bytes) -> None:
    """Say what *content* is where it is no archive at all."""
    if content.startswith(b"PK"):
        return
    if not content:
        raise Unreadable(say("it is empty"))
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise Unreadable(say("it is protected with a password; save it without one"))
        raise Unreadable(say("it is in an old Office format; save it as Word (.docx)"))
    if content.startswith(b"%PDF"):
        raise Unreadable(say("it is a PDF; send the Word file that was filled in"))
    raise Unreadable(say("it is not a Word file"))


def _opened(parts: Parts) -> Package:
    if parts.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise Unreadable(say("it is an OpenDocument file; save it as Word (.docx)"))
    if "[Content_Types].xml" not in parts:
        raise Unreadable(say("it is not a Word file"))
    types = _content_types(parts)
    related = _related(parts)
    place = related.get("officeDocument", "")
    if "macroenabled" in types.get(place, "") or any(
        posixpath.basename(part).startswith("vbaproject") for part in parts
    ):
        raise Unreadable(say("it holds macros; save it as Word (.docx) without them"))
    if place not in parts:
        raise Unreadable(say("its text is missing; ask for it to be sent again"))
    if place in types and _WORD_TYPE not in types[place]:
        raise Unreadable(say("it is an Office file, but not a Word document"))
    main = parse(parts.read(place))
    if main.tag != f"{{{WORD}}}document":
        raise Unreadable(say("it is an Office file, but not a Word document"))
    if sum(1 for _ in main.iter(_CONTROL)) > MOST_CONTROLS:
        raise Unreadable(say("it holds more than any Word file of ours could"))
    if sum(map(len, main.itertext())) > MOST_TEXT:
        raise Unreadable(say("it holds far more text than a sheet has room for; shorten it"))
    core = _part(parts, related.get("core-properties", ""))
    custom = _part(parts, related.get("custom-properties", ""))
    identifier = _identifier(core, custom)
    if not identifier and not _bears_our_marks(main):
        raise Unreadable(say("it is not a sheet from this toolbox"))
    return Package(identifier, _saved(core), main)


def _content_types(parts: Parts) -> dict[str, str]:
    """Give the content type of each part that has one of its own, all in lower case."""
    found = {}
    for each in parse(parts.read("[Content_Types].xml")):
        if name := each.get("PartName", ""):
            found[_plain(name)] = each.get("ContentType", "").lower()
    return found


def _related(parts: Parts) -> dict[str, str]:
    """Give the place of the package's own parts by the last word of their relationship."""
    found: dict[str, str] = {}
    if "_rels/.rels" not in parts:
        return found
    for each in parse(parts.read("_rels/.rels")):
        if each.get("TargetMode", "").lower() != "external":
            found.setdefault(
                each.get("Type", "").rpartition("/")[2], _plain(each.get("Target", ""))
            )
    return found


def _plain(target: str) -> str:
    """Give the name in the archive of the part that the package calls *target*."""
    return posixpath.normpath("/" + target.replace("\\", "/")).lstrip("/").lower()


def _part(parts: Parts, name: str) -> _Element | None:
    return parse(parts.read(name)) if name in parts else None


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
