"""``spark plan``: from a brief to the documents of a whole course."""

from __future__ import annotations

import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spark_tools.cli.brief_options import as_brief_options, brief_options
from spark_tools.cli.course_folder import BRIEF
from spark_tools.cli.dress_options import dressed, say_what_takes_time
from spark_tools.cli.toolbox import open_toolbox, spark_again, warn_of
from spark_tools.cli.values import as_typed, split_words
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.content.library import Library
    from spark_tools.document.framing import CourseDocument
    from spark_tools.model import Brief, Logbook, Look, Renderer, SessionPlan
    from spark_tools.plugin.manager import Plugins
    from spark_tools.publish import DrawnFile, Mend


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="plan",
        callback=plan_course,
        help=_(
            "Compose a course and write its documents.\n\n"
            "COURSE is a course folder or the brief in it; without it, the folder you are in. "
            "Options override what the brief says. The documents are written beside it, or in "
            "the folder that -o names."
        ),
        epilog=_(
            "Example: spark plan --course-type individual --theme samarbejde "
            '--workplace "Lindehaven" --participants 5 -o course'
        ),
        params=[
            click.Argument(["course"], required=False, metavar="[COURSE]"),
            *brief_options(_),
            click.Option(
                ["--format", "formats"],
                multiple=True,
                metavar="FORMATS",
                help=_("docx, pdf, html, md, ics; with commas or repeated. Default: docx,pdf."),
            ),
            click.Option(["-o", "--output"], metavar="DIR", help=_("The folder to write in.")),
            click.Option(
                ["--explain"],
                is_flag=True,
                help=_("Say why each exercise was chosen, and what was passed over."),
            ),
            click.Option(
                ["--with-ended"],
                is_flag=True,
                help=_("Take up actions that are done or dropped as well."),
            ),
            click.Option(["--dry-run"], is_flag=True, help=_("Show the plan and write nothing.")),
            click.Option(
                ["--force"], is_flag=True, help=_("Replace files even where you have changed them.")
            ),
        ],
    )


def plan_course(
    course: str | None,
    formats: tuple[str, ...],
    output: str | None,
    explain: bool,
    with_ended: bool,
    dry_run: bool,
    force: bool,
    **brief_words: Any,
) -> None:
    """Compose, show, draw and write."""
    import attrs

    from spark_tools.cli.plan_report import agenda_lines, explanation_lines, finding_lines
    from spark_tools.content.brief import read_brief
    from spark_tools.model import Fault, FaultError
    from spark_tools.publish import formats_for

    plugins, library = open_toolbox(click.get_current_context())
    path = _brief_file(course, brief_words["course_type"])
    if path is None and not any(brief_words.values()):
        _ = messages("cli")
        said = _("no course is named, and there is none here: spark plan DIR, or spark new DIR")
        raise FaultError([Fault(said)])
    looks = cache(partial(dressed, plugins))
    brief = read_brief(path, as_brief_options(brief_words), library, looks)
    look = looks(brief.dress)
    renderers, notes = formats_for(split_words(formats), plugins.renderers(), look)
    known = len(plugins.failures)
    folder = Path(output) if output else (path.parent if path else Path())
    logbook = _so_far(path, folder, library)
    plan = attrs.evolve(
        plugins.compose(brief, library, logbook),
        logbook=logbook,
        course=logbook.course,
    )
    click.echo("\n".join(agenda_lines(plan)))
    for line in finding_lines(plan):
        click.secho(line, fg="yellow", err=True)
    if explain:
        click.echo("\n".join(("", *explanation_lines(plan))))
    for note in notes:
        click.echo(note, err=True)
    if dry_run:
        warn_of(plugins.failures[known:])
        return
    posters = brief.dress.posters
    say_what_takes_time(look, renderers)

    def attempt() -> tuple[tuple[CourseDocument, ...], list[DrawnFile]]:
        documents = _documents(plan, plugins, with_ended=with_ended, posters=posters)
        return documents, _draw(plan, documents, renderers, look, plugins.mend)

    documents, files = plugins.until_drawn(attempt)
    _write(plan, files, documents, folder, force=force, posters=posters)
    if path is None:
        _keep_brief(brief, library, folder)
    warn_of(plugins.failures[known:])


