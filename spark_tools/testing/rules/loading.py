"""Whether the plugin loads, and whether its hooks are what they should be."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.model import Finding, SessionPlan
from spark_tools.plugin.rehearsal import rehearse
from spark_tools.testing.toolbox import Toolbox

LOADING = ("find", "import", "configure")
CONTENT = "content"
SIGNATURES = "register"


def loads(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether the plugin is found, imported and configured."""
    return (str(each) for each in toolbox.failures if each.stage in LOADING)


def signatures(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether its hooks exist, are marked, and ask for what there is."""
    return (str(each) for each in toolbox.failures if each.stage == SIGNATURES)


def answers(toolbox: Toolbox) -> Iterator[str]:
    """Tell whether each of its hooks can be called, and gives what it should."""
    plan = rehearse(toolbox.plugins, toolbox.library)
    elsewhere = (*LOADING, CONTENT, SIGNATURES)
    yield from (str(each) for each in toolbox.failures if each.stage not in elsewhere)
    if plan:
        yield from _findings(toolbox, plan)


def _findings(toolbox: Toolbox, plan: SessionPlan) -> Iterator[str]:
    """Give what is wrong with what the plugin finds about *plan*: chance, or no such meeting."""

    def found() -> list[Finding]:
        return toolbox.given("spark_check_plan", plan=plan)

    once, again = found(), found()
    if once != again:
        yield "spark_check_plan finds something else each time: leave chance and the clock out"
    for finding in once:
        if not 0 <= finding.meeting <= len(plan.meetings):
            yield f"spark_check_plan tells of meeting {finding.meeting}, and there is none"
