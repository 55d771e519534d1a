"""A house file made fit for our documents: its headings, its language and its settings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from spark_tools.render.docx import names
from spark_tools.render.docx.house.roles import Part
from spark_tools.wordfile.styles import Styles

_SET_ASIDE = "documentProtection linkStyles trackRevisions updateFields writeProtection"
_BEFORE_HYPHENATION = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts "
    "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
    "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
    "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
    "doNotTrackMoves doNotTrackFormatting autoFormatOverride styleLockTheme styleLockQFSet "
    "defaultTabStop"
)
_AFTER_COMPAT = (
    "docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator docId "
    "chartTrackingRefBased"
)
_LENGTHS = (
    "w h top right bottom left header footer gutter start end hanging firstLine before after "
    "line linePitch pos space"
)
_LENGTHS_AS_VALUES = "defaultTabStop kern position spacing sz szCs trHeight"
_DECIMALS = re.compile(r"-?\d+\.\d+")
_MODE, _NEWEST = "compatibilityMode", "15"
_WORD = "http://schemas.microsoft.com/office/word"


def round_lengths(root: Any) -> None:
    """Make lengths whole numbers, as Word does: other programs write them with decimals."""
    attributes = {qn(f"w:{name}") for name in _LENGTHS.split()}
    elements = {qn(f"w:{name}") for name in _LENGTHS_AS_VALUES.split()}
    for element in root.iter():
        for name, value in element.attrib.items():
            is_length = name in attributes or (name == qn("w:val") and element.tag in elements)
            if is_length and _DECIMALS.fullmatch(value):
                element.set(name, str(round(float(value))))


def set_language(styles: Any, locale: str) -> None:
    """Make *locale* the one language of the document's own text."""
    for language in styles.findall(f"{qn('w:style')}//{qn('w:lang')}"):
        language.getparent().remove(language)
    run = _child(_child(_child(styles, "docDefaults", 0), "rPrDefault", 0), "rPr", 0)
    language = _child(run, "lang", len(run))
    language.set(qn("w:val"), locale)


def raise_headings(parts: Iterable[Part], own: Styles) -> None:
    """Let the house file's headings be headings to a screen reader, and stay with what follows."""
    for level, name in enumerate(names.HEADINGS):
        for part in parts:
            if part.role != name or part.style is None:
                continue
            element = part.style.element
            properties = element.find(qn("w:pPr"))
            if properties is None:
                run = element.find(qn("w:rPr"))
                place = len(element) if run is None else element.index(run)
                properties = etree.Element(qn("w:pPr"))
                element.insert(place, properties)
            if own.outline_level(part.style.id) != level + 1:
                _child(properties, "outlineLvl", len(properties)).set(qn("w:val"), str(level))
            _child(properties, "keepNext", 0).attrib.pop(qn("w:val"), None)


def settle(settings: Any) -> None:
    """Let a document be written in, hyphenated and laid out as by Word of today.

    Protection hides what stands there from screen readers, and boxes to tick do not
    work in the modes for older Words.
    """
    for name in _SET_ASIDE.split():
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    before = _places(settings, _BEFORE_HYPHENATION)
    place = before[-1] + 1 if before else 0
    _child(settings, "autoHyphenation", place).attrib.pop(qn("w:val"), None)
    after = _places(settings, _AFTER_COMPAT)
    compat = _child(settings, "compat", after[0] if after else len(settings))
    for each in compat.findall(qn("w:compatSetting")):
        if each.get(qn("w:name")) == _MODE:
            compat.remove(each)
    values = {"name": _MODE, "uri": _WORD, "val": _NEWEST}
    made = {qn(f"w:{key}"): value for key, value in values.items()}
    compat.append(etree.Element(qn("w:compatSetting"), made))


def _child(parent: Any, name: str, place: int) -> Any:
    """Give the child *name* of *parent*, made at *place* where there is none."""
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = etree.Element(qn(f"w:{name}"))
        parent.insert(place, found)
    return found


def _places(settings: Any, named: str) -> list[int]:
    """Give where among the *settings* one of those *named* stands, in whichever namespace."""
    wanted = set(named.split())
    tags = (str(each.tag) for each in settings)
    return [place for place, tag in enumerate(tags) if tag.rpartition("}")[2] in wanted]
