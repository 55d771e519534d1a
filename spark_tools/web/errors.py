"""Pages that say what went wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spark_tools.content.library import AnyThing
from spark_tools.document.wording import capital
from spark_tools.i18n import Words, words
from spark_tools.web.page import Page


def error_page(
    status: int,
    language: str,
    details: Sequence[str] = (),
    meant: Sequence[tuple[str, AnyThing]] = (),
) -> Page:
    """Give the page for an HTTP *status*; *details* say more, a sentence each.

    *meant* are the paths of the pages that may have been meant, with what they are about.
    """
    _ = words("web", language)
    known = _known(_)
    title, advice = known.get(status, known[500 if status >= 500 else 400])
    return Page(
        path=str(status),
        language=language,
        title=title,
        template="error",
        shows={
            "advice": advice,
            "details": tuple(map(capital, details)),
            "meant": tuple(meant),
            "status": status,
        },
        translated=False,
    )


def _known(_: Words) -> Mapping[int, tuple[str, str]]:
    return {
        400: (
            _("That could not be read"),
            _("Go back, look at what you filled in, and try again."),
        ),
        404: (
            _("There is no such page"),
            _("Look at the address, or find what you need on the front page."),
        ),
        405: (
            _("That cannot be done here"),
            _("Go to the front page and begin again from there."),
        ),
        413: (
            _("The file is too large"),
            _("Send fewer files at once, and only the sheets themselves, without pictures."),
        ),
        415: (
            _("That kind of file cannot be read"),
            _("Save the sheet as a Word file (.docx) and send that."),
        ),
        429: (
            _("You have asked for too much at once"),
            _("Wait until the first files have come, and try again then."),
        ),
        500: (
            _("Something went wrong here"),
            _("It is not your fault. Try another format, or come back later."),
        ),
        503: (
            _("There is a queue just now"),
            _("Wait a minute, and try again. Nothing you have written is lost if you go back."),
        ),
    }
