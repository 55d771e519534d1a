"""The jobs of the page for filled-in sheets."""

from __future__ import annotations

from attrs import frozen

from spark_tools.document.framing import CourseDocument
from spark_tools.document.tool import filled_in_document
from spark_tools.forms.logbook.same import same
from spark_tools.i18n import messages, words
from spark_tools.model import ANY, Fault, FaultError, Function
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.downloads import look_mark
from spark_tools.web.sheets.reading import Sent, read_sheets
from spark_tools.web.sheets.view import ActionLine, SheetsView
from spark_tools.web.toolbox import LOOKS, Toolbox


@frozen
class ReadSheets:
    """A job: read sheets that were sent; gives what stands on them."""

    files: tuple[Sent, ...]

    def run(self, toolbox: Toolbox) -> SheetsView:
        """Read them; raises as `read_sheets`."""
        try:
            return read_sheets(self.files, toolbox)
        finally:
            # It remembers texts, and a worker lives on when the answer is given.
            same.cache_clear()


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
            FaultError: there is no action, no sheet for any, or no such format or look.
        """
        _ = messages("web")
        if not self.actions:
            raise FaultError([Fault(_("Write at least one thing that you have agreed."))])
        ready = toolbox.document_renderers(self.look) if self.look in LOOKS else ()
        renderer = next((each for each in ready if each.format == self.format), None)
        entry = _look_back(self.actions, self.language, toolbox)
        if entry is None or renderer is None:
            raise FaultError([Fault(_("There is no sheet to write that on."))])
        drawn = renderer.draw(entry.document, toolbox.looks[self.look])
        mark = look_mark(self.look, words("web", self.language))
        return f"{entry.name}{mark}.{renderer.suffix}", drawn


def _look_back(
    actions: tuple[ActionLine, ...], language: str, toolbox: Toolbox
) -> CourseDocument | None:
    """Lay out the first exercise that looks back and has rows for *actions*.

    One for any course comes before those that are made for certain courses.
    """
    numbered = tuple(each.as_action(number) for number, each in enumerate(actions, start=1))
    exercises = toolbox.library.exercises
    for exercise in sorted(exercises, key=lambda each: ANY not in each.course_types):
        if Function.LOOK_BACK in exercise.functions:
            shown = toolbox.library.in_language(exercise, language)
            entry = filled_in_document(shown, language, toolbox.handouts(shown), numbered)
            if entry is not None:
                return entry
    return None
