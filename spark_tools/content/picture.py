"""Pictures: SVG templates, checked when they are read and filled in when they are drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spark_tools.content.drawn_picture import drawing_problems
from spark_tools.content.variables import NAMES, PLAIN, TAG, no_such_variable
from spark_tools.content.wording import say
from spark_tools.model import VARIABLES, Fault, FaultError

Values = Mapping[str, str | int]

_NUMBERS = ("participants.count", "participants.groups", "participants.largest_group")
_SAMPLE: Values = {name: 4 if name in _NUMBERS else "x" for name in VARIABLES}
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


def fill_svg(source: str, values: Values) -> str:
    """Give the SVG with *values* filled in and escaped.

    What a template with more than variables in it becomes is checked each time.

    Raises:
        KeyError: a variable has no value.
        FaultError: the template breaks, or what it becomes is no picture that may be drawn.
    """
    if not _needs_jinja(source):
        return PLAIN.sub(lambda found: _escaped(values[found[1]]), source)
    try:
        drawn = _drawn(source, values)
    except Exception as error:  # whatever the template does
        raise FaultError([Fault(_broken(error))]) from error
    if problems := drawing_problems(drawn):
        raise FaultError(Fault(_broken(message)) for _, message in problems)
    return drawn


def _drawn(source: str, values: Values) -> str:
    from spark_tools.content.picture_template import draw

    return draw(source, _nested(values))


def _broken(why: object) -> str:
    return say("the picture cannot be drawn: {error}", error=why)


def _needs_jinja(source: str) -> bool:
    def blank(found: re.Match[str]) -> str:
        return "." if found[1] in VARIABLES else found[0]

    return TAG.search(PLAIN.sub(blank, source)) is not None


def _escaped(value: str | int) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in str(value))


def _nested(values: Values) -> dict[str, dict[str, str | int]]:
    nested: dict[str, dict[str, str | int]] = {}
    for name, value in values.items():
        group, _, key = name.partition(".")
        nested.setdefault(group, {})[key] = value
    return nested


def svg_problems(source: str) -> list[tuple[int, str]]:
    """Give what is wrong with an SVG template, as (line, or 0 when unknown, message)."""
    if not _needs_jinja(source):
        return drawing_problems(fill_svg(source, _SAMPLE))
    from jinja2 import TemplateSyntaxError

    if unknown := unknown_names(source):
        return unknown
    try:
        drawn = _drawn(source, _SAMPLE)
    except TemplateSyntaxError as error:
        return [(error.lineno, say("Jinja2 cannot read this: {error}", error=error.message))]
    except Exception as error:  # whatever the template does
        return [(0, _broken(error))]
    problems = drawing_problems(drawn)
    lines = {message: line for line, message in drawing_problems(_undrawn(source))}
    return [(lines.get(message, 0), message) for _, message in problems]


def _undrawn(source: str) -> str:
    """Give the template without its tags, so that a fault in it has the template's line."""
    return _TAGS.sub(lambda tag: "1" * tag[0].startswith("{{") + "\n" * tag[0].count("\n"), source)


def unknown_names(source: str) -> list[tuple[int, str]]:
    """Give what an SVG template names in vain, as (line, message)."""
    from jinja2 import TemplateSyntaxError, meta, nodes

    from spark_tools.content.picture_template import parsed

    try:
        tree = parsed(source)
    except TemplateSyntaxError:
        return []
    groups = {name.partition(".")[0] for name in NAMES}
    loose = meta.find_undeclared_variables(tree) - groups - {"range"}
    found = [(node.lineno, node.name) for node in tree.find_all(nodes.Name) if node.name in loose]
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name in groups:
            dotted = f"{node.node.name}.{node.attr}"
            found += [] if dotted in VARIABLES else [(node.lineno, dotted)]
    return [(line, no_such_variable(name)) for line, name in dict.fromkeys(found)]
