"""Content controls: places to write that say what they are called and what to write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LABELS, NAME, PARSING, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import described, quote
from spark_tools.accessibility.rules.labels import labels
from spark_tools.accessibility.wording import _, say
from spark_tools.wordfile.markup import WORD_2010, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from spark_tools.accessibility.content import Control
    from spark_tools.accessibility.opened import Opened

LONGEST_TAG = 64

_W14 = f"{{{WORD_2010}}}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NOT_TO_FILL_IN = (
    *(f"{W}{name}" for name in ("docPartObj", "docPartList", "citation", "bibliography", "group")),
    *(f"{W}{name}" for name in ("equation", "picture")),
    *(f"{_W15}{name}" for name in ("repeatingSection", "repeatingSectionItem")),
)
_TICKED = frozenset("☒☑✓✔✗✘Xx\u2611\u2612")
_OPEN = frozenset("☐□◻▢\u2610")
_WORD = re.compile(r"[^\W_]+")


def _to_fill_in(document: Opened) -> list[Control]:
    """Give the controls that somebody is to write in or choose in."""
    found = []
    for control in document.controls:
        properties = control.element.find(f"{W}sdtPr")
        if properties is None or not any(each.tag in _NOT_TO_FILL_IN for each in properties):
            found.append(control)
    return found


def _of(control: Control, name: str) -> str:
    """Give the value of a control's property, or nothing without it."""
    found = control.element.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else (found.get(f"{W}val") or "").strip()


def _where(control: Control) -> str:
    name = _of(control, "alias") or _of(control, "tag")
    called = say("control {name}", name=quote(name)) if name else say("control without a name")
    if control.paragraph is not None:
        return control.paragraph.where(called)
    if control.cell is not None:
        return described(control.story, control.cell.table.path, *control.cell.steps(), called)
    return described(control.story, (), called)


def _unnamed(document: Opened) -> Iterator[Found]:
    for control in _to_fill_in(document):
        if not _of(control, "alias"):
            yield say("The control has no title."), _where(control)


def _repeated(document: Opened) -> Iterator[Found]:
    seen: set[str] = set()
    for control in _to_fill_in(document):
        name = _of(control, "alias")
        if name and name.casefold() in seen:
            yield (
                say("Another control has the same title, {name}.", name=quote(name)),
                (_where(control)),
            )
        seen.add(name.casefold())


def _unrelated(document: Opened) -> Iterator[Found]:
    for control in _to_fill_in(document):
        name = _of(control, "alias")
        around = labels(control, document)
        if name and around and not _share_a_word(name, around):
            said = say(
                "The control is titled {name}, but its label is {label}.",
                name=quote(name),
                label=quote(around[0]),
            )
            yield said, _where(control)


def _share_a_word(name: str, around: list[str]) -> bool:
    own = set(_words(name))
    return not own or any(own & set(_words(label)) for label in around)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _unprompted(document: Opened) -> Iterator[Found]:
    for control in _to_fill_in(document):
        content = control.element.find(f"{W}sdtContent")
        words = (
            "" if content is None else "".join(each.text or "" for each in content.iter(f"{W}t"))
        )
        if not words.strip() and (content is None or next(content.iter(f"{W}sym"), None) is None):
            yield say("The control is empty: nothing says what to write."), _where(control)


def _without_id(document: Opened) -> Iterator[Found]:
    numbers = Counter(_of(control, "id") for control in document.controls)
    to_fill_in = {id(control) for control in _to_fill_in(document)}
    for control in document.controls:
        number = _of(control, "id")
        if not number and id(control) in to_fill_in:
            yield say("The control has no id."), _where(control)
        elif number and numbers[number] > 1:
            numbers[number] = 0
            yield say("Several controls have the id {number}.", number=number), _where(control)


def _long_tag(document: Opened) -> Iterator[Found]:
    for control in document.controls:
        length = len(_of(control, "tag"))
        if length > LONGEST_TAG:
            said = say("The control’s tag is {length} characters long.", length=length)
            yield said, _where(control)


