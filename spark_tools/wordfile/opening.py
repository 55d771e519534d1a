"""Opening a Word file: what it is made of, and why it cannot be opened where it cannot."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from spark_tools.wordfile.archive import Parts, Unreadable
from spark_tools.wordfile.bounds import SHEET, Bounds
from spark_tools.wordfile.markup import WORD, parse
from spark_tools.wordfile.wording import say

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT_TYPES = "[Content_Types].xml"

_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
_WORD_TYPE = "wordprocessingml"
_TEMPLATE_TYPE = "wordprocessingml.template"


@frozen
class Relation:
    """What a part points at: ``kind`` is the last word of the relationship's type.

    ``target`` is a part's name, or an address outside the package when ``external``.
    """

    id: str
    kind: str
    target: str
    external: bool = False


@frozen(eq=False)
class WordFile:
    """A Word file that has been opened; names of parts are in lower case.

    ``types`` maps parts to their content types where they have one of their own.
    ``name`` is that of the main part, ``main`` its root.
    """

    parts: Parts
    types: Mapping[str, str]
    name: str
    main: _Element
    bounds: Bounds = SHEET
    _relations: dict[str, tuple[Relation, ...]] = field(factory=dict, init=False, repr=False)

    @property
    def is_template(self) -> bool:
        """Whether it is a template (``.dotx``) rather than a document."""
        return _TEMPLATE_TYPE in self.types.get(self.name, "")

    def part(self, name: str) -> _Element | None:
        """Give the root of the part *name*, or None where there is no such part.

        Raises:
            Unreadable: as `markup.parse`.
        """
        return parse(self.parts.read(name), self.bounds) if name in self.parts else None

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """Give what the part *name* points at, or the package itself without one."""
        if name not in self._relations:
            self._relations[name] = _relations(self.parts, name)
        return self._relations[name]

    def related(self, kind: str, name: str = "") -> _Element | None:
        """Give the root of the first part that *name* points at as a *kind*, or None."""
        for relation in self.relations(name):
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None


def open_word_file(content: bytes, bounds: Bounds = SHEET) -> WordFile:
    """Open the bytes of a Word file, ``.docx`` or ``.dotx``; no part may be over *bounds*.

    Raises:
        Unreadable: it is damaged, is hostile, has macros or is not a Word file.
    """
    _refuse_other_kinds(content)
    parts = Parts(content, bounds)
    if parts.read("mimetype").startswith(_OPEN_DOCUMENT):
        raise Unreadable(say("it is an OpenDocument file; save it as Word (.docx)"))
    if CONTENT_TYPES not in parts:
        raise Unreadable(say("it is not a Word file"))
    types = _content_types(parts)
    package = _relations(parts)
    name = next((each.target for each in package if each.kind == "officeDocument"), "")
    if "macroenabled" in types.get(name, "") or any(
        posixpath.basename(part).startswith("vbaproject") for part in parts
    ):
        raise Unreadable(say("it holds macros; save it as Word (.docx) without them"))
    if name not in parts:
        raise Unreadable(say("its text is missing; ask for it to be sent again"))
    if name in types and _WORD_TYPE not in types[name]:
        raise Unreadable(say("it is an Office file, but not a Word document"))
    main = parse(parts.read(name), bounds)
    if main.tag != f"{{{WORD}}}document":
        raise Unreadable(say("it is an Office file, but not a Word document"))
    return WordFile(parts, types, name, main, bounds)


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
        raise Unreadable(say("it is a PDF; the Word file itself is needed"))
    raise Unreadable(say("it is not a Word file"))


def _content_types(parts: Parts) -> dict[str, str]:
    """Give the content type of each part that has one of its own, all in lower case."""
    found = {}
    for each in parse(parts.read(CONTENT_TYPES)):
        if name := each.get("PartName", ""):
            found[_plain(name)] = each.get("ContentType", "").lower()
    return found


def _relations(parts: Parts, name: str = "") -> tuple[Relation, ...]:
    """Give what the part *name* points at, the first of each id alone."""
    folder, base = posixpath.split(name)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    if rels not in parts:
        return ()
    found: dict[str, Relation] = {}
    for each in parse(parts.read(rels)):
        external = each.get("TargetMode", "").lower() == "external"
        target = each.get("Target", "")
        identifier = each.get("Id", "")
        found.setdefault(
            identifier or target,
            Relation(
                identifier,
                each.get("Type", "").rpartition("/")[2],
                target if external else _plain(target, folder),
                external,
            ),
        )
    return tuple(found.values())


def _plain(target: str, folder: str = "") -> str:
    """Give the name in the archive of what a part in *folder* calls *target*."""
    path = posixpath.join("/", folder, target.replace("\\", "/"))
    return posixpath.normpath(path).lstrip("/").lower()
