"""Pictures: SVG templates, checked when they are read and filled in when they are drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from spark_tools.content.variables import NAMES, PLAIN, TAG, no_such_variable
from spark_tools.content.wording import say
from spark_tools.model import VARIABLES

Values = Mapping[str, str | int]

_NUMBERS = ("participants.count", "participants.groups", "participants.largest_group")
_SAMPLE: Values = {name: 4 if name in _NUMBERS else "x" for name in VARIABLES}
_SVG = "http://www.w3.org/2000/svg"
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}


def fill_svg(source: str, values: Values) -> str:
    """Give the SVG with *values* filled in and escaped.

    Raises `jinja2.TemplateError` when the template is mistaken and `KeyError`
    for a variable without a value.
    """
    if not _needs_jinja(source):
        return PLAIN.sub(lambda found: _escaped(values[found[1]]), source)
    from spark_tools.content.picture_template import draw

    return draw(source, _nested(values))


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
        return _drawing_problems(fill_svg(source, _SAMPLE))
    from jinja2 import TemplateSyntaxError

    if unknown := unknown_names(source):
        return unknown
    try:
        drawn = fill_svg(source, _SAMPLE)
    except TemplateSyntaxError as error:
        return [(error.lineno, say("Jinja2 cannot read this: {error}", error=error.message))]
    except Exception as error:  # whatever the template does
        return [(0, say("the picture cannot be drawn: {error}", error=error))]
    problems = _drawing_problems(drawn)
    lines = {message: line for line, message in _drawing_problems(_undrawn(source))}
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


def _drawing_problems(svg: str) -> list[tuple[int, str]]:
    problems = list[tuple[int, str]]()
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(message: str) -> None:
        problems.append((parser.CurrentLineNumber, message))

    def doctype(*_: object) -> None:
        refuse(say("a picture has no DOCTYPE"))

    def element(name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if parser.CurrentByteIndex == first[0] and (space, tag) != (_SVG, "svg"):
            refuse(say('the outermost element is not <svg xmlns="{space}">', space=_SVG))
        if tag in ("script", "foreignObject"):
            refuse(say("<{tag}> is not supported in a picture", tag=tag))
        for key, value in attributes.items():
            local = key.rpartition(" ")[2]
            if local == "href" and not value.startswith(("#", "data:image/")):
                refuse(say("a picture cannot refer to {target}", target=value))
            if local.startswith("on"):
                refuse(say("{key} is not supported in a picture", key=local))

    first = [-1]

    def first_element(name: str, attributes: dict[str, str]) -> None:
        first[0] = parser.CurrentByteIndex
        parser.StartElementHandler = element
        element(name, attributes)

    parser.StartElementHandler = first_element
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        problems.append((error.lineno, say("this is not well-formed XML: {why}", why=reason)))
    return problems
