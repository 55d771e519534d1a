"""The page: the exercise's documents one below the other, faults above them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.i18n import messages
from spark_tools.model import Look
from spark_tools.render.environment import environment
from spark_tools.render.measures import measures

if TYPE_CHECKING:
    from jinja2 import Environment

    from spark_tools.preview.server.stage import Stage

STYLE, SCRIPT = "style.css", "preview.js"


@frozen
class Asset:
    """What the page loads: its bytes and their media type."""

    content: bytes
    media_type: str


def draw_page(stage: Stage) -> bytes:
    """Give the page as it is to be now, in UTF-8."""
    template = _environment(stage.setting.look).get_template("preview/page.html.j2")
    _ = messages("preview")
    shown, file = stage.shown, stage.source.path.name
    return template.render(
        _=_,
        lang=_.language,
        shown=shown,
        title=shown.leaves[0].entry.document.title if shown.leaves else stage.source.path.stem,
        file=file,
        file_name=_file_name,
        formats=stage.setting.renderers,
    ).encode()


def _file_name(path: str) -> str:
    return Path(path).name


def assets(look: Look) -> Mapping[str, Asset]:
    """Give the stylesheet and the script by name."""
    style = _environment(look).get_template("preview/style.css.j2").render(look=measures(look))
    script = look.unguarded.find("preview/preview.js").read_bytes()
    return {
        STYLE: Asset(style.encode(), "text/css; charset=utf-8"),
        SCRIPT: Asset(script, "text/javascript; charset=utf-8"),
    }


@cache
def _environment(look: Look) -> Environment:
    return environment(look, autoescape=True)
