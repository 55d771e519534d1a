"""What a plugin may offer, and how plugins are found."""

from spark_tools.plugin.hookspecs import hookimpl

__all__ = ["hookimpl"]
