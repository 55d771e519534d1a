"""Requests that stay in memory: nothing that is sent here is ever written to a disk."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from flask import Request

LARGEST_FORM = 200_000
LARGEST_UPLOAD = 8_000_000
"""How many bytes a form, and a form with files, may have."""


class RequestInMemory(Request):
    """A request whose files are kept in memory for as long as it is answered."""

    max_content_length = LARGEST_FORM
    max_form_memory_size = LARGEST_FORM
    max_form_parts = 500

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()
