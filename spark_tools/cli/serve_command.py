"""``spark serve``: the download page, for a browser on this machine or behind a web server."""

from __future__ import annotations

import click

from spark_tools.i18n import Words, messages


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="serve",
        callback=serve,
        help=_(
            "Serve the download page: find an exercise, fetch its sheets, plan a course.\n\n"
            "Nothing that its users send is stored. Ctrl-C stops it."
        ),
        epilog=_("Example: spark serve --port 8080 --contact arbejdsmiljoe@kommune.example"),
        params=[
            click.Option(
                ["--host"],
                default="127.0.0.1",
                show_default=True,
                help=_("The address to listen at; 0.0.0.0 lets other machines in."),
            ),
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65_535),
                default=8080,
                show_default=True,
                help=_("The port to listen at; 0 takes a free one."),
            ),
            click.Option(
                ["--contact"],
                default="",
                metavar="TEXT",
                help=_("Where readers may turn: an address of mail, or of a page."),
            ),
            click.Option(
                ["--behind-proxy"],
                is_flag=True,
                help=_("Believe what a web server on this machine says of the client."),
            ),
            click.Option(
                ["--workers"],
                type=click.IntRange(1, 64),
                metavar="N",
                help=_("How many processes compose and draw. Default: one a processor, at most 4."),
            ),
        ],
    )


def serve(host: str, port: int, contact: str, behind_proxy: bool, workers: int | None) -> None:
    """Open the toolbox, start the workers, and serve until somebody says stop."""
    import logging
    import os
    from functools import partial
    from importlib.util import find_spec

    from spark_tools.cli.toolbox import plugins_folder, warn_of
    from spark_tools.model import Fault, FaultError

    _ = messages("cli")
    if missing := [name for name in ("flask", "waitress") if find_spec(name) is None]:
        said = _("To serve pages, first run: pip install {packages}", packages=" ".join(missing))
        raise FaultError([Fault(said)])
    from spark_tools.web.page import make_frame
    from spark_tools.web.server.app import create_app
    from spark_tools.web.server.context import Context
    from spark_tools.web.server.failures import refusal
    from spark_tools.web.server.serving import Place
    from spark_tools.web.server.serving import serve as serve_at
    from spark_tools.web.server.worker_pool import WorkerPool
    from spark_tools.web.toolbox import open_toolbox

    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    folder = plugins_folder(click.get_current_context().find_root().params.get("plugins_dir"))
    toolbox = open_toolbox(folder)
    warn_of(toolbox.plugins.failures)
    pool = WorkerPool(workers or min(os.cpu_count() or 1, 4), folder)
    try:
        context = Context(toolbox, make_frame(toolbox, contact=contact), pool)
        place = Place(host, port, behind_proxy)
        serve_at(create_app(context), place, _say_where, partial(refusal, context))
    finally:
        pool.close()


def _say_where(host: str, port: int) -> None:
    _ = messages("cli")
    shown = f"[{host}]" if ":" in host else host
    click.echo(_("The page is at {address} – Ctrl-C stops it.", address=f"http://{shown}:{port}/"))
