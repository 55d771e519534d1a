"""Documents as one self-contained, semantic HTML page, through Jinja2 templates."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from spark_tools.i18n import words
from spark_tools.model import (
    Cell,
    Column,
    Document,
    FieldGrid,
    GridColumn,
    ListBlock,
    Look,
    Picture,
    plain,
)
from spark_tools.render.accessible import accessible
from spark_tools.render.environment import environment
from spark_tools.render.form import Form, day_in
from spark_tools.render.grid import filled_in
from spark_tools.render.html_text import inline, lang, lines
from spark_tools.render.measures import measures

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def draw(document: Document, look: Look) -> bytes:
    """Give *document* as the bytes of an HTML page in UTF-8; it loads nothing else.

    The look's ``html/document.html.j2`` draws it, with one template a block in
    ``html/blocks/`` and the measures of ``look.json``. Raises `jinja2.TemplateError` when
    a template is faulty, and whatever `measures` raises.
    """
    template = _environment(look).get_template("html/document.html.j2")
    page = template.render(
        document=accessible(document),
        form=Form(document),
        look=measures(look),
        words=words("render", document.language),
    )
    return page.encode()


@lru_cache(maxsize=8)
def _environment(look: Look) -> Environment:
    made = environment(look, autoescape=True)
    made.filters |= {
        "inline": inline,
        "lang": lang,
        "lines": lines,
        "share": _share,
        "label_share": _label_share,
        "value": filled_in,
        "day": day_in,
        "data_uri": _data_uri,
        "css_string": _css_string,
        "css_page_label": _css_page_label,
    }
    made.tests["blank"] = _blank
    return made


def _blank(cell: Cell) -> bool:
    return not any(isinstance(block, ListBlock) or plain(block.text) for block in cell.blocks)


def _share(
    columns: Sequence[Column | GridColumn], column: Column | GridColumn, taken: float = 0
) -> str:
    """Give the column's part of the table's width in per cent, *taken* per cent being gone."""
    whole = sum(each.width for each in columns)
    return f"{column.width / whole * (100 - taken):.2f}"


def _label_share(grid: FieldGrid) -> float:
    if not grid.labels:
        return 0
    rest = sum(column.width for column in grid.columns)
    width = grid.label_width or rest / len(grid.columns)
    return round(width / (rest + width) * 100, 2)


def _data_uri(picture: Picture) -> str:
    return f"data:image/svg+xml;base64,{b64encode(picture.svg.encode()).decode()}"


def _css_string(characters: str) -> Markup:
    """Give *characters* as a CSS string; all but letters and digits as code points."""
    from markupsafe import Markup

    written = "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in characters)
    return Markup(f'"{written}"')


def _css_page_label(label: str) -> Markup:
    from markupsafe import Markup

    parts = label.replace("{pages}", "\0s\0").replace("{page}", "\0p\0").split("\0")
    counters = {"s": "counter(pages)", "p": "counter(page)"}
    return Markup(" ").join(
        counters[part] if i % 2 else _css_string(part) for i, part in enumerate(parts)
    )
