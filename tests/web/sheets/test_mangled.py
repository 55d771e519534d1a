"""Whatever somebody has done to a sheet, it is read and shown, or refused in words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from spark_tools.web.page import Frame
from spark_tools.web.sheets.asked import Row, actions_from, rows_from, rows_of
from spark_tools.web.sheets.bounds import MOST_ACTIONS
from spark_tools.web.sheets.jobs import ReadSheets
from spark_tools.web.sheets.page import Answered, sheet_page
from spark_tools.web.sheets.view import ActionLine
from spark_tools.web.toolbox import Toolbox

GRID = "since-last-time-sheet.actions"
WAYS = ("remove", "move", "double", "rename", "text", "names")
CHANGES = st.lists(
    st.tuples(st.sampled_from(WAYS), st.integers(0, 5000), st.integers(0, 5000)), max_size=25
)
IDENTIFIERS = st.one_of(
    st.sampled_from(("since-last-time.1/worksheets", "a/interval/1", "a/worksheets/1/check-in")),
    st.text("abc./0123456789-", max_size=30),
)


@pytest.fixture(scope="module")
def sheet(next_sheet: Callable[..., bytes]) -> bytes:
    return next_sheet(ActionLine("Sig godmorgen", "Mona"), ActionLine("Ring til HR"))


def changed(sheet: bytes, changes: list[tuple[str, int, int]], identifier: str) -> bytes:
    """Give *sheet* with its text's tree changed, and another identifier."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for way, one, other in changes:
                    change(root, way, one, other)
                content = etree.tostring(root, encoding="UTF-8")
            if name == "docProps/core.xml":
                root = etree.fromstring(content)
                root.find("{http://purl.org/dc/elements/1.1/}identifier").text = identifier
                content = etree.tostring(root, encoding="UTF-8")
            after.writestr(name, content)
    return out.getvalue()


def change(root: etree._Element, way: str, place: int, other_place: int) -> None:
    elements = list(root.iter())
    one, other = elements[place % len(elements)], elements[other_place % len(elements)]
    parent = one.getparent()
    if parent is None:
        return
    inside = one is other or any(each is one for each in other.iterancestors())
    match way:
        case "remove":
            parent.remove(one)
        case "move" if not inside:
            other.append(one)
        case "double":
            parent.append(etree.fromstring(etree.tostring(one)))
        case "rename":
            one.tag = other.tag
        case "text":
            one.text = other.text or "Sig godmorgen (Mona, 3. marts)"
        case "names":
            for name, value in other.attrib.items():
                one.set(name, value)


@given(CHANGES, IDENTIFIERS)
def test_a_mangled_sheet_is_shown_or_refused(
    toolbox: Toolbox,
    frame: Frame,
    sheet: bytes,
    changes: list[tuple[str, int, int]],
    identifier: str,
) -> None:
    mangled = changed(sheet, changes, identifier)

    view = ReadSheets((("a.docx", mangled), ("b.docx", sheet))).run(toolbox)

    assert len(view.files) + len(view.faults) == 2
    page = frame.draw(sheet_page(toolbox, "da", Answered(view)))
    assert page.count("<fieldset") <= MOST_ACTIONS
    assert actions_from(rows_from(typed(rows_of(view.actions)), lambda said, **_: said)) == (
        view.actions
    )


def typed(rows: tuple[Row, ...]) -> dict[str, str]:
    """Give *rows* as a browser sends them."""
    return {
        f"{name}-{number}": getattr(row, name)
        for number, row in enumerate(rows, start=1)
        for name in ("what", "who", "review", "whose")
    }
