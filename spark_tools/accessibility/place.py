"""Where in a document something stands, as a person finds it again in Word."""

from __future__ import annotations

import posixpath

from attrs import frozen

from spark_tools.accessibility.wording import say

_LONGEST_HEADING = 60
_LONGEST_QUOTE = 40


@frozen(eq=False)
class Story:
    """A text that runs by itself: the body, or a header or footer.

    ``kind`` is ``body``, ``header`` or ``footer``, ``part`` its part's name, and
    ``first_page`` says that it is only on a section's first page.
    """

    kind: str
    part: str
    first_page: bool = False

    @property
    def is_body(self) -> bool:
        """Whether it is the body."""
        return self.kind == "body"

    def called(self) -> str:
        """Give what a person calls it."""
        name = posixpath.basename(self.part)
        if self.kind == "header":
            return say("header ({part})", part=name)
        return say("footer ({part})", part=name)


def in_properties() -> str:
    """Say that it is the document's properties."""
    return say("the document’s properties")


def in_settings() -> str:
    """Say that it is the document's settings."""
    return say("the document’s settings")


def in_styles(name: str) -> str:
    """Say that it is the style called *name*."""
    return say("the style “{name}”", name=name)


def whole_document() -> str:
    """Say that it is the document as a whole."""
    return say("the whole document")


def described(story: Story, path: tuple[str, ...], *steps: str) -> str:
    """Say where: the story unless it is the body, the headings above, and the *steps* below."""
    if not story.is_body:
        above = story.called()
    elif path:
        above = " › ".join(shortened(heading, _LONGEST_HEADING) for heading in path)
    else:
        above = say("before the first heading")
    return ", ".join((above, *steps))


def quote(text: str) -> str:
    """Give the beginning of *text* in quotation marks."""
    return say("“{text}”", text=shortened(text, _LONGEST_QUOTE))


def shortened(text: str, longest: int) -> str:
    """Give *text* on one line, cut at *longest* characters."""
    text = " ".join(text[: 4 * longest].split())
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
