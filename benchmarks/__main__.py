"""``make bench``: every measurement, one line each."""

from __future__ import annotations

import sys

from benchmarks import collect, compose, docx, scale, startup, web


def main() -> None:
    """Print label, figure and what it is measured against."""
    for module in (startup, scale, compose, docx, collect, web):
        for label, figure, note in module.measure():
            print(f"{label:<58} {figure:>8.2f}  {note}")
            sys.stdout.flush()


main()
