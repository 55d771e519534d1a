"""What `spark check --house` says of an organisation's own Word file, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from spark_tools.cli.check_report import flaw_as_json, tell_flaws
from spark_tools.i18n import message_language, messages, number
from spark_tools.render.docx.house.roles import CALLED

if TYPE_CHECKING:
    from spark_tools.accessibility.house import HouseReport
    from spark_tools.render.docx.house.roles import Part

MOST = 60
"""How many letters of a house file's own words are shown."""

_BODY = "{{ body }}"


def tell_house(name: str, report: HouseReport) -> None:
    """Write which roles the file called *name* plays, what is borrowed, and what to mind."""
    _ = messages("cli")
    look = report.palette
    click.secho(name, bold=True)
    colours = _("headings #{accent}, grounds #{tint}", accent=look.accent, tint=look.tint)
    size = number(look.size / 2)
    _line(_("Text: {font} {size} pt; {colours}", font=report.font, size=size, colours=colours))
    at_the_end = _("at the end; write {mark} in a paragraph to choose another", mark=_BODY)
    _line(_("Place for the text: {place}", place=_BODY if report.marked else at_the_end))
    if report.words:
        _line(_("Comes with every document: {words}", words=_quoted(report.words)))
    if report.placeholders:
        filled = ", ".join(f"{{{{ {each} }}}}" for each in report.placeholders)
        _line(_("Filled in at the top and foot: {placeholders}", placeholders=filled))
    _tell_parts(report.parts)
    for warning in report.warnings:
        click.secho("  " + _("Mind: {warning}", warning=warning), fg="yellow")
    if report.flaws:
        _line(_("A document drawn in it has these flaws:"))
        tell_flaws(report.flaws)


def _tell_parts(parts: tuple[Part, ...]) -> None:
    _ = messages("cli")
    found = [part for part in parts if part.style]
    borrowed = [part for part in parts if not part.style]
    _line(_("Roles: {found} of {all} have a style of yours", found=len(found), all=len(parts)))
    for part in found:
        if part.style and part.style.name.lower() != part.role.lower():
            _line(f"  {part.role} ← {part.style.name}")
    if not borrowed:
        return
    _line(
        _(
            "Borrowed from the bundled look, in your font and colours; to have your own, make a "
            "style with one of these names:"
        )
    )
    worth = [part.role for part in borrowed if part.role in CALLED]
    _line(f"  {', '.join(map(_called, worth))}")
    if more := len(borrowed) - len(worth):
        _line(f"  {_.count('and {n} more (--json)', 'and {n} more (--json)', more)}")


def _called(role: str) -> str:
    """Give the name of *role* as a style may be called by the person at the keyboard."""
    return CALLED[role][0].capitalize() if message_language() == "da" else role


def _quoted(words: str) -> str:
    shown = f"{words[:MOST]}…" if len(words) > MOST else words
    return f"»{shown}«" if message_language() == "da" else f"“{shown}”"


def _line(words: str) -> None:
    click.echo(f"  {words}")


def house_as_json(name: str, report: HouseReport) -> dict[str, Any]:
    """Give *report* of the file called *name* as what JSON can hold."""
    return {
        "file": name,
        "text": {
            "font": report.font,
            "half_points": report.palette.size,
            "ink": report.palette.ink,
            "accent": report.palette.accent,
            "tint": report.palette.tint,
        },
        "body": report.marked,
        "words": report.words,
        "placeholders": list(report.placeholders),
        "roles": [
            {
                "kind": part.kind,
                "role": part.role,
                "style": part.style.name if part.style else None,
            }
            for part in report.parts
        ],
        "warnings": list(report.warnings),
        "flaws": [flaw_as_json(flaw) for flaw in report.flaws],
    }
