"""Whether what a plugin gives is what it says it is, down to every field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

LONGEST = 60


def misfit(value: object, wanted: Any, name: str = "") -> str:
    """Say which part of *value* is not as *wanted*, a type as annotated; nothing when all fits.

    Parts are called ``Finding.severity`` or ``Exercise.steps[0].form``.
    """
    return next(_misfits(value, wanted, name or type(value).__name__), "")


def shown(value: object) -> str:
    """Give *value* as it is written in Python, shortened, whatever its ``repr`` does."""
    try:
        text = repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def type_name(wanted: Any) -> str:
    """Give what people call the type *wanted*."""
    if get_origin(wanted) in (Union, UnionType):
        return " | ".join(type_name(each) for each in get_args(wanted))
    return "None" if wanted is NoneType else getattr(wanted, "__name__", str(wanted))


def _misfits(value: object, wanted: Any, name: str) -> Iterator[str]:
    wanted = getattr(wanted, "__supertype__", wanted)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        fitting = [each for each in arguments if not isinstance(each, type) or _is(value, each)]
        if not fitting:
            yield _said(value, wanted, name)
        elif all(next(_misfits(value, each, name), "") for each in fitting):
            yield from _misfits(value, fitting[0], name)
    elif origin is tuple:
        yield from _in_tuple(value, wanted, arguments, name)
    elif origin is Callable or getattr(origin, "__name__", "") == "Callable":
        if not callable(value):
            yield _said(value, "function", name)
    elif isinstance(wanted, type):
        if not _is(value, wanted):
            yield _said(value, wanted, name)
        elif attrs.has(wanted):
            for field, hint in _hints(wanted).items():
                yield from _misfits(getattr(value, field), hint, f"{name}.{field}")


def _in_tuple(value: object, wanted: Any, arguments: tuple[Any, ...], name: str) -> Iterator[str]:
    if not isinstance(value, tuple):
        yield _said(value, tuple, name)
    elif arguments[-1:] == (...,):
        for number, each in enumerate(value):
            yield from _misfits(each, arguments[0], f"{name}[{number}]")
    elif len(value) != len(arguments):
        yield _said(value, wanted, name)
    else:
        for number, (each, hint) in enumerate(zip(value, arguments, strict=True)):
            yield from _misfits(each, hint, f"{name}[{number}]")


def _is(value: object, wanted: type) -> bool:
    if wanted in (int, float) and isinstance(value, bool):
        return False
    return isinstance(value, (int, float) if wanted is float else wanted)


def _said(value: object, wanted: Any, name: str) -> str:
    from spark_tools.plugin.wording import say

    kind = wanted if isinstance(wanted, str) else type_name(wanted)
    return say("{name} is {value}, not {wanted}", name=name, value=shown(value), wanted=kind)


@cache
def _hints(kind: type) -> dict[str, Any]:
    names = [field.name for field in attrs.fields(kind)]
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is known to the type checker alone
        return {}
    return {name: hints[name] for name in names if name in hints}
