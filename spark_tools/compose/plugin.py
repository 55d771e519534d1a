"""The composer as the last plugin to be asked for a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.plugin.hookspecs import hookimpl

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.model import Brief, Logbook, SessionPlan


@hookimpl(trylast=True)
def spark_compose_plan(brief: Brief, library: Library, logbook: Logbook) -> SessionPlan:
    """Compose the plan when no other plugin has; see `compose`."""
    from spark_tools.compose.composer import compose

    return compose(brief, library, logbook)
