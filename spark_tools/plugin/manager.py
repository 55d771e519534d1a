"""Registering plugins, asking them, and going on without the ones that break."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy
from attrs import evolve

from spark_tools.model import (
    LOOK_FILE,
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
)
from spark_tools.plugin import hookspecs
from spark_tools.plugin.answers import checked_plan, things_in, wrong
from spark_tools.plugin.candidate import BUNDLED, Candidate, LoadedPlugin
from spark_tools.plugin.composing import HOOK, compose_without_the_broken
from spark_tools.plugin.drawing import TEMPLATES, Extension, clash, guilty, taken, without
from spark_tools.plugin.entry_points import home
from spark_tools.plugin.failure import BadPluginError, PluginError, PluginFailure, describe
from spark_tools.plugin.folders import ContentFolder
from spark_tools.plugin.looks import HOUSE, look_folders, unused_code
from spark_tools.plugin.own_folder import FOLDERS, check_folders
from spark_tools.plugin.remedy import remedy_for
from spark_tools.plugin.settings import Settings
from spark_tools.plugin.sound import shown
from spark_tools.plugin.trace import homes_of
from spark_tools.plugin.validation import check_hooks
from spark_tools.plugin.wording import say

if TYPE_CHECKING:
    from click import Command
    from jinja2 import Environment

    from spark_tools.content.library import Library
    from spark_tools.model import Brief

Drawn = TypeVar("Drawn")


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
        self._blocked: list[LoadedPlugin] = []
        self._drawing: dict[str, str] = {}
        self._commands: dict[str, str] = {}
        self._gave: dict[str, str] = {}
        self._asked_no_more: set[tuple[str, str]] = set()

    @property
    def loaded(self) -> tuple[LoadedPlugin, ...]:
        """The plugins that work, in the order they were registered: bundled first."""
        return tuple(self._loaded.values())

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What has gone wrong so far, each thing once."""
        return tuple(self._failures)

    @property
    def blocked(self) -> tuple[LoadedPlugin, ...]:
        """The plugins that were found and left out because somebody wants it so."""
        return tuple(self._blocked)

    @property
    def asked_no_more(self) -> frozenset[tuple[str, str]]:
        """Plugins and hooks of theirs that gave what could not be drawn."""
        return frozenset(self._asked_no_more)

    def until_drawn(self, attempt: Callable[[], Drawn]) -> Drawn:
        """Give what *attempt* draws, tried again without what has turned out not to be drawable."""
        refused = self.asked_no_more
        drawn = attempt()
        return drawn if refused == self.asked_no_more else self.until_drawn(attempt)

    def leave_out(self, plugin: LoadedPlugin) -> None:
        """Take down that *plugin* is not to be loaded."""
        self._blocked.append(plugin)

    def fail(
        self, plugin: LoadedPlugin | str, stage: str, error: str, cause: BaseException | None = None
    ) -> None:
        """Record that *plugin* (or the one of that name) broke, or raise it in strict mode."""
        if isinstance(plugin, str):
            plugin = self._loaded.get(plugin, LoadedPlugin(plugin))
        remedy = remedy_for(plugin.name, stage, cause)
        failure = PluginFailure(plugin.name, plugin.distribution, stage, error, remedy)
        if self._settings.strict:
            raise PluginError(failure) from cause
        self._failures[failure] = None

    def broke(self, plugin: LoadedPlugin | str, stage: str, error: BaseException) -> None:
        """Record what *plugin* raised, with the line of its own that led to it; else as `fail`."""
        if isinstance(plugin, str):
            plugin = self._loaded[plugin]
        said = str(error) if isinstance(error, FaultError) else describe(error, homes_of(plugin))
        self.fail(plugin, stage, said, error)

    def add(self, candidate: Candidate) -> None:
        """Import and register one plugin; one that fails is left out and recorded."""
        identity, stage = candidate.identity, "register"
        begun = perf_counter()
        try:
            if (other := self._loaded.get(identity.name)) is not None:
                raise BadPluginError(
                    say(
                        "{where} has a plugin of that name", where=other.distribution or other.path
                    ),
                    say("Give the plugin another name: the entry point's, or the folder's."),
                )
            stage = "import"
            plugin = candidate.load()
            stage = "register"
            check_hooks(plugin, self._manager)
            stage = "configure"
            self._manager.register(plugin, identity.name)
            stage = "register"
            self._manager.check_pending()
        except (Exception, SystemExit) as error:
            half_way = self._manager.has_plugin(identity.name)
            if half_way and identity.name not in self._loaded:
                self._manager.unregister(name=identity.name)
            return self.broke(identity, stage, error)
        except KeyboardInterrupt as stopped:
            stopped.add_note(say("{plugin} was being loaded", plugin=identity.name))
            raise
        milliseconds = (perf_counter() - begun) * 1000
        path = identity.path or home(plugin)
        self._loaded[identity.name] = evolve(identity, path=path, milliseconds=milliseconds)
        return None

    def gather(self, hook: str, /, **kwargs: object) -> list[tuple[str, Any]]:
        """Give what each plugin's *hook* gives, one by one, with the plugin's name."""
        found: list[tuple[str, Any]] = []
        for name in self._offering(hook):
            try:
                answers = self._ask(name, hook, kwargs)
                given = [
                    thing
                    for answer in answers or self._nothing(name, hook)
                    for thing in things_in(hook, answer, trusted=self._loaded[name].bundled)
                ]
                if hook in FOLDERS and not self._loaded[name].bundled:
                    check_folders(hook, given, homes_of(self._loaded[name]))
                found += [(name, thing) for thing in given]
            except (Exception, SystemExit) as error:
                self.broke(name, hook, error)
        return found

    def _nothing(self, name: str, hook: str) -> list[None]:
        """Give the None that *hook* of the plugin gave, which pluggy drops; none of a wrapper's."""
        calls = self._caller(hook).get_hookimpls()
        plain = (call for call in calls if not (call.wrapper or call.hookwrapper))
        return [None for call in plain if call.plugin_name == name]

    def offers(self, plugin: str, hook: str) -> bool:
        """Whether the plugin of that name has *hook*."""
        return plugin in self._offering(hook)

    def hooks_of(self, plugin: str) -> tuple[str, ...]:
        """Give the names of the hooks that the plugin of that name has."""
        return tuple(name for name in vars(hookspecs) if self._has(plugin, name))

    def _has(self, plugin: str, name: str) -> bool:
        return name.startswith("spark_") and self.offers(plugin, name)

    def _offering(self, hook: str) -> list[str]:
        names = {call.plugin_name for call in self._caller(hook).get_hookimpls()}
        names -= {name for name, asked in self._asked_no_more if asked == hook}
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
            FaultError: there is no such look, several begin so, or there is nothing to draw with.
        """
        order = {plugin: -number for number, plugin in enumerate(self._loaded)}
        dirs = sorted(self.gather("spark_template_dirs"), key=lambda found: order[found[0]])
        folders = (*first, *(folder for _, folder in dirs))
        if not any((folder / LOOK_FILE).is_file() for folder in folders):
            raise FaultError(
                [Fault(say("there is nothing to draw with") + self._because("templates"))]
            )
        jinja = tuple(Extension(name, self._extend) for name in self._offering("spark_jinja"))
        own = {folder: plugin for plugin, folder in dirs if self.is_without_code(plugin)}
        for folder, plugin in own.items():
            if unused := unused_code(folder):
                self.broke(plugin, TEMPLATES, unused)
        looks = look_folders(name, folders)
        guarded = (*own, *(folder for folder in looks if folder.parents[1] in own))
        return Look((*looks, *folders), jinja, guarded=guarded)

    def is_without_code(self, name: str) -> bool:
        """Whether the plugin of that name is a folder of content and looks alone."""
        return isinstance(self._manager.get_plugin(name), ContentFolder)

    def _extend(self, name: str, environment: Environment) -> None:
        try:
            self._ask(name, "spark_jinja", {"environment": environment})
        except (Exception, SystemExit) as error:
            self.broke(name, "spark_jinja", error)

    def mend(
        self, renderer: Renderer, exercise: str, look: Look, error: BaseException
    ) -> Look | None:
        """Blame a plugin for *error*, which *renderer* met in drawing a document in *look*.

        *exercise* is the id of the document's exercise, if it has one. Gives the look to try
        again with, or None where that document cannot be drawn.

        Raises:
            BaseException: *error*, where it is no plugin's fault.
        """
        drawer = self._drawing.get(renderer.format, "")
        if drawer and not self._loaded[drawer].bundled:
            self.broke(drawer, "spark_renderers", error)
            return None
        others = {name for name, plugin in self._loaded.items() if not plugin.bundled}
        templates: dict[str, list[Path]] = {}
        for name, folder in self.gather(TEMPLATES):
            if name in others:
                templates.setdefault(name, []).append(folder)
        homes = {name: homes_of(self._loaded[name]) for name in others}
        name, stage = guilty(error, templates, homes)
        if name:
            self.broke(name, stage, error)
            another = without(look, name, templates.get(name, []))
            return another if another != look else None
        if isinstance(error, FaultError) or (name := self._gave.get(exercise, "")) not in others:
            raise error
        if (name, "spark_handouts") not in self._asked_no_more:
            self.broke(name, "spark_handouts", error)
            self._asked_no_more.add((name, "spark_handouts"))
        return None

    def renderers(self) -> dict[str, Renderer]:
        """Give the renderers by format; of two for one format the first registered stays."""
        kept: dict[str, tuple[str, Renderer]] = {}
        for name, renderer in self.gather("spark_renderers"):
            same = [each for each in kept.values() if clash(renderer, each[1])]
            if not same:
                kept[renderer.format] = name, renderer
                continue
            other = same[0][0]
            self.broke(name, "spark_renderers", taken(clash(renderer, same[0][1]), other))
        self._drawing = {format_: name for format_, (name, _) in kept.items()}
        return {format_: self._careful(name, each) for format_, (name, each) in kept.items()}

    def _careful(self, name: str, renderer: Renderer) -> Renderer:
        """Give *renderer* such that what it says is missing is always words."""
        if self._loaded[name].bundled:
            return renderer

        def missing(look: Look) -> str:
            try:
                said = renderer.missing(look)
                if isinstance(said, str):
                    return said
                raise BadPluginError(
                    wrong(said, str), say('Let missing give words, or "" when nothing is missing.')
                )
            except (Exception, SystemExit) as error:
                self.broke(name, "spark_renderers", error)
            return say(
                "{format} is not ready: the plugin {plugin} has a fault",
                format=renderer.format,
                plugin=name,
            )

        return evolve(renderer, missing=missing)

    def commands(self, built_in: Collection[str] = ()) -> dict[str, Command]:
        """Give the plugins' own commands by name; of two the first registered stays.

        A command that is called as one that is *built in* is left out.
        """
        kept: dict[str, tuple[str, Command]] = {}
        for name, command in self.gather("spark_commands"):
            if command.name in built_in:
                self.broke(name, "spark_commands", taken(command.name, BUNDLED))
            elif command.name in kept:
                self.broke(name, "spark_commands", taken(command.name, kept[command.name][0]))
            elif not command.name:
                said = say("{thing} has no name", thing=shown(command))
                remedy = say('Name the command: click.Command("NAME", …).')
                self.broke(name, "spark_commands", BadPluginError(said, remedy))
            else:
                kept[command.name] = name, command
        self._commands = {called: name for called, (name, _) in kept.items()}
        return {called: command for called, (_, command) in kept.items()}

    def command_broke(self, command: str, error: BaseException) -> PluginFailure:
        """Record that a plugin's *command* raised *error*, and give the failure."""
        self.broke(self._commands[command], "spark_commands", error)
        return self.failures[-1]

    def handouts(
        self, exercise: Exercise, meeting: Meeting | None = None, plan: SessionPlan | None = None
    ) -> tuple[Handout, ...]:
        """Give the plugins' further handouts for *exercise*."""
        asked = self.gather("spark_handouts", exercise=exercise, meeting=meeting, plan=plan)
        for name, _ in asked:
            self._gave[exercise.id] = name
        return tuple(handout for _, handout in asked)

    def findings(self, plan: SessionPlan) -> tuple[Finding, ...]:
        """Give the plugins' findings about *plan*."""
        return tuple(finding for _, finding in self.gather("spark_check_plan", plan=plan))

    def compose(
        self, brief: Brief, library: Library, logbook: Logbook | None = None
    ) -> SessionPlan:
        """Compose a plan, and add what plugins find about it; a plugin that breaks is left out.

        Raises `FaultError` when the brief does not fit or nobody composes, and whatever the bundled
        composer raises.
        """
        composing = self._offering(HOOK)
        bundled = {name for name in composing if self._loaded[name].bundled}

        def ask(left_out: Collection[str]) -> SessionPlan:
            without = [self._manager.get_plugin(name) for name in left_out]
            caller = self._manager.subset_hook_caller(HOOK, without)
            plan = caller(brief=brief, library=library, logbook=logbook or Logbook())
            return checked_plan(plan, trusted=bundled.issuperset(composing))

        plan = compose_without_the_broken(ask, composing, bundled, self.broke)
        if plan is None:
            said = say("there is no plugin that can compose a plan") + self._because("composer")
            raise FaultError([Fault(said)])
        return evolve(plan, findings=(*plan.findings, *self.findings(plan)))

    def _because(self, name: str) -> str:
        """Give a clause that says that the plugin called *name* is blocked, where it is."""
        if any(each.bundled and each.name == name for each in self._blocked):
            return ": " + say("{plugin} is blocked by SPARK_TOOLS_BLOCK", plugin=name)
        return ""
