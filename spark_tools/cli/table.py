"""Rows on the terminal: columns as wide as their words, or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click


def echo_table(entries: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> None:
    """Write these *columns* (keys with their headings) of *entries*; numbers to the right."""
    rows = [[_word(entry[key]) for key in columns] for entry in entries]
    heads = list(columns.values())
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    numeric = [isinstance(entries[0][key], int) for key in columns]
    for row in (heads, *rows):
        cells = [
            word.rjust(width) if right else word.ljust(width)
            for word, width, right in zip(row, widths, numeric, strict=True)
        ]
        line = "  ".join(cells).rstrip()
        click.secho(line, bold=True) if row is heads else click.echo(line)


def echo_json(value: Any) -> None:
    """Write *value* as indented JSON with its letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _word(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
