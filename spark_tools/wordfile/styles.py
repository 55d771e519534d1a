"""A Word file's styles: found by name or id, and what each comes to with all it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.wordfile.looks import (
    AUTOMATIC,
    NOTHING,
    SILENT,
    ParagraphSays,
    RunLook,
    RunSays,
    read_paragraph,
    read_run,
)
from spark_tools.wordfile.markup import W
from spark_tools.wordfile.theme import Theme, read_theme

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, CHARACTER, TABLE, NUMBERING = "paragraph", "character", "table", "numbering"

LEVELS = 9
"""How many levels of headings Word has."""

_MOST_ANCESTORS = 50


@frozen(eq=False)
class Style:
    """A style as it is written: what it says itself, and the id of the one it is based on.

    ``kind`` is one of the constants of this module; ``name`` is the English one that Word
    keeps in every language, with its capitals.
    """

    id: str
    kind: str
    name: str
    based_on: str
    default: bool
    element: _Element
    theme: Theme

    @cached_property
    def run(self) -> RunSays:
        """What it says itself of running text."""
        return read_run(self.element.find(f"{W}rPr"), self.theme)

    @cached_property
    def paragraph(self) -> ParagraphSays:
        """What it says itself of paragraphs."""
        return read_paragraph(self.element.find(f"{W}pPr"), self.theme)


class Styles:
    """The styles in a styles part, with the colours and fonts of a theme; nothing is changed."""

    def __init__(self, root: _Element | None, theme: _Element | None = None) -> None:
        self.theme: Theme = read_theme(theme)
        self._styles: Mapping[str, Style] = MappingProxyType(_read(root, self.theme))
        self._names: dict[tuple[str, str], Style] = {}
        self._defaults: dict[str, Style] = {}
        for style in self._styles.values():
            self._names.setdefault((style.kind, style.name.lower()), style)
            if style.default:
                self._defaults.setdefault(style.kind, style)
        self.run_defaults, self.paragraph_defaults = _document_defaults(root, self.theme)
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._runs: dict[str, RunSays] = {}
        self._paragraphs: dict[str, ParagraphSays] = {}

    def __iter__(self) -> Iterator[Style]:
        return iter(self._styles.values())

    def get(self, style_id: str | None) -> Style | None:
        """Give the style *style_id*, or None where there is none."""
        return self._styles.get(style_id or "")

    def by_name(self, kind: str, name: str) -> Style | None:
        """Give the style of that *kind* with that *name*, capitals or not, or None."""
        return self._names.get((kind, name.lower()))

    def default(self, kind: str) -> Style | None:
        """Give the style of that *kind* that is used where none is named, or None."""
        return self._defaults.get(kind)

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """Give the style *style_id* and those it is based on, the nearest first."""
        key = style_id or ""
        if key not in self._chains:
            found: list[Style] = []
            style = self._styles.get(key)
            while style and style not in found and len(found) < _MOST_ANCESTORS:
                found.append(style)
                below = self._styles.get(style.based_on)
                style = below if below and below.kind == style.kind else None
            self._chains[key] = tuple(found)
        return self._chains[key]

    def run_says(self, style_id: str | None) -> RunSays:
        """Give what *style_id* and all it is based on say of running text, defaults left out."""
        key = style_id or ""
        if key not in self._runs:
            says = NOTHING
            for style in self.chain(key):
                says = says.over(style.run)
            self._runs[key] = says
        return self._runs[key]

    def paragraph_says(self, style_id: str | None) -> ParagraphSays:
        """Give what *style_id* and all it is based on say of paragraphs, defaults left out."""
        key = style_id or ""
        if key not in self._paragraphs:
            says = SILENT
            for style in self.chain(key):
                says = says.over(style.paragraph)
            self._paragraphs[key] = says
        return self._paragraphs[key]

    def run_look(self, style_id: str | None) -> RunLook:
        """Give how text in the paragraph, character or table style *style_id* looks.

        A character style is seen in a paragraph of the default style.
        """
        says = self.run_says(style_id)
        style = self.get(style_id)
        default = self.default(PARAGRAPH)
        if default and (style is None or style.kind == CHARACTER):
            says = says.toggling(self.run_says(default.id))
        return says.over(self.run_defaults).look()

    def ground(self, style_id: str | None) -> str | None:
        """Give the ground (RRGGBB) of paragraphs in the style *style_id*, or None for the page."""
        found = self.paragraph_says(style_id).over(self.paragraph_defaults).ground
        return None if found == AUTOMATIC else found

    def outline_level(self, style_id: str | None) -> int | None:
        """Give the heading level (from 1) of paragraphs in *style_id*; None for body text."""
        found = self.paragraph_says(style_id).over(self.paragraph_defaults).outline
        return found + 1 if found is not None and 0 <= found < LEVELS else None


def _read(root: _Element | None, theme: Theme) -> dict[str, Style]:
    """Read every style, the first of each id alone."""
    found: dict[str, Style] = {}
    for element in () if root is None else root.iterfind(f"{W}style"):
        identifier = element.get(f"{W}styleId", "")
        name = element.find(f"{W}name")
        based_on = element.find(f"{W}basedOn")
        default = element.get(f"{W}default", "0").lower()
        found.setdefault(
            identifier,
            Style(
                identifier,
                element.get(f"{W}type", PARAGRAPH),
                "" if name is None else name.get(f"{W}val", ""),
                "" if based_on is None else based_on.get(f"{W}val", ""),
                default in ("1", "true", "on"),
                element,
                theme,
            ),
        )
    return found


def _document_defaults(root: _Element | None, theme: Theme) -> tuple[RunSays, ParagraphSays]:
    defaults = None if root is None else root.find(f"{W}docDefaults")
    if defaults is None:
        return NOTHING, SILENT
    return (
        read_run(defaults.find(f"{W}rPrDefault/{W}rPr"), theme),
        read_paragraph(defaults.find(f"{W}pPrDefault/{W}pPr"), theme),
    )
