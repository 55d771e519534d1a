"""What stands in a field while it is empty, told from what a person has written."""

from __future__ import annotations

from functools import lru_cache

from spark_tools.document.form import OPEN_BOX, QUIET_PROMPT
from spark_tools.forms.docx.values import canonical, spaced
from spark_tools.i18n import LANGUAGES, words
from spark_tools.model import FieldKind, FormField

WORDS_OWN_PROMPTS = (
    "Klik eller tryk her for at skrive tekst.",
    "Klik eller tryk for at angive en dato.",
    "Klik her for at angive tekst.",
    "Klik her for at angive en dato.",
    "Vælg et element.",
    "Click or tap here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter text.",
    "Click here to enter a date.",
    "Choose an item.",
)
"""What Word puts in a control that has been emptied."""


def typed(text: str, field: FormField, *, flagged: bool) -> str:
    """Give what a person has typed in *field*, whose control holds *text*.

    A control that is *flagged* as showing its prompt may still hold more: LibreOffice
    leaves the flag where something is typed over the prompt, or beside it.
    """
    prompts = _prompts(field.kind, field.prompt, field.choices)
    plain = spaced(text)
    if plain in prompts:
        return ""
    if flagged:
        for prompt in prompts:
            if prompt and plain.endswith(prompt) and canonical(text).endswith(prompt):
                return canonical(text)[: -len(prompt)]
            if prompt and plain.startswith(prompt) and canonical(text).startswith(prompt):
                return canonical(text)[len(prompt) :]
    return text


@lru_cache(maxsize=512)
def _prompts(kind: FieldKind, prompt: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Give all prompts of a field, blanks collapsed, the longest first."""
    asked = "Date" if kind is FieldKind.DATE else "Write here"
    drawn = " ".join(f"{OPEN_BOX} {choice}" for choice in choices)
    found = {
        spaced(prompt),
        spaced(drawn),
        *(words("render", language)(asked) for language in LANGUAGES),
        *WORDS_OWN_PROMPTS,
        QUIET_PROMPT,
        "",
    }
    return tuple(sorted(found, key=len, reverse=True))
