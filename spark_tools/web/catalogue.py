"""All pages that are the same for everybody, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from spark_tools.web.page import Page
from spark_tools.web.toolbox import Toolbox


def catalogue_pages(toolbox: Toolbox, language: str) -> Iterator[Page]:
    """Give the pages in *language*, the front page first."""
    yield Page("", language, "Front", "front")
