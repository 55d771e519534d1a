"""The ``spark`` command."""


def main() -> None:
    """Run the command."""
