"""An exercise on its own, where no course is planned."""

from __future__ import annotations

import attrs
import pytest

from spark_tools.document.tool import tool_documents
from spark_tools.model import Exercise, Paragraph, Participants, plain


@pytest.mark.parametrize(
    ("fewest", "language", "said"),
    [
        (1, "da", "ved 1 deltager ·"),
        (2, "da", "ved 2 deltagere ·"),
        (1, "en", "for 1 person ·"),
        (2, "en", "for 2 people ·"),
    ],
)
def test_its_length_is_told_for_one_or_for_several(
    exercise: Exercise, fewest: int, language: str, said: str
) -> None:
    alone = attrs.evolve(exercise, participants=Participants(fewest, 60))
    page, *_ = tool_documents(alone, language)
    blocks = page.document.sections[0].blocks

    assert any(said in plain(block.text) for block in blocks if isinstance(block, Paragraph))
