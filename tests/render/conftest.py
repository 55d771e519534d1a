"""Documents made by hand that hold every block, and the bundled look."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
import spark_tools_templates

from spark_tools.model import (
    Block,
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
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Row,
    RowRole,
    Section,
    Span,
    Table,
    TableRole,
    text,
)

NASTY_NAME = 'Børn & Unge <Øst> | "A" {{x}} *'

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" font-family="Carlito">
<title>Kort</title>
<rect x="1" y="1" width="118" height="58" rx="4" fill="#EAF1F2" stroke="#1D5560"/>
<circle cx="60" cy="30" r="16" fill="#FFFFFF" stroke="#1D5560"/>
<text x="60" y="32.5" font-size="7" text-anchor="middle" fill="#1B1F23">Sagen</text>
<text x="22" y="32.5" font-size="6" text-anchor="middle" fill="#1B1F23">Ledelse</text>
<text x="98" y="32.5" font-size="6" text-anchor="middle" fill="#1B1F23">Nattevagt</text>
</svg>"""


def cell(*lines: str, strong: bool = False) -> Cell:
    return Cell(tuple(Paragraph(text(line, strong=strong)) for line in lines))


def agenda() -> Table:
    columns = (
        Column("Tid", 8),
        Column("Min.", 6),
        Column("Indhold", 24),
        Column("Formål", 26),
        Column("Form", 12),
        Column("Ansvarlig", 12),
        Column("Materialer", 22),
    )
    lines = [
        ("9.00", "10", "Velkommen og tjek ind", "Alle har sagt noget højt.", "Plenum"),
        ("9.10", "40", "Siden sidst", "Vi ved, hvad prøvehandlingerne har vist.", "Plenum"),
        ("9.50", "60", "Perspektivkort", "Sagen er set fra alle, den berører.", "Grupper"),
        ("10.50", "15", "Pause", "", ""),
        ("11.05", "45", "Prøvehandlinger", "Tre ting, I kan prøve på mandag.", "Par, grupper"),
        ("11.50", "10", "Luft", "", ""),
    ]
    roles = {"Pause": RowRole.BREAK, "Luft": RowRole.BUFFER}
    rows = tuple(
        Row(
            (
                cell(time),
                cell(minutes),
                cell(what, strong=what not in roles),
                cell(why),
                cell(form),
                cell("" if what in roles else "Konsulent"),
                Cell((ListBlock((text("1 ark A3 (ét pr. gruppe)"), text("5 tuscher"))),))
                if form == "Grupper"
                else cell(""),
            ),
            roles.get(what, RowRole.NORMAL),
        )
        for time, minutes, what, why, form in lines
    )
    return Table(columns, rows, TableRole.AGENDA)


def guide_blocks() -> tuple[Block, ...]:
    steps = Table(
        (Column("Min.", 10), Column("Trin", 30), Column("Det gør I", 60)),
        (
            Row((cell("5"), cell("Hver for sig"), cell("Skriv sagen i én sætning."))),
            Row((cell("15"), cell("Runden"), cell("Tag ét perspektiv ad gangen.", "Alle svarer."))),
        ),
        TableRole.STEPS,
    )
    return (
        Heading(1, text("Møde 2: Arbejdsmøde")),
        Paragraph(text("Onsdag den 3. februar 2027 kl. 9.00–12.00"), Role.LEAD),
        Paragraph(text("I kender hinandens syn på sagen og har aftalt, hvad I prøver.")),
        agenda(),
        Heading(2, text("Perspektivkort"), keep_start=True),
        Paragraph(
            (
                Span("Læg et "),
                Span("A3-ark", strong=True),
                Span(" på bordet. Skriv sagen i midten, og læs "),
                Span("begge", emphasis=True),
                Span(" sider på "),
                Span(
                    "spark.example om medarbejdersamarbejde", link="https://spark.example/a?b=1&c=2"
                ),
                Span("."),
            )
        ),
        steps,
        Heading(3, text("Sådan gør du")),
        Paragraph(text("Nu er vi aftenvagten. Hvad ser vi, når vi møder ind?"), Role.SAY),
        Paragraph(text("Stop efter fire minutter, også midt i det hele."), Role.FACILITATOR),
        Paragraph(text("Brug ikke kortet, når sagen handler om én bestemt person."), Role.CAUTION),
        Paragraph(text("Skift plads, hvis en gruppe går i stå."), Role.NOTE),
        Heading(4, text("Gode spørgsmål")),
        ListBlock((text("Hvem mangler på kortet?"), text("Hvad ville de sige?"))),
        ListBlock((text("Læs op."), text("Sæt streg under."), text("Vælg én.")), ordered=True),
        Paragraph(text("Frit bearbejdet efter Perspektivkort, 2. udgave."), Role.SOURCE),
    )


