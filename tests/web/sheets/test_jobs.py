"""Drawing the next sheet."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest

from spark_tools.model import FaultError
from spark_tools.web.sheets.bounds import LONGEST, MOST_ACTIONS
from spark_tools.web.sheets.jobs import DrawLookBack
from spark_tools.web.sheets.view import ActionLine
from spark_tools.web.toolbox import LARGE_PRINT, Toolbox

RING = ActionLine("Ring til <HR> & {{ løn }}", "Mona", datetime.date(2027, 3, 3))


def text(drawn: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(drawn)) as file:
        return file.read("word/document.xml").decode()


def test_the_sheet_says_what_was_agreed_letter_by_letter(toolbox: Toolbox) -> None:
    name, drawn = DrawLookBack((RING,), "docx", "da").run(toolbox)

    assert name == "siden-sidst-arbejdsark.docx"
    assert "Ring til &lt;HR&gt; &amp; {{ løn }} (Mona, 3.\xa0marts)" in text(drawn)


def test_it_comes_in_large_print_and_as_pdf(toolbox: Toolbox) -> None:
    word, large = DrawLookBack((RING,), "docx", "da", LARGE_PRINT).run(toolbox)
    pdf, drawn = DrawLookBack((RING,), "pdf", "en").run(toolbox)

    assert word == "siden-sidst-arbejdsark-stor-skrift.docx"
    assert large != DrawLookBack((RING,), "docx", "da").run(toolbox)[1]
    assert pdf == "siden-sidst-worksheet.pdf"
    assert drawn.startswith(b"%PDF")


def test_as_much_as_the_form_takes_can_be_drawn(toolbox: Toolbox) -> None:
    longest = ActionLine("æ " * (LONGEST["what"] // 2), "W" * LONGEST["who"])

    for kind in ("docx", "pdf"):
        assert DrawLookBack((longest,) * MOST_ACTIONS, kind, "da").run(toolbox)[1]


@pytest.mark.parametrize(
    ("kind", "look"), [("exe", "house"), ("ics", "house"), ("docx", "none"), ("", "")]
)
def test_what_cannot_be_drawn_is_a_fault(toolbox: Toolbox, kind: str, look: str) -> None:
    with pytest.raises(FaultError, match="no sheet to write that on"):
        DrawLookBack((RING,), kind, "da", look).run(toolbox)


def test_nothing_agreed_is_a_fault(toolbox: Toolbox) -> None:
    with pytest.raises(FaultError, match="Write at least one thing"):
        DrawLookBack((), "docx", "da").run(toolbox)
