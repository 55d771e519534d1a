"""The few words that are ours, in Danish and English."""

from __future__ import annotations

from attrs import frozen


@frozen
class Words:
    """Words with room for what is filled in, in braces."""

    footer: str
    resume: str
    more: str
    minutes: str
    for_you: str
    say: str
    paper: str
    done: str
    no_template: str
    no_places: str


WORDS = {
    "da": Words(
        footer="{workplace} · møde {number}",
        resume="Vi begynder igen kl. {time}.",
        more="… og {n} trin mere",
        minutes="{n} min",
        for_you="Til dig:",
        say="Sig: »{line}«",
        paper="På papir:",
        done="I er færdige, når:",
        no_template="{file} er ikke en PowerPoint-fil (.pptx)",
        no_places="{file}: layoutet “{layout}” mangler pladsholder {numbers}",
    ),
    "en": Words(
        footer="{workplace} · meeting {number}",
        resume="We go on at {time}.",
        more="… and {n} more steps",
        minutes="{n} min",
        for_you="For you:",
        say="Say: “{line}”",
        paper="On paper:",
        done="Done when:",
        no_template="{file} is not a PowerPoint file (.pptx)",
        no_places="{file}: the layout “{layout}” lacks placeholder {numbers}",
    ),
}
