"""Checking a plugin's hooks by name, with a hint about what was meant."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from spark_tools.plugin import hookspecs
from spark_tools.plugin.failure import BadPluginError
from spark_tools.plugin.wording import say

if TYPE_CHECKING:
    import pluggy


def check_hooks(plugin: object, manager: pluggy.PluginManager) -> None:
    """See that each hook of *plugin* exists, is marked, and can be called.

    Raises:
        BadPluginError: one is not so.
    """
    known = [name for name in vars(hookspecs) if name.startswith("spark_")]
    for name in dir(plugin):
        if name.startswith("__"):
            continue
        options = manager.parse_hookimpl_opts(plugin, name)
        if options is None:
            if name in known and callable(getattr(plugin, name)):
                said = say("{hook} is not marked with @hookimpl", hook=name)
                raise BadPluginError(said, say("Write @hookimpl on the line above it."))
            continue
        hook = options.get("specname") or name
        if hook not in known:
            said = say('there is no hook "{hook}"', hook=hook) + hint(hook, known)
            names = ", ".join(known)
            raise BadPluginError(said, say("Call it what it is called: {names}.", names=names))
        function = getattr(plugin, name)
        _check_kind(hook, function, wrapper=options["wrapper"] or options["hookwrapper"])
        _check_arguments(hook, function)


def _check_kind(hook: str, function: Callable[..., object], *, wrapper: bool) -> None:
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        said = say("{hook} is async, and nobody waits for it", hook=hook)
        raise BadPluginError(said, say("Write def in place of async def."))
    if wrapper and not inspect.isgeneratorfunction(function):
        said = say("{hook} is a wrapper, and never yields", hook=hook)
        raise BadPluginError(said, say("Write “plan = yield” where the others are to be asked."))


def _check_arguments(hook: str, function: Callable[..., object]) -> None:
    offered = list(inspect.signature(getattr(hookspecs, hook)).parameters)
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is not parameter.POSITIONAL_OR_KEYWORD:
            said = say('{hook} gets its arguments by name, and has "{name}"', hook=hook,
                       name=parameter)  # fmt: skip
            raise BadPluginError(said, _ask_for(hook, offered))
        if name not in offered:
            said = say('{hook} has no argument "{name}"', hook=hook, name=name)
            raise BadPluginError(said + hint(name, offered), _ask_for(hook, offered))
        if parameter.default is not parameter.empty:
            said = say(
                '{hook} never gets "{name}", because it has a default value', hook=hook, name=name
            )
            raise BadPluginError(said, say('Write "{name}" without its default.', name=name))


def _ask_for(hook: str, offered: Sequence[str]) -> str:
    """Say which arguments *hook* may ask for."""
    if not offered:
        return say("Leave its arguments out: {hook} has none.", hook=hook)
    names = ", ".join(offered)
    return say("Ask for some or all of these, by these names: {names}.", names=names)


def hint(word: str, known: Iterable[str]) -> str:
    """Give what *word* was perhaps meant to be, of *known*, in brackets; or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return " " + say('(did you mean "{word}"?)', word=near[0]) if near else ""
