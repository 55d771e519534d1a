"""Fields: room for a pen under a label, in one paragraph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind
from spark_tools.render.docx import names
from spark_tools.render.docx.frame import twips
from spark_tools.render.docx.runs import letters, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spark_tools.model import Field
    from spark_tools.render.docx.draft import Draft

FIRST_LINE = 12.0
NEXT_LINE = 9.0

_OPEN, _TICKED = "☐", "☒"
_BETWEEN = "\u2003"
_BOUND = "\u00a0"
_DATE_WIDTH = 60.0


def draw_field(field: Field, draft: Draft) -> str:
    """Give the paragraph that *field* is: its label, and room or boxes to tick."""
    if field.kind is FieldKind.CHECK:
        content = tick(field.label, bool(field.value), draft) + _prompt(field.prompt, draft)
        draft.used(draft.height(len(field.label)))
        return draft.block(names.FIELD_CHOICE, content)
    label = run(field.label, draft.character(names.FIELD_LABEL)) + _prompt(field.prompt, draft)
    if field.kind is FieldKind.CHOICE:
        draft.used(2 * draft.height(len(field.label)))
        words = choices(field.choices, field.value, draft)
        return draft.block(names.FIELD_CHOICE, f"{label}<w:r><w:br/></w:r>{words}")
    return _room(field, label, draft)


def _room(field: Field, label: str, draft: Draft) -> str:
    lines = max(1, field.lines) if field.kind is FieldKind.LINES else 1
    first, following = (
        draft.character(names.FIELD_FIRST_LINE),
        draft.character(names.FIELD_NEXT_LINE),
    )
    written = field.value.count("\n") if field.value else 0
    content = f"{label}<w:r><w:br/></w:r>{run(field.value)}{run(_BOUND, first)}"
    content += run("\n" + _BOUND, following) * max(0, lines - 1 - written)
    indent = ""
    if field.kind is FieldKind.DATE:
        indent = f'<w:ind w:right="{twips(draft.page.width - _DATE_WIDTH)}"/>'
    draft.used(5.0 + FIRST_LINE + NEXT_LINE * (lines - 1))
    mark = f"<w:rPr>{following if lines > 1 else first}</w:rPr>"
    return draft.block(names.FIELD, content, indent=indent, mark=mark)


def tick(words: str, ticked: bool, draft: Draft) -> str:
    """Give a box to tick with *words* after it, never parted from the first of them."""
    box = run(_TICKED if ticked else _OPEN, draft.character(names.TICK_BOX))
    return box + (run(_BOUND + words) if words else "")


def choices(words: Sequence[str], value: str, draft: Draft) -> str:
    """Give a box to tick for each of *words*; the one that is *value* is ticked."""
    return f"<w:r>{letters(_BETWEEN)}</w:r>".join(
        tick(word, word == value, draft) for word in words
    )


def prompted(prompt: str, draft: Draft) -> str:
    """Give the faint help text *prompt*."""
    return run(prompt, draft.character(names.FIELD_PROMPT))


def _prompt(prompt: str, draft: Draft) -> str:
    return prompted(f" {prompt}", draft) if prompt else ""
