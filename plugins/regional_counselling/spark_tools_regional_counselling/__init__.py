"""A second programme: the Danish regions' scheme, with four themes and two course types."""

from pathlib import Path

from spark_tools import hookimpl


@hookimpl
def spark_content_dirs() -> list[Path]:
    """Offer the content that lies beside this module."""
    return [Path(__file__).parent / "content"]
