"""What `spark check` found, for a person and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from spark_tools.i18n import messages
from spark_tools.model.fault import on_one_line

if TYPE_CHECKING:
    from spark_tools.accessibility import Flaw
    from spark_tools.cli.checking import Checked, Report

FORMAT = 1
"""The number of the JSON's shape: raised when something in it changes its meaning."""

MOST_PLACES = 5
"""How many places a person is told of where the same is wrong; the JSON has them all."""


def tell(report: Report) -> None:
    """Write the flaws of each document that has any, rule by rule, and how many there are."""
    _ = messages("cli")
    flawed = [each for each in report.documents if each.flaws]
    for each in flawed:
        _tell_document(each)
    if flawed:
        flaws = sum(len(each.flaws) for each in flawed)
        found = _.count("{n} flaw", "{n} flaws", flaws)
        files = _.count("{n} file", "{n} files", len(flawed))
        checked = len(report.documents)
        click.echo(
            _("{flaws} in {files}; {checked} checked.", flaws=found, files=files, checked=checked)
        )


def _tell_document(document: Checked) -> None:
    _ = messages("cli")
    count = _.count("{n} flaw", "{n} flaws", len(document.flaws))
    click.secho(f"{on_one_line(str(document.path))}: {count}", bold=True)
    tell_flaws(document.flaws)
    click.echo()


def tell_flaws(flaws: Iterable[Flaw]) -> None:
    """Write *flaws*, those of one rule together."""
    _ = messages("cli")
    for rule, same in groupby(flaws, key=lambda flaw: flaw.rule):
        together = list(same)
        places: dict[str, list[str]] = {}
        for flaw in together:
            places.setdefault(flaw.what, []).append(flaw.where)
        click.echo(f"  {rule} ({together[0].clause})")
        for what, where in places.items():
            click.echo(f"    - {on_one_line(what)}")
            for place in where[:MOST_PLACES]:
                click.echo(f"      {on_one_line(place)}")
            if (more := len(where) - MOST_PLACES) > 0:
                click.echo("      " + _.count("and {n} place more", "and {n} places more", more))
        click.echo("    " + _("Mend it: {remedy}", remedy=together[0].remedy))


def report_as_json(report: Report) -> dict[str, Any]:
    """Give *report* as what JSON can hold."""
    return {
        "format": FORMAT,
        "passed": report.passed,
        "checked": report.checked,
        "faults": [
            {"file": fault.file, "line": fault.line, "message": fault.message}
            for fault in report.faults
        ],
        "documents": [
            {"file": str(each.path), "flaws": [flaw_as_json(flaw) for flaw in each.flaws]}
            for each in report.documents
        ],
    }


def flaw_as_json(flaw: Flaw) -> dict[str, Any]:
    """Give *flaw* as what JSON can hold."""
    return {
        "rule": flaw.rule,
        "clause": {
            "en_301_549": flaw.clause.en_301_549,
            "wcag": flaw.clause.wcag,
            "good_practice": flaw.clause.beyond,
        },
        "what": flaw.what,
        "where": flaw.where,
        "remedy": flaw.remedy,
    }
