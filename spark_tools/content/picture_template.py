"""The templates of pictures: Jinja2 with little in it, and an end to everything.

A picture comes from a folder in which nothing is code. So its template can name the variables,
count, compare, choose and repeat, and nothing else; and it can only go on for so long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, cast

from jinja2 import StrictUndefined, Template, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join
from jinja2.sandbox import SandboxedEnvironment

from spark_tools.content.wording import say

ROUNDS = 10_000
"""How many rounds all loops of one picture may take together."""

LARGEST = 1_000_000
"""How many characters a drawn picture may have."""

LONGEST = 10_000
"""How many characters a text may get that is put together in a template."""

GREATEST = 10**12
"""How far from zero a number may be that is reckoned with."""

DECIMALS = 12
"""How many decimals a number may be rounded to."""

FILTERS = frozenset({
    *("abs", "capitalize", "default", "e", "escape", "first", "float", "int", "last", "length"),
    *("list", "lower", "max", "min", "round", "string", "sum", "trim", "upper"),
})  # fmt: skip
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Getattr, nodes.Getitem),
    *(nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
    *(nodes.Neg, nodes.Pos, nodes.Not, nodes.And, nodes.Or, nodes.Call),
)
_OURS = _COUNTED, _JOINED = "_counted", "_joined"


def draw(source: str, values: Mapping[str, Any]) -> str:
    """Give the picture with *values* filled in.

    Raises:
        jinja2.TemplateError: the template is mistaken, uses what a picture cannot, or has no end.
    """
    drawn, length = [], 0
    for part in _template(source).generate({**values, _COUNTED: _Counter(), _JOINED: _joined}):
        length += len(part)
        if length > LARGEST:
            raise TemplateRuntimeError(say("the picture becomes far too large"))
        drawn.append(part)
    return "".join(drawn)


def parsed(source: str) -> nodes.Template:
    """Give the tree of the template.

    Raises:
        jinja2.TemplateSyntaxError: it is mistaken, or uses what a picture cannot.
    """
    tree = _environment().parse(source)
    for node in tree.find_all(nodes.Node):
        if (used := _not_for_pictures(node)) is not None:
            said = say("a picture's template cannot use {name}", name=used)
            raise TemplateSyntaxError(said, node.lineno)
    return tree


def _not_for_pictures(node: nodes.Node) -> str | None:
    match node:
        case nodes.Filter(name="round") if not _rounds_to_few(node):
            return "|round(…)"
        case nodes.Filter():
            return None if node.name in FILTERS else f"|{node.name}"
        case nodes.Call():
            plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
            ranges = isinstance(node.node, nodes.Name) and node.node.name == "range"
            return None if ranges and plain else "(…)"
        case nodes.For():
            return "recursive" if node.recursive else None
        case nodes.Name():
            return node.name if node.name.startswith("__") or node.name in _OURS else None
        case nodes.Getattr():
            return node.attr if node.attr.startswith("_") else None
        case nodes.Operand() | nodes.Helper():
            return None
    return None if isinstance(node, _NODES) else type(node).__name__.lower()


def _rounds_to_few(node: nodes.Filter) -> bool:
    """Whether the filter ``round`` is told in plain figures how many decimals there are to be."""
    precision, *_ = [*node.args, nodes.Const(0)]
    few = isinstance(precision, nodes.Const) and precision.value in range(DECIMALS + 1)
    return few and not (node.kwargs or node.dyn_args or node.dyn_kwargs)


class _Sandbox(SandboxedEnvironment):
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers and join texts, as long as they do not get out of hand."""
        if isinstance(left, int | float) and isinstance(right, int | float):
            _refuse_great(left, right)
            made = super().call_binop(context, operator, left, right)
            _refuse_great(made)
            return made
        if operator == "%":
            raise SecurityError(say("a picture's template cannot use {name}", name='"…" %'))
        if operator == "*" or len(left) + len(right) > LONGEST:
            raise SecurityError(say("a text in the picture becomes far too long"))
        return super().call_binop(context, operator, left, right)


def _refuse_great(*numbers: float) -> None:
    if any(abs(number) > GREATEST for number in numbers):
        raise SecurityError(say("a number in the picture becomes far too great"))


class _Counter:
    """Lets all loops of one picture take so many rounds together."""

    def __init__(self) -> None:
        self.left = ROUNDS

    def __call__(self, things: Iterable[object]) -> Iterator[object]:
        for thing in things:
            self.left -= 1
            if self.left < 0:
                said = say("its loops take more than {most} rounds", most=ROUNDS)
                raise TemplateRuntimeError(said)
            yield thing


def _joined(*parts: object) -> str:
    text = markup_join(parts)
    if len(text) > LONGEST:
        raise SecurityError(say("a text in the picture becomes far too long"))
    return text


@cache
def _environment() -> SandboxedEnvironment:
    return _Sandbox(autoescape=True, undefined=StrictUndefined)


@lru_cache(maxsize=256)
def _template(source: str) -> Template:
    tree = parsed(source)
    for loop in tree.find_all(nodes.For):
        loop.iter = _call(_COUNTED, [cast("nodes.Expr", loop.iter)])
    _replace_joins(tree)
    return _environment().from_string(tree)


def _replace_joins(node: nodes.Node) -> None:
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(node, name, _bounded(value))
        elif isinstance(value, list):
            setattr(node, name, [_bounded(each) for each in value])


def _bounded(value: Any) -> Any:
    if not isinstance(value, nodes.Node):
        return value
    _replace_joins(value)
    return _call(_JOINED, value.nodes) if isinstance(value, nodes.Concat) else value


def _call(name: str, arguments: list[nodes.Expr]) -> nodes.Call:
    call = nodes.Call(nodes.Name(name, "load"), arguments, [], None, None)
    call.set_lineno(arguments[0].lineno)
    return call
