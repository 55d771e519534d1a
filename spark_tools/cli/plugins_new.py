"""``spark plugins new``: a plugin that works as it stands, to write one's own over."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spark_tools.cli.toolbox import open_toolbox
from spark_tools.i18n import Words, messages

if TYPE_CHECKING:
    from spark_tools.cli.skeleton import Kind, Names


def command(_: Words) -> click.Command:
    """Build the command."""
    return click.Command(
        name="new",
        callback=new_plugin,
        help=_(
            "Start a plugin with an exercise that works as it stands.\n\n"
            "NAME gives a project in a folder of that name: the exercise as TOML with an English"
            " translation, a picture, and tests. --local gives a folder with the exercise and no"
            " code, for --plugins-dir; with a NAME as well it adds one more exercise to the folder."
        ),
        epilog=_("Example: spark plugins new fishbone, or spark plugins new --local my-exercises"),
        params=[
            click.Argument(["name"], required=False, metavar="[NAME]"),
            click.Option(
                ["--kind"],
                type=click.Choice(["content", "python"]),
                help=_("content: TOML only, the default; python: hooks in Python as well."),
            ),
            click.Option(["--title"], metavar="WORDS", help=_("What the exercise is called.")),
            click.Option(
                ["--local"], metavar="DIR", help=_("A folder of TOML files, without a project.")
            ),
        ],
    )


def new_plugin(name: str | None, kind: str | None, title: str | None, local: str | None) -> None:
    """Write the files, all or none, and say what to do next."""
    from spark_tools.cli.skeleton import Kind, exercise_file, skeleton

    _ = messages("cli")
    if not name and not local:
        raise click.UsageError(_("give the plugin a NAME, or a folder with --local DIR"))
    if local and kind:
        raise click.UsageError(_("a folder with --local holds no code: leave --kind out"))
    folder = Path(local or name or "")
    made = Kind.LOCAL if local else Kind(kind or Kind.CONTENT)
    plugins, library = open_toolbox(click.get_current_context())
    taken = {each.id for each in library.exercises}
    if not local:
        taken |= {plugin.name for plugin in (*plugins.loaded, *plugins.blocked)}
    names = _names(Path(name or folder).resolve().name, title, taken)
    files = skeleton(made, names, plugins.look())
    written = folder
    if local and (folder / "exercises").is_dir():
        written = folder / exercise_file(made, names)
        _add(folder, files, exercise_file(made, names))
    else:
        _write(folder, files)
    click.echo(_("Wrote {path}", path=written))
    click.echo(_("Next:"))
    for line in _next(folder, made, names):
        click.echo(f"  {line}")


def _names(called: str, title: str | None, taken: Collection[str]) -> Names:
    """Give the names of a plugin, or of an exercise, that is *called* so.

    Raises:
        FaultError: its name makes no id, or one that is taken; *title* cannot be printed.
    """
    from spark_tools.cli.skeleton import Names
    from spark_tools.content.names import slugs
    from spark_tools.model import Fault, FaultError

    _ = messages("cli")
    id_ = max(slugs(called), key=len)
    if not id_[:1].isalpha():
        said = _("a name begins with a letter and has letters, digits and hyphens: fishbone")
        raise FaultError([Fault(said, called)])
    if id_ in taken:
        said = _("there is already something called {id}; choose another name", id=id_)
        raise FaultError([Fault(said, called)])
    words = " ".join((title or called.replace("-", " ").capitalize()).split())
    if any(mark in words for mark in '"\\{}') or not words.isprintable():
        said = _("a title is plain words: » and « are the quotation marks that it may have")
        raise FaultError([Fault(said, "--title")])
    return Names(id_, words)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write *files* into *folder*, which must not be there or be empty; all or none.

    Raises:
        FaultError: something is there already, or it cannot be written.
    """
    from spark_tools.model import Fault, FaultError

    _ = messages("cli")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FaultError([Fault(_("is there already; choose another folder"), str(folder))])
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name, text in files.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
            made.chmod(0o755)
            if folder.exists():
                folder.rmdir()
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        said = _("cannot be written: {error}", error=error.strerror or error)
        raise FaultError([Fault(said, str(folder))]) from None


def _add(folder: Path, files: Mapping[str, str], exercise: str) -> None:
    """Write those of *files* that are not in *folder* yet, the *exercise* last.

    Raises:
        FaultError: the exercise is there already, or something cannot be written.
    """
    from spark_tools.model import Fault, FaultError
    from spark_tools.publish import write_whole

    if (folder / exercise).exists():
        _ = messages("cli")
        raise FaultError([Fault(_("is there already"), str(folder / exercise))])
    for name in sorted(files, key=exercise.__eq__):
        if not (folder / name).exists():
            write_whole(folder / name, files[name].encode())


def _next(folder: Path, kind: Kind, names: Names) -> list[str]:
    """Give three commands to go on with, as they can be pasted."""
    from spark_tools.cli.skeleton import Kind, exercise_file

    exercise = _quoted(str(folder / Path(exercise_file(kind, names))))
    watched = f"spark preview {exercise} --watch"
    if kind is Kind.LOCAL:
        plugin = _quoted(str(folder))
        shown = f"spark --plugins-dir {plugin} show {names.id}"
        return [watched, f"spark check {plugin}", shown]
    return [
        f"{_python()} -m pip install -e {_quoted(f'{folder}[test]')}",
        f"{_python()} -m pytest {_quoted(str(folder))}",
        watched,
    ]


def _python() -> str:
    """Give what starts the Python that runs spark: a plugin has to be installed into that one."""
    found = shutil.which("python")
    same = found and Path(found).resolve().parent == Path(sys.executable).resolve().parent
    return "python" if same and _prefix(found) == sys.prefix else _quoted(sys.executable)


def _prefix(python: str | None) -> str:
    return str(Path(python).parent.parent) if python else ""


def _quoted(word: str) -> str:
    """Give *word* as the shell of this system reads it."""
    return subprocess.list2cmdline([word]) if os.name == "nt" else shlex.quote(word)
