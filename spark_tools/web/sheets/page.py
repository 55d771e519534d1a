"""The page for filled-in sheets."""

from __future__ import annotations

from collections.abc import Sequence

from spark_tools.i18n import words
from spark_tools.web.page import Page
from spark_tools.web.sheets.asked import LONGEST, Row, rows_of
from spark_tools.web.sheets.reading import MOST_FILES
from spark_tools.web.sheets.view import SheetsView

PATH = "sheet"


def sheet_page(
    language: str, view: SheetsView | None = None, rows: Sequence[Row] = (), *faults: str
) -> Page:
    """Give the page: what stands on the sheets in *view*, and what can be carried over.

    *rows* are those of the form where it has been sent; *faults* say what is wrong.
    """
    _ = words("web", language)
    return Page(
        path=PATH,
        language=language,
        title=_("Filled-in sheets"),
        template="sheet",
        shows={
            "view": view,
            "rows": tuple(rows) or rows_of(view.actions if view else ()),
            "asked": bool(rows) or bool(view and view.files),
            "faults": (*faults, *(view.faults if view else ())),
            "most_files": MOST_FILES,
            "longest": LONGEST,
        },
        description=_("See what stands on a sheet, and carry it over to the next one."),
        part=PATH,
    )
