"""Flaws, the rules that find them, and the clauses they go back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools.accessibility.wording import say

if TYPE_CHECKING:
    from spark_tools.accessibility.opened import Opened


@frozen
class Clause:
    """What a rule goes back to in EN 301 549 v3.2.1 (clause 10) and in WCAG 2.1.

    ``beyond`` where the rule is good practice that serves the clause and goes further
    than its letter.
    """

    en_301_549: str
    wcag: str
    beyond: bool = False

    def __str__(self) -> str:
        clause = f"EN 301 549 {self.en_301_549}, WCAG {self.wcag}"
        return say("good practice, serves {clause}", clause=clause) if self.beyond else clause


@frozen
class Flaw:
    """One thing that is wrong with a document.

    ``rule`` is the rule's stable id. ``what`` says what is wrong, ``where`` gives the
    headings above it and the element, ``remedy`` says how to mend it in Word.
    """

    rule: str
    clause: Clause
    what: str
    where: str
    remedy: str


Found = tuple[str, str]
"""What is wrong, and where."""


@frozen
class Rule:
    """An assertion about documents.

    ``asks`` says in English what it asks of a document and ``remedy`` how to mend one that
    falls short; both are translated when they are said. ``find`` gives what falls short.
    """

    id: str
    clause: Clause
    asks: str
    remedy: str
    find: Callable[[Opened], Iterator[Found]]
