"""What a drawn picture may hold: SVG that runs nothing and refers to nothing outside itself."""

from __future__ import annotations

import re
from xml.parsers import expat

from spark_tools.content.wording import say

_SVG = "http://www.w3.org/2000/svg"
_OWN = ("#", "data:image/")
_PAINTS = frozenset({
    *("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"),
    *("marker", "marker-start", "marker-mid", "marker-end", "from", "to", "by", "values"),
})  # fmt: skip
"""The attributes that may name something to draw with; in the others any words may stand."""

_OUTSIDE = re.compile(
    r"""(?: url\( (?! \s* ["']? \s* (?: \# | data:image/ ) ) | @import | image-set\( | \\ )
    .{,60}""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def drawing_problems(svg: str) -> list[tuple[int, str]]:
    """Give what is wrong with a drawn picture, as (line, message)."""
    problems = list[tuple[int, str]]()
    parser = expat.ParserCreate(namespace_separator=" ")
    style: list[str] | None = None

    def refuse(message: str) -> None:
        problems.append((parser.CurrentLineNumber, message))

    def refuse_target(target: str) -> None:
        refuse(say("a picture cannot refer to {target}", target=target))

    def doctype(*_: object) -> None:
        refuse(say("a picture has no DOCTYPE"))

    def element(name: str, attributes: dict[str, str]) -> None:
        nonlocal style
        space, _, tag = name.rpartition(" ")
        if parser.CurrentByteIndex == first[0] and (space, tag) != (_SVG, "svg"):
            refuse(say('the outermost element is not <svg xmlns="{space}">', space=_SVG))
        if tag in ("script", "foreignObject"):
            refuse(say("<{tag}> is not supported in a picture", tag=tag))
        if tag == "style":
            style = []
        for key, value in attributes.items():
            attribute(key.rpartition(" ")[2], value)

    def attribute(key: str, value: str) -> None:
        if key in ("href", "src") and not value.startswith(_OWN):
            refuse_target(value)
        elif key in _PAINTS and (found := _OUTSIDE.search(value)):
            refuse_target(found[0])
        if key.startswith("on"):
            refuse(say("{key} is not supported in a picture", key=key))
        if key == "attributeName" and value.rpartition(":")[2].strip() == "href":
            refuse(say("{key} is not supported in a picture", key=f'{key}="{value}"'))

    def words(text: str) -> None:
        if style is not None:
            style.append(text)

    def end(name: str) -> None:
        nonlocal style
        if style is not None and (found := _OUTSIDE.search("".join(style))):
            refuse_target(found[0])
        if name.rpartition(" ")[2] == "style":
            style = None

    first = [-1]

    def first_element(name: str, attributes: dict[str, str]) -> None:
        first[0] = parser.CurrentByteIndex
        parser.StartElementHandler = element
        element(name, attributes)

    parser.StartElementHandler = first_element
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(svg, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        problems.append((error.lineno, say("this is not well-formed XML: {why}", why=reason)))
    return problems
