"""What kind of file a name's ending tells of, as browsers want to be told."""

from __future__ import annotations

from mimetypes import guess_type

_KNOWN = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "toml": "application/toml; charset=utf-8",
    "zip": "application/zip",
}


def media_type(name: str) -> str:
    """Give the media type of the file *name*."""
    suffix = name.rpartition(".")[2].lower()
    return _KNOWN.get(suffix) or guess_type(name)[0] or "application/octet-stream"
