"""Plugins on the terminal: what each is, and what went wrong."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from spark_tools.i18n import Words, messages
from spark_tools.plugin.trace import homes_of

if TYPE_CHECKING:
    from spark_tools.plugin.candidate import LoadedPlugin
    from spark_tools.plugin.failure import PluginFailure
    from spark_tools.plugin.inventory import Inventory, Overriding

WIDEST = 80
INDENT = 12


def plugin_row(plugin: LoadedPlugin) -> dict[str, Any]:
    """Give *plugin* in short."""
    return {
        "plugin": plugin.name,
        "version": plugin.version,
        "from": plugin.distribution or str(plugin.path),
    }


def inventory_row(each: Inventory) -> dict[str, Any]:
    """Give everything that is known of a plugin, as plain data."""
    plugin = each.plugin
    return {
        **plugin_row(plugin),
        "distribution": plugin.distribution,
        "path": str(plugin.path or ""),
        "bundled": plugin.bundled,
        "adds": {kind: list(names) for kind, names in each.adds.items()},
        "overrides": [
            {"kind": one.kind, "name": one.name, "other": one.other, "first": one.first}
            for one in each.overrides
        ],
        "milliseconds": round(plugin.milliseconds, 1),
    }


def failure_row(failure: PluginFailure) -> dict[str, str]:
    """Give *failure* as plain data."""
    return {
        "plugin": failure.plugin,
        "distribution": failure.distribution,
        "stage": failure.stage,
        "error": failure.error,
        "remedy": failure.remedy,
    }


def inventory_lines(each: Inventory) -> Iterator[str]:
    """Give a paragraph about a plugin, at most 80 columns wide."""
    _ = messages("cli")
    plugin = each.plugin
    yield f"{plugin.name} {plugin.version}".rstrip()
    if plugin.distribution:
        yield from _entry(_("from"), plugin.distribution)
    yield from _entry(_("lies in"), next(map(str, homes_of(plugin)), "–"))
    added = [line for kind, names in each.adds.items() if (line := _count(_, kind, names))]
    yield from _entry(_("adds"), "; ".join(added) or _("nothing"))
    if hooks := each.adds.get("hooks"):
        yield from _entry(_("hooks"), ", ".join(hooks))
    for one in each.overrides:
        label = _("overrides") if one.first else _("not used")
        yield from _entry(label, _overriding(_, one))
    yield from _entry(_("loaded in"), f"{round(plugin.milliseconds) or '< 1'} ms")


def failure_lines(failures: Sequence[PluginFailure]) -> Iterator[str]:
    """Give for each failure a line with plugin and stage, then what is wrong and what to do."""
    for failure in failures:
        origin = f" ({failure.distribution})" if failure.distribution else ""
        yield f"{failure.plugin}{origin} · {failure.stage}"
        for line in (*failure.error.splitlines(), *failure.remedy.splitlines()):
            yield f"    {line}"


def _count(_: Words, kind: str, names: Sequence[str]) -> str:
    number, called = len(names), ", ".join(names)
    match kind:
        case "exercises":
            return _.count("{n} exercise", "{n} exercises", number)
        case "themes":
            return _.count("{n} theme", "{n} themes", number)
        case "course_types":
            return _.count("{n} course type", "{n} course types", number)
        case "templates":
            return _.count("{n} template", "{n} templates", number)
        case "formats":
            return _("formats: {names}", names=called)
        case "commands":
            return _("commands: {names}", names=called)
        case "looks":
            return _("looks: {names}", names=called)
        case _:
            return ""


def _overriding(_: Words, one: Overriding) -> str:
    if not one.first:
        return _("{name}, which {other} has already", name=one.name, other=one.other)
    if one.kind == "look":
        return _("the look {name} of {other}, in part", name=one.name, other=one.other)
    if one.kind == "composer":
        return _("what {other} composes", other=one.other)
    return _("{name} of {other}", name=one.name, other=one.other)


def _entry(label: str, text: str) -> Iterator[str]:
    width = min(shutil.get_terminal_size((WIDEST, 0)).columns, WIDEST)
    yield from textwrap.wrap(
        text,
        width,
        initial_indent=f"  {label:<{INDENT}}",
        subsequent_indent=" " * (INDENT + 2),
        break_on_hyphens=False,
        break_long_words=False,
    )
