"""The words for what the model only has codes for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spark_tools.content.prose import inline
from spark_tools.document.marks import carried_over, within
from spark_tools.document.variables import joined
from spark_tools.i18n import Words
from spark_tools.model import (
    AgendaItem,
    Brief,
    Exercise,
    Form,
    ItemKind,
    Paragraph,
    Role,
    Source,
    Span,
    text,
)


@cache
def form_name(form: Form, words: Words) -> str:
    """Give how people sit and talk, as ``I grupper``."""
    names = {
        Form.ALONE: words("Alone"),
        Form.PAIRS: words("In pairs"),
        Form.GROUPS: words("In groups"),
        Form.PLENARY: words("All together"),
        Form.POSITIONS: words("In positions"),
    }
    return names[form]


def forms_in_order(forms: Iterable[Form], words: Words, groups: str = "") -> str:
    """Give each of *forms* once, in the order they come, as one line.

    *groups* says how many groups of how many, where people sit in groups.
    """
    order = list(dict.fromkeys(forms))
    names = [form_name(form, words) for form in order]
    if groups and Form.GROUPS in order:
        names[order.index(Form.GROUPS)] = groups
    elif groups and not {Form.ALONE, Form.PLENARY}.issuperset(order):
        names.append(groups)
    return ", ".join([*names[:1], *map(inside, names[1:])])


def group_sentence(sizes: Sequence[int], words: Words) -> str:
    """Give the groups as ``2 grupper (3 og 2)`` or ``12 grupper med 4–5``; one needs no word."""
    if len(sizes) < 2:
        return ""
    number = words("{groups} groups", groups=len(sizes))
    least, most = min(sizes), max(sizes)
    if least == most:
        return words("{groups} of {people}", groups=number, people=most)
    if len(sizes) < 4:
        return f"{number} ({joined([str(size) for size in sizes], words)})"
    return words("{groups} of {people}", groups=number, people=f"{least}–{most}")


def capital(words: str) -> str:
    """Give *words* as they stand first on a line."""
    return within(lambda line: line[:1].upper() + line[1:], words)


def inside(words: str) -> str:
    """Give *words* as they stand inside a sentence; ``A3-ark`` and ``MED`` keep their capitals."""
    return within(_inside, words)


def _inside(words: str) -> str:
    abbreviated = words[1:2].isupper() or words[1:2].isdigit()
    return words if abbreviated else words[:1].lower() + words[1:]


def quoted(title: str, words: Words) -> str:
    """Give a sheet's title so that it is seen to be one."""
    return words("“{title}”", title=title)


def item_title(item: AgendaItem, words: Words) -> str:
    """Give what an agenda calls the item; the second part of an exercise is continued."""
    if item.exercise is None:
        return pause_name(item.kind, words)
    if item.part > 1:
        return words("{title} (continued)", title=item.exercise.title)
    return item.exercise.title


def pause_name(kind: ItemKind, words: Words) -> str:
    """Give the name of what is not an exercise: a break, lunch, or spare time."""
    names = {
        ItemKind.BREAK: words("Break"),
        ItemKind.LUNCH: words("Lunch"),
        ItemKind.BUFFER: words("Spare time"),
    }
    return names[kind]


def responsible(exercise: Exercise, words: Words) -> str:
    """Give who leads the exercise; the consultant when nobody is named."""
    return exercise.responsible or words("Consultant")


def source_line(source: Source, words: Words) -> Paragraph:
    """Give where something comes from in small type; the site's name is the link to it."""
    before, after = words("Source: {text}", text="\n").split("\n")
    spans = [Span(before), *carried_over(source.text, inline), *text(after)]
    if source.url:
        site = source.url.split("://")[-1].split("/")[0].removeprefix("www.")
        spans += [Span(" "), Span(site, link=source.url)]
    return Paragraph(tuple(spans), Role.SOURCE)


def people_sentence(brief: Brief, words: Words) -> str:
    """Give how many take part, and from how many committees when there are several."""
    people = words.count("{n} person", "{n} people", brief.participants)
    if brief.committees < 2:
        return people
    committees = words.count("{n} committee", "{n} committees", brief.committees)
    return words("{people} from {committees}", people=people, committees=committees)
