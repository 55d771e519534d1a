"""CommonMark to blocks, with everything that is not supported named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from spark_tools.content.language_mark import LANGUAGE, TAG
from spark_tools.content.problem import Problem
from spark_tools.content.variables import pieces
from spark_tools.content.wording import say
from spark_tools.model import ListBlock, Paragraph, Span, Text, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Without "reference" a paragraph such as "[NB]: husk nøglen" is not swallowed.
    return MarkdownIt("commonmark").enable("table").disable("reference")


def parse_line(source: str) -> tuple[Text, list[Problem]]:
    """Give the spans of one protected line, and what it may not hold."""
    spans = _Spans()
    for token in _parser().parseInline(source):
        spans.read(token.children or [])
    return spans.text, spans.problems


def parse_prose(source: str) -> tuple[tuple[Paragraph | ListBlock, ...], list[Problem]]:
    """Give the blocks of protected prose, and what it may not hold.

    What is not supported becomes paragraphs of plain text, so that no word is lost.
    """
    walk = _Walk(source)
    for token in _parser().parse(source):
        walk.read(token)
    return tuple(walk.blocks), walk.problems


class _Walk:
    def __init__(self, source: str) -> None:
        self.blocks: list[Paragraph | ListBlock] = []
        self.problems: list[Problem] = []
        self._lines = source.split("\n")
        self._items: list[list[Text]] = []
        self._depth = 0

    def read(self, token: Token) -> None:
        """Take one token of the block level."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "bullet_list_close" | "ordered_list_close":
                self._close_list(token)
            case "list_item_open":
                self._items.append([])
            case "list_item_close":
                self._close_item(token)
            case "inline":
                self._add(self._spans(token))
            case "code_block" | "fence" | "html_block":
                self._unsupported(token)
                self._add(text(token.content.strip()))
            case "heading_open" | "blockquote_open" | "hr" | "table_open":
                self._unsupported(token)
            case _:
                pass

    def _add(self, spans: Text) -> None:
        if self._depth:
            self._items[-1].append(spans)
        else:
            self.blocks.append(Paragraph(spans))

    def _spans(self, token: Token) -> Text:
        spans = _Spans()
        spans.read(token.children or [])
        self.problems += spans.problems
        return spans.text

    def _open_list(self, token: Token) -> None:
        self._depth += 1
        if self._depth == 2:
            self._problem(token, say("a list inside a list is not supported"))
        if self._depth == 1:
            self._items = []
        if token.attrs.get("start", 1) != 1:
            self._problem(token, say("a numbered list starts with 1"))

    def _close_list(self, token: Token) -> None:
        self._depth -= 1
        if not self._depth:
            items = tuple(_joined(item) for item in self._items)
            self.blocks.append(ListBlock(items, token.type == "ordered_list_close"))

    def _close_item(self, token: Token) -> None:
        if self._depth == 1 and not self._items[-1]:
            self._problem(token, say("an item of a list is empty"))
        if self._depth == 1 and len(self._items[-1]) > 1:
            self._problem(token, say("an item of a list is one paragraph"))

    def _unsupported(self, token: Token) -> None:
        names = {
            "code_block": say("a line indented by four spaces or more is not supported"),
            "fence": say("code is not supported"),
            "html_block": say("HTML is not supported"),
            "heading_open": say("a heading is not supported here; use bold or a paragraph"),
            "blockquote_open": say("a quote (>) is not supported"),
            "hr": say("a line across (---) is not supported"),
            "table_open": say("a table is not supported in prose"),
        }
        self._problem(token, names[token.type])

    def _problem(self, token: Token, message: str) -> None:
        word = self._lines[token.map[0]].strip() if token.map else ""
        self.problems.append(Problem(message, word))


def _joined(paragraphs: list[Text]) -> Text:
    spans: list[Span] = []
    for paragraph in paragraphs:
        spans += [Span(" "), *paragraph] if spans else paragraph
    return tuple(spans)


class _Spans:
    """Reads inline tokens into spans; neighbours that look alike become one."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._found: list[Span] = []
        self._look = Span("")

    @property
    def text(self) -> Text:
        return tuple(self._found)

    def read(self, tokens: Sequence[Token]) -> None:
        """Take the children of an inline token."""
        for token in tokens:
            match token.type:
                case "strong_open" | "strong_close":
                    self._look = evolve(self._look, strong=token.type == "strong_open")
                case "em_open" | "em_close":
                    self._look = evolve(self._look, emphasis=token.type == "em_open")
                case "link_open":
                    self._open_link(str(token.attrs.get("href", "")))
                case "link_close":
                    self._look = evolve(self._look, link="", language="")
                case "text":
                    self._add(token.content)
                case "softbreak":
                    self._add(" ")
                case "hardbreak":
                    self._add(" ")
                    self._problem(say("a line break inside a paragraph is not supported"), "")
                case "code_inline":
                    self._add(token.content)
                    self._problem(say("code (`) is not supported"), token.content)
                case "image":
                    self._add(token.content)
                    self._problem(say("a picture goes in a handout's blocks"), token.content)
                case "html_inline":
                    self._add(token.content)
                    self._problem(say("HTML is not supported"), token.content)
                case _:
                    pass

    def _problem(self, message: str, word: str) -> None:
        self.problems.append(Problem(message, word))

    def _open_link(self, target: str) -> None:
        if target.lower().startswith(LANGUAGE):
            self._open_language(target)
            return
        self._look = evolve(self._look, link=target)
        if not target:
            self._problem(say("a link has no address"), "]()")
        elif "%EF%B7%9" in target:
            self._problem(say("a variable cannot stand in a link's address"), "](")

    def _open_language(self, target: str) -> None:
        tag = target[len(LANGUAGE) :]
        if target.startswith(LANGUAGE) and TAG.fullmatch(tag):
            self._look = evolve(self._look, language=tag)
            return
        said = say(
            '"{target}" names no language; it is written like lang:en, lang:de or lang:en-GB',
            target=target,
        )
        self._problem(said, f"]({target}")

    def _add(self, characters: str) -> None:
        for words, variable in pieces(characters):
            span = evolve(self._look, text=words, variable=variable)
            last = self._found[-1] if self._found else None
            if last and not variable and evolve(last, text=words) == span:
                self._found[-1] = evolve(last, text=last.text + words)
            else:
                self._found.append(span)
