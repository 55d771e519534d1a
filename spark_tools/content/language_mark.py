"""``[words](lang:en)``: a link whose address is a language marks words as being in it."""

from __future__ import annotations

import re

LANGUAGE = "lang:"

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
"""A language as it is written: ``en``, ``de``, ``en-GB`` (BCP 47)."""

DOUBTFUL = rf"\]\(\s*<?(?!lang:{TAG.pattern}\))(?i:lang)"
"""What begins like the mark of a language and is not one that is written as it should be."""