def _keep_brief(brief: Brief, library: Library, folder: Path) -> None:
    """Write the brief that the options said beside the documents, so that the course can go on."""
    from spark_tools.content.brief_text import brief_as_toml
    from spark_tools.publish import write_whole

    _ = messages("cli")
    path = folder / BRIEF
    if path.exists():
        said = _("{path} is as it was: the options are not written into it.", path=path)
        click.secho(said, fg="yellow", err=True)
        return
    write_whole(path, brief_as_toml(brief, library).encode())
    again = f"{spark_again()} plan {as_typed(folder)}"
    click.echo(_("Wrote {path}. Next time: {command}", path=path, command=again))


def _brief_file(course: str | None, course_type: str | None) -> Path | None:
    """Give the brief's path: the one named or the one here, unless options say the whole course."""
    if course is None:
        here = Path(BRIEF)
        return here if course_type is None and here.is_file() else None
    path = Path(course)
    return path / BRIEF if path.is_dir() else path


def _so_far(brief: Path | None, folder: Path, library: Library) -> Logbook:
    """Give the logbook of the course in *folder*, and warn where it may not be what is meant."""
    from spark_tools.cli.course_folder import logbook_beside, open_course
    from spark_tools.publish import MANIFEST

    _ = messages("cli")
    warnings = []
    if brief and logbook_beside(brief, folder):
        warnings.append(_("The logbook beside {path} is not used for another folder.", path=brief))
    planned, logbook = open_course(folder, library)
    if logbook.entries and not planned:
        lost = _(
            "There is a logbook in {folder}, but no {manifest}: every meeting is planned anew.",
            folder=folder,
            manifest=MANIFEST,
        )
        warnings.append(lost)
    for warning in warnings:
        click.secho(warning, fg="yellow", err=True)
    return logbook


def _documents(
    plan: SessionPlan, plugins: Plugins, *, with_ended: bool, posters: bool
) -> tuple[CourseDocument, ...]:
    from spark_tools.document.course import course_documents
    from spark_tools.model import Exercise, Handout, Meeting

    def handouts(exercise: Exercise, meeting: Meeting) -> tuple[Handout, ...]:
        return plugins.handouts(exercise, meeting, plan)

    return course_documents(plan, handouts, with_ended=with_ended, posters=posters)


def _draw(
    plan: SessionPlan,
    documents: tuple[CourseDocument, ...],
    renderers: tuple[Renderer, ...],
    look: Look,
    mend: Mend,
) -> list[DrawnFile]:
    from spark_tools.publish import draw_course, drawn_paths

    _ = messages("cli")
    paths = [path for each in renderers for path in drawn_paths(plan, documents, each)]
    with click.progressbar(
        draw_course(plan, documents, renderers, look, mend),
        length=len(paths),
        label=_("Drawing documents"),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as progress:
        return list(progress)


def _write(
    plan: SessionPlan,
    files: list[DrawnFile],
    documents: tuple[CourseDocument, ...],
    folder: Path,
    *,
    force: bool,
    posters: bool,
) -> None:
    from spark_tools.document.form import sheet_form
    from spark_tools.model import Edition
    from spark_tools.publish import MANIFEST, write_course

    _ = messages("cli")
    forms = [form for document in documents if (form := sheet_form(document))]
    not_asked_for = () if posters else (Edition.POSTERS,)
    published = write_course(folder, plan, files, forms, force=force, without=not_asked_for)
    click.echo()
    for name in published.kept:
        kept = _(
            "Kept {path}: it is not as spark wrote it. --force replaces it.", path=folder / name
        )
        click.secho(kept, fg="yellow", err=True)
    for name in published.left:
        left = _(
            "Left {path}: it is no longer part of the plan, and not as spark wrote it. "
            "--force removes it.",
            path=folder / name,
        )
        click.secho(left, fg="yellow", err=True)
    for name in published.removed:
        click.echo(_("Removed {path}: no longer part of the plan.", path=folder / name))
    if published.untouched:
        untouched = _.count(
            "Left {n} file of another format as it was",
            "Left {n} files of other formats as they were",
            len(published.untouched),
        )
        click.echo(untouched)
    if published.without:
        not_drawn = _.count(
            "Left {n} poster file as it was: --posters draws it anew",
            "Left {n} poster files as they were: --posters draws them anew",
            len(published.without),
        )
        click.echo(not_drawn)
    count = _.count("Wrote {n} file", "Wrote {n} files", len(published.written))
    click.echo(
        _("{count} and {manifest} in {folder}", count=count, manifest=MANIFEST, folder=folder)
    )
