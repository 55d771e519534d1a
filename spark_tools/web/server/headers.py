"""The headers of every answer: what a browser may do with it, and for how long it may keep it."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b

from flask import Response, request

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Keep(StrEnum):
    """How long a browser may keep an answer: never, while it asks each time, or always."""

    NEVER = "no-store"
    ASK = "no-cache"
    ALWAYS = "public, max-age=31536000, immutable"


def answer(
    content: bytes | str,
    media_type: str = "text/html; charset=utf-8",
    keep: Keep = Keep.NEVER,
    status: int = 200,
    file_name: str = "",
) -> Response:
    """Give an answer; one that may be kept has an ETag, and is told as unchanged where it is.

    With a *file_name* it is a file to download.
    """
    response = Response(content, status, content_type=media_type)
    response.headers["Cache-Control"] = keep.value
    if file_name:
        response.headers.set("Content-Disposition", "attachment", filename=file_name)
    if keep is not Keep.NEVER:
        response.set_etag(blake2b(response.get_data(), digest_size=12).hexdigest())
        response.make_conditional(request)
    return response


def secure(response: Response) -> Response:
    """Put the security headers on *response*."""
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = Keep.NEVER.value
    return response
