"""Which style of a house file plays each role, whatever language its author worked in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from spark_tools.model import Role
from spark_tools.render.docx import names
from spark_tools.wordfile.styles import Style, Styles

CALLED: Mapping[str, tuple[str, ...]] = {
    "heading 1": ("overskrift 1",),
    "heading 2": ("overskrift 2",),
    "heading 3": ("overskrift 3",),
    "heading 4": ("overskrift 4",),
    names.BULLET_LIST: (
        "opstilling - punkttegn",
        "opstilling punkttegn",
        "punktopstilling",
        "punktliste",
    ),
    names.NUMBER_LIST: (
        "opstilling - tal eller bogst.",
        "opstilling - talopstilling",
        "talopstilling",
        "nummereret liste",
    ),
    names.PICTURE: ("billede", "figur"),
    names.ROLES[Role.LEAD]: ("manchet", "indledning"),
    names.ROLES[Role.NOTE]: ("bemærkning",),
    names.ROLES[Role.CAUTION]: ("obs", "faktaboks", "advarsel"),
    names.ROLES[Role.FACILITATOR]: ("til konsulenten",),
    names.ROLES[Role.SAY]: ("replik",),
    names.ROLES[Role.LABEL]: ("ledetekst",),
    names.ROLES[Role.EXAMPLE]: ("eksempel",),
    names.ROLES[Role.SOURCE]: ("kilde", "kildeangivelse"),
    names.FIELD: ("felt",),
    names.FIELD_LABEL: ("feltnavn",),
    names.FIELD_PROMPT: ("felthjælp",),
    names.PLACEHOLDER: ("pladsholdertekst",),
    names.LINK: ("link",),
    names.TABLE_TEXT: ("tabeltekst",),
    names.TABLE_HEADING: ("tabeloverskrift",),
    names.TABLE_TIME: ("tabeltid",),
    names.TABLE_PAUSE: ("tabelpause",),
    names.TABLE_ROW_LABEL: ("tabelrækkenavn",),
    "Quiet Table": ("rolig tabel",),
    "Agenda Table": ("dagsordentabel",),
    "Facts Table": ("faktatabel",),
    names.WRITING_TABLE: ("skrivetabel",),
}
"""What the style for a role may be called instead, in lower case: Word in Danish keeps the
English names of its own styles, but other programs and people do not."""


@frozen
class Part:
    """A role, and the style of the house file that plays it, if there is one."""

    kind: str
    role: str
    style: Style | None


def find(styles: Styles, kind: str, role: str) -> Style | None:
    """Give the style of that *kind* that plays *role*, under whichever name, or None."""
    found = (styles.by_name(kind, name) for name in (role, *CALLED.get(role, ())))
    return next(filter(None, found), None)


def cast(styles: Styles, lender: Styles) -> Iterator[Part]:
    """Give who among *styles* plays each role that the bundled look, *lender*, has a style for."""
    for kind, role in wanted(lender):
        yield Part(kind, role, find(styles, kind, role))


def wanted(lender: Styles) -> Iterable[tuple[str, str]]:
    """Give the kind and the name of each role: all but the defaults and the page's furniture."""
    return (
        (style.kind, style.name)
        for style in lender
        if not style.default and style.name not in names.FURNITURE
    )
