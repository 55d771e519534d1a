"""What a new plugin begins with: the files of its project, or of its folder."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

from spark_tools._version import __version__
from spark_tools.i18n import messages

if TYPE_CHECKING:
    from jinja2 import Environment

    from spark_tools.model import Look


class Kind(StrEnum):
    """What a new plugin is made of: content in a project, code as well, or a mere folder."""

    CONTENT = "content"
    PYTHON = "python"
    LOCAL = "local"


@frozen
class Names:
    """What things are called in a new plugin: ``id`` is a slug, ``title`` is for people."""

    id: str
    title: str

    @property
    def module(self) -> str:
        """The id as part of a Python name."""
        return self.id.replace("-", "_")

    @property
    def package(self) -> str:
        """The Python package."""
        return f"spark_tools_{self.module}"

    @property
    def distribution(self) -> str:
        """The project."""
        return f"spark-tools-{self.id}"

    @property
    def camel(self) -> str:
        """The id as part of a class's name."""
        return "".join(map(str.capitalize, self.id.split("-")))


def exercise_file(kind: Kind, names: Names) -> str:
    """Give the path of the exercise in a new plugin, with forward slashes."""
    folder = "" if kind is Kind.LOCAL else f"{names.package}/content/"
    return f"{folder}exercises/{names.id}.toml"


def skeleton(kind: Kind, names: Names, look: Look) -> dict[str, str]:
    """Give the files of a new plugin by their paths, with the bundled templates, *look*'s last."""
    from spark_tools.content.schema import schema_files

    draw = _drawer(kind, names, look)
    exercise = exercise_file(kind, names).removesuffix(".toml")
    files = {
        f"{exercise}.toml": draw("shared/exercise.toml"),
        f"{exercise}.svg": draw("shared/exercise.svg"),
        **{f"schemas/{name}": text for name, text in schema_files().items()},
    }
    if kind is Kind.LOCAL:
        return {**files, "README.md": draw("local/README.md")}
    return {
        **files,
        f"{exercise}.en.toml": draw("shared/exercise.en.toml"),
        f"{exercise}.en.svg": draw("shared/exercise.en.svg"),
        f"{names.package}/__init__.py": draw(f"{kind}/init.py"),
        f"{names.package}/py.typed": "",
        f"tests/test_{names.module}.py": draw("shared/tests.py"),
        ".github/workflows/test.yml": draw("shared/test.yml"),
        ".gitignore": draw("shared/gitignore"),
        "README.md": draw("shared/README.md"),
        "pyproject.toml": draw("shared/pyproject.toml"),
    }


def _drawer(kind: Kind, names: Names, look: Look) -> Callable[[str], str]:
    environment = _environment(look)
    depth = exercise_file(kind, names).count("/")
    values = {
        name: getattr(names, name)
        for name in ("id", "title", "module", "package", "distribution", "camel")
    }

    def draw(name: str) -> str:
        template = environment.get_template(f"project/{name}.j2")
        return template.render(
            **values,
            kind=str(kind),
            schemas="/".join([".."] * depth + ["schemas"]),
            version=__version__,
            _=messages("cli"),
        )

    return draw


def _environment(look: Look) -> Environment:
    """Give an environment whose marks are found in no TOML, SVG or Python: ``<< >>``, ``<% %>``.

    It finds the bundled templates alone: no plugin has a say in what a new one begins with.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(look.template_dirs[-1:]),
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
