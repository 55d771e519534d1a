"""Whose look it is, and documents drawn one at a time or many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import pytest

from spark_tools.model import Document, DocumentRenderer, Edition, Look

DOCUMENTS = tuple(Document(Edition.GUIDE, title, "da", ()) for title in ("Et", "To", "Tre"))
LOOK = Look(())


def draw(document: Document, _look: Look) -> bytes:
    return document.title.encode()


@pytest.fixture
def folder(tmp_path: Path):
    """What makes a template folder that holds these files."""

    def make(name: str, *files: str) -> Path:
        for file in files:
            (tmp_path / name / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / file).touch()
        return tmp_path / name

    return make


def test_a_file_that_is_named_is_the_organisations_own(folder) -> None:
    ours = folder("ours", "word/house.docx", "look.json")
    named = Path("kommune.dotx")
    assert Look((ours,), house=named).own_house == named


def test_a_look_of_ours_is_nobodys_own(folder) -> None:
    assert Look((folder("ours", "word/house.docx", "look.json"),)).own_house is None
    assert LOOK.own_house is None


@pytest.mark.parametrize("name", ["word/house.docx", "word/house.dotx"])
def test_a_folder_with_a_word_file_alone_is_an_organisations_own(folder, name: str) -> None:
    own = folder("own", name)
    ours = folder("ours", "word/house.docx", "look.json")
    assert Look((own, ours)).own_house == own / name
    assert Look((ours, own)).own_house is None


def test_a_folder_without_a_word_file_leaves_it_to_the_next(folder) -> None:
    other = folder("other", "look.json", "html/page.html")
    own = folder("own", "word/house.docx")
    assert Look((other, own)).own_house == own / "word/house.docx"


def test_documents_are_drawn_one_at_a_time_where_nothing_draws_many() -> None:
    drawn: list[str] = []

    def counted(document: Document, look: Look) -> bytes:
        drawn.append(document.title)
        return draw(document, look)

    all_of_them = DocumentRenderer("x", "x", "X", counted).draw_all(DOCUMENTS, LOOK)
    assert drawn == []
    assert next(all_of_them) == b"Et"
    assert drawn == ["Et"]
    assert list(all_of_them) == [b"To", b"Tre"]


def test_what_draws_many_gets_them_all_at_once() -> None:
    asked: list[Sequence[Document]] = []

    def many(documents: Sequence[Document], look: Look) -> Iterator[bytes]:
        asked.append(documents)
        return (draw(each, look).upper() for each in documents)

    renderer = DocumentRenderer("x", "x", "X", draw, draw_many=many)
    assert list(renderer.draw_all(DOCUMENTS, LOOK)) == [b"ET", b"TO", b"TRE"]
    assert asked == [DOCUMENTS]
    assert renderer.draw(DOCUMENTS[0], LOOK) == b"Et"


def test_what_may_be_wrong_comes_when_they_are_asked_for() -> None:
    def broken(_documents: Sequence[Document], _look: Look) -> Iterator[bytes]:
        raise ValueError("in vain")

    renderer = attrs.evolve(DocumentRenderer("x", "x", "X", draw), draw_many=broken)
    waiting = renderer.draw_all(DOCUMENTS, LOOK)
    with pytest.raises(ValueError, match="in vain"):
        next(waiting)
