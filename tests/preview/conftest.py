"""An exercise with a picture and a translation, as a consultant keeps it in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from spark_tools.content.load import load_library
from spark_tools.model import DocumentRenderer
from spark_tools.plugin.loading import load_plugins
from spark_tools.plugin.manager import Plugins
from spark_tools.preview.source import Source, find_source
from spark_tools.preview.version import Setting

EXERCISE = """\
format = 1
revision = 1
id = "fishbone"
title = "Fiskeben"
purpose = "At finde årsager"
functions = ["explore"]
themes = ["cooperation"]
participants = { min = 3, max = 20 }
source = { status = "own", text = "Egen udformning" }

[[steps]]
id = "draw"
title = "Tegn"
form = "groups"
minutes = { min = 10, typical = 15, max = 30 }
text = "Tegn årsagerne."

[[handouts]]
id = "sheet"
title = "Ark"
copies = { per = "group" }
poster = true
blocks = [
  { kind = "picture", svg = "bone.svg", alt = "Et fiskeben", width = 100 },
  { kind = "field", id = "cause", label = "Årsag" },
]
"""

TRANSLATION = """\
format = 1
translates = 1
title = "Fishbone"
purpose = "To find causes"

[source]
text = "Our own"

[steps.draw]
title = "Draw"
text = "Draw the causes."

[handouts.sheet]
title = "Sheet"

[handouts.sheet.blocks.1]
alt = "A fishbone"

[handouts.sheet.blocks.cause]
label = "Cause"
"""

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 10">
<path d="M0 5H100" stroke="#000"/>
</svg>
"""

THEME = """\
format = 1
revision = 1
id = "noise"
title = "Støj"
summary = "Lyd"
source = { status = "own", text = "Egen udformning" }
"""


@frozen
class Home:
    """Where the exercise lies: ``toml`` in ``folder``, with what belongs to it."""

    folder: Path

    @property
    def toml(self) -> Path:
        return self.folder / "fishbone.toml"

    @property
    def overlay(self) -> Path:
        return self.folder / "fishbone.en.toml"

    @property
    def picture(self) -> Path:
        return self.folder / "bone.svg"

    def save(self, before: str, after: str, path: Path | None = None) -> None:
        """Write *after* for *before*, which is there, in the exercise or the file at *path*."""
        path = path or self.toml
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """The exercise in a folder called ``desk``, which is no content folder."""
    folder = tmp_path / "desk"
    folder.mkdir()
    found = Home(folder)
    found.toml.write_text(EXERCISE, "utf-8")
    found.overlay.write_text(TRANSLATION, "utf-8")
    found.picture.write_text(PICTURE, "utf-8")
    return found


@pytest.fixture
def theme() -> str:
    """The text of a theme called ``noise``."""
    return THEME


@pytest.fixture
def source(home: Home) -> Source:
    return find_source(home.toml)


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return load_plugins()


@pytest.fixture(scope="session")
def setting(plugins: Plugins) -> Callable[..., Setting]:
    """Give what draws in these formats."""
    known = load_library(plugins)

    def setting(*formats: str, **others: object) -> Setting:
        renderers = plugins.renderers()
        chosen = [renderers[name] for name in formats]
        documents = tuple(each for each in chosen if isinstance(each, DocumentRenderer))
        return Setting(plugins, known, plugins.look(), documents, **others)

    return setting