def sheet_blocks() -> tuple[Block, ...]:
    return (
        Heading(2, text("Prøvehandlingskort")),
        Paragraph(text("Skriv, hvad I prøver, så en kollega kan se, om det er sket."), Role.LEAD),
        Picture(SVG, "Sagen i midten, ledelsen til venstre og nattevagten til højre", 120),
        Paragraph(text("Perspektiv"), Role.LABEL),
        Paragraph(text("Eksempel: Vi siger godmorgen ved tavlen."), Role.EXAMPLE),
        Field("what", "Hvad prøver vi?", lines=2, prompt="Én ting, på mandag"),
        Field("who", "Hvem?", FieldKind.TEXT),
        Field("when", "Hvornår ser vi på det igen?", FieldKind.DATE, value="3. marts 2027"),
        Field("how", "Hvordan gik det?", FieldKind.CHOICE, choices=("Godt", "Delvist", "Ikke")),
        Field("told", "Vi har fortalt det til kollegerne", FieldKind.CHECK),
        PageBreak(),
        Heading(3, text("Aftaler")),
        FieldGrid(
            "actions",
            (
                GridColumn("what", "Hvad", 40),
                GridColumn("who", "Hvem", 20),
                GridColumn("when", "Hvornår", 20, FieldKind.DATE),
                GridColumn("done", "Gjort", 12, FieldKind.CHECK),
                GridColumn("state", "Status", 20, FieldKind.CHOICE, ("Prøvet", "Venter")),
            ),
            rows=3,
            example=("Godmorgen ved tavlen", "Mona", "8. februar", "", "Prøvet"),
            values=((1, "what", "Ny vagtplan"), (2, "done", "x")),
        ),
        FieldGrid(
            "zones",
            (GridColumn("signs", "Tegn, en kollega kan se", 70),),
            rows=3,
            labels=("Over standarden", "På standarden", "Under standarden"),
            corner="Zone",
            label_width=30,
            height=20,
        ),
        Table(
            (Column("Hvad", 40), Column("Hvor mange", 60)),
            (Row((cell("A3-ark"), cell("3 (ét pr. gruppe)"))), Row((cell("Tuscher"), cell("5")))),
            TableRole.FACTS,
        ),
        Table(
            (Column("Før", 50), Column("Nu", 50)),
            (Row((cell("Møder uden referat"), cell("Tavle hver mandag")), height=14.0),),
        ),
    )


def document(name: str = NASTY_NAME) -> Document:
    return Document(
        Edition.GUIDE,
        f"Drejebog: Møde 2 – {name}",
        "da",
        (
            Section(
                (*guide_blocks(), Paragraph(text(name)), ListBlock((text(name),))),
                Orientation.LANDSCAPE,
            ),
            Section(sheet_blocks()),
        ),
        header_left=f"Individuelt forløb · {name}",
        header_right="Møde 2 · 3. februar 2027",
        footer_left="SPARK",
        identifier="0f3a/2/drejebog",
        date=datetime.date(2027, 2, 3),
    )


@pytest.fixture
def sample_document() -> Document:
    """A document with every block, role and field, and a name full of mark-up."""
    return document()


@pytest.fixture(scope="session")
def house_look() -> Look:
    """The bundled look."""
    return Look((Path(spark_tools_templates.__file__).parent,))


@pytest.fixture(scope="session")
def large_print(house_look: Look) -> Look:
    """The bundled look for low vision."""
    (bundled,) = house_look.template_dirs
    return Look((bundled / "looks" / "large-print", bundled))


@pytest.fixture
def nasty_name() -> str:
    """A workplace name made of characters that mean something in most formats."""
    return NASTY_NAME


@pytest.fixture
def words_of() -> Callable[[Document], list[str]]:
    """What gives every word a document holds, wherever it stands."""
    return lambda document: sorted(set(_words(document.sections)))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, Span):
        yield from value.text.split()
    elif isinstance(value, Picture):
        return
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif attrs.has(type(value)):
        for name in ("title", "label", "corner", "prompt", "value"):
            yield from str(getattr(value, name, "")).split()
        for name in ("labels", "choices", "example"):
            yield from " ".join(getattr(value, name, ())).split()
        for field in attrs.fields(type(value)):
            yield from _words(getattr(value, field.name))


@pytest.fixture
def table_of() -> Callable[[int], Table]:
    """What gives a table of that many rows."""
    column = Column("Kolonnetitel", 1)
    return lambda count: Table((column,), tuple(Row((cell(f"Række {n}"),)) for n in range(count)))


@pytest.fixture
def long_row() -> Callable[..., Table]:
    """What gives a table whose one row holds that many words."""
    columns = (Column("Hvem", 1), Column("Hvad", 3))
    return lambda words: Table(columns, (Row((cell("Alle"), cell("ord " * words))),))
