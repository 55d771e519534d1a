"""What tests of several rooms use."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import strategies as st

from spark_tools.cli.app import group
from spark_tools.content.library import Library
from spark_tools.model import Brief, Dress, MeetingWish
from spark_tools.testing.pen import fill_in


@pytest.fixture(scope="session")
def invoke() -> Callable[..., Result]:
    """Run ``spark`` with these words, and what is *typed*; a crash fails the test."""

    def run(*words: str, typed: str | None = None) -> Result:
        result = CliRunner().invoke(group(), words, input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture(scope="session")
def send() -> Callable[..., Path]:
    """Fill in a sheet as Word does, by its controls' tags, and put it in an inbox."""

    def filled(sheet: Path, to: Path, answers: Mapping[str, str], saved: str = "") -> Path:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(fill_in(sheet.read_bytes(), answers, saved))
        return to

    return filled


LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30)
MARKS = st.builds(datetime.time, st.integers(0, 12), st.integers(0, 11).map(lambda mark: mark * 5))
MINUTES = st.none() | st.integers(6, 120).map(lambda marks: marks * 5)


@st.composite
def any_brief(draw: st.DrawFn, library: Library) -> Brief:
    """Make up a brief that says anything that a brief can say of what is in *library*."""
    names = [each.id for each in library.exercises]
    excluded = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
    left = [name for name in names if name not in excluded]
    wanted = (
        st.lists(st.sampled_from(left), unique=True, max_size=3).map(tuple) if left else st.just(())
    )
    dates = sorted(draw(st.lists(st.dates(datetime.date(1999, 1, 1)), unique=True, max_size=12)))
    committees = draw(st.integers(1, 6))
    return Brief(
        workplace=draw(LETTERS.map(str.strip).filter(bool)),
        course_type=draw(st.sampled_from([each.id for each in library.course_types])),
        themes=tuple(
            draw(st.lists(st.sampled_from([e.id for e in library.themes]), min_size=1, unique=True))
        ),
        participants=draw(st.integers(2 * committees, 60)),
        committees=committees,
        language=draw(st.sampled_from(("da", "en"))),
        start=draw(MARKS),
        minutes=draw(MINUTES),
        meetings=tuple(
            MeetingWish(
                date=draw(st.sampled_from((date, None))),
                start=draw(st.none() | MARKS),
                minutes=draw(MINUTES),
                place=draw(LETTERS.map(str.strip)),
                include=draw(wanted),
            )
            for date in dates
        ),
        include=draw(wanted),
        exclude=tuple(excluded),
        wish=" ".join(draw(LETTERS).split()),
        consultant=draw(LETTERS.map(str.strip)),
        dress=Dress(look=draw(st.sampled_from(("", "large-print"))), posters=draw(st.booleans())),
    )


@pytest.fixture(scope="session")
def briefs() -> Callable[[Library], st.SearchStrategy[Brief]]:
    """Give the strategy for any brief of what is in a library."""
    return any_brief
