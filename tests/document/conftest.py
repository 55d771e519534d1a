"""A small plan made by hand, with a mark in every text, and documents as plain text."""

import datetime
import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs
import pytest

from spark_tools.compose.composer import compose
from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.document.course import course_documents
from spark_tools.document.framing import CourseDocument
from spark_tools.model import (
    Action,
    AgendaItem,
    Block,
    Brief,
    Caution,
    Cell,
    Copies,
    CourseType,
    Document,
    Entry,
    Exercise,
    Field,
    FieldGrid,
    FieldKind,
    Finding,
    Form,
    Function,
    GridColumn,
    GroupSize,
    Handout,
    Heading,
    ItemKind,
    ListBlock,
    Logbook,
    Material,
    Meaning,
    Meeting,
    MeetingTemplate,
    MeetingWish,
    Minutes,
    Orientation,
    PageBreak,
    Paragraph,
    Participants,
    Per,
    Picture,
    Pitfall,
    Placement,
    Prose,
    Reason,
    ReasonKind,
    Role,
    SessionPlan,
    Severity,
    Source,
    SourceStatus,
    Span,
    Step,
    Table,
    Theme,
    TimedStep,
    plain,
    text,
)
from spark_tools.plugin.loading import load_plugins

GOLDEN = Path(__file__).parent / "golden"
OWN = Source(SourceStatus.OWN, "Egen udformning.")
ADAPTED = Source(SourceStatus.ADAPTED, "Frit bearbejdet efter en bog.", "https://example.org/bog")


def step(identity: str, title: str, form: Form, minutes: int, told: str, **more: str) -> Step:
    facilitator = Prose(more.pop("facilitator", ""))
    length = Minutes(minutes, minutes, minutes)
    return Step(identity, title, form, length, Prose(told), facilitator, **more)


