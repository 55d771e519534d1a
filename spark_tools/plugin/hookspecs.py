"""The twelve hooks: everything a plugin may offer.

Every hook is optional. A plugin is a module (or a package) with functions of
these names marked by `hookimpl`; it offers only what it has.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from pathlib import Path

    from click import Command
    from jinja2 import Environment

    from spark_tools.content.library import Library
    from spark_tools.model import (
        Brief,
        CourseType,
        Exercise,
        Finding,
        Handout,
        Logbook,
        Meeting,
        Renderer,
        SessionPlan,
        Theme,
    )
    from spark_tools.plugin.settings import Settings

PROJECT = "spark_tools"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec(historic=True)
def spark_configure(settings: Settings) -> None:
    """Learn the settings of this run, once, before any other hook is called.

    Example::

        @hookimpl
        def spark_configure(settings):
            global strict
            strict = settings.strict
    """


@hookspec
def spark_content_dirs() -> Iterable[Path]:  # type: ignore[empty-body]
    """Give folders that hold TOML files of exercises, themes and course types.

    Example::

        @hookimpl
        def spark_content_dirs():
            return [Path(__file__).parent / "content"]
    """


@hookspec
def spark_exercises() -> Iterable[Exercise]:  # type: ignore[empty-body]
    """Give exercises that are made in Python rather than written as TOML.

    Example::

        @hookimpl
        def spark_exercises():
            return [stretching(minutes=5)]
    """


@hookspec
def spark_themes() -> Iterable[Theme]:  # type: ignore[empty-body]
    """Give themes that are made in Python rather than written as TOML.

    Example::

        @hookimpl
        def spark_themes():
            return [Theme(id="noise", title="Støj", summary="…", source=OWN)]
    """


@hookspec
def spark_course_types() -> Iterable[CourseType]:  # type: ignore[empty-body]
    """Give course types that are made in Python rather than written as TOML.

    Example::

        @hookimpl
        def spark_course_types():
            return [seminar(days=2)]
    """


@hookspec
def spark_template_dirs() -> Iterable[Path]:  # type: ignore[empty-body]
    """Give folders whose templates come before the bundled ones.

    A folder may hold looks, each in a folder ``looks/NAME`` that ``--look NAME`` chooses.

    Example::

        @hookimpl
        def spark_template_dirs():
            return [Path(__file__).parent / "templates"]
    """


@hookspec
def spark_jinja(environment: Environment) -> None:
    """Add filters, tests or globals to the Jinja2 environment of html and markdown.

    Example::

        @hookimpl
        def spark_jinja(environment):
            environment.filters["shout"] = str.upper
    """


@hookspec
def spark_renderers() -> Iterable[Renderer]:  # type: ignore[empty-body]
    """Give renderers of further formats.

    Example::

        @hookimpl
        def spark_renderers():
            return [DocumentRenderer("txt", "txt", "Plain text", draw_text)]

    A `DocumentRenderer` draws each document, a `MeetingRenderer` each meeting, a
    `PlanRenderer` the whole course.
    """


@hookspec(firstresult=True)
def spark_compose_plan(brief: Brief, library: Library, logbook: Logbook) -> SessionPlan | None:
    """Compose the plan; give None to leave it to the next plugin, and last to the core.

    The plan begins with ``logbook.meetings``, which have been held, as they are. A
    wrapper may change the plan on its way out; a plugin that changes the brief gives
    what `spark_tools.compose_plan` makes of it.

    Example::

        @hookimpl(wrapper=True)
        def spark_compose_plan(brief, library, logbook):
            plan = yield
            return attrs.evolve(plan, findings=(*plan.findings, REMINDER))
    """


@hookspec
def spark_check_plan(plan: SessionPlan) -> Iterable[Finding]:  # type: ignore[empty-body]
    """Give findings about a composed plan.

    Example::

        @hookimpl
        def spark_check_plan(plan):
            if len(plan.meetings) > 5:
                yield Finding("long", Severity.NOTE, text="Over fem møder: aftal en pause.")
    """


@hookspec
def spark_handouts(  # type: ignore[empty-body]
    exercise: Exercise, meeting: Meeting | None, plan: SessionPlan | None
) -> Iterable[Handout]:
    """Give further handouts for *exercise*, in *meeting* of *plan* or on its own.

    Example::

        @hookimpl
        def spark_handouts(exercise, meeting, plan):
            if exercise.id == "perspective-mapping":
                yield name_badges(meeting)
    """


@hookspec
def spark_commands() -> Iterable[Command]:  # type: ignore[empty-body]
    """Give further commands of ``spark``.

    Example::

        @hookimpl
        def spark_commands():
            return [invoice]
    """
