"""Pages: what one shows, and how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from spark_tools._version import __version__
from spark_tools.i18n import LANGUAGES, Words, words
from spark_tools.model import Look
from spark_tools.render.environment import environment
from spark_tools.web.assets import Asset, make_assets
from spark_tools.web.filters import FILTERS
from spark_tools.web.links import Links, address
from spark_tools.web.toolbox import Toolbox

if TYPE_CHECKING:
    from jinja2 import Environment


@frozen
class Page:
    """A page.

    ``path`` is its address without a language, the front page's is empty; ``title``
    what it is called, ``description`` a sentence for search engines. The template
    ``web/TEMPLATE.html.j2`` draws ``shows``. ``part`` says which part of the site it
    belongs to, by that part's path. ``translated`` pages are there in every language.
    """

    path: str
    language: str
    title: str
    template: str
    shows: Mapping[str, Any] = field(factory=dict)
    description: str = ""
    part: str = ""
    translated: bool = True

    @property
    def address(self) -> str:
        """Where it is."""
        return address(self.path, self.language)


@frozen(eq=False)
class Frame:
    """What all pages have in common.

    ``languages`` are those that there are pages in, ``contact`` where a reader may
    turn (an address of mail or of a page, or nothing). ``served`` says that there is a
    server that can compose and read; without one, pages are files that end in
    ``.html``.
    """

    environment: Environment
    assets: Mapping[str, Asset]
    languages: tuple[str, ...] = LANGUAGES
    contact: str = ""
    served: bool = True

    def parts(self, _: Words) -> list[tuple[str, str]]:
        """Give the parts of the site, by path and title, in the reader's words."""
        own = (
            [("plan", _("Plan a course")), ("sheet", _("Filled-in sheets"))] if self.served else []
        )
        return [
            ("", _("Exercises")),
            ("themes", _("Themes")),
            ("course-types", _("Courses")),
            *own,
            ("glossary", _("Glossary")),
        ]

    def small_print(self, _: Words) -> list[tuple[str, str]]:
        """Give what stands at the foot of every page, by path and title."""
        return [
            ("about", _("About these pages")),
            ("privacy", _("Confidentiality")),
            ("accessibility", _("Accessibility")),
        ]

    def language_name(self, language: str) -> str:
        """Give what *language* is called by those who speak it."""
        return {"da": "Dansk", "en": "English"}[language]

    def draw(self, page: Page, here: str | None = None) -> str:
        """Give *page* as HTML; *here* is the address it answers where that is not its own."""
        suffix = "" if self.served else ".html"
        links = Links(page.address if here is None else here, page.language, suffix)
        template = self.environment.get_template(f"web/{page.template}.html.j2")
        return template.render(
            page=page,
            frame=self,
            link=links.page,
            file=links.file,
            asset=lambda name: links.asset(self.assets[name].name),
            lang=page.language,
            version=__version__,
            contact=self.contact,
            served=self.served,
            _=words("web", page.language),
            **page.shows,
        )


def make_frame(toolbox: Toolbox, **settings: Any) -> Frame:
    """Give the frame of the pages in the toolbox's own look; *settings* are those of `Frame`."""
    look = toolbox.looks["house"]
    made = page_environment(look)
    return evolve(Frame(made, make_assets(made, look, toolbox.library)), **settings)


def page_environment(look: Look) -> Environment:
    """Give the Jinja2 environment of the pages' templates."""
    made = environment(look, autoescape=True)
    made.filters |= FILTERS
    return made
