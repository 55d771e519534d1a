"""A kind of file, with its outline, what its keys mean, and its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from spark_tools.content.schema.explained import Explanations, explained
from spark_tools.content.schema.json_schema import json_schema
from spark_tools.content.schema.outline import Outline
from spark_tools.content.schema.overlay import overlay_of
from spark_tools.content.schema.walk import Reader, outline_of
from spark_tools.content.toml_file import read_toml
from spark_tools.content.translation import read_head

ENTRY, HEAD = "entry", "translation"
"""What the meanings call the head of every content file, and of every translation."""


@frozen(slots=False)
class Kind:
    """One kind of file that people write.

    ``lies`` is where such a file lies; ``meanings`` a file of sentences on its keys, and
    ``samples`` sound files of this kind that show every key. ``entry`` files begin as all
    content does and can be translated. With ``blanks`` an empty text counts as left out.
    """

    name: str
    lies: str
    read: Reader = field(eq=False)
    meanings: Path
    samples: tuple[Path, ...]
    entry: bool = False
    blanks: bool = False

    @property
    def homes(self) -> tuple[str, ...]:
        """What the meanings call the file's outermost table."""
        return (ENTRY, self.name) if self.entry else (self.name,)

    @cached_property
    def known(self) -> Explanations:
        """What is known of the file's outermost table."""
        told: Mapping[str, Mapping[str, str]] = read_toml(self.meanings).data
        return Explanations(told, self.homes, tuple(read_toml(path).data for path in self.samples))

    @property
    def title(self) -> str:
        """What people call the kind."""
        return self.name.replace("-", " ").capitalize()

    @property
    def meaning(self) -> str:
        """The sentence on the kind itself."""
        return self.known.meanings["kinds"][self.name]

    @cached_property
    def outline(self) -> Outline:
        """What the readers ask for in such a file, explained."""
        return explained(outline_of(self.read), self.known)

    @property
    def names(self) -> Mapping[str, str]:
        """The names of its schemas, with where the files lie that they are for."""
        own = {self.name: self.lies}
        return own | ({f"{self.name}-translation": self.overlay_lies} if self.entry else {})

    @property
    def overlay_lies(self) -> str:
        """Where a translation of such a file into English lies."""
        return self.lies.replace("ID", "ID.en")

    @property
    def overlay_meaning(self) -> str:
        """The sentence on translations."""
        return self.known.meanings["kinds"][HEAD]

    @cached_property
    def head(self) -> Outline:
        """What a translation begins with."""
        known = Explanations(self.known.meanings, (HEAD,), ({"format": 1, "translates": 1},))
        return explained(outline_of(read_head), known)

    @cached_property
    def overlay(self) -> Outline:
        """What a translation of such a file may hold."""
        return overlay_of(self.outline, self.head)

    def schemas(self) -> dict[str, str]:
        """Give the schema of such a file, and of its translation, by name."""
        schemas = [json_schema(self.outline, self.title, self.meaning, blanks=self.blanks)]
        if self.entry:
            title = f"{self.title}: translation"
            schemas.append(json_schema(self.overlay, title, self.overlay_meaning))
        texts = [json.dumps(one, ensure_ascii=False, indent=2) + "\n" for one in schemas]
        return dict(zip(self.names, texts, strict=True))
