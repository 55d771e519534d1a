"""Checking a plugin's hooks by name, with a hint about what was meant."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

import pluggy

from spark_tools.plugin import hookspecs
from spark_tools.plugin.wording import say


def check_hooks(plugin: object, manager: pluggy.PluginManager) -> None:
    """Raise `PluginValidationError` on a hook that does not exist or is not marked."""
    known = [name for name in vars(hookspecs) if name.startswith("spark_")]
    for name in dir(plugin):
        if name.startswith("__"):
            continue
        options = manager.parse_hookimpl_opts(plugin, name)
        if options is None:
            if name in known and callable(getattr(plugin, name)):
                raise _invalid(plugin, say("{hook} is not marked with @hookimpl", hook=name))
            continue
        hook = options.get("specname") or name
        if hook not in known:
            raise _invalid(plugin, say('there is no hook "{hook}"', hook=hook) + hint(hook, known))
        _check_arguments(plugin, hook, getattr(plugin, name))


def _check_arguments(plugin: object, hook: str, function: Callable[..., object]) -> None:
    offered = list(inspect.signature(getattr(hookspecs, hook)).parameters)
    for name in inspect.signature(function).parameters:
        if name not in offered:
            said = say('{hook} has no argument "{name}"', hook=hook, name=name)
            raise _invalid(plugin, said + hint(name, offered))


def hint(word: str, known: Iterable[str]) -> str:
    """Give what *word* was perhaps meant to be, of *known*, in brackets; or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return " " + say('(did you mean "{word}"?)', word=near[0]) if near else ""


def _invalid(plugin: object, said: str) -> pluggy.PluginValidationError:
    return pluggy.PluginValidationError(plugin, said)
