"""Documents as CommonMark with pipe tables, through Jinja2 templates."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from spark_tools.i18n import words
from spark_tools.model import Document, Look
from spark_tools.render import commonmark
from spark_tools.render.accessible import accessible
from spark_tools.render.environment import environment
from spark_tools.render.form import with_days_in_words
from spark_tools.render.grid import filled_in

if TYPE_CHECKING:
    from jinja2 import Environment

_BLANK_LINES = re.compile(r"\n{3,}")


def draw(document: Document, look: Look) -> bytes:
    """Give *document* as the bytes of a Markdown file in UTF-8.

    The look's ``markdown/document.md.j2`` draws it, with one template a block
    in ``markdown/blocks/``. Raises `jinja2.TemplateError` when a template is
    faulty.
    """
    template = _environment(look).get_template("markdown/document.md.j2")
    written = template.render(
        document=with_days_in_words(accessible(document)),
        words=words("render", document.language),
    )
    return f"{_BLANK_LINES.sub(chr(10) * 2, written).strip(chr(10))}\n".encode()


@lru_cache(maxsize=8)
def _environment(look: Look) -> Environment:
    made = environment(look, autoescape=False)
    made.filters |= {
        "inline": commonmark.inline,
        "one_line": partial(commonmark.inline, line_break=" "),
        "characters": commonmark.characters,
        "strong": partial(commonmark.styled, strong=True),
        "emphasis": partial(commonmark.styled, emphasis=True),
        "table_cell": commonmark.table_cell,
        "table_words": partial(commonmark.characters, line_break="<br>"),
        "value": filled_in,
    }
    return made
