import datetime
import io
import json
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from spark_tools.forms.docx.package import MOST_CONTROLS, MOST_TEXT, open_package
from spark_tools.model import FaultError
from spark_tools.wordfile.archive import MOST_PARTS
from spark_tools.wordfile.bounds import SHEET
from spark_tools.wordfile.disk import LARGEST_FILE, read_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
SECONDS = 60
"""A guard against a hang, not a measure of speed."""


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, part in parts:
            package.writestr(name, part)
    return made.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def document(body):
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def lying(content, name):
    """Give the archive with the unpacked size of *name* said to be small, here and there."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        true = struct.pack("<L", package.getinfo(name).file_size)
    return content.replace(true, struct.pack("<L", 100))


def locked(content):
    """Give the archive with every part said to be encrypted."""
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), content):
            changed[found.start() + place] |= 1
    return bytes(changed)


def with_main(card, part):
    return card.with_parts({MAIN: part}).content


def with_types(card, old, new):
    types = parts_of(card.content)[TYPES].decode().replace(old, new)
    return card.with_parts({TYPES: types.encode()}).content


def foreign(card, main, **others):
    """Give another program's document: nothing of ours in it."""
    others = {name.replace("__", "/"): part for name, part in others.items()}
    core = {"docProps/core.xml": None, "docProps/custom.xml": None}
    return card.with_parts({**core, **others, MAIN: main}).content


ODT = archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")])
LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    + document("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>")
)
OUTSIDE = '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">' + document("")
SDT = '<w:sdt><w:sdtPr><w:tag w:val="card.name"/></w:sdtPr><w:sdtContent/></w:sdt>'

