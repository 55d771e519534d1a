"""What a hook gives, held against what it should give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from spark_tools.model import (
    CourseType,
    Exercise,
    Finding,
    Handout,
    MeetingRenderer,
    Renderer,
    SessionPlan,
    Theme,
)
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.remedy import no_plan
from spark_tools.plugin.sound import misfit, shown, type_name
from spark_tools.plugin.wording import say

GIVES: Mapping[str, Any] = {
    "spark_content_dirs": Path,
    "spark_exercises": Exercise,
    "spark_themes": Theme,
    "spark_course_types": CourseType,
    "spark_template_dirs": Path,
    "spark_renderers": Renderer,
    "spark_check_plan": Finding,
    "spark_handouts": Handout,
}
MOST = 10_000
"""How many things one hook may give: more is a list without an end."""

_FILE = re.compile(r"\w[\w-]*")
_FORMAT = re.compile("[a-z0-9]+")


def things_in(hook: str, answer: object, *, trusted: bool = False) -> list[Any]:
    """Give the things in a hook's *answer*; those of a *trusted* plugin are not looked into.

    Raises:
        BadPluginError: it is no list of what the hook gives.
        Exception: whatever the plugin's own generator raises.
    """
    wanted = _wanted(hook)
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise BadPluginError(wrong(answer, list), _list_of(hook, wanted))
    things = list(islice(answer, MOST + 1))
    if len(things) > MOST:
        said = say("gave more than {most} things", most=MOST)
        raise BadPluginError(said, say("Let {hook} give a list that ends.", hook=hook))
    for thing in things:
        if not isinstance(thing, wanted):
            raise BadPluginError(wrong(thing, wanted), _list_of(hook, wanted))
        if not trusted and (said := misfit(thing, type(thing))):
            raise BadPluginError(said, say("Give each field a value of its type."))
        if isinstance(thing, Renderer):
            _check_names(thing)
    return things


def checked_plan(plan: object, *, trusted: bool = False) -> SessionPlan:
    """Give *plan*; one of *trusted* plugins alone is not looked into.

    Raises:
        BadPluginError: it is no plan, or has a field of the wrong type.
    """
    if not isinstance(plan, SessionPlan):
        raise BadPluginError(wrong(plan, SessionPlan), no_plan())
    if not trusted and (said := misfit(plan, SessionPlan)):
        raise BadPluginError(said, no_plan())
    return plan


def wrong(thing: object, wanted: Any) -> str:
    """Say that a hook gave *thing*, and not what was *wanted*."""
    return say("gave {thing}, not {wanted}", thing=shown(thing), wanted=type_name(wanted))


def _wanted(hook: str) -> Any:
    if hook == "spark_commands":
        from click import Command

        return Command
    return GIVES[hook]


def _list_of(hook: str, wanted: Any) -> str:
    return say("Let {hook} give a list of {kind}.", hook=hook, kind=type_name(wanted))


def _check_names(renderer: Renderer) -> None:
    if isinstance(renderer, MeetingRenderer) and not _FILE.fullmatch(renderer.name):
        said = say('"{name}" cannot be the name of a file', name=renderer.name)
        raise BadPluginError(said, say("Use letters, digits and -, and no ending."))
    for name in (renderer.format, renderer.suffix):
        if not _FORMAT.fullmatch(name):
            said = say('"{name}" cannot be the name or the ending of a format', name=name)
            raise BadPluginError(said, say('Use small letters and digits, and no dot: "pptx".'))
