"""What the addresses of the server share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen
from flask import Response, request

from spark_tools.i18n import LANGUAGES, speaking
from spark_tools.web.jobs import Job, Result, Workshop
from spark_tools.web.page import Frame, Page
from spark_tools.web.server.headers import Keep, answer
from spark_tools.web.server.kept import Kept
from spark_tools.web.server.places import Places
from spark_tools.web.toolbox import Toolbox

ROOM = 64_000_000
"""How many bytes of drawn files are kept in memory."""

View = Callable[..., Response]


@frozen(eq=False)
class Context:
    """The toolbox, the pages' frame, and the workshop where heavy work is done.

    ``places`` are those to wait for it, ``kept`` what has been drawn for everybody.
    """

    toolbox: Toolbox
    frame: Frame
    workshop: Workshop
    places: Places = field(factory=Places)
    kept: Kept = field(factory=lambda: Kept(ROOM))

    def do(self, job: Job[Result], language: str) -> Result:
        """Have *job* done for whoever asks, with messages in *language*.

        Raises:
            FaultError: what was asked for cannot be had.
            WorkshopError: it was not done.
        """
        with self.places.one_for(request.remote_addr or ""), speaking(language):
            return self.workshop.do(job)

    def fetch(self, path: str, job: Job[bytes], language: str) -> bytes:
        """Give the file at *path*, the same for everybody; *job* draws it. Raises as `do`."""
        if (found := self.kept.look_up(path)) is not None:
            return found
        with self.places.one_for(request.remote_addr or ""), speaking(language):
            return self.kept.get(path, lambda: self.workshop.do(job))

    def show(self, page: Page, keep: Keep = Keep.NEVER, status: int = 200) -> Response:
        """Answer with *page*."""
        here = request.path.lstrip("/")
        return answer(self.frame.draw(page, here), keep=keep, status=status)


def in_each_language(blueprint: Any, path: str, **options: Any) -> Callable[[View], View]:
    """Let a view answer *path* in every language; it is given its ``language``."""

    def add(view: View) -> View:
        for language in LANGUAGES:
            prefix = "" if language == LANGUAGES[0] else f"/{language}"
            blueprint.add_url_rule(
                prefix + path,
                endpoint=f"{view.__name__}_{language}",
                view_func=view,
                defaults={"language": language},
                **options,
            )
        return view

    return add


def language_asked_for() -> str:
    """Give the language that is asked for: by the address, or by ``lang`` to the API."""
    if request.path.startswith("/api/"):
        asked = request.args.get("lang", "")
        return asked if asked in LANGUAGES else LANGUAGES[0]
    return language_of(request.path)


def language_of(path: str) -> str:
    """Give the language of the pages below which *path* is."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in LANGUAGES[1:] else LANGUAGES[0]
