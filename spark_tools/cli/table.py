"""Rows on the terminal: columns as wide as their words, or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import click


def echo_table(entries: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write these *columns* of *entries*, each as wide as its words; numbers to the right."""
    rows = [[_word(entry[column]) for column in columns] for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for entry, row in zip(entries, rows, strict=True):
        cells = [
            word.rjust(width) if isinstance(entry[column], int) else word.ljust(width)
            for column, word, width in zip(columns, row, widths, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())


def echo_json(value: Any) -> None:
    """Write *value* as indented JSON with its letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _word(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
