"""Worksheets drawn by the real renderer, and a pen that fills them in as Word does."""

import datetime
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import spark_tools_templates
from lxml import etree

from spark_tools.document.form import sheet_form, tag
from spark_tools.document.framing import CourseDocument
from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.forms.docx.package import open_package
from spark_tools.forms.docx.reading import read_sheet
from spark_tools.model import (
    Block,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    FormField,
    GridColumn,
    Heading,
    Look,
    Paragraph,
    Section,
    Sheet,
    SheetForm,
    text,
)
from spark_tools.render.docx import draw

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli"),
    *("august", "september", "oktober", "november", "december"),
)


class Worksheet:
    """A Word file with a form: filled in, spoiled and read back. Each change gives a new one."""

    def __init__(self, content: bytes, form: SheetForm) -> None:
        self.content = content
        self.form = form

    def field(self, key: str) -> FormField:
        return next(field for field in self.form.fields if field.key == key)

    def part(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.content)) as package:
            return package.read(name)

    @property
    def xml(self) -> str:
        return self.part(MAIN).decode()

    def with_xml(self, xml: str | bytes) -> "Worksheet":
        return self.with_parts({MAIN: xml.encode() if isinstance(xml, str) else xml})

    def with_parts(self, parts: Mapping[str, bytes | None]) -> "Worksheet":
        """Give it with other parts; None takes one away."""
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self.content)) as package,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed,
        ):
            for name in package.namelist():
                if name not in parts:
                    changed.writestr(name, package.read(name))
            for name, part in parts.items():
                if part is not None:
                    changed.writestr(name, part)
        return Worksheet(made.getvalue(), self.form)

    def changed(self, change: Callable[[etree._Element], object]) -> "Worksheet":
        """Give it with *change* done to the root of its main part."""
        root = etree.fromstring(self.xml.encode())
        change(root)
        return self.with_xml(etree.tostring(root, encoding="UTF-8", xml_declaration=True))

    def filled(self, answers: Mapping[str, str], seed: int = 0) -> "Worksheet":
        """Give it with *answers* (canonical values by key) written as Word writes them."""
        dice = random.Random(seed)

        def write(root: etree._Element) -> None:
            controls = {each.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): each for each in sdts(root)}
            for key, value in answers.items():
                if value:
                    fill_in(controls[tag(key)], self.field(key).kind, value, dice)

        return self.changed(write)

    def without(self, *names: str) -> "Worksheet":
        """Give it as after the loss of all its ``tag``, ``alias`` or ``bookmark`` names."""

        def lose(root: etree._Element) -> None:
            for name in names:
                lost = ("bookmarkStart", "bookmarkEnd") if name == "bookmark" else (name,)
                for each in list(root.iter(*(f"{W}{each}" for each in lost))):
                    each.getparent().remove(each)

        return self.changed(lose)

    def read(self, name: str = "kort.docx") -> FilledSheet:
        return read_sheet(open_package(self.content, name), self.form, name)

    def values(self) -> dict[str, str]:
        """Give all answers by key, blank ones left out."""
        return {each.field.key: each.value for each in self.read().answers if each.value}


def sdts(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{W}sdt"))


def control(root: etree._Element, key: str) -> etree._Element:
    """Give the control of the field *key*."""
    return next(
        each for each in sdts(root) if each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == tag(key)
    )


def fill_in(sdt: etree._Element, kind: FieldKind, value: str, dice: random.Random) -> None:
    properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
    if (flag := properties.find(f"{W}showingPlcHdr")) is not None:
        properties.remove(flag)
    for each in list(content):
        content.remove(each)
    if kind is FieldKind.CHECK:
        properties.find(f".//{W14}checked").set(f"{W14}val", "1")
        value = "☒"
    if kind is FieldKind.DATE:
        day = datetime.date.fromisoformat(value)
        properties.find(f"{W}date").set(f"{W}fullDate", f"{value}T00:00:00Z")
        value = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    for run in written(value, dice):
        content.append(run)


def written(value: str, dice: random.Random) -> list[etree._Element]:
    """Give *value* as the runs that Word makes of it: split anywhere, marked for spelling."""
    runs = [etree.Element(f"{W}r")]
    for character in value:
        if dice.random() < 0.1:
            runs += [etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"})]
            runs += [etree.Element(f"{W}r", {f"{W}rsidR": "00A77B3E"})]
        run = runs[-1]
        special = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen"}.get(character)
        if special:
            etree.SubElement(run, f"{W}{special}")
        elif len(run) and run[-1].tag == f"{W}t":
            run[-1].text += character
        else:
            etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = character
    return runs


@pytest.fixture(scope="session")
def look() -> Look:
    """The bundled look."""
    return Look((Path(spark_tools_templates.__file__).parent,))


@pytest.fixture(scope="session")
def drawn(look: Look) -> Callable[..., Worksheet]:
    """What draws these blocks, or this document, as a worksheet."""

    def worksheet(*blocks: Block, document: Document | None = None) -> Worksheet:
        document = document or Document(
            Edition.WORKSHEETS,
            "Prøvehandlingskort",
            "da",
            (Section((Heading(1, text("Prøvehandlingskort")), *blocks)),),
            identifier="5f0c/worksheets/1/try-out-actions/card",
            sheets=(Sheet("card", "Prøvehandlingskort"),),
        )
        form = sheet_form(CourseDocument(document, "meeting-1/ark", 1))
        assert form
        return Worksheet(draw(document, look), form)

    return worksheet


@pytest.fixture(scope="session")
def card(drawn: Callable[..., Worksheet]) -> Worksheet:
    """A sheet with every kind of field, alone and in a grid."""
    return drawn(
        Paragraph(text("Skriv, hvad I prøver, så en kollega kan se, om det er sket.")),
        Field("card.name", "Hvad kalder I den?", FieldKind.TEXT),
        Field("card.what", "Hvad prøver vi?", lines=3, prompt="Én ting, på mandag"),
        Field("card.review", "Hvornår ser vi på det igen?", FieldKind.DATE),
        Field("card.decision", "Hvad nu?", FieldKind.CHOICE, choices=("Fortsæt", "Justér", "Stop")),
        Field("card.told", "Vi har fortalt det til kollegerne", FieldKind.CHECK),
        FieldGrid(
            "card.plan",
            (
                GridColumn("what", "Hvad", 40, prompt="Én ting"),
                GridColumn("who", "Hvem", 20, FieldKind.TEXT),
                GridColumn("when", "Hvornår", 20, FieldKind.DATE),
                GridColumn("next", "Hvad nu", 20, FieldKind.CHOICE, ("Fortsæt", "Stop")),
                GridColumn("done", "Gjort", 12, FieldKind.CHECK),
            ),
            rows=3,
            example=("Godmorgen ved tavlen", "Mona", "8. februar", "Fortsæt", ""),
            values=((1, "what", "Ny vagtplan"),),
            row_ids=("a3",),
        ),
        FieldGrid(
            "card.zones",
            (GridColumn("signs", "Tegn, en kollega kan se", 70),),
            rows=2,
            labels=("Over standarden", "Under standarden"),
            corner="Zone",
            label_width=30,
        ),
    )
