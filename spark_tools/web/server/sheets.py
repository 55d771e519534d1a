"""The page for filled-in sheets: what is sent is read in memory and gone with the answer."""

from __future__ import annotations

from flask import Blueprint, Response, request

from spark_tools.i18n import words
from spark_tools.model import FaultError
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.media import media_type
from spark_tools.web.server.context import Context, in_each_language
from spark_tools.web.server.headers import Keep, answer
from spark_tools.web.server.request import LARGEST_UPLOAD
from spark_tools.web.sheets.asked import actions_from, rows_from
from spark_tools.web.sheets.jobs import DrawLookBack, ReadSheets
from spark_tools.web.sheets.page import Answered, sheet_page


def sheet_views(context: Context) -> Blueprint:
    """Give the addresses of the page."""
    views = Blueprint("sheets", __name__)

    def show(language: str, answered: Answered, status: int = 200) -> Response:
        page = sheet_page(context.toolbox, language, answered)
        return context.show(page, status=status)

    @in_each_language(views, "/sheet")
    def ask(language: str) -> Response:
        return context.show(sheet_page(context.toolbox, language), Keep.ASK)

    @in_each_language(views, "/sheet", methods=["POST"])
    def read(language: str) -> Response:
        request.max_content_length = LARGEST_UPLOAD
        sent = tuple((each.filename or "", each.read()) for each in request.files.getlist("files"))
        named = tuple((name, content) for name, content in sent if name or content)
        try:
            view = context.do(ReadSheets(named), language)
        except FaultError as error:
            return show(language, Answered(faults=tuple(map(str, error.faults))), 400)
        return show(language, Answered(view))

    @in_each_language(views, "/sheet/next", methods=["POST"])
    def draw(language: str) -> Response:
        form = request.form.to_dict()
        look = form.get("look", HOUSE)
        rows = rows_from(form, words("web", language))
        faults = [fault for row in rows for fault in row.faults.values()]
        try:
            if not faults:
                job = DrawLookBack(actions_from(rows), form.get("format", "docx"), language, look)
                name, content = context.do(job, language)
                return answer(content, media_type(name), Keep.NEVER, file_name=name)
        except FaultError as error:
            faults = [str(fault) for fault in error.faults]
        told = tuple(dict.fromkeys(faults))
        return show(language, Answered(rows=rows, look=look, faults=told), 400)

    return views
