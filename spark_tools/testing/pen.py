"""A pen: a sheet filled in as Word does it, so that it can be read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

MAIN = "word/document.xml"
PROPERTIES = "docProps/core.xml"
TICKED = "☒"


def fill_in(sheet: bytes, answers: Mapping[str, str], saved: str = "") -> bytes:
    """Give the Word file *sheet* with *answers* written in its controls.

    *answers* go by the controls' tags. A date is ISO 8601, and any answer ticks a box. *saved*
    is when the file says it was saved, as ``2027-02-03T12:00:00Z``.

    Raises:
        KeyError: with the tags that no control has.
    """
    filled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as blank, zipfile.ZipFile(filled, "w") as written:
        for name in blank.namelist():
            content = blank.read(name)
            if name == MAIN:
                content = _filled(content, answers)
            if name == PROPERTIES and saved:
                stamp = f"<dcterms:modified>{saved}</dcterms:modified></cp:coreProperties>"
                content = content.replace(b"</cp:coreProperties>", stamp.encode())
            written.writestr(name, content)
    return filled.getvalue()


def _filled(xml: bytes, answers: Mapping[str, str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(xml)
    waiting = dict(answers)
    for control in root.iter(f"{W}sdt"):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        tag = properties.find(f"{W}tag") if properties is not None else None
        answer = waiting.pop(tag.get(f"{W}val", ""), None) if tag is not None else None
        if answer is None or properties is None or content is None:
            continue
        for flag in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(flag)
        if (day := properties.find(f"{W}date")) is not None:
            day.set(f"{W}fullDate", f"{answer}T00:00:00Z")
        if (tick := properties.find(f".//{W14}checked")) is not None:
            tick.set(f"{W14}val", "1")
            answer = TICKED
        for run in list(content):
            content.remove(run)
        etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t").text = answer
    if waiting:
        raise KeyError(", ".join(waiting))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
