"""The application: the pages and what goes on behind them."""

from __future__ import annotations

from flask import Flask, Response

from spark_tools.i18n import speaking
from spark_tools.web.server.api import api_views
from spark_tools.web.server.catalogue import catalogue_views
from spark_tools.web.server.context import Context, language_asked_for
from spark_tools.web.server.failures import answer_failures
from spark_tools.web.server.headers import answer, secure
from spark_tools.web.server.planner import planner_views
from spark_tools.web.server.request import RequestInMemory
from spark_tools.web.server.sheets import sheet_views


def create_app(context: Context) -> Flask:
    """Give the WSGI application that serves the pages of *context*; it keeps nothing."""
    app = _App("spark_tools.web", static_folder=None, template_folder=None)
    app.request_class = RequestInMemory
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.url_map.strict_slashes = False
    answer_failures(app, context)
    app.after_request(secure)
    app.register_blueprint(planner_views(context))
    app.register_blueprint(catalogue_views(context))
    app.register_blueprint(sheet_views(context))
    app.register_blueprint(api_views(context))
    app.add_url_rule("/health", view_func=_health)
    return app


class _App(Flask):
    """An application that speaks the language of the address asked for."""

    def full_dispatch_request(self) -> Response:
        with speaking(language_asked_for()):
            return super().full_dispatch_request()


def _health() -> Response:
    """Tell whoever watches over the server that it answers."""
    return answer("ok\n", "text/plain; charset=utf-8")
