"""Nothing that is written says who wrote it, on what machine, in what folder or when.

Every part of every file is looked through, unpacked.
"""

from __future__ import annotations

import datetime
import io
import re
import socket
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import attrs
import pypdf
import pytest
from lxml import etree
from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject

from spark_tools.model import Document, Look
from spark_tools.render import docx, html, pdf

pytestmark = pytest.mark.needs("pdftotext")

CLOCK = datetime.date(2031, 11, 28)
MEETINGS = ("2027-02-03", "2027-03-03", "2027-04-07")
FIXED = ("20000101T000000Z", "19960331T020000", "19961027T030000")
"""The stamp that every calendar entry has, and when the rules of Danish time began."""

TEXTS = (".xml", ".rels", ".html", ".md", ".ics", ".json", ".svg", "info", "metadata", "words")
NEVER = (
    *("python-docx", "w:author", "w:rsid", "dc:creator", "lastModifiedBy", "cp:revision"),
    *("dcterms:created", "dcterms:modified", "CreateDate", "ModifyDate", "CreationDate", "ModDate"),
    *("attachedTemplate", "Template>", "/tmp/", "/home/", "/root/", "/Users/", "C:\\"),
)
LONG = 6
STAMP = re.compile(r"\b\d{4}-?\d\d-?\d\dT\d\d:?\d\d(?::?\d\d)?Z?")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}")
PROPERTIES = {"title", "language", "identifier"}
OWN_PROPERTIES = {"spark-course", "spark-sheet"}
INFO = {"/Title", "/Keywords", "/Creator"}

Part = tuple[str, str]
"""The name of a part of a file, and what it says."""


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Give the parts of a file, unpacked; bytes that are no text one character each."""
    if name.endswith(".docx"):
        yield from _word_parts(name, content)
    elif name.endswith(".pdf"):
        yield from _pdf_parts(name, content)
    else:
        yield name, content.decode(errors="replace")


def _word_parts(name: str, content: bytes) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield f"{name}!comment", package.comment.decode("latin-1")
        for member in package.infolist():
            inside = package.read(member)
            text = inside.decode("latin-1" if member.filename.endswith(".png") else "utf-8")
            yield f"{name}!{member.filename}", text
            yield f"{name}!{member.filename}!about", f"{member.extra!r}{member.comment!r}"


def _pdf_parts(name: str, content: bytes) -> Iterator[Part]:
    yield name, content.decode("latin-1")
    reader = pypdf.PdfReader(io.BytesIO(content))
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield f"{name}!{number}", found.get_data().decode("latin-1")
            yield f"{name}!{number}!info", repr(dict(found))
        else:
            yield f"{name}!{number}!info", repr(found)
    yield f"{name}!info", repr(reader.metadata)
    metadata = reader.trailer["/Root"].get("/Metadata")
    yield f"{name}!metadata", metadata.get_data().decode() if metadata else ""
    words = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    yield f"{name}!words", words.stdout.decode()


def days(day: datetime.date) -> tuple[str, ...]:
    """Give *day* as programs write it."""
    forms = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %b %Y", "%d %B %Y")
    return tuple(day.strftime(form) for form in forms)


def leaks(name: str, content: bytes, secrets: tuple[str, ...]) -> list[str]:
    """Give what the file says that it should not, each with the part that says it.

    A short word that stands in a typeface or a picture is there by chance.
    """
    found = []
    for part, said in parts(name, content):
        is_text, folded = part.endswith(TEXTS), said.casefold()
        for secret in (*secrets, *NEVER, *days(CLOCK)):
            if (is_text or len(secret) >= LONG) and secret.casefold() in folded:
                found.append(f"{part}: {secret}")
        if is_text:
            stamps = (stamp for stamp in STAMP.findall(said) if not _planned(stamp))
            found += [f"{part}: {stamp}" for stamp in stamps]
            mails = (mail for mail in MAIL.findall(said) if not mail.endswith("@spark-tools"))
            found += [f"{part}: {mail}" for mail in mails]
    return [*found, *_properties(name, content)]


def _planned(stamp: str) -> bool:
    """Whether *stamp* is a time that the brief gave, or the same in every file."""
    return stamp in FIXED or any(stamp.startswith((day, day.replace("-", ""))) for day in MEETINGS)


def _properties(name: str, content: bytes) -> Iterator[str]:
    """Give the properties of the file that are not of what it holds."""
    if name.endswith(".pdf"):
        known = pypdf.PdfReader(io.BytesIO(content)).metadata or {}
        yield from (f"{name}: {key}" for key in known if key not in INFO)
    if not name.endswith(".docx"):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if any(member.date_time != (1980, 1, 1, 0, 0, 0) for member in package.infolist()):
            yield f"{name}: when it was packed"
        names = package.namelist()
        if "docProps/app.xml" in names:
            yield f"{name}: docProps/app.xml"
        core = etree.fromstring(package.read("docProps/core.xml"))
        told = {etree.QName(each).localname for each in core}
        yield from (f"{name}: {key}" for key in sorted(told - PROPERTIES))
        if "docProps/custom.xml" in names:
            custom = etree.fromstring(package.read("docProps/custom.xml"))
            told = {str(each.get("name")) for each in custom}
            yield from (f"{name}: {key}" for key in sorted(told - OWN_PROPERTIES))


def secrets_of_this_machine() -> tuple[str, ...]:
    """Give what this machine itself could be known by."""
    places = {tempfile.gettempdir(), str(Path.home()), sys.prefix, str(Path(__file__).parents[2])}
    names = {socket.gethostname(), *places}
    return tuple(f"{place}/" for place in places if len(place) > 1) + tuple(
        name for name in names if len(name) > 6
    )


@pytest.mark.needs("faketime")
def test_no_part_of_any_file_of_a_course_says_where_it_came_from(
    strange_course: Path, canary: str
) -> None:
    plans = (strange_course / "first", strange_course / "next")
    all_files = (path for plan in plans for path in plan.rglob("*") if path.is_file())
    files = {path.read_bytes(): path for path in all_files}.values()
    assert {path.suffix for path in files} >= {".docx", ".pdf", ".html", ".md", ".ics", ".json"}
    secrets = (canary, strange_course.name, *secrets_of_this_machine())
    found = [
        leak
        for path in files
        if path.suffix != ".toml"
        for leak in leaks(path.name, path.read_bytes(), secrets)
    ]
    assert found == []
    logbooks = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".toml"]
    assert not any(canary in logbook for logbook in logbooks)


def test_a_document_with_every_block_says_nothing_of_the_machine(
    sample: Document, look: Look
) -> None:
    for name, draw in (("a.docx", docx.draw), ("a.pdf", pdf.draw), ("a.html", html.draw)):
        assert leaks(name, draw(sample, look), secrets_of_this_machine()) == []


# A search that finds nothing must be able to find something.


def word(packed: bytes, name: str, content: str) -> bytes:
    """Give the Word file *packed* with another part, or with another content in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as package, zipfile.ZipFile(written, "w") as other:
        for member in package.infolist():
            if member.filename != name:
                other.writestr(member, package.read(member))
        other.writestr(zipfile.ZipInfo(name), content)
    return written.getvalue()


CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.'
    'openxmlformats.org/package/2006/metadata/core-properties">{}</cp:coreProperties>'
)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("word/comments.xml", '<w:comment xmlns:w="x" w:author="Kim"/>', "w:author"),
        ("word/settings.xml", '<w:rsids xmlns:w="x"/>', "w:rsid"),
        ("word/settings.xml", "<a>Kim.Hansen@kommune.dk</a>", "Kim.Hansen@kommune.dk"),
        ("word/settings.xml", "<a>2031-11-28</a>", "2031-11-28"),
        ("word/settings.xml", "<a>2026-05-05T10:11:12Z</a>", "2026-05-05T10:11:12Z"),
        ("word/media/a.png", "tEXt\0/home/kim", "/home/"),
        ("docProps/app.xml", "<a/>", "docProps/app.xml"),
        ("docProps/core.xml", CORE.format("<dc:creator>Kim</dc:creator>"), "creator"),
        ("docProps/core.xml", CORE.format("<cp:keywords/>"), "keywords"),
        ("docProps/custom.xml", '<a><b name="machine"/></a>', "machine"),
    ],
)
def test_a_leak_in_a_word_file_is_found(
    name: str, content: str, what: str, sample: Document, look: Look
) -> None:
    found = leaks("a.docx", word(docx.draw(sample, look), name, content), ())
    assert any(leak.endswith(f": {what}") for leak in found)


@pytest.mark.parametrize("key", ["/Author", "/CreationDate", "/Producer"])
def test_a_leak_in_the_properties_of_a_pdf_is_found(key: str, sample: Document, look: Look) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf.draw(sample, look)))
    writer.metadata = {**(writer.metadata or {}), key: "Kim"}
    written = io.BytesIO()
    writer.write(written)
    assert f"a.pdf: {key}" in leaks("a.pdf", written.getvalue(), ())


def test_a_leak_in_a_packed_stream_of_a_pdf_is_found(sample: Document, look: Look) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf.draw(sample, look)))
    stream = StreamObject()
    stream.set_data(b"drawn by kanariefugl")
    writer._root_object[NameObject("/PieceInfo")] = writer._add_object(stream.flate_encode())
    writer._root_object[NameObject("/Note")] = DictionaryObject(
        {NameObject("/By"): TextStringObject("kim@kommune.dk")}
    )
    written = io.BytesIO()
    writer.write(written)
    content = written.getvalue()
    assert b"kanariefugl" not in content
    found = leaks("a.pdf", content, ("kanariefugl",))
    assert any(leak.endswith(": kanariefugl") for leak in found)
    assert any(leak.endswith(": kim@kommune.dk") for leak in found)


@pytest.mark.parametrize(
    ("name", "draw"), [("a.docx", docx.draw), ("a.html", html.draw), ("a.pdf", pdf.draw)]
)
def test_a_leak_in_what_is_written_is_found(name, draw, sample: Document, look: Look) -> None:
    content = draw(attrs.evolve(sample, header_left="gemt i /home/kim"), look)
    assert any(leak.endswith(": /home/") for leak in leaks(name, content, ()))
