"""What every kind of file may hold, taken from its reader: as JSON Schema and as a reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spark_tools.content.schema.kind import Kind


def schema_files(kinds: Iterable[Kind] | None = None) -> Mapping[str, str]:
    """Give the schema of each of *kinds* by the name of its file; left out, of a plugin's content.

    A kind whose files can be translated has a schema for translations too.
    """
    from spark_tools.content.schema.kinds import CONTENT

    found = [one for kind in kinds or CONTENT for one in kind.schemas().items()]
    return {f"{name}.schema.json": text for name, text in found}
