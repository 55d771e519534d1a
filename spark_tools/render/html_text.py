"""Running text as HTML: spans with their looks, links and languages."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from spark_tools.model import Span, Text
from spark_tools.render.links import safe_link


def lines(characters: str) -> Markup:
    """Give *characters* with a break at the end of every line but the last."""
    return Markup("<br>").join(escape(line) for line in characters.split("\n"))


def inline(spans: Text) -> Markup:
    """Give *spans*; those in another language say which."""
    runs = []
    for language, passage in groupby(spans, lambda span: span.language):
        run = Markup("").join(map(_run, passage))
        if language:
            run = Markup('<span lang="{}">{}</span>').format(language, run)
        runs.append(run)
    return Markup("").join(runs)


def _run(span: Span) -> Markup:
    run = lines(span.text)
    if span.strong:
        run = Markup("<strong>{}</strong>").format(run)
    if span.emphasis:
        run = Markup("<em>{}</em>").format(run)
    if link := safe_link(span.link):
        run = Markup('<a href="{}">{}</a>').format(link, run)
    return run


def lang(language: str) -> Markup:
    """Give the attribute that says the *language* of an element; nothing for the document's."""
    return Markup(' lang="{}"').format(language) if language else Markup("")
