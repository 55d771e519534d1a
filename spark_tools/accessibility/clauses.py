"""The clauses of EN 301 549 v3.2.1 that documents are held to, with WCAG 2.1's own numbers."""

from __future__ import annotations

from attrs import evolve

from spark_tools.accessibility.flaw import Clause

NON_TEXT = Clause("10.1.1.1", "1.1.1")
RELATIONSHIPS = Clause("10.1.3.1", "1.3.1")
SEQUENCE = Clause("10.1.3.2", "1.3.2")
COLOUR = Clause("10.1.4.1", "1.4.1")
CONTRAST = Clause("10.1.4.3", "1.4.3")
TITLED = Clause("10.2.4.2", "2.4.2")
LINK_PURPOSE = Clause("10.2.4.4", "2.4.4")
HEADINGS = Clause("10.2.4.6", "2.4.6")
LANGUAGE = Clause("10.3.1.1", "3.1.1")
PARTS = Clause("10.3.1.2", "3.1.2")
LABELS = Clause("10.3.3.2", "3.3.2")
PARSING = Clause("10.4.1.1", "4.1.1")
NAME = Clause("10.4.1.2", "4.1.2")


def beyond(clause: Clause) -> Clause:
    """Give *clause* as that of a rule that goes further than its letter."""
    return evolve(clause, beyond=True)
