"""The rules, a module for each kind; `ALL` has them in the order they are reported."""

from __future__ import annotations

from spark_tools.accessibility.rules import (
    contrast,
    controls,
    drawings,
    furniture,
    headings,
    languages,
    leftovers,
    links,
    lists,
    markup,
    properties,
    spacing,
    tables,
    watermarks,
)

ALL = (
    *properties.RULES,
    *languages.RULES,
    *headings.RULES,
    *tables.RULES,
    *drawings.RULES,
    *lists.RULES,
    *spacing.RULES,
    *links.RULES,
    *contrast.RULES,
    *controls.RULES,
    *leftovers.RULES,
    *watermarks.RULES,
    *furniture.RULES,
    *markup.RULES,
)
