"""Links: their words say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import LINK_PURPOSE
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote, shortened
from spark_tools.accessibility.wording import _, say
from spark_tools.wordfile.markup import W

if TYPE_CHECKING:
    from spark_tools.accessibility.content import Link, Paragraph
    from spark_tools.accessibility.opened import Opened

_ADDRESS = re.compile(r"(https?://|ftp://|www\.)\S+|\S+\.(dk|com|org|net|eu)/\S*", re.IGNORECASE)
_SAYS_NOTHING = """
    her; klik her; tryk her; se her; se mere; læs mere; læs mere her; mere; link; linket;
    dette link; herfra; hent; hent her; download; åbn; gå til; følg linket; følg dette link;
    siden; dokument;
    dokumentet; pdf; mere info; info; hjemmeside; hjemmesiden; url; here; click here; click; this;
    this link; read more; read more here; more; see more; see here; learn more; more info; details;
    go; open; follow this link; page; this page; website
"""
_VAGUE = frozenset(" ".join(words.split()) for words in _SAYS_NOTHING.split(";"))
_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym")
_EDGES = " \t\n\u00a0.,:;!?»«“”\"'()[]<>›→…"


def _links(document: Opened) -> Iterator[tuple[Paragraph, Link, str]]:
    """Give each link with its paragraph and its words."""
    for paragraph in document.paragraphs:
        for link, runs in groupby(paragraph.runs, key=lambda run: run.link):
            if link is not None:
                yield paragraph, link, "".join(run.text for run in runs)


def _bare(document: Opened) -> Iterator[Found]:
    for paragraph, link, text in _links(document):
        if _ADDRESS.fullmatch(text.strip(_EDGES)):
            said = say("The words of the link are its address: {text}.", text=quote(text))
            yield said, paragraph.where(_called(text, link))


def _vague(document: Opened) -> Iterator[Found]:
    for paragraph, link, text in _links(document):
        words = " ".join(text.lower().split()).strip(_EDGES)
        if words in _VAGUE:
            said = say(
                "The words of the link, {text}, do not say where it leads.", text=quote(text)
            )
            yield said, paragraph.where(_called(text, link))


def _empty(document: Opened) -> Iterator[Found]:
    for paragraph in document.paragraphs:
        for link in paragraph.element.iter(f"{W}hyperlink"):
            words = "".join(each.text or "" for each in link.iter(f"{W}t"))
            if not words.strip(_EDGES) and next(link.iter(*_SHOWN), None) is None:
                yield say("A link has no words."), paragraph.where()


def _called(text: str, link: Link) -> str:
    if link.address:
        return say("link to {address}", address=shortened(link.address, 60))
    return say("link {text}", text=quote(text))


RULES = (
    Rule(
        "link-bare",
        LINK_PURPOSE,
        _("No link has its address as its words."),
        _("In Word: right-click the link › Edit Hyperlink, and write what it leads to."),
        _bare,
    ),
    Rule(
        "link-vague",
        LINK_PURPOSE,
        _("The words of a link say where it leads: not “here”, not “read more”."),
        _("In Word: right-click the link › Edit Hyperlink, and write what it leads to."),
        _vague,
    ),
    Rule(
        "link-empty",
        LINK_PURPOSE,
        _("Every link has words."),
        _("In Word: right-click the link › Remove Hyperlink, or write what it leads to."),
        _empty,
    ),
)