def _wrong_sign(document: Opened) -> Iterator[Found]:
    for control in document.controls:
        box = control.element.find(f"{W}sdtPr/{_W14}checkbox")
        content = control.element.find(f"{W}sdtContent")
        if box is None or content is None:
            continue
        shown = _shown(content)
        ticked = _is_ticked(box)
        signs = {True: {*_TICKED, *_sign(box, "checkedState")}}
        signs[False] = {*_OPEN, *_sign(box, "uncheckedState")}
        signs[True] -= {*_sign(box, "uncheckedState")}
        signs[False] -= {*_sign(box, "checkedState")}
        if shown not in signs[ticked]:
            said = (
                say("The box is ticked, but shows {sign}.", sign=quote(shown))
                if ticked
                else say("The box is not ticked, but shows {sign}.", sign=quote(shown))
            )
            yield said, _where(control)


def _shown(content: _Element) -> str:
    symbol = next(content.iter(f"{W}sym"), None)
    if symbol is not None:
        return _character(symbol.get(f"{W}char", ""))
    return "".join(each.text or "" for each in content.iter(f"{W}t")).strip()


def _is_ticked(box: _Element) -> bool:
    checked = box.find(f"{_W14}checked")
    return checked is not None and checked.get(f"{_W14}val", "1").lower() in ("1", "true", "on")


def _sign(box: _Element, name: str) -> tuple[str, ...]:
    state = box.find(f"{_W14}{name}")
    found = "" if state is None else _character(state.get(f"{_W14}val", ""))
    return (found,) if found else ()


def _character(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number <= 0x10FFFF else ""


def _in_header(document: Opened) -> Iterator[Found]:
    for control in _to_fill_in(document):
        if not control.story.is_body:
            yield say("A control stands in a header or footer, out of reach."), _where(control)


def _without_choices(document: Opened) -> Iterator[Found]:
    for control in document.controls:
        for kind in ("dropDownList", "comboBox"):
            choices = control.element.find(f"{W}sdtPr/{W}{kind}")
            if choices is not None and choices.find(f"{W}listItem") is None:
                yield say("The control has nothing to choose from."), _where(control)


_PROPERTIES = _("In Word: click in the control, then Developer › Properties › Title.")

RULES = (
    Rule(
        "control-unnamed",
        NAME,
        _("Every control to fill in has a title."),
        _PROPERTIES,
        _unnamed,
    ),
    Rule(
        "control-name-repeated",
        beyond(NAME),
        _("No two controls have the same title."),
        _PROPERTIES,
        _repeated,
    ),
    Rule(
        "control-name-unrelated",
        LABELS,
        _("A control’s title is that of its visible label."),
        _PROPERTIES,
        _unrelated,
    ),
    Rule(
        "control-unprompted",
        LABELS,
        _("An empty control holds words that say what to write."),
        _(
            "In Word: Developer › Design Mode, and write a few words in the control, such as"
            " “Write here”."
        ),
        _unprompted,
    ),
    Rule(
        "control-id",
        PARSING,
        _("Every control has an id that is its own."),
        _("In Word: cut the control out (Ctrl+X) and paste it in again, which gives it a new id."),
        _without_id,
    ),
    Rule(
        "control-tag-long",
        beyond(PARSING),
        _("No control’s tag is longer than 64 characters."),
        _("In Word: click in the control, then Developer › Properties › Tag, and shorten it."),
        _long_tag,
    ),
    Rule(
        "control-sign",
        NAME,
        _("A check box shows what it is: ticked or not."),
        _("In Word: click the box twice, so that Word draws it anew."),
        _wrong_sign,
    ),
    Rule(
        "control-in-header",
        beyond(NAME),
        _("No control stands in a header or footer."),
        _("Move the control into the text."),
        _in_header,
    ),
    Rule(
        "control-without-choices",
        NAME,
        _("A control to choose in has something to choose from."),
        _("In Word: click in the control, then Developer › Properties, and add the choices."),
        _without_choices,
    ),
)
