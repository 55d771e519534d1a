"""What `spark check --house` says of an organisation's own Word file, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from spark_tools.cli.check_report import flaw_as_json, tell_flaws
from spark_tools.i18n import messages

if TYPE_CHECKING:
    from spark_tools.accessibility.house import HouseReport
    from spark_tools.render.docx.house.roles import Part

_BODY = "{{ body }}"


def tell_house(name: str, report: HouseReport) -> None:
    """Write which roles the file called *name* plays, what is borrowed, and what to mind."""
    _ = messages("cli")
    look = report.palette
    click.secho(name, bold=True)
    colours = _("headings #{accent}, grounds #{tint}", accent=look.accent, tint=look.tint)
    size = f"{look.size / 2:g}"
    _line(_("Text: {font} {size} pt; {colours}", font=report.font, size=size, colours=colours))
    at_the_end = _("at the end; write {mark} in a paragraph to choose another", mark=_BODY)
    _line(_("Place for the text: {place}", place=_BODY if report.marked else at_the_end))
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
            "Borrowed from the bundled look, in your font and colours; to have your own, add a "
            "style of that name:"
        )
    )
    for kind, title in _kinds().items():
        if names := [part.role for part in borrowed if part.kind == kind]:
            _line(f"  {title}: {', '.join(names)}")


def _line(words: str) -> None:
    click.echo(f"  {words}")


def _kinds() -> dict[str, str]:
    _ = messages("cli")
    return {
        "paragraph": _("paragraph styles"),
        "character": _("character styles"),
        "table": _("table styles"),
    }


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
