"""What the toolbox talks about, as frozen value objects.

Nothing here reads a file, opens a socket or knows a language: the other rooms
of the house pass these values between them. Minutes are whole minutes and
participants are whole people throughout.
"""

from spark_tools.model.blocks import (
    TICK,
    Block,
    Cell,
    Column,
    Field,
    FieldGrid,
    FieldKind,
    GridColumn,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Row,
    RowRole,
    Table,
    TableRole,
    running_text,
)
from spark_tools.model.brief import Brief, Dress, MeetingWish
from spark_tools.model.course_type import CourseType, Grouping, MeetingTemplate, Repeat, Slot
from spark_tools.model.document import Document, Edition, Orientation, Paper, Section
from spark_tools.model.exercise import (
    ANY,
    Caution,
    Exercise,
    Form,
    Function,
    GroupSize,
    Material,
    Minutes,
    Outcome,
    Participants,
    Pitfall,
    Step,
)
from spark_tools.model.fault import Fault, FaultError, on_one_line
from spark_tools.model.finding import Finding, Reason, ReasonKind, Severity
from spark_tools.model.form import FormField, Sheet, SheetForm
from spark_tools.model.handout import Copies, Handout, Per
from spark_tools.model.logbook import Action, ActionState, Entry, Logbook
from spark_tools.model.meaning import Decision, Meaning
from spark_tools.model.meeting import AgendaItem, ItemKind, Meeting, Placement, TimedStep
from spark_tools.model.plan import SessionPlan
from spark_tools.model.renderer import (
    HOUSE_FILES,
    LOOK_FILE,
    DocumentRenderer,
    Look,
    MeetingRenderer,
    PlanRenderer,
    Renderer,
)
from spark_tools.model.running_order import RunningItem, RunningOrder, RunningStep
from spark_tools.model.source import Source, SourceStatus
from spark_tools.model.text import Prose, Span, Text, plain, text
from spark_tools.model.theme import Subtopic, Theme
from spark_tools.model.variables import VARIABLES

__all__ = [
    "ANY",
    "HOUSE_FILES",
    "LOOK_FILE",
    "TICK",
    "VARIABLES",
    "Action",
    "ActionState",
    "AgendaItem",
    "Block",
    "Brief",
    "Caution",
    "Cell",
    "Column",
    "Copies",
    "CourseType",
    "Decision",
    "Document",
    "DocumentRenderer",
    "Dress",
    "Edition",
    "Entry",
    "Exercise",
    "Fault",
    "FaultError",
    "Field",
    "FieldGrid",
    "FieldKind",
    "Finding",
    "Form",
    "FormField",
    "Function",
    "GridColumn",
    "GroupSize",
    "Grouping",
    "Handout",
    "Heading",
    "ItemKind",
    "ListBlock",
    "Logbook",
    "Look",
    "Material",
    "Meaning",
    "Meeting",
    "MeetingRenderer",
    "MeetingTemplate",
    "MeetingWish",
    "Minutes",
    "Orientation",
    "Outcome",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Participants",
    "Per",
    "Picture",
    "Pitfall",
    "Placement",
    "PlanRenderer",
    "Prose",
    "Reason",
    "ReasonKind",
    "Renderer",
    "Repeat",
    "Role",
    "Row",
    "RowRole",
    "RunningItem",
    "RunningOrder",
    "RunningStep",
    "Section",
    "SessionPlan",
    "Severity",
    "Sheet",
    "SheetForm",
    "Slot",
    "Source",
    "SourceStatus",
    "Span",
    "Step",
    "Subtopic",
    "Table",
    "TableRole",
    "Text",
    "Theme",
    "TimedStep",
    "on_one_line",
    "plain",
    "running_text",
    "text",
]
