"""Clean documents, ours and somebody else's, and what changes their XML to plant a flaw."""

import io
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
import spark_tools_templates
from attrs import frozen
from lxml import etree

from spark_tools.accessibility import Flaw, check_document, check_pdf
from spark_tools.model import (
    Cell,
    Column,
    Document,
    Edition,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    Look,
    Orientation,
    Paragraph,
    Picture,
    Role,
    Row,
    Section,
    Span,
    Table,
    TableRole,
    text,
)
from spark_tools.render.docx import draw

MAIN, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
SETTINGS, RELATIONS = "word/settings.xml", "word/_rels/document.xml.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@frozen
class Word:
    """A Word file by its parts; every method that changes it gives a new one."""

    parts: dict[str, bytes]

    @property
    def content(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
        return packed.getvalue()

    def xml(self, part: str = MAIN) -> str:
        return self.parts[part].decode()

    def holding(self, part: str, xml: str) -> "Word":
        return Word({**self.parts, part: xml.encode()})

    def without_part(self, part: str) -> "Word":
        return Word({name: each for name, each in self.parts.items() if name != part})

    def replacing(self, old: str, new: str, part: str = MAIN, times: int = 1) -> "Word":
        """Replace what stands there for certain; *times* is -1 for everywhere."""
        assert old in self.xml(part), old
        return self.holding(part, self.xml(part).replace(old, new, times))

    def adding(self, *blocks: str) -> "Word":
        """Put *blocks* at the end of the body."""
        before, section, after = self.xml().rpartition("<w:sectPr")
        return self.holding(MAIN, f"{before}{''.join(blocks)}{section}{after}")

    def changing(self, change: Callable[[etree._Element], object], part: str = MAIN) -> "Word":
        root = etree.fromstring(self.parts[part])
        change(root)
        return Word({**self.parts, part: etree.tostring(root)})

    def adding_relation(self, identifier: str, kind: str, target: str, mode: str = "") -> "Word":
        mode = f' TargetMode="{mode}"' if mode else ""
        added = f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        return self.replacing("</Relationships>", f"{added}</Relationships>", RELATIONS)

    def adding_link(self, words: str, address: str = "https://spark.example/side") -> "Word":
        link = f'<w:hyperlink r:id="new"><w:r>{LOOK}<w:t>{escape(words)}</w:t></w:r></w:hyperlink>'
        paragraph = f"<w:p><w:r><w:t>Se </w:t></w:r>{link}</w:p>"
        return self.adding_relation("new", "hyperlink", address, "External").adding(paragraph)

    def adding_header(self, *paragraphs: str, kind: str = "default") -> "Word":
        """Give the last section a header of that kind instead of the one it has."""
        spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
        xml = f"<w:hdr {spaces}>{''.join(paragraphs)}</w:hdr>"
        before, section, after = self.xml().rpartition("<w:sectPr")
        opening, end, rest = after.partition(">")
        reference = f'<w:headerReference w:type="{kind}" r:id="head"/>'
        body = f"{before}{section}{opening}{end}{reference}{rest}"
        typed = self.replacing(
            "</Types>",
            '<Override PartName="/word/newheader.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.header+xml"/></Types>',
            "[Content_Types].xml",
        )
        related = typed.adding_relation("head", "header", "newheader.xml")
        return related.holding(MAIN, body).holding("word/newheader.xml", xml)

    def flaws(self) -> tuple[Flaw, ...]:
        return check_document(self.content)

    def rules(self) -> list[str]:
        """Give the rules that find something, each once."""
        return list(dict.fromkeys(flaw.rule for flaw in self.flaws()))


LOOK = '<w:rPr><w:color w:val="1D5560"/><w:u w:val="single"/></w:rPr>'
SPACES = {
    "w": W,
    "r": R,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40">'
    '<rect width="90" height="40" fill="#EAF1F2"/></svg>'
)


def cell(words: str) -> Cell:
    return Cell((Paragraph(text(words)),))


def document() -> Document:
    """Give a document of ours that holds a little of everything."""
    blocks = (
        Heading(1, text("Møde 1: Vi kommer i gang")),
        Paragraph(text("Onsdag den 3. februar 2027 kl. 9.00–12.00"), Role.LEAD),
        Paragraph((Span("Læs om "), Span("samarbejde i TRIO", link="https://spark.example/a"))),
        Table(
            (Column("Tid", 1), Column("Indhold", 3)),
            (Row((cell("9.00"), cell("Velkommen"))), Row((cell("9.10"), cell("Siden sidst")))),
            TableRole.AGENDA,
        ),
        Table((Column("Hvad", 1), Column("Antal", 1)), (Row((cell("A3-ark"), cell("3"))),)),
        Heading(2, text("Prøvehandlinger")),
        Paragraph(
            text("Hold jer til det, I selv kan prøve uden at spørge nogen om lov."), Role.SAY
        ),
        Paragraph(text("Stop efter fire minutter."), Role.CAUTION),
        ListBlock((text("Hvem mangler på kortet?"), text("Hvad ville de sige?"))),
        ListBlock((text("Læs op."), text("Sæt streg under.")), ordered=True),
        Picture(SVG, "Sagen i midten, og ledelsen til venstre for den", 80),
        Heading(3, text("Skriv det ned")),
        ListBlock((text("Skriv alene."), text("Vælg én.")), ordered=True),
        Field("what", "Hvad prøver vi?", lines=2),
        Field("how", "Hvordan gik det?", FieldKind.CHOICE, choices=("Godt", "Delvist", "Ikke")),
        Field("told", "Vi har fortalt det til kollegerne", FieldKind.CHECK),
        FieldGrid(
            "actions",
            (
                GridColumn("what", "Hvad", 40),
                GridColumn("when", "Hvornår", 20, FieldKind.DATE),
                GridColumn("done", "Gjort", 12, FieldKind.CHECK),
            ),
            rows=2,
        ),
        Paragraph(text("Arket bliver hængende på tavlen."), Role.NOTE),
    )
    return Document(
        Edition.WORKSHEETS,
        "Arbejdsark: Prøvehandlinger i Lindehaven",
        "da",
        (Section((Heading(1, text("Ark")),), Orientation.LANDSCAPE), Section(blocks)),
        header_left="Individuelt forløb · Lindehaven",
        header_right="Møde 1 · 3. februar 2027",
        footer_left="SPARK",
        identifier="0f3a/1/ark",
    )


def unpacked(content: bytes) -> Word:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return Word({name: package.read(name) for name in package.namelist()})


@pytest.fixture(scope="session")
def ours() -> Word:
    """A clean document that we have drawn."""
    drawn = unpacked(draw(document(), Look((Path(spark_tools_templates.__file__).parent,))))
    spaces = "".join(
        f' xmlns:{name}="{space}"'
        for name, space in SPACES.items()
        if f"xmlns:{name}=" not in drawn.xml()
    )
    return drawn.replacing("<w:document", f"<w:document{spaces}")


@pytest.fixture(scope="session")
def foreign() -> Word:
    """A clean document from somebody else's Danish Word."""
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    body = (
        p("Vejledning om støj", '<w:pStyle w:val="Overskrift1"/>')
        + p("Støj er mere end lyd. Den er det, vi ikke kan vælge fra.")
        + p("Sådan måler I", '<w:pStyle w:val="Overskrift2"/>')
        + p("Mål i en uge, og tal om det bagefter.")
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    package = "http://schemas.openxmlformats.org/package/2006"
    return Word(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
                'ContentType="application/xml"/><Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/{MAIN}" ContentType="{types}.document.main+xml"/></Types>'
            ).encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                f'Type="{R}/officeDocument" Target="{MAIN}"/><Relationship Id="rId2" Type='
                f'"{package}/relationships/metadata/core-properties" Target="{CORE}"/>'
                "</Relationships>"
            ).encode(),
            RELATIONS: (
                f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                f'Type="{R}/styles" Target="styles.xml"/><Relationship Id="rId2" '
                f'Type="{R}/settings" Target="settings.xml"/></Relationships>'
            ).encode(),
            CORE: (
                f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Vejledning om støj på '
                "plejehjem</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>"
            ).encode(),
            SETTINGS: f'<w:settings xmlns:w="{W}"></w:settings>'.encode(),
            STYLES: (
                f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
                '<w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>'
                '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
                '<w:name w:val="Normal"/></w:style>'
                + "".join(
                    f'<w:style w:type="paragraph" w:styleId="Overskrift{level}">'
                    f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:pPr>'
                    f'<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
                    for level in (1, 2, 3)
                )
                + "</w:styles>"
            ).encode(),
            MAIN: (
                f'<w:document {spaces} mc:Ignorable="w14"><w:body>{body}'
                '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
            ).encode(),
        }
    )


