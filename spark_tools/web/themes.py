"""The themes: an overview, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.compose.filters import Filters, fitting
from spark_tools.content.library import Library
from spark_tools.i18n import words
from spark_tools.model import ANY, Theme
from spark_tools.web.cards import card
from spark_tools.web.page import Page

PART = "themes"


def theme_pages(library: Library, language: str) -> Iterator[Page]:
    """Give the overview of the themes, then a page for each."""
    _ = words("web", language)
    themes = tuple(library.in_language(theme, language) for theme in library.themes)
    yield Page(
        path=PART,
        language=language,
        title=_("Themes"),
        template="themes",
        shows={"themes": themes},
        description=_("What a course can be about, and the exercises that fit."),
        part=PART,
    )
    for theme in themes:
        yield _page(library, theme, language)


def _page(library: Library, theme: Theme, language: str) -> Page:
    _ = words("web", language)
    fits = fitting(library, Filters(theme=theme.id))
    return Page(
        path=f"{PART}/{theme.id}",
        language=language,
        title=theme.title,
        template="theme",
        shows={
            "theme": theme,
            "own": tuple(card(each, library, _) for each in fits if ANY not in each.themes),
            "all": tuple(card(each, library, _) for each in fits if ANY in each.themes),
        },
        description=theme.summary,
        part=PART,
    )
