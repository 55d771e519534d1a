"""The list of pages for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote


def sitemap(home: str, addresses: Iterable[str]) -> bytes:
    """Give ``sitemap.xml`` of the pages at *addresses* below *home*."""
    base = home.rstrip("/")
    lines = (
        f"<url><loc>{escape(f'{base}/{quote(_as_linked(each))}')}</loc></url>" for each in addresses
    )
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        )
    ).encode()


def robots(home: str) -> bytes:
    """Give ``robots.txt``, which says where the sitemap is."""
    return f"User-agent: *\nAllow: /\nSitemap: {home.rstrip('/')}/sitemap.xml\n".encode()


def _as_linked(path: str) -> str:
    """Give the address of a front page as people write it: its folder's."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
