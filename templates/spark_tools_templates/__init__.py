"""The bundled house look, offered through the same door as any other plugin's."""

from pathlib import Path

from spark_tools import hookimpl


@hookimpl
def spark_template_dirs() -> list[Path]:
    """Offer the folder of this package: word, typst, html and markdown templates."""
    return [Path(__file__).parent]
