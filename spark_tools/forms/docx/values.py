"""What is written in a field as the value it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from attrs import frozen

from spark_tools.forms.docx.days import day_written
from spark_tools.model import TICK, FieldKind, FormField

OPEN_BOXES = "☐□▢◻⬜○"
TICKS = "☒☑✓✔✗✘☓✕✖🗹🗷⊠"
BOXES = OPEN_BOXES + TICKS
LONGEST = 1_000
"""How many characters a date, a choice or a tick may be written in."""

_OUTER = " \t\n\r\v\f\u00a0\u200b\u2060\ufeff\u2002\u2003\u2007\u2009\u202f\u3000"
_MARK = rf"(?:[{TICKS}]|\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|(?<!\w)[xX](?=\s|$|[☐□]))"
_EMPTY = rf"(?:[{OPEN_BOXES}]|\[\s*\]|\(\s*\))"
_TICKED = re.compile(_MARK)
_BOXES = re.compile(rf"{_MARK}|{_EMPTY}")
_X_BY_BOX = re.compile(rf"{_EMPTY}\s*x|x\s*{_EMPTY}", re.IGNORECASE)
_YES = ("ja", "yes")
_BETWEEN = re.compile(r"[\s\u2003,;/|·•-]*")


@frozen
class Reading:
    """What a text stands for: its canonical value, and what is written besides.

    ``understood`` is false where it stands for nothing certain; the value is then the
    text as it is written.
    """

    value: str
    understood: bool = True
    besides: str = ""


@frozen
class Written:
    """What stands in a field: its text, and what the controls in it say of themselves.

    ``day`` is the day a date control holds, ``checked`` whether a box is ticked (None
    where there is no box to tick), ``glyphs`` the box's two looks (open, ticked).
    """

    text: str
    day: str = ""
    checked: bool | None = None
    glyphs: tuple[str, str] = ("", "")


def canonical(text: str) -> str:
    """Give *text* in NFC without the blanks around it."""
    return unicodedata.normalize("NFC", text).strip(_OUTER)


def spaced(text: str) -> str:
    """Give *text* in NFC, with one space for every stretch of blanks."""
    return " ".join(canonical(text).split())


def read(written: Written, field: FormField) -> Reading:
    """Give what *written* stands for in *field*."""
    text = canonical(written.text)
    if field.kind not in (FieldKind.TEXT, FieldKind.LINES) and len(text) > LONGEST:
        return Reading(text, understood=False)
    match field.kind:
        case FieldKind.CHECK:
            return _check(text, written)
        case FieldKind.CHOICE:
            return _choice(text, field.choices)
        case FieldKind.DATE:
            day = day_written(text, written.day)
            return Reading(day.isoformat()) if day else Reading(text, understood=not text)
        case _:
            return Reading(text)


def _check(text: str, written: Written) -> Reading:
    """Read a tick: what a person sees decides, the control only where nothing is seen."""
    opened, ticked = written.glyphs
    if not text:
        return Reading(TICK if written.checked else "")
    if ticked and text == ticked:
        return Reading(TICK)
    if opened and text == opened:
        return Reading("")
    if text.casefold() in (TICK, *_YES) or _X_BY_BOX.fullmatch(text):
        return Reading(TICK)
    ticks = len(_TICKED.findall(text))
    boxes = len(_BOXES.findall(text))
    rest = canonical(_BOXES.sub(" ", text))
    if not ticks:
        return Reading("", besides=rest) if boxes and not rest else Reading(text, understood=False)
    if ticks < boxes:
        return Reading(text, understood=False)
    return Reading(TICK, besides=rest)


def _choice(text: str, choices: Sequence[str]) -> Reading:
    if not text:
        return Reading("")
    if chosen := _same_word(text, choices):
        return Reading(chosen)
    return _boxes(text, choices) or Reading(text, understood=False)


def _same_word(text: str, choices: Sequence[str]) -> str:
    """Give the one of *choices* that *text* is, whatever its case and, if need be, accents."""
    for fold in (canonical, _folded, _unmarked):
        wanted = fold(text)
        found = [choice for choice in choices if fold(choice) == wanted]
        if found:
            return found[0] if len(set(found)) == 1 else ""
    return ""


def _boxes(text: str, choices: Sequence[str]) -> Reading | None:
    """Read words with a box before each, one of which is ticked; None where it is no such list."""
    folded = [(_unaccented(choice), choice) for choice in dict.fromkeys(choices) if choice.strip()]
    ways = "|".join(re.escape(word) for word, _ in sorted(folded, key=lambda each: -len(each[0])))
    if not ways:
        return None
    listed = re.compile(
        rf"(?:(?P<tick>{_MARK}|(?<!\w)x)|(?P<box>{_EMPTY}))?\s*(?P<word>{ways})(?!\w)"
    )
    plain = _unaccented(text)
    found = list(listed.finditer(plain))
    ticked = {match["word"] for match in found if match["tick"]}
    rest = canonical(_BETWEEN.sub(" ", listed.sub(" ", plain)))
    if not ticked:
        whole = not rest and len(found) == len(folded) and all(match["box"] for match in found)
        return Reading("") if whole else None
    originals = [choice for word, choice in folded if word in ticked]
    if len(originals) != 1 or _TICKED.search(rest):
        return None
    return Reading(originals[0], besides=_besides(text, choices) if rest else "")


def _besides(text: str, choices: Iterable[str]) -> str:
    """Give what is left of *text* without the boxes and their words."""
    text = " ".join(text.split())
    for choice in sorted(choices, key=len, reverse=True):
        words = r"\s+".join(map(re.escape, choice.split()))
        text = re.sub(rf"(?:{_MARK}|{_EMPTY})?\s*{words}(?!\w)", " ", text, flags=re.IGNORECASE)
    return canonical(" ".join(text.split()))


def _folded(text: str) -> str:
    return spaced(text).casefold()


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFKD", _folded(text))
    return "".join(each for each in parts if not unicodedata.combining(each))


def _unmarked(text: str) -> str:
    return _unaccented(text).strip(" .,;:!")
