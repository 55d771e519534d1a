"""One sheet, one job, one page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from spark_tools.content.reader import Contents
from spark_tools.document.tool import tool_documents
from spark_tools.plugin.manager import load_plugins
from spark_tools.render import pdf


def test_every_sheet_is_one_page(programme: Contents):
    pytest.importorskip("typst")
    look = load_plugins(strict=True).look()
    pages = {}
    for exercise in programme.exercises:
        for sheets in tool_documents(exercise, "da")[1:]:
            drawn = PdfReader(BytesIO(pdf.draw(sheets.document, look)))
            pages[exercise.id] = len(drawn.pages)
    assert pages == {each.id: len(each.handouts) for each in programme.exercises if each.handouts}