CHECK_IN = Exercise(
    id="check-in",
    title="Tjek ind",
    purpose="Alle har sagt noget højt.",
    functions=(Function.ARRIVE,),
    participants=Participants(1, 60),
    steps=(step("round", "Runde", Form.PLENARY, 10, "Sig, hvad du har med.", say="Hvad fylder?"),),
    source=OWN,
    repeatable=True,
)
MAP = Exercise(
    id="map",
    title="Kort over vinkler",
    purpose="Sagen er set fra alle sider.",
    functions=(Function.EXPLORE,),
    participants=Participants(2, 60, GroupSize(2, 4)),
    steps=(
        step(
            "write",
            "Skriv",
            Form.ALONE,
            15,
            "Skriv om {{ workplace.name }}.\n\n- Hvad ser I?\n- Hvad **gør** I?",
            facilitator="FACILITATOR: Hold stilheden.",
            paper="Sedler på kortet.",
            done="Alle har skrevet.",
        ),
        step("talk", "Tal", Form.GROUPS, 30, "Fortæl.", facilitator="FACILITATOR: Lyt."),
        step("gather", "Saml", Form.PLENARY, 15, "Vælg {{ course.wish }}.", say="Hvad nu?"),
    ),
    source=ADAPTED,
    when=Prose("Når sagen er *sej*."),
    when_not=Prose("Ved akut konflikt. Gå til lederen."),
    seating=Prose("Ét bord til hver gruppe."),
    preparation=Prose("FACILITATOR: Print kortet."),
    materials=(
        Material("A3-ark", Copies(Per.GROUP, 1)),
        Material("sedler", Copies(Per.PERSON, 5)),
        Material("kuglepen", Copies(Per.PERSON, 1)),
        Material("ur", Copies(Per.MEETING, 1)),
    ),
    questions=("FACILITATOR: Hvem mærker det?",),
    pitfalls=(Pitfall("FACILITATOR: De løser.", "FACILITATOR: Stop dem."),),
    until_next=Prose("Spørg en kollega om {{ course.themes }}."),
    cautions=(
        Caution("FACILITATOR: Roller, ikke navne."),
        Caution("FACILITATOR: Kun ved støj.", ("noise",)),
        Caution("ALDRIG: et andet tema.", ("other",)),
    ),
    handouts=(
        Handout(
            "sheet",
            "Vinkelark",
            Copies(Per.GROUP, 2),
            (
                Paragraph((Span("Sagen på "), Span("", variable="workplace.name"))),
                Heading(3, text("Vinkler")),
                FieldGrid("views", (GridColumn("who", "Hvem", 1), GridColumn("sees", "Ser", 2)), 4),
                Picture(
                    '<svg xmlns="http://www.w3.org/2000/svg">'
                    "<text>{{ workplace.name }}</text>"
                    "{% for _ in range(participants.count) %}<circle/>{% endfor %}</svg>",
                    "Et kort",
                    120,
                ),
                Field("wish", "Ønske"),
            ),
            Orientation.LANDSCAPE,
            "Tag arket med den {{ meeting.date }}.",
        ),
        Handout("note", "Huskeseddel", Copies(Per.PERSON, 1), (Field("mine", "Det husker jeg"),)),
    ),
)
ACTIONS = Exercise(
    id="actions",
    title="Prøv noget af",
    purpose="I prøver noget småt.",
    functions=(Function.ACT,),
    participants=Participants(2, 60, GroupSize(2, 6)),
    steps=(step("choose", "Vælg", Form.GROUPS, 40, "Vælg én ting."),),
    source=OWN,
    materials=(
        Material("Sedler", Copies(Per.PERSON, 3)),
        Material("Kuglepen", Copies(Per.PERSON, 1)),
    ),
)
LOOK_BACK = Exercise(
    id="look-back",
    title="Siden sidst",
    purpose="Vi ved, hvad vi har lært.",
    functions=(Function.LOOK_BACK,),
    participants=Participants(2, 60),
    steps=(step("look", "Se", Form.PLENARY, 30, "Se på arket."),),
    source=OWN,
    handouts=(
        Handout(
            "since",
            "Siden sidst",
            Copies(Per.COMMITTEE, 1),
            (
                FieldGrid(
                    "rows",
                    (
                        GridColumn("what", "Hvad", 2, means=Meaning.WHAT),
                        GridColumn("learnt", "Lært", 2, means=Meaning.LEARNT),
                        GridColumn(
                            "now",
                            "Nu",
                            1,
                            FieldKind.CHOICE,
                            ("Fortsæt", "Stop"),
                            means=Meaning.DECISION,
                        ),
                        GridColumn("who", "Hvem", 1, means=Meaning.WHO),
                        GridColumn("day", "Dag", 1, FieldKind.DATE, means=Meaning.REVIEW),
                    ),
                    3,
                    rows_from="actions",
                ),
            ),
        ),
    ),
)
HOMEWORK = Exercise(
    id="homework",
    title="Hjemmeopgave",
    purpose="I har tænkt jer om.",
    functions=(Function.PREPARE,),
    participants=Participants(1, 60),
    steps=(
        step("think", "Tænk", Form.ALONE, 20, "Skriv tre ting.", facilitator="FACILITATOR: Send."),
    ),
    source=OWN,
    handouts=(
        Handout("home", "Hjemmeark", Copies(Per.PERSON), (Field("three", "Tre ting", lines=3),)),
    ),
)
INTERVIEW = Exercise(
    id="interview",
    title="Spørg en kollega",
    purpose="I hører, hvad andre ser.",
    functions=(Function.BETWEEN,),
    participants=Participants(1, 60),
    steps=(step("ask", "Spørg", Form.PAIRS, 15, "Spørg én kollega."),),
    source=OWN,
)


