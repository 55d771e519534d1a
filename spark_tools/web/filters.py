"""What templates of pages do with the values they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from spark_tools.content.prose import fill_text
from spark_tools.content.prose import inline as spans
from spark_tools.document.filling import prose as filled_prose
from spark_tools.document.variables import Values
from spark_tools.model import ListBlock, Prose
from spark_tools.render.html_text import inline, lang
from spark_tools.render.links import safe_link

NO_VALUES: Values = {}


def prose(source: Prose, values: Values = NO_VALUES) -> Markup:
    """Give prose as paragraphs and lists, with *values* in the place of its variables."""
    return Markup("\n").join(map(_block, filled_prose(source, values)))


def line(source: str, values: Values = NO_VALUES) -> Markup:
    """Give one line of prose without a paragraph round it; otherwise as `prose`."""
    return inline(fill_text(spans(source), values))


def foreign(language: str, of_page: str) -> Markup:
    """Give the attribute that says an element's *language*; nothing where it is the page's."""
    return lang("" if language == of_page else language)


def contact_link(contact: str) -> Markup:
    """Give *contact*, an address of mail or of a page or plain words, as a link where it can be."""
    mail = "@" in contact and " " not in contact and ":" not in contact
    return linked(contact, f"mailto:{contact}" if mail else contact)


def linked(words: str, address: str) -> Markup:
    """Give *words* as a link to *address*, or as they are where that is no safe address."""
    link = safe_link(address)
    return Markup('<a href="{}">{}</a>').format(link, words) if link else Markup.escape(words)


def _block(block: Any) -> Markup:
    if not isinstance(block, ListBlock):
        return Markup("<p>{}</p>").format(inline(block.text))
    tag = Markup("ol" if block.ordered else "ul")
    items = Markup("").join(Markup("<li>{}</li>").format(inline(item)) for item in block.items)
    return Markup("<{0}>{1}</{0}>").format(tag, items)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "contact_link": contact_link,
    "foreign": foreign,
    "line": line,
    "linked": linked,
    "prose": prose,
}
"""The filters by the names that templates use."""
