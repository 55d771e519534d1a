"""The accessibility gate: what stands in the way of a reader in a Word file or its PDF.

`check_document` holds any ``.docx`` or ``.dotx``, ours or not, against `document_rules`: small
assertions that go back to EN 301 549 clause 10 and WCAG 2.1 A and AA. `check_pdf` asks of a
PDF whether it is tagged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.accessibility.flaw import Clause, Flaw, Rule

if TYPE_CHECKING:
    from spark_tools.accessibility.pdf import PdfRule

__all__ = ["Clause", "Flaw", "Rule", "check_document", "check_pdf", "document_rules", "pdf_rules"]

MOST_FLAWS = 500
"""How many flaws of one rule are reported of one document: more help nobody."""


def check_document(content: bytes, name: str = "") -> tuple[Flaw, ...]:
    """Give every flaw of the Word file *content*, those of one rule together.

    At most `MOST_FLAWS` of each rule are given. *name* is what the file is called in a fault.

    Raises:
        FaultError: with one fault where the file cannot be opened: it is damaged, hostile,
            too large or not a Word file.
    """
    from itertools import islice

    from spark_tools.accessibility.opened import Opened
    from spark_tools.accessibility.wording import say
    from spark_tools.model import Fault, FaultError
    from spark_tools.wordfile.archive import Unreadable

    try:
        document = Opened(content)
    except Unreadable as reason:
        raise FaultError([Fault(str(reason), name)]) from None
    return tuple(
        Flaw(rule.id, rule.clause, what, where, say(rule.remedy))
        for rule in document_rules()
        for what, where in islice(rule.find(document), MOST_FLAWS)
    )


def check_pdf(content: bytes, name: str = "") -> tuple[Flaw, ...]:
    """Give every flaw of the PDF *content*; *name* is what the file is called in a fault.

    Raises:
        FaultError: with one fault where it is no PDF, or not the whole of one.
    """
    from spark_tools.accessibility.pdf import flaws

    return flaws(content, name)


def document_rules() -> tuple[Rule, ...]:
    """Give the rules for Word files, in the order they are reported."""
    from spark_tools.accessibility.rules import ALL

    return ALL


def pdf_rules() -> tuple[PdfRule, ...]:
    """Give the rules for PDF files, in the order they are reported."""
    from spark_tools.accessibility.pdf import RULES

    return RULES
