"""The Jinja2 environment of the html and markdown templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spark_tools.model import Look
from spark_tools.render.as_json import block_name

if TYPE_CHECKING:
    from jinja2 import Environment


def environment(look: Look, *, autoescape: bool) -> Environment:
    """Give an environment that finds templates in the look's folders, first come first.

    A name that begins with ``default:`` is found in the last folder, the
    bundled one, so that a template can extend the one it stands in for. What
    plugins offer through ``spark_jinja`` is added. The templates of a guarded look run in
    Jinja2's sandbox: they reach no code, and change nothing.
    """
    from jinja2 import (
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        PrefixLoader,
        StrictUndefined,
    )
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folders = FileSystemLoader(look.template_dirs)
    bundled = FileSystemLoader(look.template_dirs[-1:])
    kind = ImmutableSandboxedEnvironment if look.guarded else Environment
    made = kind(
        loader=ChoiceLoader([PrefixLoader({"default": bundled}, delimiter=":"), folders]),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["kind"] = block_name
    for extend in look.jinja:
        extend(made)
    return made
