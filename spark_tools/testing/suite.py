"""The suite that every plugin's tests can inherit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from spark_tools.testing.rules import (
    accessible,
    answers,
    composes,
    content,
    draws,
    keeps_to_itself,
    loads,
    round_trips,
    signatures,
    translations,
    variables,
)
from spark_tools.testing.toolbox import Toolbox


class PluginSuite:
    """What holds for every plugin, as tests; a subclass says which plugin.

    ``plugin`` is the name of an installed plugin (its entry point), or the path of one that is
    not: a ``.py`` file, a package, or a folder of TOML files. Example::

        class TestFishbone(PluginSuite):
            plugin = "fishbone"
    """

    plugin: str | Path

    def test_it_loads(self, tested: Toolbox) -> None:
        """The plugin is found, imported and configured."""
        none_of(loads(tested))

    def test_its_hooks_have_the_right_signatures(self, tested: Toolbox) -> None:
        """Its hooks exist, are marked, and ask for arguments that there are."""
        none_of(signatures(tested))

    def test_its_hooks_give_what_they_should(self, tested: Toolbox) -> None:
        """Each of its hooks can be called, and gives what it should."""
        none_of(answers(tested))

    def test_its_content_has_no_fault(self, tested: Toolbox) -> None:
        """Every file reads without a fault, and no id is taken."""
        none_of(content(tested))

    def test_its_variables_are_known(self, tested: Toolbox) -> None:
        """Texts and pictures name only variables that there are."""
        none_of(variables(tested))

    def test_its_translations_are_current(self, tested: Toolbox) -> None:
        """Every translation is whole, and translates what the original says now."""
        none_of(translations(tested))

    def test_it_draws_in_every_format_and_look(self, tested: Toolbox) -> None:
        """Every page and sheet comes out in every format and every look."""
        none_of(draws(tested))

    def test_everybody_can_read_it(self, tested: Toolbox) -> None:
        """Nothing in its Word files and PDFs stands in a reader's way."""
        none_of(accessible(tested))

    def test_its_sheets_come_back_as_they_were_filled_in(self, tested: Toolbox) -> None:
        """Every field of every sheet is read back as it was written, and blank as blank."""
        none_of(round_trips(tested))

    def test_its_minutes_fit_in_every_course_it_claims(self, tested: Toolbox) -> None:
        """Each exercise fits in every course type it claims, each course type on every theme."""
        none_of(composes(tested))

    def test_it_keeps_to_itself(self, tested: Toolbox) -> None:
        """Nothing that its code does reaches the network, starts a program or changes a file."""
        none_of(keeps_to_itself(tested))


def none_of(faults: Iterable[str]) -> None:
    """Fail with all *faults*, each on a line of its own; pass where there are none."""
    if found := list(dict.fromkeys(faults)):
        pytest.fail("\n".join(found), pytrace=False)
