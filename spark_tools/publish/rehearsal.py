"""A rehearsal of the drawing: what plugins add to it is tried, so that what breaks is named."""

from __future__ import annotations

from contextlib import suppress

from spark_tools.document.course import course_documents
from spark_tools.model import Exercise, FaultError, Handout, Meeting, SessionPlan
from spark_tools.plugin.manager import Plugins
from spark_tools.publish.drawing import draw_course

REACHING = ("spark_template_dirs", "spark_jinja", "spark_handouts", "spark_exercises")
"""The hooks whose answers reach into documents of every format."""

USUAL = ("docx", "html", "md")


def rehearse_drawing(plugins: Plugins, plan: SessionPlan) -> None:
    """Draw *plan* in each format that a plugin that is not bundled has a part in.

    PDF takes longer than all the others, so it is drawn only with a plugin's own Typst.

    What goes wrong is in the plugins' failures afterwards; strict mode raises it.
    """
    renderers = plugins.renderers()
    others = {each.name for each in plugins.loaded if not each.bundled}
    formats = [each.format for name, each in plugins.gather("spark_renderers") if name in others]
    if any(plugins.offers(name, hook) for name in others for hook in REACHING):
        formats += USUAL
    if not formats:
        return

    def handouts(exercise: Exercise, meeting: Meeting) -> tuple[Handout, ...]:
        return plugins.handouts(exercise, meeting, plan)

    with suppress(FaultError):  # nothing to draw with
        look = plugins.look()
        if len(look.unguarded.find_all("typst/document.typ")) > 1:
            formats.append("pdf")
        documents = course_documents(plan, handouts)
        drawn = [
            each for name, each in renderers.items() if name in formats and not each.missing(look)
        ]
        for _ in draw_course(plan, documents, drawn, look, plugins.mend):
            pass
