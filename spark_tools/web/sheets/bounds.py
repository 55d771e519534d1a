"""How much the page for filled-in sheets takes in, and shows."""

from __future__ import annotations

MOST_FILES = 12
MOST_ACTIONS = 40

MOST_ROWS = 100
"""How many rows a grid for actions has at most; what stands in more is told, and not placed."""

MOST_FIELDS = 300
"""How many fields are read of a sheet that nobody knows."""

MOST_NOTES = 40
"""How many things are told about one file."""

LONGEST_NAME = 80
"""How many characters of a file's name are repeated."""

LONGEST = {"what": 600, "who": 120, "review": 40, "whose": 120}
"""How many characters each field of the form of agreements takes."""