def item(
    exercise: Exercise, start: int, *minutes: int, sizes: tuple[int, ...] = (), part: int = 0
) -> AgendaItem:
    steps = exercise.steps
    if part:
        steps = steps[:2] if part == 1 else steps[2:]
    timed = tuple(TimedStep(one, given) for one, given in zip(steps, minutes, strict=True))
    reasons = (Reason(ReasonKind.ONLY_CANDIDATE),)
    return AgendaItem(
        ItemKind.EXERCISE, start, sum(minutes), exercise, timed, "slot", part, sizes, reasons
    )


MEETINGS = (
    Meeting(
        1,
        "first",
        "Opstart",
        "I finder det, der fylder mest.",
        150,
        datetime.time(9, 0),
        (
            item(CHECK_IN, 0, 10),
            item(MAP, 10, 15, 30, sizes=(3, 2), part=1),
            AgendaItem(ItemKind.BREAK, 55, 15),
            item(MAP, 70, 15, sizes=(3, 2), part=2),
            item(ACTIONS, 85, 40, sizes=(5,)),
            AgendaItem(ItemKind.BUFFER, 125, 25),
        ),
        datetime.date(2027, 2, 3),
        "Lærerværelset",
        "Et fælles ønske.",
        (Placement(HOMEWORK, "home"),),
        (Placement(INTERVIEW, "ask"),),
    ),
    Meeting(
        2,
        "last",
        "Afslutning",
        "I samler op.",
        45,
        datetime.time(13, 30),
        (item(LOOK_BACK, 0, 30), item(CHECK_IN, 30, 10), AgendaItem(ItemKind.BUFFER, 40, 5)),
        waiting_actions=6,
    ),
)
THEME = Theme(
    "noise",
    "støj",
    "Støj i hverdagen.",
    OWN,
    cautions=("Mål lyden først.",),
    turn_to=Prose("Gå til **AMR**."),
)
COURSE_TYPE = CourseType(
    "small",
    "Lille forløb",
    "Et forløb med to møder.",
    tuple(
        MeetingTemplate(meeting.template, meeting.title, meeting.purpose, meeting.minutes, ())
        for meeting in MEETINGS
    ),
    GroupSize(2, 12),
    OWN,
    preparation=Prose("Lederen aftaler tid med {{ workplace.name }}."),
)
PLAN = SessionPlan(
    "abc123",
    Brief("Kløverskolen", "small", ("noise",), 5, wish="Mere ro", consultant="Konsulenten"),
    COURSE_TYPE,
    (THEME,),
    MEETINGS,
    (Finding("plugin", Severity.NOTE, text="Der er ikke en dato for møde 2."),),
)


@pytest.fixture(scope="session")
def plan() -> SessionPlan:
    return PLAN


@pytest.fixture(scope="session")
def held_once(plan: SessionPlan) -> Callable[..., SessionPlan]:
    """Give the plan after its first meeting, with what the logbook then holds."""

    def after(
        actions: Iterable[Action], entries: Iterable[Entry] = (), committees: int = 1
    ) -> SessionPlan:
        logbook = Logbook(tuple(actions), tuple(entries), 1, plan.id, plan.meetings[:1])
        brief = attrs.evolve(plan.brief, committees=committees)
        return attrs.evolve(plan, brief=brief, logbook=logbook)

    return after


@pytest.fixture(scope="session")
def documents(plan: SessionPlan) -> dict[str, Document]:
    return {made.name: made.document for made in course_documents(plan)}


@pytest.fixture(scope="session")
def look_back_with() -> Callable[[int], dict[str, Document]]:
    def documents_with(waiting: int) -> dict[str, Document]:
        last = attrs.evolve(MEETINGS[1], waiting_actions=waiting)
        made = course_documents(attrs.evolve(PLAN, meetings=(MEETINGS[0], last)))
        return {one.name: one.document for one in made}

    return documents_with


@pytest.fixture(scope="session")
def dump() -> Callable[[Document], str]:
    """Give a function that writes a document as plain text, one line for each thing on it."""
    return lambda document: "\n".join(_lines(document)) + "\n"


