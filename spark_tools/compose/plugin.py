"""The composer as the last plugin to be asked for a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.plugin.hookspecs import hookimpl

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.model import Brief, Logbook, SessionPlan


def compose_plan(brief: Brief, library: Library, logbook: Logbook) -> SessionPlan:
    """Compose the plan as the toolbox does by itself, for a plugin that has changed the brief.

    Raises:
        FaultError: the brief names something that does not exist, or cannot fit.
    """
    from spark_tools.compose.composer import compose

    return compose(brief, library, logbook)


@hookimpl(trylast=True)
def spark_compose_plan(brief: Brief, library: Library, logbook: Logbook) -> SessionPlan:
    """Compose the plan when no other plugin has."""
    return compose_plan(brief, library, logbook)