@pytest.fixture(params=["ours", "foreign"])
def word(request: pytest.FixtureRequest) -> Word:
    """Both clean documents, one after the other."""
    return request.getfixturevalue(request.param)


def p(words: str, properties: str = "", look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


@pytest.fixture(scope="session")
def paragraph() -> Callable[..., str]:
    """What gives a paragraph with these words, paragraph properties and run properties."""
    return p


@pytest.fixture(scope="session")
def heading() -> Callable[[int, str], str]:
    """What gives a heading of that level, whatever the document's styles are called."""
    return lambda level, words: p(words, f'<w:outlineLvl w:val="{level - 1}"/>')


def table_xml(
    *rows: tuple[str, ...],
    header: str = "<w:tblHeader/>",
    whole: str = "<w:cantSplit/>",
    cell: str = "",
    columns: int = 0,
) -> str:
    grid = '<w:gridCol w:w="2000"/>' * (columns or len(rows[0]))
    written = ""
    for number, row in enumerate(rows):
        cells = "".join(
            f"<w:tc><w:tcPr>{cell}</w:tcPr>{each if each.startswith('<') else p(each)}</w:tc>"
            for each in row
        )
        written += f"<w:tr><w:trPr>{whole}{'' if number else header}</w:trPr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


@pytest.fixture(scope="session")
def table() -> Callable[..., str]:
    """What gives a table of these rows of words, or of the XML of cells."""
    return table_xml


@pytest.fixture(scope="session")
def picture() -> Callable[..., str]:
    """What gives a paragraph with a picture."""

    def drawn(description: str = "", *, shape: str = "inline", inside: str = "") -> str:
        return (
            f'<w:p><w:r><w:drawing><wp:{shape}><wp:docPr id="900" name="x" '
            f'descr="{escape(description)}"/>{inside}<a:graphic/></wp:{shape}></w:drawing></w:r></w:p>'
        )

    return drawn


@pytest.fixture(scope="session")
def control() -> Callable[..., str]:
    """What gives a paragraph with a label and a control beside it."""

    def written(
        label: str = "Hvem gør det?",
        title: str = "Hvem gør det?",
        *,
        number: str = "777001",
        tag: str = "who",
        kind: str = "<w:text/>",
        prompt: str = "Skriv her",
    ) -> str:
        alias = f'<w:alias w:val="{escape(title)}"/>' if title else ""
        identifier = f'<w:id w:val="{number}"/>' if number else ""
        run = f"<w:r><w:t>{prompt}</w:t></w:r>" if prompt else ""
        return (
            f'<w:p><w:r><w:t xml:space="preserve">{escape(label)} </w:t></w:r><w:sdt><w:sdtPr>'
            f'{alias}<w:tag w:val="{tag}"/>{identifier}{kind}</w:sdtPr>'
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"
        )

    return written


END = b"\nstartxref\n9\n%%EOF\n"
"""How a PDF ends."""


@frozen
class Pdf:
    """A PDF, as much of one as says what it is."""

    content: bytes

    def rules(self) -> list[str]:
        """Give the rules that find something."""
        return [flaw.rule for flaw in check_pdf(self.content)]


@pytest.fixture(scope="session", params=[False, True], ids=["plain", "packed"])
def pdf(request: pytest.FixtureRequest) -> Callable[..., Pdf]:
    """What gives a PDF; its catalogue and metadata lie packed in streams the second time."""

    def written(
        *,
        marked: str = "true",
        tree: str = "/StructTreeRoot 5 0 R",
        language: str = "(da-DK)",
        title: str = "Arbejdsark",
        shown: str = "true",
        part: str = "<pdfuaid:part>1</pdfuaid:part>",
    ) -> Pdf:
        catalogue = (
            f"<</Type/Catalog/Lang {language}{tree}/MarkInfo<</Marked {marked}>>"
            f"/ViewerPreferences<</DisplayDocTitle {shown}>>>>"
        ).encode()
        item = f'<rdf:li xml:lang="x-default">{title}</rdf:li>'
        metadata = f"<dc:title><rdf:Alt>{item}</rdf:Alt></dc:title>{part}".encode()
        if not request.param:
            return Pdf(b"%PDF-1.7\n1 0 obj" + catalogue + b"endobj\n" + metadata + END)
        streams = b"".join(
            b"%d 0 obj\n<</Type/%s/Filter/FlateDecode>>\nstream\n%s\nendstream endobj\n"
            % (number, kind, zlib.compress(content))
            for number, kind, content in ((1, b"ObjStm", catalogue), (2, b"Metadata", metadata))
        )
        return Pdf(b"%PDF-1.7\n" + streams + END)

    return written
