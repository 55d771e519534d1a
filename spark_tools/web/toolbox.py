"""The toolbox that pages and jobs draw from, opened once in a process."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from spark_tools.content.library import Library
from spark_tools.content.load import load_library
from spark_tools.i18n import LANGUAGES, message_language, speaking
from spark_tools.model import DocumentRenderer, Exercise, Handout, Look, Renderer
from spark_tools.plugin.loading import load_plugins
from spark_tools.plugin.looks import HOUSE
from spark_tools.plugin.manager import Plugins

LARGE_PRINT = "large-print"
LOOKS = (HOUSE, LARGE_PRINT)
"""The looks that the pages offer."""


@frozen(eq=False)
class Toolbox:
    """The plugins with what they offer: the library, the renderers by format, the looks by name.

    ``format_titles`` holds what each format is called, by language and format.
    """

    plugins: Plugins
    library: Library
    renderers: dict[str, Renderer]
    looks: dict[str, Look]
    format_titles: dict[str, dict[str, str]]

    def handouts(self, exercise: Exercise) -> tuple[Handout, ...]:
        """Give the plugins' further handouts for *exercise* outside any course."""
        return self.plugins.handouts(exercise)

    def document_renderers(self, look: str) -> tuple[DocumentRenderer, ...]:
        """Give the renderers of documents that are ready to draw in *look*."""
        return tuple(
            each
            for each in self.renderers.values()
            if isinstance(each, DocumentRenderer) and not each.missing(self.looks[look])
        )


def open_toolbox(plugins_dir: Path | None = None) -> Toolbox:
    """Load the plugins, installed and in *plugins_dir*, and what they offer.

    A plugin that breaks is left out; ``plugins.failures`` says which.
    """
    plugins = load_plugins(plugins_dir, language=message_language())
    library = load_library(plugins)
    looks = {name: plugins.look(name=name) for name in LOOKS}
    titles = {language: _format_titles(plugins, language) for language in LANGUAGES}
    return Toolbox(plugins, library, plugins.renderers(), looks, titles)


def _format_titles(plugins: Plugins, language: str) -> dict[str, str]:
    with speaking(language):
        return {name: renderer.title for name, renderer in plugins.renderers().items()}
