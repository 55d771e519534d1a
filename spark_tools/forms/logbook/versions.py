"""Which sheet in the logbook a file is another version of, if any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spark_tools.content.names import same_name
from spark_tools.forms.logbook.mentions import key_on_sheet
from spark_tools.forms.logbook.same import alike, same
from spark_tools.model import Entry, FieldKind, FormField, Meaning, Sheet

_FREE = (FieldKind.TEXT, FieldKind.LINES)
_CALLS_IT = (Meaning.WHAT, Meaning.NAME)
_SHARED = (Meaning.WHO, Meaning.COMMITTEE)


def earlier_version(
    coming: Entry, sheet: Sheet, fields: Iterable[FormField], entries: Sequence[Entry]
) -> Entry | None:
    """Give which of *entries*, all of the same sheet and meeting, *coming* is a version of.

    A person's own sheet is one only when nothing differs. Of a sheet that a committee
    shares there is one. Of several copies, and of those that do not say which of several
    committees they are from, it is the one with the most answers in common: at least
    half of those on the one with fewer, a free text among them; for a file of the same
    name any will do. Cards that call their action something else are different cards.
    """
    if sheet.personal:
        told = (coming.values, coming.unplaced, coming.saved)
        return next((one for one in entries if (one.values, one.unplaced, one.saved) == told), None)
    fields = tuple(fields)
    name = same_name(coming.committee)
    own = [one for one in entries if same_name(one.committee) == name]
    whose = name or all(field.means is not Meaning.COMMITTEE for field in fields)
    if sheet.copies == 1 and own and whose:
        return own[0]
    likeness = _Likeness(coming, fields)
    nobodys = [one for one in entries if not name or not one.committee]
    return likeness.nearest(own) or likeness.nearest(nobodys)


class _Likeness:
    """How much a sheet has in common with those that are known."""

    def __init__(self, coming: Entry, fields: Iterable[FormField]) -> None:
        self._coming = coming
        self._answers = frozenset(coming.values)
        by_key = {key_on_sheet(field): field for field in fields}
        self._telling = {
            key
            for key, field in by_key.items()
            if field.kind in _FREE and field.means not in _SHARED
        }
        self._calls_it = [
            (key, value)
            for key, value in coming.values
            if key in by_key and not by_key[key].grid and by_key[key].means in _CALLS_IT
        ]

    def nearest(self, entries: Iterable[Entry]) -> Entry | None:
        """Give the one of *entries* that has most in common, None where none has enough."""
        best, most = None, 0
        for entry in entries:
            if (common := self._common(entry)) > most:
                best, most = entry, common
        return best

    def _common(self, entry: Entry) -> int:
        coming = self._coming
        if coming.values == entry.values and coming.saved == entry.saved:
            alone = coming.values or coming.unplaced == entry.unplaced
            return len(coming.values) + 1 if alone else 0
        known = (*entry.values, *entry.earlier)
        equal = self._answers.intersection(known)
        same_file = bool(coming.file) and coming.file == entry.file
        if not equal and not same_file:
            return 0
        if self._calls_it and self._is_other_action(known, same_file=same_file):
            return 0
        fewer = min(len(coming.values), len(entry.values))
        if same_file and (equal or fewer < 2):
            return len(equal) + 1
        told = any(key in self._telling for key, _ in equal)
        return len(equal) if told and 2 * len(equal) >= fewer else 0

    def _is_other_action(self, known: Iterable[tuple[str, str]], *, same_file: bool) -> bool:
        called: dict[str, list[str]] = {}
        for key, value in known:
            called.setdefault(key, []).append(value)
        pairs = [(new, old) for key, new in self._calls_it for old in called.get(key, ())]
        like = any(same(new) == same(old) or (same_file and alike(new, old)) for new, old in pairs)
        return bool(pairs) and not like
