"""What must be right in the file itself for Word and screen readers to agree on what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spark_tools.accessibility.clauses import PARSING, RELATIONSHIPS, beyond
from spark_tools.accessibility.flaw import Found, Rule
from spark_tools.accessibility.place import quote, whole_document
from spark_tools.accessibility.wording import _, say
from spark_tools.wordfile.markup import COMPATIBILITY, WORD_2010, W

if TYPE_CHECKING:
    from spark_tools.accessibility.opened import Opened

_IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
_CHECK_BOX = f"{{{WORD_2010}}}checkbox"


def _undeclared(document: Opened) -> Iterator[Found]:
    for story, root in document.stories:
        ignorable = root.get(_IGNORABLE, "").split()
        where = whole_document() if story.is_body else story.called()
        for prefix in dict.fromkeys(ignorable):
            if prefix not in root.nsmap:
                said = say(
                    "The file says to pass over {prefix}, which it does not declare.", prefix=prefix
                )
                yield said, where
        newer = next(root.iter(_CHECK_BOX), None)
        if newer is not None and WORD_2010 not in {root.nsmap.get(each) for each in ignorable}:
            yield (
                say("The file uses w14 without saying that older programs may pass over it."),
                where,
            )


def _unknown_styles(document: Opened) -> Iterator[Found]:
    reported: set[str] = set()
    for paragraph in document.paragraphs:
        for each in paragraph.element.iter(f"{W}pStyle", f"{W}rStyle"):
            name = each.get(f"{W}val", "")
            if document.styles.get(name) is None and name not in reported:
                reported.add(name)
                yield (
                    say("The style {name} is not in the file.", name=quote(name)),
                    (paragraph.where()),
                )
    for table in document.tables:
        for each in table.element.iterfind(f"{W}tblPr/{W}tblStyle"):
            name = each.get(f"{W}val", "")
            if document.styles.get(name) is None and name not in reported:
                reported.add(name)
                yield say("The style {name} is not in the file.", name=quote(name)), table.where()


RULES = (
    Rule(
        "namespace-undeclared",
        PARSING,
        _("The file declares every addition to Word’s format that it uses."),
        _(
            "Open the file in LibreOffice or Word and save it anew; if both refuse it, make it"
            " anew."
        ),
        _undeclared,
    ),
    Rule(
        "style-unknown",
        beyond(RELATIONSHIPS),
        _("Every style that the text asks for is in the file."),
        _("In Word: select the text and choose a style anew under Home › Styles."),
        _unknown_styles,
    ),
)
