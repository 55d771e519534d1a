"""Pages of running text: about the site, confidentiality, accessibility, and the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spark_tools.content.library import AnyThing
from spark_tools.i18n import Words, words
from spark_tools.plugin.looks import HOUSE
from spark_tools.web.glossary import GLOSSARY, Term, in_order, read_glossary
from spark_tools.web.origins import origins
from spark_tools.web.page import Page
from spark_tools.web.toolbox import Toolbox


def text_pages(toolbox: Toolbox, language: str) -> Iterator[Page]:
    """Give the pages of running text in *language*.

    Raises:
        FaultError: the glossary is faulty.
    """
    _ = words("web", language)
    yield _glossary_page(toolbox, language)
    yield _page(
        "about", _("About these pages"), language, origins=origins(toolbox.library, language)
    )
    yield _page("privacy", _("Confidentiality"), language)
    yield _page("accessibility", _("Accessibility"), language)


def _page(path: str, title: str, language: str, **shows: object) -> Page:
    return Page(path, language, title, "text", {"name": path, **shows}, part=path)


def _glossary_page(toolbox: Toolbox, language: str) -> Page:
    _ = words("web", language)
    terms = in_order(read_glossary(toolbox.looks[HOUSE].find(GLOSSARY)), language)
    return Page(
        path="glossary",
        language=language,
        title=_("Glossary"),
        template="glossary",
        shows={
            "terms": [(term, term.entries[language]) for term in terms],
            "letters": _letters(terms, language),
            "names": {term.id: term.entries[language].name for term in terms},
            "leads": {term.id: tuple(_leads(toolbox, term, _)) for term in terms},
        },
        description=_("Words that you meet in TRIO and MED, in short."),
    )


def _letters(terms: Iterable[Term], language: str) -> Mapping[str, str]:
    """Give the letters that *terms* begin with, each with the id of its first term."""
    letters: dict[str, str] = {}
    for term in terms:
        letters.setdefault(term.entries[language].name[0].upper(), term.id)
    return letters


def _leads(toolbox: Toolbox, term: Term, _: Words) -> Iterator[tuple[str, str, AnyThing]]:
    """Give the kind, the path and the thing of all that *term* goes with and is there."""
    library = toolbox.library
    kinds: Iterable[tuple[str, str, tuple[str, ...], Iterable[AnyThing]]] = (
        (_("Exercise:"), "exercises", term.exercises, library.exercises),
        (_("Theme:"), "themes", term.themes, library.themes),
        (_("Course:"), "course-types", term.course_types, library.course_types),
    )
    for kind, folder, ids, things in kinds:
        for thing in things:
            if thing.id in ids:
                yield kind, f"{folder}/{thing.id}", library.in_language(thing, _.language)
