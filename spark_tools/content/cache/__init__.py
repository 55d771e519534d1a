"""Content that has been read and found sound, kept so that it need not be read again."""

from spark_tools.content.cache.contents import read_known_folder

__all__ = ["read_known_folder"]
