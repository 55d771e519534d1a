"""Which links a document may lead to."""

from __future__ import annotations

_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def safe_link(link: str) -> str:
    """Give *link* when it leads to a page, a mailbox or a telephone, else nothing."""
    harmless = link.lower().startswith(_SCHEMES) and link.isprintable() and " " not in link
    return link if harmless else ""
