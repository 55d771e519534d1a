"""Whatever stands in a file, it is checked or refused in one sentence: nothing else."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from spark_tools.accessibility import MOST_FLAWS, Flaw, check_document, check_pdf
from spark_tools.model import FaultError

PARTS = (
    *("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml"),
    *("word/settings.xml", "word/header1-portrait.xml", "docProps/core.xml"),
    *("word/_rels/document.xml.rels", "[Content_Types].xml", "_rels/.rels"),
)
VALUES = (
    "",
    "0",
    "-1",
    "99999999999",
    "1e9",
    "auto",
    "FFFFF",
    "zzzzzz",
    "Heading1",
    "æ",
    "%",
    "{x}",
)
PIECES = (b"<", b">", b"&", b'"', b"\0", b"\xff", b"</w:p>", b"<w:p>", b"<w:tbl>", b"<!DOCTYPE x>")
DICE = st.integers(0, 2**32).map(random.Random)


def turned(root: etree._Element, dice: random.Random) -> None:
    """Change the tree of *root*: elements moved, doubled, lost, renamed, with other values."""
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    for _ in range(dice.choice((1, 3, 10, 50))):
        one, other = dice.choice(elements), dice.choice(elements)
        if one.getparent() is None:
            continue
        match dice.randrange(6):
            case 0:
                one.getparent().remove(one)
            case 1 if one is not other and all(each is not one for each in other.iterancestors()):
                other.insert(dice.randrange(len(other) + 1), one)
            case 2:
                one.tag = other.tag
            case 3:
                one.text = other.text
            case 4 if one.attrib:
                one.set(dice.choice(list(one.attrib)), dice.choice(VALUES))
            case _:
                for name, value in other.attrib.items():
                    one.set(name, value)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Give *content* with some bytes lost, doubled or put in."""
    changed = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        here = dice.randrange(len(changed) + 1)
        there = min(len(changed), here + dice.choice((1, 4, 40, 400)))
        match dice.randrange(3):
            case 0:
                del changed[here:there]
            case 1:
                changed[here:here] = changed[here:there]
            case _:
                changed[here:there] = dice.choice(PIECES)
    return bytes(changed)


def checked_or_refused(check, content: bytes) -> None:
    try:
        flaws = check(content, "a.docx")
    except FaultError as error:
        (fault,) = error.faults
        assert fault.message
        assert fault.file == "a.docx"
    else:
        assert all(isinstance(flaw, Flaw) and flaw.what and flaw.where for flaw in flaws)


@pytest.mark.parametrize("part", PARTS)
@settings(max_examples=40)
@given(dice=DICE)
def test_a_document_with_a_tree_changed_is_checked_or_refused(ours, part, dice):
    checked_or_refused(check_document, ours.changing(lambda root: turned(root, dice), part).content)


@settings(max_examples=80)
@given(part=st.sampled_from(PARTS), dice=DICE)
def test_a_document_with_bytes_of_a_part_changed_is_checked_or_refused(ours, part, dice):
    changed = type(ours)({**ours.parts, part: mutated(ours.parts[part], dice)})
    checked_or_refused(check_document, changed.content)


@settings(max_examples=80)
@given(dice=DICE)
def test_a_document_with_bytes_changed_is_checked_or_refused(ours, dice):
    checked_or_refused(check_document, mutated(ours.content, dice))


@given(dice=DICE)
def test_a_pdf_with_bytes_changed_is_checked_or_refused(pdf, dice):
    checked_or_refused(check_pdf, mutated(pdf().content, dice))


HOSTILE = {
    "paragraphs": "<w:p/>" * 10_000,
    "typed bullets": "<w:p><w:r><w:t>- a</w:t></w:r></w:p>" * 4_000,
    "one long word": f"<w:p><w:r><w:t>{'_. ' * 300_000}</w:t></w:r></w:p>",
    "blanks": f"<w:p><w:r><w:t xml:space='preserve'>a{' ' * 500_000}</w:t></w:r></w:p>",
    "open fields": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" * 4_000,
    "cells": "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 6_000 + "</w:tr></w:tbl>",
    "tables": "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 3_000,
    "controls": "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>" * 4_000,
    "nested": "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80,
    "wrapped": "<w:ins>" * 240 + "<w:p/>" + "</w:ins>" * 240,
    "headings": "<w:p><w:pPr><w:outlineLvl w:val='8'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    * 3_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_huge_document_gives_a_report_of_a_human_size(foreign, name):
    flaws = foreign.adding(HOSTILE[name]).flaws()
    assert all(len(flaw.what) < 300 and len(flaw.where) < 5_000 for flaw in flaws)
    assert max(Counter(flaw.rule for flaw in flaws).values(), default=0) <= MOST_FLAWS
