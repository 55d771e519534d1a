"""All pages that are the same for everybody, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.web.course_types import course_type_pages
from spark_tools.web.exercise import exercise_page
from spark_tools.web.front import Front
from spark_tools.web.page import Page
from spark_tools.web.texts import text_pages
from spark_tools.web.themes import theme_pages
from spark_tools.web.toolbox import Toolbox


def catalogue_pages(toolbox: Toolbox, language: str) -> Iterator[Page]:
    """Give the pages in *language*, the front page first."""
    library = toolbox.library
    yield Front(library, language).page()
    for exercise in library.exercises:
        yield exercise_page(toolbox, exercise, language)
    yield from theme_pages(library, language)
    yield from course_type_pages(library, language)
    yield from text_pages(toolbox, language)
