"""The stylesheet and the scripts, named after what is in them so that browsers may keep them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.content.library import Library
from spark_tools.model import Look
from spark_tools.render.measures import measures
from spark_tools.web.search import Finder

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE = "style.css"
INDEX = "search-index.js"
SCRIPTS = ("search.js", "plan.js")


@frozen
class Asset:
    """A file that pages load; ``name`` changes with what is in it."""

    name: str
    content: bytes
    media_type: str


def make_assets(environment: Environment, look: Look, library: Library) -> Mapping[str, Asset]:
    """Give the assets of *look* by the names that templates call them: ``style.css`` and so on.

    ``search-index.js`` holds what is searched of the *library*.

    Raises:
        jinja2.TemplateError: a template is faulty.
    """
    style = environment.get_template("web/style.css.j2").render(look=measures(look))
    made = {STYLE: _asset(STYLE, style, "text/css")}
    for name in SCRIPTS:
        if path := next(iter(look.unguarded.find_all(f"web/{name}")), None):
            made[name] = _asset(name, path.read_text("utf-8"), "text/javascript")
    made[INDEX] = _asset(INDEX, Finder(library).script(), "text/javascript")
    return made


def _asset(name: str, text: str, media_type: str) -> Asset:
    content = text.encode()
    stem, _, suffix = name.rpartition(".")
    mark = blake2b(content, digest_size=5).hexdigest()
    return Asset(f"{stem}.{mark}.{suffix}", content, media_type)
