"""The pages that are the same for everybody, and the files they load."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request

from spark_tools.web.catalogue import catalogue_pages
from spark_tools.web.server.context import Context
from spark_tools.web.server.headers import Keep, answer


def catalogue_views(context: Context) -> Blueprint:
    """Give the addresses of the catalogue."""
    views = Blueprint("catalogue", __name__)
    frame = context.frame
    pages = {
        page.address: page
        for language in frame.languages
        for page in catalogue_pages(context.toolbox, language)
    }
    assets = {asset.name: asset for asset in frame.assets.values()}

    @views.get("/assets/<name>")
    def asset(name: str) -> Response:
        if name not in assets:
            abort(404)
        found = assets[name]
        return answer(found.content, f"{found.media_type}; charset=utf-8", Keep.ALWAYS)

    @views.get("/", defaults={"path": ""})
    @views.get("/<path:path>")
    def page(path: str) -> Response:
        if path not in pages and (path.rstrip("/") in pages or f"{path}/" in pages):
            return _moved(path)
        return context.show(pages[path], Keep.ASK) if path in pages else abort(404)

    return views


def _moved(path: str) -> Response:
    """Send a page asked for with or without a slash too many to its own address."""
    last = path.rstrip("/").rpartition("/")[2]
    there = f"../{last}" if path.endswith("/") else f"{last}/"
    query = request.query_string.decode("ascii", "replace")
    return redirect(f"{there}?{query}" if query else there, 308)  # type: ignore[return-value]
