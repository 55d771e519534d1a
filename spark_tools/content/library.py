"""The library: everything a course can be made of, found by whatever name it goes under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from spark_tools.content.names import all_slugs, slugs
from spark_tools.content.problem import did_you_mean
from spark_tools.content.wording import say
from spark_tools.model import CourseType, Exercise, Fault, FaultError, Theme

AnyThing = Exercise | Theme | CourseType
Names = Mapping[str, frozenset[str]]
"""The slugs of everything that a thing goes under, by its id."""
Thing = TypeVar("Thing", bound=AnyThing)


@frozen
class Library:
    """Exercises, themes and course types, each in a stable order, and their translations.

    The ids of each kind are distinct. A translation has the id of its original
    and another ``language``.
    """

    exercises: tuple[Exercise, ...] = ()
    themes: tuple[Theme, ...] = ()
    course_types: tuple[CourseType, ...] = ()
    translations: tuple[AnyThing, ...] = ()

    @cached_property
    def _exercises(self) -> Mapping[str, Exercise]:
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def _themes(self) -> Mapping[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _course_types(self) -> Mapping[str, CourseType]:
        return {course_type.id: course_type for course_type in self.course_types}

    @cached_property
    def _twins(self) -> Mapping[tuple[type[AnyThing], str, str], AnyThing]:
        return {(type(twin), twin.id, twin.language): twin for twin in self.translations}

    @cached_property
    def _exercise_names(self) -> Names:
        return self._names_of(self.exercises)

    @cached_property
    def _theme_names(self) -> Names:
        return self._names_of(self.themes)

    @cached_property
    def _course_type_names(self) -> Names:
        return self._names_of(self.course_types)

    def _names_of(self, things: tuple[Thing, ...]) -> Names:
        twins: dict[str, list[str]] = {}
        for twin in self.translations:
            if things and isinstance(twin, type(things[0])):
                twins.setdefault(twin.id, []).extend((twin.title, *twin.aliases))
        return {
            thing.id: all_slugs((thing.id, thing.title, *thing.aliases, *twins.get(thing.id, ())))
            for thing in things
        }

    def exercise(self, id_: str, /) -> Exercise:
        """Give the exercise with exactly this id, or raise `KeyError`."""
        return self._exercises[id_]

    def theme(self, id_: str, /) -> Theme:
        """Give the theme with exactly this id, or raise `KeyError`."""
        return self._themes[id_]

    def course_type(self, id_: str, /) -> CourseType:
        """Give the course type with exactly this id, or raise `KeyError`."""
        return self._course_types[id_]

    def find_exercise(self, name: str) -> Exercise:
        """Give the exercise that *name* means.

        A name is an id, an alias, a title in any language, the slug of one of
        these, or the beginning of one that nothing else begins with (an id or a
        title comes before an alias or a translation). Raises
        `FaultError` with what it could be, or with what was perhaps meant.
        """
        said = say('there is no exercise "{name}".', name=name)
        return self._find(name, self.exercises, self._exercise_names, said)

    def find_theme(self, name: str) -> Theme:
        """Give the theme that *name* means; else as `find_exercise`."""
        said = say('there is no theme "{name}".', name=name)
        return self._find(name, self.themes, self._theme_names, said)

    def find_course_type(self, name: str) -> CourseType:
        """Give the course type that *name* means; else as `find_exercise`."""
        said = say('there is no course type "{name}".', name=name)
        return self._find(name, self.course_types, self._course_type_names, said)

    def in_language(self, thing: Thing, language: str) -> Thing:
        """Give the translation of *thing*, or *thing* itself when there is none."""
        original: AnyThing = thing
        twin = self._twins.get((type(original), original.id, language))
        return twin if isinstance(twin, type(thing)) else thing

    def _find(self, name: str, things: tuple[Thing, ...], names: Names, unknown: str) -> Thing:
        wanted = {slug for slug in slugs(name) if slug}
        matches = (
            [thing for thing in things if thing.id == name]
            or [thing for thing in things if not wanted.isdisjoint(names[thing.id])]
            or [thing for thing in things if _begins(all_slugs((thing.id, thing.title)), wanted)]
            or [thing for thing in things if _begins(names[thing.id], wanted)]
        )
        if len(matches) == 1:
            return matches[0]
        if matches:
            choice = _either(f"{thing.id} ({thing.title})" for thing in matches)
            said = say('"{name}" could be {choice}', name=name, choice=choice)
            raise FaultError([Fault(said)])
        raise FaultError([Fault(unknown + self._hint(name, things))])

    def _hint(self, name: str, things: Iterable[AnyThing]) -> str:
        spoken = [word for thing in things for word in (thing.id, thing.title, *thing.aliases)]
        return did_you_mean(name, spoken)


def _begins(names: Iterable[str], wanted: Iterable[str]) -> bool:
    return any(name.startswith(slug) for slug in wanted for name in names)


def _either(names: Iterable[str]) -> str:
    *most, last = names
    return say("{most} or {last}", most=", ".join(most), last=last)
