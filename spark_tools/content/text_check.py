"""What is wrong with a text; a cheap look decides whether it must be parsed to know."""

from __future__ import annotations

import re

from spark_tools.content.language_mark import DOUBTFUL
from spark_tools.content.problem import Problem, unusable
from spark_tools.content.variables import TAG, protect, variable_problems
from spark_tools.content.wording import say

# Whatever these do not match has no fault, as the property tests hold; what they
# match is parsed in full, which takes a parser that is slow to load.
_DOUBTFUL_LINE = re.compile(rf"[`<]|!\[|\]\(\s*[)<]|{DOUBTFUL}|\n\s*\n|(?:  |\\)\n")
_DOUBTFUL_PROSE = re.compile(
    DOUBTFUL
    + r"""
    | [`<] | !\[ | \]\(\s*[)<]
    | (?:[ ]{2}|\\|\t)$                      # a line break that is hardly seen
    | ^[ ]*[>#~|:=]                          # quote, heading, code, table
    | ^(?:\ {4}|\ *\t)                       # code by indentation
    | ^[ ]+(?:[-+*]|\d+[.)])(?:\s|$)         # a list inside a list
    | ^(?:[-+*]|\d+[.)])(?:\s*$|\s\s|\t)     # an empty item, or code in one
    | ^(?:[-+*]|\d+[.)])\s(?:[>\#~|:=]|(?:[-+*]|\d+[.)])(?:\s|$))
    | ^(?:[-+*]|\d+[.)])\s[-_*][-_*\s]*$
    | ^[ ]*[-_*=+:|][-_*=+:|\s]*$            # a line across, an underlined heading
    | ^\s*\n[ ]+\S                           # a second paragraph in an item
    | ^(?!1[.)])\d+[.)](?:\s|$)              # a list that may start with 2
    """,
    re.VERBOSE | re.MULTILINE,
)

_NUMBERED = re.compile(r"^1([.)]) .*(?:\n(?:\d+\1 |[ ]{2,3}\S).*)+", re.MULTILINE)
_NUMBER = re.compile(r"^\d+", re.MULTILINE)


def _renumbered(run: re.Match[str]) -> str:
    return _NUMBER.sub("1", run[0])


def one_line_problems(letters: str) -> list[Problem]:
    """Check a text that is printed letter by letter: nothing but that it is one line."""
    problems = unusable(letters)
    if "\n" in letters.strip():
        problems.append(Problem(say("this text must be one line")))
    return problems


def words_problems(words: str) -> list[Problem]:
    """Check plain words: one line, without variables."""
    problems = one_line_problems(words)
    if tag := TAG.search(words):
        said = say("{tag} … is not filled in here, only in prose and lines", tag=tag[0])
        problems.append(Problem(said, tag[0]))
    return problems


def phrase_problems(phrase: str) -> list[Problem]:
    """Check a phrase: a line with inline marks and without variables."""
    return words_problems(phrase) or line_problems(phrase)


def line_problems(line: str) -> list[Problem]:
    """Check a line: one paragraph with inline marks and variables."""
    if problems := unusable(line) or variable_problems(line):
        return problems
    source = line.strip()
    if not _DOUBTFUL_LINE.search(source) and not ("](" in source and "{{" in source):
        return []
    from spark_tools.content.markdown import parse_line

    problems = parse_line(protect(source))[1]
    if re.search(r"\n\s*\n", source):
        problems.append(Problem(say("this text must be one paragraph")))
    return problems


def prose_problems(prose: str) -> list[Problem]:
    """Check prose: paragraphs, flat lists, strong, emphasis, links and variables."""
    if problems := unusable(prose) or variable_problems(prose):
        return problems
    source = prose.strip("\n")
    doubtful = _DOUBTFUL_PROSE.search(_NUMBERED.sub(_renumbered, source))
    if not doubtful and not ("](" in source and "{{" in source):
        return []
    from spark_tools.content.markdown import parse_prose

    return parse_prose(protect(source))[1]
