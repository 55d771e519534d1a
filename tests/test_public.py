"""What plugins may count on: every public name, as it is, and nothing else in our plugins."""

from __future__ import annotations

import ast
import enum
import inspect
import types
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import spark_tools
import spark_tools.testing
from spark_tools.plugin import hookspecs

ROOT = Path(__file__).parents[1]
SURFACE = Path(__file__).with_name("public.txt")
OF_PLUGINS = sorted(
    path for folder in ("plugins", "examples") for path in (ROOT / folder).rglob("*.py")
)


def surface() -> str:
    """Tell every public name with all that a plugin could see of it, one line each."""
    lines = [
        line
        for module in (spark_tools, spark_tools.testing)
        for name in sorted(module.__all__)
        if name != "__version__"
        for line in told(f"{module.__name__}.{name}", getattr(module, name))
    ]
    hooks = [name for name in vars(hookspecs) if name.startswith("spark_")]
    lines += [f"hook {name}{inspect.signature(getattr(hookspecs, name))}" for name in hooks]
    return "\n".join(lines) + "\n"


def told(name: str, thing: object) -> Iterator[str]:
    if isinstance(thing, type) and issubclass(thing, enum.Enum):
        yield f"{name}: {', '.join(member.name for member in thing)}"
    elif isinstance(thing, type) and attrs.has(thing):
        written = {
            field: type_
            for each in reversed(thing.__mro__)
            for field, type_ in inspect.get_annotations(each).items()
        }
        for field in attrs.fields(thing):
            if not field.name.startswith("_"):
                yield f"{name}.{field.name}: {written[field.name]}{usual(field.default)}"
        yield from methods(name, thing)
    elif isinstance(thing, type):
        yield from methods(name, thing)
    elif isinstance(thing, types.FunctionType):
        yield f"{name}{inspect.signature(thing)}"
    else:
        yield name


def usual(default: object) -> str:
    if default is attrs.NOTHING:
        return ""
    return f" = {getattr(default, '__name__', repr(default))}"


def methods(name: str, thing: type) -> Iterator[str]:
    for attribute, value in vars(thing).items():
        if attribute.startswith("_"):
            continue
        if isinstance(value, types.FunctionType):
            yield f"{name}.{attribute}{inspect.signature(value)}"
        elif isinstance(value, property) or type(value).__name__ == "cached_property":
            yield f"{name}.{attribute}"


def test_the_public_names_are_as_they_were() -> None:
    """A name that goes, or changes, needs what docs/plugins/stability.md says.

    Then write `surface()` to public.txt: ``python tests/test_public.py``.
    """
    assert surface() == SURFACE.read_text("utf-8")


@pytest.mark.parametrize("name", spark_tools.__all__)
def test_a_public_name_can_be_imported_and_is_listed(name: str) -> None:
    assert getattr(spark_tools, name) is not None
    assert name in dir(spark_tools)


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Excercise'"):
        spark_tools.Excercise  # noqa: B018


@pytest.mark.parametrize("path", OF_PLUGINS, ids=lambda path: str(path.relative_to(ROOT)))
def test_our_own_plugins_count_on_nothing_else(path: Path) -> None:
    public = {"spark_tools", "spark_tools.testing"}
    used = {
        name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        if name == "spark_tools" or name.startswith("spark_tools.")
    }
    assert used <= public


if __name__ == "__main__":
    SURFACE.write_text(surface(), "utf-8")
