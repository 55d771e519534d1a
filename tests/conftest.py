"""What tests of several rooms use."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from spark_tools.cli.app import group


@pytest.fixture(scope="session")
def invoke() -> Callable[..., Result]:
    """Run ``spark`` with these words, and what is *typed*; a crash fails the test."""

    def run(*words: str, typed: str | None = None) -> Result:
        result = CliRunner().invoke(group(), words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture(scope="session")
def send() -> Callable[..., Path]:
    """Fill in a sheet as Word does, by its controls' tags, and put it in an inbox."""

    def filled(sheet: Path, to: Path, answers: Mapping[str, str], saved: str = "") -> Path:
        to.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(sheet) as blank, zipfile.ZipFile(to, "w") as written:
            for name in blank.namelist():
                content = blank.read(name)
                if name == "word/document.xml":
                    content = _filled(content, answers)
                if name == "docProps/core.xml" and saved:
                    stamp = f"<dcterms:modified>{saved}</dcterms:modified></cp:coreProperties>"
                    content = content.replace(b"</cp:coreProperties>", stamp.encode())
                written.writestr(name, content)
        return to

    return filled


def _filled(xml: bytes, answers: Mapping[str, str]) -> bytes:
    root = etree.fromstring(xml)
    waiting = dict(answers)
    for sdt in root.iter(f"{W}sdt"):
        properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
        answer = waiting.pop(properties.find(f"{W}tag").get(f"{W}val"), None)
        if answer is None:
            continue
        for flag in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(flag)
        if (day := properties.find(f"{W}date")) is not None:
            day.set(f"{W}fullDate", f"{answer}T00:00:00Z")
        if (tick := properties.find(f".//{W14}checked")) is not None:
            tick.set(f"{W14}val", "1")
            answer = "☒"
        for run in list(content):
            content.remove(run)
        etree.SubElement(etree.SubElement(content, f"{W}r"), f"{W}t").text = answer
    assert not waiting, waiting
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
