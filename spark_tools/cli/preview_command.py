"""``spark preview``: one exercise file as it will be, once or at every save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.drawing_options import formats_option, language_option, look_of
from spark_tools.cli.dress_options import dress_options, say_what_takes_time
from spark_tools.cli.toolbox import open_toolbox, warn_of
from spark_tools.cli.values import split_words
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.model import DocumentRenderer
    from spark_tools.plugin.manager import Plugins
    from spark_tools.preview.source import Source
    from spark_tools.preview.version import Setting

FORMATS = ("docx", "pdf", "html")
FOLDER = "preview"


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="preview",
        callback=preview,
        help=_(
            "Draw one exercise file, and tell everything that is wrong with it.\n\n"
            "PATH is an exercise's TOML file, in any folder; its translation, as ID.en.toml; or a"
            " folder or a plugin project with one exercise in it. The files in the preview folder"
            " are written over each time; a version with faults leaves the last good ones there."
        ),
        epilog=_("Example: spark preview fishbone.toml --serve --open"),
        params=[
            click.Argument(["path"], metavar="PATH"),
            click.Option(
                ["--watch"], is_flag=True, help=_("Draw again at every save, until Ctrl-C.")
            ),
            click.Option(
                ["--serve"],
                is_flag=True,
                help=_("Show it in the browser, anew at every save; only on this machine."),
            ),
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65_535),
                help=_("The port for --serve. Default: 8090, or a free one."),
            ),
            click.Option(
                ["--open", "open_it"], is_flag=True, help=_("Open the browser, with --serve.")
            ),
            formats_option(
                _("docx, pdf, html, md; with commas or repeated. Default: docx,pdf,html.")
            ),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                help=_("The folder to write in. Default: preview."),
            ),
            language_option(
                _("The documents' language. Default: that of PATH, usually Danish."), None
            ),
            *dress_options(_),
        ],
    )


def preview(
    path: str,
    watch: bool,
    serve: bool,
    port: int | None,
    open_it: bool,
    formats: tuple[str, ...],
    output: str | None,
    language: str | None,
    house: str | None,
    look: str | None,
    posters: bool | None,
) -> None:
    """Find the exercise, and show it in the way that is asked for."""
    _ = messages("cli")
    if serve and output:
        raise click.UsageError(_("--serve writes no files; leave -o out"))
    if not serve and (port is not None or open_it):
        raise click.UsageError(_("--port and --open go with --serve"))
    from spark_tools.model import DocumentRenderer
    from spark_tools.preview.source import find_source
    from spark_tools.preview.version import Setting
    from spark_tools.publish import formats_for

    source = find_source(Path(path))
    plugins, library = open_toolbox(click.get_current_context())
    chosen = look_of(plugins, house, look)
    drawers, notes = formats_for(
        split_words(formats), plugins.renderers(), chosen, plans=False, usual=FORMATS
    )
    setting = Setting(
        plugins,
        library,
        chosen,
        tuple(each for each in drawers if isinstance(each, DocumentRenderer)),
        language or source.language,
        bool(posters),
    )
    for note in notes:
        click.echo(note, err=True)
    if serve:
        _serve(source, setting, port, open_it)
        return
    say_what_takes_time(chosen, drawers)
    _write(source, setting, Path(output or FOLDER), watch)


def _write(source: Source, setting: Setting, folder: Path, watch: bool) -> None:
    from spark_tools.cli.preview_report import Report
    from spark_tools.preview.desk import Desk
    from spark_tools.preview.watching import Watch, follow

    watching = Watch(source.path, source.files)
    report = Report(source, folder)
    desk = Desk(source, setting, folder)
    warn = _warning(setting.plugins)
    outcome = desk.draw()
    report.first(outcome)
    warn()
    if not watch:
        click.get_current_context().exit(1 if outcome.faults else 0)
    report.watching()

    def between() -> None:
        warn()
        report.late(desk.retry())

    try:
        follow(watching, lambda: report.again(desk.draw()), report.gone, between)
    except KeyboardInterrupt:
        report.stopped()


def _serve(source: Source, setting: Setting, port: int | None, open_it: bool) -> None:
    from spark_tools.cli.preview_report import Report
    from spark_tools.preview.server.serving import serving
    from spark_tools.preview.server.stage import Stage
    from spark_tools.preview.watching import Watch, follow

    watching = Watch(source.path, source.files)
    report = Report(source)
    stage = Stage(source, setting, _html(setting))
    warn = _warning(setting.plugins)
    report.read(stage.read())
    try:
        with serving(stage, port) as server:
            report.served(server.address)
            if open_it:
                click.launch(server.address)
            follow(watching, lambda: report.read(stage.read()), report.gone, between=warn)
    except KeyboardInterrupt:
        report.stopped()


def _warning(plugins: Plugins) -> Callable[[], None]:
    """Give what warns of the plugins that have broken since it was last called."""
    told = len(plugins.failures)

    def warn() -> None:
        nonlocal told
        broken = plugins.failures[told:]
        told += len(broken)
        warn_of(broken)

    return warn


def _html(setting: Setting) -> DocumentRenderer:
    """Give what draws the page that is shown.

    Raises:
        FaultError: there is nothing that can.
    """
    from spark_tools.model import DocumentRenderer
    from spark_tools.publish import formats_for

    renderers = setting.plugins.renderers()
    (html,), _notes = formats_for(("html",), renderers, setting.look, plans=False)
    assert isinstance(html, DocumentRenderer)
    return html