HOSTILE = {
    "no archive": (lambda card: b"Hej, her er vores ark", "not a Word file"),
    "nothing": (lambda card: b"", "empty"),
    "an old .doc": (lambda card: OLD_OFFICE + bytes(4096), "old Office format"),
    "with a password": (
        lambda card: OLD_OFFICE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        "protected with a password",
    ),
    "a PDF": (lambda card: b"%PDF-1.7\n", "PDF"),
    "an odt": (lambda card: ODT, "save it as Word"),
    "an archive of pictures": (lambda card: archive([("a.png", b"png")]), "not a Word file"),
    "a locked archive": (lambda card: locked(card.content), "protected with a password"),
    "cut in half": (lambda card: card.content[: len(card.content) // 2], "damaged or cut short"),
    "cut at the end": (lambda card: card.content[:-30], "damaged or cut short"),
    "a flipped bit in the text": (
        lambda card: card.content.replace(b"PK\x03\x04", b"PK\x03\x05"),
        "damaged or cut short",
    ),
    "a sheet of numbers": (
        lambda card: with_types(card, "wordprocessingml.document", "spreadsheetml.sheet"),
        "not a Word document",
    ),
    "slides": (
        lambda card: with_types(card, "wordprocessingml.document", "presentationml.presentation"),
        "not a Word document",
    ),
    "another root": (lambda card: with_main(card, b"<x/>"), "not a Word document"),
    "somebody else's document": (
        lambda card: foreign(card, document("<w:p><w:r><w:t>Referat</w:t></w:r></w:p>")),
        "not a sheet from this toolbox",
    ),
    "a .docm": (
        lambda card: with_types(
            card, WORD_TYPE, "application/vnd.ms-word.document.macroEnabled.main+xml"
        ),
        "macros",
    ),
    "a macro in a part": (
        lambda card: card.with_parts({"word/vbaProject.bin": b"Sub AutoOpen"}).content,
        "macros",
    ),
    "100 MB of zeros": (lambda card: with_main(card, bytes(100 * 2**20)), "far larger"),
    "100 MB that say they are 100 bytes": (
        lambda card: lying(with_main(card, b" " * (100 * 2**20)), MAIN),
        "damaged or cut short",
    ),
    "100 MB of text": (
        lambda card: with_main(
            card, document("<w:p><w:r><w:t>" + "tekst " * (100 * 2**20 // 6) + "</w:t></w:r></w:p>")
        ),
        "far larger",
    ),
    "2 GB that are only declared": (
        lambda card: card.content.replace(
            struct.pack("<L", len(card.xml.encode())), struct.pack("<L", 2**31)
        ),
        "far larger",
    ),
    "a bomb for every part": (
        lambda card: card.with_parts(
            {f"word/media/{n}.bin": bytes(2**20) for n in range(8)}
        ).content.replace(struct.pack("<L", 2**20), struct.pack("<L", 2**30)),
        "far larger",
    ),
    "too many parts": (
        lambda card: card.with_parts({f"x/{n}": b"" for n in range(MOST_PARTS)}).content,
        "more parts",
    ),
    "packed in a way that Word does not": (
        lambda card: archive(list(parts_of(card.content).items()), zipfile.ZIP_BZIP2),
        "damaged or cut short",
    ),
    "entities": (lambda card: with_main(card, LAUGHS.encode()), "document type"),
    "entities in UTF-16": (lambda card: with_main(card, LAUGHS.encode("utf-16")), "document type"),
    "a reference to a file": (lambda card: with_main(card, OUTSIDE.encode()), "document type"),
    "entities in the properties": (
        lambda card: card.with_parts({"docProps/core.xml": LAUGHS.encode()}).content,
        "document type",
    ),
    "no XML": (lambda card: with_main(card, b"ikke xml"), "not well-formed"),
    "an empty text": (lambda card: with_main(card, b""), "not well-formed"),
    "XML that is cut": (lambda card: with_main(card, card.xml.encode()[:-20]), "not well-formed"),
    "an entity nobody declared": (
        lambda card: with_main(card, document("<w:p>&aring;</w:p>").encode()),
        "not well-formed",
    ),
    "too deep": (
        lambda card: with_main(card, document("<w:p>" * 5000 + "</w:p>" * 5000)),
        "too deep",
    ),
    "100,000 controls": (lambda card: with_main(card, document(SDT * 100_000)), "more than"),
    "too many controls": (
        lambda card: with_main(card, document(SDT * (MOST_CONTROLS + 1))),
        "more than",
    ),
    "too many tags": (lambda card: with_main(card, document("<w:p/>" * SHEET.marks)), "more than"),
    "too many attributes": (
        lambda card: with_main(card, document("<w:p a='' b='' c=''/>" * (SHEET.attributes // 3))),
        "more than",
    ),
    "more text than on twenty pages": (
        lambda card: with_main(
            card, document(f"<w:p><w:r><w:t>{'x' * MOST_TEXT}y</w:t></w:r></w:p>")
        ),
        "far more text",
    ),
    "a part twice": (
        lambda card: archive([*parts_of(card.content).items(), ("WORD/document.xml", b"<x/>")]),
        "same part twice",
    ),
    "no text": (lambda card: card.with_parts({MAIN: None}).content, "text is missing"),
    "no relations": (
        lambda card: card.with_parts({"_rels/.rels": None}).content,
        "text is missing",
    ),
    "a text elsewhere on the net": (
        lambda card: (
            card.with_parts(
                {
                    "_rels/.rels": b'<Relationships><Relationship Type="x/officeDocument" '
                    b'Target="http://evil.example/word/document.xml" TargetMode="External"/>'
                    b"</Relationships>"
                }
            ).content
        ),
        "text is missing",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_or_broken_file_gives_one_clear_message(kind, card, monkeypatch):
    make, said = HOSTILE[kind]
    content = make(card)
    with pytest.raises(FaultError) as caught:
        open_package(content, "inbox/kort.docx")
    (fault,) = caught.value.faults
    assert fault.file == "inbox/kort.docx"
    assert said in fault.message
    assert "\n" not in fault.message
    monkeypatch.setenv("SPARK_LANG", "da")
    with pytest.raises(FaultError) as caught:
        open_package(content, "inbox/kort.docx")
    assert caught.value.faults[0].message != fault.message


WORST = """
import json, sys
from pathlib import Path
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.model import FaultError, FieldKind, FormField, Sheet, SheetForm

form = SheetForm("x/y", "X", (Sheet("card", "X"),), tuple(
    FormField(f"card.f{n}", f"Felt {n}", f"Felt {n}", FieldKind.LINES) for n in range(40)
) + tuple(
    FormField(f"card.g.{n}.c", f"Celle {n}", "Hvad", FieldKind.CHOICE, ("Ja", "Nej"),
              grid="card.g", row=str(n), row_label=f"Felt {n}", line=n)
    for n in range(1, 40)
))
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read_sheet(open_package(path.read_bytes()), form)
    except FaultError:
        pass
status = Path("/proc/self/status").read_text()
print(json.dumps(int(status.partition("VmHWM:")[2].split()[0]) // 1024))
"""

LARGE = {
    "paragraphs": "<w:p/>" * (SHEET.marks - 10),
    "labels": "<w:p><w:r><w:t>Felt 7</w:t></w:r></w:p>" * (SHEET.marks // 7),
    "attributes": "<w:p a='' b=''/>" * (SHEET.attributes // 2 - 10),
    "bookmarks": '<w:bookmarkStart w:id="{}" w:name="spark_0123456789abcdef"/>' * 90_000,
    "cells": "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * (SHEET.marks // 8) + "</w:tbl>",
    "tables": "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * (SHEET.marks // 10),
    "one row": "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * (SHEET.marks // 5) + "</w:tr></w:tbl>",
    "controls": SDT.replace("<w:sdtContent/>", "<w:sdtContent><w:p/></w:sdtContent>") * 5000,
    "controls in one another": "<w:sdt><w:sdtContent>" * 120 + "</w:sdtContent></w:sdt>" * 120,
    "fields round one another": "".join(
        SDT.replace("card.name", f"card.f{n}").replace("<w:sdtContent/>", "<w:sdtContent><w:p/>")
        for n in range(40)
    ).replace("</w:sdt>", "")
    + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 25_000
    + "<w:p/></w:sdtContent></w:sdt>" * 40,
    "paragraphs in one another": "<w:p>" * 250 + "</w:p>" * 250,
    "fields": '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 30_000,
    "open fields": "<w:p>"
    + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 40_000
    + "</w:p>",
    "one long line": "<w:p><w:r><w:t>" + "x [ " * (SHEET.part // 5) + "</w:t></w:r></w:p>",
    "one long answer": SDT.replace(
        "<w:sdtContent/>",
        "<w:sdtContent><w:p><w:r><w:t>"
        + "x \u00a0" * (SHEET.part // 5)
        + "</w:t></w:r></w:p></w:sdtContent>",
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory taken is read from /proc")
def test_the_worst_files_take_bounded_memory(card, tmp_path):
    for number, (make, _) in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}.docx").write_bytes(make(card))
    for name, body in LARGE.items():
        (tmp_path / f"{name}.docx").write_bytes(with_main(card, document(body).encode()))
    run = subprocess.run(
        [sys.executable, "-c", WORST, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert json.loads(run.stdout) < 300


def test_the_text_may_lie_anywhere_in_the_package(card):
    parts = parts_of(card.content)
    relations = parts["_rels/.rels"].decode()
    for target in ("/Ord/Tekst.XML", "./ord/../ord/tekst.xml", "Ord\\tekst.xml"):
        moved = card.with_parts(
            {
                MAIN: None,
                "ord/tekst.xml": parts[MAIN],
                "_rels/.rels": re.sub(
                    r'Target="[^"]*document\.xml"',
                    lambda _, target=target: f'Target="{target}"',
                    relations,
                ).encode(),
            }
        )
        assert moved.read().answers == card.read().answers


def test_a_strict_document_and_one_in_utf_16_are_read_alike(card):
    strict = card.xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    utf_16 = re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-16"?>', card.xml)
    assert card.with_xml(strict).read().answers == card.read().answers
    assert card.with_xml(utf_16.encode("utf-16")).read().answers == card.read().answers


def test_names_that_lead_out_of_the_package_lead_nowhere(card):
    tricky = card.with_parts({"../../../../tmp/evil": b"x", "/etc/passwd": b"x", "C:\\evil": b"x"})
    assert tricky.read().answers == card.read().answers


def test_the_identifier_is_the_documents_own_else_that_of_its_custom_properties(card):
    assert open_package(card.content).identifier == card.form.identifier
    without_core = card.with_parts({"docProps/core.xml": None})
    assert open_package(without_core.content).identifier == card.form.identifier
    without = without_core.with_parts({"docProps/custom.xml": None})
    assert open_package(without.content).identifier == ""


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("2027-02-04T10:12:33Z", datetime.datetime(2027, 2, 4, 10, 12, 33)),
        ("2027-02-04T10:12:33.5+02:00", datetime.datetime(2027, 2, 4, 8, 12, 33)),
        ("2027-02-04", datetime.datetime(2027, 2, 4)),
        ("0001-01-01T00:00:00+14:00", None),
        ("i går", None),
        ("", None),
    ],
)
def test_when_it_was_saved_is_in_utc_or_unknown(written, saved, card):
    core = parts_of(card.content)["docProps/core.xml"].decode()
    modified = f'<m:modified xmlns:m="http://purl.org/dc/terms/">{written}</m:modified>'
    end = core.rindex("</")
    changed = card.with_parts({"docProps/core.xml": (core[:end] + modified + core[end:]).encode()})
    assert open_package(changed.content).saved == saved


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "kort.docx"
    path.write_bytes(b"PK")
    assert read_file(path) == b"PK"


def test_what_cannot_be_read_is_named_with_the_reason(tmp_path):
    large = tmp_path / "stor.docx"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    (tmp_path / "~$kort.docx").write_bytes(b"Mona")
    said = {
        tmp_path / "mangler.docx": "no such file",
        tmp_path: "a folder",
        tmp_path / "~$kort.docx": "Word has the file open",
        large: "larger than",
        Path("/dev/null"): "not a file",
        Path("a\0b"): "cannot be read",
        large / "kort.docx": "cannot be read",
    }
    for path, message in said.items():
        with pytest.raises(FaultError) as caught:
            read_file(path)
        (fault,) = caught.value.faults
        assert message in fault.message
        assert fault.file == str(path)
