"""What each key of an outline means, and an example of it.

The meanings are a file of sentences; the examples are taken from sound files of each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from spark_tools.content.schema.outline import OWN_KEYS, Key, Outline


@frozen
class Explanations:
    """What is known of one table: ``homes`` are the names that the meanings may have for it.

    ``samples`` are tables of its kind. The meanings give the order to tell the keys in.
    """

    meanings: Mapping[str, Mapping[str, str]]
    homes: tuple[str, ...]
    samples: tuple[Mapping[str, Any], ...]

    def sentences(self) -> dict[str, str]:
        """Give the sentence on each key, in order."""
        return {
            key: sentence
            for home in self.homes
            for key, sentence in self.meanings.get(home, {}).items()
        }

    def below(self, name: str) -> Explanations:
        """Give what is known of the tables called *name* in this one."""
        found = [_as_tables(sample[name]) for sample in self.samples if name in sample]
        homes = tuple(f"{home}.{name}" for home in self.homes)
        return evolve(self, homes=homes, samples=tuple(one for several in found for one in several))

    def example(self, name: str) -> object:
        """Give the first value that a sample has for the key called *name*."""
        values = (
            value
            for sample in self.samples
            for key, value in sample.items()
            if name in (key, OWN_KEYS)
        )
        return next(values, None)

    def of_kind(self, by: str, kind: str) -> Explanations:
        """Give what is known of the tables of one *kind*."""
        same = tuple(sample for sample in self.samples if sample[by] == kind)
        return evolve(self, homes=tuple(f"{home}.{kind}" for home in self.homes), samples=same)


def explained(outline: Outline, known: Explanations) -> Outline:
    """Give *outline* with what is *known* of each key, and its keys in that order."""
    kinds = {
        kind: _each(keys, known.of_kind(outline.by, kind)) for kind, keys in outline.kinds.items()
    }
    keys, others = _each(outline.keys, known), _each(outline.others, known)
    return evolve(outline, keys=keys, kinds=kinds, others=others)


def _each(keys: Iterable[Key], known: Explanations) -> tuple[Key, ...]:
    sentences = known.sentences()
    order = list(sentences)
    return tuple(
        evolve(
            key,
            meaning=sentences.get(key.name, ""),
            example=known.example(key.name),
            table=explained(key.table, known.below(key.name)) if key.table is not None else None,
        )
        for key in sorted(keys, key=lambda key: order.index(key.name) if key.name in order else -1)
    )


def _as_tables(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
