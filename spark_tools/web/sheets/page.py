"""The page for filled-in sheets."""

from __future__ import annotations

from attrs import frozen

from spark_tools.i18n import words
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.page import Page
from spark_tools.web.sheets.asked import Row, rows_of
from spark_tools.web.sheets.bounds import LONGEST, MOST_FILES
from spark_tools.web.sheets.view import SheetsView
from spark_tools.web.toolbox import LARGE_PRINT, Toolbox

PATH = "sheet"


@frozen
class Answered:
    """What the page answers: what stands on the sheets that were sent, or the form that was.

    ``rows`` are those of the form, with the ``look`` that was asked for; None where it was
    not sent. ``faults`` say what is wrong.
    """

    view: SheetsView | None = None
    rows: tuple[Row, ...] | None = None
    look: str = HOUSE
    faults: tuple[str, ...] = ()


def sheet_page(toolbox: Toolbox, language: str, answered: Answered | None = None) -> Page:
    """Give the page in *language* with what it has *answered*."""
    _ = words("web", language)
    asked = answered or Answered()
    view = asked.view
    fetches = {"docx": _("Fetch the sheet as Word"), "pdf": _("Fetch the sheet as PDF")}
    ready = {each.format for each in toolbox.document_renderers(HOUSE)}
    return Page(
        path=PATH,
        language=language,
        title=_("Filled-in sheets"),
        template="sheet",
        shows={
            "view": view,
            "rows": asked.rows or rows_of(view.actions if view else ()),
            "carries": asked.rows is not None or bool(view and view.files),
            "faults": (*asked.faults, *(view.faults if view else ())),
            "notes": view.notes if view else (),
            "fetches": [(name, title) for name, title in fetches.items() if name in ready],
            "large_print": LARGE_PRINT,
            "look": asked.look,
            "most_files": MOST_FILES,
            "longest": LONGEST,
        },
        description=_("See what stands on a sheet, and carry it over to the next one."),
        part=PATH,
    )
