"""Relative addresses: pages work below any path of a server, and opened from a disk."""

from __future__ import annotations

import posixpath

from attrs import frozen

from spark_tools.i18n import LANGUAGES


def address(path: str, language: str) -> str:
    """Give where the page at *path* is in *language*; the first language has no prefix."""
    return path if language == LANGUAGES[0] else f"{language}/{path}"


@frozen
class Links:
    """What a page writes to get to other pages and files.

    ``here`` is the page's own address, ``language`` its language. ``suffix`` ends the
    address of every page that is a file (``.html``); the front page is then
    ``index.html``.
    """

    here: str
    language: str
    suffix: str = ""

    def page(self, path: str, language: str = "") -> str:
        """Give the way to the page at *path*, in *language* or in that of this page."""
        there = address(path, language or self.language)
        if self.suffix and (not path or path.endswith("/")):
            there += "index"
        return self._way(there + self.suffix)

    def file(self, path: str) -> str:
        """Give the way to the file at *path* in the language of this page."""
        return self._way(address(path, self.language))

    def asset(self, name: str) -> str:
        """Give the way to a file that all languages share."""
        return self._way(f"assets/{name}")

    def api(self, path: str) -> str:
        """Give the way to an address of the API, with the language of this one."""
        asked = "" if self.language == LANGUAGES[0] else f"?lang={self.language}"
        return self._way(f"api/{path}") + asked

    def _way(self, there: str) -> str:
        folder, _, name = f"/{there}".rpartition("/")
        way = posixpath.relpath(folder or "/", f"/{posixpath.dirname(self.here)}")
        return name if name and way == "." else f"{way}/{name}"
