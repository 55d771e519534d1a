"""``{{ … }}`` in texts: which variables there are, and which ones are mistaken."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from spark_tools.content.problem import Problem, did_you_mean
from spark_tools.content.wording import say
from spark_tools.model import VARIABLES

if TYPE_CHECKING:
    from jinja2.lexer import Lexer

TAG = re.compile(r"\{[{%#]")
PLAIN = re.compile(r"(?<!\{)\{\{\s*([a-z_]+(?:\.[a-z_]+)*)\s*\}\}")
"""A variable as it is meant to be written."""

NAMES = tuple(VARIABLES)
_PLACEHOLDERS = {name: chr(0xFDD0 + number) for number, name in enumerate(NAMES)}
_PLACEHOLDER = re.compile("([\ufdd0-\ufdef])")


def variable_problems(source: str) -> list[Problem]:
    """Give what is wrong with the variables in *source*, as Jinja2 itself reads them."""
    if "{" not in source or not TAG.search(PLAIN.sub(_blank_known, source)):
        return []
    return _lexed_problems(source)


def _blank_known(found: re.Match[str]) -> str:
    return "." if found[1] in VARIABLES else found[0]


@cache
def _lexer() -> Lexer:
    from jinja2 import Environment
    from jinja2.lexer import get_lexer

    return get_lexer(Environment())


def _lexed_problems(source: str) -> list[Problem]:
    from jinja2 import TemplateSyntaxError

    problems: list[Problem] = []
    tag = ""
    try:
        for _, token, value in _lexer().tokeniter(source, None):
            if token == "data":
                continue
            tag += value
            if token.endswith("_end"):
                problems += _tag_problems(tag)
                tag = ""
    except TemplateSyntaxError:
        tag = tag or source[source.rfind("{") :]
    if tag:
        said = say("{tag} is not closed with {end}", tag=tag[:2], end="}}")
        problems.append(Problem(said, tag.split("\n")[0]))
    return problems


def _tag_problems(tag: str) -> list[Problem]:
    found = PLAIN.fullmatch(tag)
    if found and found[1] in VARIABLES:
        return []
    if found:
        return [Problem(no_such_variable(found[1]), tag)]
    if tag.startswith("{{"):
        said = say("{tag} is not a plain variable such as {{{{ workplace.name }}}}", tag=tag)
    else:
        said = say("{tag} cannot be used in a text", tag=tag)
    return [Problem(said, tag)]


def no_such_variable(name: str) -> str:
    """Say that there is no variable *name*, and what was perhaps meant or else which there are."""
    said = say("there is no variable {{{{ {name} }}}}.", name=name)
    meant = did_you_mean(name, NAMES)
    return said + (meant or " " + say("There is: {names}", names=", ".join(NAMES)))


def protect(source: str) -> str:
    """Replace each known variable by one letter-like character that no text may hold."""
    if "{{" not in source:
        return source
    return PLAIN.sub(lambda found: _PLACEHOLDERS.get(found[1], found[0]), source)


def pieces(protected: str) -> list[tuple[str, str]]:
    """Cut a protected text into (characters, "") and ("", variable) in order."""
    found = []
    for number, part in enumerate(_PLACEHOLDER.split(protected)):
        if number % 2:
            found.append(("", NAMES[ord(part) - 0xFDD0]))
        elif part:
            found.append((part, ""))
    return found
