"""Whatever happens to a file on its way, it is read or refused: nothing else, and soon.

``SPARK_FUZZ`` says how many times; a few hundred where it is not set.
"""

import os
import random

import pytest

from spark_tools.forms.docx.answers import FilledSheet
from spark_tools.model import FaultError

TIMES = int(os.environ.get("SPARK_FUZZ", "300"))
PIECES = (
    *(b"<", b">", b"/", b'"', b"&", b"&#0;", b"&#x110000;", b"\0", b"\xff\xfe", b"<!--", b"-->"),
    *(b"<![CDATA[", b"]]>", b"<?x?>", b"<!DOCTYPE x>", b"&amp;", b"xmlns=''", b"w:val", b"-1"),
    *(b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t/>", b"<w:sdt>", b"</w:sdt>", b"<w:tc>", b"<w:tr>"),
    *(b"<w:tbl>", b"</w:tbl>", b"<w:gridSpan w:val='999'/>", b"<w:br/>", b"<w:ins>", b"<w:del>"),
    *(b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04", b"99999999999999999999", "æ\u0301☒".encode()),
)


def mutated(content, dice):
    """Give *content* with some of it changed, doubled, moved or lost."""
    changed = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        here, there = sorted(dice.randrange(len(changed) + 1) for _ in range(2))
        there = min(there, here + dice.choice((1, 4, 40, 400, 4000)))
        match dice.randrange(7):
            case 0 if changed:
                changed[min(here, len(changed) - 1)] = dice.randrange(256)
            case 1:
                del changed[here:there]
            case 2:
                changed[here:here] = changed[here:there]
            case 3:
                changed[here:there] = dice.choice(PIECES)
            case 4:
                changed[here:here] = dice.choice(PIECES)
            case 5:
                piece = changed[here:there]
                del changed[here:there]
                place = dice.randrange(len(changed) + 1)
                changed[place:place] = piece
            case _ if dice.random() < 0.1:
                del changed[here:]
    return bytes(changed)


def turned(root, dice):
    """Change the tree of *root*: elements moved, doubled, lost, named otherwise."""
    elements = list(root.iter())
    for _ in range(dice.choice((1, 3, 10, 50))):
        one, other = dice.choice(elements), dice.choice(elements)
        if one.getparent() is None:
            continue
        match dice.randrange(5):
            case 0:
                one.getparent().remove(one)
            case 1 if not any(each is one for each in other.iterancestors()) and one is not other:
                other.insert(dice.randrange(len(other) + 1), one)
            case 2:
                one.tag = other.tag
            case 3:
                one.text = other.text
            case _:
                for name, value in other.attrib.items():
                    one.set(name, value)


def read_or_refused(worksheet):
    try:
        sheet = worksheet.read()
    except FaultError as error:
        (fault,) = error.faults
        assert fault.message
        assert fault.file == "kort.docx"
    else:
        assert isinstance(sheet, FilledSheet)
        assert len(sheet.answers) == len(worksheet.form.fields)


@pytest.fixture(scope="session")
def written_on(card):
    answers = {"card.what": "Vi mødes\nved tavlen", "card.decision": "Justér", "card.told": "x"}
    return card.filled({**answers, "card.plan.2.when": "2027-12-24", "card.plan.a3.what": "æøå"})


def test_a_file_with_bytes_changed_is_read_or_refused(written_on):
    for seed in range(TIMES):
        content = mutated(written_on.content, random.Random(seed))
        read_or_refused(type(written_on)(content, written_on.form))


def test_a_file_with_its_xml_changed_is_read_or_refused(written_on):
    xml = written_on.xml.encode()
    for seed in range(TIMES):
        read_or_refused(written_on.with_xml(mutated(xml, random.Random(seed))))


def test_a_file_with_its_tree_changed_is_read_or_refused(written_on):
    for seed in range(TIMES):
        dice = random.Random(seed)
        read_or_refused(written_on.changed(lambda root, dice=dice: turned(root, dice)))


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/custom.xml"]
)
def test_a_file_with_another_part_changed_is_read_or_refused(written_on, part):
    before = written_on.part(part)
    for seed in range(TIMES // 4):
        read_or_refused(written_on.with_parts({part: mutated(before, random.Random(seed))}))
