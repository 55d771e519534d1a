"""The jobs of the page for filled-in sheets."""

from __future__ import annotations

from attrs import frozen

from spark_tools.document.framing import CourseDocument
from spark_tools.document.tool import filled_in_document
from spark_tools.i18n import messages
from spark_tools.model import DocumentRenderer, Fault, FaultError, Function
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.sheets.reading import Sent, read_sheets
from spark_tools.web.sheets.view import ActionLine, SheetsView
from spark_tools.web.toolbox import Toolbox


@frozen
class ReadSheets:
    """A job: read sheets that were sent; gives what stands on them."""

    files: tuple[Sent, ...]

    def run(self, toolbox: Toolbox) -> SheetsView:
        """Read them; raises as `read_sheets`."""
        return read_sheets(self.files, toolbox)


@frozen
class DrawLookBack:
    """A job: draw the next look-back's sheet with a row for each action; gives name and bytes."""

    actions: tuple[ActionLine, ...]
    format: str
    language: str
    look: str = HOUSE

    def run(self, toolbox: Toolbox) -> tuple[str, bytes]:
        """Draw it.

        Raises:
            FaultError: there is no action, no sheet for any, or no such format.
        """
        _ = messages("web")
        if not self.actions:
            raise FaultError([Fault(_("Write at least one thing that you have agreed."))])
        entry = _look_back(self.actions, self.language, toolbox)
        renderer = toolbox.renderers.get(self.format)
        if entry is None or not isinstance(renderer, DocumentRenderer):
            raise FaultError([Fault(_("There is no sheet to write that on."))])
        drawn = renderer.draw(entry.document, toolbox.looks[self.look])
        return f"{entry.name}.{renderer.suffix}", drawn


def _look_back(
    actions: tuple[ActionLine, ...], language: str, toolbox: Toolbox
) -> CourseDocument | None:
    """Lay out the first exercise that looks back and has rows for *actions*."""
    numbered = tuple(each.as_action(number) for number, each in enumerate(actions, start=1))
    for exercise in toolbox.library.exercises:
        if Function.LOOK_BACK in exercise.functions:
            shown = toolbox.library.in_language(exercise, language)
            entry = filled_in_document(shown, language, toolbox.handouts(shown), numbered)
            if entry is not None:
                return entry
    return None
