"""Fields: room for a pen under a label, in one paragraph of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import FieldKind
from spark_tools.render.docx import names
from spark_tools.render.docx.runs import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spark_tools.model import Field
    from spark_tools.render.docx.draft import Draft

FIRST_LINE = 12.0
NEXT_LINE = 9.0

_STYLES = {FIRST_LINE: names.FIELD_FIRST_LINE, NEXT_LINE: names.FIELD_NEXT_LINE}
_SIZES = {FIRST_LINE: '<w:sz w:val="57"/>', NEXT_LINE: '<w:sz w:val="42"/>'}
_OPEN, _TICKED = "☐", "☒"
BESIDE, BELOW = "\u2003", "\n"
_BOUND = "\u00a0"
_LABEL_LINE = 5.0


def draw_field(field: Field, draft: Draft) -> str:
    """Give the paragraph that *field* is: its label, and room or boxes to tick."""
    if field.kind is FieldKind.CHECK:
        content = tick(field.label, bool(field.value), draft) + _beside(field.prompt, draft)
        return _boxed(content, [NEXT_LINE], draft)
    label = run(field.label, draft.character(names.FIELD_LABEL)) + _beside(field.prompt, draft)
    content = f"{label}<w:r><w:br/></w:r>"
    draft.used(_LABEL_LINE)
    if field.kind is FieldKind.CHOICE:
        content += choices(field.choices, field.value, draft)
        return _boxed(content, [NEXT_LINE], draft)
    lines = field.lines if field.kind is FieldKind.LINES else 1
    filled = field.value.count("\n")
    further = [NEXT_LINE] * max(0, lines - 1 - filled)
    return _boxed(content + run(field.value), [FIRST_LINE, *further], draft)


def _boxed(content: str, heights: Sequence[float], draft: Draft) -> str:
    """Give *content* in a box, its last line and the empty ones after it so many mm high.

    A line is made high by a space in a large size, so that all of a field is one
    paragraph that a screen reader reads in one go.
    """
    looks = [draft.character(_STYLES[height]) or _SIZES[height] for height in heights]
    content += run(_BOUND, looks[0])
    content += "".join(run(f"\n{_BOUND}", look) for look in looks[1:])
    draft.used(sum(heights))
    return draft.block(names.FIELD, content, mark=f"<w:rPr>{looks[-1]}</w:rPr>")


def tick(words: str, ticked: bool, draft: Draft) -> str:
    """Give a box to tick with *words* after it, never parted from the first of them."""
    box = run(_TICKED if ticked else _OPEN, draft.character(names.TICK_BOX))
    return box + (run(_BOUND + words) if words else "")


def choices(words: Sequence[str], value: str, draft: Draft, between: str = BESIDE) -> str:
    """Give a box to tick for each of *words*; the one that is *value* is ticked."""
    return run(between).join(tick(word, word == value, draft) for word in words)


def _beside(prompt: str, draft: Draft) -> str:
    looks = draft.character(names.FIELD_PROMPT)
    return run(f" {prompt}", looks) if prompt else ""
