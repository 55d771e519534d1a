"""Rows on the terminal: columns as wide as their words, or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click


def echo_table(entries: Sequence[Mapping[str, Any]]) -> None:
    """Write *entries*, which all have the same keys, as columns; the last takes what is left."""
    rows = [[_word(value) for value in entry.values()] for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [word.ljust(width) for word, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def echo_json(value: Any) -> None:
    """Write *value* as indented JSON with its letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _word(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
