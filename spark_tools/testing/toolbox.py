"""The toolbox as a plugin's tests see it: the bundled plugins, and the one that is tested."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import field, frozen

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.content.reader import Contents, read_folder
from spark_tools.document.course import course_documents
from spark_tools.document.framing import CourseDocument
from spark_tools.document.tool import tool_documents
from spark_tools.model import (
    CourseType,
    Document,
    DocumentRenderer,
    Exercise,
    Look,
    Renderer,
    SessionPlan,
    Theme,
)
from spark_tools.plugin.candidate import Candidate
from spark_tools.plugin.entry_points import installed_plugins
from spark_tools.plugin.failure import PluginFailure
from spark_tools.plugin.folders import local_plugin
from spark_tools.plugin.looks import HOUSE, look_names
from spark_tools.plugin.manager import Plugins
from spark_tools.plugin.settings import Settings


@frozen(eq=False, slots=False)
class Toolbox:
    """The bundled plugins with the one called ``plugin``, and no others.

    ``tested`` is what it was named by: its name, or its path. A fault in it raises nothing: it
    stands in ``failures``.
    """

    plugin: str
    tested: str
    plugins: Plugins
    library: Library
    _drawn: dict[tuple[Document, str, str], bytes] = field(factory=dict, init=False)

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What has gone wrong so far in the plugin that is tested."""
        return tuple(each for each in self.plugins.failures if each.plugin == self.plugin)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The plugin's own exercises."""
        return tuple(each for each in self.library.exercises if each.origin == self.plugin)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The plugin's own themes."""
        return tuple(each for each in self.library.themes if each.origin == self.plugin)

    @property
    def course_types(self) -> tuple[CourseType, ...]:
        """The plugin's own course types."""
        return tuple(each for each in self.library.course_types if each.origin == self.plugin)

    @property
    def offers_content(self) -> bool:
        """Whether the plugin has any exercise, theme or course type that could be read."""
        return bool(self.exercises or self.themes or self.course_types)

    @cached_property
    def contents(self) -> tuple[Contents, ...]:
        """What each of the plugin's own content folders holds, with every fault."""
        folders = self.given("spark_content_dirs")
        return tuple(read_folder(folder, self.plugin) for folder in folders)

    @cached_property
    def renderers(self) -> dict[str, Renderer]:
        """Every format there is, the plugin's own among them."""
        return self.plugins.renderers()

    @cached_property
    def looks(self) -> dict[str, Look]:
        """Every look by name: the house's, large print, and the plugin's own."""
        names = look_names(self.plugins.look().template_dirs)
        return {name: self.plugins.look(name=name) for name in names}

    @cached_property
    def documents(self) -> tuple[CourseDocument, ...]:
        """The pages and sheets of every exercise that the plugin offers or adds sheets to.

        Translations are among them, in their language.
        """
        twins = [each for each in self.library.translations if isinstance(each, Exercise)]
        own = [*self.exercises, *(each for each in twins if each.origin == self.plugin)]
        others = [each for each in self.library.exercises if each not in own]
        chosen = [*own, *filter(self._adds_to, others)]
        return tuple(entry for exercise in chosen for entry in self.documents_of(exercise))

    @cached_property
    def samples(self) -> tuple[CourseDocument, ...]:
        """The pages and sheets of a few other exercises, with every kind of block among them."""
        chosen: list[CourseDocument] = []
        seen: set[type] = set()
        for exercise in self.library.exercises:
            kinds = {type(block) for sheet in exercise.handouts for block in sheet.blocks}
            if exercise.origin != self.plugin and not kinds <= seen:
                chosen += self.documents_of(exercise)
                seen |= kinds
        return tuple(chosen)

    def to_draw(self, renderer: Renderer) -> tuple[CourseDocument, ...]:
        """Give what has to be drawn to see what the plugin does to the format of *renderer*."""
        ours = [each.format for each in self.own_renderers]
        extends = self.plugins.offers(self.plugin, "spark_jinja")
        if renderer.format in ours or extends or self.given("spark_template_dirs"):
            return self.documents + self.samples
        return self.documents

    @property
    def own_renderers(self) -> list[Renderer]:
        """The plugin's own formats."""
        return self.given("spark_renderers")

    def given(self, hook: str, **arguments: object) -> list[Any]:
        """Give what the plugin's own *hook* gives."""
        found = self.plugins.gather(hook, **arguments)
        return [thing for name, thing in found if name == self.plugin]

    def documents_of(self, exercise: Exercise) -> tuple[CourseDocument, ...]:
        """Give the facilitator's page, the worksheets and the posters of *exercise*."""
        further = self.plugins.handouts(exercise, None, None)
        return tool_documents(exercise, exercise.language, further, posters=True)

    def documents_of_course(self, plan: SessionPlan) -> tuple[CourseDocument, ...]:
        """Give every document of *plan*."""
        return course_documents(
            plan, lambda exercise, meeting: self.plugins.handouts(exercise, meeting, plan)
        )

    def draw(self, entry: CourseDocument, format_: str, look: str = HOUSE) -> bytes:
        """Give the file that *entry* is in a format and a look; each is drawn once."""
        if (known := self._drawn.get((entry.document, format_, look))) is not None:
            return known
        renderer = self.renderers[format_]
        assert isinstance(renderer, DocumentRenderer), f"{format_} draws no documents"
        drawn = renderer.draw(entry.document, self.looks[look])
        return self._drawn.setdefault((entry.document, format_, look), drawn)

    def _adds_to(self, exercise: Exercise) -> bool:
        return bool(self.given("spark_handouts", exercise=exercise, meeting=None, plan=None))


def open_toolbox(plugin: str | Path) -> Toolbox:
    """Open the bundled plugins and *plugin*.

    *plugin* is the name of an installed one (its entry point), or the path of one that is not: a
    ``.py`` file, a package, or a folder of TOML files.

    Raises:
        LookupError: there is no installed plugin of that name, or nothing at that path.
    """
    plugins = Plugins(Settings("en"))
    if isinstance(plugin, Path):
        plugin = plugin.resolve()
    candidates = list(_candidates(plugin))
    for candidate in candidates:
        plugins.add(candidate)
    return Toolbox(candidates[-1].identity.name, str(plugin), plugins, load_library(plugins))


def _candidates(plugin: str | Path) -> Iterator[Candidate]:
    """Give the bundled plugins but *plugin*, and *plugin* last."""
    installed = installed_plugins()
    if isinstance(plugin, Path):
        if not plugin.exists():
            raise LookupError(f"there is no plugin at {plugin}")
        tested = local_plugin(plugin)
    else:
        named = [each for each in installed if each.identity.name == plugin]
        if not named:
            known = ", ".join(each.identity.name for each in installed)
            raise LookupError(
                f'no plugin called "{plugin}" is installed; there is {known}. '
                "Install the project first: python -m pip install -e ."
            )
        tested = named[0]
    yield from (each for each in installed if each.identity.bundled and each is not tested)
    yield tested
