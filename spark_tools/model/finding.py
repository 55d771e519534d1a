"""Reasons for what a plan holds, and findings about it, free of any language."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class ReasonKind(StrEnum):
    """Why an exercise was chosen, or why it was passed over."""

    REQUESTED = "requested"
    PREFERRED = "preferred"
    FITS_THEME = "fits-theme"
    FITS_ALL_THEMES = "fits-all-themes"
    FITS_GROUP = "fits-group"
    ONLY_CANDIDATE = "only-candidate"
    FOLLOWS_UP = "follows-up"
    BUILDS_ON = "builds-on"
    NEEDED_LATER = "needed-later"
    BEST_TOTAL = "best-total"
    OTHER_THEME = "other-theme"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    GROUPS_DO_NOT_SPLIT = "groups-do-not-split"
    OTHER_COURSE_TYPE = "other-course-type"
    EXCLUDED = "excluded"
    NO_PLACE = "no-place"
    NEEDS_MISSING = "needs-missing"
    NO_LOOK_BACK_YET = "no-look-back-yet"
    USED_ELSEWHERE = "used-elsewhere"
    NO_TIME = "no-time"
    LOWER_TOTAL = "lower-total"
    NOT_TRANSLATED = "not-translated"


@frozen
class Reason:
    """One reason: its kind, the exercise it concerns, and the words it fills in.

    ``details`` are titles and numbers in the order that the kind's sentence
    names them (see ``compose/explanation.py``).
    """

    kind: ReasonKind
    details: tuple[str, ...] = ()


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"


@frozen
class Finding:
    """Something the consultant should know about a plan.

    ``code`` names the kind of finding; ``meeting`` is its number, or 0 for the
    whole course; ``details`` fill in the sentence. A plugin's finding brings
    its own ``text``, shown as it stands.
    """

    code: str
    severity: Severity
    meeting: int = 0
    details: tuple[str, ...] = ()
    text: str = ""