@pytest.fixture(scope="session")
def golden(dump: Callable[[Document], str]) -> Callable[[str, Document], str]:
    """Give the agreed text of a document; SPARK_RENEW_GOLDEN=1 agrees to what it is now."""

    def agreed(name: str, document: Document) -> str:
        path = GOLDEN / f"{name.replace('/', '_')}.txt"
        if os.environ.get("SPARK_RENEW_GOLDEN") == "1":
            path.write_text(dump(document), encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return agreed


@pytest.fixture(scope="session")
def blocks_of() -> Callable[[Document], list[Block]]:
    return lambda document: [block for section in document.sections for block in section.blocks]


@pytest.fixture(scope="session")
def exercise() -> Exercise:
    return MAP


@pytest.fixture(scope="session")
def course(plan: SessionPlan) -> tuple[CourseDocument, ...]:
    return course_documents(plan)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(load_plugins(strict=True))


@pytest.fixture(scope="session")
def plans(plan: SessionPlan, library: Library) -> tuple[SessionPlan, ...]:
    """The plan made by hand, and one composed for each course type, on themes in turn."""
    themes = itertools.cycle(theme.id for theme in library.themes)
    briefs = (
        Brief(
            "Kløverskolen",
            kind.id,
            (next(themes),),
            kind.participants.max,
            kind.committees.max,
            meetings=tuple(
                MeetingWish(datetime.date(2027, 2, 3) + datetime.timedelta(weeks=4 * number))
                for number in range(sum(one.repeat.typical for one in kind.meetings))
            ),
        )
        for kind in library.course_types
        if kind.language == "da"
    )
    return (plan, *(compose(brief, library) for brief in briefs))


@pytest.fixture(scope="session")
def courses(plans: tuple[SessionPlan, ...]) -> tuple[tuple[CourseDocument, ...], ...]:
    return tuple(course_documents(one) for one in plans)


@pytest.fixture(scope="session")
def every_document(courses: tuple[tuple[CourseDocument, ...], ...]) -> tuple[Document, ...]:
    return tuple(made.document for course in courses for made in course)


def _lines(document: Document) -> Iterator[str]:
    yield f"{document.edition} | {document.title} | {document.identifier} | {document.date}"
    yield f"{document.header_left} || {document.header_right}"
    yield f"{document.footer_left} || {document.page_label}"
    for section in document.sections:
        yield f"=== {section.orientation}"
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {plain(block.text)}{' (keep)' * block.keep_start}"
        case Paragraph():
            role = "" if block.role is Role.BODY else f"[{block.role}] "
            yield role + _marked(block)
        case ListBlock():
            yield from (f"- {plain(one)}" for one in block.items)
        case Table():
            yield f"table {block.role}: " + " | ".join(column.title for column in block.columns)
            for row in block.rows:
                role = "  " if row.role == "normal" else f"  ({row.role}) "
                yield role + " | ".join(_cell(one) for one in row.cells)
        case Field():
            filled = f" = {block.value}" if block.value else ""
            yield f"field {block.id} {block.kind} {block.lines}: {block.label}{filled}"
        case FieldGrid():
            titles = " | ".join(column.title for column in block.columns)
            yield f"grid {block.id} {block.rows} rows: {titles}"
            for number, row in enumerate(block.row_ids, start=1):
                told = [f"{name} {value}" for n, name, value in block.values if n == number]
                yield f"  {row}: " + " | ".join(told)
        case Picture():
            yield f"picture {block.alt} {block.width}: {block.svg}"
        case PageBreak():
            yield "---"


def _cell(cell: Cell) -> str:
    return " / ".join(line for block in cell.blocks for line in _block(block))


def _marked(paragraph: Paragraph) -> str:
    return "".join(
        f"[{span.text}]({span.link})" if span.link else span.text for span in paragraph.text
    )
