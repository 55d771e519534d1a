"""Over or under standard: agree when a task is done well enough."""

from pathlib import Path

from spark_tools import hookimpl


@hookimpl
def spark_content_dirs() -> list[Path]:
    """Offer the content that lies beside this module."""
    return [Path(__file__).parent / "content"]
