"""Loading plugins, asking them, and going on without the ones that break."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy
from attrs import evolve

from spark_tools.model import (
    CourseType,
    Exercise,
    Fault,
    FaultError,
    Finding,
    Handout,
    Logbook,
    Look,
    Meeting,
    Renderer,
    SessionPlan,
    Theme,
)
from spark_tools.plugin import hookspecs
from spark_tools.plugin.candidate import Candidate, LoadedPlugin
from spark_tools.plugin.entry_points import home, installed_plugins
from spark_tools.plugin.failure import PluginError, PluginFailure, describe
from spark_tools.plugin.folders import local_plugins
from spark_tools.plugin.looks import HOUSE, look_folders
from spark_tools.plugin.settings import Settings
from spark_tools.plugin.validation import check_hooks
from spark_tools.plugin.wording import say

if TYPE_CHECKING:
    from click import Command
    from jinja2 import Environment

    from spark_tools.content.library import Library
    from spark_tools.model import Brief

__all__ = ["LoadedPlugin", "PluginError", "PluginFailure", "Plugins", "load_plugins"]

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


def load_plugins(
    plugins_dir: Path | None = None, *, strict: bool | None = None, language: str = "en"
) -> Plugins:
    """Find, import and register every plugin: bundled, installed, then local ones.

    *plugins_dir* replaces the folders named by ``SPARK_TOOLS_PLUGINS``. With
    *strict*, or ``SPARK_TOOLS_STRICT=1`` when it is None, the first failure
    raises `PluginError`; otherwise failures are recorded and the rest loads.
    ``SPARK_TOOLS_BLOCK=name,name`` leaves plugins or whole distributions out.
    """
    if strict is None:
        strict = os.environ.get("SPARK_TOOLS_STRICT") == "1"
    plugins = Plugins(Settings(language, strict))
    blocked = set(filter(None, os.environ.get("SPARK_TOOLS_BLOCK", "").split(",")))
    for candidate in [*installed_plugins(), *_local(plugins, plugins_dir)]:
        if blocked.isdisjoint({candidate.identity.name, candidate.identity.distribution}):
            plugins.add(candidate)
    return plugins


def _local(plugins: Plugins, plugins_dir: Path | None) -> Iterable[Candidate]:
    named = os.environ.get("SPARK_TOOLS_PLUGINS", "").split(os.pathsep)
    for folder in [plugins_dir] if plugins_dir else [Path(name) for name in named if name]:
        try:
            yield from local_plugins(folder)
        except OSError as error:
            plugins.fail(LoadedPlugin(folder.name, path=folder), "find", str(error), error)


class Plugins:
    """The plugins of a run; asks them one at a time, so that none can stop another.

    A plugin that raises is recorded in ``failures`` and passed over; in strict
    mode every method raises `PluginError` instead.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._manager.hook.spark_configure.call_historic(kwargs={"settings": settings})
        self._loaded: dict[str, LoadedPlugin] = {}
        self._failures: dict[PluginFailure, None] = {}

    @property
    def loaded(self) -> tuple[LoadedPlugin, ...]:
        """The plugins that work, in the order they were registered: bundled first."""
        return tuple(self._loaded.values())

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What has gone wrong so far, each thing once."""
        return tuple(self._failures)

    def fail(
        self, plugin: LoadedPlugin | str, stage: str, error: str, cause: BaseException | None = None
    ) -> None:
        """Record that *plugin* (or the one of that name) broke, or raise it in strict mode."""
        if isinstance(plugin, str):
            plugin = self._loaded.get(plugin, LoadedPlugin(plugin))
        failure = PluginFailure(plugin.name, plugin.distribution, stage, error)
        if self._settings.strict:
            raise PluginError(failure) from cause
        self._failures[failure] = None

    def add(self, candidate: Candidate) -> None:
        """Import and register one plugin; one that fails is left out and recorded."""
        identity = candidate.identity
        if (other := self._loaded.get(identity.name)) is not None:
            where = other.distribution or other.path
            taken = say("{where} has a plugin of that name", where=where)
            return self.fail(identity, "register", taken)
        try:
            plugin = candidate.load()
        except (Exception, SystemExit) as error:
            return self.fail(identity, "import", describe(error), error)
        stage = "register"
        try:
            check_hooks(plugin, self._manager)
            stage = "configure"
            self._manager.register(plugin, identity.name)
            stage = "register"
            self._manager.check_pending()
        except (Exception, SystemExit) as error:
            if self._manager.has_plugin(identity.name):
                self._manager.unregister(name=identity.name)
            known = isinstance(error, pluggy.PluginValidationError)
            return self.fail(identity, stage, str(error) if known else describe(error), error)
        self._loaded[identity.name] = evolve(identity, path=identity.path or home(plugin))
        return None

    def gather(self, hook: str, /, **kwargs: object) -> list[tuple[str, Any]]:
        """Give what each plugin's *hook* gives, one by one, with the plugin's name."""
        found: list[tuple[str, Any]] = []
        for name in self._offering(hook):
            try:
                answers = self._ask(name, hook, kwargs)
                found += [(name, thing) for answer in answers for thing in _things(hook, answer)]
            except FaultError as error:
                self.fail(name, hook, str(error), error)
            except (Exception, SystemExit) as error:
                self.fail(name, hook, describe(error), error)
        return found

    def offers(self, plugin: str, hook: str) -> bool:
        """Whether the plugin of that name has *hook*."""
        return plugin in self._offering(hook)

    def _offering(self, hook: str) -> list[str]:
        names = {call.plugin_name for call in self._caller(hook).get_hookimpls()}
        return [name for name in self._loaded if name in names]

    def _caller(self, hook: str) -> pluggy.HookCaller:
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        return caller

    def _ask(self, name: str, hook: str, kwargs: Mapping[str, object]) -> list[Any]:
        others = [plugin for other, plugin in self._manager.list_name_plugin() if other != name]
        answers: list[Any] = self._manager.subset_hook_caller(hook, others)(**kwargs)
        return answers

    def look(self, first: Iterable[Path] = (), name: str = HOUSE) -> Look:
        """Give the template folders: those in *first*, then plugins', then the bundled ones.

        For a look called otherwise than ``house`` come before them all their folders
        ``looks/NAME``. The beginning of a name will do, where only one begins so.

        Raises:
            FaultError: there is no such look, or several begin so.
        """
        order = {plugin: -number for number, plugin in enumerate(self._loaded)}
        dirs = sorted(self.gather("spark_template_dirs"), key=lambda found: order[found[0]])
        folders = (*first, *(folder for _, folder in dirs))
        jinja = tuple(map(self._jinja, self._offering("spark_jinja")))
        return Look((*look_folders(name, folders), *folders), jinja)

    def _jinja(self, name: str) -> Callable[[Environment], None]:
        def extend(environment: Environment) -> None:
            try:
                self._ask(name, "spark_jinja", {"environment": environment})
            except (Exception, SystemExit) as error:
                self.fail(name, "spark_jinja", describe(error), error)

        return extend

    def renderers(self) -> dict[str, Renderer]:
        """Give the renderers by format; of two for one format the first registered stays."""
        return self._unique("spark_renderers", lambda renderer: renderer.format)

    def commands(self) -> dict[str, Command]:
        """Give the plugins' own commands by name; of two the first registered stays."""
        return self._unique("spark_commands", lambda command: command.name)

    def _unique(self, hook: str, key: Callable[[Any], str]) -> dict[str, Any]:
        kept: dict[str, tuple[str, Any]] = {}
        for name, thing in self.gather(hook):
            try:
                id_ = key(thing)
            except AttributeError:
                self.fail(name, hook, say("{thing} is not what this hook gives", thing=repr(thing)))
                continue
            if id_ in kept:
                other = kept[id_][0]
                self.fail(name, hook, say('"{id}" is also in {other}', id=id_, other=other))
            else:
                kept[id_] = name, thing
        return {name: thing for name, (_, thing) in kept.items()}

    def handouts(
        self, exercise: Exercise, meeting: Meeting | None = None, plan: SessionPlan | None = None
    ) -> tuple[Handout, ...]:
        """Give the plugins' further handouts for *exercise*."""
        asked = self.gather("spark_handouts", exercise=exercise, meeting=meeting, plan=plan)
        return tuple(handout for _, handout in asked)

    def findings(self, plan: SessionPlan) -> tuple[Finding, ...]:
        """Give the plugins' findings about *plan*."""
        return tuple(finding for _, finding in self.gather("spark_check_plan", plan=plan))

    def compose(
        self, brief: Brief, library: Library, logbook: Logbook | None = None
    ) -> SessionPlan:
        """Compose a plan, and add what plugins find about it.

        A plugin that raises on the way is left out and the rest tried again.

        Raises `FaultError` when the brief does not fit or nobody composes, and whatever the bundled
        composer raises.
        """
        hook, left_out = "spark_compose_plan", list[str]()
        while len(self._offering(hook)) > len(left_out):
            without = [self._manager.get_plugin(name) for name in left_out]
            caller = self._manager.subset_hook_caller(hook, without)
            try:
                plan = caller(brief=brief, library=library, logbook=logbook or Logbook())
                if isinstance(plan, SessionPlan):
                    return evolve(plan, findings=(*plan.findings, *self.findings(plan)))
                raise TypeError(_wrong(plan, SessionPlan))
            except FaultError:
                raise
            except Exception as error:
                culprit = self._culprit(hook, left_out, error)
                if culprit is None:
                    raise
                self.fail(culprit, hook, describe(error), error)
                left_out.append(culprit)
        raise FaultError([Fault(say("there is no plugin that can compose a plan"))])

    def _culprit(self, hook: str, left_out: list[str], error: Exception) -> str | None:
        """Name the plugin whose hook *error* came out of, else the last that is not bundled."""
        asked = [name for name in self._offering(hook) if name not in left_out]
        owners = {
            getattr(call.function, "__code__", None): call.plugin_name
            for call in self._caller(hook).get_hookimpls()
        }
        trace, culprit = error.__traceback__, None
        while trace is not None:
            culprit = owners.get(trace.tb_frame.f_code, culprit)
            trace = trace.tb_next
        suspects = [culprit] if culprit else asked[::-1]
        return next((name for name in suspects if not self._loaded[name].bundled), None)


def _things(hook: str, answer: object) -> list[Any]:
    """Give the things in a hook's *answer*; raises `TypeError` on anything else."""
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise TypeError(_wrong(answer, list))
    things = list(answer)
    for thing in things:
        if hook in GIVES and not isinstance(thing, GIVES[hook]):
            raise TypeError(_wrong(thing, GIVES[hook]))
    return things


def _wrong(thing: object, wanted: Any) -> str:
    name = getattr(wanted, "__name__", str(wanted))
    return say("gave {thing!r}, not {wanted}", thing=thing, wanted=name)
