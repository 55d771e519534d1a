"""What is answered when something goes wrong: a page, or JSON to a program."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from flask import Response, request
from werkzeug.exceptions import HTTPException

from spark_tools.i18n import messages
from spark_tools.model import FaultError
from spark_tools.web.errors import error_page
from spark_tools.web.jobs import (
    FailureError,
    OverloadError,
    TooManyError,
    TooSlowError,
    WorkshopError,
    trace,
)
from spark_tools.web.server.context import Context, language_asked_for, language_of
from spark_tools.web.server.headers import SECURITY, Keep, answer

if TYPE_CHECKING:
    from flask import Flask

LOG = logging.getLogger("spark_tools.web")
_STATUS: dict[type[WorkshopError], int] = {
    OverloadError: 503,
    TooManyError: 429,
    TooSlowError: 503,
    FailureError: 500,
}
_RETRY = {503: "30", 429: "10"}
"""After how many seconds to try again."""


def refusal(context: Context, status: int, path: str) -> tuple[Mapping[str, str], bytes]:
    """Give the headers and the page for what is refused before it gets to the application."""
    here = path.lstrip("/")
    page = error_page(status, language_of(here))
    headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": Keep.NEVER.value}
    return headers | SECURITY, context.frame.draw(page, here).encode()


def answer_failures(app: Flask, context: Context) -> None:
    """Let *app* answer every failure in words, and log only where it came from."""

    def failed(status: int, details: Sequence[str] = (), fields: Sequence[str] = ()) -> Response:
        page = error_page(status, language_asked_for(), details)
        if request.path.startswith("/api/"):
            told = {"status": status, "title": page.title, "details": list(details)}
            told |= {"fields": list(fields)} if fields else {}
            text = json.dumps(told, ensure_ascii=False)
            response = answer(text, "application/problem+json", Keep.NEVER, status)
        else:
            response = context.show(page, status=status)
        if status in _RETRY:
            response.headers["Retry-After"] = _RETRY[status]
        return response

    def of_http(error: HTTPException) -> Response:
        if error.code is None or error.code < 400:
            return error.get_response()  # type: ignore[return-value]
        own = error.description if error.description != type(error).description else None
        response = failed(error.code, [own] if own else [])
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response

    def of_faults(error: FaultError) -> Response:
        faults = error.faults
        return failed(400, [each.message for each in faults], [each.file for each in faults])

    def of_workshop(error: WorkshopError) -> Response:
        LOG.warning("%s %s: %s", request.method, request.endpoint, error)
        details = []
        if isinstance(error, TooSlowError):
            _ = messages("web")
            details = [_("It takes too long. Ask for less: fewer meetings, wishes or files.")]
        return failed(_STATUS[type(error)], details)

    def of_anything(error: Exception) -> Response:
        LOG.error("%s %s: %s", request.method, request.endpoint, trace(error))
        return failed(500)

    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(FaultError, of_faults)
    app.register_error_handler(WorkshopError, of_workshop)
    app.register_error_handler(Exception, of_anything)
