"""A toolbox of facilitated exercises that compose into printable session plans."""

from spark_tools._version import __version__

__all__ = ["__version__"]
