"""Content controls: places to write that keep their names when the file is sent back.

A control stands inside a paragraph, in a bookmark: the shape that office programs spoil
least. Its identity is written as tag, bookmark and title.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from spark_tools.document.form import OPEN_BOX, TICKED_BOX, bookmark, tag
from spark_tools.model import FieldKind
from spark_tools.render.docx import names
from spark_tools.render.docx.runs import legal, run
from spark_tools.render.form import day_in

if TYPE_CHECKING:
    from spark_tools.model import FormField
    from spark_tools.render.docx.draft import Draft

BESIDE, BELOW = "\u2003", "\n"
BOUND = "\u00a0"

_FONT = "MS Gothic"
_TICK = f'<w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:hint="eastAsia"/>'
# Not w:text: LibreOffice 7.4 makes of that an input field, prints the prompt in it as large as
# text, and moves line breaks to before it.
_TEXT = "<w:richText/>"
_DATE = {"da": ("d. MMMM yyyy", "da-DK"), "en": ("d MMMM yyyy", "en-GB")}
_SPACES = {ord(space): f"&#{ord(space)};" for space in "\t\n\r"}


def room(field: FormField, draft: Draft, words: str = "", *, raised: int = 0) -> str:
    """Give the control to write in; while it is empty its prompt stands *raised* half points.

    *words* are the run properties of the field's own words, the last there are.
    """
    if value := draft.form.shown(field):
        return _control(field, draft, _kind(field, draft), run(value))
    looks = draft.character(names.PLACEHOLDER)
    if raised:
        looks += f'<w:position w:val="{raised}"/>'
    prompt = draft.form.prompt(field)
    looks += words if prompt == field.prompt else ""
    return _control(field, draft, _kind(field, draft), run(prompt, looks), True)


def choice(field: FormField, draft: Draft, words: str = "", between: str = BESIDE) -> str:
    """Give the control to choose in: a list to the mouse, a box before each word to the pen.

    *words* as in `room`.
    """
    items = "".join(
        f'<w:listItem w:displayText="{word}" w:value="{word}"/>'
        for word in map(_exactly, dict.fromkeys(filter(None, field.choices)))
    )
    kind = f"<w:dropDownList>{items}</w:dropDownList>"
    if field.value:
        return _control(field, draft, kind, run(field.value, words))
    box = run(OPEN_BOX, draft.character(names.TICK_BOX))
    boxes = run(between).join(box + run(BOUND + word, words) for word in field.choices)
    return _control(field, draft, kind, boxes, True)


def check(field: FormField, draft: Draft) -> str:
    """Give the box to tick."""
    ticked = bool(field.value)
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{ticked:d}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED_BOX):04X}" w14:font="{_FONT}"/>'
        f'<w14:uncheckedState w14:val="{ord(OPEN_BOX):04X}" w14:font="{_FONT}"/></w14:checkbox>'
    )
    return _control(field, draft, kind, run(TICKED_BOX if ticked else OPEN_BOX, _TICK))


def _kind(field: FormField, draft: Draft) -> str:
    if field.kind is FieldKind.DATE:
        written, locale = _DATE.get(draft.language, _DATE["en"])
        day = day_in(field)
        full = f' w:fullDate="{day}T00:00:00Z"' if day else ""
        return (
            f'<w:date{full}><w:dateFormat w:val="{written}"/><w:lid w:val="{locale}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return _TEXT


def _control(
    field: FormField, draft: Draft, kind: str, content: str, prompting: bool = False
) -> str:
    draft.controls += 1
    number = draft.controls
    flag = "<w:showingPlcHdr/>" if prompting else ""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(field.key)}"/><w:sdt><w:sdtPr>'
        f'<w:alias w:val="{_exactly(field.title)}"/><w:tag w:val="{_exactly(tag(field.key))}"/>'
        f'<w:id w:val="{number}"/>{flag}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _exactly(characters: str) -> str:
    """Give *characters* as the value of an XML attribute, line breaks and tabs with them."""
    return escape(legal(characters)).translate(_SPACES)
