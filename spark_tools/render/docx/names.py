"""The names of the styles that a house file owns, and what each is for."""

from __future__ import annotations

from spark_tools.model import Role, TableRole

PARAGRAPH = "paragraph"
CHARACTER = "character"
TABLE = "table"

BODY = "Normal"
HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4")
BULLET_LIST = "List Bullet"
NUMBER_LIST = "List Number"
PICTURE = "Picture"
SECTION_END = "Section End"
TABLE_GAP = "Table Gap"

FIELD = "Field"
FIELD_LABEL = "Field Label"
FIELD_PROMPT = "Field Prompt"
FIELD_FIRST_LINE = "Field First Line"
FIELD_NEXT_LINE = "Field Next Line"
TICK_BOX = "Tick Box"
PLACEHOLDER = "Placeholder Text"
LINK = "Hyperlink"

TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
TABLE_TIME = "Table Time"
TABLE_PAUSE = "Table Pause"
TABLE_ROW_LABEL = "Table Row Label"
WRITING_TABLE = "Writing Table"

ROLES = {
    Role.BODY: BODY,
    Role.LEAD: "Lead",
    Role.NOTE: "Note",
    Role.CAUTION: "Caution",
    Role.FACILITATOR: "Facilitator",
    Role.SAY: "Say",
    Role.LABEL: "Label",
    Role.EXAMPLE: "Example",
    Role.SOURCE: "Source",
}

FURNITURE = ("header", "footer")

IN_TABLES = "Table {}"

TABLES = {
    TableRole.PLAIN: "Quiet Table",
    TableRole.AGENDA: "Agenda Table",
    TableRole.STEPS: "Quiet Table",
    TableRole.FACTS: "Facts Table",
}

FIRST_COLUMNS = {
    TableRole.PLAIN: TABLE_TEXT,
    TableRole.AGENDA: TABLE_TIME,
    TableRole.STEPS: TABLE_ROW_LABEL,
    TableRole.FACTS: TABLE_ROW_LABEL,
}
