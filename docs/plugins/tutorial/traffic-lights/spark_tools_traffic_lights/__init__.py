"""Trafiklys: an exercise for spark-tools."""

from collections.abc import Iterator
from pathlib import Path

from spark_tools import Finding, SessionPlan, Severity, hookimpl

EXERCISE = "traffic-lights"


@hookimpl
def spark_content_dirs() -> list[Path]:
    """Offer the content that lies beside this module."""
    return [Path(__file__).parent / "content"]


@hookimpl
def spark_check_plan(plan: SessionPlan) -> Iterator[Finding]:
    """Remind of colour in the meetings where the lights come."""
    for meeting in plan.meetings:
        if EXERCISE in [exercise.id for exercise in meeting.exercises]:
            said = f"Møde {meeting.number}: print trafiklyset i farver."
            yield Finding("traffic-lights-colour", Severity.NOTE, meeting.number, text=said)
